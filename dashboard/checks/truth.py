"""What sentences and lines say, against the numbers of the tables; imports text, figures and tables.

For every indicator, group, comparison, choice of economies, measure and language: one number stands
for a group and a year, a rise rises, a peak is the highest, a gap that has narrowed is narrower, what
is ahead is ahead, differences add up as printed, no sentence contradicts its neighbour or its figure,
no line crosses a definition. `python -m dashboard check --truth` tries all, the tests a part.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product
from typing import Any

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.checks.told import Told, gap_told, region_told, trend_told
from dashboard.figures.gap import gap_figure
from dashboard.figures.multiples import trend_figure
from dashboard.figures.spread import spread_figure
from dashboard.i18n import FALLBACK, Words
from dashboard.tables import Tables
from dashboard.text.economy import group_value, region_of, rows, strengths
from dashboard.text.gap import gap_sentence
from dashboard.text.region import developed_sentence, standing_sentence
from dashboard.text.sentences import map_words
from dashboard.text.subject import Subject, subject_of
from dashboard.text.trend import trend_sentence
from dashboard.view import MEASURES, MEMBERS, View

Figure = Mapping[str, Any]


class Heard(Words):
    """Words that remember which texts they were asked for, and what was filled in."""

    def __init__(self, lang: str) -> None:
        """The words of `lang`; nothing is heard yet."""
        super().__init__(lang)
        self.asked: list[Told] = []

    def __call__(self, key: str, /, **values: object) -> str:
        """The text, remembered."""
        self.asked.append((key, values))
        return super().__call__(key, **values)


def heard(subject: Subject, tell: Callable[[Subject], str]) -> list[Told]:
    """The texts that a sentence about a subject is made of, with what fills them in."""
    listening = Heard(subject.words.lang)
    tell(replace(subject, words=listening))
    return listening.asked


def untruths(tables: Tables, step: int = 1) -> Iterator[str]:
    """A sentence for everything that is told and is not so; of each `step`-th case only."""
    known = catalogue()
    groups = product(known.indicators, known.groups)
    pairs = [(scheme.id, lower) for scheme in known.schemes.values() for lower in scheme.groups]
    gaps = product(known.indicators, pairs, MEMBERS)
    for indicator, region in list(groups)[::step]:
        yield from _of_group(View(indicator=indicator, region=region), tables)
    for indicator, (scheme, lower), members in list(gaps)[::step]:
        yield from _of_gap(
            View(indicator=indicator, region=lower, scheme=scheme, members=members), tables
        )
    for iso3 in list(known.economies)[::step]:
        yield from _of_economy(subject_of(View(economies=(iso3,), lang=FALLBACK), tables))


def _of_group(view: View, tables: Tables) -> Iterator[str]:
    """What map, trend and region page say of a group, and the lines of its figures."""
    if tables.indicator(view.indicator).group(view.region) is None:
        return
    for lang in LANGUAGES:
        subject = subject_of(replace(view, lang=lang), tables)
        told = heard(subject, trend_sentence) + heard(subject, map_words)
        yield from _named(subject, trend_told(subject, told))
        told = heard(subject, standing_sentence) + heard(subject, developed_sentence)
        yield from _named(subject, region_told(subject, told))
    subject = subject_of(replace(view, lang=FALLBACK), tables)
    for draw in (trend_figure, spread_figure):
        figure = draw(subject)
        yield from _named(subject, _crossing(subject, figure))
        yield from _named(subject, _other_levels(subject, figure))


def _of_gap(view: View, tables: Tables) -> Iterator[str]:
    """What is said of a gap in each language, and its figure by each measure."""
    key = (view.scheme, catalogue().schemes[view.scheme].reference, view.region)
    if tables.indicator(view.indicator).gap(*key, view.members) is None:
        return
    for lang in LANGUAGES:
        subject = subject_of(replace(view, lang=lang), tables)
        yield from _named(subject, gap_told(subject, heard(subject, gap_sentence)))
    for measure in MEASURES:
        subject = subject_of(replace(view, measure=measure, lang=FALLBACK), tables)
        figure = gap_figure(subject)
        yield from _named(subject, _crossing(subject, figure))
        if view.members == MEMBERS[0]:
            yield from _named(subject, _other_levels(subject, figure))


def _of_economy(subject: Subject) -> Iterator[str]:
    """What is called ahead is better than the region, and what is called behind is worse."""
    listed = rows(subject)
    for best in (True, False):
        for row in strengths(listed, best=best):
            one, beside = row.subject, group_value(row, region_of(row.subject))
            sign = 1 if (one.indicator.direction == "up") == best else -1
            apart = one.difference(row.value or 0.0, beside) if beside is not None else 0.0
            if sign * apart <= 0 or (best and not round(row.value or 0.0, one.indicator.decimals)):
                name = f"{one.indicator.id}, {row.value} beside {beside}"
                yield f"{subject.view.economies[0]} is called {'ahead' if best else 'behind'}: {name}."


def _named(subject: Subject, faults: Iterator[str]) -> Iterator[str]:
    for fault in faults:
        yield f"{subject.indicator.id} ({subject.view.to_query()}): {fault}"


@dataclass(frozen=True, slots=True)
class Segment:
    """Two neighbouring points that a line joins."""

    start: int
    end: int
    dotted: bool


def segments(traces: Sequence[Figure]) -> Iterator[Segment]:
    """All that is joined by lines over years."""
    for trace in traces:
        if "lines" not in trace.get("mode", "") or "fill" in trace:
            continue
        points = zip(trace["x"], trace["y"], strict=True)
        for (a, low), (b, high) in pairwise(points):
            if None not in (a, b, low, high):
                yield Segment(a, b, trace["line"].get("dash", "solid") != "solid")


def _crossing(subject: Subject, figure: Figure) -> Iterator[str]:
    """Lines across a definition, and solid ones across years without values."""
    breaks, step = subject.breaks, subject.table.step
    for one in segments(figure["data"]):
        if any(one.start < year <= one.end for year in breaks):
            yield f"a line runs across a definition, {one.start} to {one.end}."
        if not one.dotted and one.end - one.start > step:
            yield f"a line is solid across years without values, {one.start} to {one.end}."


def _other_levels(subject: Subject, figure: Figure) -> Iterator[str]:
    """Lines of groups that show another number than the group has in a year."""
    years = subject.table.years
    for trace in figure["data"]:
        series = subject.table.group(str(trace.get("meta", "")))
        for year, value in zip(trace["x"], trace["y"], strict=True) if series else ():
            if series and value is not None and value != series.values[years.index(year)]:
                yield f"{trace['meta']} is drawn at {value} in {year}."
