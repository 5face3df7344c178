"""The text budget of a picture: which layout, how large a plot, which size of letters, which notes.

The plot has the share that a figure should have, letters have the least size of their medium, and of
the notes those are drawn that find room; what a map must say is always drawn. Where even that is too
much, first the plot yields, then the letters do.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import count, takewhile

from dashboard.exports.layout import Below, Beside, Layout, Page, Trial, Words

# Letters shrink by steps, down to the least of all; a plot that still leaves no room yields to this part.
SMALLEST, STEP = 12.0, 0.9
LAST = 0.6
TRIES = 8


def laid(page: Page, words: Words, ratio: float, floor: float) -> tuple[Layout, int]:
    """The layout of a page, and how many notes it leaves out."""
    wide = Beside if page.width > page.height else Below
    kinds = (Beside, Below) if ratio else (wide,)
    found = [_fitted(kind(page, words, ratio), floor) for kind in kinds]
    return max(found, key=lambda one: (one[0].over <= 0, one[0].size, _area(one[0], ratio)))


def grown(page: Page, words: Words, plot: float, size: float) -> Layout:
    """The layout of a page that is as high as a plot of this height and all words ask for."""
    notes = range(len(words.said.notes))
    flat = Below(page, words, 0).tried(plot, size, notes)
    return Below(replace(page, height=page.height + flat.over), words, 0).tried(plot, size, notes)


def _area(layout: Layout, ratio: float) -> float:
    """The area of a plot, which may keep its shape."""
    _, _, width, height = layout.plot
    return min(width, height * ratio or width) * min(height, width / ratio if ratio else height)


def _fitted(trial: Trial, floor: float) -> tuple[Layout, int]:
    held, (least, goal, most) = trial.words.held, trial.spans()
    for size in (*takewhile(lambda one: one > SMALLEST, count(floor, -STEP)), SMALLEST):
        if trial.tried(least, size, held).over <= 0:
            break
    else:
        least, goal = LAST * least, least
    span = _longest(lambda one: trial.tried(one, size, held).over <= 0, least, goal)
    kept, notes = held, range(len(trial.words.said.notes))
    for note in notes:
        if trial.tried(span, size, kept | {note}).over <= 0:
            kept |= {note}
    others = len(notes) - len(kept)
    if not others:
        span = _longest(lambda one: trial.tried(one, size, kept).over <= 0, span, most)
    return trial.tried(span, size, kept), others


def _longest(fits: Callable[[float], bool], low: float, high: float) -> float:
    """The longest plot that fits, from `low`, which is taken to fit, to `high`."""
    lengths = (high - (high - low) * k / TRIES for k in range(TRIES))
    return next(filter(fits, lengths), low)
