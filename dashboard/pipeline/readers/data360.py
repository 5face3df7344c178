"""World Bank Data360's CSV of other publishers' series, with SDMX dimensions.

Lines of groups are unweighted means of whoever has data: harmonising drops them as aggregates.
"""

from collections.abc import Iterator
from pathlib import Path

from dashboard.pipeline.readers.delimited import rows
from dashboard.pipeline.readers.records import MISSING, Record, number, year

DIMS = ("SEX", "AGE", "URBANISATION")
# Newer series hold several units, and further dimensions, under one code.
MORE = ("UNIT_MEASURE", "COMP_BREAKDOWN_1", "COMP_BREAKDOWN_2", "COMP_BREAKDOWN_3")
COLUMNS = ("REF_AREA", "INDICATOR", *DIMS, "TIME_PERIOD", "OBS_VALUE")
NONE = MISSING | {"null"}


def read(path: Path) -> Iterator[Record]:
    """Records of all indicators and breakdowns in the file."""
    for line, row in rows(path, COLUMNS):
        if (value := number(row["OBS_VALUE"], path, line, NONE)) is not None:
            yield Record(
                entity=row["REF_AREA"],
                series=row["INDICATOR"],
                year=year(row["TIME_PERIOD"], path, line),
                value=value,
                line=line,
                dims={dim: row[dim] for dim in (*DIMS, *MORE) if dim in row},
            )
