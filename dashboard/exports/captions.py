"""What every copy of a figure carries: title, sentence, source, licence, notes and the way back.

Never imports dash. The charts and their words are those of `exports/charts.py`, the tables' those of
`exports/tabled.py`; the map's are here, because its face holds all years.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.catalogue import Source
from dashboard.exports.charts import CHARTS, OF_SEVERAL, Chart
from dashboard.exports.tabled import TABLES, Table
from dashboard.figures import places
from dashboard.settings import settings
from dashboard.text.notes import map_notes
from dashboard.text.passport import citation, source_line, sources
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
    "events": "/programmes",
    "timeline": "/programmes",
}
# The page that shows each table that is no chart.
TABLE_PAGES = {"ranking": "/ranking", "scorecard": "/economy", "claims": "/then-and-now"}


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
    """The caption of a chart or a table of the view; KeyError for one that there is not."""
    if chart == "map":
        return _map_caption(subject)
    parts: Chart | Table = CHARTS[chart] if chart in CHARTS else TABLES[chart]
    return Caption(
        parts.title(subject),
        parts.subtitle(subject),
        parts.sentence(subject),
        source_line(subject, chart_sources(chart, subject)),
        tuple(parts.notes(subject)) if isinstance(parts, Chart) else (),
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
    """The sources of the numbers of a chart or a table."""
    parts = CHARTS.get(chart) or TABLES.get(chart)
    return parts.sources(subject) if parts else sources(subject)


def quoted(chart: str, subject: Subject) -> str:
    """How to quote a chart or a table: by its indicator, or by its title where it has several."""
    what = caption(chart, subject).title if chart in OF_SEVERAL else ""
    return citation(subject, chart_sources(chart, subject), what)


def link(chart: str, subject: Subject) -> str:
    """The address of the page that shows the same view."""
    query = subject.view.to_query(v="")
    path = {**PAGES, **TABLE_PAGES}[chart]
    return f"{settings().address}{path}{'?' if query else ''}{query}"
