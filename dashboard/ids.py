"""The ids of all components that callbacks read or write; nothing else names an id."""

from enum import StrEnum


class Ids(StrEnum):
    """One member a component; layouts and callbacks use these and no literals."""

    VIEW = "view"
    FACTS = "facts"
    MAP = "map-figure"
    TREND = "trend-figure"
    GAP = "gap-figure"
