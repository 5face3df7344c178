"""The page of who measures what lists the whole core list, and says what has no open data."""

import json
from importlib import import_module

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.catalogue import catalogue
from dashboard.text.availability import measured


@pytest.mark.parametrize("region", ["world", "escap-pac", "m49-061"])
def test_core_list(region: str) -> None:
    """Every core indicator has a row; those that nothing measures say so."""
    page = import_module("dashboard.pages.availability")
    text = json.dumps(page.layout(region=region, lang="en"), cls=PlotlyJSONEncoder)
    assert len(catalogue().core) == 62
    assert all(f'"{code}"' in text for code in catalogue().core)
    assert text.count("No open data here") == 62 - len(measured())
