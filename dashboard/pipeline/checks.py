"""The checks that stop a build, each a function that gives sentences; imports settings,
the catalogue and the rules of the groups.

A sentence names the table or catalogue file, the entry and what is wrong with it. No sentences: the
tables may take the place of the old ones.
"""

import csv
from collections.abc import Callable, Iterator, Mapping

import pandas as pd

from dashboard.catalogue import Catalogue, Mark, Source
from dashboard.catalogue.models import BREAK, EVERY_YEAR, EXCLUDED, NOT_MODELLED, SCOPE_WIDENED
from dashboard.pipeline.aggregate import METHODS
from dashboard.pipeline.built import BuiltTables
from dashboard.pipeline.fill import reach
from dashboard.pipeline.grids import SUMMED, WEIGHT_YEARS, WEIGHTED
from dashboard.pipeline.silent import CARRIED_BACK
from dashboard.settings import CATALOGUE

# table -> the columns that name a row
KEYS = {
    "observations": ["economy", "indicator", "year"],
    "counts": ["economy", "indicator", "year"],
    "aggregates": ["group", "indicator", "year"],
    "published": ["group", "indicator", "year", "source"],
    "gaps": ["scheme", "higher_group", "lower_group", "indicator", "panel", "year"],
    "coverage": ["economy", "indicator"],
    "spread": ["group", "indicator", "year"],
    "ranks": ["economy", "indicator", "group"],
    "modelled": ["economy", "indicator", "year"],
    "model_errors": ["economy", "indicator", "year", "basis", "distance"],
}
GROUP_COLUMNS = {
    "aggregates": ["group"],
    "published": ["group"],
    "spread": ["group"],
    "ranks": ["group"],
    "gaps": ["higher_group", "lower_group"],
}
UNWEIGHTED = CATALOGUE / "unweighted.csv"
SANITY = CATALOGUE / "sanity.csv"
STATUSES = frozenset({"observed", "not-given", "estimated", "filled"})

# Of one fault, so many cases are named; the others are counted.
NAMED = 5

# A rate is a sum of counts over our population; publishers divide by a population of their own, so
# the value of a group may lie this much (of the value) outside the rates of its members.
RATE_TOLERANCE = 0.05
ROUNDING = 1e-6

Check = Callable[[BuiltTables, Catalogue], Iterator[str]]


def check(built: BuiltTables, catalogue: Catalogue) -> list[str]:
    """All sentences about `built`."""
    return [sentence for one in CHECKS for sentence in one(built, catalogue)]


def unknown_codes(built: BuiltTables, catalogue: Catalogue) -> Iterator[str]:
    """Economies, groups, indicators, sources and comparisons that the catalogue does not have."""
    known = {
        "economy": catalogue.economies,
        "indicator": catalogue.indicators,
        "source": catalogue.sources,
        "scheme": catalogue.schemes,
    }
    for table in KEYS:
        frame = getattr(built, table)
        kinds = {c: k for c, k in known.items() if not (table == "aggregates" and c == "scheme")}
        groups = dict.fromkeys(GROUP_COLUMNS.get(table, ()), catalogue.groups)
        for column, entries in {**kinds, **groups}.items():
            if column in frame.columns:
                for code in sorted(set(frame[column].dropna().unique()) - set(entries)):
                    yield f"The table {table} has the unknown {_word(column)} {code!r}."


def duplicate_keys(built: BuiltTables, _catalogue: Catalogue) -> Iterator[str]:
    """Two rows for one fact."""
    for table, key in KEYS.items():
        frame = getattr(built, table)
        if len(frame):
            again = frame[frame.duplicated(key)]
            yield from _named(again, key, f"The table {table} has a second row for")


def impossible_values(built: BuiltTables, catalogue: Catalogue) -> Iterator[str]:
    """Values outside the indicator's possible range, and statuses that do not exist."""
    frame = built.observations
    for indicator, part in frame.groupby("indicator"):
        entry = catalogue.indicators.get(str(indicator))
        if entry:
            low, high = entry.range
            outside = part[~part["value"].between(low, high)]
            start = f"{indicator} can only lie between {low:g} and {high:g}, which excludes"
            yield from _named(outside, ["economy", "year", "value"], start)
    for status in sorted(set(frame["status"].unique()) - STATUSES):
        yield f"The table observations has the unknown status {status!r}."


