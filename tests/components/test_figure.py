from typing import Any

import pytest
from dash import dcc, html

from dashboard.components.figure import PARTS, figure, figure_ids
from dashboard.ids import Ids, dom_id


def _ids(tree: Any) -> list[Any]:
    return [node.id for node in tree._traverse() if getattr(node, "id", None)]


@pytest.mark.parametrize("chart", ["map", "trend", "gap"])
def test_caption_is_complete(chart: str) -> None:
    """No figure without title, subtitle, sentence, source and notes."""
    ids = _ids(figure(chart))
    assert all(figure_ids(chart)[part] in ids for part in PARTS)


def test_order_of_parts() -> None:
    """The title comes first, the year above the plot, the legend below it, the source last."""
    drawn = figure("map", above=[html.Div("years")], below=[html.Div("legend")])
    seen, *rest = drawn.children
    head, above, box, zoom, below = seen.children
    assert (head.className, box.className) == ("figure-head", "figure-box figure-box-map")
    assert zoom.className == "map-zoom"
    assert [part.children[0].children for part in (above, below)] == ["years", "legend"]
    assert [part.className for part in rest] == ["figure-source", "figure-more", "figure-actions"]


def test_notes_are_folded_behind_their_number() -> None:
    """On a page the notes are closed, and the line that opens them says its key."""
    folded = next(part for part in figure("map").children if part.className == "figure-more")
    line, notes = folded.children
    assert getattr(folded, "open", None) is None
    assert line.to_plotly_json()["props"]["aria-keyshortcuts"] == "n"
    assert (line.id, notes.id) == (figure_ids("map")["count"], figure_ids("map")["notes"])


def test_a_plot_says_what_it_is_and_what_its_keys_do() -> None:
    """Who listens hears the title, the sentence and the keys, and not the letters of the drawing."""
    seen = figure("map").children[0]
    box = next(node for node in seen.children if "figure-box" in node.className)
    ids = figure_ids("map")
    described = box.to_plotly_json()["props"]
    assert described["aria-labelledby"] == dom_id(ids["title"])
    assert described["aria-describedby"].split() == [dom_id(ids["sentence"]), Ids.KEYS]
    assert box.children.to_plotly_json()["props"]["aria-hidden"] == "true"


def test_a_map_needs_no_plotly() -> None:
    """Its place is an empty element, which the browser puts the SVG into; it is never a Graph."""
    parts = list(figure("map")._traverse())
    assert not any(isinstance(node, dcc.Graph) for node in parts)
    assert [node.className for node in parts if getattr(node, "id", None) == Ids.MAP] == ["plot"]


def test_a_plot_does_not_trap_the_scroll() -> None:
    """Wheel and fingers move the page, not the plot."""
    graph = next(node for node in figure("trend")._traverse() if isinstance(node, dcc.Graph))
    assert graph.config["scrollZoom"] is False


def test_nothing_is_painted_before_the_data() -> None:
    """A figure without data is transparent and has no axes."""
    graph = next(node for node in figure("trend")._traverse() if isinstance(node, dcc.Graph))
    assert graph.figure["data"] == []
    assert graph.figure["layout"]["xaxis"]["visible"] is False


def test_small_figures_are_told_apart() -> None:
    """Two small figures on one page share no id."""
    first, second = (
        _ids(figure("gap", of=f"indicator={name}", small=True))
        for name in ("egdi", "fixed-broadband")
    )
    assert [one for one in first if one in second] == []
