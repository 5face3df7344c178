"""How pictures share their room: plot, letters and notes, for every chart, size and language.

What is measured is the SVG: the box of the plot, which nothing else may enter, and the size and place
of every line of words.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import combinations
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest

from dashboard.charts.captions import Caption, caption
from dashboard.charts.registry import CHARTS
from dashboard.drawing.letters import Type
from dashboard.exports.brevity import briefer
from dashboard.exports.card import card
from dashboard.exports.look import SIZES
from dashboard.figures import places
from dashboard.i18n import LANGUAGES
from dashboard.tables import tables
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View

SVG = "{http://www.w3.org/2000/svg}"
ISOLATES = re.compile("[\u2066-\u2069]")
MAPS = {"map", "events"}
# 14 points on a slide 960 points wide, 9 on A5, which is 595 wide, in units of 1000; else 12.
LETTERS = {"page": 12, "slide": 14.58, "square": 12, "print": 15.12}
LEAST = 12
# The least part of the area that a map has: its shape and what must be said leave no more.
LEAST_MAP = {"page": 0.27, "slide": 0.27, "square": 0.35, "print": 0.27}
# Of 312 pictures, so many maps have letters below the least size of their medium.
SMALL = {("map", "slide"), ("events", "slide")}
# Slides on which publishers and licences stand alone, the whole source in the description; on those of
# maps the sentence may end earlier, too.
BRIEF = {
    *(("map", "slide", lang) for lang in LANGUAGES),
    *(("events", "slide", lang) for lang in LANGUAGES),
    ("spread", "slide", "ru"),
    ("ages", "slide", "fr"),
    *(("scatter", "slide", lang) for lang in ("ar", "en", "es", "fr", "ru")),
}
LICENCE = re.compile(r"\(CC[^)]*\)")
# So many names at most are longer than half a plot.
LONG = {"change": 3, "timeline": 2}
# Fields of many names take long to draw; the layout is that of the world.
DEAR = {"ages": "escap-pac", "availability": "escap-pac"}


class Line(NamedTuple):
    """A line of words: its letters, and the rectangle that it takes."""

    text: str
    size: float
    left: float
    top: float
    right: float
    bottom: float


class Picture(NamedTuple):
    """What is measured of a picture."""

    size: tuple[float, float]
    plot: tuple[float, float, float, float]
    lines: list[Line]
    described: str
    inside: list[float]


def scaled(one: ET.Element, scale: float = 1) -> Iterator[float]:
    """The sizes of letters in a plot, as large as they are drawn."""
    if found := re.search(r"scale\(([\d.]+)\)", one.get("transform", "")):
        scale *= float(found[1])
    if one.tag == f"{SVG}text":
        yield scale * float(one.attrib["font-size"])
    for part in one:
        yield from scaled(part, scale)


def moves(one: ET.Element, x: float = 0, y: float = 0) -> Iterator[Line]:
    """The lines of words around a plot."""
    if "data-plot" in one.attrib:
        return
    if found := re.search(r"translate\(([-\d.]+) ([-\d.]+)\)", one.get("transform", "")):
        x, y = x + float(found[1]), y + float(found[2])
    if one.tag == f"{SVG}text":
        text, size = "".join(one.itertext()), float(one.attrib["font-size"])
        wide = Type(size, "", one.get("font-weight") == "700").of_text(text)
        start = x + float(one.attrib["x"]) - (wide if one.get("text-anchor") == "end" else 0)
        base = y + float(one.attrib["y"])
        yield Line(text, size, start, base - 0.75 * size, start + wide, base + 0.2 * size)
    for part in one:
        yield from moves(part, x, y)


def measured(chart: str, subject: Subject, size: str) -> Picture:
    """A picture of a chart, measured."""
    root = ET.fromstring(card(chart, subject, *SIZES[size]))
    width, height = (float(one) for one in root.attrib["viewBox"].split()[2:])
    (group,) = (one for one in root if "data-plot" in one.attrib)
    left, top, wide, high = (float(one) for one in group.attrib["data-plot"].split())
    if chart in MAPS:
        across, down = places.picture(subject.view.region).size
        scale = min(wide / across, high / down)
        left, top = left + (wide - across * scale) / 2, top + (high - down * scale) / 2
        wide, high = across * scale, down * scale
    described = "".join(one.text or "" for one in root if one.tag == f"{SVG}desc")
    plot = (left, top, left + wide, top + high)
    return Picture((width, height), plot, [*moves(root)], described, [*scaled(group)])


def squeezed(text: str) -> str:
    """A text without spaces and isolates."""
    return re.sub(r"\s", "", ISOLATES.sub("", unescape(text)))


def meet(one: Line | tuple[float, ...], other: Line) -> bool:
    """Whether two rectangles share an area."""
    left, top, right, bottom = one[-4:]
    across = left < other.right - 1 and other.left < right - 1
    return across and top < other.bottom - 1 and other.top < bottom - 1


@pytest.fixture(scope="module")
def pictures() -> dict[tuple[str, str, str], tuple[Picture, Caption]]:
    """Every chart in every size and language, measured once."""
    found = {}
    for chart, own in CHARTS.items():
        for lang in LANGUAGES:
            more: dict[str, Any] = {"region": DEAR[chart]} if chart in DEAR else {}
            subject = own.subject(own.fitting(View(lang=lang, **more)), tables())
            said = caption(chart, subject)
            for size in LETTERS:
                found[chart, size, lang] = (measured(chart, subject, size), said)
    return found


Pictures = dict[tuple[str, str, str], tuple[Picture, Caption]]


def share(picture: Picture) -> float:
    """The part of the area that is the plot's."""
    left, top, right, bottom = picture.plot
    width, height = picture.size
    return (right - left) * (bottom - top) / (width * height)


