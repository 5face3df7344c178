"""The charts that are shown as their face has them: what each draws and says; never imports dash.

To add a chart, write its figure in `figures/`, its words in `text/`, and list it here; its
parameters go to `CHART_PARAMETERS` in `components/facts.py`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.catalogue import Source
from dashboard.figures import places
from dashboard.figures.availability import ages_figure, availability_figure
from dashboard.figures.change import change_figure
from dashboard.figures.events import events_figure, timeline_figure
from dashboard.figures.gap import gap_figure
from dashboard.figures.pace import pace_figure
from dashboard.figures.scatter import scatter_figure
from dashboard.figures.spread import spread_figure
from dashboard.figures.strip import strip_figure
from dashboard.figures.together import together_figure
from dashboard.figures.trend import trend_figure
from dashboard.text import panel, programmes, scatter, titles
from dashboard.text.availability import (
    ages_notes,
    ages_sentence,
    ages_title,
    availability_notes,
    availability_sentence,
    availability_title,
    core_sources,
)
from dashboard.text.change import change_notes, change_sentence, change_subtitle, change_title
from dashboard.text.gap import gap_sentence
from dashboard.text.notes import gap_notes, trend_notes
from dashboard.text.pace import (
    pace_notes,
    pace_sentence,
    pace_sources,
    pace_subtitle,
    pace_title,
)
from dashboard.text.passport import sources, trend_sources
from dashboard.text.spread import spread_notes, spread_sentence, spread_title
from dashboard.text.subject import Subject
from dashboard.text.trend import trend_sentence


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its figure and the parts of its caption, each a function of a subject."""

    figure: Callable[[Subject], dict[str, Any]]
    title: Callable[[Subject], str]
    subtitle: Callable[[Subject], str]
    sentence: Callable[[Subject], str]
    notes: Callable[[Subject], list[str]]
    sources: Callable[[Subject], Sequence[Source]] = sources


# Charts and tables that are not about the indicator of the view alone.
OF_SEVERAL = frozenset(
    {
        "events",
        "timeline",
        "availability",
        "ages",
        "together",
        "strip",
        "scatter",
        "pace",
        "scorecard",
        "claims",
    }
)

CHARTS: dict[str, Chart] = {
    "trend": Chart(
        trend_figure,
        titles.trend_title,
        titles.trend_subtitle,
        trend_sentence,
        trend_notes,
        trend_sources,
    ),
    "spread": Chart(
        spread_figure, spread_title, titles.region_subtitle, spread_sentence, spread_notes
    ),
    "pace": Chart(pace_figure, pace_title, pace_subtitle, pace_sentence, pace_notes, pace_sources),
    "gap": Chart(gap_figure, titles.gap_title, titles.scheme_subtitle, gap_sentence, gap_notes),
    "availability": Chart(
        availability_figure,
        availability_title,
        titles.region_subtitle,
        availability_sentence,
        availability_notes,
        core_sources,
    ),
    "ages": Chart(
        ages_figure, ages_title, titles.region_subtitle, ages_sentence, ages_notes, core_sources
    ),
    "events": Chart(
        events_figure,
        programmes.events_title,
        titles.region_subtitle,
        programmes.events_sentence,
        lambda s: programmes.map_of_events_notes(s, places.frame(s.view.region)["notes"]),
        programmes.document_sources,
    ),
    "timeline": Chart(
        timeline_figure,
        programmes.events_title,
        titles.region_subtitle,
        programmes.events_sentence,
        programmes.events_notes,
        programmes.document_sources,
    ),
    "change": Chart(change_figure, change_title, change_subtitle, change_sentence, change_notes),
    "scatter": Chart(
        scatter_figure,
        scatter.scatter_title,
        scatter.scatter_subtitle,
        scatter.scatter_sentence,
        scatter.scatter_notes,
        scatter.scatter_sources,
    ),
    "together": Chart(
        together_figure,
        panel.title,
        panel.together_subtitle,
        panel.together_sentence,
        panel.together_notes,
        panel.panel_sources,
    ),
    "strip": Chart(
        strip_figure,
        panel.title,
        panel.strip_subtitle,
        panel.strip_sentence,
        panel.strip_notes,
        panel.panel_sources,
    ),
}
