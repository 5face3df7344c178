"""What every reader gives: records, or a sentence that names file and line; imports nothing.

A reader keeps the publisher's own codes and names; `harmonise` turns them into economies.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Literal

MISSING = frozenset({"", "..", "...", "NA", "N/A"})

Entities = Literal["code", "name", "m49", "group"]


class SourceError(ValueError):
    """A publisher's file is not as it should be; the message is a sentence with file and line."""

    def __init__(self, path: Path, line: int | None, reason: str) -> None:
        """Say `reason` of `path`, at `line` if it is known."""
        place = f"{path.name}, line {line}" if line else path.name
        super().__init__(f"{place}: {reason}")


@dataclass(frozen=True, slots=True)
class Record:
    """One published value: of an entity as the publisher writes it, in the publisher's unit.

    `status` is observed or estimated; `notes` are our codes (see `notes.py`); `dims` are further
    columns by which a series may be selected; `excluded` is the reason why the publisher's figure is no value
    (`not-assessed`), empty for all others; `line` counts from 1. A format that holds one series
    without a code gives an empty `series`.
    """

    entity: str
    series: str
    year: int
    value: float
    line: int
    status: str = "observed"
    notes: tuple[str, ...] = ()
    dims: Mapping[str, str] = field(default_factory=dict)
    excluded: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: how a file is read, and whether entities are codes, names or M49 numbers."""

    read: Callable[[Path], Iterator[Record]]
    entities: Entities = "code"


def number(text: object, path: Path, line: int, missing: Collection[str] = MISSING) -> float | None:
    """The number in a cell, None if the publisher says there is none; SourceError for other text.

    "83.78" -> 83.78, ".." -> None, "about 80" -> SourceError
    """
    if isinstance(text, str):
        text = text.strip()
        if text in missing:
            return None
    try:
        value = float(text)  # type: ignore[arg-type]  # anything float() refuses is reported below
    except (TypeError, ValueError):
        value = float("nan")
    if not isfinite(value):
        raise SourceError(path, line, f"{text!r} stands where a number should be.")
    return value


def year(text: object, path: Path, line: int) -> int:
    """The year in a cell, such as "2012" or 2012.0; SourceError for anything else."""
    try:
        value = float(text)  # type: ignore[arg-type]  # anything float() refuses is reported below
        if value == int(value) and 1900 <= value <= 2100:
            return int(value)
    except (TypeError, ValueError, OverflowError):
        pass
    raise SourceError(path, line, f"{text!r} stands where a year should be.")
