"""What the check of a catalogue finds."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dashboard.catalogue import (
    Catalogue,
    Economy,
    Group,
    Indicator,
    Live,
    LivePart,
    Mark,
    Scheme,
    Series,
    Source,
)
from dashboard.catalogue.check import validate
from dashboard.catalogue.models import EVERY_YEAR, Question

THIS_YEAR = datetime.now(tz=UTC).year
KIRIBATI = Economy("KIR", "KI", "296", un_member=True)
USE = Indicator(
    id="use",
    theme="internet",
    unit="percent",
    decimals=1,
    range=(0, 100),
    direction="up",
    aggregation="share",
    class_limits=(10, 25, 50, 75),
    series=(Series("itu", "i99H"),),
    weight="use",
    bounded=True,
    questions=("who", "above"),
)
WHO, ABOVE = Question("who", units=("percent",)), Question("above", fact="above", limit=90)
ITU = Source(
    id="itu",
    publisher="ITU",
    title="Use",
    vintage="2026-05",
    licence="CC BY 4.0",
    licence_url="https://example.org/licence",
    url="https://example.org/",
    citation="ITU, Use",
    reader="itu-datahub",
    file="use.csv",
)
GOOD = Catalogue(
    themes=("internet",),
    indicators={"use": USE},
    economies={"KIR": KIRIBATI},
    groups={
        "world": Group("world", "world", "2026", ("KIR",), frame=True),
        "ldc": Group("ldc", "special", "2024", ("KIR",)),
    },
    schemes={"ldc": Scheme("ldc", "world", ("ldc",))},
    sources={"itu": ITU},
    marks=(Mark("use", "KIR", 2020, "break", "source-changed"),),
    map_notes=("general", "nsgt"),
    targets={},
    panels={},
    questions={"who": WHO, "above": ABOVE},
    core={},
)


def with_use(**changes: object) -> Catalogue:
    """The good catalogue with a changed indicator."""
    return replace(GOOD, indicators={"use": replace(USE, **changes)})  # type: ignore[arg-type]


def with_source(**changes: object) -> Catalogue:
    """The good catalogue with a changed source."""
    return replace(GOOD, sources={"itu": replace(ITU, **changes)})  # type: ignore[arg-type]


def with_group(**changes: object) -> Catalogue:
    """The good catalogue with a changed group of least developed countries."""
    groups = {**GOOD.groups, "ldc": replace(GOOD.groups["ldc"], **changes)}  # type: ignore[arg-type]
    return replace(GOOD, groups=groups)


def with_question(**changes: object) -> Catalogue:
    """The good catalogue with a changed question."""
    changed = replace(ABOVE, **changes)  # type: ignore[arg-type]
    return replace(GOOD, questions={**GOOD.questions, "above": changed})


def with_mark(*marks: Mark) -> Catalogue:
    """The good catalogue with other marks."""
    return replace(GOOD, marks=marks)


def test_the_year_at_hand_may_be_the_first() -> None:
    """Whichever year that is: no list of years ends in the code."""
    assert validate(with_use(since=THIS_YEAR)) == []


def test_good_catalogue_has_no_sentence() -> None:
    """A catalogue in which everything is found and used raises no complaint."""
    assert validate(GOOD) == []


@pytest.mark.parametrize(
    ("catalogue", "sentence"),
    [
        (
            with_use(theme="fax"),
            "indicators.toml, use: theme is 'fax' and must be one of internet.",
        ),
        (with_use(aggregation="sums"), "aggregation is 'sums'"),
        (with_use(direction="left"), "direction is 'left'"),
        (with_use(scale="square"), "scale is 'square'"),
        (with_use(weight="households"), "weight is 'households'"),
        (with_use(range=(100, 0)), "the range must go from a lower to a higher value."),
        (with_use(range=(0, 200)), "a bounded share must have the range 0 to 100."),
        (with_use(class_limits=(10, 50, 25, 75)), "the class limits must rise."),
        (with_use(class_limits=(10, 50)), "there must be 4 to 6 class limits."),
        (with_use(class_limits=(0, 25, 50, 75)), "the class limits must lie inside the range."),
        (with_use(max_fill=-1), "cannot be negative"),
        (with_use(since=90), f"since is 90 and must be a year from 1950 to {THIS_YEAR}."),
        (with_use(since=THIS_YEAR + 1), f"since is {THIS_YEAR + 1} and must be a year from 1950"),
        (with_use(max_age=3), "max_age is for indicators without group values."),
        (with_use(series=(Series("fao", "x"),)), "source is 'fao'"),
        (with_use(series=(Series("itu", count_code="i"),)), "no series gives values."),
        (with_use(series=(Series("itu"),)), "has neither a code nor a count_code."),
        (with_use(series=(Series("itu", "x", scale=0),)), "the scale of itu must be above 0."),
        (with_use(series=(Series("itu", "x", years=(2, 1)),)), "from an earlier to a later one."),
        (with_use(id="Use"), "the id must be in kebab case."),
        (with_use(questions=("who",)), "it must list 2 questions or more, each once."),
        (with_use(questions=("who", "who")), "it must list 2 questions or more, each once."),
        (with_use(questions=("who", "why")), "the question 'why' is not in questions.toml."),
        (with_use(questions=("who", "above"), unit="gbit"), "'who' is not for its unit"),
        (with_question(aggregation="median"), "'above' is not for its unit or aggregation."),
        (with_question(fact="below"), "questions.toml, above: fact is 'below' and must be one of"),
        (with_question(limit=0.0), "questions.toml, above: a limit goes with the facts"),
        (with_question(fact="zeros"), "questions.toml, above: a limit goes with the facts"),
        (
            replace(GOOD, questions={**GOOD.questions, "x": Question("x")}),
            "questions.toml, x: no indicator lists it.",
        ),
        (with_source(vintage="May"), "the vintage must be a date"),
        (with_source(licence=" "), "sources.toml, itu: licence is missing."),
        (with_source(url="itu.int"), "url must be a web address."),
        (with_group(kind="club"), "kind is 'club'"),
        (with_group(members=()), "no member in members.csv counts."),
        (with_group(members=("KIR", "KIR")), "the member KIR stands twice."),
        (with_group(members=("ATL",)), "the member 'ATL' is not in economies.csv."),
        (with_group(parent="un"), "parent or complement_of is 'un'"),
        (with_group(edition=""), "the edition of the list is missing."),
        (replace(GOOD, schemes={}), "ldc: the group is neither offered as a region nor"),
        (
            replace(GOOD, schemes={"ldc": Scheme("ldc", "ldc", ("ldc",))}),
            "a reference must be compared with at least one other group.",
        ),
        (replace(GOOD, themes=("internet", "fax")), "no indicator belongs to the theme fax."),
        (replace(GOOD, sources={"itu": ITU, "fao": ITU}), "fao: no indicator uses this source."),
        (with_mark(Mark("fax", "KIR", 2020, "break", "x")), "indicator is 'fax'"),
        (with_mark(Mark("use", "ATL", 2020, "break", "x")), "is not in economies.csv."),
        (with_mark(Mark("use", "KIR", 2020, "gap", "x")), "kind is 'gap'"),
        (with_mark(Mark("use", "", 2020, "excluded", "x")), "must name its economy."),
        (with_mark(Mark("use", "KIR", 2020, "break", "no reason")), "the reason must be a key"),
        (with_mark(Mark("use", "KIR", 2020, "break", "x", last=2022)), "a break has one year"),
        (
            with_mark(Mark("use", "KIR", 2020, "excluded", "x", last=2019)),
            "marks.csv, use, KIR, 2020: the years must go from an earlier to a later one.",
        ),
        (
            with_mark(
                Mark("use", "KIR", 2018, "excluded", "x", last=2020),
                Mark("use", "KIR", 2020, "excluded", "x", last=2022),
            ),
            "marks.csv, use, KIR, 2020..2022: the mark stands twice.",
        ),
        (
            with_mark(
                Mark("use", "KIR", 0, "excluded", "x", last=EVERY_YEAR),
                Mark("use", "KIR", 2020, "excluded", "x"),
            ),
            "marks.csv, use, KIR, 2020: the mark stands twice.",
        ),
        (with_mark(*GOOD.marks, *GOOD.marks), "marks.csv, use, KIR, 2020: the mark stands twice."),
        (
            replace(GOOD, economies={"KIR": replace(KIRIBATI, footnote="nsgt;flk")}),
            "economies.csv, KIR: footnote is 'flk'",
        ),
        (
            replace(GOOD, economies={"KIR": KIRIBATI, "GIL": KIRIBATI}),
            "economies.csv: the m49 code 296 stands twice.",
        ),
        (replace(GOOD, common_names={"ATL": ("Atlantis",)}), "common_names.csv, ATL: economy is"),
        (replace(GOOD, common_names={"KIR": ("",)}), "common_names.csv, KIR: a name is empty."),
        (replace(GOOD, follows={"KIR": "ATL"}), "map_rules.toml, KIR: follows is"),
    ],
)
def test_faults_become_sentences(catalogue: Catalogue, sentence: str) -> None:
    """Each kind of fault is told in a sentence that names the file and the entry."""
    assert any(sentence in found for found in validate(catalogue))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (replace(ITU, live=Live("sdg", "sdg-pages", "x", parts=(LivePart("i99H", ("A",)),))), []),
        (
            replace(ITU, live=Live("sdg", "sdg-pages", "x", parts=(LivePart("other", ("A",)),))),
            ["sources.toml, itu, live: no indicator names its part 'other'."],
        ),
        (
            replace(ITU, comes_with="itu"),
            ["sources.toml, itu: comes_with is 'itu' and must be one of ."],
        ),
    ],
)
def test_what_is_fetched_is_named_as_indicators_name_it(source: Source, found: list[str]) -> None:
    """A part that no indicator names, and a source that comes with one that is not fetched, are told."""
    assert validate(replace(GOOD, sources={"itu": source})) == found
