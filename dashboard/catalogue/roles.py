"""What single entries are used for: `data/catalogue/roles.toml`, so that no code names an entry."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any


def _of(kind: str, default: Any = "") -> Any:
    """A field that names entries of this part of the catalogue, one or several in their order."""
    return field(default=default, metadata={"of": kind})


@dataclass(frozen=True, slots=True)
class Roles:
    """Which entry, or which ones, for what.

    `people` is how many live somewhere, `mobile` and `fixed` are telephones, `developed` the group
    that regions are measured against, `high_income_then` the one that a report of 2006 calls
    developed, `poorer` the groups of low income, whose values are less sure where they are modelled,
    `context` the theme that says nothing of ICT. `overview` are
    the headline numbers, `divides` those of the gap page, `region` the headline numbers of a region,
    `beside` the comparison of a region that is part of none, `facts` and `peers` what the economy page
    says of an economy and of its peers, `reach` the steps at which people drop out, `brief` the numbers of the printed brief in the order of their weight, `need` and `skill` what programmes stand beside. `ladder` has
    the indicators of each step, `start` the default of each parameter of a view.
    """

    people: str = _of("indicators")
    mobile: str = _of("indicators")
    fixed: str = _of("indicators")
    developed: str = _of("groups")
    high_income_then: str = _of("groups")
    poorer: tuple[str, ...] = _of("groups", ())
    context: str = _of("themes")
    overview: tuple[str, ...] = _of("indicators", ())
    divides: tuple[str, ...] = _of("indicators", ())
    region: tuple[str, ...] = _of("indicators", ())
    beside: str = _of("schemes")
    facts: tuple[str, ...] = _of("indicators", ())
    peers: tuple[str, ...] = _of("indicators", ())
    reach: tuple[str, ...] = _of("indicators", ())
    brief: tuple[str, ...] = _of("indicators", ())
    need: str = _of("indicators")
    skill: str = _of("indicators")
    ladder: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    start: Mapping[str, str] = field(default_factory=dict)


# The parameters of a view whose default is an entry, with the part of the catalogue that it is of.
START = {
    "indicator": "indicators",
    "region": "groups",
    "scheme": "schemes",
    "theme": "theme_pages",
    "panel": "panels",
    "target": "measures",
    "against": "indicators",
}


def read_roles(entry: Mapping[str, Any]) -> Roles:
    """The roles of a file's content; ValueError says which key is missing or too many."""
    wanted = [role.name for role in fields(Roles)]
    for key in sorted({*entry} ^ {*wanted}):
        raise ValueError(f"{key!r} is missing" if key in wanted else f"{key!r} is no role")
    return Roles(
        ladder={step: _ids(f"ladder.{step}", listed) for step, listed in entry["ladder"].items()},
        start={name: _id(f"start.{name}", value) for name, value in entry["start"].items()},
        **{
            role.name: (_ids if role.default == () else _id)(role.name, entry[role.name])
            for role in fields(Roles)
            if role.metadata
        },
    )


def _id(where: str, value: Any) -> Any:
    if not isinstance(value, str):
        raise TypeError(f"{where} must be an id in quotes")
    return value


def _ids(where: str, value: Any) -> Any:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise TypeError(f"{where} must be a list of ids in quotes")
    return tuple(value)


def unknown_roles(roles: Roles, part: Callable[[str], Collection[str]]) -> Iterator[str]:
    """A sentence for each role that no entry plays; `part` gives the ids of a part of the catalogue."""
    for role in fields(Roles):
        if kind := role.metadata.get("of"):
            yield from _unknown(role.name, getattr(roles, role.name), part, kind)
    for step, listed in roles.ladder.items():
        yield from _unknown(f"ladder.{step}", listed, part, "indicators")
    yield from _start(roles.start, part)


def _start(value: Mapping[str, str], part: Callable[[str], Collection[str]]) -> Iterator[str]:
    for name in sorted({*value} ^ {*START}):
        fault = "has no default" if name in START else "is no parameter that can have a default"
        yield f"roles.toml, start: {name} {fault}."
    for name in sorted({*value} & {*START}):
        yield from _unknown(f"start.{name}", value[name], part, START[name])


def _unknown(
    where: str, value: str | tuple[str, ...], part: Callable[[str], Collection[str]], kind: str
) -> Iterator[str]:
    listed = (value,) if isinstance(value, str) else value
    if not listed:
        yield f"roles.toml, {where}: at least one entry is needed."
    for one in listed:
        if one not in part(kind):
            yield f"roles.toml, {where}: {one!r} is not among the {kind.replace('_', ' ')}."
