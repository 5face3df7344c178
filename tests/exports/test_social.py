"""Cards of pasted links: titles are whole, sources take the room that the product's name leaves."""

import re
from html import unescape

import pytest

from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.captions import caption
from dashboard.exports.look import SIZES
from dashboard.exports.social import social
from dashboard.tables import tables
from dashboard.text.passport import brief_source
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
def test_two_sources_have_the_room_that_there_is(lang: str) -> None:
    """Beside the name of the product two publishers with their licences take a line; in Arabic, two."""
    svg = social("trend", subject_of(View(lang=lang), tables()), *SIZES["og"])
    assert len(re.findall('<text[^>]*font-size="13"', svg)) <= (2 if lang == "ar" else 1)


@pytest.mark.parametrize(
    ("lang", "bank"), [("ar", "البنك الدولي"), ("zh", "世界银行"), ("fr", "Banque mondiale")]
)
def test_publishers_have_their_names_in_the_language(lang: str, bank: str) -> None:
    """Where sources stand in brief, on cards, slides and small frames, they were English in all languages."""
    subject = subject_of(View(lang=lang), tables())
    source = brief_source(subject)
    assert bank in source
    assert "World Bank" not in source
