"""What makes PowerPoint ask whether it shall repair a file is in no deck, whichever chart and language.

The rules are those of ECMA-376, parts 1 and 2: the orders below are its schemas' (dml-chart, pml).
"""

import posixpath
from collections import Counter
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from dashboard.charts.registry import CHARTS
from dashboard.exports.slides.deck import deck_face
from dashboard.versions import tables_of
from dashboard.view import View

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "[Content_Types].xml"
SERIES = "idx order tx spPr invertIfNegative pictureOptions marker dPt dLbls trendline errBars"
AXIS = (
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark"
    " minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt"
)
LABEL = "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent"
ORDERS = {
    "chartSpace": "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr"
    " txPr externalData printSettings userShapes extLst",
    "chart": "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend"
    " plotVisOnly dispBlanksAs showDLblsOverMax extLst",
    "plotArea": "layout lineChart barChart scatterChart catAx dateAx valAx dTable spPr extLst",
    "lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
    "scatterChart": "scatterStyle varyColors ser dLbls axId extLst",
    "ser": f"{SERIES} cat xVal val yVal smooth shape extLst",
    "dPt": "idx invertIfNegative marker bubble3D explosion spPr pictureOptions extLst",
    "dLbls": f"dLbl delete {LABEL} showBubbleSize separator showLeaderLines leaderLines extLst",
    "dLbl": f"idx delete layout tx {LABEL} showBubbleSize separator extLst",
    "catAx": f"{AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
    "dateAx": f"{AXIS} auto lblOffset baseTimeUnit majorUnit majorTimeUnit minorUnit minorTimeUnit",
    "valAx": f"{AXIS} crossBetween majorUnit minorUnit dispUnits extLst",
    "scaling": "logBase orientation max min extLst",
    "legend": "legendPos legendEntry layout overlay spPr txPr extLst",
    "rPr": "ln noFill solidFill effectLst highlight latin ea cs sym hlinkClick rtl extLst",
    "defRPr": "ln noFill solidFill effectLst highlight latin ea cs sym hlinkClick rtl extLst",
    "spPr": "xfrm custGeom prstGeom noFill solidFill pattFill ln effectLst extLst",
    "presentation": "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz"
    " photoAlbum custDataLst kinsoku defaultTextStyle modifyVerifier extLst",
}
Parts = dict[str, bytes]


@cache
def parts(lang: str) -> Parts:
    """The parts of a deck of all charts, in the language."""
    view = View(lang=lang, region="escap", economies=("KIR", "CHN"))
    body = deck_face([(chart, view) for chart in CHARTS], tables_of)[0]
    with ZipFile(BytesIO(body)) as file:
        names = file.namelist()
        assert len(names) == len(set(names))
        return {name: file.read(name) for name in names}


def trees(lang: str, folder: str) -> dict[str, etree._Element]:
    """The parts of a folder, read."""
    return {
        name: etree.fromstring(text)
        for name, text in parts(lang).items()
        if name.startswith(folder) and name.endswith(".xml")
    }


def slides(lang: str) -> dict[str, etree._Element]:
    """The slides of the deck."""
    return trees(lang, "ppt/slides/slide")


def charts(lang: str) -> dict[str, etree._Element]:
    """The native charts of the deck."""
    return trees(lang, "ppt/charts/chart")


def related(lang: str) -> dict[str, dict[str, str]]:
    """What each part points at inside the file, by the identifier of the relationship."""
    found: dict[str, dict[str, str]] = {}
    for name, text in parts(lang).items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        owner = posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))
        inside = [one for one in etree.fromstring(text) if one.get("TargetMode") != "External"]
        assert len({one.get("Id") for one in inside}) == len(inside), name
        found[owner] = {
            one.get("Id", ""): posixpath.normpath(
                posixpath.join("/", folder, one.get("Target", ""))
            ).removeprefix("/")
            for one in inside
        }
    return found


both = pytest.mark.parametrize("lang", ["en", "ar"])


@both
def test_shapes_have_one_number_and_one_name_each(lang: str) -> None:
    """No slide has a number twice, in groups neither; those that lie on the slide have own names."""
    for name, slide in slides(lang).items():
        numbers = [one.get("id") for one in slide.iter(f"{P}cNvPr")]
        assert Counter(numbers).most_common(1)[0][1] == 1, name
        names = [
            said
            for shape in slide[0][0]
            for one in shape.iterchildren()
            for said in one.xpath("p:cNvPr/@name", namespaces={"p": P[1:-1]})
        ]
        assert len(names) == len(set(names)), name


@both
def test_every_part_has_one_type_and_no_type_lacks_a_part(lang: str) -> None:
    """Content types name each part once, by itself or by its ending, and nothing that is not there."""
    listed = etree.fromstring(parts(lang)[TYPES])
    endings = [one.get("Extension") for one in listed if one.tag.endswith("}Default")]
    names = [one.get("PartName", "")[1:] for one in listed if one.tag.endswith("}Override")]
    assert len(endings) == len(set(endings))
    assert len(names) == len(set(names))
    assert set(names) <= parts(lang).keys()
    others = parts(lang).keys() - {*names, TYPES}
    assert {name.rpartition(".")[2] for name in others} == set(endings) - {"xml"}
    assert not [name for name in others if name.endswith(".xml")]


