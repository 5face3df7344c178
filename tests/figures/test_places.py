"""The files that maps are drawn with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.figures import places
from dashboard.settings import GEO


@pytest.fixture
def geo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of data/geo that a test may damage."""
    for file in GEO.glob("*.json"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(places, "GEO", tmp_path)
    places._file.cache_clear()
    yield tmp_path
    places._file.cache_clear()


@pytest.mark.parametrize("name", ["topology", "areas", "lines", "frames", "preview"])
def test_a_missing_file_is_named(geo: Path, name: str) -> None:
    """The sentence says which file it is and how to get it back."""
    (geo / f"{name}.json").unlink()
    with pytest.raises(places.PlacesError, match=rf"{name}\.json is missing .* dashboard build"):
        places.open_all(["world"])


def test_a_cut_file_is_named(geo: Path) -> None:
    """Half a file is no file."""
    whole = (geo / "frames.json").read_bytes()
    (geo / "frames.json").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(places.PlacesError, match=r"frames\.json is missing or damaged"):
        places.open_all(["world"])


@pytest.mark.usefixtures("geo")
def test_a_region_without_a_frame_is_named() -> None:
    """A group that was added to the catalogue needs a build before it can be shown."""
    with pytest.raises(places.PlacesError, match=r"frames\.json lacks atlantis"):
        places.open_all(["world", "atlantis"])
