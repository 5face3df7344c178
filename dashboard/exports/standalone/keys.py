"""The keys that pages put above the plots of some charts: colours of ages, marks of continents; never imports dash."""

from collections.abc import Callable
from html import escape

from dashboard.figures.availability import age_colours
from dashboard.text.availability import age_name
from dashboard.text.scatter import REGIONS
from dashboard.text.subject import Subject
from dashboard.theme import group_colour

# As the markers of the continents look; the order is that of REGIONS.
MARKS = "●■◆▲✚"
HOLLOW = "○"


def key(chart: str, subject: Subject) -> str:
    """The markup of a chart's key, "" for those that need none."""
    return KEYS[chart](subject) if chart in KEYS else ""


def _ages(subject: Subject) -> str:
    """The colours of the ages, the most recent first."""
    items = "".join(
        f'<li><span class="key-swatch" style="background: {colour}"></span>'
        f"{escape(age_name(subject, step))}</li>"
        for step, colour in reversed([*enumerate(age_colours())])
    )
    return f'<ul class="ages-key">{items}</ul>'


def _continents(subject: Subject) -> str:
    """Shape and colour of each continent, and what is hollow."""
    words = subject.words
    items = "".join(
        f'<li><span style="color: {group_colour(region)}">{mark}</span> '
        f"{escape(words(f'groups.{region}.short'))}</li>"
        for region, mark in zip(REGIONS, MARKS, strict=True)
    )
    hollow = escape(words("pages.ranking.hollow"))
    return f'<ul class="scatter-keys">{items}<li>{HOLLOW} {hollow}</li></ul>'


KEYS: dict[str, Callable[[Subject], str]] = {"ages": _ages, "scatter": _continents}
