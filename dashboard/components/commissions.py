"""The regional commissions as small multiples of one indicator: a number and a course each, on one scale.

Imports text, figures and words.
"""

from dash import html
from dash.development.base_component import Component

from dashboard import theme
from dashboard.catalogue import catalogue
from dashboard.components.share import share
from dashboard.components.ways import carried
from dashboard.figures.spark import pair
from dashboard.series import GroupSeries
from dashboard.text.modelled import briefly
from dashboard.text.region import Standing, own_scheme, standing
from dashboard.text.subject import Subject


def commissions(subject: Subject) -> list[Component]:
    """A small picture for each commission with a value, beside the world; else why there is none."""
    codes = [group.code for group in catalogue().groups.values() if group.kind == "commission"]
    drawn = {
        code: (now, series)
        for code in codes
        if (now := standing(subject, code)) and (series := subject.table.group(code))
    }
    if not drawn:
        return [html.P(subject.words("text.region.no_group"), className="figure-subtitle")]
    world = subject.table.group(catalogue().world)
    lines = [series for _, series in drawn.values()] + ([world] if world else [])
    high = max(value for line in lines for value in line.values if value is not None)
    said = subject.words(
        "pages.overview.commissions_lead",
        name=subject.name,
        unit=subject.unit,
        high=subject.value(high),
    )
    scheme = own_scheme(next(iter(drawn)))
    cells = [_commission(subject, code, *found, high) for code, found in drawn.items()]
    return [
        html.Figure(
            [
                html.P(said, className="figure-title"),
                html.Ul(cells, className="multiples"),
                html.Div(
                    share("trend", f"region={catalogue().world}&scheme={scheme}"),
                    className="figure-actions",
                ),
            ],
            className="panel",
        )
    ]


def _commission(
    subject: Subject, code: str, now: Standing, series: GroupSeries, high: float
) -> Component:
    world, table = subject.table.group(catalogue().world), subject.table
    picture = pair(series, world, subject.breaks, table.years, (theme.group_colour(code), high))
    held = {"region": code, "scheme": own_scheme(code)}
    name, sure = subject.group_label(code), briefly(subject, code, now.place)
    return html.Li(
        [
            carried(name, "/trends", subject.view, "commission", "headline-name", **held),
            html.Img(src=picture, alt="", className="commission-course"),
            html.Strong(subject.value(now.value), className="headline-value"),
            html.Span(str(table.years[now.place]), className="headline-year"),
            *([html.Span(sure, className="headline-world")] if sure else []),
        ],
        className="commission",
    )
