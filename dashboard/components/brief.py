"""The brief of an economy or a region: two sheets for a minister, of A4 or Letter.

Imports text, words, figures and the parts of the economy page.
"""

from collections.abc import Sequence
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.registry import CHARTS
from dashboard.components.economy_parts import identity, ladder
from dashboard.components.page import page_link
from dashboard.components.region_numbers import all_sources
from dashboard.components.scorecard import course
from dashboard.components.targets import judged_targets, targets_brief
from dashboard.figures.keys import Key
from dashboard.figures.preview import shapes_svg
from dashboard.figures.spark import svg_address
from dashboard.settings import settings
from dashboard.text.brief import (
    Placed,
    beside,
    beside_of,
    first_known,
    lacking,
    lead,
    lead_beside,
    listed_rows,
    name_of,
    numbers,
    place_of,
    said_of,
    series_of,
    since,
)
from dashboard.text.economy import (
    Row,
    change_sentence,
    changes,
    economy_of,
    region_of,
    standing_key,
    strength_sentences,
)
from dashboard.text.hover import STATUS
from dashboard.text.join import join
from dashboard.text.notes import map_notes
from dashboard.text.passport import source_line
from dashboard.text.region import movers_sentence, own_scheme
from dashboard.text.subject import Subject
from dashboard.text.titles import year_title
from dashboard.theme import on_page
from dashboard.versions import edition_of
from dashboard.view import NO_SCHEME, View

OBSERVED = "observed"
SHEETS = 2
# Targets and changes share the room of a sheet: so many together, and so many changes at least.
TOGETHER, LEAST = 12, 2
# The sizes of the trend in units of its letters, which are 9 points high on paper. The sheet shows the
# largest that it has room for (`assets/brief.css`).
TRENDS = {"small": (600, 240), "low": (718, 300), "middle": (718, 350), "high": (718, 400)}


def brief(subject: Subject) -> list[Component]:
    """The bar above it, which is not printed, and the two sheets."""
    listed = listed_rows(subject)
    first = first_known(subject, listed)
    about = first.subject if first else subject
    return [
        _bar(subject),
        _sheet(
            subject,
            1,
            _head(subject),
            html.Div(
                [
                    html.P(lead(subject, listed), className="brief-lead"),
                    html.P(lead_beside(about)),
                    *([identity(subject, listed)] if subject.view.economies else []),
                ]
            ),
            html.Div([_number(row) for row in numbers(listed)], className="brief-numbers"),
            _trend(about),
            _standing(about, listed),
            _part(subject, "pages.economy.missing", html.P(lacking(subject, listed))),
            _part(subject, "pages.brief.since", *map(html.P, since(subject))),
        ),
        _sheet(
            subject,
            2,
            _part(subject, "pages.economy.ladder", ladder(listed, beside_of(subject))),
            _targets(subject),
            *([_changed(subject, listed)] if subject.view.economies else []),
            _map(about),
            _end(subject, said_of(subject, listed)),
        ),
    ]


def print_link(subject: Subject, path: str) -> Component:
    """The way there from a page: a page of its own, which runs without Dash."""
    address = f"{path}?{subject.view.to_query(print='1')}"
    link = html.A(subject.words("pages.economy.print_link"), href=address, className="more")
    return html.P(link, className="print-link")


def _sheet(subject: Subject, number: int, *content: Component) -> Component:
    return html.Div([*content, _foot(subject, number)], className="brief")


def _part(subject: Subject, key: str, *content: Component) -> Component:
    return html.Section([html.H2(subject.words(key)), *content])


def _bar(subject: Subject) -> Component:
    """The way back and the button; what the copy lacks where nobody said how others reach the page."""
    words = subject.words
    link = page_link(words("pages.brief.back"), _path(subject), subject.view, print="")
    button = html.Button(
        words("pages.brief.print"), type="button", className="btn btn-primary print-now"
    )
    tongues = [
        html.A(one.name, href=f"?{subject.view.to_query(lang=lang)}", lang=lang)
        for lang, one in LANGUAGES.items()
        if lang != words.lang
    ]
    note = [] if settings().public else [html.P(words("pages.brief.unnamed"), role="note")]
    return html.Div([link, *tongues, *note, button], className="brief-bar")


def _path(subject: Subject) -> str:
    return "/economy" if subject.view.economies else "/region"


def _head(subject: Subject) -> Component:
    """The name and what this is; the heading of the page is not printed."""
    product = subject.words("shell.product")
    return html.Div(
        [html.Strong(name_of(subject)), html.Span(product)],
        className="brief-head",
        **{"aria-hidden": "true"},
    )


def _number(row: Row) -> Component:
    """A number with its year, its course and what it stands beside."""
    one = row.subject
    value, when = one.words("text.stated.none"), []
    if row.value is not None:
        status = STATUS.get(row.letter, OBSERVED)
        said = f" {one.words(f'figures.status.{status}')}" if status != OBSERVED else ""
        value, when = one.number(row.value), [one.unit, html.Br(), f"{row.year}{said}"]
    return html.Div(
        [
            html.H2(one.name),
            html.Div(
                [
                    html.Strong(value),
                    html.Small(when),
                    *course(one, series_of(row)),
                ],
                className="brief-value",
            ),
            *(html.P(_beside(one, other)) for other in beside(row)),
        ],
        className="brief-number",
    )


def _beside(one: Subject, other: Placed) -> str:
    """A group with its value and the place in it, as far as there are any."""
    words = one.words
    if not other.place:
        value = other.value or words("pages.economy.unranked")
        return words("text.join.named", name=other.name, value=value)
    key = "pages.brief.placed" if other.value else "pages.brief.ranked"
    return words(key, group=other.name, value=other.value, place=other.place)


