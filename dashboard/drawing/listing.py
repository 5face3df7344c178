"""The list of the names that numbers stand for, in a part of the map where nothing else is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard.drawing import letters
from dashboard.drawing.boxes import Box, Line, Spot, crosses, grown, met
from dashboard.drawing.letters import Type
from dashboard.drawing.placing import Map, Place
from dashboard.formats.svg import element, moved

LEADING = 1.25  # of lines, in sizes of the letters
INDENT = 1.6  # from a number to its name
WIDEST = (13, 9, 7)  # a line of a name; narrower ones find room elsewhere
STEP = 0.7  # from one place that is tried to the next, in sizes of the letters
Entries = Sequence[tuple[str, str, list[str]]]  # an economy, its number, its name in lines


class Hand(NamedTuple):
    """How names are written: their letters, and from which side."""

    kind: Type
    rtl: bool

    @property
    def size(self) -> float:
        """The size of the letters."""
        return self.kind.size


def listed(
    texts: Mapping[str, tuple[str, str]],
    maps: Sequence[Map],
    taken: Sequence[Place],
    hand: Hand,
    most_blocks: int,
) -> str | None:
    """The numbers and names of economies as SVG, in at most so many blocks; None without room."""
    if not texts:
        return ""
    size = hand.size
    for blocks in range(1, min(most_blocks, len(texts)) + 1):
        share = -(-len(texts) // blocks)
        for widest in WIDEST:
            entries = [
                (code, number, letters.wrapped(name, widest * size, hand.kind))
                for code, (number, name) in texts.items()
            ]
            parts = [entries[k : k + share] for k in range(0, len(entries), share)]
            rooms = [_room(part, hand.kind) for part in parts]
            if boxes := _boxes(rooms, maps, taken, size):
                both = zip(parts, boxes, strict=True)
                return "".join(_block(part, box, hand) for part, box in both)
    return None


def _boxes(
    rooms: Sequence[Spot], maps: Sequence[Map], taken: Sequence[Place], size: float
) -> list[Box]:
    """A free box for each block; none if one finds none."""
    boxes = [grown(one.box, 2) for one in taken]
    lines = [one.line for one in taken if one.line]
    found: list[Box] = []
    for wide, tall in rooms:
        box = next(_free((wide, tall), maps, boxes, lines, STEP * size), None)
        if box is None:
            return []
        found.append(box)
        boxes.append(grown(box, size / 2))
    return found


def _room(part: Entries, kind: Type) -> Spot:
    """The width and the height of a block."""
    wide = max(kind.of_text(line) for _, _, lines in part for line in lines)
    return wide + INDENT * kind.size, LEADING * kind.size * sum(len(lines) for _, _, lines in part)


def _free(
    room: Spot,
    maps: Sequence[Map],
    boxes: Sequence[Box],
    lines: Sequence[Line],
    step: float,
) -> Iterator[Box]:
    """The boxes of a size in which nothing is, from the lower edge of a panel upwards."""
    wide, tall = room
    for one in maps:
        spots = [spot for _, spot in one.spots()]
        grounds = one.grounds.values()
        left, top, right, bottom = grown(one.frame, -2)
        y = bottom - tall
        while y >= top:
            x = left
            while x + wide <= right:
                box = (x, y, x + wide, y + tall)
                over = [other[2] for other in met(box, (*boxes, *spots))]
                if over:
                    x = max(over) + 0.1
                elif any(crosses(line, box) for line in lines) or any(
                    land.share(box) for land in grounds
                ):
                    x += step
                else:
                    yield box
                    break
            y -= step


def _block(part: Entries, box: Box, hand: Hand) -> str:
    """Each entry in a `data-name`, around the corner where lines begin."""
    kind, step, drawn, k = hand.kind, LEADING * hand.size, "", 0
    align, side = ("right", -1) if hand.rtl else ("left", 1)
    for code, number, lines in part:
        entry = letters.line(number, 0, (k + 0.5) * step, replace(kind, bold=True), align)
        for text in lines:
            entry += letters.line(text, side * INDENT * hand.size, (k + 0.5) * step, kind, align)
            k += 1
        drawn += element("g", entry, data_name=code)
    return moved(drawn, box[2] if hand.rtl else box[0], box[1])
