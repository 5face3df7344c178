"""Every chart and every table: one entry each holds all that it is; never imports dash.

To add a chart, write its figure in `figures/`, its words in `text/`, its rows in `rows/`, and an entry
here (`docs/how-to-add.md` follows one). All lists of charts, in Python and in the browser, are made
from these entries.
"""

from collections.abc import Callable, Sequence

from dashboard.catalogue import catalogue
from dashboard.charts import tables
from dashboard.charts.every_year import map_years, scatter_years
from dashboard.charts.exhibit import Chart, Exhibit
from dashboard.figures import keys, places, shapes
from dashboard.figures.availability import ages_figure, availability_figure
from dashboard.figures.change import change_figure
from dashboard.figures.events import events_figure, timeline_figure
from dashboard.figures.gap import gap_figure, gap_panel
from dashboard.figures.map import map_figure
from dashboard.figures.multiples import trend_figure
from dashboard.figures.pace import pace_figure
from dashboard.figures.scatter import scatter_figure
from dashboard.figures.spread import spread_figure
from dashboard.figures.strip import strip_figure
from dashboard.figures.together import together_figure
from dashboard.figures.trend import trend_panel
from dashboard.rows.availability import ages_sheet, availability_sheet
from dashboard.rows.change import change_sheet
from dashboard.rows.claims import claims_sheet
from dashboard.rows.gap import gap_sheet
from dashboard.rows.map import map_sheet
from dashboard.rows.pace import pace_sheet
from dashboard.rows.panels import strip_sheet, together_sheet
from dashboard.rows.programmes import events_sheet
from dashboard.rows.ranking import ranking_sheet
from dashboard.rows.scatter import scatter_sheet
from dashboard.rows.scorecard import scorecard_sheet
from dashboard.rows.spread import spread_sheet
from dashboard.rows.trend import trend_sheet
from dashboard.text import availability, change, pace, panel, programmes, scatter, spread, titles
from dashboard.text.chosen import chosen_map_words, of_chosen, of_framed
from dashboard.text.gap import gap_moments, gap_sentence
from dashboard.text.notes import gap_notes, map_notes, trend_notes
from dashboard.text.passport import trend_sources
from dashboard.text.ranking import ranking_sentence
from dashboard.text.sentences import group_moments
from dashboard.text.subject import Subject
from dashboard.text.trend import trend_sentence

REGISTER = ("years", "region", "economies", "programme", "activity")


def _panels(chart: str) -> Callable[[], Sequence[str]]:
    """The panels of the theme pages that a chart draws."""
    return lambda: [one.id for one in catalogue().panels.values() if one.chart == chart]


def _measures() -> Sequence[str]:
    """The measures of targets that open data tell of."""
    return [one.id for one in catalogue().measures.values() if one.indicator]


def _core(_: Subject) -> list[str]:
    return [indicator.id for indicator in availability.core_indicators()]


def _of_panel(subject: Subject) -> Sequence[str]:
    return panel.panel_of(subject).indicators


