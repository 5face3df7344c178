"""Which lines a trend has, which years they span, and the sentence about them; no figures."""

from dashboard.catalogue import catalogue
from dashboard.series import OWN, PublishedSeries
from dashboard.text.chosen import MOST_NAMED
from dashboard.text.join import join
from dashboard.text.modelled import support
from dashboard.text.sentences import group_part
from dashboard.text.subject import Subject, break_years

# A peak is named if it stands out from both ends by this share of itself.
PEAK_SHARE = 0.08

# The marks of printed editions, the newest first.
SYMBOLS = ("diamond-open", "square-open", "triangle-up-open")

# So many highlighted economies have a panel each, unless the view says otherwise.
PANELS_FROM = 5

Values = list[float | None]


def panelled(subject: Subject) -> list[str]:
    """What has a panel each: the highlighted economies, else the comparison; none in one plot of lines."""
    view, world = subject.view, catalogue().world
    many = len(view.economies) >= PANELS_FROM
    if view.layout == "lines" or (view.layout == "auto" and not many):
        return []
    groups = [code for code in subject.compared if code != world]
    return [*view.economies] or groups or [view.region]


def compares(subject: Subject) -> bool:
    """Whether the groups of the comparison have lines: economies in panels have region and world behind."""
    return not (panelled(subject) and subject.view.economies)


def shown_groups(subject: Subject) -> list[str]:
    """The groups with a line: the world, the comparison and the region, each once, region last."""
    codes = dict.fromkeys((catalogue().world, *(subject.compared if compares(subject) else ())))
    codes.pop(subject.view.region, None)
    return [*codes, subject.view.region]


def shown_editions(subject: Subject, code: str) -> list[PublishedSeries]:
    """What publishers printed for a group, once it is asked for: the newest edition first, or all."""
    if subject.view.editions == "none":
        return []
    return subject.table.editions(code)[: {"newest": 1}.get(subject.view.editions)]


def edition_name(subject: Subject, series: PublishedSeries) -> str:
    """The edition of a printed series, with its publisher: "ITU, November 2024"."""
    publisher = subject.words.publisher(catalogue().sources[series.source].publisher)
    edition = subject.words.month(series.edition)
    return subject.words("text.edition", publisher=publisher, edition=edition)


def edition_symbol(subject: Subject, source: str) -> str:
    """The mark of an edition, the same for every group."""
    return SYMBOLS[subject.table.printed().index(source) % len(SYMBOLS)]


def trend_span(subject: Subject) -> range:
    """The places of the view's years, from the first to the last one that any line has."""
    table, span = subject.table, subject.span()
    codes = shown_groups(subject)
    groups = (table.group(code) for code in codes)
    printed = (series for code in codes for series in shown_editions(subject, code))
    economies = (table.economy(code) for code in subject.view.economies)
    known = [series.values for series in (*groups, *printed, *economies) if series]
    places = [k for k in span if any(values[k] is not None for values in known)]
    return range(places[0], places[-1] + 1) if places else span


def trend_sentence(subject: Subject) -> str:
    """How the value went from the first to the last year of the view.

    Of the highlighted economies, with the region's value beside; else of the region.
    """
    table, region = subject.table, subject.view.region
    group = table.group(region)
    own = [course_sentence(subject, code) for code in subject.view.economies[:MOST_NAMED]]
    places = _known(subject, group.values) if group else []
    if any(own):
        beside = group_part(subject, group, places[-1]) if places else ""
        return join(subject.words, *own, beside)
    if group and places:
        said = course_sentence(subject, region)
        rests = support(subject, region, places[-1])
        peak, world = _peak(subject, group.values), _world(subject, group.values)
        return join(subject.words, said, rests, peak, world)
    if group is None:
        chosen = subject.view.economies
        return subject.words("text.trend.no_values" if chosen else "text.trend.no_group")
    return subject.words("text.trend.nothing", group=subject.group_name(region))


def course_sentence(subject: Subject, place: str) -> str:
    """How the value of an economy or a group went, from its first to its last year; "" if unknown."""
    if place in catalogue().economies:
        return _own_course(subject, place)
    group = subject.table.group(place)
    return _course(subject, subject.group_name(place), group.values) if group else ""


def _own_course(subject: Subject, code: str) -> str:
    """The course of an economy over its own values, as far back as no break cuts it off."""
    series, years = subject.table.economy(code), subject.table.years
    if series is None:
        return ""
    last = max((k for k in subject.span() if series.status[k] in OWN), default=None)
    if last is None:
        return ""
    breaks = break_years(subject, series)
    since = max((year for year in breaks if year <= years[last]), default=years[0])
    values = [
        value if letter in OWN and year >= since else None
        for value, letter, year in zip(series.values, series.status, years, strict=True)
    ]
    return _course(subject, subject.words.economy_inside(code), values)


def _course(subject: Subject, who: str, values: Values) -> str:
    """A sentence such as "Internet use in X rose from 6.8% in 2000 to 68% in 2024"; "" if unknown."""
    places = _known(subject, values)
    if not places:
        return ""
    first, last = places[0], places[-1]
    start, end = values[first] or 0.0, values[last] or 0.0
    years = subject.table.years
    facts = {"name": subject.name, "who": who, "end": subject.value(end), "last": years[last]}
    if first == last:
        return subject.words("text.trend.once", **facts)
    case = direction(start, end, subject.indicator.decimals)
    said = {"start": subject.value(start), "first": years[first]}
    return subject.words(f"text.trend.{case}", **facts, **said)


def _peak(subject: Subject, values: Values) -> str:
    """When the value was highest, if that was well above the first and the last one."""
    places = _known(subject, values)
    peak = max(places, key=lambda place: values[place] or 0.0)
    top = values[peak] or 0.0
    ends = max(values[places[0]] or 0.0, values[places[-1]] or 0.0)
    if top - ends < PEAK_SHARE * top or top == ends:
        return ""
    year = subject.table.years[peak]
    return subject.words("text.trend.peak", year=year, value=subject.value(top))


def _world(subject: Subject, values: Values) -> str:
    """What the world had in the last year with a value of the region."""
    last = _known(subject, values)[-1]
    world = subject.table.group(catalogue().world)
    value = world.values[last] if world else None
    if subject.view.region == catalogue().world or value is None:
        return ""
    year = subject.table.years[last]
    return subject.words("text.trend.world", year=year, value=subject.value(value))


def _known(subject: Subject, values: Values) -> list[int]:
    """The places with a value, as far back as they are comparable with the last one."""
    known = [place for place in subject.span() if values[place] is not None]
    comparable = subject.comparable(known[-1]) if known else ()
    return [place for place in known if place in comparable]


def direction(start: float, end: float, decimals: int) -> str:
    """One of rose, fell, unchanged, at the precision that is printed."""
    change = round(end, decimals) - round(start, decimals)
    if abs(change) < 0.5 * 10**-decimals:
        return "unchanged"
    return "rose" if change > 0 else "fell"
