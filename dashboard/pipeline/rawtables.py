"""A source's records as one frame, with economies resolved; imports the readers and entities.

Unknown economies and duplicate rows stop the build here, where file and line are still known.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Live, Source
from dashboard.pipeline.entities import AGGREGATE, Names
from dashboard.pipeline.readers import (
    NOT_GIVEN,
    READERS,
    Record,
    SourceError,
    SourceFaultsError,
    gathered,
    tell,
)
from dashboard.pipeline.records import VALUES, Records

COLUMNS = ("economy", "series", "year", "value", "status", "notes", "file", "line")


@dataclass(frozen=True)
class RawTable:
    """The values of one source.

    `values` has the columns economy, series, year, value, status, notes (a tuple of codes), file,
    line and the dimensions of the format; `left_out` has the same columns and `reason`, with the publisher's
    own code or name in `economy` where no economy is meant. `files` are those that were read.
    """

    values: pd.DataFrame
    left_out: pd.DataFrame
    files: tuple[Path, ...]

    def series(self, code: str) -> pd.DataFrame:
        """The values of one series; a format that holds a single series has no codes."""
        codes = self.values["series"]
        return self.values[(codes == code) | (codes == "")]


def read_source(source: Source, records: Records, names: Names) -> RawTable:
    """The records of a source as one table; SourceError names file, line and reason."""
    files = records.files(source)
    rows: list[dict[str, object]] = []
    left_out: list[dict[str, object]] = []
    for file in files:
        with gathered(file):
            for record, economy, reason in _resolved(source, records, file, names):
                row = _row(record, economy or record.entity, file)
                if not source.status_given:
                    row["status"] = NOT_GIVEN
                if economy and not reason:
                    rows.append(row)
                elif reason != AGGREGATE:
                    left_out.append({**row, "reason": reason})
    values = pd.DataFrame(rows)
    if values.empty:
        raise SourceError(files[0], None, "the file holds no values of economies.")
    _refuse_duplicates(values)
    return RawTable(values, pd.DataFrame(left_out, columns=[*COLUMNS, "reason"]), files)


def _resolved(
    source: Source, records: Records, file: Path, names: Names
) -> Iterator[tuple[Record, str, str]]:
    unknown: set[str] = set()
    reader = READERS[source.reader]
    live = source.live if source.is_fetched else None
    for given in records.of(source, file, VALUES, reader.read):
        record = _renamed(given, live) if live else given
        if record is None:
            continue
        meaning = names.meaning(reader.entities, record.entity)
        if meaning is not None:
            yield record, meaning.meant, meaning.reason or record.excluded
        elif record.entity not in unknown:
            unknown.add(record.entity)
            reason = (
                f"{record.entity!r} is no known economy; if it is one, add it to "
                "data/catalogue/aliases.csv."
            )
            tell(SourceError(file, record.line, reason))


def _renamed(record: Record, live: Live) -> Record | None:
    """A fetched record under the code that the indicators name; None if it is of no series of theirs."""
    if not live.parts:
        former = record.series in live.codes[1:]
        return replace(record, series=live.codes[0]) if former else record
    for part in live.parts:
        of_it = record.series.casefold() in {code.casefold() for code in part.codes}
        if of_it and all(record.dims.get(name) == value for name, value in part.select.items()):
            return replace(record, series=part.code)
    return None


def _row(record: Record, economy: str, file: Path) -> dict[str, object]:
    return {
        "economy": economy,
        "series": record.series,
        "year": record.year,
        "value": record.value,
        "status": record.status,
        "notes": record.notes,
        "file": file.name,
        "line": record.line,
        **record.dims,
    }


def _refuse_duplicates(values: pd.DataFrame) -> None:
    facts = {"value", "status", "notes", "file", "line"}
    again = values[values.duplicated([c for c in values.columns if c not in facts])]
    faults = [
        SourceError(
            Path(file),
            int(line),
            f"there is a second row for {economy}, {code or 'the series'}, {when}.",
        )
        for file, line, economy, code, when in zip(
            *(again[name] for name in ("file", "line", "economy", "series", "year")), strict=True
        )
    ]
    if faults:
        raise SourceFaultsError(faults)
