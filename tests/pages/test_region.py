"""The region page: every group of the catalogue has one, with no empty place on it."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from dash import html
from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder

from dashboard.catalogue import catalogue
from dashboard.charts.registry import CHARTS
from dashboard.pages.region import layout
from dashboard.tables import tables
from dashboard.text.subject import subject_of
from dashboard.view import View

# Not counted among the lines that tests cover: a sweep over all there is, which counting makes slow.
pytestmark = pytest.mark.no_cover

# An indicator with all measures, one of prices, one of surveys without group values, an index.
KINDS = ("internet-use", "price-mobile-broadband-5gb", "skills-content", "idi")
# What must not be empty unless the browser fills it.
WORDED = (html.P, html.Td, html.Th, html.H1, html.H2, html.H3, html.Li)
UNREAD = re.compile(r', \{"props": \{[^{}]*page-unread[^{}]*\}, [^{}]*\}')


def written(**query: Any) -> str:
    """The page as it goes to the browser."""
    return json.dumps(layout(**query), cls=PlotlyJSONEncoder, ensure_ascii=False)


def parts(component: Any) -> Iterator[Component]:
    """A component and all that is inside it."""
    if isinstance(component, list | tuple):
        for child in component:
            yield from parts(child)
    elif isinstance(component, Component):
        yield component
        yield from parts(getattr(component, "children", None))


@pytest.mark.parametrize("region", catalogue().groups)
@pytest.mark.parametrize("indicator", KINDS)
def test_every_group_has_a_page(region: str, indicator: str) -> None:
    """The page is laid out for every group; no paragraph, head or cell of it is empty."""
    for part in parts(layout(region=region, indicator=indicator)):
        if isinstance(part, WORDED):
            assert part.children or getattr(part, "id", None), part


@pytest.mark.parametrize("region", catalogue().groups)
def test_every_group_has_a_spread(region: str) -> None:
    """The chart has a figure with lines or a sentence, a title and notes for every group."""
    for indicator in KINDS:
        one = subject_of(View(indicator=indicator, region=region, lang="en"), tables())
        chart = CHARTS["spread"]
        figure = chart.figure(one)
        assert figure["data"] or figure["layout"]["annotations"]
        assert chart.title(one)
        assert chart.sentence(one)
        assert chart.notes(one)


def test_question_names_the_region() -> None:
    """The region stands in the heading, in the language of the page."""
    assert "What is the situation in Asia and the Pacific (ESCAP)?" in written(region="escap")
    assert "亚洲及太平洋" in written(region="escap", lang="zh")


def test_all_members_are_there() -> None:
    """Every inhabited member is in the table or named below it; nobody is left out silently."""
    text = written(region="escap-pac")
    one = subject_of(View(region="escap-pac", lang="en"), tables())
    for code in one.in_frame():
        assert one.words.economy(code) in text


def test_each_member_has_its_course() -> None:
    """The region, the world and each member with values have a spark line that says both its ends."""
    pictures = [
        one for one in parts(layout(region="escap-pac", lang="en")) if isinstance(one, html.Img)
    ]
    courses = [one.alt for one in pictures if one.className == "spark"]
    table = tables().indicator(View().indicator)
    one = subject_of(View(region="escap-pac", lang="en"), tables())
    valued = [
        code
        for code in one.in_frame()
        if (series := table.economy(code)) and set(series.status) & set("oen")
    ]
    assert len(valued) > 10
    assert len(courses) == len(valued) + 2
    assert all(alt.startswith("From ") for alt in courses)


def test_the_world_lists_all_its_members() -> None:
    """The largest group has fewer columns, not fewer members, and says so."""
    text = written(region="world")
    one = subject_of(View(lang="en"), tables())
    assert all(one.words.economy(code) in text for code in one.in_frame())
    assert "has room for part of the" in text


def test_trend_stands_in_the_regions_own_comparison() -> None:
    """An ITU region is drawn beside ITU regions, a sub-region beside the commissions."""
    assert '"of": "scheme=itu"' in written(region="itu-afr")
    assert '"of": "scheme=commissions"' in written(region="escap-pac")


def test_links_keep_the_view() -> None:
    """Other pages open with the region, the language and the highlighted economies."""
    text = written(region="escap", lang="zh", economies="FJI")
    assert "/targets?region=escap&economies=FJI&lang=zh" in text


def test_page_is_made_from_region_and_indicator() -> None:
    """A change of year asks for no new page, a change of region or indicator does."""
    page: Any = layout(region="escap")
    made = json.loads(getattr(page, "data-made-from"))
    assert made == {"region": "escap", "indicator": "internet-use"}
    text = written(region="escap", year="2010").replace('"year": "2010"', '"year": "latest"')
    assert text.count("In 2024, in Asia") == written(region="escap").count("In 2024, in Asia")


def test_headlines_are_in_the_catalogue() -> None:
    """What every region's page features has a value of the world."""
    for name in catalogue().roles.region:
        series = tables().indicator(name).group("world")
        assert series is not None
        assert any(value is not None for value in series.values)


def test_nonsense_gives_the_usual_page() -> None:
    """Whatever stands in the address, the page is the default one, but for the line that says so."""
    assert UNREAD.sub("", written(region="nowhere", indicator=["a"])) == written()


def test_the_page_leads_to_its_brief() -> None:
    """The brief of the region is a plain address; on it stand its name and the way back."""
    written = json.dumps(layout(region="eca", lang="en"), cls=PlotlyJSONEncoder)
    assert '"href": "/region?region=eca&print=1&lang=en"' in written
    brief = json.dumps(layout(region="eca", lang="en", print="1"), cls=PlotlyJSONEncoder)
    assert '"href": "/region?region=eca&lang=en"' in brief
    assert '"Africa (ECA)"' in brief
