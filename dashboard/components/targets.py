"""Targets in tables: where a place stands with every measure, and all places with one.

Imports the catalogue, tables, words and the other components.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import Measure, catalogue
from dashboard.catalogue.models import TARGET_SETS
from dashboard.components.fold import counted, fold
from dashboard.components.page import page_link
from dashboard.components.table import Cell, table
from dashboard.i18n import words as words_of
from dashboard.series import Reading
from dashboard.tables import Tables, remembered
from dashboard.text.join import join
from dashboard.text.pace import (
    NO_DATA,
    applies,
    arrival,
    latest,
    measured,
    place_of,
    target_of,
    threshold,
    yearly,
)
from dashboard.text.subject import Subject, inhabited
from dashboard.versions import tables_of
from dashboard.view import View

PATH = "/targets"
# The set that is read at the years of the header's `checkpoints`.
READ_AT_CHECKPOINTS = "wsis"
# What only a date that is still ahead asks for.
AHEAD = ("arrival", "required")
# A longer table of economies would keep the page waiting, and nobody reads it.
MOST_MEMBERS = 70
TABLE = "table data-table targets"
# What the grid of regions folds: a measure by which no place can be judged.
UNJUDGED = "cannot-say"


def judged_targets(view: View, place: str) -> list[tuple[Measure, Reading]]:
    """The measures that a place can be judged by, with where it stands."""
    readings = tables_of(view).readings(place)
    return [
        (catalogue().measures[measure], reading)
        for measure, reading in readings.items()
        if reading.value is not None
        and reading.verdict != UNJUDGED
        and applies(catalogue().measures[measure], place)
    ]


def targets_brief(view: View, place: str) -> Component | None:
    """The targets with a number that a place can be judged by: newest value, verdict, pace needed."""
    seen, judged = _at(view, place), judged_targets(view, place)
    if not judged:
        return None
    subject = measured(seen, tables_of(view))
    words = subject.words
    heads = [words(f"pages.targets.columns.{name}") for name in BRIEF]
    rows: list[list[Cell]] = []
    for name in TARGET_SETS:
        own = [(m, r) for m, r in judged if target_of(m).set == name]
        if own:
            rows.append([words(f"sets.{name}.name")])
        rows += [_brief_row(measured(seen, tables_of(view), m.id), m, r) for m, r in own]
    return table(words("pages.targets.name"), heads, rows, className=f"{TABLE} targets-brief")


BRIEF = ("measure", "threshold", "latest", "verdict", "required")


def _at(view: View, place: str) -> View:
    """The view of a place; its other economies follow the first."""
    if place not in catalogue().economies:
        return replace(view, region=place, economies=())
    others = tuple(code for code in view.economies if code != place)
    return replace(view, economies=(place, *others)[: len(view.economies) or 1])


def _brief_row(subject: Subject, measure: Measure, reading: Reading) -> list[Cell]:
    return [
        [*_name(subject, measure), html.Small(target_of(measure).number)],
        _goal_in_set(subject, measure),
        latest(subject, reading),
        verdict(subject, reading.verdict),
        _required(subject, reading),
    ]


def _goal_in_set(subject: Subject, measure: Measure) -> str:
    """The threshold, with its year unless the name of the set says it."""
    target = target_of(measure)
    is_dated = str(target.deadline) in subject.words(f"sets.{target.set}.name")
    return threshold(subject, measure) if is_dated else _goal(subject, measure)


def set_tables(view: View, name: str) -> list[Component]:
    """All measures of a set, folded: those with open data, and those that none measure."""
    words, readings = (
        measured(view, tables_of(view)).words,
        tables_of(view).readings(place_of(view)),
    )
    known = [measure for measure in measures_of(name) if measure.id in readings]
    without = [measure for measure in measures_of(name) if measure.id not in readings]
    parts = (("pages.targets.known", known), (f"text.pace.verdicts.{NO_DATA}", without))
    return [
        fold(counted(words, words(title), len(listed)), _set_table(view, name, listed))
        for title, listed in parts
        if listed
    ]


def _set_table(view: View, name: str, listed: Sequence[Measure]) -> Component:
    """Measures of a set, a row each."""
    words, checked = measured(view, tables_of(view)).words, name == READ_AT_CHECKPOINTS
    title = partial("pages.targets.columns.{}".format)
    years = [str(year) for year in tables_of(view).target_terms["checkpoints"]] if checked else []
    heads = [
        words(title("target")),
        words(title("measure")),
        words(title("threshold")),
        *years,
        *(words(title(column)) for column in ("latest", "verdict", *(() if checked else AHEAD))),
    ]
    numbers = range(3, 3 + len(years))
    label = words(f"sets.{name}.name")
    rows = list(_set_rows(view, listed, len(years)))
    if checked:
        rows = [row[: -len(AHEAD)] for row in rows]
    return table(label, heads, rows, numbers=numbers, className=TABLE)


def measures_of(name: str) -> list[Measure]:
    """The measures of a set."""
    entries = catalogue().targets.values()
    return [measure for target in entries if target.set == name for measure in target.measures]


def _set_rows(view: View, listed: Sequence[Measure], checkpoints: int) -> Iterator[list[Cell]]:
    readings, before = tables_of(view).readings(place_of(view)), ""
    for measure in listed:
        subject = measured(view, tables_of(view), measure.id)
        head = _target(subject, measure) if measure.target != before else [_again(measure)]
        before = measure.target
        reading = readings.get(measure.id)
        yield [head, *_cells(subject, measure, reading, checkpoints)]


def _target(subject: Subject, measure: Measure) -> list[Component | str]:
    """The number and the name of a target, and whether its wording is unofficial."""
    words, target = subject.words, target_of(measure)
    said: list[Component | str] = [
        html.Strong(target.number),
        f" {words(f'targets.{target.id}.name')}",
    ]
    if target.wording == "unofficial":
        said.append(html.Small(words("pages.targets.unofficial")))
    return said


def _again(measure: Measure) -> Component:
    """The number of a target in the rows after its first, for those who listen."""
    return html.Span(target_of(measure).number, className="visually-hidden")


def _cells(
    subject: Subject, measure: Measure, reading: Reading | None, checkpoints: int
) -> list[Cell]:
    words = subject.words
    named = [*_name(subject, measure), *_named(subject, measure), _formula(subject, measure)]
    if reading is None:
        return [named, "", *[""] * checkpoints, "", verdict(subject, NO_DATA), "", ""]
    values, none = reading.checkpoints[:checkpoints], words("text.stated.none")
    return [
        named,
        _goal(subject, measure) or words("text.pace.reasons.no-threshold"),
        *(none if value is None else subject.value(value) for value in values),
        latest(subject, reading),
        verdict(subject, reading.verdict),
        arrival(subject, reading),
        _required(subject, reading),
    ]


def _name(subject: Subject, measure: Measure) -> list[Component | str]:
    """The name of a measure; one with data leads to its chart."""
    name = subject.words(f"measures.{measure.id}.name")
    if not measure.indicator:
        return [name]
    return [page_link(name, PATH, subject.view, target=measure.id, **_unmoved())]


def _unmoved() -> dict[str, Any]:
    """What of a view another measure does not keep: a pace that was chosen for this one."""
    return {"pace": None, "indicator": catalogue().roles.start["indicator"]}


def _formula(subject: Subject, measure: Measure) -> Component:
    """What is divided by what, and what stands in for it; on demand."""
    words, key = subject.words, f"measures.{measure.id}"
    facts = {part: words(f"{key}.{part}") for part in ("numerator", "denominator")}
    said = [words("pages.targets.formula_text", **facts)]
    if measure.proxy:
        said.append(words("pages.targets.proxy", note=words(f"{key}.proxy")))
    return html.Details([html.Summary(words("pages.targets.formula")), join(words, *said)])


def _named(subject: Subject, measure: Measure) -> list[Component]:
    """For whom the target is set, where it is not for the place that is looked at."""
    if applies(measure, place_of(subject.view)):
        return []
    group = subject.group_label(measure.place)
    return [html.Small(subject.words("pages.targets.named_place", group=group))]


def _goal(subject: Subject, measure: Measure) -> str:
    said = threshold(subject, measure)
    if not said:
        return ""
    facts = {"threshold": said, "year": target_of(measure).deadline}
    return subject.words("figures.pace.threshold", **facts)


def _number(subject: Subject, measure: Measure) -> str:
    """The set and the number of the target."""
    target = target_of(measure)
    named = subject.words(f"sets.{target.set}.name")
    return subject.words("text.pace.numbered", set=named, number=target.number)


def _required(subject: Subject, reading: Reading) -> str:
    return "" if reading.required is None else yearly(subject, reading.required)


def verdict(subject: Subject, name: str) -> Component:
    """A verdict as a word, with a shape and a colour of its own."""
    return html.Span(subject.words(f"text.pace.verdicts.{name}"), className=f"verdict is-{name}")


def glance(subject: Subject) -> list[Component]:
    """Targets by region: a row a measure that is set for everybody, a sign a verdict."""
    words, view = subject.words, subject.view
    groups = [one.code for one in catalogue().groups.values() if one.kind == "commission"]
    places = list(dict.fromkeys((place_of(view), *groups, catalogue().world)))
    verdicts = {place: subject.tables.readings(place) for place in places}
    heads = [words("pages.targets.columns.measure"), *(_place(view, code) for code in places)]
    judged: list[list[Cell]] = []
    unjudged: list[list[Cell]] = []
    for measure in (one for name in TARGET_SETS for one in measures_of(name) if not one.place):
        found = [verdicts[place].get(measure.id) for place in places]
        if any(found):
            own = measured(view, subject.tables, measure.id)
            head = [*_name(own, measure), html.Small(_number(own, measure))]
            signs = [_sign(own, one.verdict if one else NO_DATA) for one in found]
            said = {one.verdict for one in found if one} != {UNJUDGED}
            (judged if said else unjudged).append([head, *signs])
    grid = partial(
        table,
        words("pages.targets.glance"),
        heads,
        className="table data-table targets targets-glance",
    )
    title = counted(words, words(f"text.pace.verdicts.{UNJUDGED}"), len(unjudged))
    return [
        html.P(words("pages.targets.glance_lead"), className="page-lead"),
        grid(judged),
        *([fold(title, grid(unjudged))] if unjudged else []),
    ]


def _place(view: View, code: str) -> Component | str:
    """The name of a place; that of a region leads to its own targets."""
    chosen = words_of(view.lang)
    if code in catalogue().economies:
        return chosen.economy(code)
    name = chosen(f"groups.{code}.short")
    if code == catalogue().world:
        return name
    return page_link(name, PATH, view, region=code, economies=())


def _sign(subject: Subject, name: str) -> Component:
    """A verdict as its sign, with its word for those who listen and under the pointer."""
    word = subject.words(f"text.pace.verdicts.{name}")
    said = html.Span(word, className="visually-hidden")
    return html.Span(said, className=f"verdict is-{name}", title=word)


def members_table(subject: Subject) -> Component:
    """The measure of the view across the economies of the region, the highest first."""
    words = subject.words
    codes = inhabited(subject.view.region)
    if len(codes) > MOST_MEMBERS:
        return html.P(words("pages.targets.members_many"))
    found = _members(subject.tables, subject.view.region, subject.view.target)
    if not found:
        return html.P(words("pages.targets.members_none"))
    columns = ("economy", "latest", "verdict", "arrival", "required")
    rows = [
        [
            page_link(words.economy(code), PATH, subject.view, economies=(code,), **_unmoved()),
            latest(subject, reading),
            verdict(subject, reading.verdict),
            arrival(subject, reading),
            _required(subject, reading),
        ]
        for code, reading in found
    ]
    heads = [words(f"pages.targets.columns.{name}") for name in columns]
    label = words(f"measures.{subject.view.target}.name")
    return table(label, heads, rows, className=TABLE)


@remembered(16)
def _members(tables: Tables, region: str, target: str) -> list[tuple[str, Reading]]:
    """The economies of a region with their readings, by value; those without a value come last."""
    readings = ((code, tables.reading(code, target)) for code in inhabited(region))
    found = [(code, reading) for code, reading in readings if reading]
    return sorted(found, key=lambda one: (one[1].value is None, -(one[1].value or 0.0)))
