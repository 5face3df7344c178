"""The targets of the catalogue: what the check finds."""

from dataclasses import replace

import pytest

from dashboard.catalogue import Measure, Target, catalogue
from dashboard.catalogue.check import validate

USE = Measure("umc-1", "umc-1", indicator="internet-use", threshold=100)
TARGET = Target("umc-1", "umc-2030", "1", 2030, "found", (USE,))


def with_target(**changes: object) -> list[str]:
    """What the check says of the catalogue with one target, changed."""
    target = replace(TARGET, **changes)  # type: ignore[arg-type]
    return validate(replace(catalogue(), targets={target.id: target}))


def with_measure(**changes: object) -> list[str]:
    """What the check says of the catalogue with one measure, changed."""
    return with_target(measures=(replace(USE, **changes),))  # type: ignore[arg-type]


def test_a_good_target_has_no_sentence() -> None:
    """A target in which everything is found raises no complaint."""
    assert with_target() == []


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (with_target(set="mdg"), "set is 'mdg'"),
        (with_target(wording="heard"), "wording is 'heard'"),
        (with_target(deadline=1015), "1015 is no likely deadline."),
        (with_target(measures=()), "a target has at least one measure"),
        (with_target(measures=(USE, USE)), "the measure umc-1 stands twice."),
        (with_measure(id="Umc 1"), "the id must be in kebab case."),
        (with_measure(indicator="fax"), "indicator is 'fax'"),
        (with_measure(threshold=120), "120 lies outside the range of internet-use."),
        (with_measure(place="moon"), "place is 'moon'"),
        (with_measure(sense="about"), "sense is 'about'"),
        (with_measure(sense="between"), "a band has an upper end"),
        (with_measure(indicator=""), "without an indicator there is neither a threshold"),
    ],
)
def test_a_spoilt_target_is_named(found: list[str], sentence: str) -> None:
    """Every fault of a target is a sentence that names it."""
    assert any(sentence in line for line in found)
