"""Where a name stands on a map: on its ground or beside it, else at the end of a leader, or nowhere.

No name lies on another, on a dot or on a small island; no leader crosses a name, a dot or another
leader; and a name without a leader is on no ground but its own. Of what is allowed the cheapest place
is taken. Where a name finds none, a number has its place, and in the next round it comes earlier.
"""

from collections import Counter
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from math import cos, hypot, pi, sin
from typing import NamedTuple

from dashboard.drawing.boxes import (
    Box,
    Line,
    Spot,
    around,
    bounds,
    crosses,
    cut,
    end_of,
    grown,
    holds,
    inside,
    met,
)
from dashboard.drawing.grounds import Ground, ground
from dashboard.figures.places import Panel

DOT, GAP, NEAR = (
    5.0,
    2.0,
    3.0,
)  # half a dot with its line, how far a name is from it, and what is near
# The longer side of an island that a name would hide; where members are many, names have to lie somewhere.
SMALL, MANY = 30.0, 30
CROWD = 50.0  # half a square in which dots crowd each other
WAYS, STEP = 16, 0.5  # directions, and from one distance to the next, in sizes of the letters
SHORTEST, LONGEST = 0.2, 5.0  # a leader, in sizes of the letters
ROUNDS = 8
LOST = 100  # numbers that are no worse than an economy without any
# What a place costs: a leader, and one to a name close to the dot of another, letters on or at the
# ground of others, or beside their own, and each line after the first.
LED, CLOSE, FOREIGN, BESIDE_OWN, FOLDED = 2.0, 4.0, 4.0, 0.7, 0.15
# Of a name, with what is near it: the least on its own ground, the most on that of others then and else.
OWN, OTHERS, STRANGE = 0.6, 0.3, 0.1


class Fold(NamedTuple):
    """A name in lines, and how much room they take."""

    lines: Sequence[str]
    wide: float
    tall: float


class Place(NamedTuple):
    """Where a name stands: its lines, their box, its leader if it has one, what it costs."""

    fold: Fold
    box: Box
    line: Line | None
    cost: float


class Map(NamedTuple):
    """A panel as names see it: dots and small islands, which they keep off, and the members' grounds."""

    frame: Box
    dots: dict[str, Sequence[Box]]
    islands: dict[str, Sequence[Box]]
    grounds: dict[str, Ground]

    @classmethod
    def of(cls, panel: Panel, members: Collection[str]) -> "Map":
        """The map of a panel, with the members that it shows."""
        left, top, wide, tall = panel.box
        one = cls((left + 1.0, top + 1.0, left + wide - 1.0, top + tall - 1.0), {}, {}, {})
        for code in members:
            if code in panel.circles and code in panel.points:
                one.dots[code] = [around(panel.points[code], DOT)]
            elif path := panel.paths.get(code):
                one.grounds[code] = land = ground(path)
                if land.extent < SMALL and len(members) <= MANY:
                    one.islands[code] = land.parts
        return one

    def spots(self) -> list[tuple[str, Box]]:
        """All dots and small islands, each with whose it is."""
        found = {**self.islands, **self.dots}
        return [(code, box) for code, boxes in found.items() for box in boxes]


