"""Names and shapes on every copy are those of United Nations practice."""

import re

import pytest

from dashboard.catalogue import catalogue
from dashboard.catalogue.load import LANGUAGES
from dashboard.exports.faces import render
from dashboard.tables import tables
from dashboard.view import View

# Short or former names that the M49 list does not have; whole words only.
FORBIDDEN = (
    "Taiwan(?! Province)",
    "Republic of Kosovo",
    "Burma",
    "Swaziland",
    "Macedonia(?!n)(?<!North Macedonia)",
    "Czech Republic",
    "Cape Verde",
    "Ivory Coast",
    "East Timor",
    "Palestine(?<!State of Palestine)",
    "Turkey",
    "South Korea",
    "North Korea",
    "Russia(?!n)",
    "Persian Gulf",
    "Arabian Gulf",
)
PATTERN = re.compile(r"\b(?:" + "|".join(FORBIDDEN) + r")\b")


def test_the_list_finds_what_it_forbids() -> None:
    """The patterns let the official names pass and no others."""
    for name in (
        "Republic of Korea",
        "State of Palestine",
        "North Macedonia",
        "Russian Federation",
    ):
        assert not PATTERN.search(name)
    for name in ("South Korea", "Palestine", "Macedonia", "Russia", "Turkey"):
        assert PATTERN.search(name)


def test_no_economy_has_a_forbidden_name() -> None:
    """The catalogue's English names are official."""
    assert [
        e.names["en"] for e in catalogue().economies.values() if PATTERN.search(e.names["en"])
    ] == []


@pytest.mark.parametrize("face", ["csv", "svg", "metadata.json"])
@pytest.mark.parametrize("region", ["world", "escap", "ece", "escwa"])
def test_no_copy_has_a_forbidden_name(face: str, region: str) -> None:
    """Neither data nor pictures nor notes, for maps of all regions with such areas."""
    text = render(View(lang="en", region=region), "map", face, tables())[0].decode()
    found = PATTERN.findall(text)
    assert found == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("face", ["svg", "metadata.json"])
def test_every_copy_of_a_map_has_the_note(lang: str, face: str) -> None:
    """The note on boundaries and names goes with every map, in its language."""
    note = catalogue().map_notes["general"][lang]
    text = render(View(lang=lang), "map", face, tables())[0].decode()
    squeezed = re.sub(r"<[^>]*>|[\s\u2066-\u2069]", "", text)
    assert re.sub(r"\s", "", note) in squeezed
