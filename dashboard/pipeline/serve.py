"""One indicator's tables as the lines that the app serves from; imports the catalogue and packing.

The form is described in `dashboard/tables.py`: a header, then a line for each economy, group,
published series, gap and spread, every list aligned with the years of the header.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import orjson
import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.packing import pack
from dashboard.pipeline.coverage import letters
from dashboard.pipeline.grids import LEAST_COVERAGE
from dashboard.pipeline.matrices import Index, Places, numbers, placed, shortened, texts
from dashboard.pipeline.spread import listed

LETTERS = "abcdefghijklmnopqrstuvwxyz"
FILLED = frozenset({"interpolated", "carried"})
GAP = ("scheme", "higher_group", "lower_group", "panel")
# The rows of a frame that belong together, a column a name.
Part = Mapping[str, npt.NDArray[Any]]
# What is said of a year with modelled members: columns with their digits (None: the indicator's).
DOUBT = {"low": None, "high": None, "share_modelled": 3, "own_value": None, "carried_value": None}
GAP_DOUBT = {
    **dict.fromkeys(("higher_low", "higher_high", "lower_low", "lower_high"), None),
    **dict.fromkeys(("gap_low", "gap_high"), None),
    **dict.fromkeys(("years_behind_low", "years_behind_high"), 1),
}


@dataclass(frozen=True)
class IndicatorRows:
    """The rows of one indicator in each table."""

    observations: pd.DataFrame
    aggregates: pd.DataFrame
    published: pd.DataFrame
    gaps: pd.DataFrame
    spread: pd.DataFrame
    excluded: pd.DataFrame
    modelled: pd.DataFrame


@dataclass(frozen=True)
class Axes:
    """What the lines of one indicator are aligned with, and the digits of its values."""

    years: Index
    economies: Index
    groups: Index
    sources: Index
    notes: Index
    digits: int

    @classmethod
    def of(cls, indicator: Indicator, rows: IndicatorRows, catalogue: Catalogue) -> Self:
        """Years in which nobody has a value of its own are left out."""
        own = rows.observations[rows.observations["status"] != "filled"]
        present = set(rows.observations["economy"])
        grouped = set(rows.aggregates["group"]) if len(rows.aggregates) else set()
        return cls(
            years=Index(sorted(int(year) for year in own["year"].unique())),
            economies=Index([e for e in catalogue.economies if e in present]),
            groups=Index([g for g in catalogue.groups if g in grouped]),
            sources=Index(sorted(own["source"].unique())),
            notes=Index(sorted({c for note in own["note"].unique() for c in note.split(";") if c})),
            digits=indicator.decimals + 1,
        )


def served(rows: Mapping[str, IndicatorRows], catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """The file of each indicator that has observations, in the catalogue's order."""
    for indicator in catalogue.indicators.values():
        if indicator.id in rows:
            yield indicator.id, lines(indicator, rows[indicator.id], catalogue)


def lines(indicator: Indicator, rows: IndicatorRows, catalogue: Catalogue) -> bytes:
    """The whole file of `indicator`."""
    axes = Axes.of(indicator, rows, catalogue)
    published = _parts(rows.published, ("group", "source"))
    gaps = _parts(rows.gaps, GAP)
    spreads = Index(list(rows.spread["group"].unique()) if len(rows.spread) else [])
    modelled = _parts(rows.modelled, ("economy",))
    header = {
        "indicator": indicator.id,
        "years": axes.years.keys,
        "latest": latest(rows.observations, rows.aggregates, catalogue.world),
        "economies": axes.economies.keys,
        "groups": axes.groups.keys,
        "published": [printed for printed, _ in published],
        "gaps": [pair for pair, _ in gaps],
        "spreads": spreads.keys,
        "sources": axes.sources.keys,
        "notes": axes.notes.keys,
    } | _present(modelled=[economy for economy, _ in modelled])
    found = [
        header,
        *_economies(rows, axes),
        *_groups(rows.aggregates, axes),
        *(_published(part, axes) for _, part in published),
        *(_gap(part, axes) for _, part in gaps),
        *(_spreads(rows.spread, spreads, axes) if spreads.keys else ()),
        *(_modelled(part, axes) for _, part in modelled),
    ]
    return b"\n".join(orjson.dumps(line) for line in found) + b"\n"


