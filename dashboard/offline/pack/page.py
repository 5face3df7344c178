"""The pages of a pack: one a language, and the one that leads to them."""

from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Any

import orjson

from dashboard import theme
from dashboard.catalogue import Source, catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.registry import CHARTS
from dashboard.components.facts import chart_facts
from dashboard.edition import edition
from dashboard.i18n import Words, words
from dashboard.offline.facts import facts
from dashboard.offline.markup import figure
from dashboard.offline.pack.order import Pack
from dashboard.offline.table import map_table
from dashboard.settings import settings
from dashboard.tables import Tables
from dashboard.text.subject import inhabited
from dashboard.view import View

# The pages in their order, each with the word of its name.
PAGES = {"map": "map", "trends": "trends", "gap": "gap", "economy": "economy"}
# What the faces inside depend on: a region's pack has all years.
CHOSEN = {
    "map": ("indicator",),
    "trend": ("indicator", "scheme", "economies"),
    "gap": ("indicator", "scheme"),
}
COLUMNS = ("indicator", "value", "year", "status", "source", "region", "world", "course")


@cache
def _template(name: str) -> Template:
    return Template((Path(__file__).parent / f"{name}.html").read_text(encoding="utf-8"))


def parameters() -> list[tuple[str, str]]:
    """What a reader of the pack can change, with the defaults."""
    usual = View()
    return [
        ("page", "map"),
        ("indicator", usual.indicator),
        ("year", "latest"),
        ("economies", ""),
        ("scheme", usual.scheme),
    ]


def start_page(pack: Pack) -> str:
    """The page that opens with a double click: links to the languages, of which a script follows one."""
    first = words(pack.languages[0])
    links = "".join(
        f'<li><a lang="{lang}" href="{lang}/index.html">{escape(LANGUAGES[lang].name)}</a></li>'
        for lang in pack.languages
    )
    title = escape(first("shell.product"))
    return _template("start").substitute(lang=first.lang, title=title, languages=links)


def _map(pack: Pack, chosen: Words, tables: Tables) -> str:
    """The figure of the map, with the shapes of the region."""
    subject = CHARTS["map"].subject(View(region=pack.region, lang=chosen.lang), tables)
    return figure("map", chosen, subject=subject)


def room_page(pack: Pack, lang: str, tables: Tables) -> str:
    """The page of a language, with everything but the numbers."""
    chosen = words(lang)
    region = chosen(f"groups.{pack.region}.name")
    texts = {name: escape(text) for name, text in _texts(chosen).items()}
    return _template("room").substitute(
        texts,
        lang=chosen.lang,
        dir=chosen.direction,
        title=escape(f"{region} · {chosen('shell.product')}"),
        region=escape(region),
        version=escape(chosen("shell.version", version=tables.version)),
        live=_live(chosen),
        languages=_languages(pack, chosen),
        pages=_pages(chosen),
        indicators=_indicators(chosen),
        schemes=_options((key, chosen(f"schemes.{key}.name")) for key in catalogue().schemes),
        columns="".join(f'<th scope="col">{text}</th>' for text in _columns(pack, chosen)),
        map=_map(pack, chosen, tables) + map_table(chosen),
        trend=figure("trend", chosen),
        gap=figure("gap", chosen),
        sources=_sources(chosen, tables),
        contents=_contents(pack, chosen),
    )


def _texts(chosen: Words) -> dict[str, str]:
    return {
        "product": chosen("shell.product"),
        "languages_label": chosen("shell.languages"),
        "nav_label": chosen("shell.nav"),
        "noscript": chosen("pack.noscript"),
        "controls_label": chosen("controls.title"),
        "indicator_label": chosen("controls.indicator.label"),
        "economy_label": chosen("controls.economy.label"),
        "economy_choose": chosen("pages.economy.choose"),
        "scheme_label": chosen("controls.scheme.label"),
        "scorecard": chosen("pages.economy.scorecard"),
        "licences": chosen("shell.licences"),
        "disclaimer": chosen("shell.disclaimer"),
    }


