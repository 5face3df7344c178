"""Where every economy and group stands with every measure of a target; imports the catalogue,
the grids, the histories and the projection.

The rules are those of `docs/methods.md`; the form of a line is that of `Reading` in `dashboard/tables.py`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import isnan
from statistics import median
from typing import Any

import orjson
import pandas as pd

from dashboard.catalogue import Catalogue, Indicator, Measure
from dashboard.formulas import WHOLE, transformed, years_to
from dashboard.pipeline.grids import Grids
from dashboard.pipeline.histories import economy_series, group_breaks, group_series
from dashboard.pipeline.projection import (
    FEWEST_ERRORS,
    Forecast,
    History,
    error_range,
    forecasts,
    inside,
    slope,
    theil_sen,
    window,
)

CHECKPOINTS = (2005, 2010, 2015)
HORIZON = 2060
NEAR = 1  # years that a value may lie from a date that it is read for
OLD = 4  # years that a newest value may lie before the newest year of the indicator
UNIVERSAL = 95.0  # a share of 100 counts as reached here: "universal use" of ITU's estimates

# columns of targets.parquet
SPAN = ("window_from", "window_to")
ARRIVAL = ("arrival_early", "arrival_middle", "arrival_late")
SLOPES = ("slope_low", "slope_middle", "slope_high")
YEARS = ("year", *SPAN, *ARRIVAL)

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PlaceSeries:
    """A place's series of an indicator, with what its readings need of the others.

    `ends` are those of a group's 80 % interval in the years in which members are modelled.
    """

    series: History
    scale: str
    newest: int
    digits: int
    spread: Range | None
    group: bool
    ends: Mapping[int, Range] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Goal:
    """A threshold to be reached (`upper`: a band) at least or at most, by a year."""

    threshold: float | None
    upper: float | None
    sense: str
    deadline: int

    def reached(self, value: float) -> bool:
        """Whether a value is as the target wants it."""
        if self.threshold is None:
            return False
        if self.upper is not None:
            return self.threshold <= value <= self.upper
        return value <= self.threshold if self.sense == "at-most" else value >= self.threshold


def scale_of(indicator: Indicator) -> str:
    """How an indicator moves: shares in logit, what should fall and large spans in log."""
    if indicator.bounded:
        return "logit"
    return "log" if indicator.direction == "down" else indicator.scale


def _kind(indicator: Indicator) -> tuple[str, str]:
    """What indicators share whose errors may stand for each other's: theme and scale."""
    return indicator.theme, scale_of(indicator)


def goal(measure: Measure, deadline: int, indicator: Indicator) -> Goal:
    """The goal of a measure; the whole of a share is reached at 95 %."""
    whole = indicator.bounded and measure.threshold == WHOLE
    threshold = UNIVERSAL if whole else measure.threshold
    return Goal(threshold, measure.upper, measure.sense, deadline)


def reading(given: PlaceSeries, aim: Goal) -> dict[str, Any]:
    """The reading of one place for one measure."""
    series = given.series
    if not series.years:
        return _line(given, "cannot-say", "no-value")
    verdict, reason = _settled(given, aim)
    projection = _projection(given, aim)
    if not verdict:
        verdict, reason = _expected(given, aim, projection)
    return _line(given, verdict, reason, projection, _required(series, aim, verdict))


def _settled(given: PlaceSeries, aim: Goal) -> tuple[str, str]:
    """The verdict that values alone give, if they do."""
    series = given.series
    if aim.threshold is None:
        return "cannot-say", "no-threshold"
    if max(given.newest, series.years[-1] + 1) > aim.deadline:
        known = list(zip(series.years, series.levels, strict=True))
        if (found := _near(series, aim.deadline)) is not None:
            return _judged(given, aim, *found)
        before = [one for one in known if one[0] < aim.deadline]
        if before and aim.reached(before[-1][1]):
            return _judged(given, aim, *before[-1])
        later = series.years[-1] > aim.deadline
        if later and not aim.reached(series.levels[-1]):
            return _judged(given, aim, *known[-1])
        return "cannot-say", "no-value" if later else "old"
    newest = series.years[-1], series.levels[-1]
    sure = not _doubtful(given, aim, newest[0])
    return ("", "") if sure and not aim.reached(newest[1]) else _judged(given, aim, *newest)


def _judged(given: PlaceSeries, aim: Goal, year: int, value: float) -> tuple[str, str]:
    """Met or missed by the value of a year, unless its interval holds the threshold."""
    if _doubtful(given, aim, year):
        return "cannot-say", "interval"
    return ("met" if aim.reached(value) else "missed"), ""


def _doubtful(given: PlaceSeries, aim: Goal, year: int) -> bool:
    """Whether the ends of a modelled value's interval lie on different sides of the threshold."""
    return len({aim.reached(end) for end in given.ends.get(year, ())}) > 1