def missing_weights(built: BuiltTables, catalogue: Catalogue) -> Iterator[str]:
    """Values that cannot be weighed: the economy has no population (or other weight) near the year."""
    frame, exempt = built.observations, unweighted()
    needy: set[str] = set()
    for indicator, entry in catalogue.indicators.items():
        if entry.aggregation not in WEIGHTED:
            continue
        known = frame.loc[frame["indicator"] == entry.weight, ["economy", "year"]]
        part = frame.loc[frame["indicator"] == indicator, ["economy", "year"]]
        lacking = part[~_near(part, known)]
        needy |= set(lacking["economy"])
        start = (
            f"{indicator} has values without a {entry.weight} to weigh them by; add the figure, or "
            f"list the economy in {UNWEIGHTED.name}:"
        )
        yield from _named(lacking[~lacking["economy"].isin(exempt)], ["economy", "year"], start)
    for economy in sorted((exempt & set(catalogue.economies)) - needy):
        yield f"{UNWEIGHTED.name}, {economy}: nothing in the tables uses it."


def unweighted() -> frozenset[str]:
    """The economies whose values may lack a weight: they enter no weighted group value."""
    with UNWEIGHTED.open(encoding="utf-8", newline="") as file:
        return frozenset(row["economy"] for row in csv.DictReader(file))


def known_facts(built: BuiltTables, _catalogue: Catalogue) -> Iterator[str]:
    """Group values that are known from elsewhere: a wrong column or unit shows here first."""
    frame = built.aggregates
    keys = zip(frame["group"], frame["indicator"], frame["year"], strict=True)
    values = dict(zip(keys, frame["value"], strict=True))
    with SANITY.open(encoding="utf-8", newline="") as file:
        for fact in csv.DictReader(file):
            key = fact["group"], fact["indicator"], int(fact["year"])
            value = values.get(key, float("nan"))
            if not float(fact["low"]) <= value <= float(fact["high"]):
                yield (
                    f"{fact['indicator']} of {fact['group']} in {fact['year']} is {value:g}, which "
                    f"cannot be: {fact['rests_on']} ({SANITY.name})."
                )


def _near(part: pd.DataFrame, known: pd.DataFrame) -> pd.Series:
    """Whether a row's economy has a row in `known` within reach of the year."""
    steps = range(-WEIGHT_YEARS, WEIGHT_YEARS + 1)
    near = pd.concat([known.assign(year=known["year"] + step) for step in steps])
    index = pd.MultiIndex.from_frame(part)
    return pd.Series(index.isin(pd.MultiIndex.from_frame(near)), index=part.index)


def groups_outside_members(built: BuiltTables, catalogue: Catalogue) -> Iterator[str]:
    """Group values below the lowest or above the highest value of the group's members."""
    frame = built.aggregates
    formed = frame[frame["value"].notna() & frame["highest"].notna()] if len(frame) else frame
    if formed.empty:
        return
    formed = formed.assign(value=formed["own_value"].fillna(formed["value"]))
    values = built.observations.set_index(["indicator", "economy", "year"])["value"]
    values = values[~values.index.duplicated()]
    for indicator, part in formed.groupby("indicator"):
        entry = catalogue.indicators.get(str(indicator))
        if entry is None or entry.aggregation in SUMMED:
            continue
        ends = {
            end: values.reindex(pd.MultiIndex.from_frame(part[["indicator", end, "year"]]))
            for end in ("highest", "lowest")
        }
        high, low = ends["highest"].to_numpy(), ends["lowest"].to_numpy()
        slack = (RATE_TOLERANCE if entry.aggregation == "rate" else 0) * abs(part["value"])
        slack = slack + ROUNDING * (1 + abs(part["value"]))
        outside = part[(part["value"] > high + slack) | (part["value"] < low - slack)]
        start = f"Group values of {indicator} lie outside the values of their members:"
        yield from _named(outside, ["group", "year", "value"], start)


