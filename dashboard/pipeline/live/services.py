"""How each service answers: what is asked for, what is whole, what is refused; imports the client.

Each function gives the file of one series as the publisher wrote it. Filters of the services are never
relied upon: they are dropped without a word at times, so whole series are asked for.
"""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

import orjson

from dashboard.catalogue.models import Live
from dashboard.pipeline.live.client import AbsentError, Client, FetchError

PAGE = 20000
# Its messages about a code that it does not have, or no longer serves.
UNKNOWN_CODES = ("120", "175")
WORKBOOK = b"PK\x03\x04"
JSON_STARTS = (b"{", b"[")
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Fetched:
    """The file of a source under the code that it had, the date and name of the release, and where it was."""

    content: bytes
    code: str
    vintage: str
    release: str
    address: str


def world_bank(client: Client, live: Live, code: str, today: date) -> Fetched:
    """A series of the Indicators API: its pages, put together."""
    address = client.address("world-bank", f"country/all/indicator/{code}")
    head: dict[str, Any] = {}
    rows: list[Any] = []
    page, pages = 1, 1
    while page <= pages:
        query = {"source": "2", "format": "json", "per_page": str(PAGE), "page": str(page)}
        answer = _json(client.get(address, query, _is_json))
        if not isinstance(answer, list) or not answer or not isinstance(answer[0], dict):
            raise FetchError("its answer has another form")
        _refuse_message(answer[0])
        now = {name: answer[0].get(name) for name in ("total", "pages", "lastupdated")}
        if head and now != head:
            raise FetchError("the series changed while it was being read")
        head = now
        pages = _whole_number(head["pages"], "pages")
        rows += (answer[1] if len(answer) > 1 else None) or []
        page += 1
    if not rows:
        raise AbsentError("the series is empty")
    _refuse_count(len(rows), _whole_number(head["total"], "total"))
    _refuse_others(code, (row["indicator"]["id"] for row in rows))
    _refuse_name(live, {row["indicator"]["value"] for row in rows})
    released = str(head["lastupdated"] or today.isoformat())
    content = orjson.dumps([{"lastupdated": released, "total": len(rows)}, rows])
    return Fetched(content, code, released, released, address)


def _refuse_message(head: Mapping[str, Any]) -> None:
    if messages := head.get("message"):
        told = "; ".join(f"{one.get('id')}: {one.get('value')}" for one in messages)
        kind = AbsentError if messages[0].get("id") in UNKNOWN_CODES else FetchError
        raise kind(f"it answered with an error ({told})")


def sdg(client: Client, _: Live, code: str, today: date) -> Fetched:
    """A series of the SDG API, all its dimensions; refused where the release or the totals move."""
    release = _release(client, code)
    address = client.address("sdg", "Series/Data")
    rows: list[Any] = []
    total, page, pages = None, 1, 1
    while page <= pages:
        query = {"seriesCode": code, "page": str(page), "pageSize": str(PAGE)}
        answer = _json(client.get(address, query, _is_json))
        if not isinstance(answer, dict) or not isinstance(answer.get("data"), list):
            raise FetchError("its answer has another form")
        now = tuple(_whole_number(answer.get(k), k) for k in ("totalElements", "totalPages"))
        if total not in (None, now):
            raise FetchError("the series changed while it was being read")
        if _whole_number(answer.get("pageNumber"), "pageNumber") != page:
            raise FetchError(f"it sent another page than the one asked for, {page}")
        total, pages = now, now[1]
        rows += answer["data"]
        page += 1
    if not rows:
        raise AbsentError("the series is empty")
    _refuse_count(len(rows), total[0] if total else 0)
    _refuse_others(code, (row["series"] for row in rows))
    if _release(client, code) != release:
        raise FetchError("a new release came out while it was being read")
    content = orjson.dumps({"release": release, "data": rows})
    return Fetched(content, code, today.isoformat(), release, address)


def _release(client: Client, code: str) -> str:
    address = client.address("sdg", "Series/List")
    listed = _json(client.get(address, {"allreleases": "false"}, _is_json))
    if not isinstance(listed, list):
        raise FetchError("its list of series has another form")
    found = [str(one.get("release", "")) for one in listed if one.get("code") == code]
    if not found:
        raise AbsentError("its list of series does not have it")
    return found[0]


def data360(client: Client, live: Live, code: str, today: date) -> Fetched:
    """A whole series from the host of files, with all digits; where it has none, from the API."""
    address = client.address("data360", f"data/{live.database}/{code}.csv")
    try:
        content = client.get(address, {}, _is_csv)
    except AbsentError:
        address = client.address("data360-api", "data")
        content = _as_csv(_pages_of_data360(client, address, live.database, code))
    return Fetched(content, code, today.isoformat(), today.isoformat(), address)


