"""Answers to questions about indicators are so, by the whole tables, which no page reads."""

from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.catalogue import catalogue
from dashboard.catalogue.models import Question
from dashboard.catalogue.questions import FILLED
from dashboard.checks.asked import unasked
from dashboard.checks.truth import heard
from dashboard.tables import Tables
from dashboard.tables import tables as real
from dashboard.text.questions import FACTS, questions
from dashboard.text.subject import subject_of
from dashboard.view import View
from tests.tiny import subject

TABLES = Path(__file__).parents[2] / "data" / "tables"
INDICATORS = tuple(catalogue().indicators)


@cache
def own() -> pd.DataFrame:
    """Every value of an inhabited economy that is not filled by us."""
    frame = pd.read_parquet(TABLES / "observations.parquet").query("status != 'filled'")
    people = [code for code, one in catalogue().economies.items() if one.inhabited]
    return frame[frame["economy"].isin(people)]


def newest(indicator: str) -> pd.DataFrame:
    """The newest value of each economy."""
    frame = own()
    rows = frame[frame["indicator"] == indicator].sort_values("year")
    return rows.groupby("economy").tail(1)


def answers(indicator: str) -> dict[str, dict[str, Any]]:
    """What fills the answers of an indicator, in English, by question."""
    told = heard(subject_of(View(indicator=indicator, lang="en"), real()), questions)
    return {key.split(".")[1]: values for key, values in told if key.endswith(".answer")}


def number(text: str) -> float:
    """The number that a text begins with."""
    return float(text.split(" ", maxsplit=1)[0].rstrip("%").replace(",", ""))


def of_fact(indicator: str, *facts: str) -> list[tuple[Question, dict[str, Any] | None]]:
    """The questions of an indicator with one of these facts; None where they are not asked."""
    told, known = answers(indicator), catalogue().questions
    names = catalogue().indicators[indicator].questions
    return [(known[name], told.get(name)) for name in names if known[name].fact in facts]


@pytest.mark.parametrize("indicator", INDICATORS)
def test_counts_are_so(indicator: str) -> None:
    """So many newest values are above a limit, zero or estimated; nobody asks where none is."""
    found = newest(indicator)
    for question, values in of_fact(indicator, "above", "zeros", "estimated"):
        counted = {
            "above": found[found["value"] > question.limit],
            "zeros": found[found["value"] == 0],
            "estimated": found[found["status"] == "estimated"],
        }[question.fact]
        assert (values is None) == counted.empty
        if values:
            both = number(values["number"]), number(values["total"])
            assert both == (len(counted), len(found))


@pytest.mark.parametrize("indicator", INDICATORS)
def test_years_are_so(indicator: str) -> None:
    """So many economies have a value, of those years; the last of them is the last there is."""
    found = newest(indicator)
    span = str(found["year"].min()), str(found["year"].max())
    for _, values in of_fact(indicator, "reporting"):
        assert values
        assert number(values["number"]) == len(found)
        assert values["years"] == "–".join(dict.fromkeys(span))
    for _, values in of_fact(indicator, "newest"):
        assert values
        assert values["year"] == span[1]


@pytest.mark.parametrize("indicator", INDICATORS)
def test_sides_are_so(indicator: str) -> None:
    """Printed ratios decide; those near half of the last decimal may be on either side."""
    found = newest(indicator)
    half, near = 0.5 * 10.0 ** -catalogue().indicators[indicator].decimals, 0.0006
    for question, values in of_fact(indicator, "sides"):
        assert values
        away = found["value"] - question.limit
        for side, distance in (("above", away), ("below", -away)):
            least, most = (distance > half + near).sum(), (distance > half - near).sum()
            assert least <= number(values[side]) <= most


@pytest.mark.parametrize("indicator", INDICATORS)
def test_the_highest_is_so(indicator: str) -> None:
    """Who is named has the highest of the newest values, in that year; an outlier lies far above the median."""
    found = newest(indicator)
    for question, values in of_fact(indicator, "above", "outlier"):
        if values:
            _is_highest(values, found, indicator)
        if values and question.fact == "outlier":
            assert found["value"].max() >= question.limit * found["value"].median()


def _is_highest(values: dict[str, Any], found: pd.DataFrame, indicator: str) -> None:
    """The economy that is named has the highest of the newest values, in its year."""
    names = {real_name(code): code for code in found["economy"]}
    row = found[found["economy"] == names[values["economy"]]].iloc[0]
    assert row["value"] == found["value"].max()
    assert str(row["year"]) == values["year"]
    decimals = catalogue().indicators[indicator].decimals
    assert number(values["value"]) == pytest.approx(row["value"], abs=0.51 * 10**-decimals)


def real_name(code: str) -> str:
    """The English name of an economy."""
    return subject_of(View(lang="en"), real()).words.economy(code)


def steps(indicator: str, kind: str) -> dict[tuple[str, str, str], tuple[float, float]]:
    """By economy, year and year before: the values on both sides of each mark of a kind."""
    frame, found = own(), {}
    frame = frame[frame["indicator"] == indicator]
    for mark in catalogue().marks:
        if (mark.indicator, mark.kind) == (indicator, kind) and mark.economy:
            line = frame[frame["economy"] == mark.economy].set_index("year")["value"].sort_index()
            before = line[line.index < mark.year]
            if mark.year in line.index and len(before):
                key = real_name(mark.economy), str(mark.year), str(before.index[-1])
                found[key] = before.iloc[-1], line[mark.year]
    return found


@pytest.mark.parametrize("indicator", INDICATORS)
def test_jumps_and_cuts_are_in_the_data(indicator: str) -> None:
    """Both values of a step are in the table, nothing lies between them, and no marked step is wider."""
    slack = 0.51 * 10.0 ** -catalogue().indicators[indicator].decimals
    for question, values in of_fact(indicator, "broken", "widened"):
        assert values
        kind = {"broken": "break", "widened": "scope-widened"}[question.fact]
        known = steps(indicator, kind)
        start, end = known[values["economy"], values["year"], values["then"]]
        assert abs(end - start) == max(abs(after - before) for before, after in known.values())
        assert number(values["start"]) == pytest.approx(start, abs=slack)
        assert number(values["end"]) == pytest.approx(end, abs=slack)
        assert question.fact == "broken" or end > start


def test_more_people_are_covered_and_offline_than_without_a_signal() -> None:
    """What is said of people without a signal: most who are offline live within reach of one."""
    totals = pd.read_parquet(TABLES / "aggregates.parquet")
    world = totals[(totals["group"] == "world")].set_index(["indicator", "year"])["value"]
    year = world["people-without-signal"].dropna().index.max()
    offline = world["population", year] * (1 - world["internet-use", year] / 100)
    assert offline > 2 * world["people-without-signal", year]


def test_what_is_not_so_is_not_asked(tables: Tables) -> None:
    """The small tables end before China counts others: nobody asks why it jumped."""
    asked = questions(subject(tables, indicator="internet-use"))
    assert asked
    assert not any("China" in ask for ask, _ in asked)


def test_facts_are_those_that_the_catalogue_knows() -> None:
    """What a question may be filled with is listed for every fact, and for no other."""
    assert set(FACTS) == set(FILLED)


def test_too_few_questions_are_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check names an indicator of whose questions fewer than two hold."""
    assert list(unasked(catalogue(), real(), INDICATORS)) == []
    monkeypatch.setattr("dashboard.checks.asked.questions", lambda _: [("Why?", "So.")])
    (fault,) = unasked(catalogue(), real(), ["internet-use"])
    assert fault == "internet-use: of its questions 1 hold by its table, and 2 must."
