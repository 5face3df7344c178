"""Golden cases: what the Python side computes, for the browser's side of the same rules.

Seven rules live in both languages: the class of a value, the value that a map shows, the ranking, its
sentence, the pairs of a scatter, the packing, and the query of a view. Here Python applies each of
them to real tables and to inputs made by hand; `golden.test.js` asks the scripts for the same.
"""

import itertools
import random
from collections.abc import Iterator, Sequence
from typing import Any

import orjson

from dashboard import theme
from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.registry import CHARTS
from dashboard.components.choices import choices
from dashboard.components.facts import face_address, facts, view_data
from dashboard.exports.json import json_face
from dashboard.figures.grid import grid_of
from dashboard.figures.map import class_of
from dashboard.figures.shapes import map_shapes
from dashboard.packing import pack
from dashboard.tables import tables
from dashboard.text.ranking import ranking, ranking_sentence
from dashboard.text.scatter import across, pairs_at, shared_years
from dashboard.text.subject import Subject, frame_series, subject_of, value_place
from dashboard.view import EDITIONS, LAYOUTS, MEASURES, MEMBERS, SCALES, View

CHOSEN = ("KIR", "FJI", "PRK", "NOR")
# Every indicator is looked at in one language; the languages take turns.
SPOKEN = itertools.cycle(LANGUAGES)
SCATTERS = (
    ("internet-use", "gdp-per-capita", "world", "en"),
    ("mobile-cellular", "population", "escap", "ar"),
    ("fixed-broadband", "egdi", "m49-150", "ru"),
)


def cases() -> dict[str, Any]:
    """All cases, as JSON can say them."""
    maps = [_map(indicator, next(SPOKEN)) for indicator in catalogue().indicators]
    return {
        "facts": {lang: facts(lang) for lang in LANGUAGES},
        "choices": {lang: choices(lang) for lang in LANGUAGES},
        "look": {
            "pale": theme.FILLED_OPACITY,
            "no_data": theme.NO_DATA,
        },
        "classes": list(_classes()),
        "packed": list(_packed()),
        "maps": maps,
        "scatters": [_scatter(*one) for one in SCATTERS],
        "grids": list(_grids()),
        "queries": [_query(view) for view in _views(200)],
        "addresses": list(_addresses()),
    }


def _grids() -> Iterator[dict[str, Any]]:
    """One to twelve panels on a desk, a tablet, a phone, a slide, a square and in a small frame."""
    sizes = ((940, 560), (700, 800), (358, 1680), (944, 220), (744, 400), (264, 180))
    for (width, height), count in itertools.product(sizes, range(1, 13)):
        grid = grid_of(count, width, height, 36)._asdict()
        yield {"count": count, "width": width, "height": height, "grid": grid}


def _classes() -> Iterator[dict[str, Any]]:
    """Values at, just below and just above every limit of every indicator, and far from them."""
    for one in catalogue().indicators.values():
        step = 10**-one.decimals
        near = [limit + shift for limit in one.class_limits for shift in (-step, 0, step)]
        for value in (*near, -1e9, 0, 1e9):
            level = class_of(value, one.class_limits)
            yield {"value": value, "limits": one.class_limits, "level": level}


def _packed() -> Iterator[dict[str, Any]]:
    """Series by hand: empty, with gaps at either end, negative, with large steps, steady, of two sources."""
    years = [2010, 2011, 2012, 2014]
    for values, decimals in (
        ([None, None, None, None], 1),
        ([6.8, None, 8.1, None], 1),
        ([None, -3.25, 0, 3.25], 2),
        ([0, 8_200_000_000, 1, None], 0),
        ([99.9, 100.0, 0.1, 0.1], 1),
        ([1_000_000, 1_020_000, None, 1_040_001], 0),
    ):
        known = [value is not None for value in values]
        line = {
            "values": values,
            "status": "".join("oeic"[k] if is_known else "." for k, is_known in enumerate(known)),
            "sources": "".join("aabb"[k] if is_known else "." for k, is_known in enumerate(known)),
            "notes": {"2010": [0], "2011": [0, 1], "2014": [0]},
        }
        steps, status, sources, notes = pack(line, years, decimals)
        packed = {"steps": [steps], "status": [status], "sources": [sources], "notes": [notes]}
        yield {"line": line, "years": years, "decimals": decimals, "packed": packed}


