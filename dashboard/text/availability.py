"""Who measures what: by indicator and year, by economy and core indicator; no figures.

Only values of the publishers' own count; what we filled does not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.catalogue import Indicator, Source, catalogue
from dashboard.tables import Tables, remembered
from dashboard.text.join import join
from dashboard.text.subject import Subject, inhabited

# The oldest value, in years before the newest year of the tables, of each class of age.
AGES = (2, 5, 10)
RECENT = AGES[1]


@dataclass(frozen=True, slots=True)
class Own:
    """The newest value of an economy for a core indicator: its year, status letter and indicator."""

    year: int
    letter: str
    indicator: str


@cache
def core_indicators() -> list[Indicator]:
    """Our indicators that measure one of the core list, in the order of that list; none that is computed."""
    order = {code: place for place, code in enumerate(catalogue().core)}
    found = [i for i in catalogue().indicators.values() if i.core_code and not i.formula]
    return sorted(found, key=lambda indicator: order[indicator.core_code])


@cache
def measured() -> dict[str, list[Indicator]]:
    """The indicators that measure each core code for which we have open data."""
    found: dict[str, list[Indicator]] = {}
    for indicator in core_indicators():
        found.setdefault(indicator.core_code, []).append(indicator)
    return found


@remembered(64)
def newest(tables: Tables, region: str) -> Mapping[str, Mapping[str, Own]]:
    """The newest own value by core code, then by economy of the region."""
    places = {name: place for place, name in enumerate(tables.profiled)}
    found: dict[str, dict[str, Own]] = {code: {} for code in measured()}
    for economy in inhabited(region):
        profile = tables.profile(economy)
        for indicator in core_indicators() if profile else ():
            place = places.get(indicator.id)
            latest = profile.latest[place] if profile and place is not None else None
            if latest is None:
                continue
            known = found[indicator.core_code].get(economy)
            if known is None or latest[1] > known.year:
                found[indicator.core_code][economy] = Own(latest[1], latest[2], indicator.id)
    return found


def last_year(tables: Tables) -> int:
    """The newest year in the tables: ages count back from it."""
    return tables.available[1][-1]


def age_class(tables: Tables, own: Own | None) -> int:
    """0 for no value, then from old to recent: 1 over ten years, up to 4 at most two years."""
    if own is None:
        return 0
    age = last_year(tables) - own.year
    return 1 + sum(age <= limit for limit in AGES)


def age_name(subject: Subject, step: int) -> str:
    """A class of age in words with its years: "2023 or later", "2020 to 2022"."""
    last, words = last_year(subject.tables), subject.words
    if step == 0:
        return words("text.availability.ages.none")
    if step == 1:
        return words("text.availability.ages.older", year=last - AGES[-1] - 1)
    if step == 1 + len(AGES):
        return words("text.availability.ages.newest", year=last - AGES[0])
    place = len(AGES) - (step - 1)
    first, end = last - AGES[place], last - AGES[place - 1] - 1
    return words("text.availability.ages.between", first=first, last=end)


def availability_title(subject: Subject) -> str:
    """Members with a value of their own, by indicator and year."""
    return subject.words("text.availability.title")


def ages_title(subject: Subject) -> str:
    """How old the newest values are, by economy and core indicator."""
    return subject.words("text.availability.ages.title")


def availability_sentence(subject: Subject) -> str:
    """How many core indicators have open data for anybody in the region, and for how many most."""
    words, found = subject.words, newest(subject.tables, subject.view.region)
    some = {code: len(known) for code, known in found.items() if known}
    facts = {
        "number": words.number(len(some)),
        "total": words.number(len(catalogue().core)),
        "group": subject.group_name(subject.view.region),
    }
    if not some:
        return words("text.availability.nothing", total=facts["total"], group=facts["group"])
    least = min(some, key=lambda code: some[code])
    rare = words(
        "text.availability.least",
        n=some[least],
        name=words(f"core.{least}"),
        code=least,
        number=words.number(some[least]),
        total=words.number(len(inhabited(subject.view.region))),
    )
    return join(words, words("text.availability.sum", n=len(some), **facts), rare)


def ages_sentence(subject: Subject) -> str:
    """How many economies have recent values for half of the core indicators, and who has none."""
    words, tables = subject.words, subject.tables
    found, members = newest(tables, subject.view.region), inhabited(subject.view.region)
    since = last_year(tables) - RECENT
    recent = {
        economy: sum(economy in known and known[economy].year >= since for known in found.values())
        for economy in members
    }
    half = sum(2 * count >= len(found) for count in recent.values())
    said = words(
        "text.availability.ages.half",
        n=half,
        number=words.number(half),
        total=words.number(len(members)),
        codes=words.number(len(found)),
        year=since,
    )
    return join(words, said, *(_of(subject, code, found) for code in subject.view.economies[:3]))


def _of(subject: Subject, economy: str, found: Mapping[str, Mapping[str, Own]]) -> str:
    """The newest value of a highlighted economy."""
    words, own = subject.words, [known[economy] for known in found.values() if economy in known]
    name = words.economy_inside(economy)
    if economy not in inhabited(subject.view.region):
        return ""
    if not own:
        return words("text.availability.ages.nobody", economy=name)
    top = max(own, key=lambda one: one.year)
    facts = {"year": top.year, "name": words(f"indicators.{top.indicator}.name")}
    return words("text.availability.ages.newest_of", economy=name, **facts)


def availability_notes(subject: Subject) -> list[str]:
    """What counts, and that the wording of the list is unofficial."""
    return [
        subject.words("text.availability.counts"),
        subject.words("text.availability.unofficial"),
    ]


def ages_notes(subject: Subject) -> list[str]:
    """What counts, and what each code stands for."""
    words = subject.words
    codes = (words("text.availability.code", code=c, name=words(f"core.{c}")) for c in measured())
    between = words("text.source.between")
    return [
        words("text.availability.ages.counts"),
        between.join(codes),
        words("text.availability.unofficial"),
    ]


def core_sources(subject: Subject) -> list[Source]:
    """The sources of all indicators of the core list, each once."""
    tables = (subject.tables.indicator(indicator.id) for indicator in core_indicators())
    return [
        catalogue().sources[code] for code in dict.fromkeys(c for t in tables for c in t.sources)
    ]
