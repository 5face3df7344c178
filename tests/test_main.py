"""The command line: its verbs, and sentences where something is wrong."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.pipeline.live import RefreshReport, Wanted
from dashboard.settings import settings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
VERBS = ("build", "refresh", "check", "agreement", "replay", "diff", "serve", "export")


def test_verbs_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Asking for help names every verb."""
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    shown = capsys.readouterr().out
    assert [verb for verb in VERBS if verb not in shown] == []


def test_check_finds_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    """Catalogue, words and tables of the project are in order, and nothing waits to be built."""
    with pytest.raises(SystemExit) as stopped:
        main(["check"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == ""


def test_export_writes_a_face(tmp_path: Path) -> None:
    """A face can be had without a server, under the address that the server gives it."""
    file = tmp_path / "gap.csv"
    main(["export", "/view/gap.csv?indicator=internet-use&lang=en", str(file)])
    assert "internet-use" in file.read_text(encoding="utf-8-sig")


def test_help_has_an_example_that_works(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The example of an export in its help, which the README has as well, can be copied."""
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    shown = " ".join(capsys.readouterr().out.split())
    address, name = re.findall(r'python -m dashboard export "([^"]+)" (\S+)', shown)[0]
    assert f'python -m dashboard export "{address}" {name}' in README
    main(["export", address.replace(".png", ".svg"), str(tmp_path / name)])
    assert (tmp_path / name).read_bytes().startswith(b"<svg")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["export", "/view/gap.csv?indicator=cats", "x"], "'indicator' must be one of"),
        (["export", "/view/gap.pdf", "x"], "no face gap.pdf"),
        (["export", "map?indicator=population", "x"], "no face 'map'; map has json, csv, .*png"),
        (
            ["export", "maps.png", "x"],
            "no face maps.png; write a name and a face, such as map.png",
        ),
        (["export", "", "x"], "no face ''; write a name and a face"),
        (["export", "gap.csv", "/nowhere/x"], "/nowhere/x: No such file or directory"),
        (["export", "map.png?size=huge", "x"], "'size' must be"),
        (["build", "--sources", ".", "--only", "internet-usage"], "is internet-use.* meant"),
        (
            ["build", "--sources", ".", "--only", "internet-use"],
            "the file of the source .* is missing",
        ),
        (["export", "pack", "x", "--region", "atlantis"], "'region' must be one of"),
        (["export", "pack", "x", "--languages", "en;zh"], "'languages' must be some of"),
        (["build", "--sources", "/nowhere"], "no folder /nowhere"),
    ],
)
def test_wrong_arguments_get_a_sentence(arguments: list[str], sentence: str) -> None:
    """What an operator can mend is said in a few lines, without a stack trace or all names there are."""
    with pytest.raises(SystemExit, match=sentence) as stopped:
        main(arguments)
    assert len(str(stopped.value)) < 500 or "must be one of" in sentence


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"TABLES": "/nowhere"}, "The table manifest.json is missing"),
        ({"PORT": "http"}, "PORT is 'http'"),
    ],
)
def test_serve_stops_with_a_sentence(environment: dict[str, str], sentence: str) -> None:
    """A server that cannot start says why in one sentence, and how to mend it."""
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "serve"],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "WEB_CONCURRENCY": "1", **environment},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode != 0
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_whoever_has_read_enough_is_told_nothing() -> None:
    """`check --sentences en | head -1` ends in silence, not with a sentence about a file."""
    with subprocess.Popen(
        [sys.executable, "-m", "dashboard", "check", "--sentences", "en"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""


def test_build_writes_where_the_settings_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder of TABLES is the one that is built, as it is the one that is served."""
    monkeypatch.setenv("TABLES", str(tmp_path / "elsewhere"))
    monkeypatch.setattr("dashboard.checks.before_build", lambda _: [])
    monkeypatch.setattr("dashboard.pipeline.geometry.build_geometry", lambda *_: None)
    monkeypatch.setattr("dashboard.pipeline.build", lambda _, out, **__: out)
    settings.cache_clear()
    try:
        main(["build", "--sources", str(tmp_path)])
    finally:
        settings.cache_clear()
    assert capsys.readouterr().out.splitlines()[0] == str(tmp_path / "elsewhere")


KEEPS = {"use": "use keeps its last good state."}


@pytest.mark.parametrize(("failed", "status"), [({}, 0), (KEEPS, 3)])
def test_refresh_ends_with_what_cron_asks_for(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    failed: dict[str, str],
    status: int,
) -> None:
    """0 when all sources came, 3 when some kept their state; the verb hands on what it was asked."""
    asked = []

    def refresh(*given: object) -> RefreshReport:
        asked.extend(given)
        return RefreshReport(failed=failed)

    monkeypatch.setattr("dashboard.pipeline.live.refresh", refresh)
    given = ["--only", "a", "--dry-run", "--service", "sdg=http://127.0.0.1:1/x=y"]
    with pytest.raises(SystemExit) as stopped:
        main(["refresh", "--sources", str(tmp_path), *given])
    assert stopped.value.code == status
    folder, _, wanted = asked
    assert folder == tmp_path
    assert wanted == Wanted(only=["a"], services={"sdg": "http://127.0.0.1:1/x=y"}, dry=True)
    assert capsys.readouterr().out.endswith("Nothing is new: the tables stay as they are.\n")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (["--service", "sdg"], "--service takes NAME=ADDRESS"),
        (["--service", "moon=http://127.0.0.1:1"], "There is no 'moon' to fetch"),
        (["--only", "nothing"], "There is no 'nothing' to fetch; there are"),
    ],
)
def test_refresh_refuses_what_it_does_not_know(
    tmp_path: Path, given: list[str], sentence: str
) -> None:
    """An unknown source or service is a sentence, and nobody is asked."""
    with pytest.raises(SystemExit, match=sentence):
        main(["refresh", "--sources", str(tmp_path), *given])


def test_build_without_its_libraries_says_what_to_do() -> None:
    """Where a server alone is installed, building ends with a sentence."""
    script = "import sys; sys.modules['pandas'] = None; from dashboard.__main__ import main; "
    done = subprocess.run(
        [sys.executable, "-c", f"{script} main(['build', '--sources', '.'])"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Building needs pandas")
