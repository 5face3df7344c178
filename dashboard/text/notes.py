"""The notes under a figure: lists, breaks, fills, what was left out, map notes; no figures."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import reduce
from itertools import pairwise

from dashboard.catalogue import Mark, catalogue
from dashboard.catalogue.models import EVERY_YEAR, Indicator
from dashboard.collation import collated
from dashboard.i18n import Words
from dashboard.series import GapSeries, PublishedSeries
from dashboard.text.gap import Pair, course, gap_place, main_pair, pairs
from dashboard.text.modelled import modelled_method, modelled_notes
from dashboard.text.subject import Subject
from dashboard.text.trend import compares, edition_name, edition_symbol, shown_editions


def map_notes(subject: Subject, keys: Collection[str]) -> list[str]:
    """The notes of a map; `keys` are the map notes of what is in its frame."""
    words, indicator = subject.words, subject.indicator
    notes = definition(subject)
    if indicator.max_age:
        notes.append(words("text.notes.max_age", n=indicator.max_age))
    elif indicator.max_fill and indicator.aggregation != "none" and _is_filled(subject):
        notes.append(words("text.notes.filled_map", n=indicator.max_fill))
    notes += unstated(subject, subject.table.economies, range(len(subject.table.years)))
    notes += excluded(subject, subject.in_frame())
    notes += modelled_method(subject)
    return [*notes, *frame_notes(words, keys)]


def frame_notes(words: Words, keys: Iterable[str]) -> list[str]:
    """What no copy of a map may go without: boundaries, the status of territories, whose its shapes are."""
    return [*words.map_notes(keys), words("text.notes.shapes")]


def trend_notes(subject: Subject) -> list[str]:
    """The notes of a trend: the lists, how lines are drawn, and what happened to the economies."""
    view, words = subject.view, subject.words
    notes = definition(subject)
    beside = subject.compared if compares(subject) else ()
    if beside:
        notes.append(words(f"schemes.{subject.scheme.id}.note"))
    notes += line_notes(subject)
    if view.economies:
        notes.append(words("text.notes.points"))
        notes += unstated(subject, view.economies, subject.span())
    shown = dict.fromkeys((view.region, catalogue().world, *beside))
    notes += modelled_notes(subject, shown, band=compares(subject))
    notes += member_breaks(subject, shown) if compares(subject) else []
    notes += published_notes(subject, shown)
    if view.index is not None:
        notes.append(words("text.notes.index", year=view.index))
    if view.scale == "log":
        notes.append(words("text.notes.log"))
    return notes + economy_notes(subject, view.economies) + excluded(subject, view.economies)


def _is_filled(subject: Subject) -> bool:
    """Whether any value that a map can show was filled by us."""
    lines = filter(None, map(subject.table.economy, subject.table.economies))
    return any(not set("ic").isdisjoint(one.status) for one in lines)


def unstated(subject: Subject, codes: Collection[str], span: range) -> list[str]:
    """In which years of a span the publisher does not say which values are estimates, if in any."""
    table = subject.table
    known = filter(None, map(table.economy, codes))
    lines = [one.status for one in known if "n" in one.status]
    years = [f"{table.years[k]}" for k in span if any(line[k] == "n" for line in lines)]
    said = worded_years(subject.words, years)
    return [subject.words("text.notes.not_given", years=said)] if years else []


def member_breaks(subject: Subject, codes: Collection[str]) -> list[str]:
    """Whose breaks the strokes on the lines of groups are: members with a tenth of the weight."""
    table, words = subject.table, subject.words
    kept = [str(table.years[place]) for place in subject.span()][1:]
    found: dict[str, set[str]] = {}
    for series in filter(None, map(table.group, codes)):
        for year in (year for year in kept if year in series.breaks):
            for place in series.breaks[year]:
                found.setdefault(table.economies[place], set()).add(year)
    if not found:
        return []
    dated = {code: worded_years(words, sorted(years)) for code, years in found.items()}
    return [words("text.notes.member_breaks", items=_dated(words, dated))]


def published_notes(subject: Subject, codes: Collection[str]) -> list[str]:
    """What the hollow marks are, edition by edition, and that nothing is spliced."""
    shown = {
        series.source: _marked(subject, series)
        for code in codes
        for series in shown_editions(subject, code)
    }
    if not shown:
        return []
    return [subject.words("text.notes.published", editions=subject.words.listed(shown.values()))]


def _marked(subject: Subject, series: PublishedSeries) -> str:
    """An edition with its mark: "ITU, November 2024 (diamonds)"."""
    mark = edition_symbol(subject, series.source)
    return subject.words(f"text.notes.marks.{mark}", edition=edition_name(subject, series))


def gap_notes(subject: Subject) -> list[str]:
    """The notes of a gap: the lists, the panel, and when a measure is not defined."""
    words = subject.words
    measure = [words(f"text.measures.{subject.view.measure}.note")]
    if subject.view.measure == "points" and subject.indicator.bounded:
        measure.append(words("text.measures.points.note_share"))
    # A copy has room for the first notes: how a number that the sentence lacks is formed is one.
    first, last = (measure, []) if subject.view.measure == "ratio" else ([], measure)
    notes = [*first, *definition(subject), words(f"schemes.{subject.scheme.id}.note")]
    found = pairs(subject)
    if found:
        notes += panel_notes(subject, main_pair(subject, found))
        if len(found) > 1 and subject.view.members == "same":
            notes.append(words("text.notes.own_panels"))
    notes += line_notes(subject)
    compared = (subject.scheme.reference, *subject.scheme.groups)
    return [*notes, *modelled_notes(subject, compared, band=False), *last]


def line_notes(subject: Subject, name: str = "") -> list[str]:
    """Why lines are cut, by year or by the `name` of an indicator, and that they are dotted."""
    words, table = subject.words, subject.table
    years = [table.years[k] for k in subject.span()]
    notes = [
        words("text.notes.economy", items=name or mark.year, note=words(f"marks.{mark.reason}"))
        for mark in catalogue().marks
        if mark.indicator == subject.indicator.id and mark.year in subject.breaks
        if not mark.economy and years[0] < mark.year <= years[-1]
    ]
    if any(after - before > table.step for before, after in pairwise(years)):
        notes.append(words("text.notes.dotted"))
    return notes


def definition(subject: Subject) -> list[str]:
    """What the indicator counts, since when, and how group values are formed; definitions name medians."""
    words, indicator = subject.words, subject.indicator
    counted = words(f"indicators.{indicator.id}.definition")
    since = [words("text.notes.since", year=indicator.since)] if indicator.since else []
    return [counted, *since, *_formed(words, indicator)]


def _formed(words: Words, indicator: Indicator) -> list[str]:
    """How group values are formed."""
    if indicator.aggregation in {"none", "median"}:
        return []
    if indicator.weight != catalogue().roles.people:
        weight = words(f"indicators.{indicator.weight}.name")
        return [words(f"text.aggregations.{indicator.aggregation}_by", weight=weight)]
    return [words(f"text.aggregations.{indicator.aggregation}")]


def panel_notes(subject: Subject, pair: Pair) -> list[str]:
    """Which economies the gap rests on, and its change where that rests on others."""
    modelled = "_modelled" if subject.indicator.modelled_from else ""
    kind = f"panel_all{modelled}" if subject.view.members == "all" else "panel_same"
    notes = [_panel(subject, pair, pair.series, kind)]
    told = course(subject, pair, gap_place(subject, pair))
    if pair.same and told.same and told.case != "opposite":
        notes.append(_panel(subject, pair, pair.same, "change_same"))
    return notes


def _panel(subject: Subject, pair: Pair, series: GapSeries, key: str) -> str:
    """The economies of both groups, and the share of the groups' population they hold."""
    words = subject.words
    first, last = series.years
    return words(
        f"text.notes.{key}",
        first=first,
        last=last,
        higher=subject.group_name(pair.higher),
        lower=subject.group_name(pair.lower),
        n_higher=words.number(series.economies[0]),
        n_lower=words.number(series.economies[1]),
        share_higher=words.percent(series.coverage[0]),
        share_lower=words.percent(series.coverage[1]),
    )


