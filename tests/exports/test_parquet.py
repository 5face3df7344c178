"""What is written as Parquet here is read by everybody else as it was."""

from io import BytesIO

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.formats.parquet import Column, parquet

WHOLE = st.integers(min_value=-(2**63), max_value=2**63 - 1)
NUMBERS = st.floats(allow_nan=False)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@settings(max_examples=60)
@given(st.lists(st.tuples(*(st.none() | kind for kind in (WHOLE, NUMBERS, TEXTS))), max_size=300))
def test_any_values_come_back(rows: list[tuple[int | None, float | None, str | None]]) -> None:
    """Numbers and texts of any kind, with gaps anywhere, and no rows at all."""
    kinds = (("whole", int), ("number", float), ("text", str))
    columns = [Column(name, kind, [row[k] for row in rows]) for k, (name, kind) in enumerate(kinds)]
    found = pq.read_table(BytesIO(parquet(columns, {"title": "Тест"})))
    assert [tuple(row.values()) for row in found.to_pylist()] == rows
    assert found.schema.metadata == {b"title": "Тест".encode()}


@pytest.mark.parametrize("count", [1, 14, 15, 40])
def test_tables_may_be_wide(count: int) -> None:
    """Lists of fifteen and more are written in another form."""
    columns = [Column(f"c{k}", float, [k / 2, None]) for k in range(count)]
    found = pq.read_table(BytesIO(parquet(columns, {})))
    assert found.column_names == [f"c{k}" for k in range(count)]
    assert found.to_pylist()[0] == {f"c{k}": k / 2 for k in range(count)}
