import re

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.i18n import words
from tests.browser.looking import MAP, open_map, opened, pick, requests_of


@pytest.mark.parametrize("address", ["/", "/map"])
def test_maps_have_data(page: Page, address: str) -> None:
    """A map has a title with its year, a sentence with numbers, a source, and counted classes."""
    open_map(page, address)
    expect(page.locator(f"{MAP} .figure-title")).to_have_text(re.compile(r"20\d\d"))
    expect(page.locator(f"{MAP} .figure-sentence")).to_have_text(re.compile(r"\d+\.\d%"))
    expect(page.locator(f"{MAP} .figure-source")).to_contain_text("CC BY")
    expect(page.locator(".legend [data-count='none']")).to_have_text(re.compile(r"\d+ econom"))


def test_trends_have_lines(page: Page) -> None:
    """The trends page draws groups and the economies of its address, and names its sources."""
    opened(page, "/trends?economies=KIR~FJI")
    figure = page.locator("figure.figure-trend")
    expect(figure.locator(".scatterlayer .trace").nth(4)).to_be_attached()
    expect(figure.locator(".annotation", has_text="Kiribati").first).to_be_visible()
    expect(figure.locator(".figure-sentence")).to_have_text(re.compile(r"rose from"))
    expect(figure.locator(".figure-source")).to_contain_text("CC BY")


def test_two_divides_stand_side_by_side(page: Page) -> None:
    """The gap page shows voice and broadband beside each other, up to 2010, each with its gap."""
    opened(page, "/gap")
    small = page.locator("figure.figure-small")
    expect(small).to_have_count(2)
    for k, said in enumerate(("Mobile-cellular", "Fixed-broadband")):
        expect(small.nth(k).locator(".figure-title")).to_contain_text(said)
        expect(small.nth(k).locator(".figure-title")).to_contain_text("2010")
        expect(small.nth(k).locator(".scatterlayer .trace").nth(2)).to_be_attached()
    assert small.nth(0).bounding_box()["y"] == small.nth(1).bounding_box()["y"]  # type: ignore[index]


def test_table_has_every_economy(page: Page) -> None:
    """The data page has a row for every economy of the region, with and without a value."""
    opened(page, "/data?region=escap-pac")
    rows = page.locator("#data-table tbody tr")
    expect(rows).to_have_count(21)
    expect(rows.filter(has_text="Kiribati")).to_have_text(re.compile(r"\d+\.\d%.*20\d\d"))
    expect(page.locator(".figure-subtitle")).to_have_text("21 rows.")


def test_about_names_the_sources(page: Page) -> None:
    """The about page lists sources with vintage and licence."""
    opened(page, "/about")
    expect(page.locator(".data-table tbody tr").nth(10)).to_contain_text(re.compile("CC BY|UN"))


def test_arabic_runs_from_right_to_left(page: Page) -> None:
    """In Arabic the page is mirrored: name on the right, earliest year on the right."""
    open_map(page, "/map?lang=ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    name = page.locator(".shell-name").bounding_box()
    languages = page.locator(".shell-languages").bounding_box()
    first, last = (page.locator(f"#year-{end}").bounding_box() for end in ("first", "last"))
    assert name
    assert languages
    assert first
    assert last
    assert name["x"] > languages["x"]
    assert first["x"] > last["x"]


def test_language_links_keep_the_view(page: Page) -> None:
    """Changing the language changes nothing else."""
    open_map(page, "/map?indicator=fixed-broadband&year=2015")
    page.locator(".language[lang='zh']").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    expect(page.locator(f"{MAP} .figure-title")).to_contain_text("2015年")


def test_unknown_addresses_lead_home(browser: Browser, site: str) -> None:
    """An address without a page says so and leads to the overview."""
    context = browser.new_context(base_url=site)
    lost = context.new_page()
    answer = lost.goto("/nowhere")
    assert answer
    assert answer.status == 404
    lost.locator("main").get_by_role("link", name="overview").click()
    expect(lost.locator(".page-overview")).to_be_visible()
    context.close()


@pytest.mark.parametrize("iso3", ["KIR", "TUV", "NRU", "CHN", "IND", "KEN", "PSE", "ESH", "DEU"])
def test_economies_of_all_kinds_have_their_page(page: Page, iso3: str) -> None:
    """An economy's page opens with its name, its scorecard and the course of its key indicator."""
    opened(page, f"/economy?economies={iso3}")
    expect(page.locator(".page-question")).to_have_text(words("en").economy(iso3))
    expect(page.locator(".data-table tbody tr").nth(40)).to_be_attached()
    expect(page.locator("figure.figure-trend .figure-title")).to_contain_text("Internet use")


def test_another_economy_is_another_page(page: Page) -> None:
    """Choosing another economy asks for its page, and Back leads to the one before."""
    opened(page, "/economy?economies=KIR&lang=en")
    pick(page, "economy", "Fiji")
    expect(page.locator(".page-question")).to_have_text("Fiji")
    page.go_back()
    expect(page.locator(".page-question")).to_have_text("Kiribati")


def test_search_leads_anywhere(page: Page) -> None:
    """The key "/" opens the search; a name in another language leads to the page of the economy."""
    opened(page, "/about?lang=en")
    page.locator("h1").click()
    page.keyboard.press("/")
    page.locator(".picker-go input").fill("基里巴斯")
    page.locator(".picker-go .picker-option").first.click()
    expect(page.locator(".page-question")).to_have_text("Kiribati")


def test_enter_takes_the_first_view_that_is_found(page: Page) -> None:
    """Enter after "kiribati fixed broadband" leads to the trend of Kiribati's fixed broadband."""
    opened(page, "/about?lang=en")
    page.locator("h1").click()
    page.keyboard.press("/")
    page.locator(".picker-go input").fill("kiribati fixed broadband")
    page.keyboard.press("Enter")
    page.wait_for_url("**/trends?indicator=fixed-broadband&economies=KIR&lang=en")
    expect(page.locator(".picker-go .picker-panel")).to_be_hidden()


@pytest.mark.parametrize("address", ["/", "/map?year=2010", "/trends?lang=fr", "/gap", "/data"])
def test_arriving_asks_for_nothing_twice(page: Page, address: str) -> None:
    """The first page comes with the layout: Dash asks for no page, and no address is asked twice."""
    asked = requests_of(page)
    opened(page, address)
    expect(
        page.locator("figure[data-year], .data[data-year], .scatterlayer").first
    ).to_be_attached()
    assert [url for url in asked if "_dash-update-component" in url] == []
    assert sorted(set(asked)) == sorted(asked)
