"""Where the numbers come from: the source line, the citation and the passport; no figures."""

from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.catalogue import Source, catalogue
from dashboard.text.subject import Subject
from dashboard.text.trend import shown_editions, shown_groups

# More sources than this are named by their publishers.
MOST_NAMED = 8


def sources(subject: Subject) -> list[Source]:
    """The sources of the indicator's values, in the order of the table's letters."""
    return [catalogue().sources[code] for code in subject.table.sources]


def trend_sources(subject: Subject) -> list[Source]:
    """The sources of a trend: also of group values as a publisher printed them."""
    found = (series for code in shown_groups(subject) for series in shown_editions(subject, code))
    codes = dict.fromkeys([*subject.table.sources, *(series.source for series in found)])
    return [catalogue().sources[code] for code in codes]


def source_line(subject: Subject, listed: Sequence[Source] | None = None) -> str:
    """One line that names every source with publisher, title, vintage and licence.

    The sources are those `listed`, or those of the indicator. Where there are many, each publisher is
    named once; the passport and the files have every title.
    """
    words, listed = subject.words, _or_own(subject, listed)
    items = [
        words("text.source.item", source=words.publisher(name), vintage=vintage, licence=licence)
        for name, vintage, licence in _by_publisher(listed)
        if len(listed) > MOST_NAMED
    ] or [
        words(
            "text.source.item",
            source=_named(subject, source),
            vintage=source.vintage,
            licence=source.licence,
        )
        for source in listed
    ]
    return _line(subject, items)


def brief_source(subject: Subject, listed: Sequence[Source] | None = None) -> str:
    """The same where there is little room: each publisher once, with its licences."""
    words = subject.words
    items = [
        words("text.source.brief", source=words.publisher(name), licence=licence)
        for name, _, licence in _by_publisher(_or_own(subject, listed))
    ]
    return _line(subject, items)


def _line(subject: Subject, items: Sequence[str]) -> str:
    if not items:
        return ""
    words = subject.words
    return words("text.source.line", n=len(items), items=words("text.source.between").join(items))


def _by_publisher(listed: Sequence[Source]) -> Iterator[tuple[str, str, str]]:
    """Each publisher once, with the first and the last of its vintages and all its licences."""
    for publisher in dict.fromkeys(source.publisher for source in listed):
        own = [source for source in listed if source.publisher == publisher]
        ends = dict.fromkeys((min(s.vintage for s in own), max(s.vintage for s in own)))
        yield publisher, "–".join(ends), "; ".join(dict.fromkeys(s.licence for s in own))


def _or_own(subject: Subject, listed: Sequence[Source] | None) -> Sequence[Source]:
    return sources(subject) if listed is None else listed


def _named(subject: Subject, source: Source) -> str:
    """Publisher and title, the publisher once: "ITU DataHub: ..." needs no "ITU" before it."""
    if source.title.startswith(source.publisher):
        return source.title
    publisher = subject.words.publisher(source.publisher)
    return subject.words("text.source.by", publisher=publisher, title=source.title)


def passport(
    subject: Subject,
    listed: Sequence[Source] | None = None,
    what: str = "",
    about: Sequence[str] | None = None,
    *,
    compared: bool = True,
) -> dict[str, Any]:
    """What a reader needs to quote or to check the figures; `what` as in `citation`.

    Figures that are `about` other indicators than the view's have the title and these in place of
    it; `compared` figures name the edition of every group of the comparison.
    """
    described = _described(subject)
    if about is not None:
        indicators = [_described(subject.of(indicator=indicator)) for indicator in about]
        described = {"name": what, "indicators": indicators}
    groups = {"groups": [_edition(code) for code in subject.compared]} if compared else {}
    return {
        **described,
        "data_version": subject.tables.version,
        "region": _edition(subject.view.region),
        **groups,
        "citation": citation(subject, listed, what),
        "sources": [_source(subject, source) for source in _or_own(subject, listed)],
    }


def _described(subject: Subject) -> dict[str, Any]:
    """An indicator with its unit and its codes."""
    return {
        "indicator": subject.indicator.id,
        "name": subject.name,
        "unit": subject.unit,
        "core_code": subject.indicator.core_code,
        "sdg_code": subject.indicator.sdg_code,
    }


def citation(subject: Subject, listed: Sequence[Source] | None = None, what: str = "") -> str:
    """How to quote the figures: what, by whom, which data version, from which publications.

    `what` is the title of figures that are not of the view's indicator alone.
    """
    words = subject.words
    quoted = dict.fromkeys(source.citation for source in _or_own(subject, listed))
    facts = {
        "product": words("shell.product"),
        "version": subject.tables.version,
        "sources": words("text.source.between").join(quoted),
    }
    if what:
        return words("text.citation_of", what=what, **facts)
    return words("text.citation", name=subject.name, unit=subject.unit, **facts)


def _edition(code: str) -> dict[str, str]:
    return {"code": code, "edition": catalogue().groups[code].edition}


def _source(subject: Subject, source: Source) -> dict[str, str]:
    """A source with its terms, and how the file differs from the publisher's own if it does."""
    way = {"derived": subject.words(f"derived.{source.derived}")} if source.derived else {}
    return {**source.named(), "citation": source.citation, **way}
