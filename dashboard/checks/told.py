"""What is told of a group or a gap, text by text, against the numbers of the tables.

A text is known by its key and by what fills it in, so that all languages are held to the same.
Numbers are looked up and subtracted here anew. Imports the subject and the tables.
"""

from collections.abc import Iterator, Sequence

from dashboard.catalogue import catalogue
from dashboard.text.subject import Subject

Told = tuple[str, dict[str, object]]
Values = Sequence[float | None]
RISES = {"text.trend.rose": 1, "text.trend.fell": -1, "text.trend.unchanged": 0}
SIDES = {"more": 1, "less": -1, "same": 0}
# Where neither more nor less is said: the intervals meet, or data cover too few of the people.
UNTOLD = ("together", "thin")
ENOUGH = 0.9


def trend_told(subject: Subject, told: Sequence[Told]) -> Iterator[str]:
    """What a trend and a map say of the group of the view."""
    values = _values(subject, subject.view.region)
    known: range = range(0)
    for key, facts in told:
        if key in RISES:
            start, end = (_at(subject, facts[name]) for name in ("first", "last"))
            known = range(start, end + 1)
            yield from _is(subject, "start", facts.get("start"), values[start])
            yield from _is(subject, "end", facts["end"], values[end])
            if _sign(_less(subject, values[end], values[start])) != RISES[key]:
                yield f"{key} is said of {values[start]} and {values[end]}."
            if any(_year(subject, start) < year <= _year(subject, end) for year in subject.breaks):
                yield f"{key} is said across a definition."
        elif key == "text.trend.peak":
            top = values[_at(subject, facts["year"])]
            yield from _is(subject, "peak", facts["value"], top)
            if any(
                _less(subject, value, top) > 0 for k in known if (value := values[k]) is not None
            ):
                yield f"the peak of {facts['year']} is not the highest."
        elif key == "text.trend.world":
            world = _values(subject, catalogue().world)
            yield from _is(subject, "beside", facts["value"], world[_at(subject, facts["year"])])
        elif key == "text.map.value":
            yield from _clause(subject, facts["clause"], values[_at(subject, facts["year"])])


def region_told(subject: Subject, told: Sequence[Told]) -> Iterator[str]:
    """What a region's page says: its value, ten years before, beside the world and developed regions."""
    values, at = _values(subject, subject.view.region), 0
    world, developed = (
        _values(subject, code) for code in (catalogue().world, catalogue().roles.developed)
    )
    for key, facts in told:
        case = key.rpartition(".")[2]
        if key == "text.region.value":
            at = _at(subject, facts["year"])
            yield from _clause(subject, facts["clause"], values[at])
        elif key == "text.region.decade":
            yield from _is(subject, "decade", facts["value"], values[_at(subject, facts["year"])])
        elif key in {f"text.region.{side}" for side in (*SIDES, *UNTOLD)}:
            yield from _is(subject, "other", facts["value"], world[at])
            beside = catalogue().world
            yield from _side(subject, case, facts, (values[at], world[at]), (beside, at))
        elif case.startswith("developed_"):
            place = _at(subject, facts["year"])
            yield from _clause(subject, facts["clause"], developed[place])
            side = case.removeprefix("developed_")
            both, beside = (developed[place], values[place]), catalogue().roles.developed
            yield from _side(subject, side, facts, both, (beside, place))


def gap_told(subject: Subject, told: Sequence[Told]) -> Iterator[str]:
    """What is said of the gap between the reference and the region of the view."""
    key = (subject.scheme.id, subject.scheme.reference, subject.view.region)
    panels = {panel: subject.table.gap(*key, panel) for panel in ("all", "same")}
    now = 0
    for text, facts in told:
        series = panels["same" if ".same." in text else subject.view.members]
        if series is None or not text.startswith("text.gap."):
            continue
        case = text.rpartition(".")[2]
        gaps = [_less(subject, a, b) for a, b in zip(series.higher, series.lower, strict=True)]
        known = [k for k, a in enumerate(series.higher) if a is not None]
        if case in {"size", "size_ratio", "equal", "together"}:
            now = _at(subject, facts["year"])
            yield from _levels(subject, case, facts, now)
        elif case in {"widened", "narrowed", "unchanged"}:
            first = _at(subject, facts["first"])
            grown = round(abs(gaps[now]) - abs(gaps[first]), subject.indicator.decimals)
            if _sign(grown) != {"widened": 1, "narrowed": -1, "unchanged": 0}[case]:
                yield f"{text} is said of gaps of {gaps[first]} and {gaps[now]}."
            yield from _points(subject, facts["points"], grown)
        elif case in {"peak", "peak_reversed", "reversed", "swapped", "swapped_year"}:
            yield from _turned(subject, text, facts, (gaps, known, now))
        elif case == "behind_not_yet":
            sign = -1 if subject.indicator.direction == "down" else 1
            if sign * gaps[now] > 0:
                yield "a level is said not to be reached, and lies below the reference."


