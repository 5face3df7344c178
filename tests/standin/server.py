"""The services that `refresh` asks, as they answer and as they fail: a server of the tests' own machine.

`Standin` serves one small series for each service; `fault` says what goes wrong from now on, by name. The
faults are those that were met in the services themselves.
"""

import csv
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from urllib.parse import parse_qs, urlsplit

HTML = b"<!DOCTYPE html><html><body>We will be back soon.</body></html>"
YEARS = range(2010, 2016)
M49 = {"AAA": "4", "BBB": "8", "CCC": "12", "DDD": "16"}


@dataclass
class Standin:
    """What is served, and what goes wrong; `asked` counts requests."""

    series: dict[str, list[float]] = field(default_factory=dict)
    code: str = "USE"
    updated: str = "2026-07-13"
    fault: str = ""
    asked: int = 0
    agents: set[str] = field(default_factory=set)

    def answer(self, path: str, query: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of a request."""
        self.asked += 1
        if (early := self._of_any_service()) is not None:
            return early
        if "/indicator/" in path:
            return self._world_bank(path.rsplit("/", 1)[1], query)
        if path.endswith("Series/List"):
            release = f"2026.Q2.G.0{self.asked}" if self.fault == "new release" else "2026.Q2.G.02"
            return _json([{"code": self.code, "release": release}])
        if path.endswith("Series/Data"):
            return self._sdg(query)
        if path.endswith(".csv"):
            return self._data360(path.rsplit("/", 1)[1].removesuffix(".csv"))
        return (200 if self.fault == "no workbook" else 404), {}, HTML

    def _of_any_service(self) -> tuple[int, dict[str, str], bytes] | None:
        """Faults that every service has; None where this request goes well."""
        first = self.asked <= 2
        answers = {
            "html": (200, {}, HTML),
            "html once": (200, {}, HTML) if first else None,
            "empty": (200, {}, b""),
            "502 burst": (502, {}, HTML) if first else None,
            "502": (502, {}, HTML),
            "429": (429, {"Retry-After": "0"}, b"") if first else None,
            "403": (403, {}, HTML),
            "473": (473, {}, b""),
            "cut": (200, {"Content-Length": "100000"}, b'[{"page":1'),
            "elsewhere": (301, {"Location": "http://elsewhere.invalid/"}, b""),
            "huge": (200, {}, b"[" + b" " * 3_000_000),
            "no json": (200, {}, b'[{"page":1'),
        }
        if self.fault == "slow":
            time.sleep(0.4)
        return answers.get(self.fault)

    def _world_bank(self, code: str, query: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if query.get("format") != "json":
            return 200, {}, b"<?xml version='1.0'?><wb:data/>"
        if int(query["per_page"]) >= 50000:
            return 400, {}, HTML
        message = {"id": "120", "key": "Invalid value", "value": "The value is not valid"}
        if code != self.code or self.fault == "error with 200":
            return _json([{"message": [message]}])
        rows = self._world_bank_rows()
        size = 7 if self.fault in {"pages", "changing total"} else len(rows)
        pages, page = -(-len(rows) // size), int(query["page"])
        total = len(rows) + (page if self.fault == "changing total" else 0)
        head = {"page": page, "pages": pages, "per_page": str(size), "total": total,
                "lastupdated": self.updated}  # fmt: skip
        if self.fault == "numbers as texts":
            head |= {"total": str(total), "pages": str(pages)}
        if self.fault == "no rows":
            return _json([head | {"total": 0, "pages": 0}, None])
        if self.fault == "fewer rows":
            rows = rows[:-1]
        return _json([head, rows[(page - 1) * size : page * size]])

    def _world_bank_rows(self) -> list[dict[str, object]]:
        series = "OTHER" if self.fault == "another series" else self.code
        factor = 1e-9 if self.fault == "magnitude" else 1
        places = {"": [1.0] * len(YEARS), "WLD": [1.0] * len(YEARS), **self.series}
        if self.fault == "economy gone":
            places.pop("DDD")
        rows: list[dict[str, object]] = [
            {"indicator": {"id": series, "value": "x"}, "country": {"id": "XD", "value": "x"},
             "countryiso3code": place, "date": str(year), "value": value * factor, "unit": ""}
            for place, values in places.items()
            for year, value in zip(YEARS, values, strict=True)
            if not (self.fault == "ends earlier" and year == YEARS[-1])
        ]  # fmt: skip
        if self.fault == "word":
            rows[-1]["value"] = "about 80"
        return [*rows, rows[-1]] if self.fault == "row twice" else rows

    def _sdg(self, query: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if "timePeriodStart" in query:
            return 500, {}, HTML
        rows = self._sdg_rows()
        size = 7 if self.fault in {"pages", "changing total"} else len(rows)
        page = int(query["page"])
        total = len(rows) + (page if self.fault == "changing total" else 0)
        answer = {"totalElements": total, "totalPages": -(-len(rows) // size),
                  "pageNumber": page, "data": rows[(page - 1) * size : page * size]}  # fmt: skip
        if self.fault == "no total":
            answer["totalElements"] = None
        return _json(answer)

    def _sdg_rows(self) -> list[dict[str, object]]:
        odd: dict[str, list[tuple[str, str]]] = {
            "odd values": [("<0.1", ""), (">95", ""), ("NaN", ""), ("N", ""), ("1,234.5", "")],
            "nil": [("0", "This data point is NIL for the submitting nation.")],
        }
        given = odd.get(self.fault, [])
        rows: list[dict[str, object]] = []
        for place, values in self.series.items():
            for k, (year, value) in enumerate(zip(YEARS, values, strict=True)):
                text, note = given[k] if k < len(given) else (str(value), "")
                rows.append(
                    {"series": "OTHER" if self.fault == "another series" else self.code,
                     "geoAreaCode": M49[place], "timePeriodStart": float(year), "value": text,
                     "footnotes": [note], "attributes": {"Nature": "C", "Units": "PERCENT"},
                     "dimensions": {"Sex": "BOTHSEX", "Reporting Type": "G"}}
                )  # fmt: skip
        return rows

    def _data360(self, code: str) -> tuple[int, dict[str, str], bytes]:
        if code != self.code:
            return 404, {}, HTML
        units = ["PT_POP", "USD"] if self.fault == "two units" else ["PT_POP"]
        odd = {"null": "null", "c style": "1.02263e+001", "word": "yes"}.get(self.fault)
        out = StringIO()
        names = "REF_AREA INDICATOR SEX AGE URBANISATION UNIT_MEASURE TIME_PERIOD OBS_VALUE"
        writer = csv.writer(out)
        writer.writerow(names.split())
        for place, values in self.series.items():
            for k, (year, value) in enumerate(zip(YEARS, values, strict=True)):
                shown = odd if odd and not k else value
                for unit in units:
                    writer.writerow([place, code, "_T", "_T", "_T", unit, year, shown])
        return 200, {}, out.getvalue().encode("utf-8-sig")


def _json(content: object) -> tuple[int, dict[str, str], bytes]:
    return 200, {"Content-Type": "application/json"}, json.dumps(content).encode()


@contextmanager
def served(standin: Standin) -> Iterator[str]:
    """The address of the stand-in, on a port of its own, while it is needed."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            standin.agents.add(self.headers["User-Agent"])
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            status, headers, body = standin.answer(parts.path, query)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
