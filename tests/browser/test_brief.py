"""The brief of an economy or a region on paper: two sheets, whatever the place, the language and the paper."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops
from playwright.sync_api import Page

from dashboard.edition import edition
from dashboard.i18n import words
from dashboard.tables import tables
from tests.browser.looking import opened

HOST = "ict.example.org"
DOTS = 100
# Nothing is printed nearer to the edge of the paper, in millimetres.
MARGIN = 7
# Ten economies: of the longest table of targets, in three languages; of the most people, and of very
# few; without any value; with few, old and unranked ones; outside all commissions; of the longest
# names; in the most groups; with the most values.
ECONOMIES = [
    ("THA", "ru", "A4"),
    ("EGY", "fr", "Letter"),
    ("ARE", "es", "A4"),
    ("IND", "zh", "A4"),
    ("TKL", "en", "Letter"),
    ("ESH", "en", "A4"),
    ("PRK", "ar", "Letter"),
    ("XKX", "fr", "A4"),
    ("GBR", "ru", "Letter"),
    ("FSM", "es", "A4"),
]
REGIONS = [
    ("eca", "en", "A4"),
    ("ece", "ru", "Letter"),
    ("eclac", "es", "A4"),
    ("escap", "zh", "Letter"),
    ("escwa", "ar", "A4"),
]
CASES = [
    *((f"/economy?economies={code}", *how) for code, *how in ECONOMIES),
    *((f"/region?region={code}", *how) for code, *how in REGIONS),
]
# Parts of a sheet that do not end above its foot, or whose letters are less than nine points high.
WRONG = """() => [...document.querySelectorAll('.brief')].flatMap(sheet => {
  const parts = [...sheet.children], foot = parts.pop().getBoundingClientRect();
  const edge = sheet.getBoundingClientRect();
  const wrong = parts.filter(part => part.getBoundingClientRect().bottom > foot.top + 1);
  if (foot.bottom > edge.bottom + 1 || sheet.scrollWidth > sheet.clientWidth + 1) wrong.push(sheet);
  const small = [...sheet.querySelectorAll('*')].filter(
    part => parseFloat(getComputedStyle(part).fontSize) < 11.9);
  const shrunk = [...sheet.querySelectorAll('.brief-trend img')].filter(img => {
    const asked = new URL(img.src).searchParams, {width, height} = img.getBoundingClientRect();
    return width && Math.min(width / asked.get('width'), height / asked.get('height')) < 0.98;
  });
  return [...wrong, ...small, ...shrunk].map(part => `${part.className}: ${part.textContent.slice(0, 60)}`);
})"""
DECODED = "() => Promise.all([...document.images].map(image => image.decode())).then(() => null)"
PAPERS = {"A4": (718, 1062), "Letter": (740, 995)}


def pages_of(path: Path) -> list[Image.Image]:
    """The pages as pictures."""
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-gray", path, path.with_suffix("")], check=True)
    return [read(one) for one in sorted(path.parent.glob("*.pgm"))]


def read(path: Path) -> Image.Image:
    """A picture, whole, its file closed."""
    with Image.open(path) as picture:
        return picture.copy()


def inked(page: Image.Image) -> Iterator[int]:
    """The rows on which anything is printed."""
    across = page.point(lambda level: 255 * (level < 250)).reduce((page.width, 1))
    return (row for row, level in enumerate(across.tobytes()) if level)


@pytest.mark.parametrize(("address", "lang", "paper"), CASES)
def test_brief_is_two_full_sheets(
    page: Page, tmp_path: Path, address: str, lang: str, paper: str
) -> None:
    """Two pages; nothing cut or small; none more than a fifth empty; the code leads to these numbers."""
    if not shutil.which("pdftoppm"):
        pytest.skip("There is no poppler on this machine (poppler-utils).")
    page.set_extra_http_headers({"X-Forwarded-Host": HOST, "X-Forwarded-Proto": "https"})
    page.goto(f"{address}&print=1&lang={lang}")
    page.evaluate(DECODED)  # a busy machine prints sheets without pictures that are not decoded yet
    page.pdf(path=tmp_path / "brief.pdf", format=paper)
    pages = pages_of(tmp_path / "brief.pdf")
    assert len(pages) == 2
    margin = int(MARGIN / 25.4 * DOTS)
    for one in pages:
        rows = [*inked(one)]
        assert rows[-1] > 0.93 * one.height
        assert max(b - a for a, b in zip([0, *rows], rows, strict=False)) < one.height / 5
        edges = ImageChops.invert(one)
        edges.paste(0, (margin, margin, one.width - margin, one.height - margin))
        assert edges.getbbox() is None
    width, height = PAPERS[paper]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="print")
    assert page.evaluate(WRONG) == []
    link = f"https://{HOST}{address}&lang={lang}&v={edition()}"
    assert [code.text for code in zxingcpp.read_barcodes(pages[1])] == [link]
    assert page.locator(".brief-address a").inner_text() == link


def test_foot_says_day_and_page(page: Page) -> None:
    """Each sheet ends with the place, the day of the data and its number."""
    page.goto("/economy?economies=FJI&print=1&lang=en")
    feet = page.locator(".brief-end").all_inner_texts()
    for number, foot in enumerate(feet, start=1):
        assert "Fiji" in foot
        assert words("en").day(tables().manifest["built"]) in foot
        assert f"Page {number} of 2" in foot
    assert len(feet) == 2


def test_without_a_public_address_a_copy_names_no_machine(page: Page) -> None:
    """There is a path instead of an address, no code, and the screen says why."""
    page.goto("/economy?economies=FJI&print=1&lang=en")
    text = page.locator("body").inner_text()
    assert "127.0.0.1" not in text
    assert page.locator(".brief-address a").inner_text() == (
        f"/economy?economies=FJI&lang=en&v={edition()}"
    )
    assert page.locator(".brief-code").count() == 0
    assert words("en")("pages.brief.unnamed") in text


def test_a_brief_weighs_little(page: Page) -> None:
    """At most 120 kB, its pictures and styles included, as they are sent; Dash is no part of it."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto("/economy?economies=THA&print=1&lang=ru", wait_until="networkidle")
    assert 20_000 < sum(sizes) < 120_000
    assert page.locator("script[src]").count() == 1


def test_page_leads_to_the_brief_and_back(page: Page) -> None:
    """The way there and the way back keep the economy; the button prints."""
    opened(page, "/economy?economies=KIR&lang=en")
    page.locator(".print-link a").click()
    page.wait_for_url(re.compile("print=1"))
    assert "economies=KIR" in page.url
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.locator(".print-now").click()
    assert page.title() == "printed"
    page.locator(".brief-bar a").first.click()
    page.wait_for_url(re.compile("economy[?](?!.*print)"))
    assert "economies=KIR" in page.url