def _levels(subject: Subject, case: str, facts: dict[str, object], now: int) -> Iterator[str]:
    """Both values of a gap, which are those of the groups, and their difference."""
    key = (subject.scheme.id, subject.scheme.reference, subject.view.region)
    series = subject.table.gap(*key, subject.view.members)
    if series is None:
        return
    high, low = series.higher[now], series.lower[now]
    if subject.view.members == "all":
        high, low = (_values(subject, code)[now] for code in key[1:])
    yield from _clause(subject, facts["clause"], high)
    yield from _is(subject, "low", facts["low"], low)
    size = _less(subject, high, low)
    if (case == "equal") != (size == 0):
        yield f"{case} is said of {high} and {low}."
    doubt = series.doubt(_year(subject, now))
    parted = doubt is None or doubt.points_low is None or doubt.points_high is None
    parted = parted or doubt.points_low * doubt.points_high > 0  # type: ignore[operator,union-attr]
    if size and parted == (case == "together"):
        yield f"{case} is said of a gap of {size}, of {doubt}."
    if "points" in facts:
        yield from _points(subject, facts["points"], size)


def _turned(
    subject: Subject, text: str, facts: dict[str, object], known: tuple[list[float], list[int], int]
) -> Iterator[str]:
    """A gap that was widest, or that was of the other side: when, and since when."""
    gaps, years, now = known
    if "start" in facts:
        start, end = (_at(subject, facts[edge]) for edge in ("start", "end"))
        if any(gaps[k] * gaps[now] >= 0 for k in years if start <= k <= end):
            yield f"the order from {facts['start']} to {facts['end']} was not the opposite."
        return
    since = _at(subject, facts["first"])
    between = [k for k in years if since <= k <= now]
    if "peak" in text and any(abs(gaps[k]) > abs(gaps[since]) for k in between):
        yield f"the gap of {facts['first']} was not the widest."
    if (gaps[since] * gaps[now] < 0) != text.endswith("reversed"):
        yield f"{text} is said of gaps of {gaps[since]} and {gaps[now]}."
    if text.endswith(".peak"):
        yield from _points(subject, facts["points"], abs(gaps[since]) - abs(gaps[now]))
    if text.endswith("peak_reversed"):
        turned = _at(subject, facts["turned"])
        if any(gaps[k] * gaps[now] <= 0 for k in between if k >= turned):
            yield f"the order is said to be reversed since {facts['turned']}, and was not."


def _side(
    subject: Subject,
    case: str,
    facts: dict[str, object],
    both: tuple[float | None, float | None],
    where: tuple[str, int],
) -> Iterator[str]:
    """That a value is more or less than that of another group only where that can be told."""
    code, at = where
    lines = [subject.table.group(one) for one in (subject.view.region, code)]
    ends, few = [], False
    for line in lines:
        doubt = line.doubt(_year(subject, at)) if line else None
        value = line.values[at] if line else None
        known = doubt and doubt.low is not None and doubt.high is not None
        ends.append((doubt.low, doubt.high) if doubt and known else (value, value))
        few = few or bool(line and line.coverage[at] < ENOUGH)
    meets = max(low or 0.0 for low, _ in ends) <= min(high or 0.0 for _, high in ends)
    sure = all(low == high for low, high in ends)
    if case in SIDES:
        yield from _apart(subject, case, facts, both)
    if case == "together" and not meets:
        yield f"{ends} are said to be together."
    if case == "thin" and not (sure and few):
        yield f"{case} is said of {ends}."
    if case in {"more", "less"} and (meets or (sure and few)):
        yield f"{case} is said of {ends}."


def _apart(
    subject: Subject, side: str, facts: dict[str, object], both: tuple[float | None, float | None]
) -> Iterator[str]:
    """That one value is more, less or as much as another, by so much."""
    size = _less(subject, *both)
    if _sign(size) != SIDES[side]:
        yield f"{side} is said of {both[0]} and {both[1]}."
    if size:
        yield from _points(subject, facts["points"], size)


def _values(subject: Subject, code: str) -> Values:
    series = subject.table.group(code)
    return series.values if series else [None] * len(subject.table.years)


def _at(subject: Subject, year: object) -> int:
    return subject.table.years.index(int(str(year)))


def _year(subject: Subject, at: int) -> int:
    return subject.table.years[at]


def _less(subject: Subject, value: float | None, other: float | None) -> float:
    """The difference of two values as printed; 0 where one is missing."""
    if value is None or other is None:
        return 0.0
    decimals = subject.indicator.decimals
    printed = (float(f"{one:.{decimals}f}") for one in (value, other))
    return float(f"{next(printed) - next(printed):.{decimals}f}")


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _is(subject: Subject, name: str, said: object, value: float | None) -> Iterator[str]:
    """That a value is said as the table has it."""
    if said is not None and (value is None or said != subject.value(value)):
        yield f"{name} is said to be {said}, and is {value}."


def _clause(subject: Subject, said: object, value: float | None) -> Iterator[str]:
    key = f"indicators.{subject.indicator.id}.clause"
    if value is None or said != subject.words(key, value=subject.number(value)):
        yield f"“{said}” is said of {value}."


def _points(subject: Subject, said: object, size: float) -> Iterator[str]:
    if said != subject.points(size):
        yield f"a difference is said to be {said}, and is {size}."
