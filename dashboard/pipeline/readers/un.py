"""United Nations formats: the E-Government Survey's CSV and the SDG database as data points."""

import json
from collections.abc import Iterator
from pathlib import Path

from dashboard.pipeline.readers.delimited import rows
from dashboard.pipeline.readers.records import (
    MISSING,
    NOT_GIVEN,
    Record,
    SourceError,
    number,
    year,
)

# The heading of a column in surveys to 2022, and since 2024.
INDICES = {
    "egdi": ("E-Government Index", "E_Index"),
    "epi": ("E-Participation Index", "E_Participation"),
    "osi": ("Online Service Index", "Online_Service"),
    "hci": ("Human Capital Index", "Human_Capital"),
    "tii": ("Telecommunication Infrastructure Index", "Tele_Infra"),
}
NAME = ("Country Name", "Country")
# Until these surveys a zero stands for a component that was not assessed; later for the lowest score.
LAST_WITH_GAPS = {"epi": 2005, "hci": 2010, "tii": 2010}
# Natures of an SDG figure: the country's, adjusted; estimated, modelled, global monitoring; all others
# (not available, not specified) say nothing.
STATUSES = {"c": "observed", "ca": "observed", **dict.fromkeys("emg", "estimated")}
SDG = ("geo_area", "nature", "year")
NOT_ASSESSED = "not-assessed"
# Where a country has nothing to report, the database has a zero with this footnote.
NIL = "NIL for the submitting nation"
# No number: a bound ("<0.1", ">95"), or a word for nothing.
NO_NUMBER = MISSING | {"NaN", "N"}
BOUNDS = ("<", ">")


def read_egov(path: Path) -> Iterator[Record]:
    """Records of one survey, series egdi, epi, osi, hci, tii; zeros "not assessed" are excluded."""
    for line, row in rows(path, ("Survey Year",)):
        name = row[_title(path, row, *NAME)].strip()
        survey = year(row["Survey Year"], path, line)
        scores = {
            series: number(row[_title(path, row, *titles)], path, line)
            for series, titles in INDICES.items()
        }
        for series, value in scores.items():
            if value is not None:
                absent = value == 0 and _not_assessed(series, survey, scores["egdi"])
                reason = NOT_ASSESSED if absent else ""
                yield Record(name, series, survey, value, line, excluded=reason)


def _not_assessed(series: str, survey: int, egdi: float | None) -> bool:
    """Whether a zero means that nothing was assessed: so it does beside an EGDI of zero."""
    return egdi == 0 or survey <= LAST_WITH_GAPS.get(series, 0)


def _title(path: Path, row: dict[str, str], before: str, since: str) -> str:
    if before in row:
        return before
    if since in row:
        return since
    raise SourceError(path, 1, f"the column {before!r} is missing.")


def read_sdg(path: Path) -> Iterator[Record]:
    """Records of one SDG series; every column beside value and year is a dimension."""
    for line, row in rows(path, SDG):
        series = list(row)[-1]
        value = number(row[series], path, line)
        if value is not None:
            yield Record(
                entity=row["geo_area"],
                series=series,
                year=year(row["year"], path, line),
                value=value,
                line=line,
                status=STATUSES.get(row["nature"], NOT_GIVEN),
                dims={k: v for k, v in row.items() if k not in {"geo_area", "year", series}},
            )


def read_sdg_pages(path: Path) -> Iterator[Record]:
    """Records of answers of the SDG API, with the names in small letters that `read_sdg` has."""
    try:
        body = json.loads(path.read_text(encoding="utf-8"))["data"]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise SourceError(path, None, f"the file cannot be read ({error}).") from error
    for line, row in enumerate(body, start=1):
        text = str(row["value"]).strip().replace(",", "")
        nil = any(NIL in str(note) for note in row.get("footnotes") or ())
        if text.startswith(BOUNDS) or nil:
            continue
        value = number(text, path, line, NO_NUMBER)
        if value is not None:
            dims = {**row.get("attributes", {}), **row.get("dimensions", {})}
            yield Record(
                entity=str(row["geoAreaCode"]).lstrip("0"),
                series=str(row["series"]).lower(),
                year=year(row["timePeriodStart"], path, line),
                value=value,
                line=line,
                status=STATUSES.get(str(dims.get("Nature")).lower(), NOT_GIVEN),
                dims={_plain(name): str(code).lower() for name, code in dims.items()},
            )


def _plain(name: str) -> str:
    return name.lower().replace(" ", "_")