def latest(observations: pd.DataFrame, aggregates: pd.DataFrame, everybody: str) -> int:
    """The newest year with two thirds of the world's people, or of the best year's economies.

    Of the rows of one indicator; years in which nobody has a value of its own do not count.
    `everybody` is the group of the world.
    """
    years = observations[observations["status"] != "filled"]["year"].unique()
    if len(aggregates):
        world = aggregates[(aggregates["group"] == everybody) & aggregates["year"].isin(years)]
        covered = world[world["population_share_covered"] >= LEAST_COVERAGE]["year"]
        if len(covered):
            return int(covered.max())
    reported = observations.groupby("year").size()
    reported = reported[reported.index.isin(years)]
    return int(reported[reported >= LEAST_COVERAGE * reported.max()].index.max())


def _economies(rows: IndicatorRows, axes: Axes) -> Iterator[dict[str, Any]]:
    frame = rows.observations
    place = Places.of((frame["economy"], axes.economies), (frame["year"], axes.years))
    values = shortened(numbers(place, frame["value"]), axes.digits, fewer_from=10)
    statuses = texts(place, letters(frame))
    letter = dict(zip(axes.sources.keys, LETTERS, strict=False))
    origins = texts(place, frame["source"].map(letter))
    remarks, left_out = _notes(frame, axes), _excluded(rows.excluded)
    for k, economy in enumerate(axes.economies.keys):
        line = {
            "values": values[k],
            "status": statuses[k],
            "sources": origins[k],
            "notes": remarks.get(economy, {}),
        }
        told = {"excluded": left_out[economy]} if economy in left_out else {}
        yield {**line, "packed": pack(line, axes.years.keys, axes.digits - 1), **told}


def _excluded(frame: pd.DataFrame) -> dict[str, dict[str, tuple[float, str]]]:
    """Economy -> year -> the published value that was left out, as printed, with the reason."""
    found: dict[str, dict[str, tuple[float, str]]] = {}
    columns = ("economy", "year", "value", "reason") if len(frame) else ()
    for economy, year, value, reason in zip(*(frame[c].tolist() for c in columns), strict=True):
        found.setdefault(economy, {})[str(year)] = (float(f"{value:.7g}"), reason)
    return found


def _notes(frame: pd.DataFrame, axes: Axes) -> dict[str, dict[str, list[int]]]:
    found: dict[str, dict[str, list[int]]] = {}
    noted = frame[(frame["note"] != "") & frame["year"].isin(axes.years.keys)]
    columns = (noted[column].tolist() for column in ("economy", "year", "note"))
    for economy, year, note in zip(*columns, strict=True):
        places = [axes.notes.places[code] for code in note.split(";") if code not in FILLED]
        if places:
            found.setdefault(economy, {})[str(year)] = places
    return found


def _groups(frame: pd.DataFrame, axes: Axes) -> Iterator[dict[str, Any]]:
    if not axes.groups.keys:
        return
    place = Places.of((frame["group"], axes.groups), (frame["year"], axes.years))

    def column(name: str, digits: int, missing: float = np.nan) -> list[list[Any]]:
        return shortened(numbers(place, frame[name], missing), digits)

    def economy(name: str) -> list[list[Any]]:
        return shortened(numbers(place, placed(frame[name], axes.economies)), 0)

    lists = {
        "values": column("value", axes.digits),
        "with_data": column("economies_with_data", 0, missing=0),
        "coverage": column("population_share_covered", 2, missing=0),
        "filled": column("share_filled", 2, missing=0),
        "highest": economy("highest"),
        "lowest": economy("lowest"),
    }
    totals = frame.drop_duplicates("group").set_index("group")["economies_total"]
    doubts = {group: _doubts(part, DOUBT, axes) for group, part in _parts(frame, ("group",))}
    breaks = _weighty_breaks(frame, axes)
    for k, group in enumerate(axes.groups.keys):
        line = {"total": int(totals[group]), **{name: rows[k] for name, rows in lists.items()}}
        yield line | _present(doubts=doubts.get(group), breaks=breaks.get(group))


def _present(**parts: Any) -> dict[str, Any]:
    """The parts that there are: most lines have none of them."""
    return {name: part for name, part in parts.items() if part}


def _weighty_breaks(frame: pd.DataFrame, axes: Axes) -> dict[str, dict[str, list[int]]]:
    """By group and year the places of the members whose series breaks."""
    found: dict[str, dict[str, list[int]]] = {}
    part = frame[(frame["breaks"] != "") & frame["year"].isin(axes.years.keys)]
    for group, year, codes in zip(part["group"], part["year"], part["breaks"], strict=True):
        places = [axes.economies.places[code] for code in codes.split(";")]
        found.setdefault(group, {})[str(year)] = places
    return found


