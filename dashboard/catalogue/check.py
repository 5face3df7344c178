"""What is wrong with a catalogue, as sentences; imports the models and the loader only.

`python -m dashboard check` prints the sentences and the tests want none. Everything that refers to
something must find it, everything that is defined must be used, and limits must make sense.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from dashboard.catalogue.models import (
    EVERY_YEAR,
    EXCLUDED,
    GROUP_KINDS,
    MARKS,
    NOT_MODELLED,
    SCOPE_WIDENED,
    TARGET_SETS,
    WORLD,
    Catalogue,
    Group,
    Indicator,
    Mark,
    Measure,
    Series,
    Source,
    Target,
)
from dashboard.catalogue.questions import question_faults
from dashboard.catalogue.roles import Roles, unknown_roles

AGGREGATIONS = ("share", "rate", "median", "mean", "sum", "expanded", "none")
DIRECTIONS = ("up", "down", "none")
SCALES = ("linear", "log")
FORMULAS = ("ratio", "outside", "at-least-rural", "evenly-rural")
PARTS = 2
SENSES = ("at-least", "at-most", "between")
WORDINGS = ("found", "unofficial")
DEADLINES = range(2003, 2051)
EARLIEST = 1950
MOST_LIMITS = 6
FEWEST_LIMITS = 4

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ISO3 = re.compile(r"[A-Z]{3}")
_VINTAGE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the pipeline knows and says: formats, remarks on values, reasons for leaving out."""

    readers: Collection[str]
    printed_readers: Collection[str]
    notes: Collection[str]
    reasons: Mapping[str, str]


def validate(catalogue: Catalogue) -> list[str]:
    """Everything that is wrong, one sentence each; an empty list means a good catalogue."""
    return [sentence for check in _CHECKS for sentence in check(catalogue)]


def unread_sources(
    catalogue: Catalogue, readers: Collection[str], printed_readers: Collection[str]
) -> list[str]:
    """A sentence for each source in a format that nothing reads.

    `readers` read values of economies, `printed_readers` those that a publisher printed for groups.
    """
    found: dict[str, None] = {}
    for indicator in catalogue.indicators.values():
        for parts, known in ((indicator.series, readers), (indicator.published, printed_readers)):
            for series in parts:
                source = catalogue.sources.get(series.source)
                if source:
                    where = f"sources.toml, {source.id}"
                    found.update(dict.fromkeys(_choice(where, "reader", source.reader, known)))
    for source in catalogue.sources.values():
        if source.live:
            where = f"sources.toml, {source.id}, live"
            found.update(dict.fromkeys(_choice(where, "reader", source.live.reader, readers)))
    return list(found)


def _live_sources(catalogue: Catalogue) -> Iterator[str]:
    """What is fetched must be named as the indicators name it, and stand for others if it is live itself."""
    live = [key for key, source in catalogue.sources.items() if source.live]
    named = {(one.source, one.code) for i in catalogue.indicators.values() for one in i.series}
    for source in catalogue.sources.values():
        where = f"sources.toml, {source.id}"
        if source.comes_with:
            yield from _choice(where, "comes_with", source.comes_with, live)
        for part in source.live.parts if source.live else ():
            if (source.id, part.code) not in named:
                yield f"{where}, live: no indicator names its part {part.code!r}."


def _indicators(catalogue: Catalogue) -> Iterator[str]:
    for indicator in catalogue.indicators.values():
        where = f"indicators.toml, {indicator.id}"
        if not _ID.fullmatch(indicator.id):
            yield f"{where}: the id must be in kebab case."
        yield from _choice(where, "theme", indicator.theme, catalogue.themes)
        yield from _choice(where, "aggregation", indicator.aggregation, AGGREGATIONS)
        yield from _choice(where, "direction", indicator.direction, DIRECTIONS)
        yield from _choice(where, "scale", indicator.scale, SCALES)
        yield from _choice(where, "weight", indicator.weight, catalogue.indicators)
        yield from _limits(where, indicator)
        yield from _all_series(where, indicator, catalogue)


def _choice(where: str, field: str, value: str, choices: Collection[str]) -> Iterator[str]:
    if value not in choices:
        yield f"{where}: {field} is {value!r} and must be one of {', '.join(choices)}."


