"""What the browser must know to act without asking: order and defaults of the URL, ids, words.

The scripts in `assets/` write exactly the URLs that `View.to_query` writes, so a face is fetched
under one address only. Imports the registry, catalogue, view, words, edition, ids and settings; dash for the store alone.
"""

from typing import Any

from dash import dcc

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.exhibit import Chart
from dashboard.charts.registry import CHARTS, EXHIBITS
from dashboard.collation import collated
from dashboard.edition import edition
from dashboard.exports.look import SIZES
from dashboard.i18n import words
from dashboard.ids import Ids
from dashboard.settings import rooted, settings
from dashboard.tables import remembered
from dashboard.versions import edition_of, frozen_at
from dashboard.view import MOST_ECONOMIES, PARAMETERS, View

BROWSER_WORDS = (
    "accessed",
    "carried",
    "chosen_at",
    "chosen_none",
    "chosen_title",
    "cite",
    "cite_bibtex",
    "cite_ris",
    "cite_text",
    "copied",
    "copy",
    "copy_embed",
    "copy_image",
    "copy_link",
    "copy_sentence",
    "data",
    "download",
    "economies",
    "estimated",
    "failed",
    "filled",
    "found_economies",
    "found_indicator",
    "found_page",
    "found_region",
    "general",
    "found_small",
    "found_view",
    "frame",
    "freeze",
    "interpolated",
    "metadata",
    "look_dark",
    "look_light",
    "look_print",
    "most",
    "modelled",
    "neutral",
    "no_data",
    "no_match",
    "not-given",
    "not_copied",
    "notes",
    "observed",
    "older",
    "order_down",
    "order_none",
    "order_up",
    "offline",
    "pack_empty",
    "pack_failed",
    "pack_making",
    "pack_size",
    "pause",
    "picture",
    "picture_look",
    "picture_size",
    "play",
    "present",
    "profile",
    "rank",
    "ranked",
    "ranked_alone",
    "ranked_at",
    "ranked_none",
    "remove",
    "rows",
    "size_og",
    "size_page",
    "size_print",
    "size_slide",
    "size_square",
    "slides",
    "silent",
    "stated",
    "stated_other",
    "table_name",
    "table_series",
    "table_status",
    "table_value",
    "table_year",
    "tied",
    "tray_add",
    "tray_away",
    "tray_count",
    "tray_deck",
    "tray_down",
    "tray_empty",
    "tray_link",
    "tray_name",
    "tray_up",
    "two",
    "use",
    "version",
)

# Words of the browser that the server says as well.
ELSEWHERE = {
    "general": "map_notes",
    "profile": "pages.overview",
    "filled": "figures.marks",
    "tied": "text.map",
    **dict.fromkeys(
        ("observed", "not-given", "estimated", "interpolated", "carried"), "figures.status"
    ),
}


def face_address(chart: str, view: View, lang: str) -> str:
    """The one address of what the browser shows of a chart for `view`: its JSON, or its course."""
    own = CHARTS[chart]
    face = "course" if own.every_year else "json"
    query = own.whole(own.fitting(view)).to_query(lang=lang, v=edition_of(view))
    return rooted(f"/view/{chart}.{face}?{query}")


def shapes_address(chart: str, view: View, lang: str) -> str:
    """Where the browser finds the shapes of a map: they depend on the region alone."""
    query = View(region=view.region).to_query(lang=lang, v=edition_of(view))
    return rooted(f"/view/{chart}.preview?{query}")


def chart_facts() -> dict[str, dict[str, Any]]:
    """What the browser knows of each exhibit: its part of the registry.

    `parameters` are those of its faces, `free` those of them that change without a request, `staged`
    whether years pass in it so, `shapes` whether it is drawn on the shapes of the map; `least` is the
    least height of its plot. A table without a figure has its parameters only.
    """
    return {
        name: {"parameters": one.parameters}
        | (
            {
                "free": one.free,
                "staged": one.every_year is not None,
                "shapes": one.shapes is not None,
                "observed": one.observed,
                "least": one.least,
            }
            if isinstance(one, Chart)
            else {}
        )
        for name, one in EXHIBITS.items()
    }


def view_data(view: View) -> dict[str, str]:
    """The view as the texts of its parameters, all of them, for the store `Ids.VIEW`."""
    return {
        name: write(value) if (value := getattr(view, name)) not in (None, "") else ""
        for name, (_, write, _, _) in PARAMETERS.items()
        if name not in ("v", "year")
    } | {
        "year": "latest" if view.year is None else str(view.year),
        "v": frozen_at(view),
    }


@remembered(8)
def facts(lang: str) -> dict[str, Any]:
    """Everything of `Ids.FACTS`, in the language `lang`."""
    chosen = words(lang)
    return {
        "root": settings().root,
        "version": edition(),
        "lang": chosen.lang,
        "dir": chosen.direction,
        "locale": LANGUAGES[chosen.lang].browser,
        "plotly": LANGUAGES[chosen.lang].plotly,
        "product": chosen("shell.product"),
        "parameters": [[name, text] for name, text in _defaults()],
        "charts": chart_facts(),
        "most": MOST_ECONOMIES,
        "sizes": SIZES,
        # In the order of the language, which the browser's lists take from here.
        "names": {
            code: chosen.economy(code)
            for code in collated(lang, catalogue().economies, chosen.economy)
        },
        "ids": {member.name: member.value for member in Ids},
        "words": _browser_words(lang),
    }


def facts_store(lang: str) -> dcc.Store:
    """The store with the facts; part of the shell, so it lives as long as the tab."""
    return dcc.Store(id=Ids.FACTS, data=facts(lang))


def _defaults() -> list[tuple[str, str]]:
    default = view_data(View())
    return [(name, default[name]) for name in PARAMETERS if name in default]


def _browser_words(lang: str) -> dict[str, str]:
    chosen = words(lang)
    return {
        f"{name}{form}": text
        for name in BROWSER_WORDS
        for form, text in chosen.forms(f"{ELSEWHERE.get(name, 'controls.browser')}.{name}").items()
    }
