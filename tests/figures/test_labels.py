"""Labels at line ends never cover one another and stay as near their lines as they can."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.catalogue import catalogue
from dashboard.figures.labels import (
    LONGEST,
    EndLabel,
    annotations,
    end_lines,
    folded,
    margin,
    spread,
    spread_within,
)
from dashboard.i18n import words

SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=20)


def test_labels_with_room_stay() -> None:
    """Labels that are far enough apart stand exactly at their lines."""
    assert spread([0.9, 0.1, 0.5], [0.1, 0.1, 0.1]) == pytest.approx([0.9, 0.1, 0.5])


def test_close_labels_share_the_move() -> None:
    """Two labels that would cover each other move apart by the same distance."""
    assert spread([0.50, 0.52], [0.1, 0.1]) == pytest.approx([0.46, 0.56])


def test_two_line_labels_get_more_room() -> None:
    """A label of two lines keeps its neighbours further away."""
    assert spread([0.5, 0.5], [0.1, 0.2]) == pytest.approx([0.425, 0.575])


@given(SHARES)
def test_labels_never_overlap(wanted: list[float]) -> None:
    """However lines end, labels keep their order, their distance and the height of the plot."""
    height = min(0.05, 1 / len(wanted))
    places = spread_within(wanted, [height] * len(wanted))
    ranked = sorted(range(len(wanted)), key=lambda k: (wanted[k], k))
    ordered = [places[k] for k in ranked]
    gaps = [after - before for before, after in pairwise(ordered)]
    assert all(gap >= height - 1e-9 for gap in gaps)
    assert min(places) >= height / 2 - 1e-9
    assert max(places) <= 1 - height / 2 + 1e-9


def test_too_many_labels_shrink() -> None:
    """More labels than fit are spread evenly over the plot instead of leaving it."""
    places = spread_within([1.0] * 30, [0.05] * 30)
    assert max(places) <= 1
    assert min(places) >= 0


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Fiji", ["Fiji"]),
        ("Democratic People's Republic of Korea", ["Democratic People's", "Republic of Korea"]),
        ("亚太经社会", ["亚太经社会"]),
        ("独联体（国际电联）（2022年）", ["独联体（国际电联）", "（2022年）"]),
        ("委内瑞拉玻利瓦尔共和国（2022年）", ["委内瑞拉玻利瓦尔共和国", "（2022年）"]),
        ("", [""]),
    ],
)
def test_long_names_fold(text: str, lines: list[str]) -> None:
    """A long name takes two lines, a short one takes one."""
    assert folded(text) == lines


def test_endless_names_are_cut() -> None:
    """What two lines cannot hold ends in an ellipsis."""
    lines = folded("Saint Helena, Ascension, Tristan da Cunha and all other islands")
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert max(map(len, lines)) <= LONGEST


def test_margin_holds_the_longest_label() -> None:
    """The right margin grows with the longest label, and Chinese letters count as wide."""
    short, long = EndLabel("Fiji", 0.5, "#000000"), EndLabel("Solomon Islands", 0.5, "#000")
    chinese = EndLabel("所罗门群岛", 0.5, "#000000")
    assert margin([short]) < margin([short, chinese]) < margin([short, long])


def test_cyrillic_and_capitals_take_more_room() -> None:
    """Letters of other alphabets and capitals are not cut at the edge of the figure."""
    latin, cyrillic, capitals = (
        EndLabel(text, 0.5, "#000000") for text in ("razvitye", "развитые", "РАЗВИТЫЕ")
    )
    assert margin([latin]) < margin([cyrillic]) < margin([capitals])


def test_labels_stand_right_of_the_plot() -> None:
    """A label is written in the colour of its line, in the right margin, bold for the region."""
    (label,) = annotations([EndLabel("Fiji", 0.5, "#123456", bold=True)])
    assert (label["x"], label["xref"], label["y"]) == (1, "paper", 0.5)
    assert label["text"] == "<b>Fiji</b>"
    assert label["font"]["color"] == "#123456"


@pytest.mark.parametrize("lang", ["ar", "en", "es", "fr", "ru", "zh"])
def test_no_label_at_the_end_of_a_line_is_cut(lang: str) -> None:
    """The longest names of lines, with a year or a rank, stand whole, most in three lines, none in more than five."""
    said = words(lang)
    economies = [said.economy(one) for one in catalogue().economies]
    named = [*economies, *(said(f"indicators.{one}.name") for one in catalogue().indicators)]
    texts = [said("figures.ends", name=name, year=2017) for name in named]
    highest = said("figures.spread.highest")
    texts += [said("figures.spread.end", what=highest, economy=name) for name in economies]
    for text in texts:
        lines = end_lines(text)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert len(lines) <= 5, text
        assert max(map(len, lines)) <= 24, text
        assert not any(re.search("[0-9]$", a) and re.match("[0-9]", b) for a, b in pairwise(lines))


def test_two_lines_of_one_kind_are_told_apart() -> None:
    """The labels of two baskets that differ in their last word only are not alike."""
    ends = [
        EndLabel(f"Цена подвижной широкополосной связи ({size} ГБ)", 0.5, "#000000")
        for size in (2, 5)
    ]
    first, second = (said["text"] for said in annotations(ends))
    assert first != second


def test_a_short_bracket_keeps_to_its_line() -> None:
    """No line says "of)" alone."""
    lines = end_lines("Micronesia (Federated States of)")
    assert lines == ["Micronesia", "(Federated States of)"]


def test_labels_stand_apart_in_the_low_plot_of_a_telephone() -> None:
    """Four names of three lines, of 15.6 pixels each, do not meet in a plot of 270 pixels."""
    ends = [EndLabel("Индекс телекоммуникационной инфраструктуры", 0.4, "#000000")] * 4
    places = sorted(said["y"] for said in annotations(ends))
    assert all((b - a) * 270 >= 3 * 15.6 for a, b in pairwise(places))
