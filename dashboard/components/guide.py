"""Guidance: the hint on a first visit, the list of keys and controls, and how each chart is read.

Everything is part of the page and folded away; `frontend/src/guide.js` shows it. A key that a script
listens to is listed in `KEYS`, and nowhere else. Imports words and the language.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import Words

# Where keys work, and what each does (`guide.keys`); a name longer than a sign is a word.
KEYS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "everywhere": (
        (("/",), "search"),
        (("?",), "help"),
        (("escape",), "escape"),
    ),
    "figure": (
        (("t",), "table"),
        (("n",), "notes"),
        (("←", "→", "↑", "↓"), "points"),
        (("+", "-", "0"), "zoom"),
    ),
    "room": (
        (("p",), "present"),
        (("→", "page-down"), "next"),
        (("←", "page-up"), "previous"),
        (("b",), "blank"),
        (("l",), "language"),
        (("s",), "spotlight"),
    ),
}
# The controls that the list explains, in the order in which pages show them.
CONTROLS = (
    "region",
    "economies",
    "scheme",
    "measure",
    "members",
    "scale",
    "index",
    "editions",
    "layout",
    "against",
    "first",
    "last",
    "programme",
    "activity",
)


def reading(
    chart: str, questions: str | Mapping[str, Any], chosen: Words, *, hidden: bool = False
) -> list[Component]:
    """How a chart is read, folded, and a place for the `questions` about its indicators."""
    summary = html.Summary(chosen("guide.read.summary"), className="reading-button")
    text = html.P(chosen(f"guide.read.{chart}"))
    inside = html.Div([text, html.Dl(id=questions)], className="reading-text")
    return [html.Details([summary, inside], className="reading", hidden=hidden)]


def first_hint(chosen: Words) -> Component:
    """The hint, a line; a style hides it but on a first visit, and its key where there are no keys."""
    sentences = [
        html.P(chosen("guide.hint.share")),
        html.P(chosen("guide.hint.delegates"), className="hint-key"),
    ]
    close = html.Button(chosen("guide.hint.close"), className="hint-close", type="button")
    return html.Div(
        [*sentences, close],
        className="hint",
        role="note",
        **{"aria-label": chosen("guide.hint.label")},
    )


def help_button(chosen: Words) -> Component:
    """The button of the header that opens the list of keys, for those who have a pointer."""
    label = chosen("guide.help.title")
    return html.Button(
        html.Kbd("?"),
        className="help-open help-button",
        type="button",
        title=label,
        **{"aria-label": label},
    )


def help_link(chosen: Words) -> Component:
    """The same button in words, for the footer."""
    return html.Button(chosen("guide.help.title"), className="help-open", type="button")


def help_dialog(chosen: Words) -> Component:
    """The list of keys and controls, closed."""
    title = chosen("guide.help.title")
    off = {"aria-pressed": "false"}
    switch = html.Button(chosen("guide.help.off"), className="help-off", type="button", **off)
    return html.Dialog(
        [
            html.Div(
                [
                    html.H2(title, className="help-title"),
                    html.Button(chosen("guide.help.close"), className="help-close", type="button"),
                ],
                className="help-head",
            ),
            html.Div([*map(partial(_section, chosen), KEYS), switch], className="help-keys"),
            _controls(chosen),
        ],
        className="help",
        **{"aria-label": title},
    )


def _section(chosen: Words, name: str) -> Component:
    rows = [
        html.Div([html.Dt(_keys(chosen, keys)), html.Dd(chosen(f"guide.keys.{does}"))])
        for keys, does in KEYS[name]
    ]
    heading = html.H3(chosen(f"guide.keys.sections.{name}"))
    return html.Section([heading, html.Dl(rows)])


def _keys(chosen: Words, keys: tuple[str, ...]) -> list[Component]:
    """Keys as they are printed on a keyboard."""
    return [
        html.Kbd(chosen(f"guide.keys.names.{key}") if len(key) > 1 else key, dir="ltr")
        for key in keys
    ]


def _controls(chosen: Words) -> Component:
    rows = [
        html.Div(
            [
                html.Dt(chosen(f"controls.{name}.label")),
                html.Dd(chosen(f"guide.controls.{name}")),
            ]
        )
        for name in CONTROLS
    ]
    return html.Div(
        [html.H3(chosen("guide.help.controls")), html.Dl(rows)], className="help-controls"
    )
