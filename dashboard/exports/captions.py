"""What every copy of a figure carries: title, sentence, source, licence, notes and the way back.

Never imports dash. The charts and their words are those of `exports/charts.py`; the map's are here,
because its face holds all years.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.catalogue import Source
from dashboard.exports.charts import CHARTS
from dashboard.figures import places
from dashboard.settings import settings
from dashboard.text.notes import map_notes
from dashboard.text.passport import source_line, sources
from dashboard.text.sentences import map_sentence
from dashboard.text.subject import Subject, frame_series
from dashboard.text.titles import region_subtitle, year_title

# The page that shows each chart.
PAGES = {
    "map": "/map",
    "trend": "/trends",
    "gap": "/gap",
    "change": "/ranking",
    "scatter": "/ranking",
    "spread": "/region",
    "pace": "/targets",
    "together": "/theme",
    "strip": "/theme",
    "availability": "/availability",
    "ages": "/availability",
    "timeline": "/programmes",
}


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a figure; `source` names vintages and licences, `link` leads back."""

    title: str
    subtitle: str
    sentence: str
    source: str
    notes: tuple[str, ...]
    link: str


def caption(chart: str, subject: Subject) -> Caption:
    """The caption of a chart of the view; KeyError for one that is not a picture."""
    if chart == "map":
        return _map_caption(subject)
    parts = CHARTS[chart]
    return Caption(
        parts.title(subject),
        parts.subtitle(subject),
        parts.sentence(subject),
        source_line(subject, chart_sources(chart, subject)),
        tuple(parts.notes(subject)),
        link(chart, subject),
    )


def _map_caption(subject: Subject) -> Caption:
    at = subject.table.year_index(subject.view.year)
    series = frame_series(subject.table, subject.in_frame())
    return Caption(
        year_title(subject, subject.table.years[at]),
        region_subtitle(subject),
        map_sentence(subject, series, subject.table.group(subject.view.region), at),
        source_line(subject),
        tuple(map_notes(subject, places.frame(subject.view.region)["notes"])),
        link("map", subject),
    )


def chart_sources(chart: str, subject: Subject) -> Sequence[Source]:
    """The sources of the numbers of a chart."""
    return CHARTS[chart].sources(subject) if chart in CHARTS else sources(subject)


def link(chart: str, subject: Subject) -> str:
    """The address of the page that shows the same view."""
    query = subject.view.to_query(v="")
    return f"{settings().address}{PAGES[chart]}{'?' if query else ''}{query}"
