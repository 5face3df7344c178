"""A refresh of everything against services of this machine, which say what is kept of each source.

The services answer in the publishers' formats, made of the records beside the tables, so that what the
catalogue says of each source (codes, breakdowns, readers) is tried as well. One figure of each is another.
"""

import json
import re
import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from csv import writer
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from shutil import copytree
from time import perf_counter
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dashboard.catalogue import LivePart, Source, catalogue
from dashboard.pipeline.entities import Names
from dashboard.pipeline.live import RefreshReport, Wanted, refresh
from dashboard.pipeline.live.client import SERVICES
from dashboard.pipeline.readers import READERS
from dashboard.pipeline.records import VALUES, Records
from dashboard.pipeline.switch import manifest_of
from dashboard.settings import CATALOGUE, TABLES

WITHOUT = "itu-files"  # a workbook cannot be made of its records
RELEASE, DAY = "2099.Q1.G.01", "2099-01-01"
KIBIBYTES = 1024
# What a build says of itself at its end.
SPENT = re.compile(r"(\d+) s, \d+ MiB")
# What the API writes as "Type of speed" is type_of_speed to our reader, and that goes back again.
COLUMNS = ("REF_AREA", "INDICATOR", "SEX", "AGE", "URBANISATION", "UNIT_MEASURE", "TIME_PERIOD")


@dataclass(frozen=True)
class Value:
    """One figure of a series as it is served."""

    economy: str
    year: int
    value: float
    dims: dict[str, str]


@dataclass
class Services:
    """All series of all services, by service and code."""

    m49: Mapping[str, str]
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    values: dict[tuple[str, str], list[Value]] = field(default_factory=lambda: defaultdict(list))

    def answer(self, path: str, query: dict[str, str]) -> bytes | None:
        """The body at an address; None where nothing is."""
        last = path.rsplit("/", 1)[1]
        if "/indicator/" in path:
            return self._world_bank(last)
        if last == "List":
            codes = [code for service, code in self.values if service == "sdg"]
            return json.dumps([{"code": code, "release": RELEASE} for code in codes]).encode()
        if last == "Data":
            return self._sdg(query["seriesCode"])
        if last == "indicators":
            codes = [code for service, code in self.values if service == "data360"]
            return json.dumps(codes).encode()
        return self._data360(last.removesuffix(".csv")) if last.endswith(".csv") else None

    def _world_bank(self, code: str) -> bytes:
        name = {"id": code, "value": self.names.get(("world-bank", code), "")}
        rows = [
            {"indicator": name, "countryiso3code": one.economy, "date": str(one.year),
             "value": one.value}
            for one in self.values["world-bank", code]
        ]  # fmt: skip
        head = {"page": 1, "pages": 1, "total": len(rows), "lastupdated": DAY}
        return json.dumps([head, rows]).encode()

    def _sdg(self, code: str) -> bytes:
        rows = [
            {"series": code, "geoAreaCode": self.m49[one.economy].lstrip("0"),
             "timePeriodStart": float(one.year), "value": str(one.value), "footnotes": [],
             "attributes": {"Nature": one.dims.get("nature", "C").upper()},
             "dimensions": {_spelt(name): text.upper() for name, text in one.dims.items()
                            if name != "nature"}}
            for one in self.values["sdg", code]
            if one.economy in self.m49
        ]  # fmt: skip
        whole = {"totalElements": len(rows), "totalPages": 1, "pageNumber": 1, "data": rows}
        return json.dumps(whole).encode()

    def _data360(self, code: str) -> bytes | None:
        if ("data360", code) not in self.values:
            return None
        out = StringIO()
        rows = writer(out)
        rows.writerow([*COLUMNS, "OBS_VALUE"])
        for one in self.values["data360", code]:
            told = [one.dims.get(name, "_T") for name in COLUMNS[2:6]]
            rows.writerow([one.economy, code, *told, one.year, one.value])
        return out.getvalue().encode()


def kept_services() -> Services:
    """The services, with what is kept of each source that comes from one of them."""
    entries = catalogue()
    names = Names.load(entries, CATALOGUE / "aliases.csv")
    services = Services({one.meant: code for code, one in names.meanings["m49"].items()})
    records = Records(Path("nowhere"), TABLES, manifest_of(TABLES)["records"])
    for source in entries.sources.values():
        for part in source.live.series if source.live and source.live.service != WITHOUT else ():
            _add(services, source, part, records, names)
    return services


def _add(
    services: Services, source: Source, part: LivePart, records: Records, names: Names
) -> None:
    live, reader = source.live, READERS[source.reader]
    assert live is not None
    of_it = []
    for file in records.files(source):
        for record in records.of(source, file, VALUES, reader.read):
            meaning = names.meaning(reader.entities, record.entity)
            same = record.series.casefold() in {"", part.code.casefold()}
            if same and meaning and meaning.meant and not meaning.reason and not record.excluded:
                unit = (
                    {"UNIT_MEASURE": live.units[0]}
                    if live.service == "data360" and live.units
                    else {}
                )
                dims = {**record.dims, **unit, **part.select}
                of_it.append(Value(meaning.meant, record.year, record.value, dims))
    first = of_it[0]
    of_it[0] = Value(first.economy, first.year, first.value * 0.999, first.dims)
    services.values[live.service, part.codes[0]] += of_it
    services.names[live.service, part.codes[0]] = part.code


def _spelt(name: str) -> str:
    return name.replace("_", " ").capitalize()


@contextmanager
def served(services: Services) -> Iterator[str]:
    """The address of all services while they are needed."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            body = services.answer(parts.path, query)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass(frozen=True)
class Refreshed:
    """What a refresh of everything said, how long it took beyond its build (s), the most memory (MiB)."""

    report: RefreshReport
    build: float
    beyond: float
    memory: float


def refreshed() -> Refreshed:
    """Refresh everything that the services have, into a copy of the tables."""
    live = [s.id for s in catalogue().sources.values() if s.live and s.live.service != WITHOUT]
    with tempfile.TemporaryDirectory() as place, served(kept_services()) as address:
        tables = Path(place) / "data" / "tables"
        copytree(TABLES, tables)
        started = perf_counter()
        # The SDG database does not have all economies that others have of a series.
        wanted = Wanted(live, dict.fromkeys(SERVICES, address), accept=True)
        report = refresh(Path(place) / "sources", tables, wanted)
        seconds = perf_counter() - started
    told = SPENT.search(report.built)
    build = float(told[1]) if told else 0
    peak = getrusage(RUSAGE_SELF).ru_maxrss / KIBIBYTES
    return Refreshed(report, build, seconds - build, peak)
