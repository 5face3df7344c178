"""Read `data/catalogue/` into frozen values; imports the models only.

A file that cannot be read as it should raises CatalogueError with a sentence that names the file
and the entry.
"""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from dashboard.catalogue.models import (
    Catalogue,
    Economy,
    Group,
    Indicator,
    Mark,
    Scheme,
    Series,
    Source,
)

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")


class CatalogueError(ValueError):
    """A catalogue file is wrong; the message is a sentence naming the file and the entry."""


def load_catalogue(folder: Path) -> Catalogue:
    """Read all catalogue files of `folder`; CatalogueError says what is wrong and where."""
    economies = {e.iso3: e for e in map(_economy, _rows(folder / "economies.csv"))}
    themes = _toml(folder / "themes.toml")["themes"]
    return Catalogue(
        themes=tuple(themes),
        indicators=_entries(folder / "indicators.toml", _indicator),
        economies=economies,
        groups=_groups(folder, tuple(economies)),
        schemes=_entries(folder / "schemes.toml", _scheme),
        sources=_entries(folder / "sources.toml", lambda i, e: Source(id=i, **e)),
        marks=tuple(_mark(row) for row in _rows(folder / "marks.csv")),
        map_notes={row.pop("key"): row for row in _rows(folder / "map_notes.csv")},
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"{path.name} cannot be read: {error}.") from error


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, strict=True)
    except (OSError, csv.Error) as error:
        raise CatalogueError(f"{path.name} cannot be read: {error}.") from error


def _entries(path: Path, make: Any) -> dict[str, Any]:
    entries = {}
    for key, entry in _toml(path).items():
        try:
            entries[key] = make(key, entry)
        except (TypeError, ValueError, KeyError) as error:
            raise CatalogueError(f"{path.name}, entry {key}: {error}.") from error
    return entries


def _indicator(id: str, entry: dict[str, Any]) -> Indicator:
    series = tuple(map(_one_series, entry.pop("series")))
    published = tuple(map(_one_series, entry.pop("published", ())))
    low, high = entry.pop("range")
    limits = tuple(entry.pop("class_limits"))
    return Indicator(
        id=id, series=series, published=published, range=(low, high), class_limits=limits, **entry
    )


def _one_series(entry: dict[str, Any]) -> Series:
    years = entry.pop("years", None)
    return Series(years=tuple(years) if years else None, **entry)


def _scheme(id: str, entry: dict[str, Any]) -> Scheme:
    return Scheme(id=id, reference=entry["reference"], groups=tuple(entry["groups"]))


def _economy(row: dict[str, str]) -> Economy:
    return Economy(
        iso3=row["iso3"],
        iso2=row["iso2"],
        m49=row["m49"],
        names={lang: row[lang] for lang in LANGUAGES},
        un_member=row["un_member"] == "yes",
        footnote=row["footnote"],
    )


def _mark(row: dict[str, str]) -> Mark:
    known = {field.name for field in fields(Mark)}
    if set(row) != known:
        raise CatalogueError(f"marks.csv must have the columns {', '.join(sorted(known))}.")
    return Mark(**{**row, "year": int(row["year"])})  # type: ignore[arg-type]


def _groups(folder: Path, everybody: tuple[str, ...]) -> Mapping[str, Group]:
    """Groups of groups.toml with the members of members.csv whose column `counted` says yes."""
    members: dict[str, list[str]] = {}
    for row in _rows(folder / "members.csv"):
        if row["counted"] == "yes":
            members.setdefault(row["group"], []).append(row["economy"])

    def make(code: str, entry: dict[str, Any]) -> Group:
        complement = tuple(entry.pop("complement_of", ()))
        if code == "world":
            chosen: tuple[str, ...] = everybody
        elif complement:
            listed = {economy for other in complement for economy in members[other]}
            chosen = tuple(e for e in everybody if e not in listed)
        else:
            chosen = tuple(members[code])
        return Group(code=code, members=chosen, complement_of=complement, **entry)

    return _entries(folder / "groups.toml", make)
