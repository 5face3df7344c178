"""What the app reads is what the tables say."""

from operator import attrgetter
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dashboard.catalogue import Catalogue
from dashboard.pipeline.aggregate import aggregate
from dashboard.pipeline.fill import fill
from dashboard.pipeline.gaps import gaps
from dashboard.pipeline.matrices import shortened
from dashboard.pipeline.serve import IndicatorRows, served
from dashboard.pipeline.silent import MODELLED
from dashboard.pipeline.spread import spread
from dashboard.tables import IndicatorTable
from tests.pipeline.small import Small

values = attrgetter("values")  # of a line; ruff takes the plain attribute for that of a frame

YEARS = range(2010, 2017)
SERIES = {
    "AAA": {y: 80.123 + y - 2010 for y in YEARS},
    "BBB": {y: 70.0 for y in YEARS if y != 2013},
    "CCC": {2010: 4.567, 2011: 5.0, 2012: 6.0, 2013: 7.0, 2014: 8.0, 2015: 9.0},
    "DDD": {y: 20.0 + y - 2010 for y in YEARS},
}
PUBLISHED = pd.DataFrame(
    [
        ("poor", "share", 2012, 16.0, "itu-newer", "2024-11"),
        ("poor", "share", 2012, 15.5, "itu", "2022-01"),
    ],
    columns=["group", "indicator", "year", "value", "source", "edition"],
)

EXCLUDED = pd.DataFrame(
    [("CCC", "share", 2015, 574.152, "itu", "implausible-level")],
    columns=["economy", "indicator", "year", "value", "source", "reason"],
)


def table(
    folder: Path,
    observations: pd.DataFrame,
    catalogue: Catalogue,
    modelled: pd.DataFrame | None = None,
) -> IndicatorTable:
    """The share, written as the app reads it and read again."""
    small = Small()
    facts = {"share": observations[observations["indicator"] == "share"]}
    for name, frame in (
        ("groups", aggregate(observations, small.no_counts, catalogue, modelled)),
        ("gaps", gaps(observations, small.no_counts, catalogue, modelled)),
        ("spread", spread(observations, small.no_counts, catalogue)),
    ):
        facts[name] = frame[frame["indicator"] == "share"] if len(frame) else frame
    found = IndicatorRows(
        facts["share"],
        facts["groups"],
        PUBLISHED,
        facts["gaps"],
        facts["spread"],
        EXCLUDED,
        pd.DataFrame() if modelled is None else modelled,
    )
    ((indicator, content),) = served({"share": found}, catalogue)
    path = folder / f"{indicator}.jsonl"
    path.write_bytes(content)
    return IndicatorTable(path)


@pytest.fixture
def share(small: Small, tmp_path: Path) -> IndicatorTable:
    """Four economies, one with a hole, one whose last value is carried, one with a break."""
    given = small.facts(SERIES, breaks=frozenset({("DDD", 2012)}))
    observations = pd.concat([given, small.people(YEARS)], ignore_index=True)
    catalogue = small.catalogue(bounded=True)
    return table(tmp_path, fill(observations, catalogue), catalogue)


def test_header(share: IndicatorTable) -> None:
    """Years, economies, groups, sources and notes stand in the header."""
    assert share.years == list(YEARS)
    assert share.latest == 2016
    assert share.economies == ["AAA", "BBB", "CCC", "DDD"]
    assert share.groups == ["world", "rich", "poor"]
    assert (share.sources, share.notes) == (["itu"], ["break"])


def test_economy(share: IndicatorTable) -> None:
    """Values bear two digits below ten and one above; filled ones are marked as such."""
    first, hole, carried = (share.economy(code) for code in ("AAA", "BBB", "CCC"))
    assert first
    assert hole
    assert carried
    assert values(first)[0] == 80.1
    assert values(carried)[0] == 4.57
    assert (values(hole)[3], hole.status) == (70, "oooiooo")
    assert (values(carried)[6], carried.status) == (9, "ooooooc")
    assert first.sources == "aaaaaaa"


def test_break(share: IndicatorTable) -> None:
    """The year of a break carries its note; filled years carry none."""
    broken, hole = share.economy("DDD"), share.economy("BBB")
    assert broken
    assert hole
    assert broken.notes == {"2012": [0]}
    assert hole.notes == {}


def test_group(share: IndicatorTable) -> None:
    """A group has its value by hand, who is highest and lowest, and what was filled."""
    rich = share.group("rich")
    assert rich
    assert values(rich)[3] == pytest.approx((10 * 83.123 + 30 * 70) / 40, abs=0.01)
    assert (rich.with_data[3], rich.total, rich.coverage[3], rich.filled[3]) == (2, 2, 1, 0.75)
    assert (rich.highest[3], rich.lowest[3]) == (0, 1)


def test_published(share: IndicatorTable) -> None:
    """A printed value stands apart, in its year, with edition and source; editions are not mixed."""
    assert [series.edition for series in share.editions("poor")] == ["2024-11", "2022-01"]
    assert share.editions("rich") == []
    line = share.published("poor", "itu")
    assert line
    assert values(line) == [None, None, 15.5, None, None, None, None]
    assert (line.edition, line.source) == ("2022-01", "itu")


def test_excluded_values_are_kept_as_printed(share: IndicatorTable) -> None:
    """What was left out travels with its economy, with the year and the reason."""
    line = share.economy("CCC")
    assert line
    assert line.excluded == {"2015": [574.152, "implausible-level"]}
    other = share.economy("DDD")
    assert other
    assert other.excluded == {}


