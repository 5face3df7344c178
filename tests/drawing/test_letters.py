"""Lines of text in pictures: where they break, and how scripts stand beside each other."""

from pathlib import Path

import pytest
from PIL import ImageFont

from dashboard.drawing.letters import (
    Type,
    block,
    broken,
    line,
    marked_up,
    paragraph,
    shortened,
    wrapped,
)
from dashboard.settings import settings

TYPE = Type(12, "#000000")
# One font a script; a line that mixes them is measured by the parts.
FONTS = {"ar": "NotoSansArabic-Regular.ttf", "zh": "NotoSansCJK-Regular.ttc"}
TEXTS = {
    "en": "Share of people who used the Internet in the last three months, from anywhere and with any device",
    "fr": "Part de la population ayant utilisé l’Internet au cours des trois derniers mois, où que ce soit",
    "ru": "Доля населения, пользовавшегося Интернетом за последние три месяца где бы то ни было",
    "ar": "نسبة السكان الذين استخدموا الإنترنت في الأشهر الثلاثة الأخيرة من أي مكان وبأي جهاز",
    "zh": "过去三个月内在任何地点，用任何设备使用过互联网的人口比例，包括移动电话和其他联网设备",
}


def drawn_width(text: str, lang: str = "en") -> float:
    """How wide a line is in the font that pictures have."""
    name = FONTS.get(lang, "NotoSans-Regular.ttf")
    found = next(Path(settings().fonts).rglob(name))
    return float(ImageFont.truetype(str(found), 100).getlength(text)) * TYPE.size / 100


def test_lines_break_between_words() -> None:
    """No line is wider than the room, and no word is lost."""
    text = "Share of people who used the Internet in the last three months"
    lines = wrapped(text, 120, TYPE)
    assert len(lines) > 2
    assert all(drawn_width(one) <= 120 for one in lines)
    assert " ".join(lines) == text


@pytest.mark.parametrize("lang", TEXTS)
def test_the_width_of_a_text_is_that_of_the_font(lang: str) -> None:
    """The estimate is never narrower than what is drawn, and at most an eighth wider."""
    drawn, estimate = drawn_width(TEXTS[lang], lang), TYPE.of_text(TEXTS[lang])
    assert drawn <= estimate <= drawn * 9 / 8


def test_chinese_breaks_between_letters() -> None:
    """Chinese has no spaces to break at; a line never begins with a comma nor ends with a bracket."""
    lines = wrapped("过去三个月内在任何地点，用任何设备使用过互联网的人口比例", 80, TYPE)
    assert len(lines) > 2
    assert wrapped("过去三个月（任何）", 74, TYPE) == ["过去三个月", "（任何）"]
    assert not any(one.startswith(("，", "。")) for one in lines)


@pytest.mark.parametrize(
    "text", ["人口1995–2024年", "资费（5 GB）：", "a plan of 5 GB", "有12月的"]
)
def test_a_number_is_not_parted_from_its_unit(text: str) -> None:
    """However narrow the room, no line begins with the unit or the year of a number before it."""
    for room in range(20, 140, 5):
        lines = wrapped(text, room, TYPE)
        assert not any(one.startswith(("年", "GB", "月")) for one in lines), lines
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_long_word_keeps_its_line() -> None:
    """A word wider than the room is not cut."""
    assert wrapped("a Konnektivitätsverbesserung b", 40, TYPE)[1] == "Konnektivitätsverbesserung"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_no_line_breaks_at_a_space_that_forbids_it(space: str) -> None:
    """A French semicolon stays with its word, a number with its unit."""
    assert wrapped(f"aaaa bbbb{space}; cc", 34, TYPE) == ["aaaa", f"bbbb{space};", "cc"]


def test_nothing_has_no_lines() -> None:
    """No text, no line."""
    assert wrapped("", 100, TYPE) == []


def test_an_address_is_broken_and_not_cut() -> None:
    """All of an address can be read off a picture, in as many lines as it needs."""
    address = "https://ict.example.org/map?region=escap"
    lines = broken(address, 100, TYPE)
    assert len(lines) > 1
    assert "".join(lines) == address
    assert all(drawn_width(part) <= 100 for part in lines)
    assert lines[0] == "https://"
    assert broken("short", 100, TYPE) == ["short"]


def test_arabic_is_isolated_and_has_its_font() -> None:
    """The full stop of an Arabic sentence stands at its left end in every renderer."""
    drawn = line("استخدم 68.1% من السكان.", 0, 0, TYPE, "right")
    assert "\u2067" in drawn
    assert "\u2069" in drawn
    assert "Noto Sans Arabic" in drawn
    assert 'text-anchor="end"' in drawn


def test_english_needs_no_font_of_its_own() -> None:
    """Most lines are plain text elements."""
    assert "tspan" not in line("a < b", 0, 0, TYPE)
    assert "a &lt; b" in line("a < b", 0, 0, TYPE)


def test_blocks_stack_lines() -> None:
    """Each line has an element of its own."""
    assert block(["a", "b", "c"], 0, 0, TYPE).count("<text") == 3


def test_labels_of_plotly_lose_their_markup() -> None:
    """Bold and line breaks become ours."""
    assert marked_up("<b>East<br>Asia</b>") == (["East", "Asia"], True)


def test_a_broken_isolate_goes_on_in_the_next_line() -> None:
    """A title in English that breaks inside an Arabic source line keeps its order on both lines."""
    lines = wrapped("المصدر: \u2068Individuals using the Internet\u2069، 2026", 110, TYPE)
    assert len(lines) > 1
    assert all(one.count("\u2068") == one.count("\u2069") for one in lines)
    assert lines[1].startswith("\u2068")


def test_lines_of_arabic_text_run_from_the_right_whatever_they_hold() -> None:
    """A last line of Latin letters alone has its full stop at the left."""
    drawn = paragraph(["(CC BY 4.0)."], 400, 0, TYPE, rtl=True)
    assert "\u2067(CC BY 4.0).\u2069" in drawn
    assert 'text-anchor="end"' in drawn


def test_a_shortened_text_isolates_once_what_its_lines_share() -> None:
    """Two isolates side by side would change places where a program breaks lines elsewhere."""
    text = "المصدر: \u2068Individuals using the Internet every day\u2069، 2026"
    short = shortened(text, 110, TYPE, 2)
    assert text.startswith(short.removesuffix("\u2069").removesuffix(" …"))
    assert short.count("\u2068") == short.count("\u2069") == 1
    assert short.endswith(" …\u2069")
    assert shortened(text, 1000, TYPE, 2) == text


def test_shortened_chinese_has_no_space_where_its_lines_break() -> None:
    """Chinese has no spaces between words."""
    text = "过去五年中国使用互联网的人口比例上升了许多"
    assert text.startswith(shortened(text, 60, TYPE, 2).removesuffix(" …"))