@dataclass(slots=True, eq=False)
class Label:
    """A name to be placed; the places that the map alone allows are found once, the near ones first.

    `far` is how far it may stand from its point, in sizes of its letters, and `ways` in how many
    directions; `short` is what stands there where it finds no place.
    """

    code: str
    folds: Sequence[Fold]
    at: Spot
    map: Map
    size: float
    far: float = LONGEST
    ways: int = WAYS
    short: "Label | None" = None
    found: list[tuple[float, Place]] = field(default_factory=list)
    rest: Iterator[tuple[float, Place]] | None = None

    def places(self) -> Iterator[tuple[float, Place]]:
        """Places, each with what it and all that follow cost at least."""
        self.rest = self.rest or self._allowed()
        for k in count():
            if k == len(self.found):
                if (one := next(self.rest, None)) is None:
                    return
                self.found.append(one)
            yield self.found[k]

    @property
    def crowd(self) -> int:
        """How many dots and small islands are near."""
        return len(met(around(self.at, CROWD), [spot for _, spot in self.map.spots()]))

    def _allowed(self) -> Iterator[tuple[float, Place]]:
        reach = around(self.at, self.far * self.size + max(fold.wide for fold in self.folds))
        spots = self.map.spots()
        others = met(reach, [spot for code, spot in spots if code != self.code])
        own = [spot for code, spot in spots if code == self.code]
        land = self.map.grounds.get(self.code)
        strange = [
            one
            for code, one in self.map.grounds.items()
            if code not in (self.code, *self.map.islands) and met(reach, one.parts)
        ]
        for away, fold, (x, y) in self._tried():
            box = (x - fold.wide / 2, y - fold.tall / 2, x + fold.wide / 2, y + fold.tall / 2)
            if not inside(box, self.map.frame) or met(box, others) or met(box, own):
                continue
            near = grown(box, NEAR)
            on = land.share(box) if land else 0.0
            foreign = sum([one.share(near) for one in strange])
            cost = away + FOLDED * self.folds.index(fold) + FOREIGN * foreign
            beside = bool(met(near, own)) if own else not land or land.share(near) > 0
            sure = (not own and on > OWN) or not met(grown(near, NEAR), others)
            if beside and sure and self._is_clear(on, foreign):
                yield away, Place(fold, box, None, cost + BESIDE_OWN * (1 - on))
            elif line := self._leader(box, others):
                yield away, Place(fold, box, line, cost + (LED if sure else CLOSE))

    def _is_clear(self, own: float, foreign: float) -> bool:
        """Whether letters on these shares of grounds are read as of their own."""
        if self.code in self.map.dots:
            return True
        return foreign <= (OTHERS if own >= OWN else STRANGE) and (own >= OWN or own == 0)

    def _leader(self, box: Box, others: Sequence[Box]) -> Line | None:
        """The leader from a box, if there may be one; where dots share a place it may run over both."""
        (x, y), (to_x, to_y) = line = end_of(box, self.at), self.at
        length = hypot(x - to_x, y - to_y) / self.size
        if not SHORTEST < length < self.far:
            return None
        apart = [spot for spot in met(bounds(line), others) if not holds(spot, self.at)]
        return None if any(crosses(line, spot) for spot in apart) else line

    def _tried(self) -> Iterator[tuple[float, Fold, Spot]]:
        """Middles of boxes to try, with how far they are: over its ground, then around it."""
        x, y = self.at
        over = self.code in self.map.grounds and self.code not in self.map.islands
        parts = [part for part in self.map.islands.get(self.code, []) if holds(part, self.at)]
        start = max(parts[0][2] - x, x - parts[0][0]) if parts else DOT
        distance = 0.0 if over else start + GAP
        while distance < self.far * self.size:
            away = distance / self.size
            for k in range(self.ways):
                # Right, left, then in turn above and below.
                angle = (k // 2 * 2 * pi / self.ways + (pi if k % 2 else 0)) % (2 * pi)
                across, down = cos(angle), sin(angle)
                for fold in self.folds:
                    if over:
                        yield away, fold, (x + across * distance, y + down * distance)
                    aside, beneath = distance + fold.wide / 2, distance + fold.tall / 2
                    yield away, fold, (x + across * aside, y + down * beneath)
            distance += STEP * self.size


def placed(labels: Sequence[Label], first: Sequence[str]) -> list[dict[str, Place]]:
    """The places of some rounds, those with the most names first, then the cheapest.

    Those of `first` come first in each round.
    """
    order = sorted(labels, key=lambda one: (one.code not in first, -one.crowd, one.code))
    rounds: list[tuple[tuple[int, float], dict[str, Place]]] = []
    lost: set[str] = set()
    fails: Counter[str] = Counter()
    for _ in range(ROUNDS):
        found, failed = _round(order, lost)
        short = {label.code for label in failed}
        cost = sum(one.cost for one in found.values())
        rounds.append(((LOST * (len(labels) - len(found)) + len(short), cost), found))
        if not short:
            break
        lost |= short - set(found)
        fails.update(short)
        order.sort(key=lambda one: (one.code not in first, -fails[one.code]))
    return [found for _, found in sorted(rounds, key=lambda one: one[0])]


def _round(order: Sequence[Label], lost: Container[str]) -> tuple[dict[str, Place], list[Label]]:
    """Each name at the cheapest place that those before it leave, and the labels that found none.

    Those `lost` before, which had not even a number, now have theirs first of all.
    """
    found: dict[str, Place] = {}
    boxes: list[Box] = []
    lines: list[Line] = []
    failed = [one for one in order if one.code in lost]
    for label in failed:
        if label.short:
            _put(label.short, found, boxes, lines)
    failed += [one for one in order if one.code not in lost and not _put(one, found, boxes, lines)]
    for label in failed:
        if label.short and label.code not in found:
            _put(label.short, found, boxes, lines)
    return found, failed


def _put(label: Label, found: dict[str, Place], boxes: list[Box], lines: list[Line]) -> bool:
    """Whether a label finds a place, which is then taken."""
    best: Place | None = None
    for least, place in label.places():
        if best and least >= best.cost:
            break
        if (not best or place.cost < best.cost) and _is_free(place, boxes, lines):
            best = place
    if best is None:
        return False
    found[label.code] = best
    boxes.append(grown(best.box, 1))
    lines += [best.line] if best.line else []
    return True


def _is_free(place: Place, boxes: Sequence[Box], lines: Sequence[Line]) -> bool:
    """Whether a place and its leader meet no other name and no other leader."""
    box, line = grown(place.box, 1), place.line
    if met(place.box, boxes) or any(crosses(other, box) for other in lines):
        return False
    if line is None:
        return True
    crossed = met(bounds(line), boxes)
    return not any(crosses(line, one) for one in crossed) and not any(
        cut(line, other) for other in lines
    )
