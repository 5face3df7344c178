"""The whole data set as a Data Package: its files, what their columns mean, terms and sources.

By the Data Package standard 2.0 (datapackage.org); paths are those of files beside the descriptor,
so that a folder with all of them is a package too. Lists of economies, groups and indicators are
inside. In English, for machines. Never imports dash.
"""

from collections.abc import Iterator
from typing import Any

import orjson

from dashboard.catalogue import Source, catalogue
from dashboard.catalogue.downloads import DataColumn, DataTable, data_set
from dashboard.formats.media import CSV, GZIP, JSON, PARQUET
from dashboard.i18n import words
from dashboard.settings import settings
from dashboard.tables import Tables

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DESCRIPTOR = "datapackage.json"
NAME = "regional-ict-indicators"
# The terms of the whole: ITU's, which ask for the same terms on (DATA_LICENSES.md).
WHOLE = "CC BY-NC-SA 3.0 IGO"
ENDINGS = {".parquet": PARQUET, ".csv.gz": GZIP}
Description = dict[str, Any]


def package_face(tables: Tables) -> tuple[bytes, str]:
    """The descriptor as JSON."""
    return orjson.dumps(package(tables), option=orjson.OPT_INDENT_2), JSON


def package(tables: Tables) -> Description:
    """The descriptor of the data set."""
    listed = [catalogue().sources[entry["id"]] for entry in tables.manifest["sources"]]
    return {
        "$schema": PROFILE,
        "name": NAME,
        "title": words("en")("shell.product"),
        "description": data_set().description,
        "homepage": f"{settings().address}/data",
        "version": tables.version,
        "created": f"{tables.manifest['built']}T00:00:00Z",
        "licenses": _licences(listed),
        "sources": [_source(source) for source in listed],
        "resources": [*_files(tables), *_lists()],
    }


def _licences(listed: list[Source]) -> list[Description]:
    """The terms of the whole first, then all others of its parts."""
    found = {source.licence: source.licence_url for source in listed}
    names = [WHOLE, *(name for name in found if name != WHOLE)]
    return [{"title": name, "path": found[name]} for name in names if name in found]


def _source(source: Source) -> Description:
    named = source.named()
    return {
        "id": named["id"],
        "title": f"{source.publisher}: {source.title}",
        "path": source.url,
        "version": source.vintage,
        "licence": source.licence,
        "citation": source.citation,
    }


def _files(tables: Tables) -> Iterator[Description]:
    """The files of the manifest, with the table that each holds."""
    for file in tables.files:
        table = data_set().tables[file["table"]]
        parquet = file["name"].endswith(".parquet")
        kind = (
            {"name": table.name, "format": "parquet", "mediatype": PARQUET}
            if parquet
            else {
                "name": f"{table.name}-csv",
                "format": "csv",
                "mediatype": CSV.partition(";")[0],
                "encoding": "utf-8",
                "compression": "gz",
            }
        )
        yield {
            **kind,
            "type": "table",
            "path": file["name"],
            "title": table.title,
            "description": table.description,
            "bytes": file["bytes"],
            "hash": f"sha256:{file['sha256']}",
            "rows": file["rows"],
            "schema": _schema(table),
        }


def _schema(table: DataTable) -> Description:
    found: Description = {"fields": [_field(column) for column in table.columns]}
    if table.key:
        found["primaryKey"] = list(table.key)
    keys = [
        {"fields": [column.name], "reference": {"resource": column.refers, "fields": ["id"]}}
        for column in table.columns
        if column.refers
    ]
    return {**found, "foreignKeys": keys} if keys else found


def _field(column: DataColumn) -> Description:
    keys = ("name", "type", "title", "description", "unit")
    return {key: text for key in keys if (text := getattr(column, key))}


def _lists() -> Iterator[Description]:
    """What the codes stand for, inside the descriptor."""
    for name, table in data_set().lists.items():
        yield {
            "name": name,
            "type": "table",
            "title": table.title,
            "description": table.description,
            "data": list(ROWS[name]()),
            "schema": _schema(table),
        }


def _economies() -> Iterator[Description]:
    for code, economy in catalogue().economies.items():
        yield {"id": code, "name": words("en").economy(code), "m49": economy.m49}


def _groups() -> Iterator[Description]:
    for code, group in catalogue().groups.items():
        members = ";".join(group.members)
        name = words("en")(f"groups.{code}.name")
        yield {"id": code, "name": name, "edition": group.edition, "members": members}


def _indicators() -> Iterator[Description]:
    english = words("en")
    for code, indicator in catalogue().indicators.items():
        yield {
            "id": code,
            "name": english(f"indicators.{code}.name"),
            "unit": english(f"units.{indicator.unit}.label"),
            "direction": indicator.direction,
            "sdg": indicator.sdg_code,
        }


ROWS = {"economies": _economies, "groups": _groups, "indicators": _indicators}