def is_folded(picture: Picture, said: Caption) -> bool:
    """Whether of the notes only those are drawn that must be."""
    drawn = squeezed("".join(line.text for line in picture.lines))
    return not any(squeezed(note) in drawn for note in said.notes if note not in said.held)


def smallest(picture: Picture) -> float:
    """The smallest letters around the plot."""
    return min(line.size for line in picture.lines)


def test_the_plot_has_most_of_a_picture(pictures: Pictures) -> None:
    """55 % of the area; half of it where not even one note is drawn that may be left out."""
    for (chart, size, lang), (picture, said) in pictures.items():
        if chart in MAPS:
            assert share(picture) >= LEAST_MAP[size], (chart, size, lang)
            continue
        least = 0.5 if is_folded(picture, said) else 0.55
        assert share(picture) >= least - 0.0005, (chart, size, lang)


def test_letters_can_be_read(pictures: Pictures) -> None:
    """No letters around a plot are below 12 units, none but those of maps below the least of their medium."""
    for (chart, size, lang), (picture, _) in pictures.items():
        assert smallest(picture) >= LEAST, (chart, size, lang)
        if (chart, size) not in SMALL:
            assert smallest(picture) >= LETTERS[size], (chart, size, lang)


def test_letters_of_a_plot_are_as_large_as_those_around_it(pictures: Pictures) -> None:
    """In all plots but fields and rows of many names; of a few rows, names that are too long are smaller."""
    for (chart, size, lang), (picture, _) in pictures.items():
        if chart in {"ages", "availability", "timeline"}:
            continue
        inside = sorted(picture.inside)[LONG.get(chart, 0) :]
        # Names on a map shrink by a step where they have no room.
        share = 0.92 if chart in {"map", "events"} else 0.98
        assert all(one >= share * smallest(picture) for one in inside), (chart, size, lang)


def test_nothing_covers_anything(pictures: Pictures) -> None:
    """No line of words is on another, on the plot or outside the picture."""
    for name, (picture, _) in pictures.items():
        width, height = picture.size
        for line in picture.lines:
            assert not meet(picture.plot, line), (name, line)
            inside = (
                line.left >= 0 and line.right <= width and 0 <= line.top < line.bottom <= height
            )
            assert inside, (name, line)
        for one, other in combinations(picture.lines, 2):
            assert not meet(one, other), (name, one, other)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("chart", ["change", "timeline", "availability", "ages"])
