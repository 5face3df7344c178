"""Small multiples on pages: a grid by width, panels that do not meet, the quiet key below."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import opened

ISLANDS = "KIR~FJI~TON~WSM~VUT~NRU"
ADDRESS = f"/trends?region=escap&economies={ISLANDS}&lang="
GRID = "document.querySelector('.figure-trend .js-plotly-plot')?._fullLayout?.grid"
# The boxes of the plots, and of the names above them.
BOXES = """selector => [...document.querySelectorAll(selector)].map(one => {
  const { left, right, top, bottom } = one.getBoundingClientRect();
  return [left, top, right, bottom];
})"""
Box = list[float]


def boxes(page: Page, selector: str) -> list[Box]:
    """Where elements stand."""
    found: list[Box] = page.evaluate(BOXES, f".figure-trend {selector}")
    return found


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes lie over each other."""
    return (
        one[0] < other[2] - 1
        and other[0] < one[2] - 1
        and one[1] < other[3] - 1
        and other[1] < one[3] - 1
    )


@pytest.mark.parametrize("lang", ["en", "ar", "zh"])
def test_panels_stand_in_a_grid_by_width(page: Page, lang: str) -> None:
    """Fewer columns on narrower screens, one on a phone; no panel and no name meets another."""
    opened(page, ADDRESS + lang)
    columns = []
    for width, height in ((1440, 900), (768, 1024), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(f"() => ({GRID})?.rows")
        page.wait_for_timeout(700)
        columns.append(page.evaluate(f"({GRID}).columns"))
        plots, names = (
            boxes(page, ".bglayer rect, .plotly .subplot .xy > .bg"),
            boxes(page, ".annotation-text"),
        )
        assert len(names) == 12
        for found in (plots, names):
            assert not [
                (one, other)
                for k, one in enumerate(found)
                for other in found[k + 1 :]
                if meet(one, other)
            ]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert columns[0] == 3
    assert columns[0] >= columns[1] >= 2
    assert columns[2] == 1


def test_a_reader_chooses_panels_and_lines(page: Page) -> None:
    """The option is kept in the address; the key explains the greys only where there are panels."""
    opened(page, ADDRESS + "en")
    page.wait_for_function(f"() => ({GRID})?.rows")
    expect(page.locator(".figure-trend .figure-marks")).to_contain_text("World")
    page.locator(".controls-more > summary").click()
    page.get_by_label("Panels").select_option("lines")
    page.wait_for_url("**layout=lines*")
    page.wait_for_function(f"() => !({GRID})?.rows")
    keys = page.locator(".figure-trend .figure-marks")
    expect(keys).to_contain_text("publisher’s estimate")
    expect(keys).not_to_contain_text("World")


def test_the_table_of_panels_has_each_line_once(page: Page) -> None:
    """World and region stand behind every panel, and in one column each of the table."""
    opened(page, ADDRESS + "en")
    page.wait_for_function(f"() => ({GRID})?.rows")
    page.locator(".figure-trend .figure-rows > summary").click()
    heads = page.locator(".figure-trend .figure-rows thead th").all_inner_texts()
    assert heads[0] == "Year"
    assert sorted(heads[1:]) == sorted(
        ["World", "ESCAP", "Kiribati", "Fiji", "Tonga", "Samoa", "Vanuatu", "Nauru"]
    )