def test_gap(share: IndicatorTable) -> None:
    """The gap is the difference of the two lines, over the same economies of both groups."""
    gap = share.gap("wealth", "rich", "poor", "same")
    assert gap
    assert gap.higher[0] is not None
    assert gap.lower[0] is not None
    assert gap.points[0] == pytest.approx(gap.higher[0] - gap.lower[0], abs=0.011)
    assert (gap.years, gap.economies) == ([2010, 2016], [2, 2])


def test_years_without_own_values(small: Small, tmp_path: Path) -> None:
    """A year in which every value is interpolated is no year of the slider."""
    given = small.facts({code: {2010: 10.0, 2012: 12.0} for code in SERIES})
    observations = pd.concat([given, small.people(range(2010, 2013))], ignore_index=True)
    catalogue = small.catalogue()
    found = table(tmp_path, fill(observations, catalogue), catalogue)
    assert found.years == [2010, 2012]
    poor = found.group("poor")
    assert poor
    assert len(values(poor)) == 2


def test_latest_needs_coverage(small: Small, tmp_path: Path) -> None:
    """One early report does not make a year the latest: two thirds of the people must be in it."""
    values = {code: {2010: 10.0, 2011: 11.0} for code in SERIES}
    values["AAA"][2012] = 90.0
    observations = pd.concat(
        [small.facts(values), small.people(range(2010, 2013))], ignore_index=True
    )
    found = table(tmp_path, observations, small.catalogue())
    assert found.years == [2010, 2011, 2012]
    assert found.latest == 2011


@pytest.mark.parametrize(("ccc", "latest"), [(60, 2012), (59, 2011)])
def test_two_thirds_of_the_people_make_a_year_the_latest(
    small: Small, tmp_path: Path, ccc: int, latest: int
) -> None:
    """100 of 150 people reported for 2012: just enough. 99 of 149 are too few."""
    values = {code: {2011: 11.0, 2012: 12.0} for code in ("AAA", "BBB", "CCC")}
    values["DDD"] = {2011: 11.0}
    people = small.people(range(2010, 2013), ccc=ccc, ddd=50)
    observations = pd.concat([small.facts(values), people], ignore_index=True)
    assert table(tmp_path, observations, small.catalogue()).latest == latest


@pytest.mark.parametrize(
    ("best", "newest", "latest"),
    [("AAA BBB CCC", "AAA BBB", 2012), ("AAA BBB CCC DDD", "AAA BBB", 2011)],
)
def test_without_group_values_two_thirds_of_the_best_year_do(
    small: Small, tmp_path: Path, best: str, newest: str, latest: int
) -> None:
    """Two of three economies are enough to make a year the latest, two of four are not."""
    values = {code: {2011: 11.0} for code in best.split()}
    for code in newest.split():
        values[code][2012] = 12.0
    observations = pd.concat(
        [small.facts(values), small.people(range(2011, 2013))], ignore_index=True
    )
    found = table(tmp_path, observations, small.catalogue(aggregation="none"))
    assert found.groups == []
    assert found.latest == latest


def test_shortened() -> None:
    """Whole numbers lose their point, missing ones are null, zero stays zero."""
    matrix = np.array([[12.0, np.nan, 0.123, 0.0, 99.96]])
    assert shortened(matrix, 2) == [[12, None, 0.12, 0, 99.96]]
    assert shortened(matrix, 2, fewer_from=10) == [[12, None, 0.12, 0, 100]]


def test_spread(share: IndicatorTable) -> None:
    """A group has the highest, median and lowest of its members, and no measure without parts."""
    world = share.spread("world")
    assert world
    assert (world.n[0], world.high[0], world.low[0]) == (4, 80.12, 4.57)
    assert (world.highest[0], world.lowest[0]) == (0, 2)
    assert world.gini[0] is not None
    assert (world.parts, world.theil_between[0]) == ([], None)


def test_what_is_modelled_travels_beside_the_values(small: Small, tmp_path: Path) -> None:
    """A silent member has a line of its own, its groups an interval in that year, and nobody else."""
    given = small.facts({**SERIES, "DDD": {y: 20.0 for y in YEARS if y < 2016}})
    modelled = pd.DataFrame(
        [("DDD", "share", 2016, 21.04, 11.0, 41.0, "own", 2015)], columns=MODELLED
    )
    given = given[(given["economy"] != "CCC") | (given["year"] < 2016)]
    more = small.facts({"CCC": {2016: 9.0}}, breaks=frozenset({("CCC", 2016)}))
    people = small.people(YEARS, ccc=300)
    share = table(tmp_path, pd.concat([given, more, people]), small.catalogue(), modelled)
    line = share.modelled("DDD")
    assert line
    assert (line.years, values(line), line.low, line.high) == ([2016], [21.04], [11], [41])
    assert (line.basis, line.last_own_year) == (["own"], [2015])
    assert share.modelled("AAA") is None
    poor, rich = share.group("poor"), share.group("rich")
    assert poor
    assert rich
    doubt = poor.doubt(2016)
    assert doubt
    assert doubt.share_modelled == 0.25
    assert [doubt.own_value, doubt.carried_value] == pytest.approx(
        [9, (2700 + 2000) / 400], abs=0.05
    )
    assert [doubt.low, doubt.high] == pytest.approx([12 - 2.5, 12 + 5], abs=0.05)
    assert (poor.doubt(2015), rich.doubts) == (None, {})
    assert poor.breaks == {"2016": [share.economies.index("CCC")]}
