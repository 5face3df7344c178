"""The claim checker: a number as somebody writes it, beside the number that stands in the tables.

Deterministic: the same question has the same answer as long as the tables are the same. No figures.
"""

from dataclasses import dataclass

from dashboard.catalogue import catalogue
from dashboard.catalogue.claims import Quantity, claims
from dashboard.catalogue.programmes import register
from dashboard.doubts import Doubt
from dashboard.series import EconomySeries
from dashboard.text.claims import stated_quantity
from dashboard.text.hover import STATUS
from dashboard.text.join import join
from dashboard.text.quantities import amount_at, value_at
from dashboard.text.subject import Subject
from dashboard.text.trend import edition_name
from dashboard.text.written import Written, read_number

COMPUTED = "computed"
# Statuses of values that no publisher gives.
FILLED = ("interpolated", "carried")
# Of what a number with a word such as "million" is the amount: people, or subscriptions.
COUNTED = ("percent-people", "percent-population", "per-100-people")


@dataclass(frozen=True, slots=True)
class Check:
    """What was asked and found: the place's own number of the year, and the verdict.

    `measure` is value, or amount where people or subscriptions were asked about. `verdict` is matches,
    rounded, filled (the same, but filled by us), own (that of a group's members with a value, the others left out), possible (inside the interval of a
    group's value), earlier (as an edition or a report printed it),
    excluded (as published and left out here), differs, none or, without a number, unasked. `source`
    names the edition, `reason` is that of the exclusion (a key of the words `marks`); `coverage` is
    the share of a group's people that its number rests on, None for an economy; `near` are the years
    before and after that have a value.
    """

    place: str
    year: int
    measure: str
    asked: float | None
    found: float | None
    status: str
    verdict: str
    coverage: float | None = None
    source: str = ""
    reason: str = ""
    near: tuple[int, ...] = ()

    @property
    def difference(self) -> float | None:
        """The number asked about less the one found, None without either."""
        return None if self.asked is None or self.found is None else self.asked - self.found


def check(subject: Subject) -> Check:
    """The view's number beside the tables; NumberError if the number cannot be read."""
    view, table = subject.view, subject.table
    place = view.economies[0] if view.economies else view.region
    year = table.years[table.year_index(view.year)] if view.year is None else view.year
    written = read_number(view.number, view.lang) if view.number else None
    is_amount = written is not None and written.scale > 1 and subject.indicator.unit in COUNTED
    measure = "amount" if is_amount else "value"
    found = FOUND[measure](subject.tables, view.indicator, place, year)
    status = "" if found is None else _status(subject, place, year)
    verdict, source, reason = _judged(subject, place, year, written, found)
    return Check(
        place,
        year,
        measure,
        None if written is None else written.number,
        found,
        status,
        FILLED_TOO.get(verdict, verdict) if status in FILLED else verdict,
        _coverage(subject, place, year),
        source,
        reason,
        _near(subject, place, year) if found is None else (),
    )


FOUND = {"value": value_at, "amount": amount_at}
FILLED_TOO = {"matches": "filled", "rounded": "filled"}


def _judged(
    subject: Subject, place: str, year: int, written: Written | None, found: float | None
) -> tuple[str, str, str]:
    """The first verdict that holds, with the edition and the reason of an exclusion."""
    if written is None:
        return "none" if found is None else "unasked", "", ""
    if found is not None and (verdict := _close(subject, place, year, written, found)):
        return verdict, "", ""
    if source := _earlier(subject, place, year, written):
        return "earlier", source, ""
    if reason := _excluded(subject, place, year, written):
        return "excluded", "", reason
    return "none" if found is None else "differs", "", ""


def _close(subject: Subject, place: str, year: int, written: Written, found: float) -> str:
    """Matches, rounded or possible, "" if a number is none of these."""
    decimals = subject.indicator.decimals
    if round(found, decimals) == written.number:
        return "matches"
    if written.agrees(found, decimals):
        return "rounded"
    doubt = _doubt(subject, place, year)
    if doubt and doubt.own_value is not None and written.agrees(doubt.own_value, decimals):
        return "own"
    return "possible" if _possible(subject, place, year, written) else ""


def _possible(subject: Subject, place: str, year: int, written: Written) -> bool:
    """Whether a number lies inside the interval of a group's value."""
    doubt = _doubt(subject, place, year)
    if doubt is None or doubt.interval is None or written.scale > 1:
        return False
    decimals = subject.indicator.decimals
    low, high = (round(end, decimals) for end in doubt.interval)
    return low <= written.number <= high


