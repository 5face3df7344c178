"""Every face and every file travels with the same promises: tags, HEAD, safety, limits, made once."""

import errno
import re
from html import unescape
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any

import pytest
from werkzeug.test import Client

from dashboard import routes
from dashboard.catalogue import catalogue
from dashboard.edition import edition
from dashboard.exports.look import LARGEST, SMALLEST
from dashboard.faces import all_faces
from dashboard.serving.index import IndexedDash
from dashboard.serving.shelf import SHELF, Shelf
from dashboard.view import MOST_ECONOMIES

NAMES = all_faces()


def address(name: tuple[str, str], query: str = "", look: str = "") -> str:
    """The address of a face under the newest edition."""
    return f"/view/{'.'.join(name)}?{query}lang=en&v={edition()}{look}"


@pytest.mark.parametrize("name", NAMES, ids=".".join)
def test_faces_are_tagged_safe_and_answer_head(client: Client, name: tuple[str, str]) -> None:
    """Asked for the first time or again, by GET, HEAD or with a tag: one answer, which runs nothing."""
    first = client.get(address(name, "region=eclac&"), follow_redirects=True)
    url = first.request.full_path
    assert first.status_code == 200
    assert re.fullmatch(r'"[^"]+"', first.headers["ETag"])
    assert first.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert first.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in first.headers["Content-Security-Policy"]
    head = client.head(url)
    assert (head.status_code, head.data) == (200, b"")
    assert dict(head.headers) == dict(first.headers)
    assert head.headers["Content-Length"] == str(len(first.data))
    known = client.get(url, headers={"If-None-Match": first.headers["ETag"]})
    assert (known.status_code, known.data) == (304, b"")
    assert known.headers["ETag"] == first.headers["ETag"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/view/trend.csv", 302),
        ("/view/trend.csv?year=soon", 400),
        ("/view/pie.csv", 404),
        ("/choices.json?lang=en", 302),
        ("/room.json?lang=en&v=old", 302),
        ("/choices.json", 400),
        ("/view/trend.csv?v=0123456789abcdef", 404),
        ("/health", 200),
        ("/oembed", 404),
    ],
)
def test_other_answers_are_safe_and_not_kept(client: Client, path: str, status: int) -> None:
    """A sentence or a redirect is never taken for a page, and never kept in place of a face."""
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer.headers["Cache-Control"] in ("no-cache", "no-store")


def test_files_of_the_page_are_tagged_and_safe(client: Client) -> None:
    """Scripts, styles and shapes of a page: nosniff, HEAD, and nothing for who has them already."""
    html = client.get("/map?lang=en").text
    found = re.findall(r'<(?:script|link)[^>]* (?:src|href)="(/[^"]*)"', html)
    files = [unescape(url) for url in found if not url.startswith(("/view/", "/_dash-layout"))]
    assert len(files) > 3
    for url in files:
        with client.get(url) as got, client.head(url) as head:
            assert got.status_code == head.status_code == 200
            assert got.headers["X-Content-Type-Options"] == "nosniff"
            assert head.data == b""
            tag = got.headers.get("ETag")
            assert tag, url
        with client.get(url, headers={"If-None-Match": tag}) as known:
            assert (known.status_code, known.data) == (304, b""), url


TOO_MANY = "~".join(list(catalogue().economies)[: MOST_ECONOMIES + 1])


@pytest.mark.parametrize(
    ("face", "query", "said"),
    [
        ("png", f"width={LARGEST + 1}", "'width' must be a number of pixels from 160 to 3000"),
        ("png", f"height={SMALLEST - 1}", "'height' must be a number of pixels from 160 to 3000"),
        ("png", "width=99999999999999999999", "'width' must be"),
        ("svg", "width=-400", "'width' must be"),
        ("svg", "width=3000&height=160", "as wide as it is high"),
        ("svg", "size=huge", "'size' must be one of page, slide"),
        ("png", "size=og&width=400", "either 'size' or 'width'"),
        ("csv", "width=400", "no parameter 'width'"),
        ("png", f"economies={TOO_MANY}", "'economies' must be at most 12"),
        ("pptx", f"economies={TOO_MANY}", "'economies' must be at most 12"),
        ("json", f"economies={TOO_MANY}", "'economies' must be at most 12"),
    ],
)
def test_limits_are_said(client: Client, face: str, query: str, said: str) -> None:
    """A picture too large, too small or too flat, or too many economies: 400 and one clear sentence."""
    answer = client.get(f"/view/trend.{face}?lang=en&{query}")
    assert answer.status_code == 400
    assert said in answer.text
    assert answer.text.count("\n") == 1


def test_the_limits_themselves_are_allowed(client: Client) -> None:
    """The largest number of economies and the smallest picture are answered."""
    most = "~".join(list(catalogue().economies)[:MOST_ECONOMIES])
    for query, look in ((f"economies={most}&", ""), ("", f"&width={SMALLEST}&height={SMALLEST}")):
        assert client.get(address(("trend", "svg"), query, look)).status_code == 200


@pytest.fixture
def shelf(app: IndexedDash, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of faces of the application: empty, of this test alone."""
    monkeypatch.setitem(app.server.extensions, SHELF, Shelf(tmp_path, 10_000_000))
    return tmp_path


def kept(shelf: Path) -> list[str]:
    """The files that faces are read from."""
    return [path.name for path in shelf.iterdir() if path.is_file()]


def test_readers_who_ask_at_once_share_one_rendering(
    app: IndexedDash, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same slide asked for three times at the same moment is rendered once."""
    both, render, made = Barrier(2), routes.render, []

    def rendering(*arguments: Any) -> tuple[bytes, str]:
        try:
            both.wait(0.4)  # a second rendering at the same time would meet the first one here
        except BrokenBarrierError:
            made.append("alone")
        else:
            made.append("together")
        return render(*arguments)

    monkeypatch.setattr(routes, "render", rendering)
    url, bodies = address(("trend", "pptx"), "region=ece&"), []
    asking = [
        Thread(target=lambda: bodies.append(Client(app.server).get(url).data)) for _ in range(3)
    ]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert made == ["alone"]
    assert len(set(bodies)) == 1
    assert len(bodies) == 3
    assert len(kept(shelf)) == 1


def test_another_worker_finds_the_face(
    client: Client, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A face that one worker has made is not made by another, whose memory has none of it."""
    first = client.get(address(("gap", "png"), "region=ece&"))
    assert kept(shelf)

    def never(*_: Any) -> tuple[bytes, str]:
        raise AssertionError("It was made already.")

    monkeypatch.setattr(routes, "render", never)
    again = client.get(address(("gap", "png"), "region=ece&"), headers={"Accept-Encoding": "gzip"})
    assert (again.status_code, again.data) == (200, first.data)


def test_what_a_page_shows_is_not_written_to_disk(client: Client, shelf: Path) -> None:
    """Faces that are quickly made, and asked for by every reader of a page, stay in memory."""
    client.get(address(("trend", "json"), "region=eca&"))
    assert kept(shelf) == []


def test_a_full_disk_still_answers(
    client: Client, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full a copy is made, sent, and not kept."""

    def full(_path: Path, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    answer = client.get(address(("gap", "xlsx"), "region=eca&"))
    assert answer.status_code == 200
    assert answer.data.startswith(b"PK")
    assert kept(shelf) == []
