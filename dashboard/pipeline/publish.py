"""Write the tables of a build into a folder; imports the catalogue and the pipeline's frames."""

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pandas as pd

from dashboard.catalogue import Catalogue, Source
from dashboard.digests import version_of
from dashboard.pipeline.agreement import agreement
from dashboard.pipeline.availability import availability
from dashboard.pipeline.built import BuiltTables
from dashboard.pipeline.editions import FETCHED
from dashboard.pipeline.grids import Grids
from dashboard.pipeline.profiles import profiles, written
from dashboard.pipeline.records import RECORDS, Origin, Records
from dashboard.pipeline.serve import IndicatorRows, served
from dashboard.pipeline.targets import Readings

# The values themselves, for those whose tools read no Parquet.
AS_CSV = frozenset({"observations"})


def write(
    built: BuiltTables,
    told: BuiltTables,
    catalogue: Catalogue,
    records: Records,
    folder: Path,
) -> dict[str, Any]:
    """Write Parquet tables, served lines and manifest into `folder`; give the manifest.

    `told` is what of the tables `built` is served, `records` are those of the sources that were read.
    """
    grids = Grids(built.observations, built.counts, catalogue, built.modelled)
    readings = Readings(built.observations, grids, built.aggregates, catalogue)
    frames: dict[str, pd.DataFrame] = {f.name: getattr(told, f.name) for f in fields(told)}
    frames["agreement"] = agreement(told.aggregates, told.published)
    whole = _written({**frames, **readings.frames()}, folder)
    serve = folder / "serve"
    serve.mkdir()
    lines = dict(served(_by_indicator(told), catalogue))
    indicators = list(lines)
    for indicator, content in lines.items():
        (serve / f"{indicator}.jsonl").write_bytes(content)
    placed = dict(_placed(told, readings, catalogue))
    for name, content in placed.items():
        (folder / f"{name}.jsonl").write_bytes(content)
    manifest = {
        "version": version_of([*lines.values(), *placed.values()], whole),
        "built": datetime.now(tz=UTC).date().isoformat(),
        "indicators": indicators,
        "files": whole,
        "sources": [
            _source(catalogue.sources[key], read, records.fetched.get(key))
            for key, read in sorted(records.origins.items())
        ],
        "records": records.write(folder / RECORDS),
    }
    text = orjson.dumps(manifest, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    (folder / "manifest.json").write_bytes(text)
    return manifest


def _written(frames: Mapping[str, pd.DataFrame], folder: Path) -> list[dict[str, Any]]:
    """Write the whole tables, those of `AS_CSV` twice; give what the manifest says of the files."""
    files = []
    for name, frame in frames.items():
        frame.to_parquet(folder / f"{name}.parquet", compression="zstd", index=False)
        files.append(file_entry(folder / f"{name}.parquet", name, len(frame)))
        if name in AS_CSV:
            (folder / f"{name}.csv.gz").write_bytes(csv_gz(frame))
            files.append(file_entry(folder / f"{name}.csv.gz", name, len(frame)))
    return files


def csv_gz(frame: pd.DataFrame) -> bytes:
    """A table as compressed CSV; the same table gives the same bytes."""
    text = frame.to_csv(index=False, lineterminator="\r\n")
    return gzip.compress(text.encode(), 9, mtime=0)


def file_entry(path: Path, table: str, rows: int) -> dict[str, Any]:
    """What the manifest says of a file: the table in it, and how to know that it is whole."""
    content = path.read_bytes()
    digest = sha256(content).hexdigest()
    return {
        "name": path.name,
        "table": table,
        "rows": rows,
        "bytes": len(content),
        "sha256": digest,
    }


def _placed(
    told: BuiltTables, readings: Readings, catalogue: Catalogue
) -> Iterator[tuple[str, bytes]]:
    """The files with a line a place, in the order of `PLACED` in `dashboard/digests.py`."""
    yield "profiles", written(*profiles(told.observations, told.ranks, catalogue))
    yield "availability", written(*availability(told.observations, catalogue))
    yield "targets", readings.written()


def _by_indicator(told: BuiltTables) -> dict[str, IndicatorRows]:
    """The tables taken apart by indicator, for the indicators that have observations."""
    tables = [getattr(told, part.name) for part in fields(IndicatorRows)]
    parts = [dict(list(t.groupby("indicator"))) if len(t) else {} for t in tables]
    none = pd.DataFrame()
    return {str(key): IndicatorRows(*(part.get(key, none) for part in parts)) for key in parts[0]}


def _source(source: Source, origin: Origin, fetched: Mapping[str, Any] | None) -> dict[str, Any]:
    return {
        **source.named(),
        "files": [file.name for file in origin.files],
        "sha256": origin.sha256,
        **({FETCHED: dict(fetched)} if fetched else {}),
    }
