"""What a pointer reads at a value: the number, and how it came about; no figures."""

from dashboard.series import EconomySeries, GroupSeries
from dashboard.text.subject import Subject

# The machine word of a status letter, also its key in the words `figures.status`.
# Below this share, what is modelled or filled rounds to nothing.
LEAST = 0.005
STATUS = {"o": "observed", "n": "not-given", "e": "estimated", "i": "interpolated", "c": "carried"}


def economy_hovers(subject: Subject, series: EconomySeries, span: range) -> list[str]:
    """A text a year of the span, "" where there is no value."""
    words = subject.words
    kinds = {letter: words(f"figures.status.{STATUS[letter]}") for letter in STATUS}
    texts = []
    for place in span:
        value, letter = series.values[place], series.status[place]
        if value is None:
            texts.append("")
        elif letter == "o":
            texts.append(subject.number(value))
        else:
            said = {"value": subject.number(value), "status": kinds[letter]}
            texts.append(words("figures.economy_value", **said))
    return texts


def group_hovers(subject: Subject, series: GroupSeries, span: range) -> list[str]:
    """A text a year of the span; it says what share of the weight was filled."""
    texts = []
    for place in span:
        value, filled = series.values[place], series.filled[place]
        doubt = series.doubt(subject.table.years[place])
        if value is None:
            texts.append("")
        elif doubt and doubt.interval and doubt.share_modelled >= LEAST:
            low, high = map(subject.number, doubt.interval)
            facts = {"value": subject.number(value), "low": low, "high": high}
            share = subject.words.percent(doubt.share_modelled)
            # Ends that are printed alike are no interval.
            key = "figures.group_modelled" if low != high else "figures.group_modelled_little"
            texts.append(subject.words(key, share=share, **facts))
        elif filled < LEAST:
            texts.append(subject.number(value))
        else:
            share = subject.words.percent(filled)
            texts.append(
                subject.words("figures.group_value", value=subject.number(value), share=share)
            )
    return texts
