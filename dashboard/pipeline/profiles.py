"""The newest value, the ranks and the peers of each economy; imports the catalogue and matrices."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson
import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.catalogue.homes import home_commission
from dashboard.pipeline.grids import Bools, Floats, memberships
from dashboard.pipeline.matrices import Index, numbers, shortened

# A value of another economy counts in a ranking if it is at most so many years away ...
REACH = 2
# ... and the nearest one counts, the later of two that are equally near.
OFFSETS = tuple(sorted(range(-REACH, REACH + 1), key=lambda step: (abs(step), -step)))

MOST_PEERS = 6
FEWEST_PEERS = 3
RANKS = ["economy", "indicator", "year", "group", "rank", "ranked"]


def ranks(observations: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """The place of each economy's newest own value in each group that it belongs to.

    The others count with their own value nearest to that year, at most two years away. The best
    value is the highest, or the lowest where less is better; values that are equal as printed share a
    place. One row an economy, indicator and group: economy, indicator, year, group, rank, ranked.
    """
    own = _own(observations)
    members = memberships(catalogue, list(catalogue.groups))
    frames = [
        _ranks(part, catalogue.indicators[str(indicator)], members, catalogue)
        for indicator, part in own.groupby("indicator")
    ]
    frame = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=RANKS)
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
        {"latest": latest[iso3], "ranks": standing[iso3], "peers": beside[iso3]} for iso3 in places
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
    part: pd.DataFrame, indicator: Indicator, members: Bools, catalogue: Catalogue
) -> pd.DataFrame:
    first, last = int(part["year"].min()) - REACH, int(part["year"].max()) + REACH
    economies, years = Index(list(catalogue.economies)), Index(range(first, last + 1))
    values = numbers((part["economy"], economies), (part["year"], years), part["value"])
    served = np.array(shortened(values, indicator.decimals + 1, fewer_from=10), dtype=np.float64)
    scores = np.round(served, indicator.decimals)
    scores = -scores if indicator.direction == "down" else scores
    newest = np.where(np.isnan(scores), -1, np.arange(scores.shape[1])).max(axis=1)
    frames = [_year(scores, newest, at, members) for at in np.unique(newest[newest >= 0])]
    frame = pd.concat(frames, ignore_index=True)
    return pd.DataFrame(
        {
            "economy": np.array(economies.keys, dtype=object)[frame["economy"]],
            "indicator": indicator.id,
            "year": np.array(years.keys)[frame["at"]],
            "group": np.array(list(catalogue.groups), dtype=object)[frame["group"]],
            "rank": frame["rank"],
            "ranked": frame["ranked"],
        }
    )


def _year(scores: Floats, newest: npt.NDArray[np.int64], at: int, members: Bools) -> pd.DataFrame:
    """The ranks of the economies whose newest value stands in column `at`."""
    near = nearest(scores, at)
    rows = np.flatnonzero(newest == at)
    better = near[None, :] > near[rows][:, None]
    inside = members.astype(np.int64)
    rank = better.astype(np.int64) @ inside.T + 1
    ranked = inside @ ~np.isnan(near)
    who, group = np.nonzero(members[:, rows].T)
    return pd.DataFrame(
        {
            "economy": rows[who],
            "group": group,
            "at": at,
            "rank": rank[who, group],
            "ranked": ranked[group],
        }
    )


def nearest(scores: Floats, at: int) -> Floats:
    """For each row the value nearest to column `at`, at most REACH away; nan where there is none."""
    found = np.full(len(scores), np.nan)
    for step in OFFSETS:
        found = np.where(np.isnan(found), scores[:, at + step], found)
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