def _pages_of_data360(client: Client, address: str, database: str, code: str) -> list[Any]:
    """The rows that the API has of a series, a page at a time."""
    rows: list[Any] = []
    total = None
    while total is None or len(rows) < total:
        query = {"DATABASE_ID": database, "INDICATOR": code, "skip": str(len(rows)), "top": "1000"}
        answer = _json(client.get(address, query, _is_json))
        now = _whole_number(answer.get("count"), "count")
        if total not in (None, now):
            raise FetchError("the series changed while it was being read")
        total = now
        if not answer["value"]:
            break
        rows += answer["value"]
    if not rows:
        raise AbsentError("the service does not have it (404, and no rows)")
    _refuse_count(len(rows), total or 0)
    _refuse_others(code, (row["INDICATOR"] for row in rows))
    return rows


def _as_csv(rows: list[Any]) -> bytes:
    """The rows of the API in the form of the files, which have the same columns."""
    text = StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def workbook(client: Client, _: Live, code: str, today: date) -> Fetched:
    """A workbook at its address below that of the service."""
    address = client.address("itu-files", code)
    content = client.get(address, {}, lambda body: body.startswith(WORKBOOK))
    return Fetched(content, code, today.isoformat(), today.isoformat(), address)


FETCHERS: Mapping[str, Callable[[Client, Live, str, date], Fetched]] = {
    "world-bank": world_bank,
    "data360": data360,
    "sdg": sdg,
    "itu-files": workbook,
}


def fetch(client: Client, live: Live, today: date) -> Fetched:
    """The file of a source, each series under the first of its codes that the service has.

    FetchError says why not; a source of several series comes with all of them or not at all.
    """
    wanted = dict.fromkeys(part.codes for part in live.series)
    found = [_under(client, live, codes, today) for codes in wanted]
    return found[0] if len(found) == 1 else _joined(live.service, found)


def _under(client: Client, live: Live, codes: tuple[str, ...], today: date) -> Fetched:
    absent = []
    for code in _listed_first(client, live, codes):
        try:
            return FETCHERS[live.service](client, live, code, today)
        except AbsentError as error:
            absent.append(f"{code}: {error}")
        except FetchError as error:
            raise FetchError(f"{code}: {error}") from error
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            raise FetchError(f"{code}: its answer has another form ({error!r})") from error
    raise FetchError("; ".join(absent))


def _listed_first(client: Client, live: Live, codes: tuple[str, ...]) -> list[str]:
    """The codes, those first that Data360 says it has; its list is not relied upon."""
    if live.service != "data360" or len(codes) == 1:
        return list(codes)
    address = client.address("data360-api", "indicators")
    try:
        listed = _json(client.get(address, {"datasetId": live.database}, _is_json))
    except FetchError:
        return list(codes)
    return sorted(codes, key=lambda code: code not in listed)


def _joined(service: str, parts: Sequence[Fetched]) -> Fetched:
    """One file of several series, in the form that the service gives one."""
    releases = {part.release for part in parts}
    if len(releases) > 1:
        raise FetchError(f"its series are of several releases: {', '.join(sorted(releases))}")
    if service == "data360":
        heads = {part.content.removeprefix(BOM).splitlines()[0] for part in parts}
        if len(heads) > 1:
            raise FetchError("the files of its series have different columns")
        rows = [line for part in parts for line in part.content.splitlines()[1:]]
        content = b"\n".join([*heads, *rows, b""])
    else:
        found = [orjson.loads(part.content) for part in parts]
        content = orjson.dumps(JOIN[service](found))
    codes, where = (
        ", ".join(dict.fromkeys(getattr(p, n) for p in parts)) for n in ("code", "address")
    )
    return Fetched(content, codes, parts[0].vintage, parts[0].release, where)


JOIN: Mapping[str, Callable[[list[Any]], Any]] = {
    "world-bank": lambda found: [found[0][0], [row for _, rows in found for row in rows]],
    "sdg": lambda found: {**found[0], "data": [row for one in found for row in one["data"]]},
}


def _is_json(body: bytes) -> bool:
    return body.removeprefix(BOM).lstrip().startswith(JSON_STARTS)


def _is_csv(body: bytes) -> bool:
    return bool(body.strip()) and not body.removeprefix(BOM).lstrip().startswith((b"<", b"{"))


def _json(body: bytes) -> Any:
    try:
        return orjson.loads(body.removeprefix(BOM))
    except ValueError as error:
        raise FetchError("its answer is no whole JSON") from error


def _whole_number(value: object, name: str) -> int:
    """A number that the service writes as such or as a text."""
    if isinstance(value, int | str) and str(value).isdecimal():
        return int(value)
    raise FetchError(f"its answer does not say {name}")


def _refuse_name(live: Live, names: set[str]) -> None:
    """The name of a series holds its unit there, such as the year of constant prices."""
    if live.units and not all(any(unit in name for unit in live.units) for name in names):
        raise FetchError(
            f"its unit is another one: {', '.join(sorted(names))}, without {', '.join(live.units)}"
        )


def _refuse_count(count: int, total: int) -> None:
    if count != total:
        raise FetchError(f"it sent {count} rows and says that there are {total}")


def _refuse_others(code: str, codes: Iterator[str]) -> None:
    if others := sorted(set(codes) - {code}):
        raise FetchError(f"it sent rows of another series, {others[0]}")
