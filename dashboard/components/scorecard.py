"""The scorecard of an economy: a table a theme, a row an indicator. Imports text, figures and words."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.components.page import page_link
from dashboard.components.table import Cell, table
from dashboard.figures.spark import spark
from dashboard.text.economy import Row, difference, economy_of, group_value, region_of
from dashboard.text.stated import stated, unstated
from dashboard.text.subject import Subject, break_years

COLUMNS = ("indicator", "value", "region", "world", "distance", "course")


def scorecard(subject: Subject, listed: Sequence[Row]) -> list[Component]:
    """A table for each theme of the catalogue."""
    words = subject.words
    compared = region_of(subject)
    region = words(f"groups.{compared}.short")
    # Compared with the world, its place there is told once.
    kept = [
        k for k, name in enumerate(COLUMNS) if name != "region" or compared != catalogue().world
    ]
    heads = [words(f"pages.economy.columns.{COLUMNS[k]}", region=region) for k in kept]
    found: list[Component] = []
    for theme in catalogue().themes:
        own = [_cells(row) for row in listed if row.subject.indicator.theme == theme]
        rows = [[cells[k] for k in kept] for cells in own]
        name = words(f"themes.{theme}.name")
        found += [html.H3(name, className="scorecard-theme"), table(name, heads, rows)]
    return found


def _cells(row: Row) -> list[Cell]:
    one = row.subject
    beside = {"indicator": one.indicator.id, "region": region_of(one)}
    name = page_link(one.name, "/trends", one.view, **beside)
    if row.value is None or row.year is None:
        return [name, unstated(one, row.series), "", "", "", ""]
    return [
        name,
        stated(one, row.value, row.year, row.letter),
        _place(one, row.region),
        _place(one, row.world),
        _distance(row),
        _course(row),
    ]


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


def _course(row: Row) -> Cell:
    one, series = row.subject, row.series
    picture = spark(series, break_years(one, series), one.table.years) if series else ""
    if not series or not picture:
        return ""
    own = [k for k, letter in enumerate(series.status) if letter in "oe"]
    alt = one.words(
        "pages.economy.course",
        start=stated(one, series.values[own[0]] or 0.0, one.table.years[own[0]]),
        end=stated(one, series.values[own[-1]] or 0.0, one.table.years[own[-1]]),
    )
    return html.Img(src=picture, alt=alt, title=alt, className="spark")


def missing(subject: Subject, listed: Sequence[Row]) -> list[Component]:
    """The indicators without any value of the economy."""
    names = [row.subject.name for row in listed if row.value is None]
    words = subject.words
    who = words.economy(economy_of(subject))
    if not names:
        return [html.P(words("pages.economy.complete", name=who))]
    count = words("pages.economy.lacking", n=len(names), number=words.number(len(names)), name=who)
    return [html.P(count), html.P(words.listed(names), className="figure-source")]
