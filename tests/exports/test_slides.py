"""Slides hold the view's own numbers in charts that can be edited, and all its words."""

import gc
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.slide import Slide

from dashboard import theme
from dashboard.exports.slides.deck import DeckError, deck_face
from dashboard.exports.slides.shapes import contours
from dashboard.faces import render
from dashboard.tables import tables
from dashboard.versions import tables_of
from dashboard.view import View

CHOSEN: dict[str, Any] = {"region": "escap", "economies": ("KIR", "CHN")}


def slide(chart: str, **view: Any) -> Any:
    """The slide of a view, opened again."""
    return Presentation(BytesIO(render(View(**view), chart, "pptx", tables())[0])).slides[0]


def texts(one: Any) -> list[str]:
    """Everything that is written on a slide."""
    return [shape.text_frame.text for shape in one.shapes if shape.has_text_frame]


def charts(one: Any) -> list[Any]:
    """The native charts of a slide."""
    return [shape.chart for shape in one.shapes if shape.has_chart]


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
    years = list(native.plots[0].categories)
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