def _expected(given: PlaceSeries, aim: Goal, projection: dict[str, Any]) -> tuple[str, str]:
    """On track or not, for a date that is still ahead and a threshold not yet reached."""
    series = given.series
    if given.newest - series.years[-1] > OLD:
        return "cannot-say", "old"
    if not _recent(given):
        unbroken = replace(series, breaks=frozenset())
        broken = window(unbroken, series.years[-1]) is not None and bool(series.breaks)
        return "cannot-say", "break" if broken else "few-values"
    if aim.upper is not None:
        return "off-track", ""
    arrival = projection.get("arrival")
    if arrival is None:
        return "cannot-say", "few-values"
    middle = arrival[1]
    return ("on-track" if middle is not None and middle <= aim.deadline else "off-track"), ""


def _recent(given: PlaceSeries) -> list[tuple[int, float]]:
    """The observed values that a pace is taken from; none if they are too few or too old."""
    points = window(given.series, given.series.years[-1])
    return points if points and given.newest - points[-1][0] <= OLD else []


def _projection(given: PlaceSeries, aim: Goal) -> dict[str, Any]:
    """Pace, window, fit and arrival, as far as the values allow them."""
    series = given.series
    points = _recent(given)
    if not points:
        return {}
    found: dict[str, Any] = {
        "pace": round(theil_sen(points), given.digits + 1),
        "window": [points[0][0], points[-1][0]],
    }
    if aim.threshold is None or aim.upper is not None or given.spread is None:
        return found
    origin, value = series.years[-1], series.levels[-1]
    if aim.reached(value):
        return found
    middle = slope(points, given.scale)
    slopes = [middle + given.spread[0], middle, middle + given.spread[1]]
    start, end = (transformed(v, given.scale) for v in (value, aim.threshold))
    years = [years_to(origin, start, end, pace, HORIZON) for pace in slopes]
    early_first = years[::-1] if end > start else years
    found["arrival"] = early_first if middle * (end - start) > 0 else [None] * 3
    found["fit"] = [origin, round(value, given.digits), *(round(s, 6) for s in slopes)]
    return found


def _required(series: History, aim: Goal, verdict: str) -> float | None:
    years = aim.deadline - series.years[-1]
    if aim.threshold is None or aim.upper is not None or years <= 0 or verdict in ("met", "missed"):
        return None
    return (aim.threshold - series.levels[-1]) / years


def _near(series: History, year: int) -> tuple[int, float] | None:
    """The value of a year, or of the year after or before it, with its year."""
    known = dict(zip(series.years, series.levels, strict=True))
    return next(((y, known[y]) for y in (year, year + NEAR, year - NEAR) if y in known), None)


def _line(
    given: PlaceSeries,
    verdict: str,
    reason: str,
    projection: Mapping[str, Any] | None = None,
    required: float | None = None,
) -> dict[str, Any]:
    series, digits = given.series, given.digits
    checkpoints = (_near(series, year) for year in CHECKPOINTS)
    parts = {"pace": None, "window": None, "arrival": None, "fit": None, **(projection or {})}
    ends = given.ends.get(series.years[-1]) if series.years else None
    if ends:
        parts |= dict(zip(("low", "high"), (round(end, digits) for end in ends), strict=True))
    return {
        "value": round(series.levels[-1], digits) if series.years else None,
        "year": series.years[-1] if series.years else None,
        "status": "." if not series.years else "g" if given.group else series.letter,
        "verdict": verdict,
        "reason": reason,
        "checkpoints": [None if near is None else round(near[1], digits) for near in checkpoints],
        **parts,
        "required": None if required is None else round(required, digits + 1),
        "scale": given.scale,
    }


