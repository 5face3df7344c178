"""The words of the tables that are no chart, and what they are about; never imports dash."""

from collections.abc import Sequence

from dashboard.catalogue import Source, catalogue
from dashboard.rows.scorecard import source_of
from dashboard.text.claims import comparisons
from dashboard.text.economy import economy_of, region_of, rows
from dashboard.text.programmes import document_sources
from dashboard.text.subject import Subject


def scorecard_title(subject: Subject) -> str:
    """The economy, or what the page is called where none is chosen."""
    iso3 = economy_of(subject)
    return subject.words.economy(iso3) if iso3 else subject.words("pages.economy.name")


def scorecard_subtitle(subject: Subject) -> str:
    """The region that the economy is compared with."""
    region = region_of(subject) if economy_of(subject) else subject.view.region
    return subject.group_label(region)


def scorecard_sources(subject: Subject) -> list[Source]:
    """The sources of the values that the economy has."""
    listed = rows(subject) if economy_of(subject) else []
    codes = dict.fromkeys(filter(None, map(source_of, listed)))
    return [catalogue().sources[code] for code in codes]


def scorecard_indicators(subject: Subject) -> Sequence[str]:
    """The indicators of which the economy has a value."""
    listed = rows(subject) if economy_of(subject) else []
    return [row.subject.indicator.id for row in listed if row.value is not None]


def claims_indicators(subject: Subject) -> list[str]:
    """The indicators that claims are compared with."""
    compared = [one.claim.indicator for one in comparisons(subject.tables) if one.today is not None]
    return [name for name in dict.fromkeys(compared) if name in catalogue().indicators]


def claims_sources(subject: Subject) -> list[Source]:
    """The reports, and the sources of today's numbers."""
    tables = [subject.of(indicator=name).table for name in claims_indicators(subject)]
    codes = dict.fromkeys(code for table in tables for code in table.sources)
    return [*document_sources(subject), *(catalogue().sources[code] for code in codes)]
