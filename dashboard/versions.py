"""The data versions that are kept: the newest, and older ones that frozen links still show.

`data/tables` is the newest; a build moves what it replaces to `data/versions/<version>/`, where it
stays until too many newer ones lie there. Imports settings, tables, the edition and the view.
"""

from pathlib import Path

from dashboard.edition import FORMER_STAMP_LENGTH, STAMP_LENGTH, edition
from dashboard.settings import settings
from dashboard.tables import IndicatorTable, Tables, TablesError, remembered, tables
from dashboard.view import View

# As many as a build keeps; each takes about 10 MiB of a worker that is asked for it.
MOST_OPEN = 3


class OlderTables(Tables):
    """Tables of an earlier build: what they do not have yet is empty, not an error."""

    def __init__(self, folder: Path) -> None:
        """Open all of it, so that it may be removed from the disk; TablesError if it cannot be read."""
        self.has = {path.stem for path in (folder / "serve").glob("*.jsonl")}
        super().__init__(folder)
        self.open_all(sorted(self.has))
        self.try_all(sorted(self.has))

    def _open(self, indicator: str) -> IndicatorTable:
        if indicator in self.has:
            return super()._open(indicator)
        return tables().indicator(indicator).emptied()


def held(v: str) -> Tables | None:
    """The tables of a data version, or of an edition of one; the newest for an empty text."""
    newest = tables()
    if v.startswith(newest.version) or newest.version.startswith(v):
        return newest
    for version in (v, v[:-STAMP_LENGTH], v[:-FORMER_STAMP_LENGTH]):
        folder = settings().versions / version
        older = _opened(folder) if version and folder.is_dir() else None
        if older and older.version == version:
            return older
    return None


def kept(view: View) -> Tables | None:
    """The tables that `view` shows: the newest, or those that it is frozen at, None where they are gone.

    An indicator that was added to the catalogue later is gone as well.
    """
    found = held(view.v)
    if isinstance(found, OlderTables) and view.indicator not in found.has:
        return None
    return found


def tables_of(view: View) -> Tables:
    """The tables that a page of `view` shows: the newest where those that it is frozen at are gone."""
    return kept(view) or tables()


def edition_of(view: View) -> str:
    """The edition of those tables: the value of `v` in the addresses of their faces."""
    return edition(tables_of(view).version)


def frozen_at(view: View) -> str:
    """The value of `v` that the addresses of a page of `view` carry on; empty if it is not frozen."""
    return edition_of(view) if view.v and kept(view) else ""


@remembered(MOST_OPEN)
def _opened(folder: Path) -> OlderTables | None:
    try:
        return OlderTables(folder)
    except TablesError:
        return None
