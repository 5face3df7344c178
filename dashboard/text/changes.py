"""What builds changed, value by value, and how it is said; no figures.

The pipeline has found it (`dashboard/pipeline/changes.py`); here it is narrowed, ordered and worded.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import Any

from dashboard.catalogue import catalogue
from dashboard.i18n import Words, counted
from dashboard.tables import Tables

NEW, CORRECTED, GONE = KINDS = ("new", "corrected", "gone")
# Values that differ below what is printed get so many digits more at most.
MOST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that is not what it was: None where there is, or was, none.

    `place` is an economy, or in the table of printed values a group of the edition `source`.
    """

    table: str
    indicator: str
    place: str
    source: str
    year: int
    old: float | None
    new: float | None

    @property
    def kind(self) -> str:
        """New, corrected or gone."""
        if self.old is None:
            return NEW
        return GONE if self.new is None else CORRECTED

    @property
    def share(self) -> float:
        """The size of a correction as a share of the old value."""
        if self.old is None or self.new is None:
            return 0.0
        return abs(self.new - self.old) / abs(self.old) if self.old else inf


@dataclass(frozen=True, slots=True)
class Publish:
    """What one build changed; `sources` are those with other files, by table and indicator.

    `untold` has the indicators that are not told before a year any more, with it and the number of
    values of the years before.
    """

    version: str
    built: str
    before: str
    before_built: str
    facts: tuple[Fact, ...]
    sources: dict[tuple[str, str], list[str]]
    untold: tuple[tuple[str, int, int], ...] = ()

    def of_places(self, places: Collection[str]) -> "Publish":
        """The same, of these economies and groups alone."""
        return replace(self, facts=tuple(fact for fact in self.facts if fact.place in places))

    def of(self, kind: str) -> list[Fact]:
        """The values of a kind: corrected ones with the largest change first, others with the newest."""
        found = [fact for fact in self.facts if fact.kind == kind]
        return sorted(found, key=lambda fact: (-fact.share, -fact.year))

    def counts(self) -> Counter[str]:
        """How many values of each kind."""
        return Counter(fact.kind for fact in self.facts)

    def counted(self, by: Callable[[Fact], Any]) -> list[tuple[Any, Counter[str]]]:
        """The same for each part of the facts, the largest first."""
        found: dict[Any, Counter[str]] = {}
        for fact in self.facts:
            found.setdefault(by(fact), Counter())[fact.kind] += 1
        return sorted(found.items(), key=lambda part: -part[1].total())


def narrowed(
    tables: Tables, indicator: str = "", economies: Collection[str] = ()
) -> list[dict[str, Any]]:
    """What the tables know, of an indicator and of economies alone if any are named, as it is kept."""
    told = []
    for publish in tables.changes:
        parts = [
            {**part, "facts": facts}
            for part in publish["changes"]
            if indicator in ("", part["indicator"])
            and (facts := [fact for fact in part["facts"] if not economies or fact[0] in economies])
        ]
        untold = [
            one for one in publish.get("untold", ()) if indicator in ("", one[0]) and not economies
        ]
        if parts or untold or not (indicator or economies):
            told.append({**publish, "changes": parts, "untold": untold})
    return told


def publishes(
    tables: Tables, indicator: str = "", economies: Collection[str] = ()
) -> list[Publish]:
    """The same as values, the newest publish first."""
    return [
        Publish(
            version=publish["version"],
            built=publish["built"],
            before=publish["before"],
            before_built=publish["before_built"],
            facts=tuple(_facts(publish)),
            sources={
                (part["table"], part["indicator"]): part["sources"] for part in publish["changes"]
            },
            untold=tuple((name, since, n) for name, since, n in publish["untold"]),
        )
        for publish in narrowed(tables, indicator, economies)
    ]


def _facts(publish: dict[str, Any]) -> Iterator[Fact]:
    for part in publish["changes"]:
        for fact in part["facts"]:
            yield Fact(part["table"], part["indicator"], *fact)


