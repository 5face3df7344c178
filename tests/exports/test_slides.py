"""Slides hold the view's own numbers in charts that can be edited, and all its words."""

import gc
import re
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pandas as pd
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.slide import Slide

from dashboard import theme
from dashboard.charts.captions import Caption, caption
from dashboard.charts.registry import CHARTS
from dashboard.drawing.letters import Type, wrapped
from dashboard.exports.slides.deck import DeckError, deck_face
from dashboard.exports.slides.page import UNIT
from dashboard.exports.slides.shapes import contours
from dashboard.faces import render
from dashboard.i18n import words
from dashboard.settings import TABLES, settings
from dashboard.tables import tables
from dashboard.versions import tables_of
from dashboard.view import View

GROUP_NAMES = {"en": "ESCWA", "ar": "الإسكوا"}
CHOSEN: dict[str, Any] = {"region": "escap", "economies": ("KIR", "CHN")}
GROUP = MSO_SHAPE_TYPE.GROUP
UNITS = ("baseTimeUnit", "majorUnit", "majorTimeUnit")
WORDLESS = {GROUP, MSO_SHAPE_TYPE.PICTURE}


def caption_of(chart: str, lang: str = "ru") -> Caption:
    """The words of a chart."""
    return caption(chart, CHARTS[chart].subject(View(lang=lang, region="escap"), tables()))


def slide(chart: str, **view: Any) -> Any:
    """The slide of a view, opened again."""
    return Presentation(BytesIO(render(View(**view), chart, "pptx", tables())[0])).slides[0]


def texts(one: Any) -> list[str]:
    """Everything that is written on a slide."""
    return [shape.text_frame.text for shape in one.shapes if shape.has_text_frame]


def charts(one: Any) -> list[Any]:
    """The native charts of a slide."""
    return [shape.chart for shape in one.shapes if shape.has_chart]


def years_on(native: Any) -> list[str]:
    """The years of a native chart: its axis has their first days, counted as spreadsheets do."""
    first = date(1899, 12, 30)
    return [
        str((first + timedelta(days=round(float(one)))).year) for one in native.plots[0].categories
    ]


@pytest.mark.parametrize("chart", ["trend", "map"])
def test_nothing_of_a_slide_stays_in_memory(chart: str) -> None:
    """The parts of a deck point at each other, and are let go of with the answer."""
    render(View(lang="en"), chart, "pptx", tables())
    assert not [one for one in gc.get_objects() if type(one) is Slide]


def test_rows_of_points_are_named_from_the_top_down() -> None:
    """A strip's series come in the order of its rows, the longest first, so that no program loses one."""
    (native,) = charts(slide("strip", lang="en", region="escap", panel="subscriptions-economies"))
    series = native.plots[0].series
    kinds = ("Mobile-cellular", "Mobile-broadband", "Fixed-broadband", "Fixed-telephone")
    assert {one.name for one in series} == {f"{kind} subscriptions" for kind in kinds}
    counts = [len(list(one.values)) for one in series]
    assert counts == sorted(counts, reverse=True)


def test_highlighted_rows_do_not_colour_the_others() -> None:
    """The newer values are blue, as their note says, though the first row is a highlighted economy."""
    (native,) = charts(slide("change", lang="en", region="escap", economies=("KIR",)))
    newer = native.plots[0].series[1]
    assert str(newer.format.fill.fore_color.rgb) == theme.ACCENT.removeprefix("#").upper()


def test_no_line_of_a_slide_crosses_a_break() -> None:
    """Secure servers were counted anew in 2017: a program that joins all points draws none to it."""
    (native,) = charts(slide("trend", lang="en", indicator="secure-servers"))
    years = years_on(native)
    for series in native.plots[0].series:
        cut = [
            years[int(p.find(qn("c:idx")).get("val"))] for p in series._element.findall(qn("c:dPt"))
        ]
        assert cut == ["2017"], series.name


@pytest.mark.parametrize("economies", [("KIR", "FJI"), ()])
def test_a_timeline_is_a_picture(economies: tuple[str, ...]) -> None:
    """Rows with names and events of one year are no native chart; none at all is no error."""
    one = slide("timeline", lang="en", region="escap", economies=economies)
    assert charts(one) == []
    assert [s for s in one.shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE]


