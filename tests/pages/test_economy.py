"""The economy page: for every economy there is, without an empty box."""

import json
from importlib import import_module

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.i18n import words
from dashboard.tables import tables
from dashboard.text.economy import group_value, region_of, rows, strengths
from dashboard.text.subject import subject_of
from dashboard.view import View

# Not counted among the lines that tests cover: a sweep over all there is, which counting makes slow.
pytestmark = pytest.mark.no_cover

SOME = ("KIR", "TUV", "NRU", "CHN", "IND", "KEN", "XKX", "PSE", "ESH", "DEU")


def _written(**query: str) -> str:
    page = import_module("dashboard.pages.economy")
    return json.dumps(page.layout(**query), cls=PlotlyJSONEncoder, ensure_ascii=False)


@pytest.mark.parametrize("iso3", catalogue().economies)
def test_every_economy_has_a_page(iso3: str) -> None:
    """Each economy is named, each indicator has its row, and a missing value is said."""
    text = _written(economies=iso3, lang="en")
    assert words("en").economy(iso3).split("'")[0] in text
    listed = rows(subject_of(View(economies=(iso3,), lang="en"), tables()))
    assert len(listed) == len(catalogue().indicators)
    if any(row.value is None for row in listed):
        assert "No value" in text


@pytest.mark.parametrize("print_", ["", "1"])
def test_without_a_region_the_world_is_spoken_of(print_: str) -> None:
    """Where the world is all that an economy is compared with, no heading speaks of a region."""
    text = _written(economies="TWN", lang="en", **({"print": print_} if print_ else {}))
    assert "Ahead in the world" in text
    assert "Ahead in the region" not in text
    assert "Region and world" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_an_economy_all_are_offered(lang: str) -> None:
    """The page without an economy leads to each one that has people."""
    text = _written(lang=lang)
    inhabited = [code for code, one in catalogue().economies.items() if one.inhabited]
    absent = [code for code in inhabited if f"economies={code}" not in text]
    # Areas of no M49 sub-region are reached by the picker and by the search.
    assert absent == [code for code in inhabited if not _in_sub_region(code)]


def _in_sub_region(code: str) -> bool:
    groups = catalogue().groups.values()
    return any(code in group.members for group in groups if group.kind == "m49-subregion")


@pytest.mark.parametrize("iso3", SOME)
def test_places_and_values_agree_with_the_tables(iso3: str) -> None:
    """A row's value is the newest own one of the series, and its place is within those ranked."""
    for row in rows(subject_of(View(economies=(iso3,), lang="en"), tables())):
        if row.value is None:
            continue
        assert row.series is not None
        own = [k for k, letter in enumerate(row.series.status) if letter in "oen"]
        assert row.subject.table.years[own[-1]] == row.year
        for found in (row.region, row.world):
            assert found is None or 1 <= found[0] <= found[1]


def test_home_regions() -> None:
    """Kenya is looked at with ECA, Kiribati with ESCAP, Jordan with ESCWA, Germany with ECE."""
    homes = {"KEN": "eca", "KIR": "escap", "JOR": "escwa", "DEU": "ece", "BRA": "eclac"}
    for iso3, home in homes.items():
        assert region_of(subject_of(View(economies=(iso3,)), tables())) == home
    chosen = View(economies=("KIR",), region="sids-unsd")
    assert region_of(subject_of(chosen, tables())) == "sids-unsd"


def test_strengths_are_in_the_better_half() -> None:
    """What a page calls ahead is in the better half of those ranked, what it calls behind is not."""
    listed = rows(subject_of(View(economies=("KEN",), lang="en"), tables()))
    for best in (True, False):
        for row in strengths(listed, best=best):
            assert row.region is not None
            assert ((row.region[0] - 1) / (row.region[1] - 1) <= 0.5) == best


def test_old_values_are_no_strength() -> None:
    """Kosovo's value of 1999 for electricity is first of all, and too old to be boasted of."""
    listed = rows(subject_of(View(economies=("XKX",), lang="en"), tables()))
    named = {row.subject.indicator.id for row in strengths(listed, best=True)}
    assert "electricity" not in named


@pytest.mark.parametrize("iso3", ["ABW", "AIA", "AGO", *SOME])
def test_strengths_and_lags_are_of_the_last_five_years(iso3: str) -> None:
    """No value that the page names ahead or behind is older than it says, of whatever indicator."""
    listed = rows(subject_of(View(economies=(iso3,), lang="en"), tables()))
    newest = max(row.subject.table.latest for row in listed)
    named = [row for best in (True, False) for row in strengths(listed, best=best)]
    assert [row.year for row in named if (row.year or 0) <= newest - 5] == []


def test_group_values_are_of_the_same_year() -> None:
    """The region's value beside an economy's is that of the same year."""
    listed = rows(subject_of(View(economies=("KIR",), lang="en"), tables()))
    row = next(row for row in listed if row.subject.indicator.id == "internet-use")
    world = row.subject.table.group("world")
    assert world is not None
    assert row.year is not None
    assert group_value(row, "world") == world.values[row.subject.table.years.index(row.year)]


def test_strengths_are_of_different_themes_and_about_ict() -> None:
    """No theme is named twice, and population or income is nobody's strength."""
    for iso3 in SOME:
        listed = rows(subject_of(View(economies=(iso3,), lang="en"), tables()))
        for best in (True, False):
            themes = [row.subject.indicator.theme for row in strengths(listed, best=best)]
            assert len(themes) == len(set(themes))
            assert "context" not in themes


@pytest.mark.parametrize("iso3", SOME)
@pytest.mark.parametrize("lang", ["en", "ar", "zh"])
def test_the_brief_names_the_publishers_of_its_numbers(iso3: str, lang: str) -> None:
    """Whoever published one of the six numbers is named on the second sheet."""
    text = _written(economies=iso3, lang=lang, print="1")
    listed = rows(subject_of(View(economies=(iso3,), lang=lang), tables()))
    wanted = catalogue().roles.brief
    known = [row for row in listed if row.subject.indicator.id in wanted[:6] and row.value]
    codes = {code for row in known for code in row.subject.table.sources}
    told = text.partition("brief-sources")[0].rpartition("brief-map")[2]
    missing = {
        name
        for code in codes
        if (name := words(lang).publisher(catalogue().sources[code].publisher)) not in told
    }
    assert missing == set()


def test_an_economy_outside_the_region_says_so() -> None:
    """Somebody who compares Kiribati with Africa learns what it is compared with instead."""
    assert "does not include Kiribati" in _written(economies="KIR", region="eca", lang="en")
    assert "compared with the world" in _written(economies="XKX", lang="en")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_brief_explains_the_marks_of_its_trend(lang: str) -> None:
    """India's line has diamonds and strokes, those of groups are dotted: each has a key on the sheet."""
    text = _written(economies="IND", lang=lang, print="1")
    trend = text.partition("brief-trend")[0].rpartition("brief-low")[2]
    said = words(lang)
    for key in ("figures.status.estimated", "figures.marks.break", "figures.marks.dotted"):
        assert said(key) in trend, key
    assert "。 " not in text
