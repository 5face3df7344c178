"""Axes: time from left to right, numbers as the language writes them."""

import pytest

from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.registry import CHARTS
from dashboard.figures.axes import bounds, separators, share, time_axis, value_axis
from dashboard.settings import ROOT
from dashboard.tables import tables
from dashboard.view import View


@pytest.mark.parametrize(
    ("lang", "signs"), [("en", ".,"), ("zh", ".,"), ("es", ",."), ("ar", ".,")]
)
def test_ticks_follow_the_language(lang: str, signs: str) -> None:
    """Ticks use the decimal and thousands signs of the language."""
    assert separators(lang) == signs


def test_russian_and_french_have_spaces_for_thousands() -> None:
    """In Russian and French a comma is the decimal sign and a space sets off thousands."""
    assert separators("ru")[0] == separators("fr")[0] == ","
    assert separators("ru")[1].isspace()
    assert separators("fr")[1].isspace()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("chart", sorted(set(CHARTS) - {"events", "map"}))
def test_every_chart_writes_numbers_as_the_language_does(chart: str, lang: str) -> None:
    """Axes and tooltips have the signs of the language; the maps show no number."""
    figure = CHARTS[chart].figure(CHARTS[chart].subject(View(region="escap", lang=lang), tables()))
    assert figure["layout"]["separators"] == separators(lang)


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_plotly_has_the_language_with_it(lang: str) -> None:
    """The words of plotly itself are part of its bundle and are never fetched from elsewhere."""
    bundle = (ROOT / "build" / "vendor" / "plotly.js").read_text(encoding="utf-8")
    assert f'moduleType:"locale",name:"{"zh-CN" if lang == "zh" else lang}"' in bundle


def test_time_runs_from_left_to_right() -> None:
    """The first year is on the left and years carry no thousands sign."""
    axis = time_axis(2005, 2024)
    first, last = axis["range"]
    assert first < 2005
    assert last > 2024
    assert axis["tickformat"] == "d"


def test_few_years_have_whole_ticks() -> None:
    """A span of a few years has no ticks at half years; a single year has room around it."""
    assert time_axis(2021, 2024)["dtick"] == 1
    low, high = time_axis(2024, 2024)["range"]
    assert low < 2024 < high


def test_linear_axes_start_at_zero() -> None:
    """An axis of positive values starts at zero, so that heights can be compared."""
    assert bounds([20.0, 90.0], "linear")[0] == 0
    assert bounds([], "linear")[1] > 0


def test_negative_values_fit() -> None:
    """Differences below zero have their place on the axis."""
    low, high = bounds([-8.0, -2.0, 0.0], "linear")
    assert low < -8
    assert high > 0


def test_log_axes_hold_positive_values() -> None:
    """A logarithmic axis is bounded by the smallest and largest positive values."""
    low, high = bounds([0.0, 0.1, 100.0], "log")
    assert 0 < low < 0.1
    assert high > 100
    assert value_axis("x", 1.0, 100.0, "log")["range"] == [0, 2]


def test_share_of_the_axis() -> None:
    """The height of a value is measured along the axis that is drawn."""
    assert share(5.0, 0.0, 10.0, "linear") == pytest.approx(0.5)
    assert share(10.0, 1.0, 100.0, "log") == pytest.approx(0.5)


@pytest.mark.parametrize("chart", ["trend", "together", "pace"])
def test_a_tooltip_of_many_lines_reads_from_the_top(chart: str) -> None:
    """The highest line first, as they lie, below the year and the unit that the axis has."""
    figure = CHARTS[chart].figure(
        CHARTS[chart].subject(View(economies=("KIR",), lang="en"), tables())
    )
    layout = figure["layout"]
    assert layout["hoversort"] == "value descending"
    unit = layout["yaxis"]["title"]["text"]
    assert layout["xaxis"]["unifiedhovertitle"]["text"] == f"%{{x}} ({unit})"
