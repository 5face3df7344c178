"""A source's records: as its reader yields them, or as an earlier build kept them; imports the readers.

They are kept beside the tables, a Parquet file a source, before anything is harmonised. So a build can
have new files of some sources alone. The same records give the same bytes.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dashboard.catalogue import Source
from dashboard.digests import whole
from dashboard.pipeline.readers import Record, SourceError

Read = Callable[[Path], Iterator[Record]]

RECORDS = "records"
# What is read for indicators, and the group values that a publisher printed.
VALUES, PRINTED = "values", "printed"
ABOUT = b"source"

SCHEMA = pa.schema(
    [
        ("part", pa.string()),
        ("file", pa.string()),
        ("entity", pa.string()),
        ("series", pa.string()),
        ("year", pa.int16()),
        ("value", pa.float64()),
        ("line", pa.int32()),
        ("status", pa.string()),
        ("notes", pa.list_(pa.string())),
        ("dims", pa.map_(pa.string(), pa.string())),
        ("excluded", pa.string()),
    ]
)
FIELDS = SCHEMA.names[2:]


@dataclass(frozen=True)
class Origin:
    """The files that the records of a source are from, and the checksum of all their bytes."""

    files: tuple[Path, ...]
    sha256: str
    kept: bytes | None = None


@dataclass
class Records:
    """The records of all sources: of files in `folder`, else as they were kept in `tables`.

    `kept` is what the manifest of the tables says of them, `fetched` when and where files were fetched.
    """

    folder: Path
    tables: Path | None = None
    kept: Mapping[str, Any] = field(default_factory=dict)
    fetched: Mapping[str, Any] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    read: dict[tuple[str, str, Path], pa.Table] = field(default_factory=dict)

    def files(self, source: Source) -> tuple[Path, ...]:
        """The files of a source, in order; SourceError if there are none and none were kept."""
        if source.id not in self.origins:
            found = tuple(sorted(self.folder.glob(source.file)))
            self.origins[source.id] = _origin(found) if found else self._kept(source)
        return self.origins[source.id].files

    def of(self, source: Source, file: Path, part: str, read: Read) -> Iterator[Record]:
        """The records of one file of a source; what is wrong with it is told as reading tells it."""
        self.files(source)
        key = (source.id, part, file)
        if key not in self.read:
            if self.origins[source.id].kept is not None:
                reason = f"no {part} of the source {source.id} were kept; its files are needed."
                raise SourceError(file, None, reason)
            self.read[key] = _table(part, file, read(file))
        yield from _records(self.read[key])

    def from_kept(self) -> list[str]:
        """The sources whose files were not there."""
        return sorted(key for key, origin in self.origins.items() if origin.kept is not None)

    def write(self, folder: Path) -> dict[str, dict[str, Any]]:
        """Write the records of every source that was asked for; give size and checksum of each file."""
        folder.mkdir()
        written = {}
        for source, origin in sorted(self.origins.items()):
            content = origin.kept or self._written(source, origin)
            (folder / f"{source}.parquet").write_bytes(content)
            written[source] = {"bytes": len(content), "sha256": sha256(content).hexdigest()}
        return written

    def _written(self, source: str, origin: Origin) -> bytes:
        about = {"files": [file.name for file in origin.files], "sha256": origin.sha256}
        parts = sorted(key for key in self.read if key[0] == source)
        table = pa.concat_tables([self.read[key] for key in parts] or [SCHEMA.empty_table()])
        table = table.replace_schema_metadata({ABOUT: orjson.dumps(about)})
        sink = BytesIO()
        pq.write_table(table, sink, compression="zstd", compression_level=15)
        return sink.getvalue()

    def _kept(self, source: Source) -> Origin:
        """What was kept of a source whose files are not in the folder."""
        wanted = self.folder / source.file
        if self.tables is None or source.id not in self.kept:
            reason = f"the file of the source {source.id} is missing in {self.folder}."
            raise SourceError(wanted, None, reason)
        path = self.tables / RECORDS / f"{source.id}.parquet"
        content = whole(path, self.kept[source.id]["sha256"])
        if content is None:
            reason = (
                f"the kept records of the source {source.id} are damaged, and its file is missing "
                f"in {self.folder}."
            )
            raise SourceError(path, None, reason)
        table = pq.read_table(BytesIO(content))
        about = orjson.loads(table.schema.metadata[ABOUT])
        origin = Origin(tuple(Path(name) for name in about["files"]), about["sha256"], content)
        for part in (VALUES, PRINTED):
            of_part = table.filter(pc.equal(table["part"], part))
            for file in origin.files if len(of_part) else ():
                rows = of_part.filter(pc.equal(of_part["file"], file.name))
                self.read[source.id, part, file] = rows
        return origin


def _origin(files: tuple[Path, ...]) -> Origin:
    digest = sha256()
    for file in files:
        digest.update(file.read_bytes())
    return Origin(files, digest.hexdigest())


def _table(part: str, file: Path, records: Iterator[Record]) -> pa.Table:
    columns: dict[str, list[Any]] = {name: [] for name in FIELDS}
    for record in records:
        for name in FIELDS:
            columns[name].append(getattr(record, name))
    columns["dims"] = [tuple(dims.items()) for dims in columns["dims"]]
    columns["notes"] = [list(notes) for notes in columns["notes"]]
    count = len(columns["entity"])
    return pa.table({"part": [part] * count, "file": [file.name] * count, **columns}, SCHEMA)


def _records(table: pa.Table) -> Iterator[Record]:
    columns = [table[name].to_pylist() for name in FIELDS]
    for entity, series, year, value, line, status, notes, dims, excluded in zip(
        *columns, strict=True
    ):
        yield Record(entity, series, year, value, line, status, tuple(notes), dict(dims), excluded)
