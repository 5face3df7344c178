"""What a panel of a theme page shows: its place, its economies, titles, sentences; no figures."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from dashboard.catalogue import Panel, Source, catalogue
from dashboard.collation import collated
from dashboard.text.join import join
from dashboard.text.notes import definition, line_notes
from dashboard.text.passport import sources
from dashboard.text.sentences import with_others
from dashboard.text.stated import own_place, stated
from dashboard.text.subject import Subject, frame_series, inhabited
from dashboard.text.titles import years_words


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest value of an economy that is not filled by us, with its year and status letter."""

    economy: str
    value: float
    year: int
    letter: str


def panel_of(subject: Subject) -> Panel:
    """The panel that the view names."""
    return catalogue().panels[subject.view.panel]


def parts(subject: Subject) -> list[Subject]:
    """The view once for each indicator of its panel."""
    return [subject.of(indicator=indicator) for indicator in panel_of(subject).indicators]


def place_of(subject: Subject) -> str:
    """Who the lines are about: the first highlighted economy, else the region."""
    return (*subject.view.economies, subject.view.region)[0]


def place_name(subject: Subject, key: str = "name") -> str:
    """The name of the place of a panel; `key` is name (in a sentence) or short (a label)."""
    place = place_of(subject)
    if place in catalogue().economies:
        words = subject.words
        return words.economy_inside(place) if key == "name" else words.economy(place)
    return subject.words(f"groups.{place}.{key}")


def line_of(part: Subject) -> tuple[list[float | None], str]:
    """The values of the place in all years, and their status letters ("" for a group)."""
    place = place_of(part)
    if place in catalogue().economies:
        series = part.table.economy(place)
        return (series.values, series.status) if series else ([], "")
    group = part.table.group(place)
    return (group.values, "") if group else ([], "")


def newest_values(part: Subject) -> list[Newest]:
    """The newest own value of every economy of the region, in the order of its list."""
    found = []
    for code, series in frame_series(part.table, part.in_frame()).items():
        place = own_place(series)
        if place is not None:
            value = series.values[place] or 0.0
            found.append(Newest(code, value, part.table.years[place], series.status[place]))
    return found


def title(subject: Subject) -> str:
    """The words of the panel and the unit of its indicators."""
    name = subject.words(f"panels.{panel_of(subject).id}.name")
    return subject.words("text.panel.title", name=name, unit=parts(subject)[0].unit)


def together_subtitle(subject: Subject) -> str:
    """Whose lines are drawn."""
    return place_name(subject, "short")


def strip_subtitle(subject: Subject) -> str:
    """Whose economies are drawn, and of which years."""
    years = [newest.year for part in parts(subject) for newest in newest_values(part)]
    region = subject.words(f"groups.{subject.view.region}.short")
    if not years:
        return region
    said = years_words(subject.words, min(years), max(years))
    return subject.words("text.panel.strip_subtitle", region=region, years=said)


def together_sentence(subject: Subject) -> str:
    """The newest value of each line with its year."""
    items = [item for part in parts(subject) if (item := _newest_of_line(part))]
    where = place_name(subject)
    if not items:
        return subject.words("text.panel.nothing", place=where)
    return subject.words("text.panel.together", place=where, items=subject.words.listed(items))


def _newest_of_line(part: Subject) -> str:
    values, letters = line_of(part)
    known = [k for k, value in enumerate(values) if value is not None]
    if not known:
        return ""
    at = known[-1]
    said = stated(part, values[at] or 0.0, part.table.years[at], letters[at] if letters else "o")
    return part.words("text.panel.item", name=part.name, value=said)


def strip_sentence(subject: Subject) -> str:
    """The economy in the middle for each indicator, and who is highest and lowest in the first."""
    found = [(part, values) for part in parts(subject) if (values := newest_values(part))]
    if not found:
        return subject.words("text.panel.nothing", place=subject.group_name(subject.view.region))
    said = [_extremes(*found[0])]
    if panel_of(subject).band:
        said += [_in_band(part, values) for part, values in found]
    else:
        items = subject.words.listed(_middle(part, values) for part, values in found)
        said.append(subject.words("text.panel.medians", items=items))
    return join(subject.words, *said)


def _extremes(part: Subject, values: Sequence[Newest]) -> str:
    (high, as_high), (low, as_low) = (_sharing(part, values, end) for end in (max, min))
    if part.number(high.value) == part.number(low.value):
        return ""
    return part.words(
        "text.panel.extremes",
        name=part.name,
        highest=with_others(part, high.economy, as_high),
        high=stated(part, high.value, high.year, high.letter),
        lowest=with_others(part, low.economy, as_low),
        low=stated(part, low.value, low.year, low.letter),
    )


def _sharing(
    part: Subject, values: Sequence[Newest], end: Callable[[Iterable[float]], float]
) -> tuple[Newest, int]:
    """The first by name of those whose value of the newest year is printed as the extreme one.

    With the number of others that have it in that year.
    """
    extreme = part.number(end(one.value for one in values))
    tied = [one for one in values if part.number(one.value) == extreme]
    newest = [one for one in tied if one.year == max(other.year for other in tied)]
    first, *others = collated(part.words.lang, newest, lambda one: part.words.economy(one.economy))
    return first, len(others)


def _middle(part: Subject, values: Sequence[Newest]) -> str:
    """The median of the economies' newest values: economies count alike, whatever their size."""
    middle = part.value(median(newest.value for newest in values))
    return part.words("text.panel.item", name=part.name, value=middle)


def _in_band(part: Subject, values: Sequence[Newest]) -> str:
    """How many economies lie within the band, below it and above it."""
    low, high = panel_of(part).band
    inside = sum(low <= newest.value <= high for newest in values)
    below = sum(newest.value < low for newest in values)
    number = part.words.number
    facts = {
        "name": part.name,
        "inside": number(inside),
        "below": number(below),
        "above": number(len(values) - inside - below),
        "total": number(len(values)),
    }
    return part.words("text.panel.band", **facts)


def together_notes(subject: Subject) -> list[str]:
    """The panel's own note, what each indicator counts, and how it is drawn."""
    cuts = dict.fromkeys(note for part in parts(subject) for note in line_notes(part, part.name))
    return [*_own_note(subject), *_definitions(subject), *cuts]


def strip_notes(subject: Subject) -> list[str]:
    """The panel's own note, what each indicator counts, and who has no value at all."""
    words = subject.words
    lacking = [words("text.panel.dots")]
    for part in parts(subject):
        missing = len(inhabited(part.view.region)) - len(newest_values(part))
        if missing:
            facts = {"name": part.name, "number": words.number(missing)}
            lacking.append(words("text.panel.lacking", n=missing, **facts))
    return [*_own_note(subject), *lacking, *_definitions(subject)]


def _own_note(subject: Subject) -> list[str]:
    key = f"panels.{panel_of(subject).id}.note"
    return [subject.words(key)] if subject.words.has(key) else []


def _definitions(subject: Subject) -> list[str]:
    """What is counted, each indicator after its name; how groups are formed, once."""
    words, several = subject.words, parts(subject)
    counted = [words("text.panel.definition", name=p.name, text=definition(p)[0]) for p in several]
    formed = dict.fromkeys(text for part in several for text in definition(part)[1:])
    return [*counted, *formed]


def panel_sources(subject: Subject) -> list[Source]:
    """The sources of all indicators of the panel, each once."""
    found = {source.id: source for part in parts(subject) for source in sources(part)}
    return list(found.values())
