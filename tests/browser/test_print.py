"""Pages on paper, through the browser's own PDF: whole figures with their words, and no controls."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from tests.browser.looking import WAIT_MS

DRAWN = """() => {
  const figures = [...document.querySelectorAll("figure.figure")];
  return document.querySelector(".main-svg, .map-svg:not(#arrival *)") && !document.querySelector("[aria-busy='true']")
    && figures.every((one) => one.querySelector(".figure-source").textContent);
}"""
CONTROLS = ("Share, download", "مشاركة", "Поделиться", "分享")
DOTS = 60
Printed = Callable[[str, str, tuple[int, int]], Path]


@pytest.fixture
def printed(page: Page, tmp_path: Path) -> Printed:
    """Prints an address, seen in a window of some size by a reader who likes it dark, on a paper."""
    if not shutil.which("pdftotext"):
        pytest.skip("There is no poppler on this machine (poppler-utils).")

    def make(address: str, paper: str, window: tuple[int, int]) -> Path:
        page.set_default_timeout(WAIT_MS)
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size({"width": window[0], "height": window[1]})
        page.goto(address)
        page.wait_for_function(DRAWN)
        path = tmp_path / "page.pdf"
        page.pdf(path=str(path), format=paper)
        return path

    return make


def pages_of(path: Path) -> list[str]:
    """The text of each page."""
    text = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True
    ).stdout
    return text.removesuffix("\f").split("\f")


def is_cut(path: Path) -> bool:
    """Whether anything is printed into a margin of 10 millimetres, where nothing may be."""
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-png", path, path.with_suffix("")], check=True)
    margin = int(10 / 25.4 * DOTS)
    for picture in path.parent.glob("*.png"):
        image = Image.open(picture).convert("L")
        inside = (margin, margin, image.width - margin, image.height - margin)
        image.paste(255, inside)
        if ImageChops.invert(image).getbbox():
            return True
    return False


@pytest.mark.parametrize(
    ("address", "figures", "paper", "window"),
    [
        ("/trends?region=escap&economies=KIR~FJI&lang=en", 1, "A4", (1440, 900)),
        ("/map?region=escap&lang=ar", 1, "Letter", (390, 844)),
        ("/gap?lang=zh", 3, "A4", (768, 1024)),
        ("/theme?theme=parity&lang=ru", 4, "Letter", (1440, 900)),
    ],
)
def test_figures_are_printed_whole(
    printed: Printed, address: str, figures: int, paper: str, window: tuple[int, int]
) -> None:
    """Each has its sources and its address on the page of its picture; nothing is cut, no control printed."""
    path = printed(address, paper, window)
    pages = pages_of(path)
    with_address = [text for text in pages if re.search(r"http://127.0.0.1:[0-9]+/", text)]
    assert len(re.findall(r"http://127.0.0.1:[0-9]+/", "".join(pages))) == figures
    for text in with_address:
        # The picture's ticks, the sources and the address stand together.
        assert "IGO" in text
        assert re.search(r"\b(20[012]0|100|75|1[.,]0)\b", text)
    assert not is_cut(path)
    assert not [word for word in CONTROLS if word in "".join(pages)]


def test_paper_gets_the_whole_span(printed: Printed) -> None:
    """A trend that was cut at 2009 on paper has its last years, and the names at the ends of its lines."""
    (text,) = [
        text
        for text in pages_of(printed("/trends?region=escap&lang=en", "A4", (1440, 900)))
        if "http:" in text
    ]
    for said in ("1990", "2020", "Developed", "Developing", "World", "ESCAP"):
        assert said in text
    # Notes that follow each other in a line are apart.
    assert not re.search(r"[a-z)]\.[A-Z]", text)


def test_the_page_is_as_before_when_it_has_been_printed(page: Page, printed: Printed) -> None:
    """The pictures go, the plots stay."""
    printed("/trends?lang=en", "A4", (1280, 900))
    assert page.locator(".figure-printed").count() == 0
    assert page.locator(".figure-box .main-svg").first.is_visible()


def test_the_dark_room_is_printed_as_its_page(page: Page, tmp_path: Path) -> None:
    """From committee mode, its screen blanked to black, paper gets the page below with its figure, white."""
    if not shutil.which("pdftotext"):
        pytest.skip("There is no poppler on this machine (poppler-utils).")
    page.set_default_timeout(WAIT_MS)
    page.goto("/gap?lang=en&present=1")
    page.locator(".room .main-svg").first.wait_for()
    page.keyboard.press("b")
    page.locator(".room-dark").wait_for()
    path = tmp_path / "page.pdf"
    page.pdf(path=str(path), format="Letter")
    text = "".join(pages_of(path))
    assert "/gap?" in text
    assert "IGO" in text
    assert not is_cut(path)
    shades = [
        Image.open(one).convert("L").resize((1, 1)).getpixel((0, 0))
        for one in tmp_path.glob("*.png")
    ]
    assert min(shades) > 200
