"""Where a place stands with a measure of a target, and by when it would arrive; no figures.

The projection is the pipeline's: what is worded here is a `Reading`. Only the line of a chosen pace
(the view's `pace`) is worked out here: a straight line from the newest value.
"""

from collections.abc import Callable
from dataclasses import replace

from dashboard.catalogue import Measure, Target, catalogue
from dashboard.formulas import WHOLE, years_to
from dashboard.i18n import counted
from dashboard.series import Reading
from dashboard.tables import Tables
from dashboard.text.join import join
from dashboard.text.notes import definition
from dashboard.text.stated import stated
from dashboard.text.subject import Subject, subject_of
from dashboard.view import LAST_YEAR, View

NO_DATA = "no-data"
VERDICTS = ("met", "on-track", "off-track", "missed", "cannot-say", NO_DATA)


def place_of(view: View) -> str:
    """Who is looked at: the first economy of the view, else its region."""
    return view.economies[0] if view.economies else view.region


def place_name(subject: Subject) -> str:
    """The name of that place, as a label."""
    place = place_of(subject.view)
    if place in catalogue().economies:
        return subject.words.economy(place)
    return subject.group_label(place)


def measure_of(view: View) -> Measure:
    """The measure of the view."""
    return catalogue().measures[view.target]


def target_of(measure: Measure) -> Target:
    """The target that it belongs to."""
    return catalogue().targets[measure.target]


def applies(measure: Measure, place: str) -> bool:
    """Whether the target is set for a place: for everybody, or for this very group."""
    return measure.place in ("", place)


def measured(view: View, tables: Tables, target: str = "") -> Subject:
    """The subject of a measure, else of the view's: its indicator, over all years; the view's own if it has none."""
    target = target or view.target
    indicator = catalogue().measures[target].indicator or view.indicator
    whole = replace(view, target=target, indicator=indicator, year=None, years=(None, None))
    return subject_of(whole, tables)


def reading_of(subject: Subject) -> Reading | None:
    """Where the place stands with the measure, None if nothing measures it."""
    return subject.tables.reading(place_of(subject.view), subject.view.target)


def aim(subject: Subject, measure: Measure) -> float | None:
    """The value at which the threshold counts as reached: of a whole share, what counts as universal."""
    if measure.threshold == WHOLE and subject.indicator.bounded:
        return float(subject.tables.target_terms.get("universal", WHOLE))
    return measure.threshold


def threshold(subject: Subject, measure: Measure) -> str:
    """The threshold in words: "at least 75%"; "" without one."""
    if measure.threshold is None:
        return ""
    value = _as_set(subject, measure.threshold)
    upper = _as_set(subject, measure.upper) if measure.upper is not None else ""
    return subject.words(f"text.pace.thresholds.{measure.sense}", value=value, upper=upper)


def _as_set(subject: Subject, value: float) -> str:
    """A threshold with its unit, and with no more decimals than it was set with: "75%"."""
    decimals = 0 if value == int(value) else subject.indicator.decimals
    number = subject.words.number(value, decimals)
    form = counted(value, decimals)
    return subject.words(f"units.{subject.indicator.unit}.value", n=form, value=number)


def latest(subject: Subject, reading: Reading) -> str:
    """The newest value with year and status; that of a group is computed."""
    if reading.value is None or reading.year is None:
        return subject.words("text.stated.none")
    if reading.status == "g":
        facts = {"value": subject.value(reading.value), "year": reading.year}
        if reading.low is None or reading.high is None:
            return subject.words("text.pace.computed", **facts)
        ends = {"low": subject.number(reading.low), "high": subject.number(reading.high)}
        return subject.words("text.pace.computed_between", **facts, **ends)
    return stated(subject, reading.value, reading.year, reading.status)


def yearly(subject: Subject, change: float) -> str:
    """A change a year with its sign: "+4.9 percentage points a year"."""
    digits = subject.indicator.decimals + 1
    size = round(abs(change), digits)
    number = subject.words.number(size, digits)
    points = subject.words(f"units.{subject.indicator.unit}.points", n=size, value=number)
    way = "down" if change < 0 else "up"
    return subject.words(f"text.pace.yearly.{way}", points=points)


def arrival(subject: Subject, reading: Reading) -> str:
    """The years of arrival as a range: "2031 to 2036", "not before 2060"; or why there is none."""
    words, terms = subject.words, subject.tables.target_terms
    if reading.verdict == "met":
        return words("text.pace.arrival.reached")
    if reading.arrival is None:
        return words(f"text.pace.reasons.{reading.reason}") if reading.reason else ""
    early, _, late = reading.arrival
    if early is None:
        return words("text.pace.arrival.never", year=terms["horizon"])
    if late is None:
        return words("text.pace.arrival.open", year=early)
    if early == late:
        return words("text.pace.arrival.once", year=early)
    return words("text.pace.arrival.range", first=early, last=late)