def _limits(where: str, indicator: Indicator) -> Iterator[str]:
    low, high = indicator.range
    limits = indicator.class_limits
    if low >= high:
        yield f"{where}: the range must go from a lower to a higher value."
    if list(limits) != sorted(set(limits)):
        yield f"{where}: the class limits must rise."
    if not FEWEST_LIMITS <= len(limits) <= MOST_LIMITS:
        yield f"{where}: there must be {FEWEST_LIMITS} to {MOST_LIMITS} class limits."
    if any(not low < limit < high for limit in limits):
        yield f"{where}: the class limits must lie inside the range."
    if indicator.bounded and indicator.range != (0, 100):
        yield f"{where}: a bounded share must have the range 0 to 100."
    if min(indicator.decimals, indicator.max_fill, indicator.bridge, indicator.max_age) < 0:
        yield f"{where}: decimals, max_fill, bridge and max_age cannot be negative."
    now = datetime.now(tz=UTC).year
    if indicator.since and not EARLIEST <= indicator.since <= now:
        yield f"{where}: since is {indicator.since} and must be a year from {EARLIEST} to {now}."
    if indicator.max_age and indicator.aggregation != "none":
        yield f"{where}: max_age is for indicators without group values."


def _search_words(catalogue: Catalogue) -> Iterator[str]:
    for indicator, words in catalogue.search_words.items():
        where = f"search_words.csv, {indicator}"
        yield from _choice(where, "indicator", indicator, catalogue.indicators)
        if not all(word.strip() for word in words):
            yield f"{where}: a word is empty."
    for page, words in catalogue.page_words.items():
        if not all(word.strip() for word in words):
            yield f"page_words.csv, {page}: a word is empty."


def _all_series(where: str, indicator: Indicator, catalogue: Catalogue) -> Iterator[str]:
    for part in indicator.of:
        yield from _choice(where, "of", part, catalogue.indicators)
    if indicator.formula:
        yield from _choice(where, "formula", indicator.formula, FORMULAS)
    for part in indicator.modelled_from:
        yield from _choice(where, "modelled_from", part, catalogue.indicators)
    if indicator.modelled_from and indicator.aggregation != "share":
        yield f"{where}: only members of shares are modelled."
    if bool(indicator.formula) != (len(indicator.of) == PARTS):
        yield f"{where}: a formula is of two indicators."
    if indicator.formula and indicator.series:
        yield f"{where}: an indicator with a formula has no series."
    if not indicator.formula and not any(series.code for series in indicator.series):
        yield f"{where}: no series gives values."
    if indicator.core_code and indicator.core_code not in catalogue.core:
        yield f"{where}: the core_code {indicator.core_code} is not in core.csv."
    for series in (*indicator.series, *indicator.published):
        yield from _choice(where, "source", series.source, catalogue.sources)
        yield from _one_series(where, series)


def _one_series(where: str, series: Series) -> Iterator[str]:
    if not series.code and not series.count_code:
        yield f"{where}: the series of {series.source} has neither a code nor a count_code."
    if series.years and series.years[0] > series.years[1]:
        yield f"{where}: the years of {series.source} must go from an earlier to a later one."
    if series.scale <= 0:
        yield f"{where}: the scale of {series.source} must be above 0."


def _economies(catalogue: Catalogue) -> Iterator[str]:
    for field in ("iso2", "m49"):
        codes = [getattr(e, field) for e in catalogue.economies.values() if getattr(e, field)]
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            yield f"economies.csv: the {field} code {code} stands twice."
    for iso3, economy in catalogue.economies.items():
        where = f"economies.csv, {iso3}"
        if not _ISO3.fullmatch(iso3):
            yield f"{where}: the code must be three capital letters."
        for footnote in filter(None, economy.footnote.split(";")):
            yield from _choice(where, "footnote", footnote, catalogue.map_notes)
    for pair in catalogue.follows.items():
        for iso3 in pair:
            yield from _choice(f"map_rules.toml, {pair[0]}", "follows", iso3, catalogue.economies)
    for iso3, names in catalogue.common_names.items():
        where = f"common_names.csv, {iso3}"
        yield from _choice(where, "economy", iso3, catalogue.economies)
        if not all(name.strip() for name in names):
            yield f"{where}: a name is empty."


