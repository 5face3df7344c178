"""The tables that are committed: they belong together, and everything in them can be worded."""

from hashlib import sha256

import pandas as pd
import pytest

from dashboard.catalogue import catalogue
from dashboard.digests import PLACED
from dashboard.i18n import words
from dashboard.pipeline.built import BuiltTables
from dashboard.settings import TABLES
from dashboard.tables import Tables


@pytest.fixture(scope="module")
def built() -> BuiltTables:
    """The Parquet tables."""
    return BuiltTables.read(TABLES)


@pytest.fixture(scope="module")
def tables() -> Tables:
    """What the app serves from."""
    return Tables(TABLES)


def test_version(tables: Tables) -> None:
    """The data version is the hash of what is served and of the whole tables, so nobody edited a file.

    That of tables built before the whole tables counted is the hash of what is served alone.
    """
    digest = sha256()
    for indicator in tables.manifest["indicators"]:
        digest.update((TABLES / "serve" / f"{indicator}.jsonl").read_bytes())
    for name in PLACED:
        digest.update((TABLES / f"{name}.jsonl").read_bytes())
    former = digest.hexdigest()
    for file in tables.manifest["files"]:
        content = (TABLES / file["name"]).read_bytes()
        digest.update(f"{file['name']} {sha256(content).hexdigest()}\n".encode())
    assert tables.version in (former[:12], digest.hexdigest()[:12])


def test_every_indicator(tables: Tables) -> None:
    """Every indicator of the catalogue has a table, and there is no other."""
    assert tables.manifest["indicators"] == list(catalogue().indicators)
    files = {path.stem for path in (TABLES / "serve").iterdir()}
    assert files == set(catalogue().indicators)
    tables.open_all(tables.manifest["indicators"])


def test_every_source(built: BuiltTables, tables: Tables) -> None:
    """Every figure's source is in the manifest with publisher, vintage, terms and checksum."""
    listed = {entry["id"]: entry for entry in tables.manifest["sources"]}
    used = set(built.observations["source"]) | set(built.published["source"])
    assert used <= set(listed)
    for entry in listed.values():
        assert all(entry[key] for key in ("publisher", "vintage", "licence", "url", "sha256"))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_everything_is_worded(built: BuiltTables, lang: str) -> None:
    """Every note of a figure and every reason for leaving one out is a sentence, not a code."""
    say = words(lang)
    notes = built.observations["note"].unique()
    codes = {f"note_codes.{code}" for note in notes for code in note.split(";") if code}
    codes |= {f"marks.{reason}" for reason in built.excluded["reason"].unique()}
    assert [code for code in sorted(codes) if say(code) == code] == []


def test_served_values(built: BuiltTables, tables: Tables) -> None:
    """What is served is what the table holds, to the digits that are served."""
    frame = built.observations[built.observations["indicator"] == "internet-use"]
    held = frame.set_index(["economy", "year"])["value"]
    table = tables.indicator("internet-use")
    for economy in table.economies:
        series = table.economy(economy)
        assert series is not None
        for year, value in zip(table.years, series.values, strict=True):
            if value is None:
                assert (economy, year) not in held.index
            else:
                assert value == pytest.approx(held[economy, year], abs=0.0501)


def test_excluded_are_gone(built: BuiltTables) -> None:
    """A value that was left out does not come back as an observation of the same year."""
    counts = built.excluded["reason"] == "count-of-older-vintage"
    out = pd.MultiIndex.from_frame(built.excluded[~counts][["economy", "indicator", "year"]])
    own = built.observations[built.observations["status"] != "filled"]
    kept = pd.MultiIndex.from_frame(own[["economy", "indicator", "year"]])
    assert not out.intersection(kept).size
