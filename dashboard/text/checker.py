"""The claim checker: a number as somebody writes it, beside the number that stands in the tables.

Deterministic: the same question has the same answer as long as the tables are the same. No figures.
"""

import re
from dataclasses import dataclass
from unicodedata import decimal, normalize

from dashboard.catalogue import catalogue
from dashboard.catalogue.claims import claims
from dashboard.catalogue.programmes import register
from dashboard.text.claims import decimals_of
from dashboard.text.hover import STATUS
from dashboard.text.quantities import value_at
from dashboard.text.subject import Subject

COMPUTED = "computed"
ARABIC = str.maketrans({"٫": ".", "٬": ",", "٪": "%", "−": "-"})
SPACES = re.compile(r"(?<=\d)[\s'’](?=\d)")
GROUPED = re.compile(r"\d{1,3}(?:([,.])\d{3})(?:\1\d{3})*")


class NumberError(ValueError):
    """A number that cannot be read for certain; the argument is the key of what is wrong."""


@dataclass(frozen=True, slots=True)
class Check:
    """What was asked and found: the place's own number of the year, and the verdict.

    `verdict` is matches, rounded, earlier, differs, none or, without a number, unasked; `source` names the edition of an earlier
    number; `near` are the years before and after that have a value.
    """

    place: str
    year: int
    asked: float | None
    found: float | None
    status: str
    verdict: str
    source: str = ""
    near: tuple[int, ...] = ()

    @property
    def difference(self) -> float | None:
        """The number asked about less the one found, None without either."""
        return None if self.asked is None or self.found is None else self.asked - self.found


def read_number(text: str) -> float:
    """The number that a text says: "24.6", "24,6 %", "２４．６", "٢٤٫٦", "1 234,5".

    NumberError("unreadable") for what is none, NumberError("ambiguous") for what could be two: after
    a single comma or point, three digits may be decimals or thousands.
    """
    digits = "".join(str(decimal(letter, letter)) for letter in normalize("NFKC", text.strip()))
    plain = digits.translate(ARABIC).removesuffix("%").strip()
    spaced = SPACES.search(plain) is not None
    plain = SPACES.sub("", plain)
    sign, body = (-1, plain[1:]) if plain.startswith("-") else (1, plain)
    if not re.fullmatch(r"\d+(?:[,.]\d+)*", body):
        raise NumberError("unreadable")
    marks = re.findall("[,.]", body)
    if len(set(marks)) == 2:
        return sign * _with_both(body, marks[-1])
    if len(marks) > 1:
        if not GROUPED.fullmatch(body):
            raise NumberError("unreadable")
        return float(sign * int(re.sub("[,.]", "", body)))
    if marks and not spaced and re.fullmatch(r"[1-9]\d{0,2}[,.]\d{3}", body):
        raise NumberError("ambiguous")
    return sign * float(body.replace(",", "."))


def _with_both(body: str, mark: str) -> float:
    """A number with thousands and decimals: the last sign stands before the decimals, once."""
    whole, _, rest = body.rpartition(mark)
    if mark in whole or not GROUPED.fullmatch(whole):
        raise NumberError("unreadable")
    return float(f"{re.sub('[,.]', '', whole)}.{rest}")


def decimals_in(text: str) -> int:
    """How many decimals a readable number is written with."""
    return decimals_of(read_number(text))


def check(subject: Subject) -> Check:
    """The view's number beside the tables; NumberError if the number cannot be read."""
    view, table = subject.view, subject.table
    place = view.economies[0] if view.economies else view.region
    year = table.years[table.year_index(view.year)] if view.year is None else view.year
    asked = read_number(view.number) if view.number else None
    found = value_at(subject.tables, view.indicator, place, year)
    if found is None:
        return Check(place, year, asked, None, "", "none", near=_near(subject, place, year))
    judged = ("unasked", "") if asked is None else _judged(subject, place, year, asked, found)
    verdict, source = judged
    return Check(place, year, asked, found, _status(subject, place, year), verdict, source)


def _judged(subject: Subject, place: str, year: int, asked: float, found: float) -> tuple[str, str]:
    """The first verdict that holds: as printed, after rounding, an earlier edition, else differs."""
    decimals = subject.indicator.decimals
    if round(found, decimals) == asked:
        return "matches", ""
    written = decimals_in(subject.view.number)
    if round(found, min(written, decimals)) == round(asked, decimals):
        return "rounded", ""
    if source := _earlier(subject, place, year, asked):
        return "earlier", source
    return "differs", ""


def _earlier(subject: Subject, place: str, year: int, asked: float) -> str:
    """Where the number is printed: an edition of the publisher's group values, or a report."""
    published = subject.table.published(place) if place in catalogue().groups else None
    if published and year in subject.table.years:
        value = published.values[subject.table.years.index(year)]
        if value is not None and round(value, subject.indicator.decimals) == asked:
            return f"{catalogue().sources[published.source].publisher}, {published.edition}"
    for claim in claims():
        about = (claim.measure, claim.indicator, claim.place, claim.year, claim.printed)
        if about == ("value", subject.indicator.id, place, year, asked):
            return f"{register().documents[claim.document].symbol}, §\u00a0{claim.paragraph}"
    return ""


def _status(subject: Subject, place: str, year: int) -> str:
    """How the number came about: a status of `figures.status`."""
    series = subject.table.economy(place) if place in catalogue().economies else None
    return STATUS[series.status[subject.table.years.index(year)]] if series else COMPUTED


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
    is_economy = found.place in catalogue().economies
    facts = {
        "indicator": subject.name,
        "place": words.economy(found.place) if is_economy else subject.group_name(found.place),
        "year": found.year,
        "asked": subject.view.number.strip(),
        "near": words.listed(map(str, found.near)),
        "source": found.source,
    }
    if found.found is None:
        return words(f"text.checker.{'none' if found.near else 'never'}", **facts)
    key = "text.checker.computed" if found.status == COMPUTED else f"figures.status.{found.status}"
    facts |= {"value": subject.value(found.found), "status": words(key)}
    if found.verdict != "differs":
        return words(f"text.checker.{found.verdict}", **facts)
    facts["size"] = subject.points(subject.difference(found.asked, found.found))
    side = "above" if found.asked > found.found else "below"
    if not found.found:
        return words(f"text.checker.{side}", **facts)
    facts["share"] = words.percent(abs(found.asked / found.found - 1), 1)
    return words(f"text.checker.{side}_share", **facts)
