"""The spread: extremes, median and group above, inequality in two parts below."""

from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.figures import spread as figures
from dashboard.figures.spread import spread_figure
from dashboard.tables import Tables
from dashboard.text import spread as text
from dashboard.text.spread import spread_of
from tests.tiny import GROUPS, SPREADS, YEARS, subject

NONE: list[float | None] = [None] * 6


def drawn(tables: Tables, **view: Any) -> dict[str, Any]:
    """The spread of ESCAP in the hand-made tables."""
    return spread_figure(subject(tables, **{"region": "escap", **view}))


def named(figure: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The traces that say what they are."""
    return {trace["meta"]: trace for trace in figure["data"] if "meta" in trace}


def altered(monkeypatch: pytest.MonkeyPatch, tables: Tables, **parts: Any) -> None:
    """Give ESCAP another spread."""
    series = spread_of(subject(tables, region="escap"))
    assert series is not None
    fields = {name: getattr(series, name) for name in series.__slots__} | parts
    for room in (figures, text):
        monkeypatch.setattr(room, "spread_of", lambda _: type(series)(**fields))


@pytest.mark.parametrize("lang", ["en", "zh", "ar"])
def test_every_direction_is_valid(tables: Tables, lang: str) -> None:
    """Plotly accepts the figure in every direction of writing, the lower panel below the upper."""
    figure = go.Figure(drawn(tables, lang=lang))
    assert figure.layout.yaxis2.domain[1] < figure.layout.yaxis.domain[0]


def test_lines_are_those_of_the_tables(tables: Tables) -> None:
    """Highest, median, lowest, the group's own value, and the measures of inequality."""
    lines, spread = named(drawn(tables)), SPREADS["escap"]
    assert lines["highest"]["y"] == spread["high"]
    assert lines["median"]["y"] == spread["median"]
    assert lines["lowest"]["y"] == spread["low"]
    assert lines["escap"]["y"] == GROUPS["escap"]["values"]
    assert (lines["gini"]["y"], lines["gini"]["yaxis"]) == (spread["gini"], "y2")
    assert lines["between"]["y"] == spread["theil_between"]


def test_ends_name_the_extremes(tables: Tables) -> None:
    """The labels at the ends say which economy is highest and which lowest."""
    said = " ".join(note["text"] for note in drawn(tables)["layout"]["annotations"])
    assert "China" in said
    assert "Kiribati" in said


def test_areas_add_up(tables: Tables) -> None:
    """The area within stands on the area between; their common top is the Theil index."""
    areas = [t for t in drawn(tables)["data"] if t.get("fill") and t["yaxis"] == "y2"]
    within, between = areas
    assert within["y"][:3] == SPREADS["escap"]["theil"][1:4]
    assert within["y"][3:][::-1] == between["y"][:3] == SPREADS["escap"]["theil_between"][1:4]


def test_missing_years_part_the_areas(tables: Tables) -> None:
    """A year without the Theil index is a gap, never a zero."""
    areas = [t for t in drawn(tables)["data"] if t.get("fill") and t["yaxis"] == "y2"]
    assert all(2011 not in area["x"] for area in areas)


def test_without_measures_there_is_one_panel(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Indicators without Gini and Theil have the upper panel alone, over the whole height."""
    altered(monkeypatch, tables, gini=NONE, theil=NONE, theil_between=NONE)
    figure = drawn(tables)
    assert "yaxis2" not in figure["layout"]
    assert figure["layout"]["yaxis"]["domain"] == [0.0, 1.0]


def test_one_value_is_drawn(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """A single year still is a figure."""
    lone = [None, None, None, 5.0, None, None]
    altered(
        monkeypatch,
        tables,
        high=lone,
        median=lone,
        low=lone,
        n=[0, 0, 0, 3, 0, 0],
    )
    assert named(drawn(tables))["median"]["x"] == [2010]


@pytest.mark.parametrize("parts", [{"median": NONE}, {"n": [1] * 6}])
def test_nothing_to_compare_is_said(
    tables: Tables, monkeypatch: pytest.MonkeyPatch, parts: dict[str, Any]
) -> None:
    """All missing, or never more than one economy: a sentence in place of lines."""
    altered(monkeypatch, tables, **parts)
    figure = drawn(tables)
    assert figure["data"] == []
    assert "No spread" in figure["layout"]["annotations"][0]["text"].replace("<br>", " ")


def test_unknown_group_is_said(tables: Tables) -> None:
    """A group that the tables have no spread of gets the same sentence."""
    assert drawn(tables, region="eca")["data"] == []


def test_years_of_the_view_are_kept(tables: Tables) -> None:
    """The view's span cuts the figure."""
    assert named(drawn(tables, years=(2008, 2010)))["median"]["x"] == YEARS[1:4]