def economy_notes(subject: Subject, codes: Collection[str]) -> list[str]:
    """The notes of the economies' values, each once, with the economies and years it holds for."""
    words, table = subject.words, subject.table
    kept = {str(table.years[place]) for place in subject.span()}
    found: dict[int, dict[str, list[str]]] = {}
    lacking = []
    for code in codes:
        series = table.economy(code)
        if series is None:
            lacking.append(words("text.notes.no_data", economy=words.economy(code)))
            continue
        for year, indexes in sorted(series.notes.items()):
            for index in indexes if year in kept else ():
                found.setdefault(index, {}).setdefault(code, []).append(year)
    notes = [
        words(
            "text.notes.economy",
            items=_dated(words, {code: worded_years(words, years) for code, years in held.items()}),
            note=words(f"note_codes.{table.notes[index]}"),
        )
        for index, held in found.items()
    ]
    return [*lacking, *notes]


def excluded(subject: Subject, economies: Collection[str]) -> list[str]:
    """The values of these economies that were left out, a note for each reason."""
    words = subject.words
    marks: dict[str, dict[str, list[Mark]]] = {}
    for mark in catalogue().marks:
        about = mark.kind == "excluded" and mark.indicator == subject.indicator.id
        if about and mark.economy in economies:
            marks.setdefault(mark.reason, {}).setdefault(mark.economy, []).append(mark)
    return [
        words(
            "text.notes.excluded",
            items=_dated(words, {code: marked_years(words, *own) for code, own in held.items()}),
            reason=words(f"marks.{reason}"),
        )
        for reason, held in marks.items()
    ]


def marked_years(words: Words, *marks: Mark) -> str:
    """The years that marks are for, in words: "2017 and 2019–2024", "all years"."""
    if any(mark.span[1] == EVERY_YEAR for mark in marks):
        return words("text.notes.every_year")
    years = {year for mark in marks for year in range(mark.span[0], mark.span[1] + 1)}
    return worded_years(words, sorted(map(str, years)))


def worded_years(words: Words, years: Sequence[str]) -> str:
    """Years in words, runs as spans: 2010, 2011, 2012 and 2015 become "2010–2012 and 2015"."""
    spans: list[list[str]] = []
    for year in years:
        if spans and int(year) == int(spans[-1][-1]) + 1:
            spans[-1] = [spans[-1][0], year]
        else:
            spans.append([year])
    return words("text.notes.years", years=words.listed("–".join(span) for span in spans))


def _dated(words: Words, years: Mapping[str, str]) -> str:
    """Economies with years, those with the same years together: "Fiji and Samoa (2023); Tonga (2024)"."""
    together: dict[str, list[str]] = {}
    for code, said in years.items():
        together.setdefault(said, []).append(words.economy(code))
    items = (
        words("text.notes.dated", economies=words.listed(collated(words.lang, names)), years=said)
        for said, names in together.items()
    )
    return reduce(lambda a, b: words("text.notes.items", first=a, second=b), items)
