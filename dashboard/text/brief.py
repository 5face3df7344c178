"""What a brief says of a place, an economy or a group: its lead, its numbers, what it lacks; no figures."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.catalogue import catalogue
from dashboard.ranks import placed
from dashboard.series import EconomySeries, GroupSeries
from dashboard.text.changes import (
    CORRECTED,
    GONE,
    NEW,
    between_words,
    counts_words,
    fact_words,
    publishes,
)
from dashboard.text.economy import Row, changes, group_value, region_of, rows, strengths
from dashboard.text.join import join
from dashboard.text.measuring import measuring
from dashboard.text.modelled import support, told_apart
from dashboard.text.region import against_sentence, developed_sentence, own_scheme, standing
from dashboard.text.sentences import group_part
from dashboard.text.subject import Subject, inhabited
from dashboard.text.trend import course_sentence

NUMBERS = 6
# So many are named of what a place lacks, and of what a build changed.
NAMED = 3


class Placed(NamedTuple):
    """A group that a number stands beside: its value, and the place among its members; "" for none.

    The place of a group is that among the groups that it is compared with.
    """

    name: str
    value: str
    place: str


def place_of(subject: Subject) -> str:
    """Whom the brief is about: the first economy of the view, else its region."""
    return (*subject.view.economies, subject.view.region)[0]


def beside_of(subject: Subject) -> str:
    """The group that it is set against: the region of an economy, the world for a group."""
    return region_of(subject) if subject.view.economies else catalogue().world


def name_of(subject: Subject) -> str:
    """The name of the place as a heading."""
    place = place_of(subject)
    known = place in catalogue().economies
    return subject.words.economy(place) if known else subject.group_heading(place)


def name_inside(subject: Subject) -> str:
    """The same inside a sentence."""
    place = place_of(subject)
    known = place in catalogue().economies
    return subject.words.economy_inside(place) if known else subject.group_name(place)


def listed_rows(subject: Subject) -> list[Row]:
    """The newest value of the place for each indicator, in the order of the catalogue."""
    if subject.view.economies:
        return rows(subject)
    return [_group_row(subject.of(indicator=name)) for name in catalogue().indicators]


def _group_row(one: Subject) -> Row:
    """The newest value of a group, if it can be in a year that the world has a value of."""
    now = standing(one, one.view.region)
    if now is None:
        return Row(one, None, None, None, "", None, None)
    return Row(one, None, now.value, one.table.years[now.place], "o", None, None)


def series_of(row: Row) -> EconomySeries | GroupSeries | None:
    """The course of the place."""
    return (
        row.series if row.subject.view.economies else row.subject.table.group(place_of(row.subject))
    )


def numbers(listed: Sequence[Row]) -> list[Row]:
    """The six numbers: the first of the catalogue's list with a value, then such as have none."""
    by_id = {row.subject.indicator.id: row for row in listed}
    wanted = [by_id[name] for name in catalogue().roles.brief]
    first = sorted(wanted, key=lambda row: row.value is None)[:NUMBERS]
    return sorted(first, key=wanted.index)


def beside(row: Row) -> list[Placed]:
    """What a number stands beside: region and world, each with the place among its members."""
    one = row.subject
    world, own = catalogue().world, place_of(one)
    if one.view.economies:
        places = {region_of(one): row.region, world: row.world}
        return [
            Placed(one.group_label(code), _of_group(row, code), _place(one, found))
            for code, found in places.items()
        ]
    found = [] if own == world else [Placed(one.group_label(world), _of_group(row, world), "")]
    scheme = own_scheme(own)
    if scheme and (place := _group_place(row, scheme)):
        found.append(Placed(one.words(f"schemes.{scheme}.name"), "", place))
    return found


def _of_group(row: Row, code: str) -> str:
    """The value of a group in the year of the number; its newest, with the year, where there is no number."""
    if row.value is not None:
        value = group_value(row, code)
        return "" if value is None else row.subject.number(value)
    now, one = standing(row.subject, code), row.subject
    if now is None:
        return ""
    facts = {"value": one.number(now.value), "year": one.table.years[now.place]}
    return one.words("text.stated.observed", **facts)


def _place(one: Subject, found: tuple[int, int] | None) -> str:
    if found is None:
        return ""
    number = one.words.number
    return one.words("pages.economy.place", place=number(found[0]), ranked=number(found[1]))


def _group_place(row: Row, scheme: str) -> str:
    """The place of a group among those of its comparison; as many places as it cannot be told apart from."""
    one, code = row.subject, place_of(row.subject)
    values = {
        name: value
        for name in catalogue().schemes[scheme].groups
        if (value := group_value(row, name)) is not None
    }
    if code not in values or len(values) < 2:  # nobody is first of one
        return ""
    found = placed(values, one.indicator.decimals, one.indicator.direction)
    own, at = found[code], one.table.years.index(row.year or 0)
    unsure = [
        found[name].place < own.place
        for name in values
        if found[name].place != own.place and told_apart(one, code, name, at) != "apart"
    ]
    first, last = own.place - sum(unsure), own.place + len(unsure) - sum(unsure)
    number = one.words.number
    said = number(first) if first == last else one.words.isolated(f"{first}–{last}")
    return one.words("pages.economy.place", place=said, ranked=number(own.ranked))