def _map(indicator: str, lang: str) -> dict[str, Any]:
    """A map's face, and what Python says of its first, middle, newest and last years."""
    subject = subject_of(View(indicator=indicator, lang=lang, economies=CHOSEN), tables())
    years = subject.table.years
    places = sorted({0, len(years) // 2, subject.table.year_index(None), len(years) - 1})
    return {
        "lang": lang,
        "face": orjson.loads(json_face("map", subject)[0]),
        "economies": "~".join(CHOSEN),
        "years": [_map_year(subject, at) for at in places],
    }


def _map_year(subject: Subject, at: int) -> dict[str, Any]:
    codes, table = subject.in_frame(), subject.table
    series = frame_series(table, codes)
    fills = map_shapes(subject.of(year=table.years[at])).fills
    ages = subject.indicator.max_age
    return {
        "at": at,
        "looks": [
            (
                "url(#silent)" if fills[code].silent else fills[code].colour,
                theme.FILLED_OPACITY if fills[code].pale else 1,
            )
            for code in codes
        ],
        "places": [
            -1 if code not in series or place is None else place
            for code in codes
            for place in [
                value_place(series[code], table.years, at, ages) if code in series else None
            ]
        ],
        "ranking": [
            [one.economy, one.place, one.tied, one.year, one.letter] for one in ranking(subject, at)
        ],
        "sentence": ranking_sentence(subject, at),
        "chosen": [
            CHARTS["map"].title(subject.of(year=table.years[at])),
            CHARTS["map"].sentence(subject.of(year=table.years[at])),
        ],
    }


def _scatter(indicator: str, against: str, region: str, lang: str) -> dict[str, Any]:
    view = View(indicator=indicator, against=against, region=region, lang=lang)
    subject = subject_of(view, tables())
    axes = (across(subject), subject)
    pairs = {
        year: [
            [
                one.economy,
                *itertools.chain.from_iterable(map(_printed, axes, (one.x, one.y))),
                one.is_older(year),
            ]
            for one in pairs_at(subject, year)
        ]
        for year in shared_years(subject)
    }
    face = orjson.loads(json_face("scatter", subject)[0])
    return {
        "lang": lang,
        "face": face,
        "pairs": {str(year): found for year, found in pairs.items()},
    }


def _printed(axis: Subject, own: tuple[float, int, str]) -> tuple[float, int, str]:
    """A value to the last decimal that is printed, which is all that travels to the browser."""
    return round(own[0], axis.indicator.decimals), *own[1:]


def _views(count: int) -> Iterator[View]:
    """Views with anything in their parameters, the same in every run."""
    chance = random.Random(11)
    years = (None, 1998, 2005, 2024)
    texts: dict[str, Sequence[Any]] = {
        "indicator": list(catalogue().indicators),
        "year": years,
        "years": [(None, None), (2001, None), (None, 2020), (2001, 2020)],
        "region": list(catalogue().groups),
        "economies": [(), ("KIR",), CHOSEN],
        "scheme": [*catalogue().schemes, "none"],
        "measure": MEASURES,
        "members": MEMBERS,
        "scale": SCALES,
        "editions": EDITIONS,
        "layout": LAYOUTS,
        "index": years,
        "panel": list(catalogue().panels),
        "target": list(catalogue().measures),
        "pace": (None, 0.0, -0.75, 2.5),
        "against": list(catalogue().indicators),
        "number": ("", "97", "41.2 %"),
        "print": ("", "1"),
        "present": ("", "1"),
    }
    for _ in range(count):
        changed = chance.sample(sorted(texts), chance.randint(0, 6))
        yield View(**{name: chance.choice(texts[name]) for name in changed})


def _query(view: View) -> dict[str, Any]:
    return {"view": view_data(view), "query": view.to_query()}


def _addresses() -> Iterator[dict[str, Any]]:
    """The address of every chart's face, in every language, for views that make sense there."""
    views = list(_views(60))
    for chart, view in itertools.product(CHARTS, views):
        if CHARTS[chart].misfits(view):
            continue
        for lang in LANGUAGES:
            address = face_address(chart, view, lang)
            yield {"chart": chart, "lang": lang, "view": view_data(view), "address": address}
