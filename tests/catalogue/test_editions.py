"""Sources that were fetched have the date and citation of what was fetched, everywhere they are named."""

import tomllib
from collections.abc import Iterator

import pytest

from dashboard.catalogue import catalogue, date_sources
from dashboard.exports.package import package
from dashboard.settings import CATALOGUE
from dashboard.tables import tables


@pytest.fixture
def fetched() -> Iterator[str]:
    """The first source that a program may fetch, as fetched on 1 March 2027; then as it was."""
    written = tables().manifest["sources"]
    key = next(key for key, source in catalogue().sources.items() if source.live)
    date_sources([{"id": key, "fetched": {"vintage": "2027-03-01"}}])
    yield key
    date_sources(written)


def test_a_fetched_edition(fetched: str) -> None:
    """Its date, title and whatever else `about` gives stand in place of the catalogue's; others keep theirs."""
    source = catalogue().sources[fetched]
    written = tomllib.loads((CATALOGUE / "sources.toml").read_text(encoding="utf-8"))[fetched]
    about = {"vintage": "2027-03-01", "derived": "", **written["live"].get("about", {})}
    assert {name: getattr(source, name) for name in about} == about
    assert source.title != written["title"]
    assert source.citation.endswith("2027-03-01")
    assert "2027-03-01" in str(package(tables()))
    others = [one for key, one in catalogue().sources.items() if key != fetched]
    assert not any(one.vintage == "2027-03-01" for one in others)


def test_back_to_the_written_edition(fetched: str) -> None:
    """Tables that were built from the file of the catalogue have its date again."""
    date_sources([])
    assert catalogue().sources[fetched].vintage != "2027-03-01"
