"""From sources to observations: preference, vintages, exclusions, breaks."""

import pytest

from dashboard.catalogue import Mark, Series
from dashboard.pipeline.harmonise import Harmonised, harmonise
from dashboard.pipeline.readers import SourceError
from tests.pipeline.small import Small, indicator
from tests.pipeline.worlds import opener, raw

NEW = Series("new", "use")


def values(found: Harmonised) -> list[tuple[str, int, float, str]]:
    """Economy, year, value and source of each observation, sorted."""
    columns = (found.observations[c].tolist() for c in ("economy", "year", "value", "source"))
    return sorted(zip(*columns, strict=True))


def test_first_series_wins(small: Small) -> None:
    """A year comes from the first series that has it; an older file does not fill its holes."""
    new = raw(("AAA", "use", 2010, 50.0), ("AAA", "use", 2011, 60.0), ("BBB", "use", 2010, 20.0))
    old = raw(("AAA", "use", 2009, 40.0), ("BBB", "use", 2011, 25.0))
    entry = indicator("share", series=(NEW, Series("old", "use")))
    found = harmonise(entry, small.catalogue(), opener(new=new, old=old))
    assert values(found) == [
        ("AAA", 2009, 40.0, "old"),
        ("AAA", 2010, 50.0, "new"),
        ("AAA", 2011, 60.0, "new"),
        ("BBB", 2010, 20.0, "new"),
    ]


def test_named_years(small: Small) -> None:
    """A series whose years the catalogue names gives values in those years, and in no others."""
    new = raw(("AAA", "use", 2010, 50.0), ("AAA", "use", 2011, 60.0))
    old = raw(("AAA", "use", 2010, 49.0), ("BBB", "use", 2010, 20.0), ("BBB", "use", 2011, 25.0))
    entry = indicator("share", series=(NEW, Series("old", "use", years=(2010, 2010))))
    found = harmonise(entry, small.catalogue(), opener(new=new, old=old))
    assert values(found) == [
        ("AAA", 2010, 50.0, "new"),
        ("AAA", 2011, 60.0, "new"),
        ("BBB", 2010, 20.0, "old"),
    ]


def test_scale(small: Small) -> None:
    """A publisher's unit is turned into the indicator's."""
    entry = indicator("share", series=(Series("new", "use", scale=0.001),))
    found = harmonise(entry, small.catalogue(), opener(new=raw(("AAA", "use", 2010, 5000.0))))
    assert values(found) == [("AAA", 2010, 5.0, "new")]


def test_what_a_publisher_models_is_estimated(small: Small) -> None:
    """The catalogue says so of a series whose file does not."""
    entry = indicator("share", series=(Series("new", "use", estimated=True),))
    found = harmonise(entry, small.catalogue(), opener(new=raw(("AAA", "use", 2010, 50.0))))
    assert found.observations["status"].tolist() == ["estimated"]


def test_zero_that_means_missing(small: Small) -> None:
    """Until the year that the catalogue names a zero is no value, and is listed; later it is one."""
    table = raw(("AAA", "use", 1994, 0.0), ("AAA", "use", 1995, 0.0))
    entry = indicator("share", series=(NEW,), zero_means_missing_until=1994)
    found = harmonise(entry, small.catalogue(), opener(new=table))
    assert values(found) == [("AAA", 1995, 0.0, "new")]
    assert found.excluded[["year", "reason"]].to_numpy().tolist() == [[1994, "zero-means-missing"]]


def test_marks(small: Small) -> None:
    """A marked value is left out with its reason, a marked break becomes a note."""
    marks = (
        Mark("share", "AAA", 2011, "excluded", "implausible-level"),
        Mark("share", "AAA", 2012, "break", "source-changed"),
        Mark("share", "", 2010, "break", "method-changed"),
    )
    table = raw(*(("AAA", "use", year, 50.0) for year in (2010, 2011, 2012, 2013)))
    entry = indicator("share", series=(NEW,))
    found = harmonise(entry, small.catalogue(marks), opener(new=table))
    notes = dict(zip(found.observations["year"], found.observations["note"], strict=True))
    assert notes == {2010: "break", 2012: "break", 2013: ""}
    assert found.excluded["reason"].tolist() == ["implausible-level"]


