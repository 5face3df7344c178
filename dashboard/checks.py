"""What is wrong with catalogue, words, tables and shapes, as sentences; imports those alone."""

from dashboard.catalogue import CatalogueError, catalogue
from dashboard.catalogue.check import validate
from dashboard.catalogue.downloads import data_set
from dashboard.catalogue.load import LANGUAGES
from dashboard.figures import places
from dashboard.i18n import missing_keys
from dashboard.tables import TablesError, tables


def problems() -> list[str]:
    """One sentence for every problem; none if all is well."""
    try:
        known = catalogue()
    except CatalogueError as error:
        return [str(error)]
    return [
        *validate(known),
        *_damaged_tables(list(known.indicators)),
        *_lacking_shapes([code for code, group in known.groups.items() if group.frame]),
    ]


def missing_words() -> list[str]:
    """One sentence for every word that a language lacks and shows in English; no fault, but a debt."""
    return [
        f"The words of data/i18n/{lang} lack the key {key}."
        for lang in LANGUAGES
        for key in missing_keys(lang)
    ]


def _undescribed() -> list[str]:
    """What the description of the whole tables lacks."""
    try:
        described = data_set().tables
    except CatalogueError as error:
        return [str(error)]
    return [
        f"The table {file['table']} is not described in data/catalogue/tables.toml."
        for file in tables().files
        if file["table"] not in described
    ]


def _damaged_tables(indicators: list[str]) -> list[str]:
    try:
        tables().open_all(indicators)
    except TablesError as error:
        return [str(error)]
    return _undescribed()


def _lacking_shapes(regions: list[str]) -> list[str]:
    try:
        places.open_all(regions)
    except places.PlacesError as error:
        return [str(error)]
    return []
