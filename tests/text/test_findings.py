"""The overview's findings, held to the whole tables: pandas finds the same ones by a way of its own."""

import csv
import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.catalogue.languages import LANGUAGES
from dashboard.i18n import words
from dashboard.tables import tables
from dashboard.text.findings import Finding, findings
from dashboard.text.subject import subject_of
from dashboard.view import View

DATA = Path(__file__).parents[2] / "data"
# By hand: a region, the comparison it is a side of, its group there, and the reference.
REGIONS = {
    "world": ("development", "m49-developing"),
    "eca": ("commissions", "eca"),
    "ece": ("commissions", "ece"),
    "eclac": ("commissions", "eclac"),
    "escap": ("commissions", "escap"),
    "escwa": ("commissions", "escwa"),
    "ldc": ("ldc", "ldc"),
    "lldc": ("lldc", "lldc"),
    "sids-unsd": ("sids", "sids-unsd"),
}
HEADLINES = ["internet-use", "mobile-cellular", "fixed-broadband", "mobile-broadband"]


def _found(region: str, lang: str = "en") -> dict[str, Finding]:
    listed = findings(subject_of(View(region=region, lang=lang), tables()))
    return {one.kind: one for one in listed}


def _table(name: str) -> pd.DataFrame:
    return pd.read_parquet(DATA / "tables" / f"{name}.parquet")


