"""Dash components as plain HTML: what a reader sees until Dash has drawn the same page itself.

Knows no page. Controls are disabled, because nothing listens yet; links work. A `live` page is one
without Dash, for good: its controls work.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.ids import dom_id
from dashboard.serving.components import is_component, properties_of

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
    "loading": "loading",
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
    written: list[str] = []
    _write(tree, fill, written, live=live)
    return "".join(written)


def _write(tree: Any, fill: Mapping[str, str], written: list[str], *, live: bool) -> None:
    if isinstance(tree, str):
        written.append(escape(tree, quote=False))
    elif is_component(tree):
        _write_component(tree, fill, written, live=live)
    elif isinstance(tree, list | tuple):
        for child in tree:
            _write(child, fill, written, live=live)
    elif tree is not None:
        written.append(escape(str(tree), quote=False))


def _write_component(
    component: Component, fill: Mapping[str, str], written: list[str], *, live: bool
) -> None:
    properties, tag = properties_of(component), _tag(type(component))
    if tag:
        written.append(f"<{tag}{_attributes(component, properties, tag, live=live)}>")
    if tag in VOID:
        return
    key = key_of(properties["id"]) if fill and "id" in properties else ""
    if key in fill:
        written.append(fill[key])
    else:
        _write(_children(properties), fill, written, live=live)
    if tag:
        written.append(f"</{tag}>")


@cache
def _tag(kind: type[Component]) -> str:
    name, namespace = kind.__name__, kind._namespace  # noqa: SLF001  # Dash offers no other way
    return name.lower() if namespace == "dash_html_components" else TAGS.get(name, "")


def _children(properties: Mapping[str, Any]) -> Any:
    """The children, or the option that a select shows."""
    if "options" in properties:
        for option in properties["options"] or []:
            if option["value"] == properties.get("value"):
                return html.Option(option["label"])
    return properties.get("children")


@cache
def _attribute(name: str) -> str:
    """What HTML calls a property; empty for one that is no attribute."""
    return ATTRIBUTES.get(name, name if name.startswith(OTHERS) else "")


# "inlineSize" is "inline-size"
@cache
def _kebab(name: str) -> str:
    """The name of a property of style as CSS writes it."""
    return re.sub("[A-Z]", lambda letter: f"-{letter[0].lower()}", name)


def _attributes(component: Component, given: Mapping[str, Any], tag: str, *, live: bool) -> str:
    if added := CLASSES.get(type(component).__name__):
        given = {**given, "class_name": f"{given.get('class_name', '')} {added}".strip()}
    text = ""
    for name, value in given.items():
        if value is not None and (written := _attribute(name)):
            text += f' {written}="{escape(str(value))}"'
    if style := given.get("style"):
        written = ";".join(f"{_kebab(name)}:{value}" for name, value in style.items())
        text += f' style="{escape(written)}"'
    if identity := given.get("id"):
        text += f' id="{escape(dom_id(identity))}"'
    return f'{text} disabled=""' if tag in FORM and not live else text
