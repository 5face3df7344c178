"""The names on a map as SVG, with a rim of paper that keeps them apart from what they stand on.

Of every economy of a small group, of the highlighted ones, and signs of notes. Where a name finds no
place (`placing.py`), a number stands for it, and a list in an empty part of the map says whose it is.
Everything is drawn around its point, so that letters may be resized without leaving it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from math import ceil

from dashboard import theme
from dashboard.drawing import letters
from dashboard.drawing.boxes import Spot, around, inside
from dashboard.drawing.letters import Type
from dashboard.drawing.listing import Hand, listed
from dashboard.drawing.placing import Fold, Label, Map, Place, placed
from dashboard.figures import places
from dashboard.formats.svg import element, moved, polyline
from dashboard.text.subject import Subject, inhabited

# Of letters in a picture 1000 wide, and where they are to be read from afar; of lines, in letters.
SIZE, LARGE, LEADING, HIGH = 10.5, 16.5, 1.12, 1.05
SIGN = 0.75  # the height of a sign alone, which fills the upper half of its line
FINE = 4  # sizes in this part of a step are one, so that pictures share places
CLASS = "map-names"
MOST = 30  # members of a group whose map names them all
# How wide a name is that may have so many lines, in sizes of the letters.
LINES = {1: (0, 13), 2: (5, 99), 3: (9, 99)}
WHOLE = 8
# How far the sign of a note and a number are from their places at most, in sizes of the letters.
NEARBY, FARTHEST = 5.0, 8.0
FEW = 12  # directions in which a sign is tried: the world's stand on its first page
NUMBER = "00"  # as wide as numbers are
BEST = 8  # rounds that are tried with a list
BLOCKS = (2, 9)  # of a list, at most, at first and then
SMALLER, STEPS = 0.93, 12  # letters, until all names and numbers have room
THIN, RIMMED = 0.8, 2.8  # a leader, and with its rim


def page_names(subject: Subject) -> str:
    """The names in two sizes, of which a page shows the one that its letters are nearer to."""
    small = names_drawing(subject)
    if not named(subject):
        return small  # signs alone
    return small + names_drawing(subject, LARGE).replace(CLASS, f"{CLASS} map-large", 1)


def named(subject: Subject) -> Sequence[str]:
    """The economies that a map has names of: all of a small group, else the highlighted ones."""
    members = subject.in_frame()
    if len(members) <= MOST:
        return members
    return [code for code in subject.view.economies if code in members]


def names_drawing(subject: Subject, size: float = SIZE) -> str:
    """The names of a map in a group `map-names`, each in `data-name` with its leader; may be empty."""
    region, say = subject.view.region, subject.words
    signs, wanted = places.signs(region), named(subject)
    chosen = tuple(code for code in subject.view.economies if code in wanted)
    texts = signs | {code: say.economy(code) + signs.get(code, "") for code in wanted}
    kind = Type(ceil(size * FINE) / FINE, theme.INK)
    return _drawing(region, tuple(texts.items()), chosen, Hand(kind, say.direction == "rtl"))


# The pictures of a region share the places of its names, whatever the indicator and the year.
@lru_cache(128)
def _drawing(
    region: str, texts: Sequence[tuple[str, str]], chosen: Sequence[str], hand: Hand
) -> str:
    drawn = next(filter(None, _tries(region, texts, chosen, hand)), [""])[0]
    if not drawn:
        return ""
    return letters.rimmed(drawn, hand.size, **{"class": CLASS}, direction="ltr")


def _tries(
    region: str, texts: Sequence[tuple[str, str]], chosen: Sequence[str], hand: Hand
) -> Iterator[list[str]]:
    """The names drawn, nothing where one lacks room: with few blocks of a list, with more, smaller."""
    rounds, labels = [], {}
    for step in range(STEPS):
        smaller = replace(hand.kind, size=hand.size * SMALLER**step)
        labels = _labels(region, texts, smaller)
        rounds = placed([*labels.values()], chosen)[:BEST]
        for blocks in BLOCKS:
            for found in rounds:
                yield _round(found, labels, dict(texts), Hand(smaller, hand.rtl), blocks)
    yield _round(rounds[0], {code: labels[code] for code in rounds[0]}, dict(texts), hand, 9)


def _labels(region: str, texts: Sequence[tuple[str, str]], kind: Type) -> dict[str, Label]:
    """What is to be placed, each in the inset where an economy is in two panels."""
    panels, found = places.picture(region).panels, {}
    maps = [Map.of(panel, inhabited(region)) for panel in panels]
    for code, text in texts:
        held = [
            k
            for k, panel in enumerate(panels)
            if code in panel.points and inside(around(panel.points[code], 1), maps[k].frame)
        ]
        if held:
            x, y = panels[held[-1]].points[code]
            of = partial(Label, code, at=(float(x), float(y)), map=maps[held[-1]], size=kind.size)
            found[code] = (
                of(_folds(text, kind), short=of(_folds(NUMBER, kind), far=FARTHEST))
                if text.strip("* ")
                else of([Fold((text,), kind.of_text(text), SIGN * kind.size)], far=NEARBY, ways=FEW)
            )
    return found


def _round(
    found: Mapping[str, Place],
    labels: Mapping[str, Label],
    texts: Mapping[str, str],
    hand: Hand,
    blocks: int,
) -> list[str]:
    """Names, signs, numbers and their list as one SVG; nothing where one of them has no room."""
    if len(found) < len(labels):
        return []
    numbered = [code for code in found if found[code].fold.lines == (NUMBER,)]
    numbered.sort(key=lambda code: (labels[code].at[::-1], code))
    numbers = {code: str(k) for k, code in enumerate(numbered, 1)}
    entries = {code: (number, texts[code]) for code, number in numbers.items()}
    maps = {id(label.map): label.map for label in labels.values()}
    table = listed(entries, [*maps.values()], [*found.values()], hand, blocks)
    if table is None:
        return []
    names = [
        _name(labels[code], place, hand.kind, numbers.get(code, ""))
        for code, place in found.items()
    ]
    return ["".join(names) + table]


def _name(label: Label, place: Place, kind: Type, number: str) -> str:
    """A name, or the number that stands for it, around its point."""
    (x, y), (left, top, right, bottom) = label.at, place.box
    # Where its point is, a name begins or ends, however wide it turns out.
    third = (right - left) / 3
    side, edge = ("center", (left + right) / 2)
    if x < left + third:
        side, edge = "left", left
    elif x > right - third:
        side, edge = "right", right
    lines = [number] if number else place.fold.lines
    step = LEADING * kind.size
    start = (top + bottom - step * (len(lines) - 1)) / 2 - y
    drawn_as = replace(kind, bold=bool(number))
    drawn = "".join(
        letters.line(text, edge - x, start + k * step, drawn_as, side)
        for k, text in enumerate(lines)
    )
    if place.line:
        ends = [(to_x - x, to_y - y) for to_x, to_y in place.line]
        drawn = _leader(ends) + drawn
    return moved(element("g", drawn, data_name=label.code), x, y)


def _leader(ends: Sequence[Spot]) -> str:
    """The line from a name to its place, on a rim that can be seen on dark ground."""
    path = partial(element, "path", d=polyline(ends), fill="none")
    return path(stroke_width=RIMMED) + path(stroke=theme.INK, stroke_width=THIN)


@lru_cache(2048)
def _folds(text: str, kind: Type) -> Sequence[Fold]:
    """A name in one line, unless it is long, and in more, unless it is short."""
    whole = kind.of_text(text)
    found = []
    for count, (least, most) in LINES.items():
        lines = _in_lines(text, whole, count, kind)
        # Without spaces a name breaks anywhere: a short one stays whole.
        shortest = least if " " in text or count == 1 else WHOLE
        if len(lines) == count and shortest * kind.size <= whole < most * kind.size:
            wide = max(map(kind.of_text, lines))
            tall = (LEADING * (count - 1) + HIGH) * kind.size
            found.append(Fold(tuple(lines), wide, tall))
    return found or [Fold((text,), whole, HIGH * kind.size)]


def _in_lines(text: str, whole: float, count: int, kind: Type) -> list[str]:
    """The text in at most so many lines, before a bracket of Chinese where there is one."""
    head, bracket, tail = text.partition("（")
    if count == 2 and head and bracket:
        return [head, bracket + tail]
    rooms = (whole / count + step * kind.size / 2 for step in range(99))
    return next(lines for room in rooms if len(lines := letters.wrapped(text, room, kind)) <= count)
