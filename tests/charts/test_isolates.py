"""In Arabic pictures each line closes what it isolates: its order does not hang on other lines."""

import re
from html import unescape

import pytest

from dashboard.charts.captions import caption
from dashboard.charts.registry import CHARTS
from dashboard.exports.look import SIZES, Look
from dashboard.faces import render
from dashboard.tables import tables
from dashboard.view import View

OPENING, END = "\u2066\u2067\u2068", "\u2069"
VIEW = View(lang="ar", region="escap", economies=("KIR",))


def is_balanced(line: str) -> bool:
    """Whether each isolate of a line ends in it, and no other does."""
    depth = 0
    for letter in line:
        depth += (letter in OPENING) - (letter == END)
        if depth < 0:
            return False
    return depth == 0


def bare(text: str) -> str:
    """A text without spaces and isolates."""
    return re.sub(f"[\\s{OPENING}{END}]", "", text)


@pytest.mark.parametrize("size", ["slide", "square"])
@pytest.mark.parametrize("chart", CHARTS)
def test_drawn_lines_are_balanced_and_none_is_lost(chart: str, size: str) -> None:
    """Every line of a picture is balanced; all together hold the title and the source, else its description does."""
    drawn = render(VIEW, chart, "svg", tables(), Look(*SIZES[size]))[0].decode()
    lines = [
        unescape(re.sub("<[^>]*>", "", text))
        for text in re.findall(r"<text.*?</text>", drawn, re.DOTALL)
    ]
    assert [ascii(line) for line in lines if not is_balanced(line)] == []
    said = caption(chart, CHARTS[chart].subject(VIEW, tables()))
    whole = bare("".join(lines))
    assert bare(said.title) in whole
    (described,) = re.findall("<desc>(.*?)</desc>", drawn, re.DOTALL) or [""]
    assert bare(said.source) in whole + bare(unescape(described))


@pytest.mark.parametrize("chart", CHARTS)
def test_labels_of_figures_are_balanced(chart: str) -> None:
    """Browsers draw each line of a label by itself, too."""
    subject = CHARTS[chart].subject(VIEW, tables())
    layout = CHARTS[chart].drawn(subject).get("layout", {})
    lines = [line for one in layout.get("annotations", ()) for line in one["text"].split("<br>")]
    assert [ascii(line) for line in lines if not is_balanced(line)] == []