@both
def test_relationships_lead_to_parts_and_all_parts_are_reached(lang: str) -> None:
    """No relationship leads nowhere, no part is in the file that none leads to, none is used unknown."""
    known = related(lang)
    reached, waiting = set(), list(known[""].values())
    while waiting:
        name = waiting.pop()
        assert name in parts(lang), name
        if name not in reached:
            reached.add(name)
            waiting += known.get(name, {}).values()
    own = {name for name in parts(lang) if not name.endswith(".rels")} - {TYPES}
    assert reached == own
    for name, tree in trees(lang, "ppt/").items():
        used = {value for one in tree.iter() for key, value in one.items() if key.startswith(R)}
        assert used <= known.get(name, {}).keys(), name


@both
def test_elements_stand_in_the_order_of_the_schema(lang: str) -> None:
    """In charts, on slides and in the presentation, no element is unknown, double or out of turn."""
    often = {"ser", "axId", "catAx", "valAx", "dPt", "dLbl", "legendEntry"}
    for name, tree in trees(lang, "ppt/").items():
        if name.startswith(("ppt/slideMasters", "ppt/slideLayouts", "ppt/theme", "ppt/notesM")):
            continue
        for one in tree.iter(etree.Element):
            tag = etree.QName(one).localname
            if tag not in ORDERS or (tag == "chart" and one.getparent().tag != f"{C}chartSpace"):
                continue
            order = ORDERS[tag].split()
            found = [etree.QName(child).localname for child in one.iterchildren(etree.Element)]
            assert set(found) <= set(order), (name, tag)
            places = [order.index(child) for child in found]
            if tag == "plotArea":  # its axes may stand in any order
                places = [min(place, order.index("catAx")) for place in places]
            assert places == sorted(places), (name, tag, found)
            single = [child for child in found if child not in often]
            assert len(single) == len(set(single)), (name, tag, found)


@both
def test_charts_leave_gaps_and_hold_their_numbers(lang: str) -> None:
    """Blanks are gaps, axes cross each other, and the workbook behind a chart opens with its series."""
    assert charts(lang)
    for name, chart in charts(lang).items():
        space = {"c": C[1:-1]}
        assert chart.xpath("c:chart/c:dispBlanksAs/@val", namespaces=space) == ["gap"], name
        axes = chart.xpath("//c:plotArea/*/c:axId/@val", namespaces=space)
        assert set(axes) == set(chart.xpath("//c:crossAx/@val", namespaces=space)), name
        (link,) = chart.findall(f"{C}externalData")
        inside = BytesIO(parts(lang)[related(lang)[name][link.get(f"{R}id")]])
        sheet = CalamineWorkbook.from_filelike(inside).get_sheet_by_index(0)
        cells = {str(cell) for row in sheet.to_python() for cell in row}
        said = chart.xpath("//c:ser/c:tx//c:v/text()", namespaces=space)
        assert said
        assert set(said) <= cells, name


@both
def test_what_is_shown_is_described(lang: str) -> None:
    """Charts, groups and pictures of a slide have a text for who hears it."""
    shown = 0
    for name, slide in slides(lang).items():
        for kind in ("graphicFrame", "grpSp", "pic"):
            for one in slide[0][0].findall(f"{P}{kind}"):
                shown += 1
                assert one[0].find(f"{P}cNvPr").get("descr"), (name, kind)
    assert shown >= len(CHARTS)


@both
def test_signs_of_a_legend_are_passed_over(lang: str) -> None:
    """What has no words on a slide is described, or is an ornament that its words stand beside."""
    for name, slide in slides(lang).items():
        for shape in slide[0][0].findall(f"{P}sp"):
            if not "".join(shape.itertext()).strip():
                said = shape.find(f"{P}nvSpPr/{P}cNvPr")
                marks = [one.get("val") for one in said.iter() if one.tag.endswith("}decorative")]
                assert said.get("descr") or marks == ["1"], (name, said.get("name"))


def test_arabic_is_set_from_the_right_with_letters_of_its_own() -> None:
    """Each paragraph of slides, charts and notes says its direction, each text a font that has Arabic."""
    seen = 0
    told = {**slides("ar"), **charts("ar"), **trees("ar", "ppt/notesSlides/notesSlide")}
    for name, tree in told.items():
        for paragraph in tree.iter(f"{A}p"):
            if paragraph.find(f".//{A}t") is None and not name.startswith("ppt/charts/"):
                continue
            seen += 1
            written = etree.tostring(paragraph)
            properties = paragraph.find(f"{A}pPr")
            assert properties is not None, (name, written)
            assert properties.get("rtl") == "1", (name, written)
            fonts = [*paragraph.iter(f"{A}rPr"), *properties.iter(f"{A}defRPr")]
            assert fonts, (name, written)
            for font in fonts:
                assert font.find(f"{A}cs") is not None, (name, written)
                assert font.get("lang", "").startswith("ar"), (name, written)
            assert len(fonts) >= len(paragraph.findall(f".//{A}t")), (name, written)
    assert seen > 4 * len(CHARTS)


def test_slides_of_other_languages_run_from_the_left() -> None:
    """No paragraph of an English deck is turned."""
    for tree in {**slides("en"), **charts("en")}.values():
        assert not tree.xpath("//@rtl[. = '1']")
