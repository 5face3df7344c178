"""A running server takes over what builds publish: every answer is of one version, and none fails."""

import os
import signal
import time
import urllib.request
from pathlib import Path

from bench.servers import Server, dashboard
from bench.switching import soak
from bench.two_versions import first_version, second_version
from dashboard.serving.watch import Watch


def test_builds_under_load_mix_nothing() -> None:
    """Every answer under load is of the version of its address, checked by its checksum; none fails."""
    found = soak(6, 3)
    assert found.faults == []
    assert len(found.takeovers) >= 2
    assert len(found.spent) > 100


def health(server: Server) -> str:
    """What the server says of itself."""
    with urllib.request.urlopen(f"{server.url}/health") as answer:
        return str(answer.read().decode())


def until(server: Server, text: str) -> bool:
    """Whether the server comes to say that."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if text in health(server):
            return True
        time.sleep(0.1)
    return False


def test_broken_tables_are_refused_and_a_hang_up_reloads(tmp_path: Path) -> None:
    """Broken tables are refused with a sentence, the old version goes on; HUP takes whole ones."""
    folder = tmp_path / "tables"
    first = first_version(folder)
    second = second_version(tmp_path / "next")
    with dashboard(TABLES=str(folder)) as server:
        whole = (folder / "targets.jsonl").read_bytes()
        (folder / "targets.jsonl").write_bytes(whole[:1000])
        assert until(server, "targets.jsonl")
        assert first in health(server)
        (tmp_path / "next").rename(tmp_path / "tables-2")
        folder.rename(tmp_path / "tables-1")
        (tmp_path / "tables-2").rename(folder)
        os.kill(server.pid, signal.SIGHUP)
        assert until(server, f'"version":"{second}"')


def test_a_folder_counts_when_it_is_still(tmp_path: Path) -> None:
    """Files that are copied one by one are waited for, and each state is told once."""
    told: list[int] = []
    watch = Watch(tmp_path, lambda: told.append(1))
    watch.look()
    for name in "ab":
        (tmp_path / name).write_text(name)
        watch.look()
        assert told == []
    watch.look()
    watch.look()
    assert told == [1]
    (tmp_path / "a").unlink()
    watch.look()
    watch.look()
    assert told == [1, 1]


def test_a_folder_that_is_gone_is_noticed(tmp_path: Path) -> None:
    """As is one that comes back."""
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "a").write_text("a")
    told: list[int] = []
    watch = Watch(folder, lambda: told.append(1))
    folder.rename(tmp_path / "aside")
    watch.look()
    watch.look()
    assert told == [1]
