"""The lock files: a server installs what it serves with, and nothing of the pipeline."""

import re

import pytest

from dashboard.settings import ROOT

LOCKS = ("requirements.txt", "requirements-build.txt", "requirements-dev.txt")
# What building the tables takes, and a server never imports: about 480 MB.
OF_THE_PIPELINE = {
    "geopandas",
    "numpy",
    "pandas",
    "pyarrow",
    "pyogrio",
    "pyproj",
    "python-calamine",
    "shapely",
    "tqdm",
}
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+) \\$", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    """The version of every distribution that a lock file names."""
    return dict(PIN.findall((ROOT / name).read_text(encoding="utf-8")))


def test_a_server_installs_nothing_of_the_pipeline() -> None:
    """The lock of the server names none of it; that of the build names all."""
    assert set(pins("requirements.txt")) & OF_THE_PIPELINE == set()
    assert set(pins("requirements-build.txt")) >= OF_THE_PIPELINE


def test_locks_agree() -> None:
    """What stands in two locks has one version: installing one over another changes nothing."""
    serve, build, dev = map(pins, LOCKS)
    assert serve.items() <= build.items() <= dev.items()
    assert {"dash", "gunicorn", "plotly"} <= set(serve)
    assert {"pytest", "ruff", "mypy"} <= set(dev) - set(build)


@pytest.mark.parametrize("name", LOCKS)
def test_locks_have_hashes_and_no_host(name: str) -> None:
    """Every distribution has its checksums, and no lock says where to fetch it."""
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(pins(name))
    assert all("--hash=sha256:" in entry for entry in entries)
    pinned = re.sub(r"^ *#.*$", "", text, flags=re.MULTILINE)
    assert re.findall(r"://|--(?:extra-)?index-url|--find-links|--trusted-host", pinned) == []
