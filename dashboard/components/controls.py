"""Native controls with visible labels: comparison, measure, scale, base year, and the year itself.

Native ones mirror in right-to-left pages, work with every keyboard and touch screen, and weigh
nothing. Imports view, words and ids.
"""

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.catalogue.programmes import register
from dashboard.collation import collated
from dashboard.i18n import Words
from dashboard.ids import Ids, control
from dashboard.view import (
    EDITIONS,
    FIRST_YEAR,
    LAST_YEAR,
    LAYOUTS,
    MEASURES,
    MEMBERS,
    NO_SCHEME,
    SCALES,
    View,
)

# The browser paints every move of the slider itself (`frontend/src/years.js`); Dash hears of it at rest.
REST_MS = 200


def controls_bar(chosen: Words, *controls: Component) -> Component:
    """The controls of a page in a row that wraps."""
    return html.Div(
        list(controls),
        className="controls",
        role="group",
        **{"aria-label": chosen("controls.title")},
    )


def more(chosen: Words, *controls: Component) -> Component:
    """The controls that most readers leave as they are, behind one button."""
    label = chosen("controls.more")
    return html.Details(
        [html.Summary(label, className="form-select"), html.Div(list(controls))],
        className="menu controls-more",
    )


def scheme_select(chosen: Words, view: View, *, may_be_none: bool = False) -> Component:
    """Which groups are compared; where it may be so, none."""
    options = [(key, chosen(f"schemes.{key}.name")) for key in catalogue().schemes]
    if may_be_none:
        options.append((NO_SCHEME, chosen("controls.scheme.none")))
    return _select(chosen, "scheme", options, view.scheme)


def measure_select(chosen: Words, view: View) -> Component:
    """How the gap is measured."""
    options = [(key, chosen(f"controls.measure.{key}")) for key in MEASURES]
    return _select(chosen, "measure", options, view.measure)


def members_select(chosen: Words, view: View) -> Component:
    """Which economies a gap is formed of."""
    options = [(key, chosen(f"controls.members.{key}")) for key in MEMBERS]
    return _select(chosen, "members", options, view.members, "control control-medium")


def scale_select(chosen: Words, view: View) -> Component:
    """Linear or logarithmic axis."""
    options = [(key, chosen(f"controls.scale.{key}")) for key in SCALES]
    return _select(chosen, "scale", options, view.scale, "control control-short")


def editions_select(chosen: Words, view: View) -> Component:
    """The newest edition of printed group values, or every one."""
    options = [(key, chosen(f"controls.editions.{key}")) for key in EDITIONS]
    return _select(chosen, "editions", options, view.editions, "control control-short")


def layout_select(chosen: Words, view: View) -> Component:
    """All lines in one plot, or a panel each."""
    options = [(key, chosen(f"controls.layout.{key}")) for key in LAYOUTS]
    return _select(chosen, "layout", options, view.layout, "control control-short")


def index_input(chosen: Words, view: View) -> Component:
    """The base year of an indexed trend; empty shows the values themselves."""
    return _labelled(
        chosen,
        "index",
        dbc.Input(
            id=control("index"),
            type="number",
            min=FIRST_YEAR,
            max=LAST_YEAR,
            step=1,
            value=view.index,
            debounce=True,
            placeholder=chosen("controls.index.none"),
            class_name="control-year",
        ),
        "control control-short",
    )


