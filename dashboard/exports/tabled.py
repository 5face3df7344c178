"""The words of the tables that are no chart: ranking, scorecard, claims; never imports dash."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.catalogue import Source, catalogue
from dashboard.exports.scorecard import source_of
from dashboard.text.claims import comparisons
from dashboard.text.economy import economy_of, region_of, rows
from dashboard.text.passport import sources
from dashboard.text.programmes import document_sources
from dashboard.text.ranking import ranking_sentence
from dashboard.text.subject import Subject
from dashboard.text.titles import region_subtitle, year_title


@dataclass(frozen=True, slots=True)
class Table:
    """The parts of a table's caption, each a function of a subject."""

    title: Callable[[Subject], str]
    subtitle: Callable[[Subject], str]
    sentence: Callable[[Subject], str]
    sources: Callable[[Subject], Sequence[Source]]


def _ranking_title(subject: Subject) -> str:
    return year_title(subject, subject.table.years[subject.table.year_index(subject.view.year)])


def _ranking_sentence(subject: Subject) -> str:
    return ranking_sentence(subject, subject.table.year_index(subject.view.year))


def _economy(subject: Subject) -> str:
    """The economy, or what the page is called where none is chosen."""
    iso3 = economy_of(subject)
    return subject.words.economy(iso3) if iso3 else subject.words("pages.economy.name")


def _beside(subject: Subject) -> str:
    """The region that the economy is compared with."""
    region = region_of(subject) if economy_of(subject) else subject.view.region
    return subject.group_label(region)


def _scorecard_sources(subject: Subject) -> list[Source]:
    """The sources of the values that the economy has."""
    listed = rows(subject) if economy_of(subject) else []
    codes = dict.fromkeys(filter(None, map(source_of, listed)))
    return [catalogue().sources[code] for code in codes]


def _claims_sources(subject: Subject) -> list[Source]:
    """The reports, and the sources of today's numbers."""
    compared = [one.claim.indicator for one in comparisons(subject.tables) if one.today is not None]
    tables = [subject.of(indicator=name).table for name in dict.fromkeys(compared) if name]
    codes = dict.fromkeys(code for table in tables for code in table.sources)
    return [*document_sources(subject), *(catalogue().sources[code] for code in codes)]


TABLES = {
    "ranking": Table(_ranking_title, region_subtitle, _ranking_sentence, sources),
    "scorecard": Table(
        _economy, _beside, lambda s: s.words("pages.economy.lead"), _scorecard_sources
    ),
    "claims": Table(
        lambda s: s.words("pages.then_and_now.claims"),
        lambda s: s.words("pages.then_and_now.name"),
        lambda s: s.words("pages.then_and_now.rule"),
        _claims_sources,
    ),
}
