"""Files from a stick: opened by their path, with the network cut."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import orjson
import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.charts.registry import CHARTS
from dashboard.faces import render
from dashboard.offline.pack.archive import pack_file
from dashboard.offline.pack.order import Pack
from dashboard.tables import tables
from dashboard.view import View
from tests.browser.looking import AREAS, DRAWN_MAP, MAP, PLOT, fills, opened, slide

ALONE = "figure.figure"
LINES = ".scatterlayer .trace"
# Charts of no indicator, or of more than are asked about.
MANY = ("availability", "ages", "events", "timeline")


@pytest.fixture
def stick(browser: Browser) -> Iterator[Page]:
    """A browser without a network; whatever it did, it asked for files alone and nothing went wrong."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(20_000)
    expect.set_options(timeout=20_000)
    asked: list[str] = []
    red: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: red.append(str(error)))
    page.on("console", lambda said: red.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert red == []


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of a region in three languages, unpacked on the stick."""
    folder = tmp_path_factory.mktemp("stick")
    pack = Pack("escap", ("en", "zh", "ar"))
    ZipFile(BytesIO(pack_file(pack, tables()))).extractall(folder)
    return folder / pack.folder


def kept(folder: Path, chart: str, view: View) -> str:
    """The address of the file of a view."""
    path = folder / f"{chart}.html"
    path.write_bytes(render(view, chart, "html", tables())[0])
    return path.as_uri()


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_draws_itself(stick: Page, tmp_path: Path, chart: str) -> None:
    """Each chart is drawn from its file alone, in Arabic too, without running over its page."""
    view = View(region="escap", economies=("KIR",) if chart != "timeline" else (), lang="ar")
    stick.goto(kept(tmp_path, chart, view))
    expect(stick.locator(f"{ALONE} {PLOT}").first).to_be_visible()
    marks = f"{AREAS}, .scatterlayer path, .heatmaplayer image"
    stick.locator(marks).first.wait_for(state="attached")
    assert stick.evaluate("document.documentElement.scrollWidth <= innerWidth")
    stick.locator(".reading-button").click()
    expect(stick.locator(".reading-text p")).to_be_visible()
    answered = stick.locator(".reading-text dd")
    assert (answered.count() >= 2) == (chart not in MANY), "questions about its indicators"


def test_a_map_file_goes_through_the_years(stick: Page, tmp_path: Path) -> None:
    """The slider recolours the map and takes title, sentence and table with it."""
    stick.goto(kept(tmp_path, "map", View(region="escap", lang="en")))
    stick.locator(AREAS).nth(20).wait_for(state="attached")
    expect(stick.locator(f"{MAP}[data-year] {DRAWN_MAP}")).to_be_visible()
    now = fills(stick)
    slide(stick, 2005)
    expect(stick.locator(".figure-title")).to_contain_text("2005")
    expect(stick.locator(".figure-sentence")).to_contain_text("2005")
    expect(stick.locator("tbody tr", has_text="Kiribati")).to_contain_text("4.0%")
    assert fills(stick) != now


def test_a_map_file_plays(stick: Page, tmp_path: Path) -> None:
    """The play button starts over from the first year, and stops when it is pressed again."""
    stick.goto(kept(tmp_path, "map", View(region="escap", year=2024, lang="en")))
    expect(stick.locator(f"{MAP}[data-year] {DRAWN_MAP}")).to_be_visible()
    slide(stick, 2025)
    stick.get_by_role("button", name="Play through the years").click()
    expect(stick.locator(MAP)).to_have_attribute("data-year", re.compile("199[0-3]"))
    stick.get_by_role("button", name="Pause").click()
    expect(stick.get_by_role("button", name="Play through the years")).to_be_visible()


def test_a_map_file_says_where_values_come_from(stick: Page, tmp_path: Path) -> None:
    """Pointing at an economy gives name, value, year and status."""
    stick.goto(kept(tmp_path, "map", View(region="escap", year=2015, lang="en")))
    expect(stick.locator(f"{MAP}[data-year] {DRAWN_MAP}")).to_be_visible()
    place = stick.locator(AREAS).evaluate_all(
        """paths => {
            const box = paths.find(path => path.dataset.of === "MNG").getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }"""
    )
    stick.mouse.move(place[0] - 2, place[1])
    stick.mouse.move(*place)
    tip = stick.get_by_role("tooltip")
    expect(tip).to_contain_text("Mongolia")
    expect(tip).to_have_text(re.compile(r"\d+\.\d% \(2015\)"))


def test_a_pack_opens_in_the_language_of_the_browser(stick: Page, room: Path) -> None:
    """The page to open leads on, and the map is drawn without a server."""
    stick.goto((room / "index.html").as_uri())
    stick.wait_for_url("**/en/index.html**")
    stick.locator(AREAS).nth(20).wait_for(state="attached")
    expect(stick.locator(".legend .key-none")).to_have_text(re.compile(r"No data\d+ econom"))


def test_a_pack_keeps_the_view_in_another_language(stick: Page, room: Path) -> None:
    """Indicator, year and economies stay when the language is changed."""
    stick.goto((room / "en" / "index.html").as_uri())
    expect(stick.locator(f"{MAP}[data-year] {DRAWN_MAP}")).to_be_visible()
    stick.locator("[data-choose=indicator]").select_option("fixed-broadband")
    stick.locator("[data-choose=economies]").select_option("KIR")
    expect(stick.locator(f"{MAP} .figure-title")).to_contain_text("Fixed-broadband")
    slide(stick, 2010)
    stick.wait_for_url("**year=2010**")
    expect(stick.locator("tbody tr", has_text="Kiribati")).to_contain_text("2010")
    stick.get_by_role("link", name="中文").click()
    expect(stick.locator(f"{MAP} .figure-title")).to_contain_text("2010")
    expect(stick.locator(f"{MAP} .figure-title")).to_contain_text("固定宽带")
    expect(stick.locator(".chip")).to_contain_text("基里巴斯")
    stick.get_by_role("link", name="العربية").click()
    expect(stick.locator("html")).to_have_attribute("dir", "rtl")
    expect(stick.locator(f"{MAP} .figure-title")).to_contain_text("2010")


def test_a_pack_shows_the_gap_by_every_comparison(stick: Page, room: Path) -> None:
    """Another comparison is another figure, and another sentence."""
    stick.goto((room / "en" / "index.html").as_uri() + "#page=gap&indicator=mobile-cellular")
    sentence = stick.locator(".figure-gap .figure-sentence")
    expect(sentence).to_contain_text("developing")
    stick.locator("[data-choose=scheme]").select_option("income")
    expect(sentence).to_contain_text("low-income")
    expect(stick.locator(f".figure-gap {LINES}").first).to_be_attached()


def test_a_pack_draws_lines_as_the_dashboard_does(stick: Page, room: Path) -> None:
    """The line of an economy on a trend has the points and strokes that the trend's face has."""
    stick.goto((room / "en" / "index.html").as_uri() + "#page=trends&economies=KIR")
    expect(stick.locator(".figure-trend .annotation", has_text="Kiribati")).to_be_visible()
    drawn = stick.evaluate(
        """() => document.querySelector(".figure-trend .graph").data
            .filter(trace => trace.mode !== "lines+markers")
            .map(({ x, y }) => x.map((year, k) => [year, y[k]]).filter(([, value]) => value !== null))"""
    )
    view = View(region="escap", economies=("KIR",), lang="en")
    face = orjson.loads(render(view, "trend", "json", tables())[0])
    expected = [
        [[x, y] for x, y in zip(trace["x"], trace["y"], strict=True) if y is not None]
        for trace in face["figure"]["data"]
        if trace["mode"] != "lines+markers"
    ]
    assert drawn[: len(expected)] == expected


def test_a_pack_has_a_page_for_an_economy(stick: Page, room: Path) -> None:
    """Value, year, status, source and places stand in a row an indicator, which leads to its trend."""
    stick.goto((room / "en" / "index.html").as_uri() + "#page=economy")
    expect(stick.locator(".room-economy")).to_contain_text("Choose")
    stick.locator("[data-choose=economies]").select_option("KIR")
    expect(stick.locator(".room-economy")).to_have_text("Kiribati")
    row = stick.locator(".room-scorecard tr", has=stick.locator("[data-indicator=internet-use]"))
    expect(row).to_contain_text("89.4%")
    expect(row).to_contain_text("ITU, 2026-05")
    expect(row).to_contain_text(re.compile(r"\d+ of \d+"))
    expect(row.locator("svg path")).to_be_attached()
    row.get_by_role("button").click()
    expect(stick.locator(".figure-trend .annotation", has_text="Kiribati")).to_be_visible()


def test_a_pack_fits_a_phone(browser: Browser, room: Path) -> None:
    """No page of the pack is wider than the screen of a phone, in any direction."""
    context = browser.new_context(offline=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    for lang in ("en", "zh", "ar"):
        for name in ("map", "trends", "gap", "economy"):
            page.goto((room / lang / "index.html").as_uri() + f"#page={name}&economies=KIR")
            page.reload()
            expect(page.locator("[data-page][aria-current]")).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (lang, name)
    context.close()


def test_the_data_page_states_the_size_of_a_pack(page: Page) -> None:
    """The reader learns how large the folder is before downloading it; another language asks anew."""
    opened(page, "/data?region=itu-arb&lang=en")
    page.get_by_role("button", name="Put the folder together").click()
    link = page.get_by_role("link", name="Download the folder")
    expect(link).to_have_text(re.compile(r"\(\d\.\d MB\)"), timeout=60_000)
    expect(link).to_have_attribute(
        "href", re.compile(r"^/pack\.zip\?region=itu-arb&v=\w+&languages=en$")
    )
    page.get_by_label("Français").check()
    expect(link).to_be_hidden()
