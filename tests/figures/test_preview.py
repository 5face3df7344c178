"""The static picture of the map."""

import re
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import brotli
import pytest

from dashboard import theme
from dashboard.charts.registry import CHARTS
from dashboard.exports.look import Look
from dashboard.exports.preview import preview_face
from dashboard.figures import places
from dashboard.figures.keys import map_keys
from dashboard.figures.map import map_figure
from dashboard.figures.preview import shapes_svg
from dashboard.figures.shapes import Fill, map_shapes
from dashboard.tables import Tables
from dashboard.tables import tables as current
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View
from tests.tiny import subject, write_tables

NAMES = {"svg": "http://www.w3.org/2000/svg"}


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    """The hand-made tables: five economies."""
    return write_tables(tmp_path)


def drawn(chosen: Subject, at: int = 3) -> ET.Element:
    """The picture of the year at place `at`, parsed."""
    one = chosen.of(year=chosen.table.years[at])
    return ET.fromstring(shapes_svg(one, map_shapes(one), "Use & more"))


def test_it_has_the_crop_of_the_interactive_map(tables: Tables) -> None:
    """The view box has the aspect of the frame, so nothing jumps when the map replaces it."""
    for region in ("world", "escap-pac", "m49-029"):
        left, top, width, height = map(
            float, drawn(subject(tables, region=region)).attrib["viewBox"].split()
        )
        assert (left, top) == (0, 0)
        assert width / height == pytest.approx(places.frame(region)["aspect"], rel=0.002)


def test_an_economy_has_its_class_colour(tables: Tables) -> None:
    """China with 34.3% is drawn with the colour that the interactive map gives it."""
    chosen = subject(tables)
    figure = map_figure(chosen.of(year=chosen.table.years[3]))
    areas = figure["data"][1]
    level = areas["z"][areas["locations"].index("CHN")]
    colour = theme.class_colours(len(chosen.indicator.class_limits) + 1)[level]
    china = places.picture("world").panels[0].paths["CHN"]
    with_it = [p for p in drawn(chosen).iterfind(".//svg:path", NAMES) if china in p.attrib["d"]]
    assert [p.attrib["fill"] for p in with_it] == [colour]


def test_no_data_looks_like_no_data(tables: Tables) -> None:
    """France has no value here and gets the tone of no data, not the lowest class."""
    france = places.picture("world").panels[0].paths["FRA"]
    paths = drawn(subject(tables)).iterfind(".//svg:path", NAMES)
    assert [p.attrib["fill"] for p in paths if france in p.attrib["d"]] == [theme.NO_DATA]


def test_a_filled_value_is_pale(tables: Tables) -> None:
    """Fiji's last value was carried forward: the same class in a paler tone."""
    fiji = places.picture("world").panels[0].paths["FJI"]
    for at, pale in ((4, None), (5, str(theme.FILLED_OPACITY))):
        paths = drawn(subject(tables), at).iterfind(".//svg:path", NAMES)
        assert [p.get("fill-opacity") for p in paths if fiji in p.attrib["d"]] == [pale]


def test_small_economies_have_circles(tables: Tables) -> None:
    """In the Pacific frame each economy that the interactive map circles has its circle."""
    chosen = subject(tables, region="escap-pac")
    circles = drawn(chosen).findall(".//svg:circle", NAMES)
    panels = places.picture("escap-pac").panels
    wanted = [c for panel in panels for c in panel.circles if c in chosen.in_frame()]
    assert len(circles) == len(wanted) > 10


def test_undetermined_areas_and_lines_are_drawn(tables: Tables) -> None:
    """Neutral areas keep their tone, and dashed and dotted lines are there before the script."""
    paths = list(drawn(subject(tables)).iterfind(".//svg:path", NAMES))
    neutral = places.picture("world").panels[0].paths["XJK"]
    assert [p.attrib["fill"] for p in paths if neutral in p.attrib["d"]] == [theme.NEUTRAL]
    assert len([p for p in paths if "stroke-dasharray" in p.attrib]) == 2


def test_the_surroundings_are_quiet(tables: Tables) -> None:
    """Outside the region, areas have the colour of the surroundings even where there are data."""
    germany = places.picture("escap").panels[0].paths["DEU"]
    paths = drawn(subject(tables, region="escap")).iterfind(".//svg:path", NAMES)
    assert [p.attrib["fill"] for p in paths if germany in p.attrib["d"]] == [theme.OUTSIDE]


def test_only_its_title_is_text(tables: Tables) -> None:
    """A picture of text could not be read in another language or aloud; the title is escaped."""
    texts = [(e.tag.partition("}")[2], e.text) for e in drawn(subject(tables)).iter() if e.text]
    assert texts == [("title", "Use & more")]


def test_it_is_light_and_quick(tables: Tables) -> None:
    """The world takes at most 12 kB compressed, and a few milliseconds even on a busy machine."""
    chosen = subject(tables)
    svg = shapes_svg(chosen, map_shapes(chosen), "")
    assert len(brotli.compress(svg.encode())) <= 12_000
    started = time.process_time()
    for _ in range(20):
        shapes_svg(chosen, map_shapes(chosen), "")
    assert (time.process_time() - started) / 20 < 0.004


def test_the_face_is_an_svg_of_the_views_year(tables: Tables) -> None:
    """The title of the face names the indicator and the year."""
    chosen = CHARTS["map"].subject(View(lang="en", year=2011), tables)
    body, media_type = preview_face("map", chosen, Look())
    assert media_type == "image/svg+xml"
    title = ET.fromstring(body).find("svg:title", NAMES)
    assert title is not None
    assert "2011" in (title.text or "")


def test_every_other_chart_is_its_plot_of_the_size_looked_for(tables: Tables) -> None:
    """No words stand around it but its title for who cannot see it."""
    chosen = CHARTS["trend"].subject(View(lang="en"), tables)
    body, media_type = preview_face("trend", chosen, Look(360, 260))
    root = ET.fromstring(body)
    assert media_type == "image/svg+xml"
    assert root.attrib["viewBox"] == "0 0 360 260"
    assert CHARTS["trend"].sentence(chosen) not in body.decode()


def test_silent_economies_are_hatched() -> None:
    """An economy without a value that is modelled inside groups is neither coloured nor blank."""
    table = current().indicator("internet-use")
    subject = subject_of(View(region="escap", year=2024), current())
    fills = map_shapes(subject).fills
    silent = [code for code, fill in fills.items() if fill.silent]
    assert "MMR" in silent
    assert "JPN" not in silent
    series = table.modelled("MMR")
    assert series is not None
    assert 2024 in series.years
    assert str(fills["MMR"]) == '"url(#silent)"'
    drawn = shapes_svg(subject, map_shapes(subject), "")
    assert drawn.count('id="silent"') == 1
    assert re.search(r'data-of="MMR" fill="url\(#silent\)"', drawn)


def test_a_silent_economy_has_a_key_of_its_own() -> None:
    """The legend tells no data from what is modelled, and counts each once."""
    subject = subject_of(View(region="escap", year=2024), current())
    keys = {key.text: key for key in map_keys(subject)}
    silent = sum(fill.silent for fill in map_shapes(subject).fills.values())
    without = sum(fill == Fill(theme.NO_DATA) for fill in map_shapes(subject).fills.values())
    assert keys[f"No value; modelled inside groups ({silent})"].hatched
    assert not keys[f"No data ({without})"].hatched if without else "No data" not in str(keys)
