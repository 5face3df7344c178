"""What a tool may be asked with: each argument with its schema, and how it is read.

Whatever cannot be used is refused with a sentence, and a name that nobody has with near ones: nothing
is guessed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.components.choices import choices
from dashboard.i18n import words
from dashboard.view import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_NUMBER,
    MEMBERS,
    MOST_ECONOMIES,
    PARAMETERS,
)

INDICATOR, PLACE, COMPARISON = "indicator", "place", "comparison"
LONGEST_TEXT = 80
MOST_NEAR = 5
Schema = dict[str, Any]


class RefusedError(ValueError):
    """A question that has no answer; the message is a sentence for whoever asked."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a tool: `read` turns what was sent into a value, or raises ValueError.

    The message of RefusedError goes to whoever asked, in place of what the argument `must` be.
    """

    schema: Schema
    read: Callable[[object], Any]
    must: str
    default: Any = None


def _text(longest: int) -> Callable[[object], str]:
    def read(given: object) -> str:
        if not isinstance(given, str) or not 0 < len(given.strip()) <= longest:
            raise ValueError
        if not given.isprintable():
            raise ValueError
        return given.strip()

    return read


def _choice(allowed: Sequence[str], what: str, default: str) -> Argument:
    def read(given: object) -> str:
        if not isinstance(given, str) or given not in allowed:
            raise ValueError
        return given

    schema = {"type": "string", "enum": list(allowed), "default": default, "description": what}
    return Argument(schema, read, f"one of {', '.join(allowed)}", default)


def _year(given: object) -> int:
    if type(given) is not int or not FIRST_YEAR <= given <= LAST_YEAR:
        raise ValueError
    return given


def year(what: str) -> Argument:
    """A year, the newest where it is left out."""
    schema = {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR, "description": what}
    return Argument(schema, _year, f"a year from {FIRST_YEAR} to {LAST_YEAR}, as a number")


def _years(given: object) -> tuple[int | None, int | None]:
    first, last = PARAMETERS["years"].read(_text(LONGEST_TEXT)(given))
    return first, last


YEARS = Argument(
    {
        "type": "string",
        **PARAMETERS["years"].schema(),
        "description": f"{PARAMETERS['years'].allowed()}; without it, the newest value alone",
    },
    _years,
    PARAMETERS["years"].allowed(),
)


def _known(kind: str) -> Callable[[object], str]:
    """Reads an id of that kind, in any case."""

    def read(given: object) -> str:
        text = _text(LONGEST_TEXT)(given)
        ids = {one.casefold(): one for one in named(kind)}
        if text.casefold() not in ids:
            raise RefusedError(_unknown(kind, text))
        return ids[text.casefold()]

    return read


def _unknown(kind: str, text: str) -> str:
    near = ", ".join(f"{one} ({named(kind)[one]})" for one in near_to(kind, text))
    said = f"There is no {kind} with the id {text!r}"
    return (
        f"{said}; near are {near}." if near else f"{said}, and none near it; see the tool 'find'."
    )


def known(kind: str, what: str) -> Argument:
    """An id of that kind."""
    schema = {"type": "string", "maxLength": LONGEST_TEXT, "description": what}
    return Argument(schema, _known(kind), f"the id of one {kind}, as a text")


def _places(given: object) -> list[str]:
    if not isinstance(given, list) or not 0 < len(given) <= MOST_ECONOMIES:
        raise ValueError
    return list(dict.fromkeys(_known(PLACE)(one) for one in given))


PLACES = Argument(
    {
        "type": "array",
        "items": {"type": "string", "maxLength": LONGEST_TEXT},
        "minItems": 1,
        "maxItems": MOST_ECONOMIES,
        "description": "ids of economies (ISO 3166 alpha-3) or groups, as `find` tells them",
    },
    _places,
    f"a list of one to {MOST_ECONOMIES} ids of places",
)
NUMBER = Argument(
    {
        "type": "string",
        "minLength": 1,
        "maxLength": LONGEST_NUMBER,
        "description": "the number as somebody wrote it, such as 24.6 or 4.1 billion",
    },
    _text(LONGEST_NUMBER),
    f"a number as a text of at most {LONGEST_NUMBER} letters",
)
TEXT = Argument(
    {
        "type": "string",
        "minLength": 1,
        "maxLength": LONGEST_TEXT,
        "description": "a name or a part of one, in any of the languages, or a code",
    },
    _text(LONGEST_TEXT),
    f"a text of at most {LONGEST_TEXT} letters",
)
KIND = _choice((INDICATOR, PLACE, COMPARISON), "what is looked for", INDICATOR)
LANGUAGE = _choice(tuple(LANGUAGES), "language of names, notes and sentences", "en")
MEMBERS_OF = _choice(
    MEMBERS, "all economies with a value in each year, or the same throughout", MEMBERS[0]
)


def read_arguments(
    taken: Mapping[str, Argument], required: Sequence[str], given: object
) -> dict[str, Any]:
    """The value of each argument; RefusedError says what is wrong with which."""
    if not isinstance(given, dict):
        raise RefusedError("The arguments must be an object with a value for each name.")
    if strange := [name for name in given if name not in taken]:
        listed = ", ".join(taken)
        raise RefusedError(f"There is no argument {strange[0][:40]!r}; there are {listed}.")
    if missing := [name for name in required if name not in given]:
        raise RefusedError(f"The argument {missing[0]!r} is missing: {taken[missing[0]].must}.")
    return {name: _read(name, one, given) for name, one in taken.items()}


def _read(name: str, one: Argument, given: Mapping[str, object]) -> Any:
    if name not in given:
        return one.default
    try:
        return one.read(given[name])
    except RefusedError:
        raise
    except ValueError:
        raise RefusedError(f"The argument {name!r} must be {one.must}.") from None


@cache
def named(kind: str, lang: str = "en") -> dict[str, str]:
    """The name of everything of a kind, by its id."""
    chosen, known_of = words(lang), catalogue()
    if kind == INDICATOR:
        return {one: chosen(f"indicators.{one}.name") for one in known_of.indicators}
    if kind == COMPARISON:
        return {one: chosen(f"schemes.{one}.name") for one in known_of.schemes}
    economies = {one: chosen.economy(one) for one in known_of.economies}
    return {one: chosen(f"groups.{one}.name") for one in known_of.groups} | economies


def near_to(kind: str, text: str) -> list[str]:
    """Ids of what is called so, or nearly so, in any language; the nearest first."""
    wanted, names = text.casefold(), _searched(kind)
    parts = wanted.split()
    holding = sorted((one for one in names if all(part in one for part in parts)), key=len)
    alike = get_close_matches(wanted, names, n=MOST_NEAR) if len(holding) < MOST_NEAR else []
    found = dict.fromkeys(one for name in (*holding, *alike) for one in names[name])
    return list(found)[:MOST_NEAR]


@cache
def _searched(kind: str) -> dict[str, list[str]]:
    """Ids by each of the names that the pickers of the pages find them by, and by themselves."""
    lists = {INDICATOR: ["indicator"], PLACE: ["region", "economies"]}.get(kind, [])
    pairs = [(one, name) for lang in LANGUAGES for one, name in named(kind, lang).items()]
    pairs += [(one, one) for one in named(kind)]
    for item in (item for name in lists for part in choices("en")[name] for item in part["items"]):
        pairs += [(item[0], name) for name in item[2].split("\n")]
    found: dict[str, list[str]] = {}
    for one, name in pairs:
        found.setdefault(name.casefold(), []).append(one)
    found.pop("", None)
    return found