class Readings:
    """The readings of all places, with the errors of the back-tests that their ranges rest on."""

    def __init__(
        self,
        observations: pd.DataFrame,
        grids: Grids,
        aggregates: pd.DataFrame,
        catalogue: Catalogue,
    ) -> None:
        """Take the filled `observations`, the same as `grids`, and the group values of a build."""
        self.catalogue = catalogue
        measured = {m.indicator for m in catalogue.measures.values() if m.indicator}
        present = set(observations["indicator"])
        kinds = {_kind(catalogue.indicators[i]) for i in measured & present}
        self.indicators = [
            i for i, entry in catalogue.indicators.items() if i in present and _kind(entry) in kinds
        ]
        rows = dict(list(observations.groupby("indicator")))
        grouped = dict(list(aggregates.groupby("indicator")))
        none = aggregates.iloc[:0]
        self._series = {
            i: (
                economy_series(rows[i], catalogue),
                group_series(grouped.get(i, none), group_breaks(grids, i, catalogue)),
            )
            for i in self.indicators
        }
        sure = aggregates.dropna(subset=["low"])
        keys = zip(sure["indicator"], sure["group"], sure["year"], strict=True)
        self._ends: dict[tuple[str, str], dict[int, Range]] = {}
        for (indicator, group, year), *ends in zip(keys, sure["low"], sure["high"], strict=True):
            self._ends.setdefault((indicator, group), {})[int(year)] = (ends[0], ends[1])
        self._newest = {
            i: max((s.years[-1] for s in self._series[i][0].values()), default=0)
            for i in self.indicators
        }
        self.forecasts = {
            (i, group): self._tested(i, group) for i in self.indicators for group in (False, True)
        }

    def _tested(self, indicator: str, group: bool) -> list[Forecast]:
        scale = scale_of(self.catalogue.indicators[indicator])
        return [
            forecast
            for place, series in self._series[indicator][group].items()
            for forecast in forecasts(place, series, scale, self._newest[indicator])
        ]

    def _spread(self, indicator: str, group: bool) -> Range | None:
        """The errors of the indicator; of its theme, or of its scale, where it has too few."""
        entry = self.catalogue.indicators[indicator]
        alike = {i: self.catalogue.indicators[i] for i in self.indicators}
        pools = (
            [indicator],
            [i for i, other in alike.items() if _kind(other) == _kind(entry)],
            [i for i, other in alike.items() if scale_of(other) == scale_of(entry)],
        )
        for pool in pools:
            errors = [forecast for i in pool for forecast in self.forecasts[i, group]]
            if len(errors) >= FEWEST_ERRORS:
                return error_range(errors)
        return None

    def lines(self) -> dict[str, list[dict[str, Any] | None]]:
        """The readings of every economy and group, aligned with the catalogue's measures."""
        spreads = {key: self._spread(*key) for key in self.forecasts}
        empty = History((), (), ())
        places = [(False, code) for code in self.catalogue.economies]
        places += [(True, code) for code in self.catalogue.groups]
        found: dict[str, list[dict[str, Any] | None]] = {code: [] for _, code in places}
        for measure, deadline in self._measures():
            entry = self.catalogue.indicators.get(measure.indicator)
            for group, code in places:
                if entry is None or entry.id not in self._series:
                    found[code].append(None)
                    continue
                given = PlaceSeries(
                    series=self._series[entry.id][group].get(code, empty),
                    scale=scale_of(entry),
                    newest=self._newest[entry.id],
                    digits=entry.decimals + 1,
                    spread=spreads[entry.id, group],
                    group=group,
                    ends=self._ends.get((entry.id, code), {}) if group else {},
                )
                found[code].append(reading(given, goal(measure, deadline, entry)))
        return found

    def _measures(self) -> Iterator[tuple[Measure, int]]:
        for target in self.catalogue.targets.values():
            for measure in target.measures:
                yield measure, target.deadline

    def errors(self) -> dict[str, list[float]]:
        """By indicator: forecasts for economies, median absolute error, share inside the range."""
        found = {}
        for (indicator, group), errors in self.forecasts.items():
            if errors and not group:
                share = inside(errors)
                middle = median(abs(e.points) for e in errors)
                held = 0.0 if isnan(share) else round(share, 3)
                found[indicator] = [len(errors), round(middle, 2), held]
        return found

    def written(self) -> bytes:
        """The file that the app serves from: a header, then a line a place."""
        lines = self.lines()
        header = {
            "measures": list(self.catalogue.measures),
            "checkpoints": list(CHECKPOINTS),
            "horizon": HORIZON,
            "universal": UNIVERSAL,
            "errors": self.errors(),
            "places": list(lines),
        }
        return b"".join(
            orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)
            for line in (header, *lines.values())
        )

    def frames(self) -> dict[str, pd.DataFrame]:
        """Readings and forecasts as tables: a row a place and measure, a row a forecast."""
        names = list(self.catalogue.measures)
        rows = [
            {"place": place, "measure": measure, **_flat(line)}
            for place, lines in self.lines().items()
            for measure, line in zip(names, lines, strict=True)
            if line
        ]
        errors = [
            {"indicator": i, "group": group, "place": e.place, "points": e.points, "slope": e.slope}
            for (i, group), found in self.forecasts.items()
            for e in found
        ]
        targets = pd.DataFrame(rows)
        if rows:
            targets = targets.astype(dict.fromkeys(YEARS, "Int16"))
        return {"targets": targets, "projection_errors": pd.DataFrame(errors)}


def _flat(line: Mapping[str, Any]) -> dict[str, Any]:
    """A reading with a column for each part; what the app draws from (`fit`) as slopes."""
    parts = {
        **dict(zip(SPAN, line["window"] or (None, None), strict=True)),
        **dict(zip(ARRIVAL, line["arrival"] or (None,) * 3, strict=True)),
        **dict(zip(SLOPES, (line["fit"] or (None,) * 5)[2:], strict=True)),
        "low": line.get("low"),
        "high": line.get("high"),
        **{f"value_{y}": v for y, v in zip(CHECKPOINTS, line["checkpoints"], strict=True)},
    }
    lists = ("window", "arrival", "fit", "checkpoints")
    return {**{key: value for key, value in line.items() if key not in lists}, **parts}
