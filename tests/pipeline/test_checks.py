"""A fault stops the build with a sentence that names it; good tables pass in silence."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.catalogue import Catalogue, Live, Mark
from dashboard.pipeline import checks
from dashboard.pipeline.aggregate import aggregate
from dashboard.pipeline.built import BuiltTables
from dashboard.pipeline.coverage import coverage
from dashboard.pipeline.fill import fill
from dashboard.pipeline.gaps import gaps
from dashboard.pipeline.profiles import ranks
from dashboard.pipeline.replay import REPLAY
from dashboard.pipeline.silent import model_errors, modelled
from dashboard.pipeline.spread import spread
from tests.pipeline.small import Small

YEARS = range(2005, 2013)
PUBLISHED = ["group", "indicator", "year", "value", "source", "edition"]
EXCLUDED = ["economy", "indicator", "year", "value", "source", "reason"]


@pytest.fixture(autouse=True)
def sanity(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The facts known of this small world: the share of the world is 22 in 2005."""
    path = tmp_path / "sanity.csv"
    path.write_text(
        "indicator,group,year,low,high,rests_on\nshare,world,2005,20,23,a count by hand\n"
    )
    monkeypatch.setattr(checks, "SANITY", path)
    return path


def build(catalogue: Catalogue, observations: pd.DataFrame, counts: pd.DataFrame) -> BuiltTables:
    """All tables of these observations."""
    filled = fill(observations, catalogue)
    grouped = aggregate(filled, counts, catalogue)
    return BuiltTables(
        observations=filled,
        counts=counts,
        aggregates=grouped,
        published=pd.DataFrame(columns=PUBLISHED),
        gaps=gaps(filled, counts, catalogue),
        coverage=coverage(filled, catalogue),
        excluded=pd.DataFrame(columns=EXCLUDED),
        spread=spread(filled, counts, catalogue),
        ranks=ranks(filled, grouped, catalogue),
        modelled=modelled([]),
        model_errors=model_errors([]),
        model_replay=pd.DataFrame(columns=REPLAY),
    )


def observations(small: Small) -> pd.DataFrame:
    """Four economies with a value and a population in each year."""
    values = {"AAA": 80, "BBB": 40, "CCC": 30, "DDD": 6}
    shares = small.facts({code: dict.fromkeys(YEARS, v) for code, v in values.items()})
    return pd.concat([shares, small.people(YEARS)], ignore_index=True)


@pytest.fixture
def good(small: Small) -> BuiltTables:
    """Tables without a fault."""
    return build(small.catalogue(), observations(small), small.no_counts)


def changed(frame: pd.DataFrame, row: int, **values: Any) -> pd.DataFrame:
    """The frame with some values of one row changed."""
    frame = frame.copy()
    for column, value in values.items():
        frame.loc[frame.index[row], column] = value
    return frame


def test_good_tables_pass(small: Small, good: BuiltTables) -> None:
    """Tables without a fault give no sentence, also when they are built a second time."""
    assert checks.check(good, small.catalogue()) == []


Fault = Callable[[BuiltTables], BuiltTables]

