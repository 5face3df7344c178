"""The headline numbers of a region: a value, its year, its course as a spark line, the way to its trend.

Imports text, figures and words.
"""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.components.ways import carried
from dashboard.figures.spark import spark
from dashboard.text.modelled import briefly, support
from dashboard.text.region import own_scheme, standing
from dashboard.text.subject import Subject


def headlines(subject: Subject, indicators: Sequence[str]) -> Component | None:
    """The numbers of those indicators that have a value of the region; None where none has."""
    found = [number for name in indicators if (number := _number(subject.of(indicator=name)))]
    if not found:
        return None
    label = subject.words("pages.overview.numbers", region=subject.group_label(subject.view.region))
    return html.Ul(found, className="headlines", **{"aria-label": label})


def _number(subject: Subject) -> Component | None:
    words, region = subject.words, subject.view.region
    now, series = standing(subject, region), subject.table.group(region)
    if now is None or series is None:
        return None
    year, world = subject.table.years[now.place], catalogue().world
    beside = []
    if sure := briefly(subject, region, now.place):
        beside.append(html.Span(sure, className="headline-world"))
    if region != world and now.other is not None:
        said = words("pages.region.world", value=subject.value(now.other))
        beside.append(html.Span(said, className="headline-world"))
    held = {"indicator": subject.indicator.id, "scheme": own_scheme(region) or subject.view.scheme}
    picture = spark(series, subject.breaks, subject.table.years)
    return html.Li(
        [
            carried(subject.name, "/trends", subject.view, "headline", "headline-name", **held),
            html.Span(str(year), className="headline-year"),
            html.Strong(subject.value(now.value), className="headline-value"),
            html.Img(src=picture, alt="", className="spark"),
            *beside,
        ],
        className="headline",
        title=support(subject, region, now.place) or None,
    )