def _doubts(part: Part, columns: Mapping[str, int | None], axes: Axes) -> dict[str, list[Any]]:
    """By year the values of these columns (with their digits; None: the indicator's), where any is."""
    if not np.nan_to_num(np.array([part[name] for name in columns], dtype=np.float64)).any():
        return {}
    lists = [_one(part, n, axes, axes.digits if d is None else d) for n, d in columns.items()]
    rows = zip(axes.years.keys, *lists, strict=True)
    return {str(year): row for year, *row in rows if any(row)}


def _modelled(part: Part, axes: Axes) -> dict[str, Any]:
    """The values of one economy that stand inside groups only."""
    ends = {
        name: shortened(part[name].astype(np.float64)[np.newaxis], axes.digits)[0]
        for name in ("value", "low", "high")
    }
    last = part["last_own_year"]
    return {
        "years": [int(year) for year in part["year"]],
        "values": ends["value"],
        "low": ends["low"],
        "high": ends["high"],
        "basis": part["basis"].tolist(),
        "last_own_year": [None if pd.isna(year) else int(year) for year in last],
    }


def _published(part: Part, axes: Axes) -> dict[str, Any]:
    return {
        "values": _one(part, "value", axes, axes.digits),
        "edition": part["edition"][0],
        "source": part["source"][0],
    }


def _gap(part: Part, axes: Axes) -> dict[str, Any]:
    last = {name: column[-1] for name, column in part.items()}
    behind: list[Any] = _one(part, "years_behind", axes, 1)
    for year, state in zip(part["year"], part["years_behind_state"], strict=True):
        if state and year in axes.years.places:
            behind[axes.years.places[year]] = state
    return {
        "higher": _one(part, "higher", axes, axes.digits),
        "lower": _one(part, "lower", axes, axes.digits),
        "points": _one(part, "gap_points", axes, axes.digits),
        "ratio": _one(part, "ratio", axes, 3),
        "logit": _one(part, "logit_gap", axes, 3),
        "years_behind": behind,
        "years": [int(last["panel_from"]), int(last["panel_to"])],
        "economies": [int(last["economies_higher"]), int(last["economies_lower"])],
        "coverage": [round(float(last[f"coverage_{side}"]), 2) for side in ("higher", "lower")],
    } | _present(doubts=_doubts(part, GAP_DOUBT, axes))


def _spreads(frame: pd.DataFrame, groups: Index, axes: Axes) -> Iterator[dict[str, Any]]:
    place = Places.of((frame["group"], groups), (frame["year"], axes.years))

    def column(name: str, digits: int, missing: float = np.nan) -> list[list[Any]]:
        return shortened(numbers(place, frame[name], missing), digits)

    def economy(name: str) -> list[list[Any]]:
        return shortened(numbers(place, placed(frame[name], axes.economies)), 0)

    lists = {
        **{name: column(name, axes.digits) for name in ("high", "median", "low")},
        **{name: column(name, 4) for name in ("gini", "theil", "theil_between")},
        **{name: economy(name) for name in ("highest", "lowest")},
        "n": column("n", 0, missing=0),
    }
    parts = frame.drop_duplicates("group").set_index("group")["parts"]
    for k, group in enumerate(groups.keys):
        yield {**{name: rows[k] for name, rows in lists.items()}, "parts": listed(parts[group])}


def _one(part: Part, column: str, axes: Axes, digits: int) -> list[Any]:
    """One line of values in the order of the years."""
    row = np.full((1, len(axes.years.keys)), np.nan)
    for year, value in zip(part["year"].tolist(), part[column].tolist(), strict=True):
        if year in axes.years.places:
            row[0, axes.years.places[year]] = value
    return shortened(row, digits)[0]


def _parts(frame: pd.DataFrame, by: tuple[str, ...]) -> list[tuple[str, Part]]:
    """The rows of each key, with the key as `a/b/c`, in the order in which keys come first."""
    if not len(frame):
        return []
    places: dict[tuple[Any, ...], list[int]] = {}
    for place, key in enumerate(zip(*(frame[name].tolist() for name in by), strict=True)):
        places.setdefault(key, []).append(place)
    columns = {str(name): frame[name].to_numpy() for name in frame}
    return [
        ("/".join(map(str, key)), {name: column[rows] for name, column in columns.items()})
        for key, rows in places.items()
    ]
