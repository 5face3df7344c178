"""The ranking page in a browser: the table, the years, and the same places as the CSV."""

import csv
import io
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import open_map, opened, requests_of, slide

# Ties, values of two and of three years before, an indicator of which less is better, one that maps
# fill for four years.
RANKINGS = [
    ("coverage-4g", 2022),
    ("price-mobile-broadband-5gb", 2022),
    ("bandwidth-per-user", 2020),
    ("households-computer", 2020),
]
# What is said of each economy on the way over the map by the arrow keys, in the order of names.
WALKED = """() => {
  const box = document.querySelector(".figure-map .figure-box");
  const status = () => document.querySelector("body > [aria-live]").textContent;
  box.focus();
  const found = [];
  for (;;) {
    box.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    if (found.at(-1) === status()) return found;
    found.push(status());
  }
}"""


def rows_of(page: Page, address: str) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    text = page.request.get(address).body().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(("indicator", "year"), RANKINGS)
def test_table_has_the_places_of_the_csv(page: Page, indicator: str, year: int) -> None:
    """What a reader sees is what the file says, tie by tie and age by age."""
    opened(page, f"/ranking?indicator={indicator}&region=escap&year={year}&lang=en")
    rows = page.locator(".ranking-table tbody tr")
    expect(rows.nth(20)).to_be_attached()
    shown = rows.evaluate_all(
        "rows => rows.map(row => [row.cells[0].textContent, row.cells[1].textContent])"
    )
    address = page.locator("#ranking-download").get_attribute("href")
    assert address
    told = rows_of(page, address)
    marked = [(row["place"] or "–") + (" =" if row["tied"] == "yes" else "") for row in told]
    assert [place for place, _ in shown] == marked
    assert {name for _, name in shown} == {row["name"] for row in told}


@pytest.mark.parametrize(("indicator", "year"), RANKINGS)
def test_tooltips_have_the_places_of_the_csv(page: Page, indicator: str, year: int) -> None:
    """Over the map of a year each economy has its place of that year's ranking.

    None where the map shows another value than the one that is ranked, or one that is too old.
    """
    view = f"indicator={indicator}&region=escap&year={year}&lang=en"
    open_map(page, f"/map?{view}")
    said = [text.split("; ") for text in page.evaluate(WALKED)]
    told = {row["name"]: row for row in rows_of(page, f"/view/ranking.csv?{view}")}
    n = sum(bool(row["place"]) for row in told.values())
    expected, shown = {}, {}
    for name, value, *more in said:
        row = told.get(name, {"place": "", "year": ""})
        if row["place"] and value.endswith(f"({row['year']})"):
            expected[name] = int(row["place"]), n
        for words in more:
            if found := re.search(r"(\d+)(?:st|nd|rd|th) of (\d+)", words):
                shown[name] = int(found[1]), int(found[2])
    assert len(expected) > 20
    assert shown == expected


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
    assert [address for address in asked if "scatter" in address or "map.course" in address] == []
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
