"""United Nations formats: the E-Government Survey's CSV and the SDG database as data points."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.pipeline.readers.delimited import rows
from dashboard.pipeline.readers.records import Record, SourceError, number, year

# The heading of a column in surveys to 2022, and since 2024.
EGOV = {
    "egdi": ("E-Government Index", "E_Index"),
    "epi": ("E-Participation Index", "E_Participation"),
    "osi": ("Online Service Index", "Online_Service"),
    "hci": ("Human Capital Index", "Human_Capital"),
    "tii": ("Telecommunication Infrastructure Index", "Tele_Infra"),
}
NAMES = ("Country Name", "Country")
LAST_WITH_GAPS = 2010
LAST_WITHOUT_PARTICIPATION = 2005
# Nature of an SDG figure: estimated, modelled, global monitoring.
ESTIMATED = frozenset({"e", "m", "g"})
SDG = ("geo_area", "nature", "year")


def read_egov(path: Path) -> Iterator[Record]:
    """Records of the five indices of one survey; a zero that means "not assessed" is excluded."""
    for line, row in rows(path, ("Survey Year",)):
        name = next((row[title] for title in NAMES if title in row), None)
        if name is None:
            raise SourceError(path, 1, f"the column {NAMES[0]!r} is missing.")
        survey = year(row["Survey Year"], path, line)
        scores = {series: _score(path, line, row, titles) for series, titles in EGOV.items()}
        for series, value in scores.items():
            if value is not None:
                left_out = value == 0 and _not_assessed(series, survey, scores["egdi"])
                reason = "not-assessed" if left_out else ""
                yield Record(name.strip(), series, survey, value, line, excluded=reason)


def _score(path: Path, line: int, row: dict[str, str], titles: tuple[str, str]) -> float | None:
    for title in titles:
        if title in row:
            return number(row[title], path, line)
    raise SourceError(path, 1, f"the column {titles[0]!r} is missing.")


def _not_assessed(series: str, survey: int, egdi: float | None) -> bool:
    """Whether a zero means that nothing was assessed, not that the score was the lowest."""
    if egdi == 0:
        return True
    if series == "epi":
        return survey <= LAST_WITHOUT_PARTICIPATION
    return series in {"hci", "tii"} and survey <= LAST_WITH_GAPS


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
                status="estimated" if row["nature"] in ESTIMATED else "observed",
                dims={k: v for k, v in row.items() if k not in {"geo_area", "year", series}},
            )
