"""What pages are written in: colours that follow the theme of the page."""

import re

import pytest
from werkzeug.test import Client

from bench.access import PAGES
from dashboard import theme

COLOURED = re.compile(r'(?:style|fill|stroke)="([^"]*)"')


@pytest.mark.parametrize("address", PAGES)
def test_no_page_writes_a_colour_that_the_dark_would_change(client: Client, address: str) -> None:
    """Of the colours that are others in the dark, a page has the property, with the light one to fall back on."""
    page = client.get(f"{address}&lang=en").text
    written = " ".join(COLOURED.findall(page))
    plain = re.sub(r"var\(--[0-9a-f]{6},#[0-9a-f]{6}\)", "", written)
    assert set(re.findall("#[0-9a-f]{6}", plain)) & set(theme.changes_of("dark")) == set()
