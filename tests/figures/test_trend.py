"""The trend: groups thick, economies thin, breaks and fills visible, honest indexes."""

from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard import theme
from dashboard.charts.registry import CHARTS
from dashboard.figures.multiples import trend_figure
from dashboard.i18n import words
from dashboard.tables import Tables
from dashboard.tables import tables as shipped
from dashboard.text.subject import subject_of
from dashboard.view import MEASURES, SCALES, View
from tests.tiny import YEARS, subject


def drawn(tables: Tables, **view: Any) -> dict[str, Any]:
    """The trend of a view of the hand-made tables."""
    return trend_figure(subject(tables, **view))


def named(figure: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The traces that say what they are, by code."""
    return {trace["meta"]: trace for trace in figure["data"] if "meta" in trace}


@pytest.mark.parametrize("lang", ["en", "zh", "ar"])
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("index", [None, 2010])
def test_every_form_is_valid(tables: Tables, lang: str, scale: str, index: int | None) -> None:
    """Plotly accepts every form of a trend in every direction of writing."""
    view = {"lang": lang, "scale": scale, "index": index, "economies": ("KIR", "FJI")}
    assert go.Figure(drawn(tables, **view)).data


def test_region_is_thickest_and_last(tables: Tables) -> None:
    """The region that is looked at stands out: thickest, above the others, its label bold."""
    figure = drawn(tables, region="escap", economies=("FJI",))
    groups = [trace for trace in figure["data"] if trace.get("meta") in subject_groups()]
    assert groups[-1]["meta"] == "escap"
    assert groups[-1]["line"]["width"] > max(trace["line"]["width"] for trace in groups[:-1])
    assert [note["text"] for note in figure["layout"]["annotations"] if "<b>" in note["text"]] == [
        f"<b>{words('en')('groups.escap.short')}</b>"
    ]


def subject_groups() -> set[str]:
    """The groups that a trend of ESCAP beside developed and developing regions shows."""
    return {"world", "m49-developed", "m49-developing", "escap"}


def test_groups_keep_their_colour(tables: Tables) -> None:
    """A group has the same colour whatever the region and the indicator."""
    for region in ("world", "escap"):
        line = named(drawn(tables, region=region))["m49-developed"]["line"]
        assert line["color"] == theme.group_colour("m49-developed")


def test_published_values_stand_apart(tables: Tables) -> None:
    """What the publisher printed for a group is a line of its own, thin and marked."""
    lines = named(drawn(tables, editions="newest"))
    printed = lines["published/world/itu-aggregates"]
    assert printed["line"]["width"] < lines["world"]["line"]["width"]
    assert "open" in printed["marker"]["symbol"]
    assert "January 2022" in printed["name"]


def test_published_values_wait_until_they_are_asked_for(tables: Tables) -> None:
    """A trend has our group values alone, in the figure, the notes and the sources."""
    assert not [meta for meta in named(drawn(tables)) if str(meta).startswith("published")]


def test_editions_stand_side_by_side() -> None:
    """The newest edition is shown; on demand all are, each with its own mark and its own numbers."""
    newest = printed_of_the_world(editions="newest")
    both = printed_of_the_world(editions="all")
    assert list(newest) == ["itu-aggregates-2024"]
    assert list(both) == ["itu-aggregates-2024", "itu-aggregates", "itu-aggregates-2019"]
    assert len({line["marker"]["symbol"] for line in both.values()}) == 3
    # As ITU printed the world's Internet use of 2019 in each of the three editions.
    in_2019 = [line["y"][line["x"].index(2019)] for line in both.values()]
    assert [round(value, 1) for value in in_2019] == [52.9, 53.6, 53.6]


def printed_of_the_world(**view: object) -> dict[str, dict[str, Any]]:
    """Source of an edition -> its line in the trend of the shipped tables."""
    one = subject_of(View(lang="en", **view), shipped())  # type: ignore[arg-type]
    lines = trend_figure(one)["data"]
    marked = ((str(line.get("meta", "")).split("/"), line) for line in lines)
    return {meta[2]: line for meta, line in marked if meta[:2] == ["published", "world"]}


def test_markers_say_how_values_came_about(tables: Tables) -> None:
    """Observed, estimated and filled values have three different markers."""
    symbols = named(drawn(tables, economies=("KIR",)))["KIR"]["marker"]["symbol"]
    assert symbols[:4] == ["circle", "circle", "circle-open", "diamond"]


def test_hover_names_what_is_not_observed(tables: Tables) -> None:
    """The text at a point says that a value was estimated or filled, and nothing where none is."""
    texts = named(drawn(tables, economies=("KIR",)))["KIR"]["text"]
    assert texts[0] == "4.0"
    assert texts[2] == f"8.0 ({words('en')('figures.status.interpolated')})"
    assert texts[3] == f"9.1 ({words('en')('figures.status.estimated')})"
    assert texts[4] == ""


def test_hover_of_groups_tells_the_filled_share(tables: Tables) -> None:
    """The text at a group value says what share of its weight was filled in."""
    assert "12%" in named(drawn(tables))["world"]["text"][0]
    assert named(drawn(tables))["m49-developed"]["text"][0] == "50.9"


def test_breaks_are_marked(tables: Tables) -> None:
    """At Kiribati's break of 2012 no line joins the values, and a stroke stands where it goes on."""
    traces = drawn(tables, economies=("KIR",))["data"]
    strokes = [t for t in traces if t["mode"] == "markers" and "meta" not in t]
    assert [stroke["x"] for stroke in strokes] == [[2012]]
    own = strokes[0]["marker"]["color"]
    joined = [t["x"] for t in traces if t["mode"] == "lines" and t["line"]["color"] == own]
    assert all(2012 not in x for x in joined)


def test_blank_group_years_are_gaps(tables: Tables) -> None:
    """A group without enough data in a year has a gap there, not a zero."""
    pacific = named(drawn(tables, region="escap-pac"))["escap-pac"]
    assert pacific["y"] == [None, None, None, 44.0, 45.0, 46.0]


def test_index_is_relative_to_its_year(tables: Tables) -> None:
    """An indexed trend is 100 in its base year; a line without a value then is not drawn."""
    lines = named(drawn(tables, index=2005, region="escap-pac"))
    assert lines["world"]["y"][0] == 100
    assert lines["world"]["y"][-1] == pytest.approx(100 * 34.2 / 15.8)
    assert "escap-pac" not in lines


def test_index_of_a_year_without_data_says_so(tables: Tables) -> None:
    """If no line has a value in the base year, the figure says so instead of showing nothing."""
    figure = drawn(tables, index=1999)
    assert figure["data"] == []
    assert figure["layout"]["annotations"][0]["text"]


def test_span_of_years_is_kept(tables: Tables) -> None:
    """Only the years that were asked for are drawn."""
    assert named(drawn(tables, years=(2009, 2011)))["world"]["x"] == [2009, 2010, 2011]


def test_lines_that_end_early_say_when(tables: Tables) -> None:
    """A line whose last value is more than a year older than the others names that year."""
    view = {"indicator": "fixed-telephone", "economies": ("KEN", "DEU"), "years": (2005, 2012)}
    labels = [note["text"] for note in drawn(tables, **view)["layout"]["annotations"]]
    assert labels == ["Kenya", "Germany"]
    assert YEARS[-1] == 2012


def test_unit_stands_on_the_axis(tables: Tables) -> None:
    """The axis of values names the unit, or the base year of an index."""
    title = "title"
    assert drawn(tables)["layout"]["yaxis"][title]["text"] == "% of people"
    assert "2010" in drawn(tables, index=2010)["layout"]["yaxis"][title]["text"]


def test_indicator_without_groups_asks_for_economies(tables: Tables) -> None:
    """Where no group values exist and no economy is chosen, the figure says what to do."""
    figure = drawn(tables, indicator="fixed-telephone")
    assert figure["data"] == []
    assert said(figure) == words("en")("figures.empty_trend")
    assert not figure["layout"]["xaxis"]["visible"]


def test_a_base_year_without_values_is_said(tables: Tables) -> None:
    """Groups that have values, but none in the base year, are not said to have no group value."""
    figure = drawn(tables, index=1995)
    assert figure["data"] == []
    assert said(figure) == "No line has a value in 1995: choose another base year."


def test_chosen_economies_without_values_are_not_asked_for(tables: Tables) -> None:
    """Whoever has chosen an economy without values is not told to choose one."""
    figure = drawn(tables, indicator="fixed-telephone", economies=("TUV",))
    assert said(figure) == "No line has a value in these years."


def said(figure: dict[str, Any]) -> str:
    """What an empty figure says."""
    return str(figure["layout"]["annotations"][0]["text"]).replace("<br>", " ")


def test_measures_do_not_matter_to_a_trend(tables: Tables) -> None:
    """The gap's measure leaves the trend as it is."""
    first = drawn(tables)
    assert all(drawn(tables, measure=measure) == first for measure in MEASURES)


def test_nothing_compared_leaves_world_region_and_economies(tables: Tables) -> None:
    """With the comparison "none" the other groups are gone from lines, subtitle and notes."""
    view = {"region": "escap", "economies": ("FJI",)}
    assert len(set(named(drawn(tables, **view))) - {"band"}) > 3
    alone = subject(tables, scheme="none", **view)
    assert set(named(trend_figure(alone))) - {"band"} == {"world", "escap", "FJI"}
    said = CHARTS["trend"]
    assert said.subtitle(alone) == "ESCAP"
    assert not [note for note in said.notes(alone) if "Developed and developing" in note]
