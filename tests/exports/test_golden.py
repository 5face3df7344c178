"""A few pictures, whole, as they were when somebody looked at them last.

After a change that is meant: `GOLDEN=write make test`, look at the files in `golden/`, commit them.
"""

import os
import re
from pathlib import Path
from typing import Any

import pytest

from dashboard.faces import render
from dashboard.tables import Tables
from dashboard.view import View

FOLDER = Path(__file__).parent / "golden"
PICTURES: dict[str, tuple[str, dict[str, Any]]] = {
    "map-escap-pac-en": ("map", {"lang": "en", "region": "escap-pac", "economies": ("KIR",)}),
    "trend-ar": ("trend", {"lang": "ar", "economies": ("KIR", "CHN")}),
    "gap-zh": ("gap", {"lang": "zh"}),
}
# One element a line, so that a difference can be read; the address depends on the machine.
BREAK = re.compile(r"(?<=>)(?=<)")
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


def lines(drawing: bytes) -> list[str]:
    """A picture as lines without this machine's address."""
    return BREAK.split(ADDRESS.sub("http://localhost", drawing.decode()))


@pytest.mark.parametrize("name", PICTURES)
def test_picture_is_as_it_was(name: str, tables: Tables) -> None:
    """A picture changes when somebody means to change it, and then somebody has looked at it."""
    chart, view = PICTURES[name]
    found = lines(render(View(**view), chart, "svg", tables)[0])
    path = FOLDER / f"{name}.svg"
    if os.environ.get("GOLDEN") == "write":
        path.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == path.read_text(encoding="utf-8").rstrip("\n").split("\n")
