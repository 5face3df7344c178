"""The benchmark comes to its end, whatever becomes of one of its parts."""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from bench.__main__ import main
from bench.report import Budget, Row, line
from bench.run import run
from tests.bench.made_up import MARK, broken, crashed, good, hanging


@pytest.fixture
def left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the numbers of the processes that parts leave behind."""
    monkeypatch.setenv(MARK, str(tmp_path))
    return tmp_path


def test_a_failing_part_costs_its_own_rows_only(left: Path) -> None:
    """What was measured before, and all other parts, are kept; each failure has a sentence."""
    parts = {"broken": broken, "crashed": crashed, "hanging": hanging, "good": good}
    shown: list[str] = []
    found = run(parts, False, lambda name, _: shown.append(name), most_a_part=2)
    assert [row.name for row in found.rows] == [
        "before",
        "before the crash",
        "before the wait",
        "first load",
        "start",
    ]
    assert shown == ["broken", "crashed", "hanging", "good", "good"]
    assert found.failures == {
        "broken": "FileNotFoundError: package-lock.json is missing",
        "crashed": "its process ended with status 3.",
        "hanging": "stopped, since it took too long.",
    }
    assert _running(left) == []


def _running(folder: Path) -> list[int]:
    """Which of the processes that the folder names are still there."""
    found = [int(path.name) for path in folder.iterdir()]
    assert len(found) == 2
    running = []
    for pid in found:
        with suppress(ProcessLookupError):
            os.kill(pid, 0)
            running.append(pid)
    return running


def test_the_whole_run_has_an_end() -> None:
    """When the time for all parts is over, those that are left say so instead of running."""
    found = run({"first": good, "last": good}, False, lambda *_: None, most=0)
    assert set(found.failures) == {"first", "last"}
    assert all("left out" in reason for reason in found.failures.values())


def test_the_table_comes_in_spite_of_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    """All rows stand in one table, the failure is named below it, and the command exits with 1."""
    with pytest.raises(SystemExit) as ended:
        main([], {"broken": broken, "good": good})
    printed = capsys.readouterr()
    assert ended.value.code == 1
    names = [text.split("|")[1].strip() for text in printed.out.splitlines() if text[:1] == "|"]
    assert names[2:] == ["before", "first load", "start"]
    assert "broken is not whole: FileNotFoundError: package-lock.json is missing" in printed.out
    assert "good: first load: 600 kB, plain 2,000, ratio 0.30, at most 700: kept" in printed.err


def test_a_run_without_failures_exits_with_0() -> None:
    """A missed budget is a row of the table; only what could not be measured is a failure."""
    with pytest.raises(SystemExit) as ended:
        main(["--only", "good"], {"broken": broken, "good": good})
    assert ended.value.code == 0


def test_lines_say_what_was_missed() -> None:
    """A row on its own has its figure, its unit, and whether its budget is kept."""
    assert line(Row("start", "s", 0.9, None, Budget(0.7))) == "start: 0.9 s, at most 0.7: MISSED"
