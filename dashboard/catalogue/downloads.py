"""What the whole tables hold that readers take away: a table, its columns, what they mean.

Read on first use, for only the description of the data set needs it. Imports settings and the
catalogue's errors.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from dashboard.catalogue.load import CatalogueError
from dashboard.settings import CATALOGUE

FILE = "tables.toml"


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column: its name, its type in a table schema, its unit, and the list its codes are in."""

    name: str
    type: str
    title: str
    description: str
    unit: str = ""
    refers: str = ""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: what it holds, the columns that tell its rows apart, and all its columns."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: tuple[DataColumn, ...]


@dataclass(frozen=True, slots=True)
class DataSet:
    """What the whole is, its tables, and the lists of what their codes stand for."""

    description: str
    tables: dict[str, DataTable]
    lists: dict[str, DataTable]


@cache
def data_set() -> DataSet:
    """The data set of this installation, described; read once."""
    return load_data_set(CATALOGUE)


def load_data_set(folder: Path) -> DataSet:
    """Read the file of tables; CatalogueError says what is wrong and where."""
    content = tomli.loads((folder / FILE).read_text(encoding="utf-8"))
    tables, lists = (
        {name: _table(name, entry, content["columns"]) for name, entry in content[part].items()}
        for part in ("tables", "lists")
    )
    return DataSet(content["package"]["description"], tables, lists)


def _table(name: str, entry: dict[str, Any], known: dict[str, Any]) -> DataTable:
    if lacking := [column for column in entry["key"] if column not in entry["columns"]]:
        raise CatalogueError(f"{FILE}: the key of {name} has no column {', '.join(lacking)}.")
    columns = tuple(_column(name, column, known) for column in entry["columns"])
    return DataTable(name, entry["title"], entry["description"], tuple(entry["key"]), columns)


def _column(table: str, name: str, known: dict[str, Any]) -> DataColumn:
    """A column as it is described for this table, else for all."""
    try:
        return DataColumn(name, **(known.get(f"{table}.{name}") or known[name]))
    except (KeyError, TypeError) as error:
        raise CatalogueError(f"{FILE}: column {name} of {table} is not described.") from error