def year_bar(chosen: Words, view: View) -> Component:
    """Play button, slider and typed year; the browser sets the years once it has the data."""
    return html.Div(
        [
            html.Button(
                html.Span(className="play-icon", **{"aria-hidden": "true"}),
                id=Ids.PLAY,
                className="play",
                type="button",
                title=chosen("controls.browser.play"),
                **{"aria-label": chosen("controls.browser.play"), "aria-pressed": "false"},
            ),
            html.Label(
                [
                    html.Span(chosen("controls.year.slider"), className="visually-hidden"),
                    html.Span(id=Ids.YEAR_FIRST, className="year-end", **{"aria-hidden": "true"}),
                    dbc.Input(
                        id=Ids.YEAR,
                        type="range",
                        step=1,
                        debounce=REST_MS,
                        class_name="form-range year-slider",
                    ),
                    html.Span(id=Ids.YEAR_LAST, className="year-end", **{"aria-hidden": "true"}),
                ],
                className="year-track",
            ),
            html.Label(
                [
                    html.Span(chosen("controls.year.label"), className="visually-hidden"),
                    dbc.Input(
                        id=Ids.YEAR_TYPED,
                        type="number",
                        step=1,
                        value=view.year,
                        debounce=True,
                        class_name="control-year",
                    ),
                ],
            ),
        ],
        className="year-bar",
    )


def span_bar(chosen: Words) -> Component:
    """The first and the last year shown, two sliders on one track; the browser sets the years."""
    ends = {"first": Ids.SPAN_FIRST, "last": Ids.SPAN_LAST}
    sliders = [
        html.Label(
            [
                html.Span(chosen(f"controls.{end}.label"), className="visually-hidden"),
                dbc.Input(id=one, type="range", step=1, class_name="form-range year-slider"),
            ]
        )
        for end, one in ends.items()
    ]
    first, last = (
        html.Output(className=f"span-year span-{end}", htmlFor=one, **{"aria-hidden": "true"})
        for end, one in ends.items()
    )
    track = html.Div([html.Span(className="span-kept"), *sliders], className="span-track")
    return html.Div([first, track, last], id=Ids.SPAN, className="year-bar span-bar")


def years_inputs(chosen: Words, view: View) -> list[Component]:
    """The first and the last year of the view's span; the browser joins them (`frontend/src/choose.js`)."""
    return [
        _labelled(
            chosen,
            name,
            dbc.Input(
                id=control(name),
                type="number",
                min=FIRST_YEAR,
                max=LAST_YEAR,
                step=1,
                value=year,
                debounce=True,
                class_name="control-year",
            ),
            "control control-short",
        )
        for name, year in zip(("first", "last"), view.years, strict=True)
    ]


def against_select(chosen: Words, view: View) -> Component:
    """The indicator of the horizontal axis of a scatter."""
    names = [(name, chosen(f"indicators.{name}.name")) for name in catalogue().indicators]
    options = collated(chosen.lang, names, lambda one: one[1])
    return _select(chosen, "against", options, view.against)


def programme_select(chosen: Words, view: View) -> Component:
    """The programmes of the register, and all of them."""
    names = [(name, chosen(f"programmes.names.{name}")) for name in register().programmes]
    options = [
        ("all", chosen("controls.programme.all")),
        *collated(chosen.lang, names, lambda one: one[1]),
    ]
    return _select(chosen, "programme", options, view.programme)


def activity_select(chosen: Words, view: View) -> Component:
    """The types of activity of the register, and all of them."""
    names = [(name, chosen(f"programmes.types.{name}")) for name in register().activities]
    options = [
        ("all", chosen("controls.activity.all")),
        *collated(chosen.lang, names, lambda one: one[1]),
    ]
    return _select(chosen, "activity", options, view.activity)


def _select(
    chosen: Words,
    name: str,
    options: list[tuple[str, str]],
    value: str,
    class_name: str = "control",
) -> Component:
    return _labelled(
        chosen,
        name,
        dbc.Select(
            id=control(name),
            options=[{"value": key, "label": label} for key, label in options],
            value=value,
        ),
        class_name,
    )


def _labelled(chosen: Words, name: str, field: Component, class_name: str = "control") -> Component:
    """A field with its label in sight, and what it means where a pointer rests on it."""
    label = html.Span(chosen(f"controls.{name}.label"), className="control-label")
    return html.Label([label, field], className=class_name, title=chosen(f"guide.controls.{name}"))
