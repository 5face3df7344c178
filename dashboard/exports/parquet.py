"""A view's data as Parquet: the columns of the CSV with types, and in the file what they are.

Never imports dash, nor pyarrow: see `formats/parquet.py`.
"""

from collections.abc import Sequence

import orjson

from dashboard.charts.registry import EXHIBITS
from dashboard.exports.metadata import about
from dashboard.formats.media import PARQUET
from dashboard.formats.parquet import Column, parquet
from dashboard.text.subject import Subject

# Columns that hold numbers wherever all their values are numbers; all others are texts. The types
# go by name, so that files of two views have the same.
WHOLE = frozenset(
    {
        "year",
        "x_year",
        "y_year",
        "age",
        "place",
        "region_place",
        "region_ranked",
        "world_place",
        "world_ranked",
        "paragraph",
    }
)
NUMBERS = frozenset(
    {
        "value",
        "x",
        "y",
        "population",
        "lat",
        "lon",
        "region_value",
        "world_value",
        "printed",
        "today",
        "change",
        "low",
        "high",
        "share_modelled",
        "own_value",
    }
)


def parquet_face(chart: str, subject: Subject) -> tuple[bytes, str]:
    """The rows of a view as Parquet, with title, sources, licences and data version in the file."""
    sheet = EXHIBITS[chart].rows(subject)
    found = zip(*sheet.rows, strict=True) if sheet.rows else [()] * len(sheet.header)
    columns = [_column(name, values) for name, values in zip(sheet.header, found, strict=True)]
    terms = {key.replace(" ", "_"): text for key, text in about(chart, subject, sheet).items()}
    return parquet(columns, {**terms, **_origin(chart, subject)}), PARQUET


def _column(name: str, values: Sequence[object]) -> Column:
    """A column; one that holds a word among its numbers ("not yet") is one of texts."""
    if name in WHOLE | NUMBERS and not any(isinstance(value, str) for value in values):
        kind = int if name in WHOLE else float
        return Column(name, kind, values)
    return Column(name, str, [None if value is None else str(value) for value in values])


def _origin(chart: str, subject: Subject) -> dict[str, str]:
    listed = EXHIBITS[chart].sources(subject)
    sources = [{**source.named(), "citation": source.citation} for source in listed]
    return {
        "licence": "; ".join(dict.fromkeys(source.licence for source in listed)),
        "sources": orjson.dumps(sources).decode(),
        "notes": "\n".join(EXHIBITS[chart].notes(subject)),
    }
