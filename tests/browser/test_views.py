import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from dashboard.view import View
from tests.browser.looking import MAP, open_map, opened, pick, slide


def test_deep_links_restore_the_view(page: Page) -> None:
    """A link opens with its indicator, region, year and economies, and stays as it is."""
    address = "/map?indicator=fixed-broadband&year=2011&region=escap&economies=MNG~FJI"
    open_map(page, address)
    expect(page.locator(f"{MAP} .figure-title")).to_have_text(
        "Mongolia and Fiji: Fixed-broadband subscriptions, per 100 people, 2011"
    )
    expect(page.locator(".picker-region .picker-current")).to_contain_text("ESCAP")
    expect(page.locator("#year")).to_have_value("2011")
    expect(page.locator(".chip")).to_have_count(2)
    assert page.url.endswith(address)


def test_addresses_are_written_as_the_server_writes_them(page: Page) -> None:
    """The browser writes the same query as View.to_query: one view, one address."""
    open_map(page)
    pick(page, "region", "south-east asia")
    pick(page, "economies", "fiji")
    slide(page, 2012)
    page.wait_for_url("**year=2012*")
    written = urlsplit(page.url).query
    view = View.from_strict_query(parse_qs(written))
    assert view == View(region="escap-sea", economies=("FJI",), year=2012)
    assert view.to_query() == written


def test_the_view_goes_along(page: Page) -> None:
    """The links of the header keep indicator and economies, and Back returns to the same map."""
    open_map(page, "/map?indicator=mobile-cellular&year=2010&economies=KEN")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Trends").click()
    expect(page.locator("figure.figure-trend .figure-title")).to_contain_text("Mobile-cellular")
    expect(page.locator(".chip")).to_contain_text("Kenya")
    page.go_back()
    expect(page.locator(f"{MAP} .figure-title")).to_contain_text("2010")


def test_moving_years_leaves_no_history(page: Page) -> None:
    """Back leaves the page; it does not undo the slider step by step."""
    open_map(page)
    steps = page.evaluate("history.length")
    for year in (2001, 2006, 2013):
        slide(page, year)
        page.wait_for_url(f"**year={year}*")
    assert page.evaluate("history.length") == steps


def test_economies_are_found_in_any_script(page: Page) -> None:
    """On an English page the Russian name finds the economy, without its accents or capitals."""
    opened(page, "/trends")
    pick(page, "economies", "мексика")
    expect(page.locator(".chip")).to_contain_text("Mexico")
    pick(page, "economies", "cote d'ivoire")
    expect(page.locator(".chip")).to_have_count(2)
    page.wait_for_url("**/trends?economies=MEX~CIV")


def test_controls_of_the_trend(page: Page) -> None:
    """Scale, base year and comparison change the figure and the address."""
    opened(page, "/trends")
    page.get_by_text("Options").click()
    page.get_by_label("Scale").select_option("log")
    page.get_by_label("Base year (= 100)").fill("2010")
    page.get_by_label("Base year (= 100)").press("Enter")
    page.get_by_label("Comparison").select_option("income")
    expect(page.locator("figure.figure-trend .figure-title")).to_contain_text("2010")
    expect(page.locator("figure.figure-trend .figure-subtitle")).to_contain_text("ncome")
    page.wait_for_url("**/trends?scheme=income&scale=log&index=2010")


def test_measures_of_the_gap(page: Page) -> None:
    """Another measure changes the figure below the lines, and its explanation."""
    opened(page, "/gap")
    notes = page.locator("figure.figure-gap:not(.figure-small) .figure-notes")
    page.locator(".figure-more > summary").first.click()
    expect(notes).to_contain_text("difference")
    page.get_by_label("Measure of the gap").select_option("years-behind")
    expect(notes).to_contain_text("years", ignore_case=True)
    page.wait_for_url("**/gap?measure=years-behind")


def test_escape_closes_a_picker(page: Page) -> None:
    """Escape closes the list and gives the keyboard back to its button."""
    opened(page, "/gap")
    button = page.locator(".picker-indicator summary")
    button.press("Enter")
    expect(page.locator(".picker-indicator input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".picker-indicator input")).to_be_hidden()
    expect(button).to_be_focused()


def test_a_search_without_a_find_says_so(page: Page) -> None:
    """Nothing found is said in words, not by an empty list."""
    opened(page, "/gap")
    page.locator(".picker-indicator summary").press("Enter")
    page.locator(".picker-indicator input").fill("zebra")
    expect(page.locator(".picker-none")).to_have_text("Nothing found.")


def test_table_sorts_and_searches(page: Page) -> None:
    """A head sorts and says so to screen readers; economies without a value stay at the end."""
    opened(page, "/data?region=escwa")
    head = page.locator("th[data-column='value']")
    rows = page.locator("#data-table tbody tr")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(rows.last).to_contain_text("No data")
    values = [float(text.rstrip("%")) for text in _values(page) if text != "No data"]
    assert values == sorted(values, reverse=True)
    page.get_by_label("Search the table").fill("tunis")
    expect(rows).to_have_count(1)


def _values(page: Page) -> list[str]:
    return page.locator("#data-table td.column-value").all_inner_texts()


def test_the_file_holds_what_the_table_shows(page: Page) -> None:
    """The download is the CSV face of the view, with all years and their licences."""
    opened(page, "/data?region=escap-pac")
    link = page.get_by_role("link", name="Download as CSV")
    expect(link).to_have_attribute("href", re.compile("/view/map.csv"))
    answer = page.request.get(str(link.get_attribute("href")))
    assert answer.status == 200
    assert "licence" in answer.text().splitlines()[0]
    assert ",2010," in answer.text()