def _doubt(subject: Subject, place: str, year: int) -> Doubt | None:
    group = subject.table.group(place) if place in catalogue().groups else None
    return group.doubt(year) if group else None


def _earlier(subject: Subject, place: str, year: int, written: Written) -> str:
    """Where the number is printed: an edition of the publisher's group values, or a report."""
    table, decimals = subject.table, subject.indicator.decimals
    if place in catalogue().groups and year in table.years and written.scale == 1:
        for series in table.editions(place):
            value = series.values[table.years.index(year)]
            if value is not None and written.agrees(value, decimals):
                return edition_name(subject, series)
    for claim in claims():
        about = (claim.measure, claim.indicator, claim.place, claim.year, claim.printed)
        if about == ("value", subject.indicator.id, place, year, written.number):
            symbol = register().documents[claim.document].symbol
            return subject.words("text.checker.paragraph", report=symbol, n=claim.paragraph)
    return ""


def _excluded(subject: Subject, place: str, year: int, written: Written) -> str:
    """Why a published number was left out, "" if none was that reads so."""
    series = _series(subject, place)
    value, reason = series.excluded.get(str(year), (None, "")) if series else (None, "")
    same = value is not None and written.agrees(value, subject.indicator.decimals)
    return reason if same else ""


def _series(subject: Subject, place: str) -> EconomySeries | None:
    return subject.table.economy(place) if place in catalogue().economies else None


def _status(subject: Subject, place: str, year: int) -> str:
    """How the number came about: a status of `figures.status`, or computed."""
    series = _series(subject, place)
    return STATUS[series.status[subject.table.years.index(year)]] if series else COMPUTED


def _coverage(subject: Subject, place: str, year: int) -> float | None:
    group = subject.table.group(place) if place in catalogue().groups else None
    if group is None or year not in subject.table.years:
        return None
    return group.coverage[subject.table.years.index(year)]


def _near(subject: Subject, place: str, year: int) -> tuple[int, ...]:
    """The nearest years before and after that have a value."""
    years = [
        y
        for y in subject.table.years
        if value_at(subject.tables, subject.indicator.id, place, y) is not None
    ]
    before, after = [y for y in years if y < year], [y for y in years if y > year]
    return (*before[-1:], *after[:1])


def check_sentence(subject: Subject, found: Check) -> str:
    """The verdict in a sentence, with both numbers, the year and the place."""
    words = subject.words
    if found.asked is None:
        return words("text.checker.ask")
    facts = _facts(subject, found)
    if found.verdict in ("earlier", "excluded"):
        reason = words(f"marks.{found.reason}") if found.reason else ""
        first = words(f"text.checker.{found.verdict}", **facts)
        return join(words, first, reason, words(f"text.checker.{_today(found)}", **facts))
    if found.found is None:
        return words(f"text.checker.{_today(found)}", **facts)
    if found.verdict != "differs":
        return words(f"text.checker.{found.verdict}", **facts)
    side = "above" if found.asked > found.found else "below"
    return words(f"text.checker.{side if not found.found else f'{side}_share'}", **facts)


def _today(found: Check) -> str:
    if found.found is not None:
        return "today"
    return "none" if found.near else "never"


def _facts(subject: Subject, found: Check) -> dict[str, object]:
    words, is_economy = subject.words, found.place in catalogue().economies
    facts: dict[str, object] = {
        "indicator": subject.name,
        "place": words.economy(found.place) if is_economy else subject.group_name(found.place),
        "year": found.year,
        "asked": subject.view.number.strip(),
        "near": words.listed(map(str, found.near)),
        "source": found.source,
    }
    if found.found is None or found.asked is None:
        return facts
    about = Quantity(found.measure, subject.indicator.id, found.place, found.year)
    facts["value"] = stated_quantity(subject, about, found.found)
    facts["status"] = _stated_status(subject, found)
    doubt = _doubt(subject, found.place, found.year)
    if doubt and doubt.interval:
        low, high = doubt.interval
        facts |= {"low": subject.number(low), "high": subject.value(high)}
        facts["own"] = subject.words.percent(1 - doubt.share_modelled)
    if found.measure == "value":
        facts["size"] = subject.points(subject.difference(found.asked, found.found))
    else:
        facts["size"] = stated_quantity(subject, about, abs(found.asked - found.found))
    if found.found:
        facts["share"] = words.percent(abs(found.asked / found.found - 1), 1)
    return facts


def _stated_status(subject: Subject, found: Check) -> str:
    words = subject.words
    if found.status != COMPUTED:
        return words(f"figures.status.{found.status}")
    return words("text.checker.computed", share=words.percent(found.coverage or 0.0))
