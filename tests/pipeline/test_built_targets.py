"""The readings in the built tables keep to the rules that they are stated by."""

import pandas as pd

from dashboard.catalogue import catalogue
from dashboard.pipeline.projection import FEWEST, SPAN
from dashboard.settings import TABLES
from dashboard.tables import tables

READINGS = pd.read_parquet(TABLES / "targets.parquet")


def test_every_place_has_a_reading_for_every_measure_with_an_indicator() -> None:
    """Readings stand for all economies and groups, and for no measure without open data."""
    known = catalogue()
    measured = {key for key, measure in known.measures.items() if measure.indicator}
    assert set(READINGS["measure"]) == measured
    assert len(READINGS) == len(measured) * (len(known.economies) + len(known.groups))
    assert set(tables().readings("KIR")) == measured


def test_verdicts_are_of_the_stated_kinds() -> None:
    """A reason stands where nothing can be said, and nowhere else."""
    unsaid = READINGS["verdict"] == "cannot-say"
    verdicts = {"met", "missed", "on-track", "off-track"}
    assert set(READINGS.loc[~unsaid, "verdict"]) == verdicts
    reasons = {"no-value", "few-values", "old", "break", "no-threshold", "interval"}
    assert set(READINGS.loc[unsaid, "reason"]) == reasons
    assert (READINGS.loc[~unsaid, "reason"] == "").all()


def test_no_projection_rests_on_few_values_or_crosses_a_break() -> None:
    """The window of a pace holds five values that nobody calls estimates, and no break after its first year."""
    observed = pd.read_parquet(TABLES / "observations.parquet")
    observed = observed[observed["status"].isin(["observed", "not-given"])]
    years = {key: set(part["year"]) for key, part in observed.groupby(["indicator", "economy"])}
    broken = observed[observed["note"].str.contains(r"\bbreak\b")]
    breaks = set(zip(broken["indicator"], broken["economy"], broken["year"], strict=True))
    known = catalogue()
    paced = READINGS[READINGS["pace"].notna() & READINGS["place"].isin(known.economies)]
    assert len(paced) > 1000
    for row in paced.itertuples():
        indicator = known.measures[row.measure].indicator
        span = range(row.window_from, row.window_to + 1)
        assert row.window_to - row.window_from <= SPAN
        assert len(years[indicator, row.place] & set(span)) >= FEWEST
        assert not any((indicator, row.place, year) in breaks for year in span[1:])


def test_arrivals_are_in_order() -> None:
    """The early year is not after the middle one, nor the middle after the late one."""
    early, middle, late = (READINGS[f"arrival_{k}"] for k in ("early", "middle", "late"))
    assert (early <= middle).fillna(value=True).all()
    assert (middle <= late).fillna(value=True).all()


def test_the_range_holds_about_four_in_five_forecasts() -> None:
    """Where an indicator has forecasts enough, 70 to 90 % lie inside the range of the others."""
    errors = tables().target_terms["errors"]
    shares = [share for n, _, share in errors.values() if n >= 100]
    assert len(shares) >= 8
    assert all(0.7 <= share <= 0.9 for share in shares)