def _trend(subject: Subject) -> Component:
    """The course of the place beside its region and the world."""
    economies = subject.view.economies[:1]
    region = region_of(subject) if economies else subject.view.region
    scheme = NO_SCHEME if economies else own_scheme(region) or NO_SCHEME
    shown = replace(_shown(subject), region=region, scheme=scheme)
    one = CHARTS["trend"].subject(shown, subject.tables)
    title = CHARTS["trend"].title(one)
    address = f"/view/trend.preview?{shown.to_query(v=edition_of(subject.view))}"
    images = [
        html.Img(
            src=f"{address}&width={width}&height={height}", alt=title, className=f"brief-{size}"
        )
        for size, (width, height) in TRENDS.items()
    ]
    return html.Figure(
        html.Div([html.H2(title), *images, _keys("trend", one)]),
        className="brief-picture brief-trend",
    )


def _shown(subject: Subject) -> View:
    """The view of a picture: place and indicator alone."""
    return View(
        indicator=subject.indicator.id,
        region=subject.view.region,
        economies=subject.view.economies[:1],
        lang=subject.words.lang,
    )


def _map(subject: Subject) -> Component:
    """The map of the region, an economy outlined; without names, which would be too small to read."""
    words, chart = subject.words, CHARTS["map"]
    region = region_of(subject) if subject.view.economies else subject.view.region
    one = chart.subject(replace(_shown(subject), region=region), subject.tables)
    title = year_title(subject, subject.table.latest)
    alt = words("text.join.named", name=subject.group_heading(region), value=title)
    svg = shapes_svg(one, chart.shapes(one), alt) if chart.shapes else ""
    return html.Figure(
        html.Div(
            [
                html.H2(alt),
                html.Img(src=svg_address(svg), alt=alt),
                _keys("map", one),
                html.P(join(words, *map_notes(subject, ("general",))[-2:])),
            ]
        ),
        className="brief-picture brief-map",
    )


def _keys(chart: str, one: Subject) -> Component:
    """What the colours and marks of a picture mean."""
    keys = CHARTS[chart].keys(one, CHARTS[chart].drawn(one))
    return html.Div([html.Span([_sign(key), key.text]) for key in keys], className="brief-keys")


def _sign(key: Key) -> Component:
    if key.symbol:
        return html.B(key.sign)
    colour = {"backgroundColor": on_page(key.colour)}
    return html.Span(className="brief-hatched" if key.hatched else "", style=colour)


def _standing(subject: Subject, listed: list[Row]) -> Component:
    """Strengths and lags of an economy, a sentence each; who moved most of a region."""
    words = subject.words
    if not subject.view.economies:
        said = movers_sentence(subject) or words("pages.region.movers.nothing")
        return _part(subject, "pages.region.movers.title", html.P(said))
    parts = []
    for best in (True, False):
        found = list(strength_sentences(subject, listed, best=best))
        items = [html.Li(text) for text in found or [words("pages.economy.too_few")]]
        parts.append(_part(subject, standing_key(subject, best=best), html.Ul(items)))
    return html.Div(parts, className="brief-columns")


def _changed(subject: Subject, listed: list[Row]) -> Component:
    judged = judged_targets(subject.view, economy_of(subject))
    most = max(LEAST, TOGETHER - len(judged))
    found = [html.Li(change_sentence(change)) for change in changes(listed)[:most]]
    content = (
        html.Ul(found, className="brief-changes")
        if found
        else html.P(subject.words("pages.brief.unchanged"))
    )
    return _part(subject, "pages.brief.changed", content)


def _targets(subject: Subject) -> Component:
    table = targets_brief(subject.view, place_of(subject))
    return _part(subject, "pages.economy.targets", table) if table else html.Div()


def _end(subject: Subject, shown: Sequence[Subject]) -> Component:
    """Sources, notes and data version; the address with these numbers, as a code too."""
    import segno  # noqa: PLC0415  # no other page needs it

    words = subject.words
    said = [
        source_line(subject, all_sources(shown)),
        *([words("pages.brief.change_rule")] if subject.view.economies else []),
        words("pages.brief.version", version=subject.tables.version),
    ]
    address = f"{settings().public}{_address(subject)}"
    link = html.P(
        [words("pages.brief.link"), " ", html.A(address, href=address, dir="ltr")],
        className="brief-address",
    )
    code = html.Img(
        src=segno.make(address, error="m", micro=False).svg_data_uri(border=4, light="#fff"),
        alt=words("pages.brief.code", address=address),
        className="brief-code",
    )
    return html.Div(
        [
            html.Div([html.P(join(words, *said)), link]),
            *([code] if settings().public else []),
        ],
        className="brief-sources",
    )


def _address(subject: Subject) -> str:
    """The page with these numbers, whatever comes after them."""
    view = View(
        economies=subject.view.economies[:1],
        region=subject.view.region,
        indicator=subject.view.indicator,
        lang=subject.words.lang,
    )
    return f"{_path(subject)}?{view.to_query(v=edition_of(subject.view))}"


def _foot(subject: Subject, number: int) -> Component:
    """What a sheet is, of which day its data are, and which of how many it is."""
    words = subject.words
    facts = {"name": name_of(subject), "product": words("shell.product")}
    said = words("pages.brief.foot", day=words.day(subject.tables.manifest["built"]), **facts)
    page = words("pages.brief.page", number=words.number(number), all=words.number(SHEETS))
    return html.Footer([html.Span(said), html.Span(page)], className="brief-end")