def between_words(words: Words, publish: Publish) -> str:
    """Which version took the place of which, and when both were built."""
    return words(
        "pages.changes.between",
        old=publish.before,
        old_day=words.day(publish.before_built),
        new=publish.version,
        day=words.day(publish.built),
    )


def counts_words(words: Words, counts: Counter[str]) -> str:
    """How many values are new, corrected and gone."""
    if not counts.total():
        return words("pages.changes.none")
    return words("pages.changes.counts", **{kind: words.number(counts[kind]) for kind in KINDS})


def summary_words(words: Words, publish: Publish) -> list[str]:
    """How many values changed, and a sentence for each indicator that is not told before a year any more."""
    untold = [
        words(
            "pages.changes.untold",
            indicator=indicator_words(words, "observations", name),
            year=since,
            number=words.number(number),
        )
        for name, since, number in publish.untold
    ]
    is_all = bool(untold) and not publish.facts
    return untold if is_all else [counts_words(words, publish.counts()), *untold]


def indicator_words(words: Words, table: str, indicator: str) -> str:
    """The name of an indicator, and which of its tables a value is from; the id of one that is gone."""
    known = indicator in catalogue().indicators
    name = words(f"indicators.{indicator}.name") if known else indicator
    return words(f"pages.changes.tables.{table}", name=name)


def place_words(words: Words, fact: Fact) -> str:
    """The name of an economy, or of a group in the edition that printed its value."""
    if fact.place in catalogue().economies:
        return words.economy(fact.place)
    known = fact.place in catalogue().groups
    name = words(f"groups.{fact.place}.short") if known else fact.place
    source = catalogue().sources.get(fact.source)
    return f"{name} ({words.isolated(source.vintage)})" if source else name


def reason_words(words: Words, sources: Collection[str]) -> str:
    """Why values differ: other files of these sources, else the rules by which ours are made."""
    if not sources:
        return words("pages.changes.rules")
    entries = catalogue().sources
    known = [entries[name] for name in sources if name in entries]
    names = dict.fromkeys(
        f"{words.publisher(one.publisher)} ({words.isolated(one.vintage)})" for one in known
    )
    return words("pages.changes.files", sources=words.listed(names) if names else "-")


def unit_words(words: Words, fact: Fact) -> str:
    """The unit of a value, "" of an absolute number."""
    entry = catalogue().indicators.get(fact.indicator)
    return words(f"units.{entry.unit}.label") if entry and fact.table != "counts" else ""


def numbers_words(words: Words, fact: Fact) -> tuple[str, str]:
    """The old and the new value without their unit, "" for none; they part in print as they do."""
    entry = catalogue().indicators.get(fact.indicator)
    decimals = entry.decimals if entry and fact.table != "counts" else 0
    if fact.old is not None and fact.new is not None:
        alike = (
            digits
            for digits in range(decimals, decimals + MOST_DIGITS)
            if round(fact.old, digits) != round(fact.new, digits)
        )
        decimals = next(alike, decimals + MOST_DIGITS)
    old, new = (
        "" if value is None else words.number(value, decimals) for value in (fact.old, fact.new)
    )
    return old, new


def fact_words(words: Words, fact: Fact) -> str:
    """A value in one line: "Internet use, Kiribati, 2012: 12.0%, was 11.8%"."""
    entry = catalogue().indicators.get(fact.indicator)
    old, new = numbers_words(words, fact)
    if entry and fact.table != "counts":
        old, new = (
            words(f"units.{entry.unit}.value", n=counted(value or 0, entry.decimals), value=said)
            for value, said in ((fact.old, old), (fact.new, new))
        )
    return words(
        f"pages.changes.line.{fact.kind}",
        indicator=indicator_words(words, fact.table, fact.indicator),
        place=place_words(words, fact),
        year=fact.year,
        old=old,
        now=new,
    )
