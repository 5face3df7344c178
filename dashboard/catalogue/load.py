"""Read `data/catalogue/` into frozen values; imports the models only.

A file that cannot be read as it should raises CatalogueError with a sentence that names the file
and the entry.
"""

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import tomli

from dashboard.catalogue.entries import FieldError, made, tables_in
from dashboard.catalogue.models import (
    EVERY_YEAR,
    WORLD,
    Catalogue,
    CoreIndicator,
    Economy,
    Group,
    Indicator,
    Live,
    LivePart,
    Mark,
    Measure,
    Panel,
    Question,
    Scheme,
    Series,
    Source,
    Target,
)
from dashboard.catalogue.roles import Roles, read_roles

ECONOMY_COLUMNS = ("iso3", "iso2", "m49", "un_member", "inhabited", "footnote")
MEMBER_COLUMNS = ("group", "economy", "member_type", "from_year", "to_year", "counted", "note")
MARK_COLUMNS = ("indicator", "economy", "year", "kind", "reason")
CORE_COLUMNS = tuple(field.name for field in fields(CoreIndicator))

# Empty for every year.
_YEARS = re.compile(r"(\d{4}(\.\.\d{4})?)?")

T = TypeVar("T")


class CatalogueError(ValueError):
    """A catalogue file is wrong; the message is a sentence naming the file and the entry."""


