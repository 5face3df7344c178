"""The markup of a figure without a server: the components of the pages, as HTML that needs no Dash."""

from dataclasses import asdict
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from dash import html

from dashboard.charts.captions import Caption
from dashboard.charts.registry import CHARTS
from dashboard.components.controls import year_bar
from dashboard.components.figure import captioned, figure_ids, plot_box, zoom_buttons
from dashboard.components.guide import reading
from dashboard.components.keys import key_list
from dashboard.drawing.names import page_names
from dashboard.figures.preview import shapes_markup
from dashboard.i18n import Words
from dashboard.ids import Ids, dom_id
from dashboard.serving.prerender import key_of, prerender
from dashboard.text.subject import Subject
from dashboard.theme import on_page
from dashboard.view import View


@cache
def template(name: str) -> Template:
    """A template of this package by its name."""
    return Template((Path(__file__).parent / f"{name}.html").read_text(encoding="utf-8"))


def figure(
    name: str,
    words: Words,
    said: Caption | None = None,
    subject: Subject | None = None,
    picture: str = "",
) -> str:
    """A figure with its caption, empty or as `said`; charts with all years have a year bar.

    With a `subject` the figure has its keys or its map, and the height that so many rows need. The
    `picture` is HTML that stands in until a plot is drawn, in a frame.
    """
    chart, ids = CHARTS[name], figure_ids(name)
    bar = [year_bar(words, View())] if chart.every_year else []
    keys = (
        key_list(chart.keys(subject, chart.drawn(subject))) if subject and not chart.is_map else []
    )
    properties: dict[str, Any] = {"role": "img", "aria-labelledby": dom_id(ids["title"])}
    if chart.row_rem and subject:
        height = f"{chart.row_rem * len(subject.in_frame()) + 6:.1f}rem"
        properties["style"] = {"blockSize": height}
    plot = html.Div(id=ids["figure"], className="plot")
    inside = picture if chart.is_map else f'<div class="graph"></div>{picture}'
    if subject and chart.shapes and chart.is_map:
        shapes = chart.shapes(subject)
        inside = on_page(shapes_markup(subject, shapes, names=page_names(subject)))
    legend = [html.Div(id=Ids.MAP_LEGEND, className="legend")] if chart.is_map else []
    box = plot_box(name, plot, **properties)
    middle = [*bar, *keys, box, *zoom_buttons(name, words), *legend]
    # An embed, which has a picture, has no other heading.
    title = html.H1 if picture else html.H2
    drawn = captioned(name, ids, middle, asdict(said) if said else {}, title)
    # A frame has no room for it.
    drawn.children += [] if picture else reading(name, ids["questions"], words)
    return prerender(drawn, {key_of(ids["figure"]): inside}, live=True)
