"""The region page: a profile of a region, from where it stands to what is not measured there."""

from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.components.brief import brief, print_link
from dashboard.components.controls import controls_bar, year_bar
from dashboard.components.decks import page_deck
from dashboard.components.figure import figure
from dashboard.components.fold import fold
from dashboard.components.page import Head, page, read_view, section
from dashboard.components.pickers import indicator_picker, region_picker
from dashboard.components.programmes import programmes_in
from dashboard.components.reach import reach
from dashboard.components.region_lists import moved, onward, unmeasured
from dashboard.components.region_members import members, other_themes
from dashboard.components.region_numbers import numbers, sentences
from dashboard.components.ways import timed
from dashboard.i18n import words
from dashboard.ids import Ids
from dashboard.text.region import own_scheme
from dashboard.text.subject import Subject, subject_of
from dashboard.versions import tables_of
from dashboard.view import View

PATH = "/region"
NAME = "pages.region.name"
MADE_FROM = ("region", "indicator")
# Trends of other indicators in its deck, which then has twelve slides.
OTHERS = 4


def layout(**query: Any) -> Component:
    """The page for a query; without one, the default view."""
    view = read_view(query)
    chosen = words(view.lang)
    # What is written here is of the newest years: the year and the span belong to the figures.
    subject = subject_of(replace(view, year=None, years=(None, None)), tables_of(view))
    place = subject.group_heading(view.region)
    if view.print:
        said = Head(place, chosen("pages.region.lead"), place)
        alone = replace(subject, view=replace(subject.view, economies=()))
        return page("region", query, view, *brief(alone), said=said, made_from=MADE_FROM)
    question = chosen("pages.region.question", group=subject.group_name(view.region))
    return page(
        "region",
        query,
        view,
        controls_bar(chosen, indicator_picker(chosen, view), region_picker(chosen, view)),
        *timed(_content(subject, view), view),
        said=Head(question, chosen("pages.region.lead"), place),
        made_from=MADE_FROM,
    )


def _content(subject: Subject, view: View) -> list[Component]:
    """What the page says of the region, from where it stands to where to go on."""
    chosen = subject.words
    scheme = own_scheme(view.region) or catalogue().roles.beside
    theme = chosen(f"themes.{subject.indicator.theme}.name")
    return [
        figure(
            "map",
            above=[year_bar(chosen, view)],
            below=[html.Div(id=Ids.MAP_LEGEND, className="legend")],
        ),
        sentences(subject),
        html.Div(
            [
                print_link(replace(subject, view=view), PATH),
                page_deck(chosen, slides(subject, scheme)),
            ],
            className="page-copies",
        ),
        section(chosen, "pages.region.numbers", *numbers(subject, catalogue().roles.region)),
        section(chosen, "pages.region.trend", figure("trend", of=f"scheme={scheme}")),
        section(chosen, "pages.region.spread", figure("spread")),
        fold(chosen("pages.region.members.title", theme=theme), *members(subject)),
        other_themes(subject),
        fold(chosen("pages.region.movers.title"), *moved(subject)),
        fold(chosen("pages.region.missing.title"), *unmeasured(subject)),
        section(chosen, "pages.reach.title", *reach(subject, view.region)),
        section(chosen, "pages.programmes.name", *programmes_in(subject)),
        section(chosen, "pages.region.links.title", onward(subject)),
    ]


def slides(subject: Subject, scheme: str) -> list[str]:
    """The indicator from every side, and the course of the first other ones that regions are known by."""
    others = [one for one in catalogue().roles.region if one != subject.indicator.id]
    sides = ["map", f"trend?scheme={scheme}", f"gap?scheme={scheme}", "spread", "change", "scatter"]
    return sides + [f"trend?scheme={scheme}&indicator={one}" for one in others[:OTHERS]]