def _languages(pack: Pack, chosen: Words) -> str:
    """Links to the other languages; `room.js` lets them keep the view."""
    links = []
    for lang in pack.languages:
        address = f"../{lang}/index.html"
        current = ' aria-current="true"' if lang == chosen.lang else ""
        name = escape(LANGUAGES[lang].name)
        links.append(
            f'<a lang="{lang}" href="{address}" data-language="{address}"{current}>{name}</a>'
        )
    return "".join(links)


def _pages(chosen: Words) -> str:
    return "".join(
        f'<a href="#page={page}" data-page="{page}">{escape(chosen(f"pages.{name}.name"))}</a>'
        for page, name in PAGES.items()
    )


def _options(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<option value="{key}">{escape(text)}</option>' for key, text in pairs)


def _indicators(chosen: Words) -> str:
    """The indicators by theme."""
    groups = []
    for name in catalogue().themes:
        own = [one.id for one in catalogue().indicators.values() if one.theme == name]
        options = _options((key, chosen(f"indicators.{key}.name")) for key in own)
        label = escape(chosen(f"themes.{name}.name"))
        groups.append(f'<optgroup label="{label}">{options}</optgroup>')
    return "".join(groups)


def _kept(pack: Pack) -> list[str]:
    """The columns of the scorecard; in a pack of the world, a place in it is told once."""
    return [name for name in COLUMNS if name != "region" or pack.region != catalogue().world]


def _columns(pack: Pack, chosen: Words) -> Iterable[str]:
    region = chosen(f"groups.{pack.region}.short")
    for name in _kept(pack):
        table = "data" if name in ("year", "status", "source") else "economy"
        yield escape(chosen(f"pages.{table}.columns.{name}", region=region))


def listed_sources(tables: Tables) -> list[Source]:
    """Every source of the values in the pack, once, also of group values as a publisher printed them."""
    codes: dict[str, None] = {}
    for indicator in catalogue().indicators.values():
        codes |= dict.fromkeys(tables.indicator(indicator.id).sources)
        codes |= dict.fromkeys(series.source for series in indicator.published)
    return [catalogue().sources[code] for code in codes]


def _sources(chosen: Words, tables: Tables) -> str:
    """The sources as a table, each with its edition and its licence."""
    names = ("publisher", "title", "vintage", "licence")
    heads = "".join(
        f'<th scope="col">{escape(chosen(f"pages.about.columns.{name}"))}</th>' for name in names
    )
    rows = []
    for source in listed_sources(tables):
        licence = f'<a href="{escape(source.licence_url)}">{escape(source.licence)}</a>'
        texts = (escape(text) for text in (source.publisher, source.title, source.vintage))
        rows.append("".join(f"<td>{cell}</td>" for cell in (*texts, licence)))
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return (
        '<table class="table data-table room-sources">'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def _live(chosen: Words) -> str:
    """The way back to the dashboard, where its public address is known."""
    site = settings().site
    return f'<a href="{escape(site)}">{escape(chosen("pack.room"))}</a>' if site else ""


def _contents(pack: Pack, chosen: Words) -> str:
    """What the scripts read: the facts, and the indicators, themes, notes and words of the pages."""
    economies, entries = inhabited(pack.region), catalogue()
    charts = {name: chart_facts()[name] | {"parameters": names} for name, names in CHOSEN.items()}
    known = facts(chosen, edition(), economies, charts, parameters())
    room: dict[str, Any] = {
        "pages": list(PAGES),
        "columns": _kept(pack),
        "schemes": list(entries.schemes),
        "colours": theme.CATEGORICAL,
        "themes": [{"id": name, "name": chosen(f"themes.{name}.name")} for name in entries.themes],
        "indicators": [
            {
                "id": one.id,
                "name": chosen(f"indicators.{one.id}.name"),
                "theme": one.theme,
                "decimals": one.decimals,
                "unit": chosen.pattern(f"units.{one.unit}.value"),
            }
            for one in entries.indicators.values()
        ],
        "notes": {
            code: chosen.map_notes(footnote.split(";"))
            for code in economies
            if (footnote := entries.economies[code].footnote)
        },
        "words": {
            "place": chosen("pages.economy.place"),
            "unranked": chosen("pages.economy.unranked"),
            "choose": chosen("pages.economy.choose"),
            "points": chosen("text.notes.points"),
        },
    }
    return orjson.dumps({"facts": known, "room": room}).decode().replace("<", "\\u003c")
