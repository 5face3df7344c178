"""The lists at the end of a region's page: who moved most, what is not measured, where to go on.

Imports text, words and the frame of a page.
"""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.components.page import page_link
from dashboard.components.table import Cell, table
from dashboard.text.measuring import Measuring, measuring
from dashboard.text.movers import Mover, falls, movers, rises
from dashboard.text.passport import source_line
from dashboard.text.stated import stated
from dashboard.text.subject import Subject

MOST_MOVERS = 5
MOST_MEMBERS = 10
PATHS = ("targets", "ranking", "theme", "gap", "data")


def moved(subject: Subject) -> list[Component]:
    """The largest rises and falls of the view's indicator, with both values of each."""
    words, found = subject.words, movers(subject)
    if not found:
        return [html.P(words("pages.region.movers.nothing"))]
    total, number = words.number(len(subject.in_frame())), words.number(len(found))
    both = {
        "rises": rises(subject, found, MOST_MOVERS),
        "falls": falls(subject, found, MOST_MOVERS),
    }
    return [
        html.Div(
            [_movers(subject, case, listed) for case, listed in both.items()],
            className="region-tables",
        ),
        html.P(
            words("pages.region.movers.note", number=number, total=total), className="figure-source"
        ),
        html.P(source_line(subject), className="figure-source"),
    ]


def _movers(subject: Subject, case: str, listed: Sequence[Mover]) -> Component:
    words, title = subject.words, subject.words(f"pages.region.movers.{case}")
    if not listed:
        return html.Div([html.H3(title), html.P(words(f"pages.region.movers.no_{case}"))])
    heads = [words(f"pages.region.movers.{name}") for name in ("economy", "from", "to", "change")]
    rows = [_mover(subject, mover) for mover in listed]
    return html.Div([html.H3(title), table(title, heads, rows, numbers=(1, 2, 3))])


def _mover(subject: Subject, mover: Mover) -> list[Cell]:
    series, years = subject.table.economy(mover.code), subject.table.years
    if series is None:
        return []
    ends = [
        stated(subject, series.values[k] or 0.0, years[k], series.status[k])
        for k in (mover.start, mover.end)
    ]
    case = "up" if mover.change > 0 else "down"
    change = subject.difference(*(series.values[k] or 0.0 for k in (mover.end, mover.start)))
    points = subject.points(change)
    return [
        _economy(subject, mover.code),
        *ends,
        subject.words(f"pages.region.movers.{case}", points=points),
    ]


def _economy(subject: Subject, code: str) -> Component:
    return page_link(subject.words.economy(code), "/economy", subject.view, economies=(code,))


def unmeasured(subject: Subject) -> list[Component]:
    """What the members lack, by theme and by member, and the way to the whole picture."""
    words, found = subject.words, measuring(subject.tables, subject.view.region)
    lacks = [(code, count) for code, count in found.lacks.items() if count][:MOST_MEMBERS]
    link = page_link(words("pages.region.missing.link"), "/availability", subject.view)
    if not lacks:
        return [html.P(words("pages.region.missing.complete")), link]
    names = ("theme", "share", "least")
    heads = [words(f"pages.region.missing.{name}") for name in names]
    rows = [_theme(subject, found, theme) for theme in _themes(found)]
    members = words("pages.region.missing.members")
    own = [words(f"pages.region.missing.{name}") for name in ("economy", "lacks", "newest")]
    return [
        html.Div(
            [
                table(words("pages.region.missing.themes"), heads, rows, numbers=(1,)),
                table(
                    members, own, [_member(subject, found, *one) for one in lacks], numbers=(1, 2)
                ),
            ],
            className="region-tables",
        ),
        html.P(words("pages.region.missing.note"), className="figure-source"),
        link,
    ]


def _themes(found: Measuring) -> list[str]:
    entries = catalogue().indicators
    return list(dict.fromkeys(entries[name].theme for name in found.indicators))


def _theme(subject: Subject, found: Measuring, theme: str) -> list[Cell]:
    """The share of values that a theme lacks, and its least measured indicator."""
    words, entries = subject.words, catalogue().indicators
    counts = {
        name: len(found.lacking(name)) for name in found.indicators if entries[name].theme == theme
    }
    total = len(found.members)
    worst = max(counts, key=lambda name: counts[name])
    return [
        words(f"themes.{theme}.name"),
        words.percent(sum(counts.values()) / (total * len(counts) or 1)),
        words(
            "pages.region.missing.worst",
            name=words(f"indicators.{worst}.name"),
            number=words.number(counts[worst]),
            total=words.number(total),
        ),
    ]


def _member(subject: Subject, found: Measuring, code: str, count: int) -> list[Cell]:
    words, newest = subject.words, found.newest[code]
    lacked = words(
        "pages.region.missing.lacked",
        number=words.number(count),
        total=words.number(len(found.indicators)),
    )
    never = words("pages.region.missing.never")
    return [_economy(subject, code), lacked, str(newest) if newest else never]


def onward(subject: Subject) -> Component:
    """Links to what else is known of the region."""
    words = subject.words
    links = [
        html.Li(page_link(words(f"pages.region.links.{name}"), f"/{name}", subject.view))
        for name in PATHS
    ]
    return html.Ul(links, className="region-links")
