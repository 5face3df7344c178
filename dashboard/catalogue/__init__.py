"""The catalogue: indicators, economies, groups, sources and rules, as data; imports settings only.

To add an indicator, an economy, a group or a source, edit `data/catalogue/`, not code.
"""

from functools import cache

from dashboard.catalogue.load import CatalogueError, load_catalogue
from dashboard.catalogue.models import (
    Catalogue,
    CoreIndicator,
    Economy,
    Group,
    Indicator,
    Live,
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
    "Mark",
    "Measure",
    "Panel",
    "Scheme",
    "Series",
    "Source",
    "Target",
    "catalogue",
    "load_catalogue",
]


@cache
def catalogue() -> Catalogue:
    """The catalogue of this installation, read once."""
    return load_catalogue(CATALOGUE)