EXHIBITS: dict[str, Exhibit] = {
    "map": Chart(
        figure=map_figure,
        title=of_framed(titles.map_title),
        subtitle=titles.region_subtitle,
        sentence=chosen_map_words,
        notes=lambda s: map_notes(s, places.frame(s.view.region)["notes"]),
        rows=map_sheet,
        page="/map",
        parameters=("indicator", "year", "years", "region", "economies"),
        free=("year", "years", "economies"),
        every_year=map_years,
        observed=True,
        shapes=shapes.map_shapes,
        keys=keys.map_keys,
        opens=("/", "/map", "/region"),
        stands_for=("/", "/map", "/region"),
    ),
    "trend": Chart(
        figure=trend_figure,
        panel=trend_panel,
        moments=group_moments,
        title=of_chosen(titles.trend_title),
        subtitle=titles.trend_subtitle,
        sentence=trend_sentence,
        notes=trend_notes,
        sources=trend_sources,
        rows=trend_sheet,
        page="/trends",
        parameters=(
            "indicator",
            "years",
            "region",
            "economies",
            "scheme",
            "scale",
            "index",
            "editions",
            "layout",
        ),
        observed=True,
        keys=keys.trend_keys,
        opens=("/trends",),
        stands_for=("/trends", "/economy"),
    ),
    "gap": Chart(
        figure=gap_figure,
        panel=gap_panel,
        moments=gap_moments,
        title=titles.gap_title,
        subtitle=titles.scheme_subtitle,
        sentence=gap_sentence,
        notes=gap_notes,
        rows=gap_sheet,
        keys=keys.mark_keys,
        page="/gap",
        parameters=("indicator", "year", "years", "region", "scheme", "measure", "members"),
        choices={"scheme": lambda: [*catalogue().schemes]},
        least=430,
        opens=("/gap",),
        stands_for=("/gap",),
    ),
    "spread": Chart(
        figure=spread_figure,
        title=spread.spread_title,
        subtitle=titles.region_subtitle,
        sentence=spread.spread_sentence,
        notes=spread.spread_notes,
        rows=spread_sheet,
        page="/region",
        parameters=("indicator", "years", "region"),
        least=430,
    ),
    "change": Chart(
        figure=change_figure,
        title=of_framed(change.change_title),
        subtitle=change.change_subtitle,
        sentence=change.change_sentence,
        notes=change.change_notes,
        rows=change_sheet,
        page="/ranking",
        parameters=("indicator", "years", "region", "economies"),
        observed=True,
        keys=keys.change_keys,
        least=430,
    ),
    "scatter": Chart(
        figure=scatter_figure,
        title=of_framed(scatter.scatter_title),
        subtitle=scatter.scatter_subtitle,
        sentence=scatter.scatter_sentence,
        notes=scatter.scatter_notes,
        sources=scatter.scatter_sources,
        rows=scatter_sheet,
        page="/ranking",
        parameters=("indicator", "year", "region", "economies", "against"),
        free=("year", "economies"),
        every_year=scatter_years,
        indicators=lambda s: (s.view.indicator, s.view.against),
        keys=keys.continent_keys,
        stands_for=("/ranking",),
    ),
    "pace": Chart(
        figure=pace_figure,
        panel=pace_figure,
        title=pace.pace_title,
        subtitle=pace.pace_subtitle,
        sentence=pace.pace_sentence,
        notes=pace.pace_notes,
        rows=pace_sheet,
        page="/targets",
        parameters=("region", "economies", "target", "pace"),
        choices={"target": _measures},
        measured=pace.measured,
        keys=keys.mark_keys,
        indicators=lambda s: (s.indicator.id,),
        stands_for=("/targets",),
    ),
    "together": Chart(
        figure=together_figure,
        title=panel.title,
        subtitle=panel.together_subtitle,
        sentence=panel.together_sentence,
        notes=panel.together_notes,
        sources=panel.panel_sources,
        rows=together_sheet,
        page="/theme",
        parameters=("years", "region", "economies", "panel"),
        choices={"panel": _panels("together")},
        keys=keys.mark_keys,
        indicators=_of_panel,
        observed=True,
    ),
    "strip": Chart(
        figure=strip_figure,
        title=panel.title,
        subtitle=panel.strip_subtitle,
        sentence=panel.strip_sentence,
        notes=panel.strip_notes,
        sources=panel.panel_sources,
        rows=strip_sheet,
        page="/theme",
        parameters=("region", "economies", "panel"),
        choices={"panel": _panels("strip")},
        keys=keys.strip_keys,
        indicators=_of_panel,
        observed=True,
        least=400,
    ),
    "availability": Chart(
        figure=availability_figure,
        title=availability.availability_title,
        subtitle=titles.region_subtitle,
        sentence=availability.availability_sentence,
        notes=availability.availability_notes,
        sources=availability.core_sources,
        rows=availability_sheet,
        page="/availability",
        parameters=("region",),
        indicators=_core,
        least=1280,
        stands_for=("/availability",),
    ),
    "ages": Chart(
        figure=ages_figure,
        title=availability.ages_title,
        subtitle=titles.region_subtitle,
        sentence=availability.ages_sentence,
        notes=availability.ages_notes,
        sources=availability.core_sources,
        rows=ages_sheet,
        page="/availability",
        parameters=("region", "economies"),
        indicators=_core,
        keys=keys.age_keys,
        least=760,
        row_rem=1.25,
    ),
    "events": Chart(
        figure=events_figure,
        title=of_framed(programmes.events_title),
        subtitle=titles.region_subtitle,
        sentence=programmes.events_sentence,
        notes=lambda s: programmes.map_of_events_notes(s, places.frame(s.view.region)["notes"]),
        sources=programmes.document_sources,
        rows=events_sheet,
        page="/programmes",
        parameters=REGISTER,
        indicators=lambda _: (),
        shapes=shapes.events_shapes,
        keys=keys.events_keys,
        stands_for=("/programmes",),
    ),
    "timeline": Chart(
        figure=timeline_figure,
        title=of_framed(programmes.events_title),
        subtitle=titles.region_subtitle,
        sentence=programmes.timeline_sentence,
        notes=programmes.timeline_notes,
        sources=programmes.document_sources,
        rows=events_sheet,
        page="/programmes",
        parameters=REGISTER,
        indicators=lambda _: (),
        keys=keys.timeline_keys,
    ),
    "ranking": Exhibit(
        title=of_framed(titles.map_title),
        subtitle=titles.region_subtitle,
        sentence=lambda s: ranking_sentence(s, s.table.year_index(s.view.year)),
        rows=ranking_sheet,
        page="/ranking",
        parameters=("indicator", "year", "region", "economies"),
        observed=True,
    ),
    "scorecard": Exhibit(
        title=tables.scorecard_title,
        subtitle=tables.scorecard_subtitle,
        sentence=lambda s: s.words("pages.economy.lead"),
        sources=tables.scorecard_sources,
        rows=scorecard_sheet,
        page="/economy",
        parameters=("region", "economies"),
        indicators=tables.scorecard_indicators,
        observed=True,
    ),
    "claims": Exhibit(
        title=lambda s: s.words("pages.then_and_now.claims"),
        subtitle=lambda s: s.words("pages.then_and_now.name"),
        sentence=lambda s: s.words("pages.then_and_now.rule"),
        sources=tables.claims_sources,
        rows=claims_sheet,
        page="/then-and-now",
        parameters=(),
        indicators=tables.claims_indicators,
    ),
}

CHARTS: dict[str, Chart] = {name: one for name, one in EXHIBITS.items() if isinstance(one, Chart)}
