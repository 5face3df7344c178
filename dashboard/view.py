"""The view: the one frozen value that says what the reader is looking at. It is the URL, both ways.

`View.from_query(view.to_query()) == view`. Pages read a query leniently (nonsense becomes the
default); data faces read it strictly (ViewError names the parameter and its possible values).
Imports the catalogue only.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, NamedTuple, Self
from urllib.parse import quote_plus

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.catalogue.programmes import register

MOST_ECONOMIES = 12
LONGEST_NUMBER = 24
MEASURES = ("points", "ratio", "logit", "years-behind")
SCALES = ("linear", "log")
# No groups beside the world and the region.
NO_SCHEME = "none"
EDITIONS = ("none", "newest", "all")
MEMBERS = ("all", "same")
# All lines in one plot, or a panel for each line; "auto": panels from five highlighted economies on.
LAYOUTS = ("auto", "lines", "panels")
FIRST_YEAR, LAST_YEAR = 1950, 2100


class ViewError(ValueError):
    """A parameter cannot be used; the message is a sentence naming it and its possible values."""


def _start(name: str) -> Any:
    """A default that is an entry of the catalogue, which says itself with which one a view starts."""
    return field(default_factory=lambda: catalogue().roles.start[name])


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at.

    `year` None means the latest year with enough coverage; `years` is an inclusive span whose ends
    may be None (earliest, latest); `index` is the base year of an indexed trend, None for values;
    `editions` are those of group values as publishers printed them, none unless asked for; `layout` gives each line of a trend a panel of its own; `members` says which economies a gap is formed of: "all" with a value in each year, or the "same"
    throughout; `theme` is a theme page and `panel` a figure of one, `target` a measure of a target, `pace` a
    yearly change to try out on it; `against` the horizontal axis of a scatter; `programme` and `activity` narrow the register of programmes;
    `number` is a claimed value as somebody wrote it, `print` is "1" for the printed brief, `present`
    "1" for committee mode; `lang` and `v` (the data version) are empty where the URL leaves
    them open.
    """

    indicator: str = _start("indicator")
    year: int | None = None
    years: tuple[int | None, int | None] = (None, None)
    region: str = _start("region")
    economies: tuple[str, ...] = ()
    scheme: str = _start("scheme")
    measure: str = "points"
    members: str = "all"
    scale: str = "linear"
    index: int | None = None
    editions: str = "none"
    layout: str = "auto"
    theme: str = _start("theme")
    panel: str = _start("panel")
    target: str = _start("target")
    pace: float | None = None
    against: str = _start("against")
    programme: str = "all"
    activity: str = "all"
    number: str = ""
    print: str = ""
    present: str = ""
    lang: str = ""
    v: str = ""

    @classmethod
    def from_query(cls, query: Mapping[str, str | Sequence[str]]) -> Self:
        """The view of a page's query string; whatever cannot be read falls back to its default."""
        return cls(**_read(query)[0])

    @staticmethod
    def unread(query: Mapping[str, str | Sequence[str]]) -> dict[str, str]:
        """What of a page's query string cannot be read: of economies, the pieces that are none."""
        return _read(query)[1]

    @classmethod
    def from_strict_query(cls, query: Mapping[str, Sequence[str]]) -> Self:
        """The view of a data face's query (each name with all its values); ViewError if wrong."""
        values = {}
        for name, texts in query.items():
            if name not in PARAMETERS:
                raise ViewError(f"There is no parameter {name!r}; known are {_names()}.")
            read, _, allowed, _ = PARAMETERS[name]
            if len(texts) != 1:
                raise ViewError(f"The parameter {name!r} may be given once only.")
            try:
                values[name] = read(texts[0])
            except ValueError as error:
                raise ViewError(f"The parameter {name!r} must be {allowed()}.") from error
        return cls(**values)

    def to_query(self, **changes: Any) -> str:
        """The query string of this view, defaults left out, in the order of `PARAMETERS`."""
        if strange := changes.keys() - PARAMETERS.keys():
            raise TypeError(f"A view has no {', '.join(strange)}.")
        return "&".join(
            _written(name, value)
            for name, usual in _default()
            if (value := changes[name] if name in changes else getattr(self, name)) != usual
        )


# Pages write hundreds of links that differ in one value.
@lru_cache(4096)
def _written(name: str, value: Any) -> str:
    """A parameter and its value as they stand in a query string."""
    return f"{name}={quote_plus(PARAMETERS[name].write(value), safe='~,')}"


@cache
def _default() -> list[tuple[str, Any]]:
    """What a view starts with, in the order of `PARAMETERS`."""
    return [(name, getattr(View(), name)) for name in PARAMETERS]


def _read(query: Mapping[str, str | Sequence[str]]) -> tuple[dict[str, Any], dict[str, str]]:
    """The values of a page's query string, and the texts that are none."""
    values: dict[str, Any] = {}
    unread: dict[str, str] = {}
    for name, (read, _, _, _) in PARAMETERS.items():
        text = query.get(name)
        if not isinstance(text, str) or not text:
            continue
        if name == "economies":
            values[name], strange = _pick_economies(text)
            if strange:
                unread[name] = strange
            continue
        try:
            values[name] = read(text)
        except ValueError:
            unread[name] = text
    return values, unread


