"""What changed in ten years, or between two years of the reader's, economy by economy: who is drawn, and the sentence about it; no figures."""

from dashboard.text.chosen import lacking
from dashboard.text.join import join
from dashboard.text.movers import SPAN, Mover, chosen_years, falls, movers, rises
from dashboard.text.notes import definition
from dashboard.text.subject import Subject

# So many rows can be read on a page; the file of the figure has all.
MOST_ROWS = 24


def drawn(subject: Subject) -> list[Mover]:
    """The economies of the figure, the largest rise first: all, or both ends where there are many.

    Highlighted economies are always among them.
    """
    found = list(movers(subject))
    if len(found) <= MOST_ROWS:
        return found
    ends = {one.code for one in found[: MOST_ROWS // 2] + found[-MOST_ROWS // 2 :]}
    return [one for one in found if one.code in ends | {*subject.view.economies}]


def change_title(subject: Subject) -> str:
    """The indicator, its unit and the span."""
    facts = {"name": subject.name, "unit": subject.unit}
    if years := chosen_years(subject):
        return subject.words("text.change.between", **facts, first=years[0], last=years[1])
    return subject.words("text.change.title", **facts, n=SPAN)


def end_names(subject: Subject) -> dict[str, str]:
    """What the two values of a row are called: their years, or older and newer."""
    years = chosen_years(subject)
    if years:
        return {"start": str(years[0]), "end": str(years[1])}
    return {which: subject.words(f"text.change.{which}") for which in ("start", "end")}


def change_subtitle(subject: Subject) -> str:
    """The region, and how many of its economies are drawn."""
    words, total, shown = subject.words, len(movers(subject)), len(drawn(subject))
    region = words(f"groups.{subject.view.region}.short")
    if shown == total:
        return region
    facts = {"region": region, "shown": words.number(shown), "total": words.number(total)}
    return words(f"text.change.{'cut_chosen' if shown > MOST_ROWS else 'cut'}", **facts)


def change_sentence(subject: Subject) -> str:
    """In how many economies the value rose and fell, the largest rise and fall, and who cannot be compared."""
    found = list(movers(subject))
    counted = [_counts(subject, found)] if len(found) > 1 else []
    said = [
        _moved(subject, one, case)
        for case, listed in (("rise", rises(subject, found, 1)), ("fall", falls(subject, found, 1)))
        for one in listed
    ]
    told = [*counted, *said] or [subject.words("text.change.nothing")]
    return join(subject.words, *told, lacking(subject, "change", {one.code for one in found}))


def _counts(subject: Subject, found: list[Mover]) -> str:
    """How many of the comparable economies rose and fell: "Lower in 112 of 140 economies"."""
    words = subject.words
    higher, lower = sum(one.change > 0 for one in found), sum(one.change < 0 for one in found)
    numbers = {"higher": higher, "lower": lower, "total": len(found)}
    return words("text.change.counts", **{key: words.number(n) for key, n in numbers.items()})


def _moved(subject: Subject, one: Mover, case: str) -> str:
    table = subject.table
    series = table.economy(one.code)
    values = series.values if series else []
    return subject.words(
        f"text.change.{case}",
        name=subject.words.economy(one.code),
        start=subject.value(values[one.start] or 0.0),
        first=table.years[one.start],
        end=subject.value(values[one.end] or 0.0),
        last=table.years[one.end],
    )


def change_notes(subject: Subject) -> list[str]:
    """Which values are compared, who cannot be, and what the indicator counts."""
    words = subject.words
    missing = len(subject.in_frame()) - len(movers(subject))
    facts = {"number": words.number(missing)}
    if years := chosen_years(subject):
        rule = words("text.change.rule_between", first=years[0], last=years[1], **facts)
    else:
        rule = words("text.change.rule", n=SPAN, **facts)
    return [rule, *definition(subject)]
