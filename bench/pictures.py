"""Take the pictures of the README from the dashboard as it is: `make pictures`.

Pages in a headless Chromium, the slide through LibreOffice where there is one.
"""

import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.servers import dashboard

HERE = Path(__file__).parent.parent / "docs" / "images"
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
PAGES = {
    "overview": ("/?lang=en", DESK),
    "map": ("/map?region=escap-pac&economies=KIR&lang=en", DESK),
    "phone": ("/trends?region=escap-pac&economies=KIR~FJI&lang=ar", PHONE),
}
# What a slide prints as the address, in place of that of this machine.
SITE = "https://ict.example.org"
SLIDE = "/view/trend.pptx?region=escap-pac&economies=KIR~FJI&years=2010..2024&lang=en"


def main() -> None:
    """Serve the dashboard and write the pictures."""
    with dashboard(SITE=SITE) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for name, (address, size) in PAGES.items():
            _page(browser, f"{server.url}{address}", size, HERE / f"{name}.png")
        _slide(f"{server.url}{SLIDE}", HERE / "slide.png")


def _page(browser: Browser, address: str, size: dict[str, int], path: Path) -> None:
    """The first view of a page, without the hint of a first visit."""
    page = browser.new_page(viewport=size)  # type: ignore[arg-type]
    page.goto(address, wait_until="networkidle")
    page.add_style_tag(content=".hint { display: none !important }")
    page.screenshot(path=path)
    page.close()


def _slide(address: str, path: Path) -> None:
    office = shutil.which("soffice")
    if not office:
        sys.stderr.write("There is no LibreOffice here: the picture of the slide stays as it is.\n")
        return
    with tempfile.TemporaryDirectory() as folder, urllib.request.urlopen(address) as answer:
        file = Path(folder, "slide.pptx")
        file.write_bytes(answer.read())
        command = [office, "--headless", "--convert-to", "png", "--outdir", folder, str(file)]
        subprocess.run(command, check=True, capture_output=True)
        shutil.copy(file.with_suffix(".png"), path)


if __name__ == "__main__":
    main()
