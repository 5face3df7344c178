"""The catalogue: indicators, economies, groups, sources and rules, as data; imports settings only.

To add an indicator, an economy, a group or a source, edit `data/catalogue/`, not code.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from dashboard.catalogue.load import CatalogueError, load_catalogue
from dashboard.catalogue.models import (
    Catalogue,
    CoreIndicator,
    Economy,
    Group,
    Indicator,
    Live,
    LivePart,
    Mark,
    Measure,
    Panel,
    Scheme,
    Series,
    Source,
    Target,
)
from dashboard.settings import CATALOGUE

__all__ = [
    "Catalogue",
    "CatalogueError",
    "CoreIndicator",
    "Economy",
    "Group",
    "Indicator",
    "Live",
    "LivePart",
    "Mark",
    "Measure",
    "Panel",
    "Scheme",
    "Series",
    "Source",
    "Target",
    "catalogue",
    "date_sources",
    "load_catalogue",
]


@cache
def catalogue() -> Catalogue:
    """The catalogue of this installation, read once."""
    return load_catalogue(CATALOGUE)


@cache
def _as_written() -> Mapping[str, Source]:
    return dict(catalogue().sources)


def date_sources(built_from: Iterable[Mapping[str, Any]]) -> None:
    """Have the sources in the edition that tables are built from: some are fetched later than written.

    `built_from` is what the manifest of the tables says of sources.
    """
    fetched = {one["id"]: one["fetched"]["vintage"] for one in built_from if "fetched" in one}
    for key, source in _as_written().items():
        known = source.fetched(fetched[key]) if key in fetched else source
        catalogue().sources[key] = known
