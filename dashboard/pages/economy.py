"""The economy page: every indicator of one economy, beside its region, the world and its peers."""

from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.components.brief import brief, print_link
from dashboard.components.controls import controls_bar
from dashboard.components.economy_parts import directory, identity, ladder, peers_table
from dashboard.components.figure import figure
from dashboard.components.page import Head, page, page_link, read_view, section
from dashboard.components.pickers import economies_picker, economy_picker, region_picker
from dashboard.components.programmes import programmes_in
from dashboard.components.reach import reach
from dashboard.components.scorecard import missing, scorecard
from dashboard.components.targets import targets_brief
from dashboard.components.ways import timed
from dashboard.i18n import words
from dashboard.text.economy import (
    Row,
    economy_of,
    peers,
    region_of,
    rows,
    standing_key,
    strength_sentences,
)
from dashboard.text.subject import Subject, subject_of
from dashboard.versions import tables_of
from dashboard.view import View

PATH = "/economy"
NAME = "pages.economy.name"
MADE_FROM = ("economies", "region", "print")


def layout(**query: Any) -> Component:
    """The page for a query; without an economy in it, a list to choose from."""
    view = read_view(query)
    subject = subject_of(view, tables_of(view))
    chosen = words(view.lang)
    if not view.economies:
        controls = controls_bar(chosen, economy_picker(chosen, chosen("pages.economy.choose")))
        lists = html.Div(directory(chosen, view))
        return page("economy", query, view, controls, lists, made_from=MADE_FROM)
    name = chosen.economy(economy_of(subject))
    said = Head(name, chosen("pages.economy.lead"), name)
    if view.print:
        return page("economy", query, view, *brief(subject), said=said, made_from=MADE_FROM)
    return page(
        "economy",
        query,
        view,
        controls_bar(
            chosen,
            economy_picker(chosen, name),
            region_picker(chosen, replace(view, region=region_of(subject))),
            economies_picker(chosen),
        ),
        *_notices(subject),
        *timed(_content(subject, rows(subject)), view),
        said=said,
        made_from=MADE_FROM,
    )


def _notices(subject: Subject) -> list[Component]:
    """Where the comparison is not with the region that the reader chose; the way to the brief."""
    words, home = subject.words, region_of(subject)
    wanted = subject.view.region
    name = words.economy_inside(economy_of(subject))
    said = []
    if wanted not in (catalogue().world, home):
        facts = {"region": words(f"groups.{wanted}.name"), "home": words(f"groups.{home}.name")}
        said.append(html.P(words("pages.economy.not_in_region", name=name, **facts)))
    elif home == catalogue().world:
        other = catalogue().follows.get(economy_of(subject))
        name = words.economy_inside(other) if other else ""
        note = words("pages.economy.follows", other=name) if other else ""
        said.append(html.P(note or words("pages.economy.outside")))
    return [*said, print_link(subject, PATH)]


def _content(subject: Subject, listed: list[Row]) -> list[Component]:
    words = subject.words
    others = peers_table(subject)
    targets = targets_brief(subject.view, economy_of(subject))
    return [
        identity(subject, listed),
        _standing(subject, listed),
        section(words, "pages.economy.ladder", ladder(listed, region_of(subject))),
        section(words, "pages.reach.title", *reach(subject, economy_of(subject))),
        section(words, "pages.economy.scorecard", *scorecard(subject, listed), _download(subject)),
        section(words, "pages.economy.peers", _trend(subject), *([others] if others else [])),
        *([section(words, "pages.economy.targets", targets)] if targets else []),
        section(words, "pages.economy.missing", *missing(subject, listed)),
        section(
            words,
            "pages.programmes.name",
            *programmes_in(subject, region=catalogue().world, economies=(economy_of(subject),)),
        ),
        section(words, "pages.economy.further", _further(subject)),
    ]


def _standing(subject: Subject, listed: list[Row]) -> Component:
    """Strengths and lags beside each other, by the places in the region."""
    words = subject.words
    columns = []
    for best in (True, False):
        said = list(strength_sentences(subject, listed, best=best))
        items = [html.Li(text) for text in said] or [html.Li(words("pages.economy.too_few"))]
        head = html.H2(words(standing_key(subject, best=best)), className="section-title")
        columns.append(html.Div([head, html.Ul(items)]))
    region = words(f"groups.{region_of(subject)}.name")
    note = html.P(words("pages.economy.rule", region=region), className="figure-source")
    return html.Div([html.Div(columns, className="side-by-side"), note])


def _trend(subject: Subject) -> Component:
    """The course of the economy and its peers, beside its region."""
    codes = "~".join((economy_of(subject), *peers(subject)))
    return figure("trend", of=f"economies={codes}&region={region_of(subject)}")


def _download(subject: Subject) -> Component:
    """The scorecard as a file."""
    query = replace(View(), economies=subject.view.economies[:1], region=region_of(subject))
    address = f"/view/scorecard.csv?{query.to_query(lang=subject.words.lang)}"
    return html.A(
        subject.words("pages.economy.download"), href=address, className="more", download=""
    )


def _further(subject: Subject) -> Component:
    words, view = subject.words, replace(subject.view, region=region_of(subject))
    ways = (("/map", "map"), ("/ranking", "ranking"), ("/targets", "targets"), ("/data", "data"))
    links = [html.Li(page_link(words(f"pages.{name}.name"), path, view)) for path, name in ways]
    return html.Ul(links, className="plain-list")
