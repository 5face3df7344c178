"""Which economy a publisher means."""

from pathlib import Path

import pytest

from dashboard.catalogue import catalogue
from dashboard.pipeline.entities import Meaning, Names
from dashboard.pipeline.readers.records import Entities
from dashboard.settings import CATALOGUE


@pytest.fixture(scope="module")
def names() -> Names:
    """The names of the catalogue and its aliases."""
    return Names.load(catalogue(), CATALOGUE / "aliases.csv")


@pytest.mark.parametrize(
    ("kind", "written", "economy"),
    [
        ("code", "ABW", "ABW"),
        ("code", "KSO", "XKX"),
        ("code", "AAA", "GGY"),
        ("code", "GBJ", "JEY"),
        ("name", "Iraq ", "IRQ"),
        ("name", "Turkey", "TUR"),
        ("name", "Türkiye", "TUR"),
        ("name", "Georgia (Country)", "GEO"),
        ("name", "Côte d'Ivoire", "CIV"),
        ("m49", "4", "AFG"),
        ("m49", "158", "TWN"),
    ],
)
def test_meanings(names: Names, kind: Entities, written: str, economy: str) -> None:
    """Publishers' own codes, old names and blanks lead to the economy that is meant."""
    assert names.meaning(kind, written) == Meaning(economy)


@pytest.mark.parametrize(
    ("kind", "written", "reason"),
    [
        ("code", "WLD", "aggregate"),
        ("m49", "1", "aggregate"),
        ("code", "ANT", "dissolved"),
        ("code", "YUG", "dissolved"),
        ("code", "ASC", "part-of-another"),
        ("code", "CHI", "several-economies"),
    ],
)
def test_no_economy(names: Names, kind: Entities, written: str, reason: str) -> None:
    """Groups, dissolved economies and parts of others are told apart from economies."""
    assert names.meaning(kind, written) == Meaning("", reason)


def test_unknown(names: Names) -> None:
    """Nobody guesses at a code that is not listed."""
    assert names.meaning("code", "ZZZ") is None
    assert names.meaning("name", "Atlantis") is None


def test_aliases_lead_somewhere() -> None:
    """Every alias names an economy of the catalogue, or a reason why there is none."""
    lines = Path(CATALOGUE / "aliases.csv").read_text(encoding="utf-8").splitlines()[1:]
    ends = {tuple(line.rsplit(",", 2)[1:]) for line in lines}
    reasons = {"aggregate", "dissolved", "part-of-another", "several-economies"}
    for economy, reason in ends:
        assert (economy in catalogue().economies) != (reason in reasons), (economy, reason)