def _members(region: str) -> set[str]:
    with (DATA / "catalogue" / "members.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["counted"] == "yes"]
    return {row["economy"] for row in rows if row["group"] == region}


def _rises(region: str) -> pd.DataFrame:
    """The newest own values ten years apart of each member, with no break between them."""
    told = _table("observations").query("indicator == 'internet-use'")
    if region != "world":
        told = told[told.economy.isin(_members(region))]
    own = told[told.status.isin(["observed", "estimated", "not-given"])]
    both = own.merge(own.assign(year=own.year + 10), on=["economy", "year"], suffixes=("", "_old"))
    newest = both[both.year >= tables().indicator("internet-use").latest - 3]
    newest = newest.sort_values("year").groupby("economy").last().reset_index()
    cut = told[told.note.str.split(";").map(lambda notes: "break" in notes)]
    broken = newest.merge(cut[["economy", "year"]], on="economy", suffixes=("", "_cut"))
    within = broken[(broken.year_cut > broken.year - 10) & (broken.year_cut <= broken.year)]
    kept = newest[~newest.economy.isin(within.economy)]
    return kept.assign(change=kept.value - kept.value_old).sort_values("change", ascending=False)


@pytest.mark.parametrize("region", REGIONS)
def test_nobody_rose_more(region: str) -> None:
    """The largest rise is that of the table, with its two values and how many were compared."""
    one, rows = _found(region)["mover"], _rises(region)
    first = rows.iloc[0]
    assert one.subject.view.economies == (first.economy,)
    start, end = (Decimal(f"{value:.1f}") for value in (first.value_old, first.value))
    name = words("en").economy(first.economy)
    assert one.sentence.startswith(f"{name}: from {start}% ({first.year - 10}")
    assert f"to {end}% ({first.year}" in one.sentence
    assert f"{end - start} percentage points more" in one.sentence
    assert f"among the {len(rows)} economies" in one.sentence


def _gaps(region: str) -> pd.DataFrame:
    """The newest gap of each headline indicator that its interval parts from nought."""
    scheme, lower = REGIONS[region]
    rows = _table("gaps").query("panel == 'all' and gap_points.notna()", engine="python")
    rows = rows[(rows.scheme == scheme) & (rows.lower_group == lower)]
    rows = rows[rows.indicator.isin(HEADLINES)]
    latest = {name: tables().indicator(name).latest for name in HEADLINES}
    rows = rows[rows.year <= rows.indicator.map(latest)]
    newest = rows.sort_values("year").groupby("indicator").last().reset_index()
    sides = pd.DataFrame(
        {
            "a_low": newest.higher_low.fillna(newest.higher),
            "a_high": newest.higher_high.fillna(newest.higher),
            "b_low": newest.lower_low.fillna(newest.lower),
            "b_high": newest.lower_high.fillna(newest.lower),
        }
    )
    ahead = newest.higher >= newest.lower
    least = (sides.a_low / sides.b_high).where(ahead, sides.b_low / sides.a_high)
    most = (sides.a_high / sides.b_low).where(ahead, sides.b_high / sides.a_low)
    newest = newest.assign(
        times=newest.ratio.where(ahead, 1 / newest.ratio), least=least, most=most
    )
    unsure = (newest.gap_low <= 0) & (newest.gap_high >= 0)
    return newest[~unsure & newest.ratio.notna()].sort_values("times", ascending=False)


@pytest.mark.parametrize("region", REGIONS)
def test_no_gap_is_wider(region: str) -> None:
    """The widest gap by ratio is that of the table; where intervals meet, it is one of the widest."""
    rows, found = _gaps(region), _found(region)
    one, first = found["gap"], rows.iloc[0]
    assert one.subject.view.indicator == first.indicator
    assert one.subject.view.scheme == REGIONS[region][0]
    assert f"In {first.year}, " in one.sentence
    high, low = (Decimal(f"{value:.1f}") for value in (first.higher, first.lower))
    assert str(high) in one.sentence
    assert f"a gap of {abs(high - low)} " in one.sentence
    assert f"compared here ({len(rows)})" in one.sentence
    alone = (rows.iloc[1:].most < first.least).all()
    assert ("it is the widest by ratio." in one.sentence) == alone
    assert ("it is one of the widest by ratio" in one.sentence) != alone


def _lacking(region: str) -> pd.DataFrame:
    """The measures on the way, with the part of the threshold that each lacks."""
    targets: dict[str, Any] = tomllib.loads((DATA / "catalogue/targets.toml").read_text("utf-8"))
    indicators = tomllib.loads((DATA / "catalogue/indicators.toml").read_text("utf-8"))
    measures = {
        one.get("id", name): one for name, target in targets.items() for one in target["measures"]
    }
    rows = _table("targets")
    rows = rows[(rows.place == region) & rows.verdict.isin(["on-track", "off-track"])]

    def goal(name: str, value: float) -> float | None:
        one = measures[name]
        if one.get("proxy") or not one.get("threshold"):
            return None
        if value > one.get("upper", float("inf")):
            return float(one["upper"])
        if one.get("place", region) != region:
            return None
        whole = one["threshold"] == 100 and indicators[one["indicator"]].get("bounded")
        return 95.0 if whole else float(one["threshold"])

    goals = [goal(*pair) for pair in zip(rows.measure, rows.value, strict=True)]
    rows = rows.assign(goal=goals).dropna(subset=["goal"])
    rows["lack"] = (rows.goal - rows.value).abs() / rows.goal
    return rows.sort_values("lack")


@pytest.mark.parametrize("region", REGIONS)
def test_no_target_is_nearer(region: str) -> None:
    """The measure that lacks the least part of its threshold is that of the table."""
    rows, found = _lacking(region), _found(region)
    if rows.empty:
        assert "target" not in found
        return
    one, first = found["target"], rows.iloc[0]
    assert one.subject.view.target == first.measure
    assert f"{first.value:.1f}%" in one.sentence
    assert re.search(rf"\({first.year}, computed(, [0-9.]+–[0-9.]+)?\)", one.sentence)
    if len(rows) == 1:
        assert one.sentence.endswith("No other measure is on track or off track, proxies aside.")
    else:
        assert f"proxies aside ({len(rows)})" in one.sentence
        assert f"{100 * first.lack:.1f}% of the threshold" in one.sentence


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_finds_the_same(lang: str) -> None:
    """Another language says the same of the same views; nothing is left to be filled in."""
    found, english = _found("escap", lang), _found("escap")
    assert found.keys() == english.keys() == {"mover", "gap", "target"}
    for kind, one in found.items():
        other = english[kind].subject.view
        view = one.subject.view
        assert (view.indicator, view.economies, view.target) == (
            other.indicator,
            other.economies,
            other.target,
        )
        assert "{" not in one.sentence + one.title
