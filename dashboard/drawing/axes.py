"""Axes of a figure: from values to places in the picture, with ticks as plotly would set them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, takewhile
from math import ceil, floor, log10
from typing import Any

Value = float | str | None

# Pixels that a tick takes, so that labels do not touch.
BETWEEN = {"x": 70, "y": 42}
STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of plotly's layout from `start` to `end` in the picture; `end` may be the smaller one."""

    described: Mapping[str, Any]
    letter: str
    start: float
    end: float
    low: float
    high: float
    places: Mapping[str, int]

    def at(self, value: float | str) -> float:
        """Where a value stands; a category by its name."""
        if isinstance(value, str):
            value = self.places.get(value, 0)
        elif self.is_log:
            value = log10(value) if value > 0 else self.low
        return self.at_scaled(value)

    def all(self, values: Iterable[Value]) -> list[float | None]:
        """Where each of some values stands, None for none."""
        if self.is_log or self.places:
            return [None if value is None else self.at(value) for value in values]
        start, length, low, extent = (
            self.start,
            self.end - self.start,
            self.low,
            self.high - self.low,
        )
        return [
            None if value is None else start + length * (value - low) / extent  # type: ignore[operator]
            for value in values
        ]

    def at_scaled(self, value: float) -> float:
        """Where a value stands that is a logarithm already where the axis is logarithmic."""
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)

    @property
    def is_log(self) -> bool:
        """Whether the axis is logarithmic."""
        return self.described.get("type") == "log"

    @property
    def is_visible(self) -> bool:
        """Whether anything of the axis is drawn."""
        return bool(self.described.get("visible", True))

    def ticks(self, separators: str) -> list[tuple[float, str]]:
        """The place and the label of every tick."""
        described = self.described
        if self.places:
            return [(self.at_scaled(place), name) for name, place in self.places.items()]
        if "tickvals" in described:
            named = described.get("ticktext") or [f"{value:g}" for value in described["tickvals"]]
            return [(self.at(v), t) for v, t in zip(described["tickvals"], named, strict=True)]
        values, decimals = self._values()
        plain = described.get("tickformat") == "d"
        suffix = described.get("ticksuffix", "")
        return [
            (
                self.at(value),
                f"{value:.0f}" if plain else _said(value, decimals, separators) + suffix,
            )
            for value in values
        ]

    def _values(self) -> tuple[list[float], int]:
        """The values with a tick, and how many decimals they need (-1: as many as each has)."""
        most = self.described.get("nticks") or max(2, abs(self.end - self.start) / self._between())
        if self.is_log:
            return _log_values(self.low, self.high, most), -1
        step = self.described.get("dtick") or _step((self.high - self.low) / most)
        if self.described.get("tickformat") == "d":
            step = max(1, step)
        first = ceil(self.low / step - 1e-9)
        ticks = takewhile(lambda tick: tick <= self.high / step + 1e-9, count(first))
        return [tick * step for tick in ticks], max(0, -floor(log10(step) + 1e-9))

    def _between(self) -> int:
        return BETWEEN[self.letter]


def axis(
    described: Mapping[str, Any], letter: str, ends: tuple[float, float], values: Sequence[Value]
) -> Axis:
    """The axis that the layout describes; `values` are those drawn on it, for a range of its own."""
    first, last = described.get("domain", (0, 1))
    start, end = (ends[0] + (ends[1] - ends[0]) * share for share in (first, last))
    named = [value for value in values if isinstance(value, str)]
    order = described.get("categoryarray") or list(dict.fromkeys(named)) if named else []
    places = {name: place for place, name in enumerate(order)}
    low, high = described.get("range") or _own_range(described, values, places)
    return Axis(described, letter, start, end, low, high, places)


def _own_range(
    described: Mapping[str, Any], values: Sequence[Value], places: Mapping[str, int]
) -> tuple[float, float]:
    if places:
        return -0.5, len(places) - 0.5
    found = [float(value) for value in values if value is not None and not isinstance(value, str)]
    if described.get("type") == "log":
        found = [log10(value) for value in found if value > 0]
    low, high = min(found, default=0.0), max(found, default=1.0)
    room = (high - low) * 0.05 or 0.5
    return low - room, high + room


def _step(least: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is not below `least`."""
    power = 10.0 ** floor(log10(least))
    return next(step * power for step in STEPS if step * power >= least * (1 - 1e-9))


def _log_values(low: float, high: float, most: float) -> list[float]:
    """Powers of ten, with twice and five times where there is room."""
    powers = range(floor(low), ceil(high) + 1)
    steps = (1, 2, 5) if (high - low) * 3 <= most else (1,)
    found = [step * 10.0**power for power in powers for step in steps]
    return [value for value in found if low - 1e-9 <= log10(value) <= high + 1e-9]


def _said(value: float, decimals: int, separators: str) -> str:
    text = f"{value:,.{decimals}f}" if decimals >= 0 else f"{value:,.10f}".rstrip("0").rstrip(".")
    decimal, thousand = separators[0], separators[1:2]
    return text.translate({ord(","): thousand, ord("."): decimal, ord("-"): "−"})