def test_a_map_is_a_group_of_named_shapes() -> None:
    """A speaker finds Kiribati in the list of shapes and can recolour it."""
    groups = [
        s
        for s in slide("map", lang="en", region="escap").shapes
        if s.shape_type == MSO_SHAPE_TYPE.GROUP
    ]
    names = {shape.name for shape in groups[0].shapes}
    assert {"Kiribati", "China", "Tuvalu", "Mongolia"} <= names
    identifiers = [shape.shape_id for shape in groups[0].shapes]
    assert len(identifiers) == len(set(identifiers))


def test_activities_are_named_marks_on_a_map() -> None:
    """A speaker finds Manila in the list of shapes, above the economies."""
    groups = [s for s in slide("events", lang="en").shapes if s.shape_type == MSO_SHAPE_TYPE.GROUP]
    names = [shape.name for shape in groups[0].shapes]
    manila = next(k for k, name in enumerate(names) if name.startswith("Manila"))
    assert names.index("Philippines") < manila


def test_arabic_runs_from_right_to_left() -> None:
    """Every paragraph of an Arabic slide says so."""
    one = slide("trend", lang="ar", **CHOSEN)
    paragraphs = [
        p for shape in one.shapes if shape.has_text_frame for p in shape.text_frame.paragraphs
    ]
    assert paragraphs
    assert {p._p.pPr.get("rtl") for p in paragraphs} == {"1"}


def test_a_deck_opens_and_closes() -> None:
    """A title slide, a slide a view, and a slide that names every source with its licence."""
    chosen = [("map", View(lang="fr")), ("trend", View(lang="fr", indicator="fixed-broadband"))]
    deck = Presentation(BytesIO(deck_face(chosen, tables_of)[0]))
    assert len(deck.slides) == 4
    closing = " ".join(texts(deck.slides[3]))
    assert "CC BY-NC-SA 3.0 IGO" in closing


@pytest.mark.parametrize("count", [0, 31])
def test_decks_have_a_size(count: int) -> None:
    """No view and too many views get a sentence."""
    with pytest.raises(DeckError):
        deck_face([("map", View(lang="en"))] * count, tables_of)


def test_contours_are_read_as_they_were_written() -> None:
    """A move is absolute, lines are relative, the next move begins another contour."""
    assert list(contours("M10 20l2-1-1 0zM5 5l1 1z")) == [
        [(10, 20), (12, 19), (11, 19)],
        [(5, 5), (6, 6)],
    ]


@pytest.mark.parametrize("chart", CHARTS)
def test_a_slide_has_one_title_at_one_place_and_little_text(chart: str) -> None:
    """The title is one line high and never moves; the sentence ends after two lines."""
    one = slide(chart, lang="ru", region="escap")
    title, sentence = one.shapes.title, texts(one)[1]
    assert (title.top, title.height) == (round(18 * UNIT), round(26 * 1.3 * UNIT))
    assert len(wrapped(sentence, 928, Type(16, theme.INK))) <= 3  # the ellipsis may stand alone
    assert [text for text in texts(one) if text.startswith(("Источник", "Источники"))]
    assert caption_of(chart).source in one.notes_slide.notes_text_frame.text


@pytest.mark.parametrize("chart", CHARTS)
def test_whatever_has_no_words_is_described(chart: str) -> None:
    """Charts, maps and pictures have the sentence for who hears the slide, and blanks are gaps."""
    one = slide(chart, lang="en", region="escap")
    shown = [s for s in one.shapes if s.has_chart or s.shape_type in WORDLESS]
    assert shown
    for shape in shown:
        assert shape._element.xpath("./*/p:cNvPr/@descr") == [caption_of(chart, "en").sentence]
    for native in charts(one):
        (blanks,) = native._chartSpace.xpath("c:chart/c:dispBlanksAs/@val")
        assert blanks == "gap"


def test_years_are_every_fifth_and_begin_with_a_round_one() -> None:
    """On an axis of dates, of which every program names those that it is told to, at their places."""
    (native,) = charts(slide("trend", lang="en", **CHOSEN))
    axis = native.category_axis._element
    assert int(years_on(native)[0]) % 5 == 0
    assert axis.tag == qn("c:dateAx")
    found = {name: axis.find(qn(f"c:{name}")).get("val") for name in UNITS}
    assert found == {"baseTimeUnit": "years", "majorUnit": "5", "majorTimeUnit": "years"}


def test_panels_of_a_gap_have_one_axis_of_years() -> None:
    """Both plots begin and end at the same height above each other, over the same years."""
    upper, lower = charts(slide("gap", lang="en", **CHOSEN))
    assert years_on(upper) == years_on(lower)
    places = [
        [one._chartSpace.xpath(f"//c:plotArea/c:layout//c:{side}/@val") for side in "xw"]
        for one in (upper, lower)
    ]
    assert places[0] == places[1]