def load_catalogue(folder: Path) -> Catalogue:
    """Read all catalogue files of `folder`; CatalogueError says what is wrong and where."""
    economies = {e.iso3: e for e in _economies(folder / "economies.csv")}
    roles = _roles(folder / "roles.toml")
    return Catalogue(
        themes=tuple(_toml(folder / "themes.toml")["themes"]),
        indicators=_entries(folder / "indicators.toml", partial(_indicator, roles.people)),
        economies=economies,
        groups=_groups(folder, tuple(economies)),
        schemes=_entries(folder / "schemes.toml", _with_id(Scheme)),
        sources=_entries(folder / "sources.toml", _source),
        marks=_marks(folder / "marks.csv"),
        map_notes=tuple(_toml(folder / "map_rules.toml").get("notes", ())),
        follows=_toml(folder / "map_rules.toml").get("follows", {}),
        targets=_entries(folder / "targets.toml", _target),
        core={
            row["code"]: CoreIndicator(**row)
            for row in catalogue_rows(folder / "core.csv", CORE_COLUMNS)
        },
        panels=_entries(folder / "panels.toml", _with_id(Panel)),
        questions=_entries(folder / "questions.toml", _with_id(Question)),
        common_names={
            row["economy"]: tuple(row["names"].split(";"))
            for row in catalogue_rows(folder / "common_names.csv", ("economy", "names"))
        },
        search_words={
            row["indicator"]: tuple(row["words"].split(";"))
            for row in catalogue_rows(folder / "search_words.csv", ("indicator", "words"))
        },
        page_words={
            row["page"]: tuple(row["words"].split(";"))
            for row in catalogue_rows(folder / "page_words.csv", ("page", "words"))
        },
        roles=roles,
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CatalogueError(f"{path.name} cannot be read: {error}.") from error


def catalogue_rows(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a CSV file that has exactly these columns."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file, strict=True)
            rows = list(table)
    except (OSError, ValueError, csv.Error) as error:
        raise CatalogueError(f"{path.name} cannot be read: {error}.") from error
    if set(table.fieldnames or ()) != set(columns):
        raise CatalogueError(f"{path.name} must have the columns {', '.join(columns)}.")
    for line, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise CatalogueError(f"{path.name}, row {line}, must have {len(columns)} cells.")
    return rows


def _entries(path: Path, make: Callable[[str, dict[str, Any]], T]) -> dict[str, T]:
    """The tables of a TOML file, each made into a value."""
    entries = {}
    for key, entry in _toml(path).items():
        if not isinstance(entry, dict):
            raise CatalogueError(f"{path.name}: {key} stands outside of any entry.")
        try:
            entries[key] = make(key, dict(entry))
        except FieldError as error:
            raise CatalogueError(f"{path.name}, entry {key}: {error}") from error
    return entries


def _indicator(people: str, key: str, entry: dict[str, Any]) -> Indicator:
    series = tuple(made(Series, one) for one in tables_in(entry, "series"))
    published = tuple(made(Series, one) for one in tables_in(entry, "published"))
    entry.setdefault("weight", people)
    return made(Indicator, entry, id=key, series=series, published=published)


def _roles(path: Path) -> Roles:
    try:
        return read_roles(_toml(path))
    except (AttributeError, TypeError, ValueError) as error:
        raise CatalogueError(f"{path.name}: {error}.") from error


def _target(key: str, entry: dict[str, Any]) -> Target:
    measures = tuple(
        made(Measure, {"id": key, **one}, target=key) for one in tables_in(entry, "measures")
    )
    return made(Target, entry, id=key, measures=measures)


def _source(key: str, entry: dict[str, Any]) -> Source:
    live = entry.pop("live", None)
    if live is not None and not isinstance(live, dict):
        raise FieldError("live must be a table.")
    return made(Source, entry, id=key, live=live and _live(dict(live)))


def _live(entry: dict[str, Any]) -> Live:
    parts = tuple(made(LivePart, one) for one in tables_in(entry, "parts"))
    live = made(Live, entry, parts=parts)
    if bool(live.codes) == bool(live.parts):
        raise FieldError("live must have either codes or parts.")
    return live


def _with_id(kind: type[T]) -> Callable[[str, dict[str, Any]], T]:
    return lambda key, entry: made(kind, entry, id=key)


def _economies(path: Path) -> list[Economy]:
    return [
        Economy(
            iso3=row["iso3"],
            iso2=row["iso2"],
            m49=row["m49"],
            un_member=row["un_member"] == "yes",
            inhabited=row["inhabited"] == "yes",
            footnote=row["footnote"],
        )
        for row in catalogue_rows(path, ECONOMY_COLUMNS)
    ]


def _marks(path: Path) -> tuple[Mark, ...]:
    marks = []
    for line, row in enumerate(catalogue_rows(path, MARK_COLUMNS), start=2):
        if not _YEARS.fullmatch(row["year"]):
            raise CatalogueError(
                f"{path.name}, row {line}: {row['year']!r} is not a year, nor years such as 2019..2024."
            )
        first, _, last = row["year"].partition("..")
        span = (int(first), int(last or 0)) if first else (0, EVERY_YEAR)
        marks.append(Mark(**{**row, "year": span[0]}, last=span[1]))  # type: ignore[arg-type]
    return tuple(marks)


def _groups(folder: Path, everybody: tuple[str, ...]) -> Mapping[str, Group]:
    """Groups of groups.toml with the members of members.csv whose column `counted` says yes."""
    members = _members(folder / "members.csv", everybody)

    def make(code: str, entry: dict[str, Any]) -> Group:
        complement = entry.get("complement_of", ())
        if entry.get("kind") == WORLD:
            chosen: tuple[str, ...] = everybody
        elif complement:
            listed = {economy for other in complement for economy in members[other]}
            chosen = tuple(e for e in everybody if e not in listed)
        else:
            chosen = tuple(members[code])
        return made(Group, entry, code=code, members=chosen)

    groups = _entries(folder / "groups.toml", make)
    for code in members:
        if code not in groups:
            raise CatalogueError(f"members.csv: the group {code!r} is not in groups.toml.")
    return groups


def _members(path: Path, everybody: tuple[str, ...]) -> dict[str, list[str]]:
    """The economies of each group that count, in the order of the file."""
    members: dict[str, list[str]] = {}
    for line, row in enumerate(catalogue_rows(path, MEMBER_COLUMNS), start=2):
        if row["economy"] not in everybody:
            raise CatalogueError(f"{path.name}, row {line}: {row['economy']!r} is no economy.")
        if row["counted"] not in ("yes", "no"):
            raise CatalogueError(f"{path.name}, row {line}: counted must be yes or no.")
        if row["counted"] == "yes":
            members.setdefault(row["group"], []).append(row["economy"])
    return members
