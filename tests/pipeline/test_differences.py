"""What differs between two data versions is told value by value."""

from pathlib import Path

import pytest

from dashboard.pipeline import build
from dashboard.pipeline.differences import DifferenceError, difference

TOLD = """\
By indicator:
share: 1 new, 2 corrected, 1 gone

Corrected, old -> new:
share, DDD, 2010: 20 -> 20.5
share, AAA, 2011: 81 -> 81.5

Gone:
share, CCC, 2012: 12

New:
share, BBB, 2016: 76"""


@pytest.fixture
def versions(sources: Path, out: Path) -> tuple[str, str]:
    """Two versions: two values are corrected, one is gone, one new."""
    first = build(sources, out).version
    use = sources / "use.csv"
    lines = use.read_text(encoding="utf-8-sig").splitlines()
    changes = {
        "Country": (",2015", ",2015,2016"),
        "x,AAA": ("81", "81.5"),
        "x,BBB": (",75", ",75,76"),
        "x,CCC": ("12", ""),
        "x,DDD": (",20,", ",20.5,"),
    }
    for k, line in enumerate(lines):
        for start, (before, after) in changes.items():
            if line.startswith(start):
                lines[k] = line.replace(before, after, 1)
        if not line.startswith(("Country", "x,BBB")):
            lines[k] += ","
    use.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return first, build(sources, out, accept=True).version


@pytest.mark.usefixtures("world")
def test_difference(versions: tuple[str, str], out: Path) -> None:
    """Corrected values come with old and new, the largest change first; a version has its first digits."""
    first, second = versions
    told = difference(first[:6], second, out)
    assert told.startswith(
        f"From {first[:6]} to {second}: 1 values new, 2 values corrected, 1 values"
    )
    assert told.split("\n\n", 1)[1] == TOLD
    nothing = "0 values new, 0 values corrected, 0 values gone."
    assert difference(first, first, out) == f"From {first} to {first}: {nothing}"


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("name", ["", "zzzz", "../tables"])
def test_other_versions_get_a_sentence(versions: tuple[str, str], out: Path, name: str) -> None:
    """A version that is not kept, or that could be several, is answered with those that are."""
    with pytest.raises(DifferenceError, match=versions[0]):
        difference(name, versions[1], out)
