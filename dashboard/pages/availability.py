"""The who measures what page: the core indicators by year, by economy, and those without open data."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.components.controls import controls_bar
from dashboard.components.figure import figure
from dashboard.components.fold import counted, fold
from dashboard.components.keys import key_list
from dashboard.components.page import page, page_link, read_view, section
from dashboard.components.pickers import economies_picker, region_picker
from dashboard.components.table import Cell, table
from dashboard.figures.keys import age_keys
from dashboard.i18n import words
from dashboard.text.availability import ages_title, measured, newest
from dashboard.text.subject import Subject, inhabited, subject_of
from dashboard.text.surveys import Wanted, wanted
from dashboard.versions import tables_of

PATH = "/availability"
NAME = "pages.availability.name"
# The height of the field of economies goes by how many there are: so many at most for each class.
FEW, SOME, MANY = 14, 30, 70


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    chosen = words(view.lang)
    subject = subject_of(view, tables_of(view))
    return page(
        "availability",
        query,
        view,
        controls_bar(chosen, region_picker(chosen, view), economies_picker(chosen)),
        figure("availability"),
        _ages(subject),
        section(chosen, "pages.availability.surveys.title", *_surveys(subject)),
        section(chosen, "pages.availability.core.title", *_core(subject)),
        made_from=("region",),
    )


def _ages(subject: Subject) -> Component:
    """How old each economy's values are; folded where there are more rows than anybody scrolls by."""
    size = _size(subject.view.region)
    rows = html.Div(
        figure("ages", above=key_list(age_keys(subject))),
        className=f"ages-{size}",
    )
    if size in {"few", "some"}:
        return rows
    number = len(inhabited(subject.view.region))
    return fold(counted(subject.words, ages_title(subject), number), rows)


def _surveys(subject: Subject) -> list[Component]:
    """Which economies' surveys would bring a group value, indicator by indicator."""
    words, found = subject.words, list(wanted(subject))
    facts = {"group": subject.group_name(subject.view.region)}
    if not found:
        return [html.P(words("pages.availability.surveys.enough", **facts), className="page-lead")]
    heads = [
        words(f"pages.availability.surveys.{key}")
        for key in ("code", "name", "since", "share", "missing")
    ]
    label = words("pages.availability.surveys.title")
    return [
        html.P(words("pages.availability.surveys.lead", **facts), className="page-lead"),
        table(label, heads, [_wanted(subject, one) for one in found], numbers=(2, 3)),
        html.P(words("pages.availability.surveys.manual"), className="figure-source"),
    ]


def _wanted(subject: Subject, one: Wanted) -> list[Cell]:
    words, indicator = subject.words, catalogue().indicators[one.indicator]
    link = page_link(
        words(f"indicators.{one.indicator}.name"), "/map", subject.view, indicator=one.indicator
    )
    names = words.listed(words.economy(code) for code in one.missing)
    said = words(
        "pages.availability.surveys.named", number=words.number(len(one.missing)), names=names
    )
    return [indicator.core_code, link, str(one.since), words.percent(one.share), said]


def _size(region: str) -> str:
    number = len(inhabited(region))
    steps = ((FEW, "few"), (SOME, "some"), (MANY, "many"))
    return next((name for most, name in steps if number <= most), "all")


def _core(subject: Subject) -> list[Component]:
    """The whole core list by theme, with what measures each and for how many economies."""
    words, entries = subject.words, catalogue().core.values()
    facts = {"number": words.number(len(measured())), "total": words.number(len(entries))}
    parts: list[Component] = [
        html.P(words("pages.availability.core.lead", **facts), className="page-lead")
    ]
    for theme in dict.fromkeys(entry.theme for entry in entries):
        codes = [entry.code for entry in entries if entry.theme == theme]
        name = words(f"core_themes.{theme}")
        heads = [words(f"pages.availability.core.{key}") for key in ("code", "name", "by", "for")]
        rows = [_row(subject, code) for code in codes]
        known = words.number(sum(code in measured() for code in codes))
        facts = {"title": name, "number": known, "total": words.number(len(codes))}
        folded = table(name, heads, rows, numbers=(3,), className=_CLASS)
        parts.append(fold(words("pages.fold.valued", **facts), folded))
    return parts


_CLASS = "table data-table core-list"


def _row(subject: Subject, code: str) -> list[Cell]:
    words = subject.words
    name = words(f"core.{code}")
    by = measured().get(code, [])
    if not by:
        none = html.Span(words("pages.availability.core.none"), className="core-none")
        return [code, name, none, html.Span("–", **{"aria-hidden": "true"})]
    links: list[Component | str] = []
    for indicator in by:
        text = words(f"indicators.{indicator.id}.name")
        links.append(html.Div(page_link(text, "/map", subject.view, indicator=indicator.id)))
    facts = {
        "number": words.number(len(newest(subject.tables, subject.view.region)[code])),
        "total": words.number(len(inhabited(subject.view.region))),
    }
    return [code, name, links, words("pages.availability.core.of", **facts)]
