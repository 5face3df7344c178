"""The services that `refresh` asks, as they answer and as they fail: a server of the tests' own machine.

`Standin` serves one small series for each service; `fault` says what goes wrong from now on, by name. The
faults are those that were met in the services themselves.
"""

import csv
import gzip
import json
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from urllib.parse import parse_qs, urlsplit

BOM = b"\xef\xbb\xbf"
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
    queries: list[dict[str, str]] = field(default_factory=list)

    def answer(self, path: str, query: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of a request, packed or not."""
        self.asked += 1
        self.queries.append(query)
        status, headers, body = self._answer(path, query)
        if self.fault == "bom":
            body = BOM + body
        if self.fault in {"gzip", "cut gzip", "no gzip"}:
            packed = body if self.fault == "no gzip" else gzip.compress(body)
            half = len(packed) // 2 if self.fault == "cut gzip" else len(packed)
            return status, {**headers, "Content-Encoding": "gzip"}, packed[:half]
        return status, headers, body

    def _answer(self, path: str, query: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if (early := self._of_any_service()) is not None:
            return early
        if "/indicator/" in path or path == "/moved":
            code = self.code if path == "/moved" else path.rsplit("/", 1)[1]
            return self._world_bank(code, query)
        if path.endswith("Series/List"):
            release = f"2026.Q2.G.0{self.asked}" if self.fault == "new release" else "2026.Q2.G.02"
            later = "2026.Q3.G.01" if self.fault == "two releases" else release
            listed = [*((code, release) for code in {self.code, "USE"}), ("LATER", later)]
            return _json([{"code": code, "release": one} for code, one in listed])
        if path.endswith("Series/Data"):
            return self._sdg(query)
        if path.endswith(("/indicators", "/data", ".csv")):
            return self._data360(path, query)
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
            "400": (400, {}, HTML),
            "403": (403, {}, HTML),
            "473": (473, {}, b""),
            "cut": (200, {"Content-Length": "100000"}, b'[{"page":1'),
            "elsewhere": (301, {"Location": "http://elsewhere.invalid/"}, b""),
            "huge": (200, {}, b"[" + b" " * 3_000_000),
            "no json": (200, {}, b'[{"page":1'),
            "xml": (200, {}, b"<?xml version='1.0'?><wb:data/>"),
            "moved": (301, {"Location": "/moved?format=json&per_page=20000&page=1"}, b"")
            if self.asked == 1
            else None,
        }
        time.sleep({"slow": 0.4, "late": 0.1}.get(self.fault, 0))
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
        rows = [{**row, "series": query["seriesCode"]} for row in self._sdg_rows()]
        if self.fault == "another series":
            rows = [{**row, "series": "OTHER"} for row in rows]
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
                    {"geoAreaCode": M49[place], "timePeriodStart": float(year), "value": text,
                     "footnotes": [note], "attributes": {"Nature": "C", "Units": "PERCENT"},
                     "dimensions": {"Sex": "BOTHSEX", "Reporting Type": "G"}}
                )  # fmt: skip
        if self.fault == "extra dimension":
            rows += [{**row, "dimensions": {"Sex": "BOTHSEX", "Quantile": "Q1"}} for row in rows]
        return rows

    def _data360(self, path: str, query: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        """Its API with a list of codes, and the host of its files."""
        if path.endswith("/indicators"):
            return _json({} if self.fault == "no list" else [self.code])
        if path.endswith("/data"):
            return self._data360_api(query)
        code = path.rsplit("/", 1)[1].removesuffix(".csv")
        if code != self.code or "no file" in self.fault:
            return 404, {}, HTML
        columns, rows = self._data360_rows(code)
        out = StringIO()
        csv.writer(out).writerows([columns, *rows])
        return 200, {}, out.getvalue().encode("utf-8-sig")

    def _data360_api(self, query: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        """Seven rows a call, whatever `top` asks for."""
        columns, rows = self._data360_rows(query["INDICATOR"])
        if query["INDICATOR"] != self.code:
            rows = []
        start = int(query["skip"])
        more = {"no file, growing": start, "no file, too few": 9}.get(self.fault, 0)
        part = [dict(zip(columns, row, strict=True)) for row in rows[start : start + 7]]
        return _json({"count": len(rows) + more, "value": part})

    def _data360_rows(self, code: str) -> tuple[list[str], list[list[object]]]:
        units = ["PT_POP", "USD"] if self.fault == "two units" else ["PT_POP"]
        odd = {"null": "null", "c style": "1.02263e+001", "word": "yes"}.get(self.fault)
        whole = "_Z" if self.fault == "no breakdown" else "_T"
        names = "REF_AREA INDICATOR SEX AGE URBANISATION UNIT_MEASURE TIME_PERIOD OBS_VALUE"
        return names.split(), [
            [
                place,
                code,
                whole,
                whole,
                whole,
                unit,
                str(year),
                odd if odd and not k else str(value),
            ]
            for place, values in self.series.items()
            for k, (year, value) in enumerate(zip(YEARS, values, strict=True))
            for unit in units
        ]


def _json(content: object) -> tuple[int, dict[str, str], bytes]:
    return 200, {"Content-Type": "application/json"}, json.dumps(content).encode()


@contextmanager
def served(standin: Standin, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """The address of the stand-in, on a port of its own, while it is needed; with `tls`, behind it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            standin.agents.add(self.headers["User-Agent"])
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            if standin.fault == "reset":
                self.close_connection = True
                return
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
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
