"""What every reader gives: records, or sentences that name file and line; imports nothing.

A reader keeps the publisher's own codes and names; `harmonise` turns them into economies.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Literal

MISSING = frozenset({"", "..", "...", "NA", "N/A"})
# The status of a value of which nobody says whether it is an estimate.
NOT_GIVEN = "not-given"
# Python reads more as a number than publishers write: 8_9, full-width and other digits, words.
NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
# Of the faults of a file so many are said, the others counted.
MOST_SAID = 20

Entities = Literal["code", "name", "m49", "group"]


class SourceError(ValueError):
    """A publisher's file is not as it should be; the message is a sentence with file and line."""

    def __init__(self, path: Path, line: int | None, reason: str) -> None:
        """Say `reason` of `path`, at `line` if it is known."""
        place = f"{path.name}, line {line}" if line else path.name
        super().__init__(f"{place}: {reason}")


class SourceFaultsError(SourceError):
    """All that is wrong with a file, a sentence a line."""

    def __init__(self, faults: Sequence[SourceError]) -> None:
        """Say the first of them, and how many there are beyond."""
        said = [str(fault) for fault in faults[:MOST_SAID]]
        if len(faults) > MOST_SAID:
            said.append(f"And {len(faults) - MOST_SAID} more faults of this file.")
        ValueError.__init__(self, "\n".join(said))


_told: ContextVar[list[SourceError] | None] = ContextVar("told", default=None)


def tell(fault: SourceError) -> None:
    """Note a fault, so that reading can go on to the next; raise it where nobody gathers them."""
    told = _told.get()
    if told is None:
        raise fault
    told.append(fault)


@contextmanager
def gathered(path: Path) -> Iterator[None]:
    """Read a file to its end, and raise all its faults at once.

    What a reader trips over because a file has another form is a fault of the file.
    """
    told: list[SourceError] = []
    token = _told.set(told)
    try:
        yield
    except SourceError as fault:
        told.append(fault)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        reason = f"the file has another form than its reader knows ({error!r})."
        told.append(SourceError(path, None, reason))
    finally:
        _told.reset(token)
    if told:
        raise SourceFaultsError(told)


@dataclass(frozen=True, slots=True)
class Record:
    """One published value: of an entity as the publisher writes it, in the publisher's unit.

    `status` is observed, estimated or not-given; `notes` are our codes (see `notes.py`); `dims` are further
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
    """The number in a cell, None if the publisher says there is none; other text is a fault.

    "83.78" -> 83.78, ".." -> None, "about 80" -> a fault
    """
    if isinstance(text, str) and text.strip() in missing:
        return None
    value = _value(text)
    if value is None or not isfinite(value):
        tell(SourceError(path, line, f"{text!r} stands where a number should be."))
        return None
    return value


def year(text: object, path: Path, line: int) -> int:
    """The year in a cell, such as "2012" or 2012.0; anything else is a fault, and counts as 0."""
    value = _value(text)
    if value is not None and value.is_integer() and 1900 <= value <= 2100:
        return int(value)
    tell(SourceError(path, line, f"{text!r} stands where a year should be."))
    return 0


def _value(cell: object) -> float | None:
    """What is written in a cell as a number; a cell that says yes or no is none."""
    if isinstance(cell, str):
        return float(cell) if NUMBER.fullmatch(cell.strip()) else None
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    return float(cell) if is_number else None  # type: ignore[arg-type]  # see is_number
