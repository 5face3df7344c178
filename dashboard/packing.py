"""Economies' series made small for the browser: steps as letters, nothing said twice.

The map's face is fetched at every change of indicator; packed like this it is half as long, and
compresses in half the time. `frontend/src/packing.js` unpacks it; `docs/url-contract.md` has the format.
Imports nothing of the dashboard: the pipeline packs, the application hands on.
"""

from collections.abc import Mapping, Sequence
from string import ascii_lowercase
from typing import Any, Protocol

NO_VALUE = "."
TWICE = "~"
FIRST_SOURCE = "a"
BASE = len(ascii_lowercase)

Run = tuple[int, int, int]
Line = tuple[str, str, str, list[Run]]
NO_SERIES: Line = ("", "", "", [])
PARTS = ("steps", "status", "sources", "notes")


class HasPacked(Protocol):
    """A series that carries its packed parts, as `EconomySeries` of `dashboard/tables.py` does."""

    @property
    def packed(self) -> Line:
        """Steps, status, sources and notes."""


def packed(series: Mapping[str, HasPacked], codes: Sequence[str]) -> dict[str, list[object]]:
    """The series of the economies `codes`, a list a part, each aligned with `codes`.

    `steps` has a number a year, the change since the last value in units of the last decimal that
    is printed, or after "~" the change of that change; `status` and `sources` have a letter a value, `sources` nothing where all are the
    first; `notes` are runs: place of the first year, number of years, place in the list of notes.
    """
    found = [series[code].packed if code in series else NO_SERIES for code in codes]
    return {name: [line[part] for line in found] for part, name in enumerate(PARTS)}


def pack(line: Mapping[str, Any], years: Sequence[int], decimals: int) -> Line:
    """The packed parts of an economy's line; the pipeline writes them into the line itself."""
    sources = line["sources"].replace(NO_VALUE, "")
    return (
        steps(line["values"], decimals),
        line["status"].replace(NO_VALUE, ""),
        sources if sources.strip(FIRST_SOURCE) else "",
        runs(line["notes"], years),
    )


def steps(values: Sequence[float | None], decimals: int) -> str:
    """The steps from value to value as letters; none at the end for years after the last value.

    6.8, none, 8.1 is 68, none, 13 in tenths, and as letters "fG.bA": see `letters`. What rises or falls
    steadily, such as a population, is shorter as steps from step to step: 100, 200, 300 is 100, 0, 0,
    and "~hSAA" instead of "hShShS".
    """
    scale = 10**decimals
    # Rounded as it is printed elsewhere.
    wholes = [None if value is None else round(round(value, decimals) * scale) for value in values]
    once = _changes(wholes)
    return min(_written(once), TWICE + _written(_changes(once)), key=len)


def _changes(numbers: Sequence[int | None]) -> list[int | None]:
    """The change of each number since the last one that there is, of the first since 0."""
    last, found = 0, list[int | None]()
    for number in numbers:
        found.append(None if number is None else number - last)
        last = last if number is None else number
    return found


def _written(numbers: Sequence[int | None]) -> str:
    letter = (NO_VALUE if number is None else letters(number) for number in numbers)
    return "".join(letter).rstrip(NO_VALUE)


def letters(step: int) -> str:
    """A whole number in base 26, its last digit in capitals: 0 "A", -1 "B", 1 "C", 13 "bA".

    Signs alternate (0, -1, 1, -2, 2, ...), so that small steps of both signs are one letter.
    """
    rest, digit = divmod(2 * step if step >= 0 else -2 * step - 1, BASE)
    found = ascii_lowercase[digit].upper()
    while rest:
        rest, digit = divmod(rest, BASE)
        found = ascii_lowercase[digit] + found
    return found


def runs(notes: Mapping[str, Sequence[int]], years: Sequence[int]) -> list[Run]:
    """The notes of an economy's years as runs (place of the first year, number of years, note)."""
    found: list[Run] = []
    for note in sorted({note for indexes in notes.values() for note in indexes}):
        for place, year in enumerate(years):
            if note not in notes.get(str(year), ()):
                continue
            if found and found[-1][2] == note and sum(found[-1][:2]) == place:
                found[-1] = (found[-1][0], found[-1][1] + 1, note)
            else:
                found.append((place, 1, note))
    return found
