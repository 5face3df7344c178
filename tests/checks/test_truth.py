"""What pages say is held against the tables: a part of all there is, and what would be found."""

from collections.abc import Callable
from typing import Any

import orjson
import pytest

from dashboard.checks import truth
from dashboard.checks.truth import untruths
from dashboard.figures.lines import Course
from dashboard.tables import GroupSeries, IndicatorTable, tables
from dashboard.text import gap, trend
from dashboard.text.subject import Subject
from dashboard.view import View

# Every so many cases are tried here; `make check` tries all.
STEP = 41


def test_what_is_told_is_so() -> None:
    """No sentence and no line of the sample says what the tables do not."""
    assert list(untruths(tables(), STEP)) == []


def found(indicator: str, region: str, scheme: str = "commissions") -> str:
    """The faults of an indicator and a region, as one text."""
    view = View(indicator=indicator, region=region, scheme=scheme)
    both = [*truth._of_group(view, tables()), *truth._of_gap(view, tables())]  # a part
    return "\n".join(both)


def _raised(table: IndicatorTable, code: str) -> GroupSeries | None:
    """The group of another page that counts other economies: two points more in ESCAP."""
    line = table._lines.get(("group", code))  # as the table reads it
    series = GroupSeries(**orjson.loads(line)) if line else None
    if series and code == "escap":
        series.values[:] = [None if value is None else value + 2 for value in series.values]
    return series


BROKEN: dict[str, tuple[Any, str, Callable[..., Any], tuple[str, str], str]] = {
    "another level on another page": (
        IndicatorTable,
        "group",
        _raised,
        ("internet-use", "escap"),
        "is said to be",
    ),
    "a difference of what is not printed": (
        Subject,
        "difference",
        lambda _, a, b: a - b + 0.1,
        ("internet-use", "escap"),
        "a difference is said to be",
    ),
    "a fall called a rise": (
        trend,
        "direction",
        lambda *_: "fell",
        ("internet-use", "escap"),
        "text.trend.fell is said of",
    ),
    "a gap that turned and is said to have narrowed": (
        gap,
        "_course",
        lambda *_: gap.Course("narrowed", 0, 1.0, 1.0),
        ("internet-use", "escap"),
        "narrowed is said of gaps",
    ),
    "a line across a definition": (
        Course,
        "broken",
        lambda *_: False,
        ("ict-services-exports", "escap"),
        "a line runs across a definition, 2012 to 2024",
    ),
    "a solid line across empty years": (
        Course,
        "far",
        lambda *_: False,
        ("regulatory-tracker", "escap"),
        "a line is solid across years without values, 2020 to 2022",
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_untruths_are_found(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each fault that was once on a page is found when the code is broken that way again."""
    owner, name, broken, case, said = BROKEN[kind]
    assert found(*case) == ""
    monkeypatch.setattr(owner, name, broken)
    assert said in found(*case)


def test_a_strength_below_the_region_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """An economy that is called ahead with less than its region is told."""
    monkeypatch.setattr("dashboard.text.economy._stands_out", lambda *_, **__: True)
    assert any("is called ahead" in fault for fault in untruths(tables(), 40))


def test_texts_are_heard_in_every_language() -> None:
    """The same texts are heard whatever the language, each with its own numbers."""
    heard = {}
    for lang in ("en", "ar", "zh"):
        subject = truth.subject_of(View(lang=lang), tables())
        asked = truth.heard(subject, gap.gap_sentence)
        heard[lang] = [key for key, _ in asked if key.startswith("text.gap.")]
        told = next(facts for key, facts in asked if key == "text.gap.size_ratio")
        group = subject.table.group("m49-developing")
        assert group
        assert told["low"] == subject.value(
            group.values[subject.table.years.index(int(str(told["year"])))] or 0.0
        )
    assert heard["en"] == heard["ar"] == heard["zh"]
