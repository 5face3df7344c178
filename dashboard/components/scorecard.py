"""The scorecard of an economy: a table a theme, a row an indicator with a value.

Imports text, figures and words.
"""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.components.fold import fold
from dashboard.components.page import page_link
from dashboard.components.table import Cell, table
from dashboard.figures.spark import own_points, spark
from dashboard.series import EconomySeries, GroupSeries
from dashboard.text.economy import Row, difference, economy_of, group_value, region_of
from dashboard.text.stated import stated, unstated
from dashboard.text.subject import Subject, break_years

COLUMNS = ("indicator", "value", "region", "world", "distance", "course")


def scorecard(subject: Subject, listed: Sequence[Row]) -> list[Component]:
    """A table for each theme of the catalogue, folded; what has no value is told by `missing`."""
    words = subject.words
    compared = region_of(subject)
    region = words(f"groups.{compared}.short")
    # Compared with the world, its place and the value there are told once.
    alone = compared == catalogue().world
    kept = [k for k, name in enumerate(COLUMNS) if name != "region" or not alone]
    names = [f"{name}_world" if alone and name == "distance" else name for name in COLUMNS]
    heads = [words(f"pages.economy.columns.{names[k]}", region=region) for k in kept]
    found: list[Component] = []
    for theme in catalogue().themes:
        own = [row for row in listed if row.subject.indicator.theme == theme]
        cells = [_cells(row) for row in own if row.value is not None]
        if not cells:
            continue
        name = words(f"themes.{theme}.name")
        total, number = words.number(len(own)), words.number(len(cells))
        title = words("pages.fold.valued", title=name, number=number, total=total)
        rows = [[row[k] for k in kept] for row in cells]
        found.append(fold(title, table(name, heads, rows)))
    return found


def _cells(row: Row) -> list[Cell]:
    one = row.subject
    return [
        _name(one),
        stated(one, row.value or 0.0, row.year or one.table.latest, row.letter),
        _place(one, row.region),
        _place(one, row.world),
        _distance(row),
        course(row.subject, row.series),
    ]


def _name(one: Subject) -> Component:
    beside = {"indicator": one.indicator.id, "region": region_of(one)}
    return page_link(one.name, "/trends", one.view, **beside)


def _place(one: Subject, found: tuple[int, int] | None) -> str:
    if found is None:
        return one.words("pages.economy.unranked")
    number = one.words.number
    return one.words("pages.economy.place", place=number(found[0]), ranked=number(found[1]))


def _distance(row: Row) -> list[Component | str]:
    """The values of the region and of the world in the same year."""
    one = row.subject
    said: list[Component | str] = []
    for code in dict.fromkeys((region_of(one), catalogue().world)):
        value = group_value(row, code)
        if value is not None:
            name = one.words(f"groups.{code}.short")
            said.append(
                html.Div(
                    one.words(
                        "pages.economy.beside_by",
                        name=name,
                        value=one.value(value),
                        difference=difference(row, value),
                    )
                )
            )
    return said or [one.words("pages.economy.no_group")]


def course(one: Subject, series: EconomySeries | GroupSeries | None) -> list[Component]:
    """The course of a place's own values as a spark line; empty where there are none."""
    own = own_points(series) if series else []
    if not series or not own:
        return []
    breaks = break_years(one, series) if isinstance(series, EconomySeries) else one.breaks
    picture = spark(series, breaks, one.table.years)
    start, end = (stated(one, value, one.table.years[k]) for k, value in (own[0], own[-1]))
    alt = one.words("pages.economy.course", start=start, end=end)
    return [html.Img(src=picture, alt=alt, title=alt, className="spark")]


def missing(subject: Subject, listed: Sequence[Row]) -> list[Component]:
    """The indicators without any value of the economy, each with what is known of why; folded."""
    rows = [
        (_name(row.subject), unstated(row.subject, row.series))
        for row in listed
        if row.value is None
    ]
    words = subject.words
    who = words.economy(economy_of(subject))
    if not rows:
        return [html.P(words("pages.economy.complete", name=who))]
    said = words("pages.economy.lacking", n=len(rows), number=words.number(len(rows)), name=who)
    heads = [words(f"pages.economy.columns.{name}") for name in COLUMNS[:2]]
    return [fold(said, table(words("pages.economy.missing"), heads, rows))]
