"""The names on a map, in six languages."""

from itertools import combinations

import pytest

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.figures import places
from dashboard.figures.names import Box, Name, names
from dashboard.tables import Tables
from tests.tiny import subject

FRAMES = [code for code, group in catalogue().groups.items() if group.frame]


def placed(tables: Tables, region: str, lang: str = "en", **view: object) -> dict[str, Name]:
    """The names of a region's map."""
    return {name.code: name for name in names(subject(tables, region=region, lang=lang, **view))}


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes share an area."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_covers_another(tables: Tables, lang: str) -> None:
    """On no map of any region do two names overlap, or a name the circle of another economy."""
    for region in FRAMES:
        found = placed(tables, region, lang)
        for one, other in combinations(found.values(), 2):
            assert not meet(one.box, other.box), (region, one.code, other.code)
        for panel in places.picture(region).panels:
            for code in set(panel.circles) & set(panel.points):
                x, y = panel.points[code]
                circle = (x - 3, y - 3, x + 3, y + 3)
                over = [n.code for n in found.values() if n.code != code and meet(n.box, circle)]
                assert not over, (region, code)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_are_in_the_picture(tables: Tables, lang: str) -> None:
    """No name is cut by the edge of the picture."""
    for region in FRAMES:
        width, height = places.picture(region).size
        for name in placed(tables, region, lang).values():
            left, top, right, bottom = name.box
            assert 0 <= left < right <= width, (region, name.code)
            assert 0 <= top < bottom <= height, (region, name.code)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_delegate_can_point_at_an_island(tables: Tables, lang: str) -> None:
    """Every economy of the Pacific and of the Caribbean is named on its map, in every language."""
    for region in ("escap-pac", "m49-009", "m49-029"):
        chosen = subject(tables, region=region, lang=lang)
        assert set(placed(tables, region, lang)) >= set(chosen.in_frame()), region
    assert "".join(placed(tables, "escap-pac", lang)["KIR"].lines) == subject(
        tables, lang=lang
    ).words.economy("KIR")


def test_large_groups_name_what_is_highlighted(tables: Tables) -> None:
    """On the map of ESCAP's 58 economies Kiribati is named once it is chosen, and nobody else."""
    assert not {"KIR", "FJI", "CHN"} & set(placed(tables, "escap"))
    assert set(placed(tables, "escap", economies=("KIR",))) & {"KIR", "FJI", "CHN"} == {"KIR"}


def test_signs_stand_where_they_belong(tables: Tables) -> None:
    """Each note's sign is at its areas: territories, Jammu and Kashmir, the Falklands."""
    pacific = placed(tables, "escap-pac")
    assert pacific["ASM"].lines[-1].endswith("*")
    assert not pacific["WSM"].lines[-1].endswith("*")
    assert list(placed(tables, "escap")["XJK"].lines) == ["**"]
    assert list(placed(tables, "eclac")["FLK"].lines) == ["***"]
    assert list(placed(tables, "world")["FLK"].lines) == ["* ***"]
    assert not {"FLK", "XJK"} & set(placed(tables, "eca"))


def test_a_name_that_was_moved_has_a_leader(tables: Tables) -> None:
    """Far from its island a name is joined to it; beside it there is no line."""
    inset = places.picture("m49-029").panels[1]
    names_there = placed(tables, "m49-029")
    moved = 0
    for code in inset.circles:
        (x, y), (left, top, right, bottom) = inset.points[code], names_there[code].box
        away = max(left - x, 0, x - right) ** 2 + max(top - y, 0, y - bottom) ** 2
        assert (names_there[code].at is not None) == (away > 8**2), code
        moved += away > 8**2
    assert moved
