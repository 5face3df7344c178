"""Colours over all charts: names that can be read, and one colour for one thing."""

from collections import defaultdict
from typing import Any

import pytest

from dashboard.charts.registry import CHARTS
from dashboard.tables import tables as shipped
from dashboard.view import View
from tests.charts.test_parameters import CHANGING
from tests.test_theme import contrast

NAMES = {"Kiribati": "KIR", "Fiji": "FJI", "China": "CHN"}
VIEW: dict[str, Any] = {"lang": "en", "region": "escap", "economies": ("KIR", "FJI", "CHN")}


def figure(name: str, **view: Any) -> dict[str, Any]:
    """The figure of a chart from the shipped tables."""
    chart = CHARTS[name]
    return chart.figure(chart.subject(chart.fitting(View(**VIEW | view)), shipped()))


@pytest.mark.parametrize("name", [name for name in CHARTS if name in CHANGING])
def test_every_word_of_a_figure_can_be_read(name: str) -> None:
    """Labels, names of axes and names of points have the contrast on white that WCAG asks of text."""
    drawn = figure(name)
    fonts = [said["font"] for said in drawn["layout"].get("annotations", ()) if "font" in said]
    fonts += [trace["textfont"] for trace in drawn["data"] if "textfont" in trace]
    for axis in ("xaxis", "yaxis", "yaxis2"):
        fonts.append(drawn["layout"].get(axis, {}).get("tickfont", {}))
    colours = [font["color"] for font in fonts if isinstance(font.get("color"), str)]
    assert all(contrast(colour, "#ffffff") >= 4.5 for colour in colours), colours


def test_one_thing_has_one_colour() -> None:
    """A group or an economy has the same colour in every chart of a view, by its code or its name."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    drawn = {name: figure(name, scheme="commissions") for name in ("trend", "gap", "strip")}
    drawn["spread"], drawn["pace of one"] = figure("spread"), figure("pace")
    drawn["pace"] = figure("pace", economies=())
    for name, one in drawn.items():
        for trace in one["data"]:
            said = trace.get("meta") or "".join(trace.get("text") or ())
            colour = trace.get("marker", {}).get("color")
            if isinstance(colour, str):
                found[NAMES.get(said, said)][name] = colour
    assert {"trend", "gap"} <= set(found["escap"]) & set(found["world"]) & set(found["ece"])
    assert {"trend", "gap", "spread", "pace"} <= set(found["escap"])
    assert {"trend", "strip", "pace of one"} <= set(found["KIR"])
    shared = {code: set(colours.values()) for code, colours in found.items() if len(colours) > 1}
    assert {code for code, colours in shared.items() if len(colours) > 1} == set()
