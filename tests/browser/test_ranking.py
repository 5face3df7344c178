"""The ranking page in a browser: the table, the years, and the same places as the CSV."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import opened, requests_of, slide


@pytest.mark.parametrize("indicator", ["coverage-4g", "price-mobile-broadband-5gb"])
def test_table_has_the_places_of_the_csv(page: Page, indicator: str) -> None:
    """What a reader sees is what the file says, tie by tie."""
    opened(page, f"/ranking?indicator={indicator}&region=escap&year=2022&lang=en")
    rows = page.locator(".ranking-table tbody tr")
    expect(rows.nth(20)).to_be_attached()
    shown = rows.evaluate_all(
        "rows => rows.map(row => [row.cells[0].textContent, row.cells[1].textContent])"
    )
    address = page.locator("#ranking-download").get_attribute("href")
    assert address
    told = list(csv.DictReader(io.StringIO(page.request.get(address).body().decode("utf-8-sig"))))
    marked = [(row["place"] or "–") + (" =" if row["tied"] == "yes" else "") for row in told]
    assert [place for place, _ in shown] == marked
    assert {name for _, name in shown} == {row["name"] for row in told}


def test_years_pass_without_a_request(page: Page) -> None:
    """Another year has another order, from values that the page already has."""
    opened(page, "/ranking?region=escap")
    expect(page.locator(".ranking-table tbody tr").first).to_be_attached()
    asked = requests_of(page)
    slide(page, 2005)
    expect(page.locator(".ranking .figure-title")).to_contain_text("2005")
    expect(page.locator(".ranking .figure-sentence")).to_contain_text("In 2005")
    assert asked == []


def test_table_and_scatter_pass_through_the_years_together(page: Page) -> None:
    """One slider moves both, without a request; the scatter shows what its file has."""
    opened(page, "/ranking?year=2015&lang=en")
    title = page.locator(".figure-scatter .figure-title")
    expect(title).to_contain_text("2015")
    asked = requests_of(page)
    slide(page, 2012)
    expect(page.locator("#ranking-title")).to_contain_text("2012")
    expect(title).to_contain_text("2012")
    assert [address for address in asked if "scatter" in address or "map.json" in address] == []
    points = page.locator(".figure-scatter .js-plotly-plot").evaluate(
        "plot => plot.data.slice(0, 5).reduce((sum, trace) => sum + trace.x.length, 0)"
    )
    answer = page.request.get("/view/scatter.csv?year=2012&lang=en").body().decode("utf-8-sig")
    assert points == len(answer.splitlines()) - 1


def test_two_years_are_chosen_by_two_fields(page: Page) -> None:
    """The years go to the address, and the figure compares them."""
    opened(page, "/ranking?region=escap&lang=en")
    title = page.locator(".figure-change .figure-title")
    expect(title).to_contain_text("change in 10 years")
    for name, year in (("first", "2012"), ("last", "2018")):
        field = page.locator(f'[id*="control"][id*="{name}"]')
        field.fill(year)
        field.press("Enter")
    expect(title).to_contain_text("from 2012 to 2018")
    assert "years=2012..2018" in page.url


@pytest.mark.parametrize("lang", ["en", "zh", "ar"])
def test_sentence_of_the_browser_is_that_of_the_server(page: Page, lang: str) -> None:
    """Ties, statuses and numbers are worded alike, whoever writes the sentence."""
    opened(page, f"/ranking?indicator=coverage-2g&region=escap&lang={lang}")
    page.locator(".ranking-table tbody tr").nth(20).wait_for()
    told = page.request.get(f"/view/ranking.json?indicator=coverage-2g&region=escap&lang={lang}")
    expect(page.locator("#ranking-sentence")).to_have_text(told.json()["sentence"])
