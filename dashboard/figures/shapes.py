"""What a chart draws on the shapes of the map: a colour an economy, and marks; no words, no markup.

Pictures, slides and previews draw the same `Shapes`, each in its way. Never imports dash.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dashboard import theme
from dashboard.figures import places
from dashboard.figures.events import COLOURS, HOLLOW, marks
from dashboard.figures.map import shown
from dashboard.text.programmes import where
from dashboard.text.subject import Subject

# The hatch of economies without a value that are modelled inside groups; `svg-map.js` has it too.
HATCHED = "url(#silent)"
HATCH = (
    '<defs><pattern id="silent" width="5" height="5" patternUnits="userSpaceOnUse"'
    f' patternTransform="rotate(45)"><path fill="{theme.LAND}" d="M0 0h5v5H0z"/>'
    f'<path fill="{theme.BOUNDARY}" d="M0 0h1.1v5H0z"/></pattern></defs>'
)


class Fill(NamedTuple):
    """The colour of an economy; pale where its value was filled or is older, silent: hatched."""

    colour: str
    pale: bool = False
    silent: bool = False

    def __str__(self) -> str:
        """As the value of an attribute `fill`: '"#41b6c4" fill-opacity=".55"'."""
        if self.silent:
            return f'"{HATCHED}"'
        return f'"{self.colour}"' + (f' fill-opacity="{theme.FILLED_OPACITY}"' if self.pale else "")


class Mark(NamedTuple):
    """A mark at a place: plotly's name of its symbol, its width in pixels, and what it is called."""

    lon: float
    lat: float
    symbol: str
    size: float
    colour: str
    name: str

    @property
    def is_hollow(self) -> bool:
        """Whether the mark has a line and no area."""
        return self.symbol.endswith(HOLLOW)


@dataclass(frozen=True, slots=True)
class Shapes:
    """The colours of the economies in the frame, and the marks above them.

    Where the map is `circled`, economies that are too small to see have a circle of their colour.
    """

    fills: Mapping[str, Fill]
    marks: Sequence[Mark] = ()
    circled: bool = False


def map_shapes(subject: Subject) -> Shapes:
    """The classes of the view's year."""
    levels = shown(subject)
    colours = theme.class_colours(len(subject.indicator.class_limits) + 1)
    nothing = {True: theme.LAND, False: theme.NO_DATA}
    fills = {
        code: Fill(
            colours[one.level] if one.level >= 0 else nothing[one.silent], one.pale, one.silent
        )
        for code, one in levels.items()
    }
    followers = places.followers(subject.view.region)
    fills |= {area: fills[other] for area, other in followers.items()}
    return Shapes(fills, circled=True)


def events_shapes(subject: Subject) -> Shapes:
    """Pale economies, which need no circle, and a mark a place that has records."""
    inside = (*subject.in_frame(), *places.followers(subject.view.region))
    pale = dict.fromkeys(inside, Fill(theme.LAND))
    drawn = [
        Mark(
            mark.lon,
            mark.lat,
            mark.symbol,
            mark.size,
            colour,
            f"{where(subject.words, mark.events[0])} ({len(mark.events)})",
        )
        for status, colour in COLOURS.items()
        for mark in marks(subject, status)
    ]
    return Shapes(pale, drawn)
