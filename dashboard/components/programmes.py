"""The register of programmes in a page: its records and figures as tables, need beside activity."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import catalogue
from dashboard.catalogue.programmes import Event, ProgrammeFigure, register
from dashboard.collation import collated
from dashboard.components.page import page_link, scrolling
from dashboard.components.table import Cell, table
from dashboard.i18n import FALLBACK, Words
from dashboard.i18n import words as words_of
from dashboard.series import EconomySeries
from dashboard.text.join import join
from dashboard.text.measuring import SPAN
from dashboard.text.programmes import recorded, reference, remarks, took_place, what, when, where
from dashboard.text.stated import own_place, stated, unstated
from dashboard.text.subject import Subject, inhabited
from dashboard.view import View

COLUMNS = ("when", "name", "where", "type", "status", "programme", "reference")


def records(words: Words, events: Iterable[Event]) -> Component:
    """A row a record, found in the page's language and in English by the field above it."""
    heads = [html.Th(words(f"pages.programmes.columns.{name}"), scope="col") for name in COLUMNS]
    rows = [_record(words, event) for event in events]
    whole = html.Table(
        [html.Thead(html.Tr(heads)), html.Tbody(rows)], className="table data-table register"
    )
    return scrolling(whole, words("pages.programmes.records"))


def _record(words: Words, event: Event) -> Component:
    notes = html.Div(join(words, *remarks(words, event)), className="register-remark")
    status = html.Span(words(f"programmes.statuses.{event.status}"), className=f"is-{event.status}")
    cells: list[Cell] = [
        when(words, event),
        [what(words, event), notes],
        where(words, event) or words("pages.programmes.nowhere"),
        words(f"programmes.types.{event.type}"),
        status,
        words(f"programmes.names.{event.programme}"),
        reference(words, event.document, event.paragraph),
    ]
    return html.Tr([html.Td(cell) for cell in cells], **_also_found(words, event))


def _also_found(words: Words, event: Event) -> dict[str, str]:
    """The English words that find a record on a page in another language."""
    if words.lang == FALLBACK:
        return {}
    english = words_of(FALLBACK)
    texts = (
        what(english, event),
        where(english, event),
        english(f"programmes.types.{event.type}"),
        english(f"programmes.names.{event.programme}"),
    )
    return {"data-search": " ".join(texts)}


def programme_figures(words: Words) -> Component:
    """The figures of the reports as printed, by programme, with their period and what limits them."""
    heads = [
        words(f"pages.programmes.columns.{name}")
        for name in ("programme", "measure", "printed", "period", "caveat", "reference")
    ]
    by_period = sorted(register().figures, key=lambda one: one.period)
    listed = collated(
        words.lang, by_period, lambda one: words(f"register.figures.{one.id}.programme")
    )
    rows = [_figure_row(words, one) for one in listed]
    return table(words("pages.programmes.figures"), heads, rows)


def _figure_row(words: Words, one: ProgrammeFigure) -> list[Cell]:
    caveats = [words(f"programmes.caveats.{caveat}") for caveat in one.caveats]
    texts = [
        words(f"register.figures.{one.id}.{part}") for part in ("programme", "measure", "value")
    ]
    printed_in = reference(words, one.document, one.paragraph)
    return [*texts, one.period, " ".join(caveats), printed_in]


def need_and_activity(subject: Subject) -> list[Component]:
    """The economies of the region by Internet use, the lowest first, with what is recorded there.

    Those without a value of the last five years come last: an old one is not today's need.
    """
    roles = catalogue().roles
    words, part = subject.words, subject.of(indicator=roles.need, year=None, years=(None, None))
    skill = subject.of(indicator=roles.skill)
    activity = Counter(event.economy for event in took_place(register().events))
    known = {
        code: (series, place)
        for code in inhabited(subject.view.region)
        if (series := part.table.economy(code)) and (place := own_place(series)) is not None
    }
    if not known:
        return [html.P(words("pages.programmes.need.nothing"))]
    since = part.table.latest - SPAN + 1
    recent = {code: one for code, one in known.items() if part.table.years[one[1]] >= since}
    order = sorted(recent, key=lambda code: (recent[code][0].values[recent[code][1]] or 0.0, code))
    order += collated(words.lang, known.keys() - recent.keys(), words.economy)
    heads = [
        words(f"pages.programmes.columns.{name}")
        for name in ("economy", "use", "skills", "recorded")
    ]
    rows = [
        [
            page_link(words.economy(code), "/economy", subject.view, economies=(code,)),
            _own(part, known[code][0]) if code in recent else unstated(part, known[code][0]),
            _own(skill, skill.table.economy(code)),
            words.number(activity[code]) if activity[code] else words("pages.programmes.need.none"),
        ]
        for code in order
    ]
    return [
        html.P(_need_sentence(part, recent, activity), className="figure-sentence"),
        html.P(words("pages.programmes.need.caveat"), className="figure-source"),
        table(words("pages.programmes.need.title"), heads, rows, numbers=(1, 2, 3)),
    ]


def _own(part: Subject, series: EconomySeries | None) -> str:
    place = own_place(series) if series else None
    if series is None or place is None:
        return part.words("text.stated.none")
    return stated(part, series.values[place] or 0.0, part.table.years[place], series.status[place])


def _need_sentence(
    part: Subject, known: dict[str, tuple[EconomySeries, int]], activity: Counter[str]
) -> str:
    """How many economies with a recent value below the region's have no recorded activity."""
    words, group = part.words, part.table.group(part.view.region)
    at = part.table.year_index(None)
    mean = group.values[at] if group else None
    if mean is None:
        return words("pages.programmes.need.no_mean")
    below = [
        code for code, (series, place) in known.items() if (series.values[place] or 0.0) < mean
    ]
    without = [code for code in below if not activity[code]]
    return words(
        "pages.programmes.need.sentence",
        n=len(without),
        number=words.number(len(without)),
        below=words.number(len(below)),
        region=part.group_name(part.view.region),
        value=part.value(mean),
        year=part.table.years[at],
    )


def programmes_in(subject: Subject, **changes: object) -> list[Component]:
    """What the register has of a region or, with `economies`, of an economy, in a few lines."""
    words, view = (
        subject.words,
        replace(View(lang=subject.view.lang, region=subject.view.region), **changes),
    )
    events = took_place(recorded(view))
    kept = {"programme": "all", "activity": "all", "economies": view.economies}
    if not view.economies:
        kept["economies"] = subject.view.economies
    link = page_link(words("pages.programmes.link"), "/programmes", subject.view, **kept)
    if not events:
        return [html.P(words("pages.programmes.brief.none")), html.P(link)]
    facts = {
        "number": words.number(len(events)),
        "first": events[0].year,
        "last": max(e.year for e in events),
    }
    span = "one_year" if facts["first"] == facts["last"] else "some"
    said = words(f"pages.programmes.brief.{span}", n=len(events), **facts)
    return [html.P(said), html.P(link)]
