"""What cannot be seen from outside: processor time of one answer. Run in a process of its own.

`python -m bench.inside dashboard` or `plain` prints the medians as JSON, in milliseconds.
"""

import gc
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import plotly

CHANGE_YEAR: dict[str, Any] = {
    "output": "map.figure",
    "outputs": {"id": "map", "property": "figure"},
    "inputs": [
        {"id": "indicator", "property": "value", "value": "internet-use"},
        {"id": "region", "property": "value", "value": "world"},
        {"id": "year", "property": "value", "value": 2020},
    ],
    "changedPropIds": ["year.value"],
    "parsedChangedPropsIds": ["year.value"],
}
BROTLI = {"Accept-Encoding": "br"}


def plain_callback() -> bytes:
    """The body of the plain application's callback for another year."""
    return json.dumps(CHANGE_YEAR).encode()


def dashboard_faces() -> dict[str, float]:
    """Each face of each indicator, asked for once: parsing, drawing, wording and compression."""
    from dashboard.app import create_app
    from dashboard.catalogue import catalogue
    from dashboard.components.facts import face_address
    from dashboard.edition import edition
    from dashboard.view import View

    client = create_app().server.test_client()
    spent: dict[str, list[float]] = {}
    sizes: dict[str, list[int]] = {}
    for indicator in catalogue().indicators:
        for chart in ("map", "trend", "gap"):
            view = View(indicator=indicator, lang="en", v=edition())
            address = face_address(chart, view, "en")
            started = time.process_time()
            answer = client.get(address, headers=BROTLI)
            spent.setdefault(chart, []).append(time.process_time() - started)
            sizes.setdefault(chart, []).append(len(answer.data))
    everything = [one for times in spent.values() for one in times]
    result = {f"{chart} ms": 1000 * statistics.median(times) for chart, times in spent.items()}
    result |= {f"{chart} bytes": statistics.median(found) for chart, found in sizes.items()}
    result |= {f"{chart} largest": max(found) for chart, found in sizes.items()}
    return {**result, "all ms": 1000 * statistics.median(everything)}


PLACES = {
    "/region": [f"region={code}" for code in ("escap", "eca", "escwa", "eclac", "ece", "ldc")],
    "/economy": [f"economies={code}" for code in ("KIR", "TUV", "CHN", "IND", "KEN", "DEU")],
    "/theme": [f"theme={name}" for name in ("use", "affordability", "skills")],
    "/targets": ["region=world", "region=escap", "economies=KEN"],
    "/ranking": ["region=world", "region=escap"],
    "/availability": ["region=escap"],
    "/programmes": ["region=escap"],
    "/then-and-now": ["region=m49-developed&year=2010&number=24.6"],
}


def page_layouts() -> dict[str, float]:
    """The layout of each page, asked for as a browser that goes there does; ten times each."""
    import dash

    from dashboard.app import create_app

    create_app()
    layouts = {page["path"]: page["layout"] for page in dash.page_registry.values()}
    result = {}
    for path, queries in PLACES.items():
        spent = []
        for query in queries * 10:
            asked = dict(parse_qsl(query))
            started = time.process_time()
            layouts[path](lang="en", **asked).to_plotly_json()
            spent.append(time.process_time() - started)
        result[path] = 1000 * statistics.median(spent)
    return result


# What is asked of each kind of copy, and which charts it is measured on.
COPIES = {
    "svg": ("map", "trend", "gap", "spread"),
    "png": ("map", "trend", "gap", "spread"),
    "pptx, native chart": ("trend", "gap", "spread"),
    "pptx, vector map": ("map",),
    "xlsx": ("map",),
    "csv": ("map",),
}


def copies() -> dict[str, float]:
    """Each kind of copy, not yet cached: five indicators, median processor time in milliseconds."""
    from dashboard.faces import render
    from dashboard.tables import tables
    from dashboard.view import View

    indicators = ("internet-use", "fixed-broadband", "mobile-cellular", "egdi", "coverage-4g")
    result = {}
    _as_the_server_does()
    for kind, charts in COPIES.items():
        face, spent = kind.partition(",")[0], []
        # A file has all economies in all years.
        years = (1950, 2100) if face in ("xlsx", "csv") else (None, None)
        for indicator in indicators:
            for chart in charts:
                view = View(indicator=indicator, years=years, lang="en")
                started = _processor_seconds()
                render(view, chart, face, tables())
                spent.append(_processor_seconds() - started)
        result[kind] = 1000 * statistics.median(spent)
    return {**result, "deck of 20": _deck_of_twenty(), "deck of a region": _deck_of_a_region()}


