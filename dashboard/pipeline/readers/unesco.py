"""The UNESCO Institute for Statistics' skills by activity (SDG 4.4.1) as one long table.

Each line repeats the publisher's data point; an empty sex, age or location stands for everybody.
"""

from collections.abc import Iterator
from pathlib import Path

from dashboard.pipeline.readers.delimited import rows
from dashboard.pipeline.readers.records import Record, number, year

DIMS = ("sex", "age", "location")
COLUMNS = ("skill", *DIMS, "country", "year", "value")


def read_skills(path: Path) -> Iterator[Record]:
    """Records of all activities; the series is the activity, the code in small letters."""
    for line, row in rows(path, COLUMNS):
        if (value := number(row["value"], path, line)) is not None:
            yield Record(
                entity=row["country"].upper(),
                series=row["skill"],
                year=year(row["year"], path, line),
                value=value,
                line=line,
                dims={dim: row[dim] for dim in DIMS},
            )
