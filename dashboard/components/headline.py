"""A headline gap: what two groups reached, how far apart they are, and the way to the full figure.

Its numbers are read from the gap tables when the page is asked for. Imports text, tables and words.
"""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.text.gap import Pair, apart, gap_place, gap_sentence, main_pair, pairs
from dashboard.text.passport import source_line
from dashboard.text.subject import Subject, subject_of
from dashboard.text.titles import year_title
from dashboard.versions import tables_of
from dashboard.view import View


def headline(indicator: str, lang: str, path: str, v: str = "") -> Component | None:
    """The card of an indicator, None where no gap could be formed; `path` leads to its figure."""
    view = View(indicator=indicator, lang=lang, v=v)
    subject = subject_of(view, tables_of(view))
    found = pairs(subject)
    if not found:
        return None
    pair = main_pair(subject, found)
    at = gap_place(subject, pair)
    return html.Article(
        [
            html.H3(year_title(subject, subject.table.years[at]), className="headline-name"),
            _sizes(subject, pair, at),
            _groups(subject, pair, at),
            html.P(gap_sentence(subject), className="headline-sentence"),
            html.P(source_line(subject), className="headline-source"),
            _more(subject, at, path),
        ],
        className="headline",
    )


def _sizes(subject: Subject, pair: Pair, at: int) -> Component:
    """The difference, large, and the ratio beside it: one shrinks while the other may grow."""
    words = subject.words
    points, ratio = apart(subject, pair.series, at), pair.series.ratio[at]
    times = [words("pages.overview.times", times=words.number(ratio, 1))] if ratio else []
    return html.P(
        [
            html.Strong(subject.points(points), className="headline-points"),
            *(html.Span(text, className="headline-ratio") for text in times),
        ],
        className="headline-sizes",
    )


def _groups(subject: Subject, pair: Pair, at: int) -> Component:
    rows = [
        html.Div([html.Dt(subject.group_label(code)), html.Dd(subject.value(value or 0.0))])
        for code, value in (
            (pair.higher, pair.series.higher[at]),
            (pair.lower, pair.series.lower[at]),
        )
    ]
    return html.Dl(rows, className="headline-groups")


def _more(subject: Subject, at: int, path: str) -> Component:
    view = View(indicator=subject.indicator.id)
    text = subject.words("pages.overview.see_gap", year=subject.table.years[at])
    query = view.to_query()
    return dcc.Link(text, href=f"{path}?{query}" if query else path, className="more")