def test_years_without_any_value_are_not_on_the_axis() -> None:
    """Kiribati has its first value of a network's coverage in 2013."""
    one = slide("together", lang="en", panel="coverage", **CHOSEN)
    (native,) = charts(one)
    assert int(years_on(native)[0]) >= 2010


def test_lines_have_their_names_at_their_ends() -> None:
    """A name a line, apart from each other, and nothing twice; what was printed is in the keys."""
    one = slide("trend", lang="en", editions="newest", **CHOSEN)
    (native,) = charts(one)
    named = {}
    for series in native.plots[0].series:
        if said := series._element.xpath("c:dLbls/c:dLbl/c:tx//a:t"):
            named[series.name] = said[0].text
    assert set(named.values()) == {"World", "Developed", "Developing", "ESCAP", "Kiribati", "China"}
    assert not native.has_legend
    others = {series.name for series in native.plots[0].series} - set(named)
    printed = {name.split("as printed by ")[1] for name in others if "as printed" in name}
    assert printed
    assert printed <= set(texts(one))


def test_axes_have_round_ticks() -> None:
    """Powers of ten on an axis by size, steps of 1, 2, 2.5 or 5 on others."""
    (native,) = charts(slide("scatter", lang="en", region="escap"))
    across = native.category_axis
    assert (across.minimum_scale, across.maximum_scale) == (100, 1_000_000)
    for native in charts(slide("gap", lang="en")):
        axis = native.value_axis
        assert axis.major_unit in (10, 20)
        assert axis.minimum_scale % axis.major_unit == 0


def test_highlighted_economies_are_outlined_on_a_map() -> None:
    """Their outlines stand above all areas, in insets too, a small one's around its circle."""
    (group,) = [s for s in slide("map", lang="en", **CHOSEN).shapes if s.shape_type == GROUP]
    colour = theme.HIGHLIGHT.removeprefix("#").upper()
    outlined = [
        shape.name
        for shape in group.shapes
        if shape._element.xpath(f"p:spPr/a:ln/a:solidFill/a:srgbClr[@val='{colour}']")
    ]
    assert set(outlined) - {""} == {"Kiribati", "China"}
    assert len(outlined) < 8


def test_slides_are_numbered() -> None:
    """By a field that programs renew, in a deck and in Arabic, with the day of the data on each."""
    chosen = [(chart, View(lang="ar")) for chart in ("map", "trend")]
    deck = Presentation(BytesIO(deck_face(chosen, tables_of)[0]))
    numbers = [one.shapes._spTree.xpath(".//a:fld[@type='slidenum']/a:t") for one in deck.slides]
    assert [[text.text for text in found] for found in numbers] == [[], ["2"], ["3"], ["4"]]
    day = words("ar").day(tables().manifest["built"])
    assert all(day in " ".join(texts(one)) for one in deck.slides)


def test_slides_of_a_region_are_a_section() -> None:
    """Neighbours of one region stand under its name, the first and the last slide under their own."""
    chosen = [("map", View(region="escap")), ("gap", View(region="escap")), ("map", View())]
    deck = Presentation(BytesIO(deck_face(chosen, tables_of)[0]))
    listed = deck.part._element.xpath("p:extLst//*[local-name() = 'section']")
    members = [
        [int(one.get("id")) for one in section.iter() if one.get("id", "").isdecimal()]
        for section in listed
    ]
    assert members == [
        [slide.slide_id for slide in list(deck.slides)[a:b]]
        for a, b in ((0, 1), (1, 3), (3, 4), (4, 5))
    ]
    assert len({section.get("name") for section in listed}) == 4
    assert len({section.get("id") for section in listed}) == 4


