"""Several equal servers behind two caches: one dies, a cache is emptied, one is slow or new: no reader notices."""

import html
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

import pytest

from bench.two_versions import first_version, second_version
from tests.attack.proxied import HOST, NEEDED, Proxy, proxied
from tests.attack.served import served

pytestmark = NEEDED
PATHS = ("/map?lang=en", "/gap?lang=ar", "/region?region=escap&lang=fr", "/about?lang=zh")


@pytest.fixture(scope="module")
def fleet(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Path, list[ExitStack], list[Proxy]]]:
    """Three servers, each with a switch of its own, and two caches in front of all of them."""
    folder = tmp_path_factory.mktemp("several")
    with ExitStack() as all_of_it:
        servers, ports, caches = [], [], []
        for k in range(3):
            (folder / f"server{k}").mkdir()
            own = all_of_it.enter_context(ExitStack())
            servers.append(own)
            # Each hashes texts in its own way, as machines do.
            started = served(
                folder / f"server{k}", SITE=f"https://{HOST}", PYTHONHASHSEED=f"{k + 1}"
            )
            ports.append(own.enter_context(started))
        for name in ("cache0", "cache1"):
            (folder / name).mkdir()
            caches.append(all_of_it.enter_context(proxied(folder / name, ports)))
        yield folder, servers, caches


def digest(cache: Proxy, path: str) -> str:
    """What a cache answers, which is a page."""
    with cache.get(path) as found:
        assert found.status == 200
        return sha256(found.read()).hexdigest()


def test_readers_never_notice_which_server_answers(
    fleet: tuple[Path, list[ExitStack], list[Proxy]],
) -> None:
    """Through two caches, with one emptied and one server killed in between: the same bytes, no failure."""
    folder, servers, caches = fleet
    first = {path: digest(caches[0], path) for path in PATHS}
    for k, path in enumerate(PATHS * 3):
        # An address that no cache has yet: each asks whichever server comes next.
        address = f"{path}&year={2010 + k}"
        assert digest(caches[0], address) == digest(caches[1], address)
        assert digest(caches[1], path) == first[path]
    servers[0].close()
    for kept in (folder / "cache0" / "cache").iterdir():
        shutil.rmtree(kept)
    for k in range(24):
        path = PATHS[k % len(PATHS)]
        assert digest(caches[k % 2], path) == first[path]
        digest(caches[k % 2], f"{path}&year={1990 + k}")
    servers[1].close()
    servers[2].close()
    for path in PATHS:
        # With every server gone the caches still show what they have.
        assert digest(caches[1], path) == first[path]


FACE = re.compile(r'href="(/view/map\.course[^"]*v=(\w+)[^"]*)"')


@pytest.fixture(scope="module")
def rolling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[set[str], list[Proxy]]]:
    """Both data versions, and two caches before three servers in the middle of a new edition.

    All have the new version beside theirs, one serves it already; one of the others is slow.
    """
    folder = tmp_path_factory.mktemp("rolling")
    versions = [first_version(folder / "old"), second_version(folder / "new")]
    with ExitStack() as all_of_it:
        ports, caches = [], []
        for k, serves in enumerate(("new", "old", "old")):
            data = folder / f"server{k}" / "data"
            (data / "versions").mkdir(parents=True)
            (data / "tables").symlink_to(folder / serves)
            for version, name in zip(versions, ("old", "new"), strict=True):
                (data / "versions" / version).symlink_to(folder / name)
            started = served(
                folder / f"server{k}",
                late=0.2 if k == 2 else 0,
                TABLES=f"{data / 'tables'}",
                SITE=f"https://{HOST}",
            )
            ports.append(all_of_it.enter_context(started))
        for name in ("cache0", "cache1"):
            (folder / name).mkdir()
            caches.append(all_of_it.enter_context(proxied(folder / name, ports)))
        yield set(versions), caches


def test_a_reader_stays_on_the_version_of_the_page(rolling: tuple[set[str], list[Proxy]]) -> None:
    """While one of three servers has newer data, every figure of a page is of the version that the page names."""
    versions, caches = rolling
    told: dict[str, set[str]] = {}
    for k in range(24):
        # An address that no cache has yet, so that any of the servers may answer.
        with caches[k % 2].get(f"/map?lang=en&year={2000 + k}") as page:
            assert page.status == 200
            ((address, edition),) = FACE.findall(html.unescape(page.read().decode()))
        assert edition[:12] in versions
        for cache in caches:
            told.setdefault(address, set()).add(digest(cache, address))
    # One address a version, and the same numbers there whoever was asked: none was led elsewhere.
    assert [len(answers) for answers in told.values()] == [1, 1]
    assert len(set.union(*told.values())) == len(versions)
