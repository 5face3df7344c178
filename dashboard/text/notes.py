"""The notes under a figure: lists, breaks, fills, what was left out, map notes; no figures."""

from collections.abc import Collection

from dashboard.catalogue import catalogue
from dashboard.text.gap import Pair, main_pair, pairs
from dashboard.text.subject import Subject


def map_notes(subject: Subject, keys: Collection[str]) -> list[str]:
    """The notes of a map; `keys` are the map notes of what is in its frame."""
    words, indicator = subject.words, subject.indicator
    notes = definition(subject)
    if indicator.max_age:
        notes.append(words("text.notes.max_age", n=indicator.max_age))
    elif indicator.max_fill and indicator.aggregation != "none":
        notes.append(words("text.notes.filled_map", n=indicator.max_fill))
    notes += excluded(subject, subject.in_frame())
    table = catalogue().map_notes
    return [*notes, *(table[key][words.lang] for key in keys), words("text.notes.shapes")]


def trend_notes(subject: Subject) -> list[str]:
    """The notes of a trend: the lists, how lines are drawn, and what happened to the economies."""
    view, words = subject.view, subject.words
    notes = [*definition(subject), words(f"schemes.{subject.scheme.id}.note")]
    if view.economies:
        notes.append(words("text.notes.points"))
    shown = dict.fromkeys((view.region, catalogue().world, *subject.compared))
    if any(subject.table.published(code) for code in shown):
        notes.append(words("text.notes.published"))
    if view.index is not None:
        notes.append(words("text.notes.index", year=view.index))
    if view.scale == "log":
        notes.append(words("text.notes.log"))
    notes += [note for code in view.economies for note in economy_notes(subject, code)]
    return notes + excluded(subject, view.economies)


def gap_notes(subject: Subject) -> list[str]:
    """The notes of a gap: the lists, the panel, and when a measure is not defined."""
    words = subject.words
    notes = [*definition(subject), words(f"schemes.{subject.scheme.id}.note")]
    found = pairs(subject)
    if found:
        notes.append(panel_note(subject, main_pair(subject, found)))
        if len(found) > 1:
            notes.append(words("text.notes.own_panels"))
    notes.append(words(f"text.measures.{subject.view.measure}.note"))
    return notes


def definition(subject: Subject) -> list[str]:
    """What the indicator counts, and how group values are formed; definitions name medians."""
    words, indicator = subject.words, subject.indicator
    counted = words(f"indicators.{indicator.id}.definition")
    if indicator.aggregation in {"none", "median"}:
        return [counted]
    return [counted, words(f"text.aggregations.{indicator.aggregation}")]


def panel_note(subject: Subject, pair: Pair) -> str:
    """Which economies the gap rests on, and the share of the groups' population they hold."""
    words, series = subject.words, pair.series
    first, last = series.panel_years
    return words(
        f"text.notes.panel_{series.panel}",
        first=first,
        last=last,
        higher=subject.group_name(pair.higher),
        lower=subject.group_name(pair.lower),
        n_higher=words.number(series.economies[0]),
        n_lower=words.number(series.economies[1]),
        share_higher=words.percent(series.coverage[0]),
        share_lower=words.percent(series.coverage[1]),
    )


def economy_notes(subject: Subject, code: str) -> list[str]:
    """The notes of an economy's values, each once, with the years that it holds for."""
    series = subject.table.economy(code)
    if series is None:
        return [subject.words("text.notes.no_data", economy=subject.words.economy(code))]
    span, table = subject.span(), subject.table
    kept = {str(table.years[place]) for place in span}
    years: dict[int, list[str]] = {}
    for year, indexes in sorted(series.notes.items()):
        if year in kept:
            for index in indexes:
                years.setdefault(index, []).append(year)
    return [
        subject.words(
            "text.notes.economy",
            economy=subject.words.economy(code),
            years=subject.words.listed(_shortened(held)),
            note=subject.words(f"note_codes.{table.notes[index]}"),
        )
        for index, held in years.items()
    ]


def _shortened(years: list[str]) -> list[str]:
    """Runs of years as spans: 2010, 2011, 2012 and 2015 become 2010-2012 and 2015."""
    spans: list[list[str]] = []
    for year in years:
        if spans and int(year) == int(spans[-1][-1]) + 1:
            spans[-1] = [spans[-1][0], year]
        else:
            spans.append([year])
    return ["–".join(span) for span in spans]


def excluded(subject: Subject, economies: Collection[str]) -> list[str]:
    """The values of these economies that were left out, with the reason."""
    marks: dict[tuple[str, str], list[str]] = {}
    for mark in catalogue().marks:
        about = mark.kind == "excluded" and mark.indicator == subject.indicator.id
        if about and mark.economy in economies:
            marks.setdefault((mark.economy, mark.reason), []).append(str(mark.year))
    return [
        subject.words(
            "text.notes.excluded",
            economy=subject.words.economy(economy),
            years=subject.words.listed(_shortened(sorted(years))),
            reason=subject.words(f"marks.{reason}"),
        )
        for (economy, reason), years in marks.items()
    ]
