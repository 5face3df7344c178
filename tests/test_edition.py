"""Addresses of faces change with everything that a face is made of."""

import re
from pathlib import Path

from werkzeug.test import Client

from dashboard.edition import _sources, edition, stamp
from dashboard.tables import tables


def test_edition_starts_with_the_data_version() -> None:
    """A frozen link names the data that it was made of."""
    assert edition().startswith(tables().version)
    assert re.fullmatch("[0-9a-f]{8}", edition().removeprefix(tables().version))


def test_another_word_is_another_stamp(tmp_path: Path) -> None:
    """A corrected word reaches readers whose browser keeps the old face for ever."""
    words = tmp_path / "en.toml"
    words.write_text('title = "Gpa"')
    before = stamp([words])
    words.write_text('title = "Gap"')
    assert stamp([words]) != before


def test_scripts_are_part_of_the_edition() -> None:
    """A file that works without a server is another one when a script or a style in it changes."""
    names = {path.name for path in _sources()}
    assert {"map.js", "figure.css", "plotly.js", "standin.js", "room.html"} <= names


def test_printed_data_version_leads_to_the_edition(client: Client) -> None:
    """The version printed on the page is accepted in an address and leads to the present face."""
    answer = client.get(f"/view/gap.json?lang=en&v={tables().version}")
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith(f"v={edition()}")