def test_left_out_by_the_source(small: Small) -> None:
    """What a source holds of no economy is listed under the indicator that asked for it."""
    table = raw(("AAA", "use", 2010, 5.0), left_out=((("ANT", "use", 2004, 9.0), "dissolved"),))
    found = harmonise(indicator("share", series=(NEW,)), small.catalogue(), opener(new=table))
    assert found.excluded[["economy", "indicator", "reason"]].to_numpy().tolist() == [
        ["ANT", "share", "dissolved"]
    ]


def test_remarks_of_the_count(small: Small) -> None:
    """What a publisher says of the count holds for the rate: estimated, with its notes."""
    table = raw(("AAA", "rate", 2010, 50.0), ("AAA", "count", 2010, 5.0))
    remarked = table.values["series"] == "count"
    table.values["status"] = remarked.map({True: "estimated", False: "observed"})
    table.values["notes"] = remarked.map({True: ("break",), False: ()})
    entry = indicator("share", series=(Series("new", "rate", count_code="count"),))
    found = harmonise(entry, small.catalogue(), opener(new=table))
    row = found.observations.iloc[0]
    assert (row["status"], row["note"]) == ("estimated", "break")
    assert found.counts["count"].tolist() == [5.0]


def test_remarks_of_a_count_give_no_status(small: Small) -> None:
    """A rate whose status is not given does not become observed because its count has no remark."""
    table = raw(("AAA", "rate", 2010, 50.0), ("AAA", "count", 2010, 5.0))
    table.values["status"] = "not-given"
    entry = indicator("share", series=(Series("new", "rate", count_code="count"),))
    found = harmonise(entry, small.catalogue(), opener(new=table))
    assert found.observations["status"].tolist() == ["not-given"]


def test_count_of_an_excluded_rate(small: Small) -> None:
    """A count does not enter sums when its rate is left out."""
    marks = (Mark("share", "AAA", 2010, "excluded", "implausible-level"),)
    table = raw(
        ("AAA", "rate", 2010, 574.0), ("AAA", "count", 2010, 5.0), ("BBB", "rate", 2010, 9.0)
    )
    entry = indicator("share", series=(Series("new", "rate", count_code="count"),))
    found = harmonise(entry, small.catalogue(marks), opener(new=table))
    assert found.counts.empty


def test_file_of_counts_alone(small: Small) -> None:
    """A series without a code gives counts and no values."""
    entry = indicator("share", series=(NEW, Series("old", count_code="count")))
    tables = opener(new=raw(("AAA", "use", 2010, 50.0)), old=raw(("AAA", "count", 2010, 5.0)))
    found = harmonise(entry, small.catalogue(), tables)
    assert values(found) == [("AAA", 2010, 50.0, "new")]
    assert found.counts[["count", "source"]].to_numpy().tolist() == [[5.0, "old"]]


def test_ambiguous_series(small: Small) -> None:
    """Men and women in one file are not mixed: the catalogue must say which is meant."""
    table = raw(("AAA", "use", 2010, 50.0), ("AAA", "use", 2010, 40.0))
    table.values["SEX"] = ["M", "F"]
    entry = indicator("share", series=(NEW,))
    with pytest.raises(
        SourceError, match=r"line 3: .* several values for AAA, 2010: the catalogue"
    ):
        harmonise(entry, small.catalogue(), opener(new=table))
    chosen = indicator("share", series=(Series("new", "use", select={"SEX": "F"}),))
    assert values(harmonise(chosen, small.catalogue(), opener(new=table)))[0][2] == 40.0


@pytest.mark.parametrize(
    ("series", "message"),
    [
        (Series("new", "nothing"), "the series 'nothing' has no values"),
        (Series("new", "use", select={"SEX": "F"}), "there is no dimension 'SEX'"),
    ],
)
def test_series_that_is_not_there(small: Small, series: Series, message: str) -> None:
    """A series that the file lost, or a dimension it never had, stops the build."""
    with pytest.raises(SourceError, match=message):
        harmonise(
            indicator("share", series=(series,)),
            small.catalogue(),
            opener(new=raw(("AAA", "use", 2010, 50.0))),
        )
