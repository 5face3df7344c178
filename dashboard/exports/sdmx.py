"""A view's observations as SDMX-CSV 2.0, the form in which statistical offices exchange data.

For the charts and tables whose rows are observations of places: a value of an economy or a group in
a year. No registry holds the structure; its parts are those of `COLUMNS`. Codes of areas,
indicators and units are the catalogue's. Never imports dash.
"""

from collections.abc import Iterator

from dashboard.catalogue import catalogue
from dashboard.exports.media import SDMX_CSV
from dashboard.exports.rows import Row, Sheet
from dashboard.exports.sheets import SHEETS, csv_text
from dashboard.tables import Tables
from dashboard.view import View

CHARTS = ("map", "trend", "change", "together", "strip", "ranking", "scorecard")
STRUCTURE = ("dataflow", "ICT:INDICATORS(1.0.0)", "I")
ANNUAL = "A"
COLUMNS = (
    "STRUCTURE",
    "STRUCTURE_ID",
    "ACTION",
    "FREQ",
    "REF_AREA",
    "SERIES_TYPE",
    "INDICATOR",
    "UNIT_MEASURE",
    "TIME_PERIOD",
    "OBS_VALUE",
    "OBS_STATUS",
    "METHOD",
    "DATA_SOURCE",
    "LICENCE",
    "COMMENT_OBS",
    "DATA_VERSION",
)
# The letters of CL_OBS_STATUS: normal, estimated, imputed by others than the reporter.
STATUSES = {
    "observed": "A",
    "published": "A",
    "estimated": "E",
    "computed": "E",
    "interpolated": "I",
    "carried": "I",
}
# A group's value as we compute it and as a publisher printed it are two series.
SERIES_TYPES = {"published": "GROUP_PUBLISHED"}


def sdmx_face(chart: str, view: View, tables: Tables) -> tuple[bytes, str]:
    """The observations of a view of one of `CHARTS`."""
    sheet = SHEETS[chart](view, tables)
    return csv_text([COLUMNS, *_observations(sheet, view, tables.version)]).encode(), SDMX_CSV


def _observations(sheet: Sheet, view: View, version: str) -> Iterator[Row]:
    """A row an observation; rows without a value, such as gaps of a scorecard, are left out."""
    known, indicators = catalogue().economies, catalogue().indicators
    for cells in sheet.rows:
        row = dict(zip(sheet.header, cells, strict=True))
        if row["value"] is None:
            continue
        area, status = str(row["code"]), str(row["status"])
        indicator = str(row.get("indicator", view.indicator))
        yield (
            *STRUCTURE,
            ANNUAL,
            area,
            "ECONOMY" if area in known else SERIES_TYPES.get(status, "GROUP"),
            indicator,
            indicators[indicator].unit,
            row["year"],
            row["value"],
            STATUSES[status],
            status,
            row["source"],
            row["licence"],
            row.get("note", ""),
            version,
        )
