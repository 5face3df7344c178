"""What is wrong with the catalogue, the words and the tables, as sentences; imports those alone."""

from dashboard.catalogue import CatalogueError, catalogue
from dashboard.catalogue.check import validate
from dashboard.i18n import missing_keys
from dashboard.tables import TablesError, tables

# The languages that may lack no word; the others fall back to English.
COMPLETE = ("zh",)


def problems() -> list[str]:
    """One sentence for every problem; none if all is well."""
    try:
        known = catalogue()
    except CatalogueError as error:
        return [str(error)]
    return [*validate(known), *_missing_words(), *_damaged_tables(list(known.indicators))]


def _missing_words() -> list[str]:
    return [
        f"data/i18n/{lang}.toml lacks the key {key}."
        for lang in COMPLETE
        for key in missing_keys(lang)
    ]


def _damaged_tables(indicators: list[str]) -> list[str]:
    try:
        tables().open_all(indicators)
    except TablesError as error:
        return [str(error)]
    return []
