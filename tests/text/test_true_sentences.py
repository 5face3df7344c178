"""Sentences against the numbers beside them, for every economy, group and indicator there is."""

from functools import cache

import pandas as pd
import pytest

from dashboard.catalogue import catalogue
from dashboard.settings import TABLES
from dashboard.tables import tables
from dashboard.text.economy import region_of, rows, strengths
from dashboard.text.gap import gap_sentence, main_pair, pairs
from dashboard.text.subject import subject_of
from dashboard.view import View


@cache
def group_values() -> dict[tuple[str, str, int], float]:
    """(indicator, group, year) -> value, from the whole table."""
    whole = pd.read_parquet(TABLES / "aggregates.parquet").dropna(subset="value")
    keys = zip(whole.indicator, whole.group, whole.year, strict=True)
    return dict(zip(keys, whole.value, strict=True))


@cache
def own_values() -> dict[tuple[str, int], dict[str, float]]:
    """(indicator, year) -> economy -> value, without those that were filled by us."""
    whole = pd.read_parquet(TABLES / "observations.parquet")
    own = whole[whole.status.isin(["observed", "estimated", "not-given"])]
    return {
        (str(indicator), int(year)): dict(zip(part.economy, part.value, strict=True))
        for (indicator, year), part in own.groupby(["indicator", "year"])
    }


@pytest.mark.parametrize("best", [True, False])
def test_ahead_is_ahead(best: bool) -> None:
    """What is called ahead is better than the region's value of that year, no zero and no crowd's."""
    wrong = []
    for iso3 in catalogue().economies:
        subject = subject_of(View(economies=(iso3,), lang="en"), tables())
        region = region_of(subject)
        members = catalogue().groups[region].members
        for row in strengths(rows(subject), best=best):
            one, year = row.subject.indicator, row.year or 0
            value = round(row.value or 0.0, one.decimals)
            beside = group_values().get((one.id, region, year))
            same = own_values()[one.id, year]
            tied = [e for e in members if e in same and round(same[e], one.decimals) == value]
            sign = 1 if (one.direction == "up") == best else -1
            ahead = beside is not None and sign * (value - round(beside, one.decimals)) > 0
            if not ahead or (best and (not value or len(tied) > 4)):
                wrong.append((iso3, one.id, year, value, beside, len(tied)))
    assert wrong == [], f"{len({iso3 for iso3, *_ in wrong})} pages"


@cache
def gaps(panel: str) -> dict[tuple[str, str, str, int], float]:
    """(indicator, comparison, lower group, year) -> points of a panel, from the whole table."""
    whole = pd.read_parquet(TABLES / "gaps.parquet").dropna(subset="gap_points")
    whole = whole[whole.panel == panel]
    keys = zip(whole.indicator, whole.scheme, whole.lower_group, whole.year, strict=True)
    return dict(zip(keys, whole.gap_points, strict=True))


def test_a_gap_that_has_turned_has_not_narrowed() -> None:
    """A gap has narrowed since it was widest only if the same group is still ahead; else it has turned."""
    said = {"narrowed": 0, "reversed": 0}
    for indicator in catalogue().indicators:
        for scheme in catalogue().schemes.values():
            for region in scheme.groups:
                view = View(indicator=indicator, scheme=scheme.id, region=region, lang="en")
                subject = subject_of(view, tables())
                sentence = gap_sentence(subject)
                if "he gap was widest in " not in sentence:
                    continue
                told = gaps("same" if "same economies" in sentence else "all")
                lower = main_pair(subject, pairs(subject)).lower
                now, widest = int(sentence[3:7]), int(sentence.split("widest in ")[1][:4])
                points = [told[indicator, scheme.id, lower, year] for year in (widest, now)]
                if round(points[1], catalogue().indicators[indicator].decimals) == 0:
                    continue  # what is served is rounded: next to nothing is no order
                level = "value was the same in" in sentence and "same economies" not in sentence
                kind = "narrowed" if level or points[0] * points[1] > 0 else "reversed"
                assert kind in sentence.split("widest in ")[1], (indicator, scheme.id, region)
                said[kind] += 1
                if kind == "reversed":
                    turned = int(sentence.split("reversed since ")[1][:4])
                    sign = 1 if points[1] > 0 else -1
                    known = [
                        (year, told[indicator, scheme.id, lower, year] * sign)
                        for year in range(widest, now + 1)
                        if (indicator, scheme.id, lower, year) in told
                    ]
                    # What is told is of printed numbers: next to nothing is no order.
                    assert all(points > -0.1 for year, points in known if year >= turned)
                    assert [points for year, points in known if year < turned][-1] < 0.1
    assert min(said.values()) > 3
