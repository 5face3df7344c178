"""Dash components as plain HTML: what a reader sees until Dash has drawn the same page itself.

Knows no page. Controls are disabled, because nothing listens yet; links work. A `live` page is one
without Dash, for good: its controls work.
"""

import json
import re
from collections.abc import Mapping
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.ids import dom_id

VOID = {"br", "hr", "img", "input", "wbr"}
FORM = {"button", "input", "select", "textarea"}
# Components that are an element of another name; all others of Dash's own have nothing to show.
TAGS = {"Link": "a", "Input": "input", "Select": "select", "Button": "button", "Checkbox": "input"}
# Properties that are attributes, with their names in HTML.
ATTRIBUTES = {
    "alt": "alt",
    "className": "class",
    "class_name": "class",
    "colSpan": "colspan",
    "dir": "dir",
    "href": "href",
    "lang": "lang",
    "max": "max",
    "min": "min",
    "placeholder": "placeholder",
    "role": "role",
    "scope": "scope",
    "src": "src",
    "step": "step",
    "tabIndex": "tabindex",
    "title": "title",
    "type": "type",
    "value": "value",
}
OTHERS = ("aria-", "data-")
# dash-bootstrap-components gives its controls these classes in the browser.
CLASSES = {"Select": "form-select", "Input": "form-control"}


def key_of(component_id: object) -> str:
    """The id of a component as a text, also where it is a pattern."""
    if isinstance(component_id, Mapping):
        return json.dumps(component_id, sort_keys=True)
    return str(component_id)


def prerender(tree: Any, fill: Mapping[str, str], *, live: bool = False) -> str:
    """The HTML of a layout; `fill` has the inner HTML of components that are empty in it, by id."""
    if tree is None:
        return ""
    if isinstance(tree, list | tuple):
        return "".join(prerender(child, fill, live=live) for child in tree)
    if not isinstance(tree, Component):
        return escape(str(tree), quote=False)
    key = key_of(getattr(tree, "id", ""))
    inner = fill[key] if key in fill else prerender(_children(tree), fill, live=live)
    tag = _tag(tree)
    if not tag:
        return inner
    opened = f"<{tag}{_attributes(tree, tag, live=live)}>"
    return opened if tag in VOID else f"{opened}{inner}</{tag}>"


def _tag(component: Component) -> str:
    kind = type(component).__name__
    if component._namespace == "dash_html_components":  # noqa: SLF001  # Dash offers no other way
        return kind.lower()
    return TAGS.get(kind, "")


def _children(component: Component) -> Any:
    """The children, or the option that a select shows."""
    chosen = getattr(component, "value", None)
    for option in getattr(component, "options", None) or []:
        if option["value"] == chosen:
            return html.Option(option["label"])
    return getattr(component, "children", None)


# "inlineSize" is "inline-size"
def _kebab(name: str) -> str:
    """The name of a property of style as CSS writes it."""
    return re.sub("[A-Z]", lambda letter: f"-{letter[0].lower()}", name)


def _attributes(component: Component, tag: str, *, live: bool) -> str:
    properties = component.to_plotly_json()["props"]  # type: ignore[no-untyped-call]
    found = {ATTRIBUTES[name]: value for name, value in properties.items() if name in ATTRIBUTES}
    if added := CLASSES.get(type(component).__name__):
        found["class"] = f"{found.get('class', '')} {added}".strip()
    found |= {name: value for name, value in properties.items() if name.startswith(OTHERS)}
    if style := properties.get("style"):
        found["style"] = ";".join(f"{_kebab(name)}:{value}" for name, value in style.items())
    if identity := properties.get("id"):
        found["id"] = dom_id(identity)
    if tag in FORM and not live:
        found["disabled"] = ""
    return "".join(
        f' {name}="{escape(str(value))}"' for name, value in found.items() if value is not None
    )
