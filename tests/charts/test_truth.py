"""Charts draw the indicator that they name: held to the built tables and the catalogue's files.

The numbers and the sources are read with pandas and tomllib, past all code that draws.
"""

import csv
import io
import tomllib
from functools import cache
from typing import Any

import orjson
import pandas as pd
import pytest
from werkzeug.test import Client

from dashboard.charts.registry import CHARTS, EXHIBITS
from dashboard.faces import render
from dashboard.settings import CATALOGUE, TABLES
from dashboard.tables import tables
from dashboard.view import View, ViewError

TARGETS = tomllib.loads((CATALOGUE / "targets.toml").read_text(encoding="utf-8"))
SOURCES = tomllib.loads((CATALOGUE / "sources.toml").read_text(encoding="utf-8"))
PANELS = tomllib.loads((CATALOGUE / "panels.toml").read_text(encoding="utf-8"))
MEASURES = {
    one.get("id", name): one for name, target in TARGETS.items() for one in target["measures"]
}
MEASURED = sorted(name for name, one in MEASURES.items() if one.get("indicator"))
UNMEASURED = sorted(set(MEASURES) - set(MEASURED))


@cache
def world(indicator: str) -> dict[int, float]:
    """The group values of the world by year, from the whole table."""
    whole = pd.read_parquet(TABLES / "aggregates.parquet")
    own = whole[(whole.indicator == indicator) & (whole.group == "world")].dropna(subset="value")
    return {int(year): float(value) for year, value in zip(own.year, own.value, strict=True)}


def face(name: str, view: View) -> dict[str, Any]:
    """The JSON face of a view."""
    found: dict[str, Any] = orjson.loads(render(view, name, "json", tables())[0])
    return found


@pytest.mark.parametrize("target", MEASURED)
def test_a_target_is_drawn_with_its_measure(target: str) -> None:
    """Line, rows, sources and passport of the targets chart are of the measure's indicator."""
    indicator = MEASURES[target]["indicator"]
    view, values = View(target=target, lang="en"), world(indicator)
    found = face("pace", view)
    assert [one["indicator"] for one in found["passport"]["indicators"]] == [indicator]
    for trace in found["figure"]["data"]:
        if trace.get("meta") == "world":
            drawn = {x: y for x, y in zip(trace["x"], trace["y"], strict=True) if y is not None}
            # A year in which every value was filled has no point.
            assert drawn == pytest.approx({x: values[x] for x in drawn}, abs=0.01)
            assert max(drawn) == max(values)
    text = render(view, "pace", "csv", tables())[0].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {row["indicator"] for row in rows} <= {indicator}
    used = pd.read_parquet(TABLES / "observations.parquet", columns=["indicator", "source"])
    known = set(used[used.indicator == indicator].source)
    named = {one["title"] for one in found["passport"]["sources"]}
    assert named <= {SOURCES[source]["title"] for source in known}


@pytest.mark.parametrize("target", UNMEASURED)
def test_a_target_without_data_is_refused(target: str) -> None:
    """Nothing stands in for a measure that no open data tell of."""
    with pytest.raises(ViewError, match="'target' must here be one of"):
        render(View(target=target), "pace", "json", tables())


@pytest.mark.parametrize("name", ["events", "timeline"])
def test_workshops_are_no_indicator(name: str) -> None:
    """The passport of the register names no indicator, unit or code."""
    found = face(name, View(lang="en"))["passport"]
    assert found["indicators"] == []
    assert not {"indicator", "unit", "sdg_code", "core_code", "groups"} & set(found)


@pytest.mark.parametrize("panel", [name for name, one in PANELS.items() if "indicators" in one])
def test_a_panel_is_about_its_indicators(panel: str) -> None:
    """The passport of a panel lists the indicators that the catalogue gives it."""
    chart = PANELS[panel]["chart"]
    found = face(chart, View(panel=panel, lang="en"))["passport"]
    assert [one["indicator"] for one in found["indicators"]] == PANELS[panel]["indicators"]


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("name", ["together", "strip"])
def test_a_panel_of_another_chart_is_refused(name: str, panel: str) -> None:
    """A documented panel that is another chart's gets a sentence; left out, the chart's own first."""
    own = PANELS[panel]["chart"] == name
    view = View(panel=panel, lang="en")
    if own or panel == View().panel:
        assert face(name, view)["figure"]["data"]
    else:
        with pytest.raises(ViewError, match="'panel' must here be one of"):
            render(view, name, "svg", tables())


@pytest.mark.parametrize("name", CHARTS)
def test_a_place_without_values_is_drawn_without_a_trace(name: str) -> None:
    """An economy without a single value gives every chart a figure and a sentence, and no error."""
    view = View(
        indicator="skills-safety", target="wsis-10-1", economies=("KWT",), region="escwa", lang="en"
    )
    own = EXHIBITS[name].fitting(view)
    for kind in ("json", "svg", "pptx", "csv"):
        assert render(own, name, kind, tables())[0]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/targets?target=umc-3", "Individuals using the Internet"),
        ("/embed/strip?panel=use-gap", "Internet use, economy by economy"),
    ],
)
def test_a_page_mends_what_does_not_fit_and_says_so(
    client: Client, address: str, shown: str
) -> None:
    """A value that makes no sense in the page's chart is replaced by one that does, with a notice."""
    answer = client.get(f"{address}&lang=en")
    assert answer.status_code == 200
    name, value = address.partition("?")[2].split("=")
    assert f"This view has no {name}={value}; shown instead: {shown}." in answer.text
    assert "shown instead" not in client.get(f"{address.partition('?')[0]}?lang=en").text
