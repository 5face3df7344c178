"""Where the numbers come from: the source line, the citation and the passport; no figures."""

from typing import Any

from dashboard.catalogue import Source, catalogue
from dashboard.text.subject import Subject
from dashboard.text.trend import shown_groups


def sources(subject: Subject, chart: str = "") -> list[Source]:
    """The sources of the indicator's values, in the order of the table's letters.

    A trend also shows group values as a publisher printed them: their sources follow.
    """
    table = subject.table
    codes = dict.fromkeys(table.sources)
    if chart == "trend":
        found = (table.published(code) for code in shown_groups(subject))
        codes |= dict.fromkeys(series.source for series in found if series)
    return [catalogue().sources[code] for code in codes]


def source_line(subject: Subject, chart: str = "") -> str:
    """One line that names every source with publisher, title, vintage and licence."""
    words = subject.words
    items = [
        words(
            "text.source.item",
            source=_named(subject, source),
            vintage=source.vintage,
            licence=source.licence,
        )
        for source in sources(subject, chart)
    ]
    return words("text.source.line", n=len(items), items=words("text.source.between").join(items))


def _named(subject: Subject, source: Source) -> str:
    """Publisher and title, the publisher once: "ITU DataHub: ..." needs no "ITU" before it."""
    if source.title.startswith(source.publisher):
        return source.title
    return subject.words("text.source.by", publisher=source.publisher, title=source.title)


def passport(subject: Subject, chart: str = "") -> dict[str, Any]:
    """What a reader needs to quote or to check the figures."""
    indicator = subject.indicator
    return {
        "indicator": indicator.id,
        "name": subject.name,
        "unit": subject.unit,
        "core_code": indicator.core_code,
        "sdg_code": indicator.sdg_code,
        "data_version": subject.version,
        "region": _edition(subject.view.region),
        "groups": [_edition(code) for code in subject.compared],
        "citation": citation(subject, chart),
        "sources": [_source(source) for source in sources(subject, chart)],
    }


def citation(subject: Subject, chart: str = "") -> str:
    """How to quote the figures: what, by whom, which data version, from which publications."""
    words = subject.words
    quoted = dict.fromkeys(source.citation for source in sources(subject, chart))
    return words(
        "text.citation",
        name=subject.name,
        unit=subject.unit,
        product=words("shell.product"),
        version=subject.version,
        sources=words("text.source.between").join(quoted),
    )


def _edition(code: str) -> dict[str, str]:
    return {"code": code, "edition": catalogue().groups[code].edition}


def _source(source: Source) -> dict[str, str]:
    return {
        **source.named(),
        "citation": source.citation,
    }
