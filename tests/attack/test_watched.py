"""What an operator sees of the requests: counts over all workers, and lines that are always JSON."""

import json
import socket
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from werkzeug.test import Client

from dashboard.serving.metrics import kind_of
from tests.attack.served import answer, served


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """A server of two workers that counts, and writes a log; its port and the log."""
    folder = tmp_path_factory.mktemp("watched")
    log = folder / "access.log"
    with served(folder, METRICS="1", ACCESS_LOG=f"{log}", WEB_CONCURRENCY="2") as port:
        yield port, log


def get(port: int, path: str) -> str:
    """What stands at an address."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as found:
        return str(found.read().decode())


def until(ask: Callable[[], str], is_there: Callable[[str], bool]) -> str:
    """What `ask` gives once it is there: an answer is noted a moment after it was sent."""
    ends = time.monotonic() + 5
    while not is_there(said := ask()) and time.monotonic() < ends:
        time.sleep(0.05)
    return said


def test_answers_of_all_workers_are_counted(watched: tuple[int, Path]) -> None:
    """Whichever worker is asked, thirty pages are thirty pages, and the data have an age."""
    port, _ = watched
    for _ in range(30):
        get(port, "/about?lang=en")
    thirty = 'ict_answers_total{kind="page",status="200"} 30.0'
    counted = until(lambda: get(port, "/metrics"), lambda said: thirty in said)
    assert thirty in counted.splitlines()
    assert 'ict_answer_seconds_count{kind="page"} 30.0' in counted.splitlines()
    assert "ict_data_age_days " in counted
    assert 'ict_served{edition="' in counted


def test_every_line_of_the_log_is_json(watched: tuple[int, Path]) -> None:
    """Quotes, control characters and long addresses end up inside a line, and none makes a second."""
    port, log = watched
    hostile = (
        b'GET /%0a"}{"a":"\\%22?x="%0d%0aFake:1 HTTP/1.1\r\nHost: x\r\nUser-Agent: "}\\\r\n\r\n'
    )
    with socket.create_connection(("127.0.0.1", port)) as sender:
        sender.sendall(hostile)
        assert answer(sender).startswith(b"HTTP/1.1 404")
    get(port, f"/about?lang=en&number={'9' * 3000}")
    said = until(log.read_text, lambda said: "99999" in said and "Fake" in said)
    lines = [json.loads(line) for line in said.splitlines()]
    (strange,) = (line for line in lines if line["status"] == 404)
    assert strange["path"].startswith('/\n"}{"a":"')
    assert max(len(line["query"]) for line in lines) == 2000
    assert {len(line) for line in lines} == {8}
    assert "127.0.0.1" not in log.read_text()


def test_nothing_is_counted_unless_asked_for(client: Client) -> None:
    """Without the setting there is no such page."""
    assert client.get("/metrics").status_code == 404


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/map", "page"),
        ("/made/up/4711", "page"),
        ("/view/map.json", "face"),
        ("/view/map.png", "copy"),
        ("/static/app.js", "static"),
        ("/data/gaps.parquet", "table"),
    ],
)
def test_kinds_are_few(path: str, kind: str) -> None:
    """Whatever is asked for, there are nine kinds: nobody can fill a memory with names."""
    assert kind_of(path) == kind