def lead(subject: Subject, listed: Sequence[Row]) -> str:
    """The sentence that the brief begins with: the course of the first number that is known."""
    first = first_known(subject, listed)
    if first is None:
        return subject.words("text.panel.nothing", place=name_inside(subject))
    return course_sentence(first.subject, place_of(subject))


def first_known(subject: Subject, listed: Sequence[Row]) -> Row | None:
    """The row of the view's indicator if it has a value, else the first number that has one."""
    own = (row for row in listed if row.subject.indicator.id == subject.indicator.id)
    return next((row for row in (*own, *numbers(listed)) if row.value is not None), None)


def lead_beside(one: Subject) -> str:
    """What region or world have to do with the lead."""
    if one.view.economies:
        compared = one.of(region=region_of(one))
        group = compared.table.group(compared.view.region)
        known = [k for k, value in enumerate(group.values) if value is not None] if group else []
        return group_part(compared, group, known[-1]) if known else ""
    now, group = standing(one, one.view.region), one.table.group(one.view.region)
    last = (
        max((k for k, value in enumerate(group.values) if value is not None), default=-1)
        if group
        else -1
    )
    against = against_sentence(one) if now and now.place == last else ""
    return join(one.words, support(one, one.view.region, last), against, developed_sentence(one))


def steps(listed: Sequence[Row]) -> dict[str, Row]:
    """The rows of the ladder: of each step the first that has a value."""
    by_id = {row.subject.indicator.id: row for row in listed}
    found = {}
    for step, names in catalogue().roles.ladder.items():
        known = [by_id[name] for name in names if by_id[name].value is not None]
        found[step] = (*known, by_id[names[0]])[0]
    return found


def said_of(subject: Subject, listed: Sequence[Row]) -> list[Subject]:
    """The indicators that the sheets have values of, for their sources."""
    rows_of = [*numbers(listed), *steps(listed).values()]
    if subject.view.economies:
        rows_of += [row for row in listed if row.subject.indicator.id in catalogue().roles.facts]
        rows_of += [row for best in (True, False) for row in strengths(list(listed), best=best)]
        rows_of += [change.row for change in changes(list(listed))]
    measures = catalogue().measures
    readings = subject.tables.readings(place_of(subject))
    names = dict.fromkeys(row.subject.indicator.id for row in rows_of if row.value is not None)
    names |= dict.fromkeys(measures[name].indicator for name in readings)
    return [subject.of(indicator=name) for name in names]


def lacking(subject: Subject, listed: Sequence[Row]) -> str:
    """What is missing, in one line."""
    words = subject.words
    if not subject.view.economies:
        return _members_lacking(subject)
    about = [row for row in listed if row.subject.indicator.theme != catalogue().roles.context]
    without = [row for row in about if row.value is None]
    if not without:
        return words("pages.economy.complete", name=name_of(subject))
    themes = {row.subject.indicator.theme: row for row in reversed(without)}
    named = [row.subject.name for row in without if themes[row.subject.indicator.theme] is row]
    names = named if len(named) == len(without) else named[:NAMED]
    is_whole = len(names) == len(without)
    return words(
        "pages.brief.lacking" if is_whole else "pages.brief.lacking_among",
        number=words.number(len(without)),
        total=words.number(len(about)),
        names=words.listed(names),
    )


def _members_lacking(subject: Subject) -> str:
    """The share of values that the members of a group have not measured lately, and of what the most."""
    words, found = subject.words, measuring(subject.tables, place_of(subject))
    counts = {name: len(found.lacking(name)) for name in found.indicators}
    total = len(found.members) * len(counts)
    if not sum(counts.values()):
        return words("pages.region.missing.complete")
    worst = max(counts, key=lambda name: counts[name])
    least = words(
        "pages.region.missing.worst",
        name=words(f"indicators.{worst}.name"),
        number=words.number(counts[worst]),
        total=words.number(len(found.members)),
    )
    share = words.percent(sum(counts.values()) / total)
    return words("pages.brief.members_lacking", share=share, least=least)


def since(subject: Subject) -> list[str]:
    """What the newest build changed in the values of the place, the largest corrections first."""
    words, place = subject.words, place_of(subject)
    if not subject.tables.changes:
        return [words("pages.changes.unknown")]
    newest = publishes(subject.tables)[0]
    is_one = place in catalogue().economies
    own = newest.of_places({place} if is_one else {place, *inhabited(place)})
    facts = [fact for kind in (CORRECTED, GONE, NEW) for fact in own.of(kind)][:NAMED]
    same = words("pages.brief.same" if is_one else "pages.brief.same_members")
    said = counts_words(words, own.counts()) if facts else same
    return [
        join(words, between_words(words, newest), said),
        *(fact_words(words, fact) for fact in facts),
    ]
