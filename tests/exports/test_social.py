"""Cards of pasted links: titles are whole, sources take the room that the product's name leaves."""

import re
from html import unescape

import pytest

from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.captions import caption
from dashboard.exports.look import SIZES
from dashboard.exports.social import social
from dashboard.tables import tables
from dashboard.text.subject import subject_of
from dashboard.view import View

PACIFIC = ("KIR", "FJI", "MNG", "FSM")
NO_LETTERS = re.compile("[\u2066-\u2069\\s]|<[^>]*>")


def lines(svg: str, attributes: str) -> str:
    """What the lines with these attributes say, without spaces."""
    found = re.findall(rf"<text[^>]*{attributes}[^>]*>(.*?)</text>", svg)
    return unescape(NO_LETTERS.sub("", "".join(found)))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("chart", ["trend", "change", "pace"])
def test_a_card_has_its_title_whole(chart: str, lang: str) -> None:
    """Years at the end of a long title are what an ellipsis would cost first."""
    view = View(lang=lang, region="escap", indicator="fixed-broadband", economies=PACIFIC)
    subject = subject_of(view, tables())
    svg = social(chart, subject, *SIZES["og"])
    assert NO_LETTERS.sub("", caption(chart, subject).title) in lines(svg, 'font-weight="700"')


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_sources_stand_in_one_line(lang: str) -> None:
    """Beside the longest name of the product there is room for two publishers with their licences."""
    svg = social("trend", subject_of(View(lang=lang), tables()), *SIZES["og"])
    assert len(re.findall('<text[^>]*font-size="13"', svg)) == 1
