"""What a brief says: six numbers with places, what is missing, what the last edition changed."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from dashboard.tables import tables
from dashboard.text import brief
from dashboard.text.economy import Row
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View


def _subject(**view: Any) -> Subject:
    return subject_of(View(lang="en", **view), tables())


def _row(indicator: str, value: float | None) -> Row:
    one = _subject(region="escap", indicator=indicator)
    return Row(one, None, value, one.table.latest if value is not None else None, "o", None, None)


def test_a_number_without_a_value_gives_way_to_the_next_of_the_list() -> None:
    """Six are shown in the order of the list; one without a value only where too few have one."""
    order = brief.catalogue().roles.brief
    listed = [_row(name, 1.0 if name not in order[:2] else None) for name in order]
    assert [row.subject.indicator.id for row in brief.numbers(listed)] == [*order[2:8]]
    few = [_row(name, 1.0 if name in order[7:9] else None) for name in order]
    assert [row.subject.indicator.id for row in brief.numbers(few)] == [*order[:4], *order[7:9]]


@pytest.mark.parametrize(
    ("together", "said"),
    [
        ((), "2 of 5"),
        ((40.0,), "2–3 of 5"),
        ((60.0,), "1–2 of 5"),
        ((40.0, 60.0), "1–3 of 5"),
    ],
)
def test_a_region_has_every_place_that_it_may_have(
    monkeypatch: pytest.MonkeyPatch, together: tuple[float, ...], said: str
) -> None:
    """Of 60, 50, 40, 30 and 20 the second is second, or as far as it cannot be told apart."""
    codes = brief.catalogue().schemes["commissions"].groups
    own = _row("internet-use", 50.0)
    values = dict(
        zip((code for code in codes if code != "escap"), (60.0, 40.0, 30.0, 20.0), strict=True)
    )
    values["escap"] = 50.0
    unsure = {code for code, value in values.items() if value in together}
    monkeypatch.setattr(brief, "group_value", lambda _row, code: values.get(code))
    monkeypatch.setattr(
        brief,
        "told_apart",
        lambda _one, _code, other, _at: "together" if other in unsure else "apart",
    )
    assert brief.beside(own)[-1].place == said


def test_a_region_that_shares_a_value_shares_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two regions with the same value as printed are both first, and the next is third."""
    codes = brief.catalogue().schemes["commissions"].groups
    values = dict.fromkeys(codes, 20.0) | {codes[0]: 50.01, "escap": 50.04}
    monkeypatch.setattr(brief, "group_value", lambda _row, code: values.get(code))
    monkeypatch.setattr(brief, "told_apart", lambda *_: "apart")
    assert codes[0] != "escap"
    assert brief.beside(_row("internet-use", 50.04))[-1].place == "1 of 5"


def test_lead_says_the_course() -> None:
    """Kiribati's brief begins with its course, the world's with that of the world."""
    economy = _subject(economies=("KIR",))
    said = brief.lead(economy, brief.listed_rows(economy))
    assert said == "Internet use in Kiribati rose from 0.6% in 1998 to 89.4% in 2024."
    nobody = _subject(economies=("ESH",))
    assert brief.lead(nobody, brief.listed_rows(nobody)) == (
        "There are no values for Western Sahara."
    )
    region = _subject(region="eca")
    said = brief.lead(region, brief.listed_rows(region))
    assert said.startswith("Internet use in Africa (ECA) rose from")


def test_missing_is_one_line() -> None:
    """It counts what has no value, and names some."""
    subject = _subject(economies=("KIR",))
    listed = brief.listed_rows(subject)
    about = [row for row in listed if row.subject.indicator.theme != "context"]
    lacking = [row for row in about if row.value is None]
    said = brief.lacking(subject, listed)
    assert said.startswith(
        f"Indicators without a value: {len(lacking)} of {len(about)}, among them "
    )
    assert "of all pairs of a member and an indicator" in brief.lacking(_subject(region="eca"), [])


CHANGES = [
    {
        "version": "b" * 12,
        "built": "2026-02-03",
        "before": "a" * 12,
        "before_built": "2026-01-02",
        "changes": [
            {
                "table": "observations",
                "indicator": "internet-use",
                "sources": [],
                "facts": [
                    ["KIR", "", 2022, 80.0, 88.0],
                    ["KIR", "", 2024, None, 90.0],
                    ["DEU", "", 2024, None, 95.0],
                ],
            }
        ],
    }
]


def _since(changes: list[dict[str, Any]], **view: Any) -> list[str]:
    told: Any = SimpleNamespace(changes=changes)
    return brief.since(replace(_subject(**view), tables=told))


def test_since_tells_of_the_place_alone() -> None:
    """An economy hears of its own values, a region of those of its members; others of none."""
    edition = "Version bbbbbbbbbbbb (3 February 2026) after version aaaaaaaaaaaa (2 January 2026)."
    head, *lines = _since(CHANGES, economies=("KIR",))
    assert head == f"{edition} Values new: 1; corrected: 1; gone: 0."
    assert len(lines) == 2
    assert "Kiribati" in lines[0]
    assert "80.0%" in lines[0]
    assert "88.0%" in lines[0]
    assert _since(CHANGES, region="escap")[1:] == lines
    assert _since(CHANGES, economies=("FJI",)) == [
        f"{edition} None of its values is new, corrected or gone."
    ]
    assert _since(CHANGES, region="eca") == [
        f"{edition} No value of its members is new, corrected or gone."
    ]
    assert _since([], economies=("KIR",))[0].startswith("No earlier version")