def whatif_year(subject: Subject, reading: Reading) -> int | None:
    """The year in which the view's pace reaches the aim, None if it does not in our time."""
    goal, pace = aim(subject, measure_of(subject.view)), subject.view.pace
    if goal is None or reading.value is None or reading.year is None or not pace:
        return None
    return years_to(reading.year, reading.value, goal, pace, LAST_YEAR)


def pace_title(subject: Subject) -> str:
    """The title: the target's number and the measure."""
    measure = measure_of(subject.view)
    words, target = subject.words, target_of(measure)
    return words(
        "text.pace.title",
        set=words(f"sets.{target.set}.name"),
        number=target.number,
        measure=words(f"measures.{measure.id}.name"),
    )


def pace_subtitle(subject: Subject) -> str:
    """The place, and the target."""
    target = target_of(measure_of(subject.view))
    name = subject.words(f"targets.{target.id}.name")
    return subject.words("text.pace.subtitle", place=place_name(subject), target=name)


def pace_sentence(subject: Subject) -> str:
    """Where it stands, by when it would arrive, what pace is needed, and what a chosen pace gives."""
    words, reading = subject.words, reading_of(subject)
    if not measure_of(subject.view).indicator:
        return words("text.pace.unmeasured")
    if reading is None or reading.value is None:
        return words("text.pace.nothing", place=place_name(subject))
    parts: tuple[Callable[[Subject, Reading], str], ...] = (
        _standing,
        _expected,
        _needed,
        _chosen,
    )
    return join(words, *(part(subject, reading) for part in parts))


def standing_sentence(subject: Subject) -> str:
    """Where it stands and by when it would arrive, without the paces; "" without a value."""
    reading = reading_of(subject)
    if reading is None or reading.value is None:
        return ""
    return join(subject.words, _standing(subject, reading), _expected(subject, reading))


def _standing(subject: Subject, reading: Reading) -> str:
    measure, words = measure_of(subject.view), subject.words
    facts = {"place": place_name(subject), "latest": latest(subject, reading)}
    if measure.threshold is None:
        return words("text.pace.standing_without", **facts)
    facts["threshold"] = threshold(subject, measure)
    facts["deadline"] = str(target_of(measure).deadline)
    return words(f"text.pace.standing.{reading.verdict}", **facts)


def _expected(subject: Subject, reading: Reading) -> str:
    if reading.verdict == "met":
        return ""
    if reading.arrival is None:
        key = f"text.pace.why.{reading.reason}"
        return subject.words(key) if subject.words.has(key) else ""
    return subject.words("text.pace.expected", arrival=arrival(subject, reading))


def _needed(subject: Subject, reading: Reading) -> str:
    words = subject.words
    made = ""
    if reading.pace is not None and reading.window is not None:
        first, last = reading.window
        made = words("text.pace.made", pace=yearly(subject, reading.pace), first=first, last=last)
    if reading.required is None:
        return made
    deadline = target_of(measure_of(subject.view)).deadline
    required = yearly(subject, reading.required)
    return join(words, words("text.pace.needed", required=required, deadline=deadline), made)


def _chosen(subject: Subject, reading: Reading) -> str:
    pace = subject.view.pace
    if pace is None or aim(subject, measure_of(subject.view)) is None or reading.verdict == "met":
        return ""
    year = whatif_year(subject, reading)
    facts = {"pace": yearly(subject, pace)}
    if year is None:
        return subject.words("text.pace.whatif_never", **facts)
    return subject.words("text.pace.whatif", **facts, year=year)


def pace_notes(subject: Subject) -> list[str]:
    """What counts as reached, what the fan is, what is counted, and what it stands for."""
    measure, words = measure_of(subject.view), subject.words
    if not measure.indicator:
        return []
    goal, reading, notes = aim(subject, measure), reading_of(subject), []
    if goal is not None and goal != measure.threshold:
        notes.append(words("text.pace.universal", value=subject.value(goal)))
    if reading and reading.fit:
        notes.append(words("text.pace.fan"))
    notes += definition(subject)
    if measure.proxy:
        notes.append(words("text.pace.proxy", note=words(f"measures.{measure.id}.proxy")))
    if target_of(measure).wording == "unofficial":
        notes.append(words("text.pace.unofficial"))
    return notes
