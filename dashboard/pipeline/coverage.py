"""Which economy has which indicator in which years, and of what status; imports the catalogue only."""

import pandas as pd

from dashboard.catalogue import Catalogue

# The statuses by the column that counts them.
STATUSES = {
    "observed": "observed",
    "not_given": "not-given",
    "estimated": "estimated",
    "filled": "filled",
}
LETTERS = {"observed": "o", "not-given": "n", "estimated": "e", "filled": "i"}


def coverage(observations: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Summarise filled `observations`: one row an economy and indicator.

    Columns: economy, indicator, first_year, last_year, observed, not_given, estimated, filled (numbers
    of years) and statuses, a letter a year from first to last: o observed, n not given, e estimated, i
    interpolated, c carried, . none. Sorted by the order of indicators and economies in the catalogue.
    """
    frame = observations.sort_values(["indicator", "economy", "year"], ignore_index=True)
    frame = frame.assign(letter=letters(frame))
    for column, status in STATUSES.items():
        frame[column] = (frame["status"] == status).astype("int16")
    series = frame.groupby(["indicator", "economy"], sort=False)
    summary = series.agg(
        first_year=("year", "min"),
        last_year=("year", "max"),
        **{column: (column, "sum") for column in STATUSES},
        years=("year", list),
        letters=("letter", list),
    ).reset_index()
    summary["statuses"] = [
        _line(years, marks)
        for years, marks in zip(summary["years"], summary["letters"], strict=True)
    ]
    order = {iso3: place for place, iso3 in enumerate(catalogue.economies)}
    place = {indicator: place for place, indicator in enumerate(catalogue.indicators)}
    summary = summary.assign(
        _indicator=summary["indicator"].map(place), _economy=summary["economy"].map(order)
    ).sort_values(["_indicator", "_economy"], ignore_index=True)
    columns = ["economy", "indicator", "first_year", "last_year", *STATUSES, "statuses"]
    return summary[columns]


def letters(frame: pd.DataFrame) -> pd.Series:
    """The status letter of each row: o, n, e, i or c."""
    letter = frame["status"].map(LETTERS)
    carried = frame["note"].str.split(";").map(lambda codes: "carried" in codes)
    return letter.mask(carried, "c")


def _line(years: list[int], marks: list[str]) -> str:
    found = dict(zip(years, marks, strict=True))
    return "".join(found.get(year, ".") for year in range(min(years), max(years) + 1))