def shares_out_of_bounds(built: BuiltTables, _catalogue: Catalogue) -> Iterator[str]:
    """Shares of coverage and of filled weight that are no shares."""
    if len(built.aggregates):
        for column in ("population_share_covered", "share_filled", "share_modelled"):
            shares = built.aggregates[column]
            wrong = built.aggregates[~shares.between(-ROUNDING, 1 + ROUNDING)]
            start = f"The table aggregates has a {column} outside 0 to 1:"
            yield from _named(wrong, ["group", "indicator", "year", column], start)


def impossible_intervals(built: BuiltTables, _catalogue: Catalogue) -> Iterator[str]:
    """Intervals that do not hold their value, and modelled values beside an economy's own."""
    for table in ("aggregates", "modelled"):
        frame = getattr(built, table)
        if len(frame):
            frame = frame[frame["low"].notna()]
            inside = (frame["low"] <= frame["value"]) & (frame["value"] <= frame["high"])
            start = f"The table {table} has a value outside its interval:"
            yield from _named(frame[~inside], KEYS[table], start)
    silent = built.modelled[built.modelled["basis"] != CARRIED_BACK]
    own = built.observations[built.observations["status"] != "filled"]
    both = silent.merge(own[KEYS["modelled"]], on=KEYS["modelled"])
    yield from _named(
        both, KEYS["modelled"], "The table modelled has a value where there is an own one:"
    )


def impossible_spread(built: BuiltTables, _catalogue: Catalogue) -> Iterator[str]:
    """Measures of inequality that contradict each other."""
    frame = built.spread
    if len(frame):
        ordered = (frame["low"] <= frame["median"]) & (frame["median"] <= frame["high"])
        inside = frame["theil_between"].isna() | (
            (frame["theil_between"] >= 0) & (frame["theil_between"] <= frame["theil"] + ROUNDING)
        )
        shares = frame["gini"].isna() | frame["gini"].between(-ROUNDING, 1)
        start = "The table spread contradicts itself for"
        yield from _named(frame[~(ordered & inside & shares)], KEYS["spread"], start)


def impossible_ranks(built: BuiltTables, _catalogue: Catalogue) -> Iterator[str]:
    """Places in a ranking that has not so many."""
    if len(built.ranks):
        wrong = built.ranks[~built.ranks["rank"].between(1, built.ranks["ranked"])]
        yield from _named(wrong, KEYS["ranks"], "The table ranks has an impossible place for")


def long_fills(built: BuiltTables, catalogue: Catalogue) -> Iterator[str]:
    """Filled values further from an observation than the catalogue allows."""
    entries = {i: entry for i, entry in catalogue.indicators.items() if not entry.formula}
    frame = built.observations.sort_values(KEYS["observations"])
    frame = frame[frame["indicator"].isin(entries)]
    own = frame["year"].where(frame["status"] != "filled")
    age = frame["year"] - own.groupby([frame["economy"], frame["indicator"]]).ffill()
    carried = frame["indicator"].map({i: entry.max_fill for i, entry in entries.items()})
    between = frame["indicator"].map({i: reach(entry) for i, entry in entries.items()})
    limits = between.where(frame["note"] == "interpolated", carried)
    late = frame[(frame["status"] == "filled") & ~(age <= limits)]
    start = (
        "Values are filled further from an observation than max_fill or bridge in indicators.toml:"
    )
    yield from _named(late, ["indicator", "economy", "year"], start)