def test_the_same_views_give_the_same_bytes() -> None:
    """No part of a deck, nor of the workbooks in it, says when it was made."""

    def times(body: bytes) -> set[object]:
        found: set[object] = set()
        with ZipFile(BytesIO(body)) as parts:
            for info in parts.infolist():
                found.add(info.date_time)
                text = parts.read(info)
                if info.filename.endswith(".xlsx"):
                    found |= times(text)
                if info.filename == "docProps/core.xml":
                    found |= set(re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", text))
        return found

    chosen = [("trend", View(lang="en")), ("gap", View(lang="fr"))]
    first, again = (deck_face(chosen, tables_of)[0] for _ in range(2))
    assert times(first) == {
        (1980, 1, 1, 0, 0, 0),
        f"{tables().manifest['built']}T00:00:00Z".encode(),
    }
    assert first == again


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_logo_stands_where_titles_end(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On every slide once, as an ornament, in the corner, with the title beside it."""
    logo = (
        b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>"""
    )
    told = replace(settings(), logo=logo)
    monkeypatch.setattr("dashboard.exports.slides.deck.settings", lambda: told)
    deck = Presentation(BytesIO(deck_face([("map", View(lang=lang))], tables_of)[0]))
    for one in deck.slides:
        (mark,) = [shape for shape in one.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
        assert mark._element.xpath("./*/p:cNvPr//*[local-name() = 'decorative']/@val") == ["1"]
        assert (mark.left == round(36 * UNIT)) == (lang == "ar")
        title = one.shapes.title
        beside = title.left >= mark.left + mark.width or title.left + title.width <= mark.left
        assert beside or title.top >= mark.top + mark.height


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_intervals_of_modelled_values_are_bars_of_the_lines(lang: str) -> None:
    """Read back, a point less and plus its bar is the low and the high end in the whole table."""
    view = {"lang": lang, "region": "escwa", "indicator": "internet-use"}
    (native,) = charts(slide("trend", **view))
    years = [int(year) for year in years_on(native)]
    own = next(one for one in native.plots[0].series if one.name == GROUP_NAMES[lang])
    line = own._element
    values = dict(zip(years, own.values, strict=True))
    bars = line.find(qn("c:errBars"))
    assert line.index(bars) == line.index(line.find(qn("c:cat"))) - 1
    down, up = (
        {years[int(p.get("idx"))]: float(p.findtext(qn("c:v"))) for p in side.iter(qn("c:pt"))}
        for side in (bars.find(qn("c:minus")), bars.find(qn("c:plus")))
    )
    table = pd.read_parquet(TABLES / "aggregates.parquet")
    rows = table[(table["group"] == "escwa") & (table["indicator"] == "internet-use")]
    known = rows[rows["low"].notna() & (rows["share_modelled"] >= 0.05)].set_index("year")
    assert set(down) == set(up) == set(known.index) >= {2020, 2024}
    for year, row in known.iterrows():
        ends = values[year] - down[year], values[year] + up[year]
        assert ends == pytest.approx((row["low"], row["high"]), abs=0.006), year


def test_lines_without_modelled_members_have_no_bars() -> None:
    """Nothing is modelled of mobile subscriptions; the series of breaks have bars of their own."""
    (native,) = charts(slide("trend", lang="en", region="escwa", indicator="mobile-cellular"))
    barred = [s.name for s in native.plots[0].series if list(s._element.iter(qn("c:errBars")))]
    assert [name for name in barred if "break in the series" not in name] == []


def test_a_target_is_a_line_from_end_to_end() -> None:
    """It was a lone point in the first year: two points with nothing between are no line in a chart."""
    view = View(lang="en", region="escap", economies=("KIR",))
    body, _ = render(view, "pace", "pptx", tables())
    (chart,) = [one.chart for one in Presentation(BytesIO(body)).slides[0].shapes if one.has_chart]
    lines = [[*one.values] for one in chart.plots[0].series]  # noqa: PD011  # of a slide
    target = next(line for line in lines if line[-1] == 100 and line.count(100) > 1)
    begun = [value for value in target if value is not None]
    assert len(begun) > 20
    assert set(begun) == {100}


def test_a_slide_says_of_which_economies_it_is() -> None:
    """The largest rises and falls of ECA are a choice, which its chart does not say by itself."""
    said = texts(slide("change", lang="en", region="eca"))[1]
    assert said.startswith("ECA: 24 of ")
    assert "Largest rise: Libya" in said
    sentence = texts(slide("map", lang="en", region="eca"))[1]
    assert sentence.startswith("In 2024, in Africa (ECA)")


def test_bars_begin_at_zero() -> None:
    """No bar of a share begins at a number below."""
    (native,) = charts(slide("change", lang="en", region="escap", economies=("KIR",)))
    assert native.value_axis.minimum_scale == 0


def test_a_long_sentence_ends_where_a_sentence_ends() -> None:
    """Not "In 2024, in the Pacific (ESCAP), 75.8% of …": the figure without what it counts."""
    one = slide(
        "trend", lang="en", region="escap-pac", economies=("KIR", "FJI"), years=(2010, 2024)
    )
    (cut,) = [text for text in texts(one) if text.endswith("…")]
    assert cut.endswith(" to 74.7% in 2024. …")
