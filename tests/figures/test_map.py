"""The map: classes, circles, neutral areas, and no data that looks like no data."""

from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard import theme
from dashboard.catalogue import catalogue
from dashboard.figures import places
from dashboard.figures.map import class_labels, class_of, map_figure
from dashboard.figures.shapes import map_shapes
from dashboard.tables import Tables
from tests.tiny import YEARS, subject

CONTEXT, AREAS, CIRCLES = 0, 1, 2
LIMITS = catalogue().indicators["internet-use"].class_limits


def drawn(tables: Tables, year: int = 2010, **view: Any) -> dict[str, Any]:
    """The map of a view of the hand-made tables."""
    return map_figure(subject(tables, year=year, **view))


def shown(figure: dict[str, Any], code: str) -> tuple[int, float]:
    """Class and opacity of an economy on the map."""
    areas = figure["data"][AREAS]
    place = areas["locations"].index(code)
    return areas["z"][place], areas["marker"]["opacity"][place]


@pytest.mark.parametrize("region", [code for code, g in catalogue().groups.items() if g.frame])
def test_every_region_is_a_valid_figure(tables: Tables, region: str) -> None:
    """Plotly accepts the map of every region that can be chosen."""
    figure = go.Figure(drawn(tables, region=region))
    assert [trace.type for trace in figure.data[:3]] == ["choropleth", "choropleth", "scattergeo"]
    assert figure.layout.geo.fitbounds is False


@pytest.mark.parametrize(
    ("value", "level"), [(None, -1), (0.0, 0), (9.9, 0), (10.0, 1), (89.9, 4), (100.0, 5)]
)
def test_classes_start_at_their_limit(value: float | None, level: int) -> None:
    """A value that reaches a limit is in the class above it; zero is a value, nothing is not."""
    assert class_of(value, (10, 25, 50, 75, 90)) == level


def test_values_have_the_class_of_what_is_printed(tables: Tables) -> None:
    """China with 34.3% is in a higher class than Kiribati with 9.1%."""
    figure = drawn(tables)
    assert shown(figure, "CHN") == (class_of(34.3, LIMITS), 1)
    assert shown(figure, "KIR") == (class_of(9.1, LIMITS), 1)
    assert shown(figure, "CHN")[0] > shown(figure, "KIR")[0] >= 0


# By hand from the lists of the groups: who has China as a member and does not list TWN, and who does.
FOLLOWING = [
    "escap",
    "escap-enea",
    "m49-142",
    "m49-030",
    "sdg-753",
    "m49-developing",
    "wb-um",
    "wb-2005-developing",
]
LISTING = ["world", "itu-asp", "wb-h"]
NEITHER = ["eca", "m49-019"]


@pytest.mark.parametrize("region", FOLLOWING)
def test_an_area_that_is_not_listed_follows(tables: Tables, region: str) -> None:
    """Where China is a member and Taiwan Province of China is not listed, it has China's colour."""
    figure = drawn(tables, region=region)
    assert shown(figure, "TWN") == shown(figure, "CHN")
    areas = figure["data"][AREAS]
    assert areas["customdata"][areas["locations"].index("TWN")] == "CHN"
    assert "TWN" not in figure["data"][CONTEXT]["locations"]
    fills = map_shapes(subject(tables, region=region, year=2010)).fills
    assert fills["TWN"] == fills["CHN"]


@pytest.mark.parametrize("region", LISTING)
def test_an_area_that_is_listed_has_its_own_value(tables: Tables, region: str) -> None:
    """Where it is listed it has its own value, and none where its publisher gives none."""
    figure = drawn(tables, region=region)
    assert "customdata" not in figure["data"][AREAS]
    assert shown(figure, "TWN")[0] == -1  # it has no value in the hand-made tables


@pytest.mark.parametrize("region", NEITHER)
def test_where_neither_is_a_member_both_are_outside(tables: Tables, region: str) -> None:
    """A region without China shows both as its surroundings."""
    assert {"TWN", "CHN"} <= set(drawn(tables, region=region)["data"][CONTEXT]["locations"])


def test_every_group_with_china_is_decided() -> None:
    """No group has China as a member and leaves the other to an accident of its list."""
    groups = catalogue().groups
    left = [g for g, one in groups.items() if "CHN" in one.members and "TWN" not in one.members]
    assert left == [g for g in groups if places.followers(g)]
    assert set(FOLLOWING) == set(left)


def test_filled_values_are_pale(tables: Tables) -> None:
    """A value that we filled in is paler than one that was observed."""
    assert shown(drawn(tables, 2009), "KIR")[1] == theme.FILLED_OPACITY
    assert shown(drawn(tables, 2009), "CHN")[1] == 1


def test_missing_values_are_no_data(tables: Tables) -> None:
    """An economy without a value in the year has the class of no data, not the lowest one."""
    assert shown(drawn(tables, 2012), "KEN") == (-1, 1)
    assert shown(drawn(tables), "FRA") == (-1, 1)


def test_colours_do_not_depend_on_the_year(tables: Tables) -> None:
    """A colour means the same in every year."""
    scales = [drawn(tables, year)["data"][AREAS]["colorscale"] for year in YEARS]
    assert scales == [theme.colour_scale(len(LIMITS) + 1)] * len(YEARS)


def test_neutral_areas_have_no_class(tables: Tables) -> None:
    """Areas of undetermined status are in the context, a tone darker, and never coloured."""
    context, areas = (drawn(tables)["data"][k] for k in (CONTEXT, AREAS))
    assert set(places.neutral()) <= set(context["locations"])
    assert not set(places.neutral()) & set(areas["locations"])
    assert context["z"][-len(places.neutral()) :] == [1] * len(places.neutral())


def test_small_economies_have_circles(tables: Tables) -> None:
    """Kiribati has a circle of its class, on its islands, that says which economy it is."""
    circles = drawn(tables)["data"][CIRCLES]
    place = circles["customdata"].index("KIR")
    assert circles["marker"]["color"][place] == class_of(9.1, LIMITS)
    assert (circles["lon"][place], circles["lat"][place]) == tuple(places.areas()["KIR"]["point"])


def test_frame_holds_its_members_only(tables: Tables) -> None:
    """In the Pacific frame Germany is surroundings and Fiji an economy of the map."""
    context, areas, *_ = drawn(tables, region="escap-pac")["data"]
    assert "DEU" in context["locations"]
    assert "FJI" in areas["locations"]
    assert not set(context["locations"]) & set(areas["locations"])


def test_undetermined_lines_are_not_solid(tables: Tables) -> None:
    """Lines that are not settled boundaries are dashed or dotted."""
    kinds = [trace["line"]["dash"] for trace in drawn(tables)["data"][3:]]
    assert kinds == ["dash", "dot"]


def test_legend_names_every_class(tables: Tables) -> None:
    """The legend has a label a class, in the language of the view."""
    labels = class_labels(subject(tables))
    assert len(labels) == len(LIMITS) + 1
    assert labels[-2:] == ["75 to under 90", "90 and more"]
    assert class_labels(subject(tables, lang="zh"))[-1] == "90及以上"
