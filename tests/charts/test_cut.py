"""Nothing that a figure says is cut: names, sentences of empty plots, titles of axes."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.registry import CHARTS
from dashboard.settings import ROOT
from dashboard.tables import tables
from dashboard.view import View

# Long names; many panels; nothing to draw for an economy, for a group, for a territory.
VIEWS: tuple[dict[str, Any], ...] = (
    {},
    {"economies": ("GBR", "BOL", "VCT", "COD", "PRK", "LAO")},
    {"indicator": "skills-safety", "economies": ("KWT",)},
    {"indicator": "skills-safety", "region": "escap-pac"},
    {"economies": ("ESH",)},
)


def texts(part: Any) -> Iterator[str]:
    """All that a figure says, wherever it stands in it."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for value in part.values():
            yield from texts(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from texts(value)


def drawn(chart: str, lang: str, asked: dict[str, Any]) -> dict[str, Any]:
    """The figure of a chart; none of a map, whose shapes speak by themselves."""
    own = CHARTS[chart]
    view = own.fitting(View(lang=lang, **asked))
    return dict(own.drawn(own.subject(view, tables())) or {})


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("chart", CHARTS)
def test_no_text_of_a_figure_ends_in_an_ellipsis(chart: str, lang: str) -> None:
    """Whatever there is to say is said whole, in as many lines as it takes."""
    found = {text for asked in VIEWS for text in texts(drawn(chart, lang, asked))}
    assert [text for text in found if "…" in text or "..." in text] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_panels_are_called_by_whole_names(lang: str) -> None:
    """A panel of the United Kingdom was called "United Kingdom of Great Britain and"."""
    names = tomllib.loads((ROOT / f"data/i18n/{lang}/economies.toml").read_text(encoding="utf-8"))
    said = {
        text.replace("\u00a0", " ")
        for text in texts(drawn("trend", lang, VIEWS[1])["layout"]["annotations"])
    }
    for code in VIEWS[1]["economies"]:
        assert f"<b>{names['economies'][code]}</b>" in said
