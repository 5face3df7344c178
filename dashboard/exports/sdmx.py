"""A view's observations as SDMX-CSV 2.0, the form in which statistical offices exchange data.

For the charts and tables whose rows are observations of places: a value of an economy or a group in
a year. `structure.py` writes the structure that a registry would hold. Codes of areas, indicators and
units are the catalogue's. Never imports dash.
"""

from collections.abc import Iterator

from dashboard.catalogue import catalogue
from dashboard.charts.registry import EXHIBITS
from dashboard.formats.csv import csv_text
from dashboard.formats.media import SDMX_CSV
from dashboard.rows.sheet import Row, Sheet
from dashboard.text.subject import Subject

AGENCY, FLOW, VERSION = "ICT", "INDICATORS", "1.0.0"
STRUCTURE = ("dataflow", f"{AGENCY}:{FLOW}({VERSION})", "I")
ANNUAL = "A"
TIME, MEASURE = "TIME_PERIOD", "OBS_VALUE"
DIMENSIONS = ("FREQ", "REF_AREA", "SERIES_TYPE", "INDICATOR", "UNIT_MEASURE", TIME)
NUMBERS = ("LOWER_BOUND", "UPPER_BOUND", "SHARE_MODELLED", "OWN_VALUE", MEASURE)
ATTRIBUTES = (
    "OBS_STATUS",
    "METHOD",
    "DATA_SOURCE",
    "LICENCE",
    "COMMENT_OBS",
    "DATA_VERSION",
    "LOWER_BOUND",
    "UPPER_BOUND",
    "SHARE_MODELLED",
    "OWN_VALUE",
)
COLUMNS = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, MEASURE, *ATTRIBUTES)
# The columns of a sheet that the last attributes come from.
DOUBT = ("low", "high", "share_modelled", "own_value")
# The letters of CL_OBS_STATUS: normal, estimated, imputed by others than the reporter; none where the
# publisher gives no status.
STATUSES = {
    "observed": "A",
    "published": "A",
    "not-given": "",
    "estimated": "E",
    "computed": "E",
    "interpolated": "I",
    "carried": "I",
}
# A group's value as we compute it and as a publisher printed it are two series.
SERIES = ("ECONOMY", "GROUP", "GROUP_PUBLISHED")
SERIES_TYPES = {"published": "GROUP_PUBLISHED"}


def sdmx_face(chart: str, subject: Subject) -> tuple[bytes, str]:
    """The observations of a view of an exhibit whose rows are `observed`."""
    sheet = EXHIBITS[chart].rows(subject)
    return csv_text([COLUMNS, *_observations(sheet, subject)]).encode(), SDMX_CSV


def _observations(sheet: Sheet, subject: Subject) -> Iterator[Row]:
    """A row an observation; rows without a value, such as gaps of a scorecard, are left out."""
    known, indicators = catalogue().economies, catalogue().indicators
    for cells in sheet.rows:
        row = dict(zip(sheet.header, cells, strict=True))
        if row["value"] is None:
            continue
        area, status = str(row["code"]), str(row["status"])
        indicator = str(row.get("indicator", subject.indicator.id))
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
            subject.tables.version,
            *(row.get(name) for name in DOUBT),
        )
