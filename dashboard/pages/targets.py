"""The targets page: where an economy or a region stands with every target, and by when it arrives."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.catalogue.models import TARGET_SETS
from dashboard.components.controls import controls_bar
from dashboard.components.figure import figure
from dashboard.components.page import page, read_view, section
from dashboard.components.pickers import economies_picker, region_picker
from dashboard.components.targets import glance, members_table, set_tables, verdict
from dashboard.components.unread import mended
from dashboard.components.ways import timed
from dashboard.i18n import words
from dashboard.ids import control
from dashboard.text.pace import NO_DATA, VERDICTS, applies, measured, place_name, place_of
from dashboard.text.subject import Subject
from dashboard.versions import tables_of

PATH = "/targets"
NAME = "pages.targets.name"
RULES = ("met", "missed", "track", "cannot", "projection", "range")


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view, notices = mended(query, read_view(query), "pace")
    chosen, subject = words(view.lang), measured(view, tables_of(view))
    return page(
        "targets",
        query,
        view,
        *notices,
        controls_bar(chosen, region_picker(chosen, view), economies_picker(chosen)),
        html.P(
            chosen("pages.targets.place_lead", place=place_name(subject)), className="page-lead"
        ),
        _counts(subject),
        *timed([section(chosen, "pages.targets.glance", *glance(subject))], view),
        section(chosen, "pages.targets.chosen_title", figure("pace", above=[_whatif(subject)])),
        *timed([_members(subject), *(_set(subject, name) for name in TARGET_SETS)], view),
        _method(subject),
        made_from=("region", "economies", "target"),
    )


def _counts(subject: Subject) -> Component:
    """How many measures have which verdict; those without open data are counted too."""
    chosen, readings = subject.words, subject.tables.readings(place_of(subject.view))
    place = place_of(subject.view)
    measures = [m for m in catalogue().measures.values() if applies(m, place)]
    found = Counter(readings[m.id].verdict if m.id in readings else NO_DATA for m in measures)
    known = len(measures) - found[NO_DATA]
    total, number = (chosen.number(count) for count in (len(measures), known))
    return html.Section(
        [
            html.H2(
                chosen("pages.targets.counts_title", place=place_name(subject)),
                className="section-title",
            ),
            html.P(chosen("pages.targets.counts_lead", total=total, known=number)),
            html.Ul(
                [
                    html.Li([html.Strong(chosen.number(found[name])), verdict(subject, name)])
                    for name in VERDICTS
                ],
                className="verdicts",
            ),
        ]
    )


def _whatif(subject: Subject) -> Component:
    """The yearly change to try out, with a line that explains it."""
    chosen = subject.words
    field = dbc.Input(
        id=control("pace"),
        inputMode="decimal",
        pattern=r"[\-−]?[0-9]{1,4}([.,][0-9]{1,2})?",
        value=subject.view.pace,
        debounce=True,
        placeholder=chosen("pages.targets.whatif_none"),
        class_name="control-year",
    )
    label = html.Span(chosen("pages.targets.whatif"), className="control-label")
    return html.Div(
        [html.Label([label, field]), html.P(chosen("pages.targets.whatif_lead"))],
        className="whatif",
    )


def _members(subject: Subject) -> Component:
    group = subject.group_label(subject.view.region)
    title = html.Summary(subject.words("pages.targets.members_title", group=group))
    return html.Details([title, members_table(subject)], className="targets-members")


def _set(subject: Subject, name: str) -> Component:
    note = html.P(subject.words(f"sets.{name}.note"), className="page-lead")
    return section(subject.words, f"sets.{name}.name", note, *set_tables(subject.view, name))


def _method(subject: Subject) -> Component:
    chosen = subject.words
    said = [chosen(f"pages.targets.method.{rule}") for rule in RULES]
    said += [*_errors(subject), chosen("pages.targets.method.not_done")]
    said.append(chosen("pages.targets.computed_note"))
    title = html.Summary(chosen("pages.targets.method.title"))
    return html.Details([title, html.Ul([html.Li(text) for text in said])])


def _errors(subject: Subject) -> Iterator[str]:
    """The error of the back-test for the indicator of the measure, where there is one."""
    tested = subject.tables.target_terms.get("errors", {}).get(subject.indicator.id)
    if tested:
        count, error, share = tested
        yield subject.words(
            "pages.targets.method.errors",
            indicator=subject.name,
            number=subject.words.number(count),
            error=subject.points(error),
            share=subject.words.percent(share),
        )
