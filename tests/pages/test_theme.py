"""The theme pages: every theme has its panels, in every language."""

import json
from importlib import import_module

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.faces import render
from dashboard.tables import tables
from dashboard.view import View


def _written(**query: str) -> str:
    page = import_module("dashboard.pages.theme")
    return json.dumps(page.layout(**query), cls=PlotlyJSONEncoder, ensure_ascii=False)


@pytest.mark.parametrize("theme", catalogue().theme_pages)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_theme_has_its_figures(theme: str, lang: str) -> None:
    """A theme page shows each of its panels, and leads to all the other themes."""
    text = _written(theme=theme, lang=lang)
    panels = [panel for panel in catalogue().panels.values() if panel.theme == theme]
    assert panels
    assert all((panel.hold or f"panel={panel.id}") in text for panel in panels)
    assert all(
        f"theme={other}" in text for other in catalogue().theme_pages if other not in {theme, "use"}
    )


@pytest.mark.parametrize("panel", [p.id for p in catalogue().panels.values() if p.indicators])
@pytest.mark.parametrize("region", ["world", "escap-pac", "ldc"])
def test_panels_have_values_or_say_so(panel: str, region: str) -> None:
    """Each panel of each kind of region has a figure with data, or a sentence that says why not."""
    chart = catalogue().panels[panel].chart
    body, _ = render(View(panel=panel, region=region, lang="en"), chart, "json", tables())
    face = json.loads(body)
    assert face["figure"]["data"] or "no values" in face["text"]["sentence"]
    rows = render(View(panel=panel, region=region, lang="en"), chart, "csv", tables())[0]
    assert bool(face["figure"]["data"]) == (rows.count(b"\n") > 1)
