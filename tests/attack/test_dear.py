"""What is dear to make never takes a worker from those who ask for what is cheap."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest
from werkzeug.test import Client

from dashboard.edition import edition
from dashboard.serving.index import IndexedDash
from dashboard.serving.limits import DEAR, BusyError, Dear
from dashboard.serving.shelf import LOCKS, SHELF, Shelf

DEAR_ADDRESSES = (
    "/view/map.png?lang=en&v={v}",
    "/view/trend.pptx?lang=en&v={v}",
    "/view/trend.xlsx?lang=en&v={v}",
    "/view/map.html?lang=en&v={v}",
    "/pack.zip?region=itu-arb&languages=en&v={v}",
)


@pytest.fixture
def taken(app: IndexedDash, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Somebody has a dear file made, and nobody may wait; nothing is on the shelf."""
    dear = Dear(1, waiting=0)
    monkeypatch.setitem(app.server.extensions, DEAR, dear)
    monkeypatch.setitem(app.server.extensions, SHELF, Shelf(None, 0))
    with dear.turn():
        yield


@pytest.mark.usefixtures("taken")
@pytest.mark.parametrize("address", DEAR_ADDRESSES)
def test_whoever_comes_too_soon_is_told_when_to_come_back(client: Client, address: str) -> None:
    """While a dear file is made, another one is answered 503 in a sentence, with Retry-After."""
    answer = client.get(address.format(v=edition()))
    assert (answer.status_code, answer.mimetype) == (503, "text/plain")
    assert int(answer.headers["Retry-After"]) > 0


@pytest.mark.usefixtures("taken")
def test_one_deck_at_a_time(client: Client) -> None:
    """A deck takes its turn too, and does not wait for it."""
    answer = client.post("/deck.pptx", data={"view": ["map"]})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


@pytest.mark.usefixtures("taken")
@pytest.mark.parametrize("path", ["/map", "/view/map.json", "/view/map.csv", "/health"])
def test_what_is_cheap_goes_on(client: Client, path: str) -> None:
    """Pages, what they show, and rows need no turn."""
    assert client.get(f"{path}", follow_redirects=True).status_code == 200


def test_so_many_are_made_and_so_many_wait() -> None:
    """Of six who come at once one is served and two wait; three are sent away at once."""
    dear, everybody_came, refused, served = Dear(1, waiting=2), Event(), [], []

    def come() -> None:
        try:
            with dear.turn():
                everybody_came.wait()
                served.append(1)
        except BusyError:
            refused.append(1)
            if len(refused) == 3:
                everybody_came.set()

    threads = [Thread(target=come) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert (len(served), len(refused)) == (3, 3)


def test_a_turn_that_fails_is_given_back() -> None:
    """Whoever fails while it has its turn does not keep it."""
    dear = Dear(1, waiting=0)
    for _ in range(3):
        with pytest.raises(LookupError), dear.turn():
            raise LookupError


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("/view/map.png?number=7&lang=en&v={v}", "/view/map.png?lang=en&v={v}"),
        ("/view/map.png?pace=2.5&lang=en&v={v}", "/view/map.png?lang=en&v={v}"),
        ("/view/map.csv?lang=en&number=7&v={v}", "/view/map.csv?lang=en&v={v}"),
        ("/view/map.csv?v={v}&lang=en", "/view/map.csv?lang=en&v={v}"),
        ("/view/map.csv?year=latest&lang=en&v={v}", "/view/map.csv?lang=en&v={v}"),
        (
            "/view/map.png?lang=en&v={v}&height=675&width=1200",
            "/view/map.png?lang=en&v={v}&size=page",
        ),
        (
            "/view/trend.csv?economies=kir&lang=en&v={v}",
            "/view/trend.csv?economies=KIR&lang=en&v={v}",
        ),
        (
            "/pack.zip?languages=zh~en~ar&region=itu-arb&v={v}",
            "/pack.zip?region=itu-arb&languages=zh~ar~en&v={v}",
        ),
    ],
)
def test_a_face_has_one_address(client: Client, asked: str, own: str) -> None:
    """What a chart does not read, and another order of the same, make no face of their own."""
    answer = client.get(asked.format(v=edition()))
    assert answer.status_code == 302
    assert answer.headers["Location"] == own.format(v=edition())


def test_what_was_dear_outlives_what_is_cheap(tmp_path: Path) -> None:
    """A picture of 300 kB that took a second stays while two hundred quick pages of 1.5 MB come and go."""
    shelf = Shelf(tmp_path, 40_000_000)
    picture, made = b"p" * 300_000, []

    def drawn() -> tuple[bytes, str]:
        made.append(1)
        sleep(0.3)
        return picture, "image/png"

    shelf.get("dear", drawn)
    for k in range(200):
        shelf.get(f"cheap {k}", lambda: (b"c" * 1_500_000, "text/html"))
        held = [path for path in tmp_path.iterdir() if path.name != LOCKS]
        for path in held:  # ten seconds go by
            state = path.stat()
            os.utime(path, (state.st_atime - 10, state.st_mtime - 10))
    assert shelf.get("dear", drawn) == (picture, "image/png")
    assert made == [1]