def _groups(catalogue: Catalogue) -> Iterator[str]:
    used = {code for s in catalogue.schemes.values() for code in (s.reference, *s.groups)}
    for code, group in catalogue.groups.items():
        where = f"groups.toml, {code}"
        yield from _choice(where, "kind", group.kind, GROUP_KINDS)
        if not group.frame and code not in used:
            yield f"{where}: the group is neither offered as a region nor in a comparison."
        if not group.edition:
            yield f"{where}: the edition of the list is missing."
        yield from _members(where, group, catalogue)


def _members(where: str, group: Group, catalogue: Catalogue) -> Iterator[str]:
    if not group.members:
        yield f"{where}: no member in members.csv counts."
    for economy in group.members:
        if economy not in catalogue.economies:
            yield f"{where}: the member {economy!r} is not in economies.csv."
    for economy in sorted({e for e in group.members if group.members.count(e) > 1}):
        yield f"{where}: the member {economy} stands twice."
    for other in filter(None, (group.parent, *group.complement_of)):
        yield from _choice(where, "parent or complement_of", other, catalogue.groups)
    for other in group.homes:
        yield from _choice(where, "homes", other, catalogue.groups)
    parent = catalogue.groups.get(group.parent)
    for economy in group.members if parent else ():
        if parent and economy not in parent.members:
            yield f"{where}: {economy} is not a member of the parent {group.parent}."


def _roles(catalogue: Catalogue) -> Iterator[str]:
    worlds = [code for code, group in catalogue.groups.items() if group.kind == WORLD]
    if len(worlds) != 1:
        yield f"groups.toml: one group must be of the kind {WORLD}, not {len(worlds)}."
    if catalogue.roles != Roles():  # a small catalogue made by hand has none
        yield from unknown_roles(catalogue.roles, lambda part: getattr(catalogue, part))


def _schemes(catalogue: Catalogue) -> Iterator[str]:
    for key, scheme in catalogue.schemes.items():
        where = f"schemes.toml, {key}"
        for code in (scheme.reference, *scheme.groups):
            yield from _choice(where, "group", code, catalogue.groups)
        if not scheme.groups or scheme.reference in scheme.groups:
            yield f"{where}: a reference must be compared with at least one other group."


def _sources(catalogue: Catalogue) -> Iterator[str]:
    series = [s for i in catalogue.indicators.values() for s in (*i.series, *i.published)]
    used = {one.source for one in series}
    for key, source in catalogue.sources.items():
        where = f"sources.toml, {key}"
        if key not in used:
            yield f"{where}: no indicator uses this source."
        yield from _source(where, source)


def _source(where: str, source: Source) -> Iterator[str]:
    if not _VINTAGE.fullmatch(source.vintage):
        yield f"{where}: the vintage must be a date such as 2026, 2026-05 or 2026-05-06."
    for field in ("publisher", "title", "licence", "citation", "reader", "file"):
        if not getattr(source, field).strip():
            yield f"{where}: {field} is missing."
    for field in ("url", "licence_url"):
        if not re.match(r"https?://\S+", getattr(source, field)):
            yield f"{where}: {field} must be a web address."


def _marks(catalogue: Catalogue) -> Iterator[str]:
    seen: dict[tuple[str, str], list[Mark]] = {}
    for mark in catalogue.marks:
        where = f"marks.csv, {mark.indicator}, {mark.economy or 'all economies'}, {_years(mark)}"
        others = seen.setdefault((mark.indicator, mark.economy), [])
        first, last = mark.span
        if any(one.span[0] <= last and first <= one.span[1] for one in others):
            yield f"{where}: the mark stands twice."
        others.append(mark)
        yield from _mark(where, mark, catalogue)


def _years(mark: Mark) -> str:
    first, last = mark.span
    return (
        "every year" if last == EVERY_YEAR else f"{first}..{last}" if last > first else f"{first}"
    )


