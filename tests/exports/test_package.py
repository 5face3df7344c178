"""The data package describes the whole tables as they are."""

import re
from hashlib import sha256
from itertools import chain
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest

from dashboard.catalogue.downloads import data_set, load_data_set
from dashboard.catalogue.load import CatalogueError
from dashboard.exports.package import package
from dashboard.settings import CATALOGUE
from dashboard.tables import tables

PACKAGE = package(tables())
RESOURCES: list[dict[str, Any]] = PACKAGE["resources"]
FILES = [resource for resource in RESOURCES if "path" in resource]
NAMES = [resource["name"] for resource in FILES]
# The types of Arrow that each type of a table schema may be.
ARROW = {
    "string": {"string", "large_string"},
    "integer": {"int16", "int64"},
    "number": {"double"},
    "boolean": {"bool"},
}


def test_the_package_has_what_the_standard_asks() -> None:
    """Names are of the allowed letters and told apart; terms and sources can be followed."""
    assert re.fullmatch(r"[a-z0-9._/-]+", PACKAGE["name"])
    assert PACKAGE["$schema"].startswith("https://datapackage.org/profiles/2.0/")
    assert PACKAGE["version"] == tables().version
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", PACKAGE["created"])
    assert all(licence["path"].startswith("http") for licence in PACKAGE["licenses"])
    assert PACKAGE["licenses"][0]["title"] == "CC BY-NC-SA 3.0 IGO"
    assert all(source["title"] and source["citation"] for source in PACKAGE["sources"])
    names = [resource["name"] for resource in RESOURCES]
    assert len(names) == len(set(names))
    for resource in RESOURCES:
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"].replace("_", "-"))
        assert ("path" in resource) != ("data" in resource)


@pytest.mark.parametrize("resource", FILES, ids=NAMES)
def test_files_are_those_on_the_disk(resource: dict[str, Any]) -> None:
    """Bytes, checksum and rows are the file's; the path is a name beside the package."""
    assert re.fullmatch(r"[a-z_]+\.(parquet|csv\.gz)", resource["path"])
    path = tables().folder / resource["path"]
    content = path.read_bytes()
    assert resource["bytes"] == len(content)
    assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
    if resource["format"] == "parquet":
        assert pq.ParquetFile(path).metadata.num_rows == resource["rows"]


def test_every_parquet_table_is_in_the_package() -> None:
    """No table of the build is forgotten."""
    assert {path.name for path in tables().folder.glob("*.parquet")} == {
        resource["path"] for resource in FILES if resource["format"] == "parquet"
    }


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: str(resource["name"]))
def test_columns_are_described(resource: dict[str, Any]) -> None:
    """Every column, in its order and of its type, with a title and a sentence; keys are columns."""
    fields = resource["schema"]["fields"]
    names = [field["name"] for field in fields]
    assert all(field["title"] and field["description"].endswith(".") for field in fields)
    assert set(resource["schema"].get("primaryKey", ())) <= set(names)
    if "data" in resource:
        assert all(list(row) == names for row in resource["data"])
    elif resource["format"] == "parquet":
        schema = pq.read_schema(tables().folder / resource["path"])
        assert names == schema.names
        assert all(str(schema.field(f["name"]).type) in ARROW[f["type"]] for f in fields)


@pytest.mark.parametrize("resource", FILES, ids=NAMES)
def test_keys_tell_rows_apart_and_codes_are_known(resource: dict[str, Any]) -> None:
    """No two rows have one key, and every code is in the list that it refers to."""
    path, schema = tables().folder / resource["path"], resource["schema"]
    frame = (
        pd.read_parquet(path)
        if resource["format"] == "parquet"
        else pd.read_csv(path, low_memory=False)
    )
    if key := schema.get("primaryKey"):
        assert not frame.duplicated(key).any()
    for foreign in schema.get("foreignKeys", ()):
        listed = next(r for r in RESOURCES if r["name"] == foreign["reference"]["resource"])
        known = {row["id"] for row in listed["data"]}
        found = set(frame[foreign["fields"][0]].dropna()) - {""}
        assert found <= known, sorted(found - known)[:5]


def test_the_csv_is_the_parquet() -> None:
    """Both files of a table have the same rows, to the last digit."""
    folder = tables().folder
    whole = pd.read_parquet(folder / "observations.parquet")
    found = pd.read_csv(folder / "observations.csv.gz", keep_default_na=False)
    assert found.to_numpy().tolist() == whole.to_numpy().tolist()


def test_every_description_is_used() -> None:
    """A column that no table has is not described."""
    text = (CATALOGUE / "tables.toml").read_text(encoding="utf-8")
    described = set(re.findall(r'^\[columns\."?([\w.]+)"?\]', text, re.MULTILINE))
    whole = data_set()
    used = {
        f"{table.name}.{column.name}"
        for table in chain(whole.tables.values(), whole.lists.values())
        for column in table.columns
    }
    own = {name for name in described if "." in name}
    assert own <= used
    assert described - own == {name.partition(".")[2] for name in used - own}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("[columns.gini]", "[columns.ginny]", "column gini of spread is not described"),
        (
            'key = ["place", "measure"]',
            'key = ["plaice"]',
            "the key of targets has no column plaice",
        ),
    ],
)
def test_slips_are_named(tmp_path: Any, old: str, new: str, sentence: str) -> None:
    """A slip in the file of tables is a sentence that says where it is."""
    text = (CATALOGUE / "tables.toml").read_text(encoding="utf-8")
    (tmp_path / "tables.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CatalogueError, match=sentence):
        load_data_set(tmp_path)
