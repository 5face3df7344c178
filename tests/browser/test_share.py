"""The share menu: links, code, files and citations of exactly the view that is on the screen."""

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pptx import Presentation

from tests.browser.looking import PLOT, WAIT_MS, opened

VIEW = "/trends?indicator=fixed-broadband&economies=KIR&lang=en"


@pytest.fixture
def reader(browser: Browser, site: str) -> Page:
    """A page whose browser allows the clipboard."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    return page


def menu(page: Page) -> None:
    """Open the share menu of the first figure."""
    opened(page, VIEW)
    page.locator(PLOT).first.wait_for()
    page.locator(".share-button").first.click()


def copied(page: Page, name: str) -> str:
    """What a button of the menu puts on the clipboard."""
    page.locator(".share-panel").get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".share-told")).to_have_text("Copied.")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_links_and_citations_are_of_this_view(reader: Page, site: str) -> None:
    """Link, embed code, sentence and citation; frozen, the link names the data version."""
    menu(reader)
    assert copied(reader, "Link") == f"{site}{VIEW}"
    assert f"{site}/embed/trend?indicator=fixed-broadband" in copied(reader, "Embed code")
    assert copied(reader, "Sentence") in reader.locator(".figure-sentence").first.inner_text()
    assert re.search(r"Accessed \d{1,2} [A-Z]\w+ 20\d\d\.", copied(reader, "Text"))
    assert copied(reader, "BibTeX").startswith("@misc{ict-trend-")
    assert copied(reader, "RIS").startswith("TY  - DATA")
    reader.locator(".share-freeze").check()
    assert "&v=" in copied(reader, "Link")
    reader.context.close()


def test_files_are_of_this_view(page: Page) -> None:
    """Every file of the menu can be had, with the indicator and the economy of the view."""
    menu(page)
    links = page.locator(".share-panel a")
    expect(links).to_have_count(10)
    for address in links.evaluate_all("links => links.map(link => link.href)"):
        assert "indicator=fixed-broadband" in address
        assert "economies=KIR" in address
        assert page.request.get(address).ok


def test_sizes_and_colours_of_pictures_are_chosen(page: Page) -> None:
    """They are part of the addresses of pictures alone, and are what the server makes."""
    menu(page)
    page.get_by_label("Size of the pictures").select_option("square")
    page.get_by_label("Colours of the pictures").select_option("dark")
    links = page.locator(".share-panel a")
    found = {
        str(one.get_attribute("data-face")): str(one.get_attribute("href")) for one in links.all()
    }
    assert all(
        address.endswith("&size=square&theme=dark") for address in (found["png"], found["svg"])
    )
    assert "size" not in found["csv"] + found["pptx"]
    drawn = page.request.get(found["svg"])
    assert 'width="1080" height="1080"' in drawn.text()
    options = page.get_by_label("Size of the pictures").locator("option").all_inner_texts()
    assert [re.sub(r"\D+", " ", text).split() for text in options] == [
        # As high as its rows need.
        [],
        ["1600", "900"],
        ["1080", "1080"],
        ["1200", "630"],
        ["5", "2480", "1748"],
    ]


def test_the_tray_becomes_a_deck(page: Page) -> None:
    """Views that are added on different pages come back as slides."""
    menu(page)
    page.get_by_role("button", name="Add to my slides").click()
    opened(page, "/gap?lang=en")
    page.locator(PLOT).first.wait_for()
    page.locator(".share-button").first.click()
    page.get_by_role("button", name="Add to my slides").click()
    expect(page.locator(".tray")).to_contain_text("2 views for slides")
    with page.expect_download() as download:
        page.locator(".tray").get_by_role("button", name="Download slides").click()
    assert len(Presentation(str(download.value.path())).slides) == 4
    page.locator(".tray").get_by_role("button", name="Empty").click()
    expect(page.locator(".tray")).to_have_count(0)


def test_the_tray_keeps_what_a_map_highlights(page: Page) -> None:
    """The slide, the room and the list are of Kiribati and of the year at hand."""
    opened(page, "/map?region=escap-pac&economies=KIR&year=2015&lang=en")
    page.locator(".share-button").first.click()
    page.get_by_role("button", name="Add to my slides").click()
    (view,) = json.loads(page.evaluate("() => localStorage.getItem('ict-tray')"))
    assert {"region=escap-pac", "economies=KIR", "year=2015"} <= set(re.split("[?&]", view))
    page.locator(".tray summary").click()
    expect(page.locator(".tray li")).to_contain_text("Kiribati")


def test_the_tray_is_ordered_and_thinned(page: Page) -> None:
    """Its list moves a view up and takes one away, by the keyboard too; the first has nowhere up to go."""
    views = ["trend?indicator=internet-use", "gap?lang=en", "map?year=2010"]
    page.add_init_script(f"localStorage.setItem('ict-tray', {json.dumps(json.dumps(views))})")
    opened(page, "/about?lang=en")
    page.locator(".tray summary").press("Enter")
    expect(page.locator(".tray li")).to_have_count(3)
    expect(page.get_by_label("Move up: Internet use, % of people, 1990–2024")).to_be_disabled()
    page.get_by_label("Move up: Internet use, % of people, 2010").press("Enter")
    page.get_by_label("Take away: Internet use, % of people, 1990–2024").press("Enter")
    expect(page.locator(".tray li")).to_have_count(2)
    left = json.loads(page.evaluate("() => localStorage.getItem('ict-tray')"))
    assert left == [views[2], views[1]]


def test_a_tray_drawn_anew_leaves_the_keyboard_where_it_was(page: Page) -> None:
    """Names that arrive late, a view that moves and one that goes away take the focus from nobody."""
    views = ["trend?indicator=internet-use&lang=en", "map?year=2010&lang=en"]
    page.add_init_script(f"localStorage.setItem('ict-tray', {json.dumps(json.dumps(views))})")
    page.route("**/view/*.metadata.json*", lambda _: None)
    with page.expect_request("**/view/*.metadata.json*"):
        opened(page, "/about?lang=en")
    page.locator(".tray summary").press("Enter")
    second = page.locator(".tray li").nth(1).get_by_role("button")
    second.first.focus()
    page.unroute("**/view/*.metadata.json*")
    expect(page.locator(".tray li").nth(1)).to_contain_text("Internet use")
    expect(second.first).to_be_focused()
    page.keyboard.press("Enter")
    first = page.locator(".tray li").nth(0)
    expect(first).to_contain_text("2010")
    expect(first.get_by_role("button").nth(1)).to_be_focused()
    first.get_by_role("button").nth(2).press("Enter")
    expect(page.locator(".tray li")).to_have_count(1)
    expect(page.locator(".tray summary")).to_be_focused()


def test_a_named_tray_is_saved_as_a_link(reader: Page) -> None:
    """Opened by somebody else, the link brings the views, called as their figures are, and the name."""
    views = ["trend?indicator=fixed-broadband&lang=en", "gap?lang=en"]
    reader.add_init_script(f"localStorage.setItem('ict-tray', {json.dumps(json.dumps(views))})")
    opened(reader, "/about?lang=en")
    reader.get_by_label("Name of the deck").fill("Fiji: broadband / use")
    with reader.expect_download() as download:
        reader.locator(".tray").get_by_role("button", name="Download slides").click()
    assert download.value.suggested_filename == "Fiji- broadband - use.pptx"
    titles = [
        shape.text_frame.text for shape in Presentation(str(download.value.path())).slides[0].shapes
    ]
    assert titles[0] == "Fiji: broadband / use"
    reader.locator(".tray").get_by_role("button", name="Copy a link to this list").click()
    expect(reader.locator(".tray").get_by_role("button", name="Copied.")).to_be_visible()
    link = str(reader.evaluate("navigator.clipboard.readText()"))
    browser = reader.context.browser
    assert browser
    other = browser.new_page()
    opened(other, link)
    other.locator(".tray summary").click()
    expect(other.locator(".tray li")).to_have_count(2)
    expect(other.locator(".tray li").first).to_contain_text("Fixed-broadband")
    expect(other.get_by_label("Name of the deck")).to_have_value("Fiji: broadband / use")
    assert "#" not in other.url
    other.close()
    reader.context.close()


@pytest.mark.parametrize(
    ("address", "slides"), [("/region?region=escap", 12), ("/ranking?year=2015", 5)]
)
def test_a_page_becomes_a_deck_by_one_button(page: Page, address: str, slides: int) -> None:
    """The slides are of the region and the year that the page shows, and the tray stays as it was."""
    opened(page, f"{address}&lang=en")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download this page as slides").click()
    deck = Presentation(str(download.value.path()))
    assert len(deck.slides) == slides
    said = [shape.text_frame.text for shape in deck.slides[1].shapes if shape.has_text_frame]
    assert any(address.partition("?")[2] in text for text in said)
    expect(page.locator(".tray")).to_have_count(0)


def test_other_programs_get_the_frozen_rows(reader: Page) -> None:
    """What is shown is copied, and its address is the one of the view's rows, answered as it stands."""
    menu(reader)
    code = copied(reader, "Python")
    assert reader.locator(".share-code").first.inner_text().strip() == code.strip()
    (address,) = re.findall(r'"(http.*?)"', code)
    assert "/view/trend.csv?indicator=fixed-broadband&economies=KIR&lang=en&v=" in address
    assert reader.request.get(address, max_redirects=0).status == 200
    assert copied(reader, "Stata").startswith(f'import delimited "{address}"')
    reader.context.close()
