"""One indicator's tables as the lines that the app serves from; imports nothing of the dashboard.

The form is described in `dashboard/tables.py`: a header, then a line for each economy, group,
published series and gap, every list aligned with the years of the header.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import orjson
import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.pipeline.coverage import letters

LETTERS = "abcdefghijklmnopqrstuvwxyz"
FILLED = ("interpolated", "carried")
WORLD = "world"
ENOUGH = 2 / 3


@dataclass(frozen=True)
class Facts:
    """The rows of one indicator in each table."""

    observations: pd.DataFrame
    aggregates: pd.DataFrame
    published: pd.DataFrame
    gaps: pd.DataFrame


class Lines:
    """The lines of one indicator."""

    def __init__(self, indicator: Indicator, facts: Facts, catalogue: Catalogue) -> None:
        """Take the facts of `indicator`; years in which nobody has a value of his own are left out."""
        own = facts.observations[facts.observations["status"] != "filled"]
        self.indicator = indicator
        self.facts = facts
        self.years = sorted(int(y) for y in own["year"].unique())
        self.place = {year: k for k, year in enumerate(self.years)}
        self.digits = indicator.decimals + 1
        present = set(facts.observations["economy"])
        self.economies = [e for e in catalogue.economies if e in present]
        self.row = {economy: k for k, economy in enumerate(self.economies)}
        known = set(facts.aggregates["group"]) if len(facts.aggregates) else set()
        self.groups = [g for g in catalogue.groups if g in known]
        self.sources = sorted(own["source"].unique())
        codes = {code for note in own["note"].unique() for code in note.split(";") if code}
        self.notes = sorted(codes)

    def write(self) -> bytes:
        """The whole file."""
        published = _grouped(self.facts.published, ["group"])
        gaps = _grouped(self.facts.gaps, ["scheme", "higher_group", "lower_group"])
        header = {
            "indicator": self.indicator.id,
            "years": self.years,
            "latest": self.latest(),
            "economies": self.economies,
            "groups": self.groups,
            "published": [key[0] for key, _ in published],
            "gaps": ["/".join(key) for key, _ in gaps],
            "sources": self.sources,
            "notes": self.notes,
        }
        lines: list[Any] = [header, *self._economies(), *self._groups()]
        lines += [self._published(rows) for _, rows in published]
        lines += [self._gap(rows) for _, rows in gaps]
        return b"\n".join(orjson.dumps(line, option=orjson.OPT_SERIALIZE_NUMPY) for line in lines)

    def latest(self) -> int:
        """The newest year with two thirds of the world, or of the best year's economies."""
        world = self.facts.aggregates
        if len(world):
            world = world[(world["group"] == WORLD) & world["year"].isin(self.years)]
            covered = world[world["population_share_covered"] >= ENOUGH]["year"]
            if len(covered):
                return int(covered.max())
        numbers = self.facts.observations.groupby("year").size()
        numbers = numbers[numbers.index.isin(self.years)]
        return int(numbers[numbers >= ENOUGH * numbers.max()].index.max())

    def _economies(self) -> Iterator[dict[str, Any]]:
        frame = self.facts.observations
        frame = frame[frame["year"].isin(self.years)]
        frame = frame.assign(
            letter=letters(frame), origin=frame["source"].map(dict(zip(self.sources, LETTERS)))
        )
        rows = dict(list(frame.groupby("economy")))
        for economy in self.economies:
            part = rows.get(economy, frame.iloc[:0])
            yield {
                "values": self._aligned(part["year"], _borne(part["value"], self.digits), self.digits),
                "status": self._marks(part["year"], part["letter"]),
                "sources": self._marks(part["year"], part["origin"]),
                "notes": self._notes(part),
            }

    def _notes(self, part: pd.DataFrame) -> dict[str, list[int]]:
        found = {}
        for year, note in zip(part["year"], part["note"], strict=True):
            places = [self.notes.index(c) for c in note.split(";") if c and c not in FILLED]
            if places:
                found[str(year)] = places
        return found

    def _groups(self) -> Iterator[dict[str, Any]]:
        frame = self.facts.aggregates
        rows = dict(list(frame.groupby("group"))) if len(frame) else {}
        for group in self.groups:
            part = rows[group]
            years = part["year"]
            yield {
                "values": self._aligned(years, part["value"], self.digits),
                "with_data": self._aligned(years, part["economies_with_data"], 0, 0),
                "total": int(part["economies_total"].iloc[0]),
                "coverage": self._aligned(years, part["population_share_covered"], 2, 0),
                "filled": self._aligned(years, part["share_filled"], 2, 0),
                "highest": self._aligned(years, part["highest"].map(self.row), 0),
                "lowest": self._aligned(years, part["lowest"].map(self.row), 0),
            }

    def _published(self, part: pd.DataFrame) -> dict[str, Any]:
        return {
            "values": self._aligned(part["year"], part["value"], self.digits),
            "edition": part["edition"].iloc[0],
            "source": part["source"].iloc[0],
        }

    def _gap(self, part: pd.DataFrame) -> dict[str, Any]:
        years, last = part["year"], part.iloc[-1]
        behind = self._aligned(years, part["years_behind"], 1)
        for year, state in zip(years, part["years_behind_state"], strict=True):
            if state and year in self.place:
                behind[self.place[year]] = state
        return {
            "higher": self._aligned(years, part["higher"], self.digits),
            "lower": self._aligned(years, part["lower"], self.digits),
            "points": self._aligned(years, part["gap_points"], self.digits),
            "ratio": self._aligned(years, part["ratio"], 3),
            "logit": self._aligned(years, part["logit_gap"], 3),
            "years_behind": behind,
            "panel": last["panel"],
            "panel_years": [int(last["panel_from"]), int(last["panel_to"])],
            "economies": [int(last["economies_higher"]), int(last["economies_lower"])],
            "coverage": [
                round(float(last["coverage_higher"]), 2),
                round(float(last["coverage_lower"]), 2),
            ],
        }

    def _aligned(
        self, years: Sequence[int], values: Any, digits: int, missing: float | None = None
    ) -> list[Any]:
        """Values in the order of the header's years, rounded; whole numbers without a point."""
        line: list[Any] = [missing] * len(self.years)
        numbers = np.asarray(values, dtype=np.float64)
        for year, value in zip(years, numbers, strict=True):
            if year in self.place and not np.isnan(value):
                line[self.place[year]] = _short(float(value), digits)
        return line

    def _marks(self, years: Sequence[int], marks: Sequence[str]) -> str:
        line = ["."] * len(self.years)
        for year, mark in zip(years, marks, strict=True):
            line[self.place[year]] = mark
        return "".join(line)


def _borne(values: pd.Series, digits: int) -> pd.Series:
    """Values of economies to the digits that they bear: one less from 10 upwards."""
    return values.round(digits).where(values.abs() < 10, values.round(digits - 1))


def _short(value: float, digits: int) -> float | int:
    rounded = round(value, digits)
    return int(rounded) if rounded == int(rounded) else rounded


def _grouped(frame: pd.DataFrame, by: list[str]) -> list[tuple[tuple[str, ...], pd.DataFrame]]:
    return [(tuple(key), part) for key, part in frame.groupby(by, sort=False)] if len(frame) else []