def unused_entries(built: BuiltTables, catalogue: Catalogue) -> Iterator[str]:
    """Entries of the catalogue that nothing in the tables uses."""
    observed, printed = built.observations, built.published
    sources = set(observed["source"]) | set(printed["source"] if len(printed) else ())
    sources |= {s.source for i in catalogue.indicators.values() for s in i.series if s.count_code}
    yield from _unused("indicators.toml", catalogue.indicators, set(observed["indicator"]))
    yield from _unused("sources.toml", _needed(catalogue.sources), sources)
    if any(entry.aggregation in METHODS for entry in catalogue.indicators.values()):
        grouped = built.aggregates["group"] if len(built.aggregates) else ()
        yield from _unused("groups.toml", catalogue.groups, set(grouped))
        compared = built.gaps["scheme"] if len(built.gaps) else ()
        yield from _unused("schemes.toml", catalogue.schemes, set(compared))
    yield from _idle_since(observed, catalogue)
    yield from _unused_marks(built, catalogue)


def _needed(sources: Mapping[str, Source]) -> list[str]:
    """The sources without those whose values came with the fetched edition of another."""
    fetched = {key for key, source in sources.items() if source.is_fetched}
    return [key for key, source in sources.items() if source.comes_with not in fetched]


def _idle_since(observed: pd.DataFrame, catalogue: Catalogue) -> Iterator[str]:
    """An indicator whose first year leaves out nothing, or everything."""
    years = observed.groupby("indicator")["year"].agg(["min", "max"])
    for indicator, first, last in years.itertuples():
        entry = catalogue.indicators.get(indicator)
        if entry and entry.since and not first < entry.since <= last:
            yield (
                f"indicators.toml, entry {indicator}: since is {entry.since}, and its values are of "
                f"{first} to {last}."
            )


def _unused(file: str, entries: object, used: set[object]) -> Iterator[str]:
    for entry in entries:  # type: ignore[attr-defined]  # any mapping or list of ids
        if entry not in used:
            yield f"{file}, entry {entry}: nothing in the tables uses it."


def _unused_marks(built: BuiltTables, catalogue: Catalogue) -> Iterator[str]:
    observed, left_out = built.observations, built.excluded
    series = set(zip(observed["indicator"], observed["economy"], strict=True))
    known = {indicator for indicator, _ in series}
    out = set(zip(left_out["indicator"], left_out["economy"], left_out["year"], strict=True))
    for mark in catalogue.marks:
        broken = (mark.indicator, mark.economy) in series or (
            not mark.economy and mark.indicator in known
        )
        used = {
            BREAK: broken,
            SCOPE_WIDENED: broken,
            EXCLUDED: _is_used(mark, out),
            NOT_MODELLED: mark.indicator in known,
        }.get(mark.kind)
        if used is None:
            yield f"marks.csv: {mark.kind!r} is no kind of mark ({_mark(mark)})."
        elif not used:
            yield f"marks.csv: nothing in the tables uses the mark {_mark(mark)}."


def _is_used(mark: Mark, out: set[tuple[str, str, int]]) -> bool:
    """Whether the first and the last year of a mark have a value, so that it reaches no further."""
    first, last = mark.span
    if last == EVERY_YEAR:
        return any(key[:2] == (mark.indicator, mark.economy) for key in out)
    return all((mark.indicator, mark.economy, year) in out for year in (first, last))


def _mark(mark: Mark) -> str:
    first, last = mark.span
    years = "every year" if last == EVERY_YEAR else str(first) + (f"..{last}" if mark.last else "")
    return f"{mark.indicator}, {mark.economy}, {years}, {mark.kind}"


def _named(rows: pd.DataFrame, columns: list[str], start: str) -> Iterator[str]:
    """One sentence that names the first cases and counts the others; none without rows."""
    if len(rows):
        cases = [", ".join(map(_text, row)) for row in rows[columns].head(NAMED).to_numpy()]
        more = f"; and {len(rows) - NAMED} more" if len(rows) > NAMED else ""
        yield f"{start} {'; '.join(cases)}{more}."


def _text(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _word(column: str) -> str:
    return "group" if column.endswith("group") else "comparison" if column == "scheme" else column


CHECKS: tuple[Check, ...] = (
    unknown_codes,
    duplicate_keys,
    impossible_values,
    missing_weights,
    groups_outside_members,
    shares_out_of_bounds,
    impossible_intervals,
    impossible_spread,
    impossible_ranks,
    long_fills,
    unused_entries,
    known_facts,
)
