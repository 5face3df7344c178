"""Parquet as bytes: a flat table of whole numbers, numbers and texts; knows no chart, imports nothing.

Written here because pyarrow costs a process 52 MiB, and a view needs only the plainest part of the
format: one row group, one page a column, plain values, gzip. Structures are Thrift's compact
protocol: a field is its number, its kind and its value.
"""

import gzip
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

MAGIC = b"PAR1"
CREATED_BY = "ict-dashboard"
# Kinds of fields in the compact protocol.
I32, I64, BINARY, LIST, STRUCT = 5, 6, 8, 9, 12
# Kinds of columns, by the type of their values.
PHYSICAL = {int: 2, float: 5, str: 6}
PACKED = {int: "q", float: "d"}
UTF8, OPTIONAL, PLAIN, RLE, GZIP, DATA_PAGE = 0, 1, 0, 3, 2, 0
GZIP_LEVEL = 6

Field = tuple[int, int, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of its values (int, float or str) and its values, some None."""

    name: str
    type: type
    values: Sequence[Any]


def parquet(columns: Sequence[Column], described: Mapping[str, str]) -> bytes:
    """The file of a table; `described` are the texts that it carries by key."""
    rows = len(columns[0].values)
    body, chunks = bytearray(MAGIC), []
    for column in columns:
        page, size = _page(column)
        chunks.append(_chunk(column, len(body), size, len(page)))
        body += page
    group = [(1, LIST, (STRUCT, chunks)), (2, I64, len(body)), (3, I64, rows)]
    root = [(4, BINARY, "schema"), (5, I32, len(columns))]
    pairs = [[(1, BINARY, key), (2, BINARY, text)] for key, text in described.items()]
    footer = _struct(
        [
            (1, I32, 1),
            (2, LIST, (STRUCT, [root, *map(_element, columns)])),
            (3, I64, rows),
            (4, LIST, (STRUCT, [group])),
            (5, LIST, (STRUCT, pairs)),
            (6, BINARY, CREATED_BY),
        ]
    )
    return bytes(body) + footer + struct.pack("<I", len(footer)) + MAGIC


def _element(column: Column) -> list[Field]:
    """What a column is called and what it holds."""
    fields: list[Field] = [
        (1, I32, PHYSICAL[column.type]),
        (3, I32, OPTIONAL),
        (4, BINARY, column.name),
    ]
    if column.type is str:
        # As older readers know texts, and as newer ones do.
        fields += [(6, I32, UTF8), (10, STRUCT, [(1, STRUCT, [])])]
    return fields


def _chunk(column: Column, offset: int, size: int, compressed: int) -> list[Field]:
    """Where the page of a column begins, and how long it is."""
    about: list[Field] = [
        (1, I32, PHYSICAL[column.type]),
        (2, LIST, (I32, [PLAIN, RLE])),
        (3, LIST, (BINARY, [column.name])),
        (4, I32, GZIP),
        (5, I64, len(column.values)),
        (6, I64, size),
        (7, I64, compressed),
        (9, I64, offset),
    ]
    return [(2, I64, offset), (3, STRUCT, about)]


def _page(column: Column) -> tuple[bytes, int]:
    """The only page of a column with its header, and its size before compression."""
    known = [value for value in column.values if value is not None]
    levels = _levels(column.values)
    plain = struct.pack("<I", len(levels)) + levels + _plain(column.type, known)
    packed = gzip.compress(plain, GZIP_LEVEL, mtime=0)
    kinds: list[Field] = [
        (1, I32, len(column.values)),
        (2, I32, PLAIN),
        (3, I32, RLE),
        (4, I32, RLE),
    ]
    header = _struct(
        [(1, I32, DATA_PAGE), (2, I32, len(plain)), (3, I32, len(packed)), (5, STRUCT, kinds)]
    )
    return header + packed, len(header) + len(plain)


def _levels(values: Sequence[Any]) -> bytes:
    """Which places have a value, as runs of one bit."""
    runs = ((known, sum(1 for _ in run)) for known, run in groupby(v is not None for v in values))
    return b"".join(_varint(length << 1) + bytes([known]) for known, length in runs)


def _plain(type_: type, values: Sequence[Any]) -> bytes:
    if type_ is not str:
        return struct.pack(f"<{len(values)}{PACKED[type_]}", *values)
    written = {text: _sized(text) for text in set(values)}
    return b"".join([written[text] for text in values])


def _sized(text: str) -> bytes:
    encoded = text.encode()
    return struct.pack("<I", len(encoded)) + encoded


def _struct(fields: Sequence[Field]) -> bytes:
    written, before = bytearray(), 0
    for number, kind, value in fields:
        written.append((number - before) << 4 | kind)
        written += _value(kind, value)
        before = number
    return bytes(written) + b"\0"


def _value(kind: int, value: Any) -> bytes:
    if kind == STRUCT:
        return _struct(value)
    if kind == LIST:
        of, items = value
        return _list_head(of, len(items)) + b"".join(_value(of, item) for item in items)
    if kind == BINARY:
        encoded = value.encode()
        return _varint(len(encoded)) + bytes(encoded)
    return _varint(value << 1)  # zigzag; no number here is below zero


def _list_head(of: int, length: int) -> bytes:
    return bytes([length << 4 | of]) if length < 15 else bytes([0xF0 | of]) + _varint(length)


def _varint(number: int) -> bytes:
    """A number in groups of seven bits, the lowest first."""
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])