def _processor_seconds() -> float:
    """Of this process and of those that drew pictures for it."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _as_the_server_does() -> None:
    """Keep the collector from what is there at the start (see `gunicorn.conf.py`)."""
    gc.collect()
    gc.freeze()


def beside_kaleido() -> dict[str, tuple[float, float]]:
    """Pictures of the same figures by us and by kaleido: median milliseconds of waiting.

    Kaleido's Chromium runs already and draws the figure alone; ours has all the words around it.
    Nothing where kaleido is not installed. Maps are left out: kaleido's would fetch their shapes.
    """
    try:
        import kaleido
    except ImportError:
        return {}
    from dashboard.charts.registry import CHARTS
    from dashboard.faces import render
    from dashboard.tables import tables
    from dashboard.text.subject import subject_of
    from dashboard.view import View

    views = [View(indicator=one, lang="en") for one in ("fixed-broadband", "mobile-cellular")]
    jobs = [(chart, view) for chart in ("trend", "gap", "spread") for view in views]
    script = str(Path(plotly.__file__).parent / "package_data" / "plotly.min.js")
    page = kaleido.PageGenerator(plotly=script, mathjax=False)
    kaleido.start_sync_server(page_generator=page, n=1)
    result = {}
    for kind in ("svg", "png"):
        options = {"format": kind, "width": 1200, "height": 675}
        spent: dict[str, list[float]] = {"ours": [], "theirs": []}
        for number, (chart, view) in enumerate([jobs[-1], *jobs]):
            figure = CHARTS[chart].figure(subject_of(view, tables()))
            drawn = {name: figure[name] for name in ("data", "layout")}
            ours = _elapsed(partial(render, view, chart, kind, tables()))
            theirs = _elapsed(partial(kaleido.calc_fig_sync, drawn, opts=options))
            if number:  # the first one warms both
                spent["ours"].append(ours)
                spent["theirs"].append(theirs)
        result[kind] = statistics.median(spent["ours"]), statistics.median(spent["theirs"])
    kaleido.stop_sync_server()
    return result


def _elapsed(call: Callable[[], object]) -> float:
    """Milliseconds until an answer is there."""
    started = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - started)


def _deck_of_twenty() -> float:
    """Twenty slides of charts in turn."""
    from dashboard.exports.slides.deck import deck_face
    from dashboard.versions import tables_of
    from dashboard.view import View

    charts = ("map", "trend", "gap", "spread")
    chosen = [(charts[k % 4], View(lang="en", year=2005 + k)) for k in range(20)]
    started = _processor_seconds()
    deck_face(chosen, tables_of)
    return 1000 * (_processor_seconds() - started)


def _deck_of_a_region() -> float:
    """The twelve slides that the page of a region becomes."""
    from dashboard.exports.slides.deck import deck_face
    from dashboard.pages.region import slides
    from dashboard.tables import tables
    from dashboard.text.subject import subject_of
    from dashboard.versions import tables_of
    from dashboard.view import View

    view = View(region="escap", lang="en")
    held = [one.partition("?") for one in slides(subject_of(view, tables()), view.scheme)]
    chosen = [
        (chart, View.from_query({**dict(parse_qsl(query)), "region": "escap", "lang": "en"}))
        for chart, _, query in held
    ]
    started = _processor_seconds()
    deck_face(chosen, tables_of)
    return 1000 * (_processor_seconds() - started)


def cards() -> dict[str, float]:
    """The largest card of a pasted link, in bytes: every chart in the indicators of a region's page."""
    from dashboard.catalogue import catalogue
    from dashboard.charts.registry import CHARTS
    from dashboard.exports.look import SIZES, Look
    from dashboard.faces import render
    from dashboard.tables import tables
    from dashboard.view import View

    found = {}
    for chart, own in CHARTS.items():
        many = catalogue().roles.region if "indicator" in own.parameters else ("",)
        views = [
            own.fitting(View(lang="en", **({"indicator": one} if one else {}))) for one in many
        ]
        found[chart] = max(
            len(render(view, chart, "png", tables(), Look(*SIZES["og"]))[0]) for view in views
        )
    return found


def packs() -> dict[str, float]:
    """A room pack as a whole, in seconds on the clock, and files of one view, in processor time."""
    from dashboard.faces import render
    from dashboard.offline.pack.archive import pack_file
    from dashboard.offline.pack.order import Pack
    from dashboard.serving.compression import encode
    from dashboard.tables import tables
    from dashboard.view import View

    started, spent_before = time.monotonic(), time.process_time()
    pack = pack_file(Pack.of("escap", ("en", "zh")), tables())
    result = {"bytes": len(pack), "seconds": time.monotonic() - started}
    result["CPU seconds"] = time.process_time() - spent_before
    for chart in ("map", "trend"):
        spent = []
        for year in range(2005, 2025):
            started = time.process_time()
            body, _ = render(View(lang="en", year=year), chart, "html", tables())
            spent.append(time.process_time() - started)
        result[f"{chart} ms"] = 1000 * statistics.median(spent)
        result[f"{chart} bytes"] = len(encode(body, "br").body)
    return result


def plain_callbacks() -> dict[str, float]:
    """The callback of the plain application, thirty times."""
    from bench.plain_app import server

    client = server.test_client()
    spent = []
    for _ in range(30):
        started = time.process_time()
        answer = client.post(
            "/_dash-update-component", data=plain_callback(), content_type="application/json"
        )
        spent.append(time.process_time() - started)
    return {"all ms": 1000 * statistics.median(spent), "bytes": len(answer.data)}


if __name__ == "__main__":
    print(json.dumps(dashboard_faces() if sys.argv[1] == "dashboard" else plain_callbacks()))
