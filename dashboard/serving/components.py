"""Dash's components, made and told quickly: a page has hundreds of them, that of targets thousands.

Dash looks through the names of all properties for each component that is made, twice more when it is
told, and takes some from a set, whose order differs from process to process. Here a class is checked
by Dash once for each choice of names; those that follow are made and told as they were written.
Knows no page.
"""

from collections.abc import Iterator, Mapping
from inspect import signature
from itertools import islice
from typing import Any, TypeGuard

import orjson
from dash.development.base_component import Component, ComponentMeta

from dashboard.settings import rooted

# What Dash's own `__init__` leaves in each component; it is the same for all of a class.
BOOKKEEPING = (
    "_prop_names",
    "_valid_wildcard_attributes",
    "available_properties",
    "available_wildcard_properties",
)
# Properties that are addresses: pages write paths of ours, such as "/map".
ADDRESSES = ("href", "src")
# The beginning of an address that holds what it leads to.
HELD = "data:"
Names = tuple[str, ...]

# What Dash adds by itself to a component of a class with these names, and the name of its first argument.
_known: dict[tuple[type, int, Names], tuple[dict[str, Any], str]] = {}


def _make(kind: type, *args: Any, **properties: Any) -> Any:
    """A component of a class, checked by Dash if none like it was made before."""
    known = _known.get((kind, len(args), tuple(properties)))
    if known is None:
        return _check(kind, args, properties)
    added, first = known
    made: Any = object.__new__(kind)
    if args:
        made.__dict__ = {**added, first: args[0], **properties}
    else:
        made.__dict__ = {**added, **properties}
    return made


def _check(kind: type, args: tuple[Any, ...], properties: Mapping[str, Any]) -> Any:
    made = type.__call__(kind, *args, **properties)
    held = vars(made)
    if len(args) > 1 or not set(BOOKKEEPING) <= held.keys():
        return made
    for name in BOOKKEEPING:
        setattr(kind, name, held.pop(name))
    first = list(signature(kind.__init__).parameters)[1] if args else ""  # type: ignore[misc]
    named = {first: args[0], **properties} if args else properties
    added = {name: value for name, value in held.items() if name not in named}
    _known[kind, len(args), tuple(properties)] = added, first
    made.__dict__ = {**added, **named}
    return made


def properties_of(component: Component) -> dict[str, Any]:
    """What a component was given, in the order in which it was written, its addresses below the root.

    A picture that its address holds waits until it is near the window: to a browser each is a document
    of its own, and a page can have sixty. `loading` comes before the address, which begins the load.
    """
    given = vars(component)
    for name in ADDRESSES:
        if name in given:
            given = {**given, name: rooted(given[name])}
    return {"loading": "lazy", **given} if given.get("src", "").startswith(HELD) else given


def told(component: Component) -> dict[str, Any]:
    """A component as Dash sends it."""
    return {
        "props": properties_of(component),
        "type": component._type,  # noqa: SLF001  # Dash offers no other way
        "namespace": component._namespace,  # noqa: SLF001
    }


def as_json(layout: object) -> bytes:
    """A layout as Dash sends it, in bytes; Dash's own way takes three times as long."""
    return orjson.dumps(layout, default=_told_anything, option=orjson.OPT_NON_STR_KEYS)


def _told_anything(part: object) -> dict[str, Any]:
    if is_component(part):
        return told(part)
    raise TypeError(type(part).__name__)


def is_component(part: object) -> TypeGuard[Component]:
    """Whether something is a component; `isinstance` asks all that Dash knows of its classes."""
    return type(type(part)) is ComponentMeta


def walked(layout: object) -> Iterator[Component]:
    """All components of a layout, from the top; Dash's own way writes a path for each."""
    left = [layout]
    while left:
        part = left.pop()
        if isinstance(part, str):
            continue
        if is_component(part):
            yield part
            left.append(getattr(part, "children", None))
        elif isinstance(part, list | tuple):
            left.extend(reversed(part))


def _beneath(layout: Component) -> Iterator[Component]:
    """All components in a layout but itself, as Dash walks when it looks at ids."""
    return islice(walked(layout), 1, None)


Component._traverse_ids = lambda layout: (  # type: ignore[method-assign]  # noqa: SLF001  # see above
    part for part in _beneath(layout) if getattr(part, "id", None) is not None
)
Component._traverse = _beneath  # type: ignore[method-assign]  # noqa: SLF001
ComponentMeta.__call__ = _make  # type: ignore[assignment, method-assign]
Component.to_plotly_json = told  # type: ignore[method-assign]