FAULTS: dict[str, tuple[Fault, str]] = {
    "economy": (
        lambda b: replace(b, observations=changed(b.observations, 0, economy="ZZZ")),
        "The table observations has the unknown economy 'ZZZ'.",
    ),
    "group": (
        lambda b: replace(b, aggregates=changed(b.aggregates, 0, group="atlantis")),
        "The table aggregates has the unknown group 'atlantis'.",
    ),
    "gap group": (
        lambda b: replace(b, gaps=changed(b.gaps, 0, lower_group="atlantis")),
        "The table gaps has the unknown group 'atlantis'.",
    ),
    "duplicate": (
        lambda b: replace(b, observations=pd.concat([b.observations, b.observations.tail(1)])),
        "The table observations has a second row for DDD, share, 2012.",
    ),
    "range": (
        lambda b: replace(b, observations=changed(b.observations, -1, value=100.5)),
        "share can only lie between 0 and 100, which excludes DDD, 2012, 100.5.",
    ),
    "missing value": (
        lambda b: replace(b, observations=changed(b.observations, -1, value=float("nan"))),
        "share can only lie between 0 and 100, which excludes DDD, 2012, nan.",
    ),
    "status": (
        lambda b: replace(b, observations=changed(b.observations, -1, status="guessed")),
        "The table observations has the unknown status 'guessed'.",
    ),
    "group value": (
        lambda b: replace(
            b, aggregates=changed(b.aggregates.query("indicator == 'share'"), 0, value=81.0)
        ),
        "Group values of share lie outside the values of their members: world, 2005, 81.",
    ),
    "coverage": (
        lambda b: replace(b, aggregates=changed(b.aggregates, 0, population_share_covered=1.2)),
        "The table aggregates has a population_share_covered outside 0 to 1: world, share, 2005, 1.2.",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_is_named(small: Small, good: BuiltTables, fault: str) -> None:
    """Each fault gives a sentence with the table, the entry and what is wrong."""
    break_it, sentence = FAULTS[fault]
    assert sentence in checks.check(break_it(good), small.catalogue())


def test_known_facts_are_held(small: Small, good: BuiltTables, sanity: Path) -> None:
    """A group value far from what is known of it stops the build: a column was mistaken."""
    sanity.write_text(sanity.read_text().replace("20,23", "60,70"))
    assert checks.check(good, small.catalogue()) == [
        "share of world in 2005 is 22, which cannot be: a count by hand (sanity.csv)."
    ]


def test_missing_population_is_named(small: Small) -> None:
    """A value that cannot be weighed stops the build, because it would vanish from its groups."""
    frame = observations(small)
    frame = frame[(frame["indicator"] != "population") | (frame["economy"] != "DDD")]
    built = build(small.catalogue(), frame, small.no_counts)
    found = [s for s in checks.check(built, small.catalogue()) if "population" in s]
    assert found[0].startswith("share has values without a population to weigh them by")
    assert found[0].endswith("DDD, 2005; DDD, 2006; DDD, 2007; DDD, 2008; DDD, 2009; and 3 more.")


def test_listed_economies_need_no_population(
    small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An economy that the catalogue lists as without a population figure passes, if it is used."""
    listed = tmp_path / "unweighted.csv"
    monkeypatch.setattr(checks, "UNWEIGHTED", listed)
    frame = observations(small)
    frame = frame[(frame["indicator"] != "population") | (frame["economy"] != "AAA")]
    built = build(small.catalogue(), frame, small.no_counts)
    listed.write_text("economy,reason\nAAA,none\n")
    assert list(checks.missing_weights(built, small.catalogue())) == []
    listed.write_text("economy,reason\nAAA,none\nBBB,none\n")
    assert list(checks.missing_weights(built, small.catalogue())) == [
        "unweighted.csv, BBB: nothing in the tables uses it."
    ]


def test_old_fills_are_named(small: Small, good: BuiltTables) -> None:
    """A filled value further from its observation than allowed is an error, whoever made it."""
    frame = good.observations
    late = (frame["indicator"] == "share") & (frame["economy"] == "DDD") & (frame["year"] > 2009)
    stale = replace(good, observations=frame.assign(status=frame["status"].mask(late, "filled")))
    found = checks.check(stale, small.catalogue())
    assert any("max_fill" in s and "share, DDD, 2012" in s for s in found)


@pytest.mark.parametrize(
    ("since", "said"), [(YEARS[0], True), (YEARS[-1] + 1, True), (YEARS[1], False)]
)
def test_a_first_year_leaves_out_something_and_not_all(
    small: Small, good: BuiltTables, since: int, said: bool
) -> None:
    """`since` in the first year of the values, or after the last one, stops a build."""
    start = f"indicators.toml, entry share: since is {since}, and its values are of {YEARS[0]} to"
    found = checks.check(good, small.catalogue(since=since))
    assert any(one.startswith(start) for one in found) == said


def test_unused_entries_are_named(small: Small, good: BuiltTables) -> None:
    """An indicator without data, or a source that nothing is read from, does not stay unseen."""
    more = {"empty": {"aggregation": "none"}}
    found = checks.check(good, small.catalogue(more=more))
    assert found == ["indicators.toml, entry empty: nothing in the tables uses it."]


@pytest.mark.parametrize("came", [True, False])
def test_a_year_that_came_with_another_source(small: Small, good: BuiltTables, came: bool) -> None:
    """A source whose values came with the fetched edition of another may lie unused, else it is named."""
    entries = small.catalogue()
    live = Live("world-bank", "wdi-pages", "Use, {vintage}", ("USE",))
    main = replace(entries.sources["itu"], live=live)
    sources = {
        "itu": main.fetched("2026") if came else main,
        "year": replace(main, id="year", live=None, comes_with="itu"),
    }
    sentence = "sources.toml, entry year: nothing in the tables uses it."
    found = checks.check(good, replace(entries, sources=sources))
    assert found == ([] if came else [sentence])


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [
        (Mark("share", "AAA", 2008, "break", "x"), ""),
        (Mark("share", "", 2008, "break", "x"), ""),
        (
            Mark("share", "AAA", 2008, "excluded", "x"),
            "marks.csv: nothing in the tables uses the mark share, AAA, 2008, excluded.",
        ),
        (
            Mark("share", "AAA", 2008, "excluded", "x", last=2010),
            "marks.csv: nothing in the tables uses the mark share, AAA, 2008..2010, excluded.",
        ),
        (
            Mark("share", "AAA", 0, "excluded", "x", last=9999),
            "marks.csv: nothing in the tables uses the mark share, AAA, every year, excluded.",
        ),
        (
            Mark("other", "AAA", 2008, "break", "x"),
            "marks.csv: nothing in the tables uses the mark other, AAA, 2008, break.",
        ),
        (
            Mark("share", "AAA", 2008, "doubt", "x"),
            "marks.csv: 'doubt' is no kind of mark (share, AAA, 2008, doubt).",
        ),
    ],
)
def test_marks_must_mean_something(
    small: Small, good: BuiltTables, mark: Mark, sentence: str
) -> None:
    """A mark without a series, or an exclusion that excluded nothing, is a mistake."""
    found = checks.check(good, small.catalogue((mark,)))
    assert found == ([sentence] if sentence else [])
