"""What the register of programmes shows of a view: its records, in words; no figures."""

from collections.abc import Iterable

from dashboard.catalogue import Source, catalogue
from dashboard.catalogue.programmes import Event, register
from dashboard.i18n import Words
from dashboard.text.join import join
from dashboard.text.notes import frame_notes
from dashboard.text.subject import Subject
from dashboard.text.titles import years_words
from dashboard.view import View

UNITED_NATIONS = "United Nations"
TERMS = "United Nations document"
ADDRESS = "https://undocs.org/"


def recorded(view: View) -> list[Event]:
    """The records of the view's region, economies, programme, type and years, the oldest first."""
    members = set(catalogue().groups[view.region].members)
    first, last = view.years
    return [
        event
        for event in register().events
        if (view.region == catalogue().world or event.economy in members)
        and (not view.economies or event.economy in view.economies)
        and view.programme in ("all", event.programme)
        and view.activity in ("all", event.type)
        and (first is None or event.year >= first)
        and (last is None or event.year <= last)
    ]


def counted(events: Iterable[Event]) -> list[Event]:
    """The records without those of an activity that another record has as well."""
    return [event for event in events if not event.same_as]


def took_place(events: Iterable[Event]) -> list[Event]:
    """The counted records of what was done where it is said: neither planned, nor in a doubtful place."""
    return [
        event
        for event in counted(events)
        if event.status in ("held", "undated") and "place-doubtful" not in event.remarks
    ]


def is_mapped(event: Event) -> bool:
    """Whether a record has a place that can be drawn: a town, or at least a country."""
    return bool(event.economy) and "place-doubtful" not in event.remarks


def events_title(subject: Subject) -> str:
    """The title of the map and the timeline, with the years that their records span."""
    events = recorded(subject.view)
    if not events:
        return subject.words("text.programmes.title_empty")
    years = [event.year for event in events]
    said = years_words(subject.words, min(years), max(years))
    return subject.words("text.programmes.title", years=said)


def timeline_sentence(subject: Subject) -> str:
    """How many activities are recorded, in how many economies, and how many were planned only."""
    return join(subject.words, *_recorded(subject))


def events_sentence(subject: Subject) -> str:
    """The same, and how many are not on the map."""
    words = subject.words
    lacking = sum(not is_mapped(event) for event in counted(recorded(subject.view)))
    unmapped = words("text.programmes.unmapped", n=lacking, number=words.number(lacking))
    return join(words, *_recorded(subject), unmapped if lacking else "")


def _recorded(subject: Subject) -> list[str]:
    words, events = subject.words, counted(recorded(subject.view))
    if not events:
        return [words("text.programmes.none")]
    economies = {event.economy for event in events if event.economy}
    planned = sum(event.status in ("planned", "postponed") for event in events)
    facts = {"number": words.number(len(events)), "economies": words.number(len(economies))}
    parts = [words("text.programmes.count", n=len(events), **facts)]
    if planned:
        parts.append(words("text.programmes.planned", n=planned, number=words.number(planned)))
    return parts


def events_notes(subject: Subject) -> list[str]:
    """What the register is, what its marks mean, and what it cannot say."""
    words = subject.words
    keys = ("records", "places", "years", "absence", "symbols")
    notes = [words(f"text.programmes.notes.{key}") for key in keys]
    return (
        notes if words.lang in ("en", "zh") else [*notes, words("text.programmes.notes.languages")]
    )


def map_of_events_notes(subject: Subject, keys: Iterable[str]) -> list[str]:
    """The same, with the notes of a map; `keys` are those of what is in its frame."""
    return [*events_notes(subject), *frame_notes(subject.words, keys)]


def document_sources(_: Subject) -> list[Source]:
    """The reports that the register was drawn from."""
    return [
        Source(
            id=one.id,
            publisher=UNITED_NATIONS,
            title=one.symbol,
            vintage=str(one.year),
            licence=TERMS,
            licence_url=ADDRESS,
            url=f"{ADDRESS}{one.symbol}",
            citation=f"{UNITED_NATIONS}, {one.symbol}, {one.year}",
            reader="",
            file="",
        )
        for one in register().documents.values()
    ]


def when(words: Words, event: Event) -> str:
    """The time of a record, as precise as its report: "2005-06", "2016 – 2018", "until 2009"."""
    if not event.start:
        return words("text.programmes.until", end=words.month(event.end))
    if event.end in ("", event.start):
        return event.start
    return f"{event.start} – {event.end}"


def what(words: Words, event: Event) -> str:
    """What a record tells of, by its name."""
    return words(f"register.events.{event.id}")


def town(words: Words, event: Event) -> str:
    """The town or the part of the country, empty where none is stated."""
    return words(f"register.cities.{event.city}") if event.city else ""


def where(words: Words, event: Event) -> str:
    """Town and economy, as far as they are stated."""
    parts = [town(words, event), words.economy(event.economy) if event.economy else ""]
    said = [part for part in parts if part]
    return (
        words("text.programmes.place", city=parts[0], economy=parts[1])
        if len(said) == 2
        else "".join(said)
    )


def reference(words: Words, document: str, paragraph: int) -> str:
    """The symbol of a report and the paragraph: "A/66/64-E/2011/77, § 97"; 0 is the heading."""
    key = "reference" if paragraph else "reference_head"
    symbol = register().documents[document].symbol
    return words(f"text.programmes.{key}", symbol=symbol, paragraph=paragraph)


def remarks(words: Words, event: Event) -> list[str]:
    """What limits a record."""
    said = [words(f"programmes.remarks.{remark}") for remark in event.remarks]
    return [*said, words("programmes.remarks.same")] if event.same_as else said
