"""Which economy a publisher means."""

import re
from pathlib import Path

import pytest

from dashboard.catalogue import CatalogueError, catalogue
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
        ("group", "Asia & Pacific", "itu-asp"),
        ("group", "SIDS", "sids-unsd"),
    ],
)
def test_meanings(names: Names, kind: Entities, written: str, economy: str) -> None:
    """Publishers' own codes, old names and blanks lead to the economy or group that is meant."""
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
        ("group", "Other Economies", "aggregate"),
    ],
)
def test_no_economy(names: Names, kind: Entities, written: str, reason: str) -> None:
    """Groups, dissolved economies and parts of others are told apart from economies."""
    assert names.meaning(kind, written) == Meaning("", reason)


def test_unknown(names: Names) -> None:
    """Nobody guesses at a code that is not listed."""
    assert names.meaning("code", "ZZZ") is None
    assert names.meaning("name", "Atlantis") is None


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("town,Rome,ITA,", "row 2: kind is 'town' and must be one of code, name, m49, group."),
        ("code,KSV,XKO,", "row 2: 'XKO' is not in the catalogue."),
        ("group,Africa,ITA,", "row 2: 'ITA' is not in the catalogue."),
        ("name,Africa,itu-afr,", "row 2: 'itu-afr' is not in the catalogue."),
        ("code,KSV,,", "row 2: either somebody is meant or there is a reason."),
        ("code,KSV,XKX,dissolved", "row 2: either somebody is meant or there is a reason."),
    ],
)
def test_aliases_lead_somewhere(tmp_path: Path, row: str, sentence: str) -> None:
    """An alias that names nobody, or both somebody and a reason, is named with its row."""
    file = tmp_path / "aliases.csv"
    file.write_text(f"kind,written,meant,reason\n{row}\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=re.escape(f"aliases.csv, {sentence}")):
        Names.load(catalogue(), file)