def _one_of(choices: Callable[[], Any]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in choices():
            raise ValueError(text)
        return text

    return read


def _read_year(text: str) -> int | None:
    if text == "latest":
        return None
    if not re.fullmatch(r"[0-9]{4}", text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise ValueError(text)
    return int(text)


def _write_year(year: int | None) -> str:
    return "latest" if year is None else str(year)


# "2005..2024", "earliest..2015", "2010..latest"
def _read_years(text: str) -> tuple[int | None, int | None]:
    first, separator, last = text.partition("..")
    if not separator or first == "latest" or last == "earliest":
        raise ValueError(text)
    start = None if first == "earliest" else _read_year(first)
    end = _read_year(last)
    if start is not None and end is not None and start > end:
        raise ValueError(text)
    return start, end


def _write_years(years: tuple[int | None, int | None]) -> str:
    start, end = years
    return f"{'earliest' if start is None else start}..{_write_year(end)}"


def _read_index(text: str) -> int:
    year = _read_year(text)
    if year is None:
        raise ValueError(text)
    return year


# "2.5", "-0.75": a yearly change in the unit of an indicator
def _read_pace(text: str) -> float:
    if not re.fullmatch(r"-?[0-9]{1,4}(\.[0-9]{1,2})?", text):
        raise ValueError(text)
    return float(text) + 0.0


# Known codes joined by ~, each once, at most twelve so that lines stay readable
def _read_economies(text: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(text.upper().split("~")))
    if len(codes) > MOST_ECONOMIES or any(c not in catalogue().economies for c in codes):
        raise ValueError(text)
    return codes


# On a page a bad piece costs that piece alone, and a comma or a space does as well as ~.
def _pick_economies(text: str) -> tuple[tuple[str, ...], str]:
    pieces = dict.fromkeys(filter(None, re.split(r"[~,;\s]+", text.upper())))
    known = [piece for piece in pieces if piece in catalogue().economies]
    strange = [piece for piece in pieces if piece not in catalogue().economies]
    return tuple(known[:MOST_ECONOMIES]), "~".join([*strange, *known[MOST_ECONOMIES:]])


def _few_economies() -> str:
    return "~".join([*catalogue().economies][:3])


# As somebody writes it, in any script; `text/checker.py` says what it means.
def _read_number(text: str) -> str:
    if len(text) > LONGEST_NUMBER or not text.isprintable():
        raise ValueError(text)
    return text.strip()


def _read_version(text: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{8,64}", text):
        raise ValueError(text)
    return text


def _names() -> str:
    return ", ".join(PARAMETERS)


def _listed(choices: Callable[[], Any]) -> Callable[[], str]:
    return lambda: "one of " + ", ".join(choices())


def _choice(choices: Callable[[], Any]) -> "Parameter":
    return Parameter(_one_of(choices), str, _listed(choices), lambda: {"enum": list(choices())})


def _matching(pattern: str) -> Callable[[], dict[str, Any]]:
    return lambda: {"pattern": f"^{pattern}$"}


def _economies_schema() -> dict[str, Any]:
    known = f"({'|'.join(catalogue().economies)})"
    return {"pattern": f"^{known}(~{known}){{0,{MOST_ECONOMIES - 1}}}$"}


class Parameter(NamedTuple):
    """A parameter: how it is read and written, what it may be, in words and as JSON Schema of a text."""

    read: Callable[[str], Any]
    write: Callable[[Any], str]
    allowed: Callable[[], str]
    schema: Callable[[], dict[str, Any]]


YEAR = "(19[5-9][0-9]|20[0-9][0-9]|2100)"

# The order is the order in every URL
PARAMETERS: dict[str, Parameter] = {
    "indicator": _choice(lambda: catalogue().indicators),
    "year": Parameter(
        _read_year,
        _write_year,
        lambda: "a year such as 2022, or latest",
        _matching(f"({YEAR}|latest)"),
    ),
    "years": Parameter(
        _read_years,
        _write_years,
        lambda: "a span such as 2005..2024 or earliest..latest",
        _matching(rf"({YEAR}|earliest)\.\.({YEAR}|latest)"),
    ),
    "region": _choice(lambda: catalogue().groups),
    "economies": Parameter(
        _read_economies,
        "~".join,
        lambda: f"at most {MOST_ECONOMIES} ISO 3166 codes joined by ~, such as {_few_economies()}",
        _economies_schema,
    ),
    "scheme": _choice(lambda: (*catalogue().schemes, NO_SCHEME)),
    "measure": _choice(lambda: MEASURES),
    "members": _choice(lambda: MEMBERS),
    "scale": _choice(lambda: SCALES),
    "index": Parameter(_read_index, str, lambda: "a base year such as 2010", _matching(YEAR)),
    "editions": _choice(lambda: EDITIONS),
    "layout": _choice(lambda: LAYOUTS),
    "theme": _choice(lambda: catalogue().theme_pages),
    "panel": _choice(lambda: catalogue().panels),
    "target": _choice(lambda: catalogue().measures),
    "pace": Parameter(
        _read_pace,
        "{:g}".format,
        lambda: "a yearly change such as 2.5 or -0.75, with at most two decimals",
        _matching(r"-?[0-9]{1,4}(\.[0-9]{1,2})?"),
    ),
    "against": _choice(lambda: catalogue().indicators),
    "programme": _choice(lambda: ("all", *register().programmes)),
    "activity": _choice(lambda: ("all", *register().activities)),
    "number": Parameter(
        _read_number,
        str,
        lambda: f"a number of at most {LONGEST_NUMBER} letters",
        lambda: {"maxLength": LONGEST_NUMBER},
    ),
    "print": _choice(lambda: ("1",)),
    "present": _choice(lambda: ("1",)),
    "lang": _choice(lambda: LANGUAGES),
    "v": Parameter(
        _read_version,
        str,
        lambda: "a data version as printed on the data page",
        _matching("[0-9a-f]{8,64}"),
    ),
}
