"""The names on a map, on every medium and in six languages, measured on what is drawn."""

import os
import re
from itertools import product

import pytest

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.drawing.names import LARGE, _drawing, names_drawing, page_names
from dashboard.exports import pictures
from dashboard.exports.look import SIZES, Look
from dashboard.exports.preview import preview_face
from dashboard.figures import places
from dashboard.figures.preview import shapes_svg
from dashboard.figures.shapes import map_shapes
from dashboard.tables import Tables
from tests.drawing.named import Drawn, faults, read, unnamed
from tests.tiny import subject

SPOKEN = [*LANGUAGES]
MOST = 30  # members of a group whose map names them all
FRAMES = [code for code, group in catalogue().groups.items() if group.frame]

# Where names have the least room: every language, on a slide and on the page.
CROWDED = ("m49-029", "m49-009", "escap-pac", "escwa", "sdg-747", "sdg-753")
PAGE, WALL = "on the page", "on the wall"
MEDIA = (*SIZES, PAGE, WALL)
# Each region once, languages and media in turn; all that there is: NAMES=all.
TURNS = [
    (region, SPOKEN[k % len(SPOKEN)], MEDIA[k // 2 % len(MEDIA)]) for k, region in enumerate(FRAMES)
]
MAPS = sorted(
    product(FRAMES, LANGUAGES, MEDIA)
    if os.environ.get("NAMES") == "all"
    else {*TURNS, *product(CROWDED, LANGUAGES, ("slide", PAGE, WALL))}
)
# Letters of a card of a link, and how much smaller names may be where nothing else helps.
LINK, SMALLER = 8.5, 0.92


def drawn(
    tables: Tables, region: str, lang: str = "en", medium: str = PAGE, **view: object
) -> Drawn:
    """What the map of a region has."""
    of = subject(tables, region=region, lang=lang, **view)
    if medium == PAGE:
        return read(preview_face("map", of, Look())[0])
    if medium == WALL:
        shapes = map_shapes(of)
        return read(shapes_svg(of, shapes, "", names_drawing(of, LARGE)).encode())
    return read(pictures.svg("map", of, Look(*SIZES[medium]))[0])


def members(tables: Tables, region: str, lang: str) -> dict[str, str]:
    """The names that a map must have."""
    of = subject(tables, region=region, lang=lang)
    inside = of.in_frame()
    return {code: of.words.economy(code) for code in inside if len(inside) <= MOST}


@pytest.mark.parametrize(("region", "lang", "medium"), MAPS)
def test_every_name_is_read_as_of_its_own(
    tables: Tables, region: str, lang: str, medium: str
) -> None:
    """All economies of a small group are named, nothing lies on a name, none is taken for another's."""
    found = drawn(tables, region, lang, medium)
    assert not [*faults(found), *unnamed(found, members(tables, region, lang))]
    least = LINK if medium == "og" else found.least
    assert all(word.size >= SMALLER * least for word in found.words)


def test_all_names_are_on_the_list_of_numbers(tables: Tables) -> None:
    """Where a number stands at an island, a list has the number and the name, in one order."""
    found = drawn(tables, "m49-029", "ru", "slide")
    numbers = {word.code: word.text for word in found.words if word.text.isdigit()}
    assert sorted(map(int, numbers.values())) == list(range(1, len(numbers) + 1))
    for code, number in numbers.items():
        texts = [word.text for word in found.words if word.code == code]
        assert texts.count(number) == 2, code
        assert not "".join(texts).isdigit(), code


def test_large_groups_name_what_is_highlighted(tables: Tables) -> None:
    """On the map of ESCAP's 58 economies Kiribati is named once it is chosen, and nobody else."""
    some = {"KIR", "FJI", "CHN"}
    assert not some & set(drawn(tables, "escap").names)
    found = drawn(tables, "escap", economies=("KIR",))
    assert some & set(found.names) == {"KIR"}
    assert found.names["KIR"] == subject(tables).words.economy("KIR")


@pytest.mark.parametrize("region", ["world", "escap", "ece", "m49-150"])
def test_many_highlighted_are_named_on_a_large_map(tables: Tables, region: str) -> None:
    """Seventeen chosen economies, tiny and crowded ones among them, are each named or numbered."""
    many = [
        "KIR",
        "FJI",
        "CHN",
        "DEU",
        "KEN",
        "SGP",
        "MLT",
        "LUX",
        "JAM",
        "BRB",
        "MDV",
        "NPL",
        "CHE",
        "AUT",
        "QAT",
        "BHR",
        "LBN",
    ]
    chosen = [code for code in many if code in catalogue().groups[region].members]
    found = drawn(tables, region, medium="slide", economies=tuple(many))
    economy = subject(tables).words.economy
    assert not [*unnamed(found, {code: economy(code) for code in chosen})]
    assert not [one for one in faults(found) if one.kind in ("names overlap", "leaders cross")]


def test_signs_stand_where_they_belong(tables: Tables) -> None:
    """Each note's sign is at its areas: territories, Jammu and Kashmir, the Falklands."""
    pacific = drawn(tables, "escap-pac").names
    assert pacific["ASM"].endswith("*")
    assert not pacific["WSM"].endswith("*")
    assert drawn(tables, "escap").names["XJK"] == "**"
    assert drawn(tables, "eclac").names["FLK"] == "***"
    assert drawn(tables, "world").names["FLK"] == "****"
    assert not {"FLK", "XJK"} & set(drawn(tables, "eca").names)


@pytest.mark.parametrize("medium", MEDIA)
def test_no_sign_is_left_out(tables: Tables, medium: str) -> None:
    """The world's map has the sign of every territory that a note is of, however large its letters."""
    assert set(drawn(tables, "world", medium=medium).names) == set(places.signs("world"))


def test_no_name_is_cut(tables: Tables) -> None:
    """The longest name stands whole, in as many lines as it needs."""
    words = [one.text for one in drawn(tables, "m49-154").words if one.code == "GBR"]
    assert " ".join(words) == "United Kingdom of Great Britain and Northern Ireland"


def test_the_same_view_has_the_same_names(tables: Tables) -> None:
    """Places do not depend on what was drawn before."""
    of = subject(tables, region="m49-029")
    before = names_drawing(of, 22)
    _drawing.cache_clear()
    assert names_drawing(of, 22) == before
    assert not re.search("nan|inf", before)


def test_a_page_has_names_for_near_and_for_far(tables: Tables) -> None:
    """A page holds the same names twice, in two sizes; signs alone once."""
    both = page_names(subject(tables, region="m49-029"))
    small, large = both.split('class="map-names map-large"')
    names = [set(re.findall('data-name="(...)"', one)) for one in (small, large)]
    assert names[0] == names[1]
    assert len(names[0]) == 28
    assert "map-large" not in page_names(subject(tables, region="world"))