def test_a_picture_grows_with_its_rows(chart: str, lang: str) -> None:
    """Without a size the names of all rows are there in letters of 12 units, and so are all notes."""
    region = "escap-pac" if chart == "availability" else "escap-sea" if chart == "ages" else "world"
    own = CHARTS[chart]
    subject = own.subject(own.fitting(View(lang=lang, region=region)), tables())
    root = ET.fromstring(card(chart, subject, *SIZES["page"], grows=True))
    (group,) = (one for one in root if "data-plot" in one.attrib)
    inside = sorted(scaled(group))
    assert inside[LONG.get(chart, 0)] >= LEAST
    drawn = squeezed("".join(line.text for line in moves(root)))
    if float(root.attrib["height"]) > SIZES["page"][1]:
        assert all(squeezed(note) in drawn for note in caption(chart, subject).notes)


def test_all_that_is_said_is_in_the_file(pictures: Pictures) -> None:
    """Title, sentence, source and the notes of a map are drawn, the other notes at least described."""
    for name, (picture, said) in pictures.items():
        drawn = squeezed("".join(line.text for line in picture.lines))
        whole = drawn + squeezed(picture.described)
        for text in (said.title, said.subtitle, said.link, *said.held):
            assert squeezed(text) in drawn, (name, text)
        assert squeezed(said.sentence) in drawn or (name[:2] in SMALL and "…" in drawn), name
        assert squeezed(said.sentence) in whole, name
        assert squeezed(said.source) in (whole if name in BRIEF else drawn), name
        assert all(licence in drawn for licence in set(LICENCE.findall(squeezed(said.source)))), (
            name
        )
        for note in said.notes:
            assert squeezed(note) in whole, (name, note)


def test_chinese_sentences_follow_each_other_without_a_space(pictures: Pictures) -> None:
    """A space after the full stop, which is as wide as a letter, looks like a gap."""
    for key, (picture, _) in pictures.items():
        assert not [line.text for line in picture.lines if "。 " in line.text], key


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("chart", ["trend", "scatter"])
def test_full_slides_can_be_read(chart: str, lang: str) -> None:
    """With four highlighted economies a sentence ends earlier rather than in small letters."""
    economies = ("KIR", "FJI", "MNG", "FSM")
    view = View(lang=lang, region="escap", indicator="fixed-broadband", economies=economies)
    subject, said = subject_of(view, tables()), caption(chart, subject_of(view, tables()))
    picture = measured(chart, subject, "slide")
    assert smallest(picture) >= LETTERS["slide"]
    drawn = squeezed("".join(line.text for line in picture.lines))
    whole = drawn + squeezed(picture.described)
    assert squeezed(said.sentence) in whole
    assert squeezed(said.source) in whole
    assert squeezed(said.sentence) in drawn or "…" in drawn


def test_a_sentence_ends_where_sentences_end() -> None:
    """No abbreviation, decimal or bracket is taken for an end."""
    said = Caption("", "", "A is 4.5 межд. долл. (2024). B is 5. C is 6.", "ITU, 2024 (CC)", (), "")
    shorter = [one.sentence for one, _ in briefer(said, "ITU (CC)")]
    assert shorter[1:] == [
        "A is 4.5 межд. долл. (2024). B is 5. …",
        "A is 4.5 межд. долл. (2024). …",
    ]
    chinese = replace(said, sentence="甲升。乙降。")
    assert [one.sentence for one, _ in briefer(chinese, "")][1:] == ["甲升。 …"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_drawn_is_explained_first(lang: str) -> None:
    """Lines that end below their star, and ratios below 1 beside a sentence of 5 to 1, are explained."""
    pace = View(lang=lang, region="escap", economies=("KIR",), pace=2.5)
    gap = View(
        lang=lang, indicator="price-fixed-broadband-5gb", scheme="commissions", measure="ratio"
    )
    for chart, view in (("pace", pace), ("gap", gap)):
        own = CHARTS[chart]
        subject = own.subject(own.fitting(view), tables())
        first = caption(chart, subject).notes[0]
        drawn = squeezed("".join(line.text for line in measured(chart, subject, "square").lines))
        assert squeezed(first) in drawn or (chart, lang) == ("gap", "ru"), chart
        assert ("95" if chart == "pace" else "1") in first
