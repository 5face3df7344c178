from decimal import Decimal

import pytest

from dashboard.catalogue import catalogue
from dashboard.components.headline import headline
from dashboard.tables import tables


def _texts(tree: object) -> list[str]:
    found = [tree] if isinstance(tree, str) else []
    children = getattr(tree, "children", None)
    for child in children if isinstance(children, list) else [children]:
        found += _texts(child) if child is not None else []
    return found


def test_numbers_are_those_of_the_table() -> None:
    """The large figure is the difference of the two values beside it, of the newest year with a gap."""
    card = headline("internet-use", "en", "/gap")
    series = (
        tables()
        .indicator("internet-use")
        .gap("development", "m49-developed", "m49-developing", "all")
    )
    assert card is not None
    assert series is not None
    at = max(k for k, points in enumerate(series.points) if points is not None)
    higher, lower = f"{series.higher[at]:.1f}", f"{series.lower[at]:.1f}"
    texts = _texts(card)
    assert {f"{higher}%", f"{lower}%"} < set(texts)
    assert f"{Decimal(higher) - Decimal(lower)} percentage points" in texts


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_card_says_it_in_a_sentence_with_its_year(lang: str) -> None:
    """Number, sentence and year stand together, in the language of the page."""
    table = tables().indicator("fixed-broadband")
    series = table.gap("development", "m49-developed", "m49-developing", "all")
    assert series is not None
    year = max(y for y, p in zip(table.years, series.points, strict=True) if p is not None)
    said = _texts(headline("fixed-broadband", lang, "/gap"))
    assert sum(str(year) in text for text in said) >= 2


def _gaps(indicator: str) -> bool:
    series = (
        tables().indicator(indicator).gap("development", "m49-developed", "m49-developing", "all")
    )
    return series is not None and any(point is not None for point in series.points)


def test_no_gap_no_card() -> None:
    """An indicator without group values gets no card instead of an empty one."""
    gapless = next(name for name in catalogue().indicators if not _gaps(name))
    assert headline(gapless, "en", "/gap") is None
