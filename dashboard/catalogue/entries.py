"""A table of a TOML file made into a value of the models, or a sentence; imports nothing of ours.

The models say which fields there are, which of them may be absent and of which kind each is.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from difflib import get_close_matches
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")

PLAIN: Mapping[Any, tuple[tuple[type, ...], str, str]] = {
    str: ((str,), "a text", "texts"),
    bool: ((bool,), "true or false", "true or false"),
    int: ((int,), "a whole number", "whole numbers"),
    float: ((int, float), "a number", "numbers"),
    NoneType: ((), "nothing", "nothing"),
}


class FieldError(ValueError):
    """An entry has a field that it must not have, or the other way; the message is a sentence."""


def made(kind: type[T], entry: Mapping[str, Any], **given: object) -> T:
    """A `kind` from the fields of an entry, and of what is `given` beside them."""
    own = [field for field in fields(kind) if field.name not in given]  # type: ignore[arg-type]
    names = [field.name for field in own]
    wrong = [_unknown(name, names) for name in entry if name not in names]
    wrong += [
        f"the field {field.name!r} is missing"
        for field in own
        if field.name not in entry and field.default is field.default_factory is MISSING
    ]
    if wrong:
        raise FieldError(f"{'; '.join(wrong)}.")
    return kind(**given, **{name: _read(kind, name, value) for name, value in entry.items()})


def tables_in(entry: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The list of tables that an entry has under a name, taken out of it; [] if there is none."""
    tables = entry.pop(name, [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise FieldError(f"{name} must be a list of tables in braces.")
    return tables


def _unknown(name: str, names: list[str]) -> str:
    near = get_close_matches(name, names, n=1)
    meant = f"is {near[0]!r} meant?" if near else f"there are {', '.join(names)}"
    return f"the field {name!r} is unknown ({meant})"


def _read(kind: type, name: str, value: object) -> object:
    hint = _hints(kind)[name]
    if not _fits(hint, value):
        raise FieldError(f"{name} is {value!r} and must be {_described(hint)}.")
    return tuple(value) if isinstance(value, list) else value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _fits(hint: Any, value: object) -> bool:
    inner = get_args(hint)
    if get_origin(hint) is UnionType:
        return any(_fits(one, value) for one in inner)
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            return False
        wanted = inner[:1] * len(value) if Ellipsis in inner else inner
        return len(value) == len(wanted) and all(map(_fits, wanted, value))
    if hint in PLAIN:
        return isinstance(value, PLAIN[hint][0]) and isinstance(value, bool) == (hint is bool)
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())


def _described(hint: Any) -> str:
    inner = get_args(hint)
    if get_origin(hint) is UnionType:
        return " or ".join(_described(one) for one in inner if one is not NoneType)
    if get_origin(hint) is tuple:
        many = "" if Ellipsis in inner else f"{len(inner)} "
        return f"a list of {many}{PLAIN[inner[0]][2]}" if inner else "an empty list"
    return PLAIN[hint][1] if hint in PLAIN else "a table of texts"
