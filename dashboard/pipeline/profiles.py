"""The newest value, the ranks and the peers of each economy; imports the catalogue and matrices."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import orjson
import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.catalogue.homes import home_commission
from dashboard.pipeline import serve
from dashboard.pipeline.matrices import shortened
from dashboard.ranks import counts, placed

MOST_PEERS = 6
FEWEST_PEERS = 3
RANKS = ["economy", "indicator", "year", "group", "rank", "ranked"]


def ranks(
    observations: pd.DataFrame, aggregates: pd.DataFrame, catalogue: Catalogue
) -> pd.DataFrame:
    """The places of each economy in the groups that it belongs to, by the rule of `dashboard.ranks`.

    They are those of the year that the pages of the indicator open with, or of the year of the
    economy's newest own value where that is later; no row where the value is too old for a place.
    One row an economy, indicator and group: economy, indicator, year (of the ranking), group, rank,
    ranked.
    """
    groups = dict(iter(aggregates.groupby("indicator")))
    rows = [
        row
        for name, part in observations.groupby("indicator")
        if len(own := _own(part))
        for row in _ranks(
            own,
            catalogue.indicators[str(name)],
            serve.latest(part, groups.get(name, aggregates.iloc[:0]), catalogue.world),
            catalogue,
        )
    ]
    frame = pd.DataFrame(rows, columns=RANKS)
    return frame.astype({"year": "int16", "rank": "int16", "ranked": "int16"})


def profiles(
    observations: pd.DataFrame, ranked: pd.DataFrame, catalogue: Catalogue
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The header and the lines of `profiles.jsonl` (see `Profile` in `dashboard/tables.py`)."""
    own = _own(observations)
    newest = own.loc[own.groupby(["economy", "indicator"])["year"].idxmax()]
    indicators = list(catalogue.indicators)
    known = set(newest["economy"])
    places = [iso3 for iso3 in catalogue.economies if iso3 in known]
    place = {indicator: at for at, indicator in enumerate(indicators)}
    latest: dict[str, list[Any]] = {iso3: [None] * len(indicators) for iso3 in places}
    columns = (newest[c].tolist() for c in ("economy", "indicator", "value", "year", "status"))
    for economy, name, value, year, status in zip(*columns, strict=True):
        served = as_served(value, catalogue.indicators[name])
        latest[economy][place[name]] = (served, year, status[0])
    standing = _standing(ranked, place)
    beside = peers(observations, places, catalogue)
    lines = [
        {"latest": latest[iso3], "ranks": standing.get(iso3, {}), "peers": beside[iso3]}
        for iso3 in places
    ]
    return {"indicators": indicators, "places": places}, lines


def written(header: Mapping[str, Any], lines: list[dict[str, Any]]) -> bytes:
    """A file with a line a place: `header`, then `lines`."""
    return b"".join(
        orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE) for line in (header, *lines)
    )


def as_served(value: float, indicator: Indicator) -> float | int | None:
    """A value with the digits that the lines of its indicator give it."""
    short: float | int | None = shortened(
        np.array([[value]]), indicator.decimals + 1, fewer_from=10
    )[0][0]
    return short


def _own(observations: pd.DataFrame) -> pd.DataFrame:
    return observations[observations["status"] != "filled"].reset_index(drop=True)


def _ranks(
    own: pd.DataFrame, indicator: Indicator, opening: int, catalogue: Catalogue
) -> Iterator[tuple[str, str, int, str, int, int]]:
    series: dict[str, dict[int, float]] = {}
    values = own[["value"]].to_numpy(np.float64).T
    served = shortened(values, indicator.decimals + 1, fewer_from=10)[0]
    for economy, year, value in zip(own["economy"], own["year"].tolist(), served, strict=True):
        if catalogue.economies[economy].inhabited:
            series.setdefault(economy, {})[year] = value
    years = {economy: max(opening, *values) for economy, values in series.items()}
    for at in sorted(set(years.values())):
        counted = _counted(series, at)
        for code, group in catalogue.groups.items():
            among = {economy: counted[economy] for economy in group.members if economy in counted}
            for economy, found in placed(among, indicator.decimals, indicator.direction).items():
                if years[economy] == at:
                    yield economy, indicator.id, at, code, found.place, found.ranked


def _counted(series: Mapping[str, Mapping[int, float]], at: int) -> dict[str, float]:
    """The value that counts in the ranking of the year `at`, of each economy that has one."""
    found = {}
    for economy, values in series.items():
        years = [year for year in values if counts(year, at)]
        if years:
            found[economy] = values[max(years)]
    return found


def _standing(ranked: pd.DataFrame, place: Mapping[str, int]) -> dict[str, dict[str, list[Any]]]:
    """Economy -> group -> (rank, ranked) an indicator."""
    found: dict[str, dict[str, list[Any]]] = {}
    columns = (ranked[c].tolist() for c in ("economy", "group", "indicator", "rank", "ranked"))
    for economy, group, indicator, rank, number in zip(*columns, strict=True):
        groups = found.setdefault(economy, {})
        line = groups.setdefault(group, [None] * len(place))
        line[place[indicator]] = (rank, number)
    return found


def peers(
    observations: pd.DataFrame, places: list[str], catalogue: Catalogue
) -> dict[str, list[str]]:
    """The economies nearest in population, at most six, among those of like place and income.

    Candidates are the economies of the same home region and the same World Bank income group; where
    that leaves fewer than three, those of the same income group in the world. An economy without
    an income group is compared within its home region alone.
    """
    people = _own(observations)
    people = people[people["indicator"] == catalogue.roles.people].sort_values("year")
    size = dict(zip(people["economy"], people["value"], strict=True))
    home = {iso3: home_commission(iso3, catalogue) for iso3 in places}
    income = {
        iso3: code
        for code, group in catalogue.groups.items()
        if group.kind == "income"
        for iso3 in group.members
    }
    return {
        iso3: sorted(_like(iso3, places, home, income), key=lambda o: (_apart(size, iso3, o), o))[
            :MOST_PEERS
        ]
        for iso3 in places
    }


def _like(
    iso3: str, places: list[str], home: Mapping[str, str], income: Mapping[str, str]
) -> list[str]:
    near = [o for o in places if o != iso3 and home[iso3] and home[o] == home[iso3]]
    if iso3 not in income:
        return near
    rich = [o for o in places if o != iso3 and income.get(o) == income[iso3]]
    both = [o for o in near if o in rich]
    return both if len(both) >= FEWEST_PEERS else rich


def _apart(size: Mapping[str, float], one: str, other: str) -> float:
    """How far two populations are apart, as a ratio of either kind; unknown ones stand last."""
    a, b = size.get(one, 0), size.get(other, 0)
    return abs(float(np.log(a / b))) if a and b else np.inf