def _mark(where: str, mark: Mark, catalogue: Catalogue) -> Iterator[str]:
    yield from _choice(where, "indicator", mark.indicator, catalogue.indicators)
    yield from _choice(where, "kind", mark.kind, MARKS)
    if mark.economy and mark.economy not in catalogue.economies:
        yield f"{where}: the economy is not in economies.csv."
    if mark.breaks and mark.last:
        yield f"{where}: a break has one year, the first of the new series."
    if mark.span[0] > mark.span[1]:
        yield f"{where}: the years must go from an earlier to a later one."
    if not mark.economy and mark.kind == EXCLUDED:
        yield f"{where}: a value that is left out must name its economy."
    indicator = catalogue.indicators.get(mark.indicator)
    if mark.kind in (SCOPE_WIDENED, NOT_MODELLED):
        if not mark.economy:
            yield f"{where}: a mark of this kind must name its economy."
        if indicator and not indicator.modelled_from:
            yield f"{where}: the indicator is not modelled_from others."
    if not _ID.fullmatch(mark.reason):
        yield f"{where}: the reason must be a key of the words of marks."


def _themes(catalogue: Catalogue) -> Iterator[str]:
    used = {indicator.theme for indicator in catalogue.indicators.values()}
    for theme in catalogue.themes:
        if theme not in used:
            yield f"themes.toml: no indicator belongs to the theme {theme}."


def _panels(catalogue: Catalogue) -> Iterator[str]:
    for panel in catalogue.panels.values():
        where = f"panels.toml, {panel.id}"
        for indicator in panel.indicators:
            yield from _choice(where, "indicator", indicator, catalogue.indicators)
        units = {
            catalogue.indicators[i].unit for i in panel.indicators if i in catalogue.indicators
        }
        if len(units) > 1:
            yield f"{where}: all indicators must have one unit."
        if bool(panel.indicators) == bool(panel.hold):
            yield f"{where}: there must be either indicators or a part of the view to hold."
        if len(panel.band) not in {0, 2}:
            yield f"{where}: a band has two values."
        yield from _choice(where, "scale", panel.scale, SCALES)


def _targets(catalogue: Catalogue) -> Iterator[str]:
    seen: set[str] = set()
    for target in catalogue.targets.values():
        where = f"targets.toml, {target.id}"
        yield from _target(where, target)
        for measure in target.measures:
            if measure.id in seen:
                yield f"{where}: the measure {measure.id} stands twice."
            seen.add(measure.id)
            yield from _measure(f"targets.toml, {measure.id}", measure, catalogue)


def _target(where: str, target: Target) -> Iterator[str]:
    yield from _choice(where, "set", target.set, TARGET_SETS)
    yield from _choice(where, "wording", target.wording, WORDINGS)
    if not _ID.fullmatch(target.id):
        yield f"{where}: the id must be in kebab case."
    if target.deadline not in DEADLINES:
        yield f"{where}: {target.deadline} is no likely deadline."
    if not target.measures:
        yield f"{where}: a target has at least one measure, be it without data."


def _measure(where: str, measure: Measure, catalogue: Catalogue) -> Iterator[str]:
    yield from _choice(where, "sense", measure.sense, SENSES)
    if not _ID.fullmatch(measure.id):
        yield f"{where}: the id must be in kebab case."
    if measure.place:
        yield from _choice(where, "place", measure.place, catalogue.groups)
    if (measure.sense == "between") != (measure.upper is not None):
        yield f"{where}: a band has an upper end, and nothing else has one."
    if not measure.indicator:
        if measure.threshold is not None or measure.proxy:
            yield f"{where}: without an indicator there is neither a threshold nor a proxy."
        return
    yield from _choice(where, "indicator", measure.indicator, catalogue.indicators)
    indicator = catalogue.indicators.get(measure.indicator)
    for limit in (measure.threshold, measure.upper):
        if indicator and limit is not None:
            low, high = indicator.range
            if not low <= limit <= high:
                yield f"{where}: {limit:g} lies outside the range of {indicator.id}."


_CHECKS: tuple[Callable[[Catalogue], Iterator[str]], ...] = (
    _themes,
    _indicators,
    _live_sources,
    _search_words,
    _economies,
    _groups,
    _schemes,
    _sources,
    _marks,
    _panels,
    _targets,
    question_faults,
    _roles,
)
