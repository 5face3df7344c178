"""A look at one indicator: what it prints, and that it reads and writes nothing else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue, Mark, Series
from dashboard.catalogue.models import Question
from dashboard.pipeline import trial as module
from dashboard.pipeline.trial import TrialError, trial
from tests.pipeline.readers.files import text
from tests.pipeline.small import CODES, Small, indicator
from tests.pipeline.worlds import source

Looked = Callable[[str], str]
# Four economies and three years; CCC is 50 times too large in 2011, DDD lacks 2010.
VALUES = {"AAA": (5, 10, 30), "BBB": (15, 20, 60), "CCC": (20, 1500, 80), "DDD": ("", 60, 90)}


@pytest.fixture
def entries(small: Small) -> Catalogue:
    """A catalogue of a share and of another indicator whose file is not there."""
    shared = indicator(
        "share",
        series=(Series("use", "USE"),),
        class_limits=(10, 25, 50, 75),
        weight="share",
        questions=("who", "where"),
    )
    absent = indicator(
        "absent",
        series=(Series("away", "X"),),
        class_limits=(10, 25, 50, 75),
        weight="share",
        questions=shared.questions,
    )
    wanted = {name: source("wdi-api", f"{name}.csv", name) for name in ("use", "away")}
    return replace(
        small.catalogue((Mark("share", "AAA", 2012, "excluded", "implausible-level"),)),
        indicators={"share": shared, "absent": absent},
        sources=wanted,
        themes=(shared.theme,),
        questions={name: Question(name) for name in shared.questions},
    )


@pytest.fixture
def look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entries: Catalogue) -> Looked:
    """Try an indicator of that catalogue."""
    text(tmp_path / "aliases.csv", "kind,written,meant,reason", "code,WLD,,aggregate")
    header = "Country Name,Country Code,Indicator Name,Indicator Code,2010,2011,2012"
    lines = [f"x,{code},Use,USE,{','.join(map(str, VALUES[code]))}" for code in CODES]
    text(tmp_path / "use.csv", header, *lines, bom=True)
    monkeypatch.setattr(module, "catalogue", lambda: entries)
    return lambda name: trial(name, tmp_path, tmp_path)


def table(printed: str) -> dict[str, list[str]]:
    """The lines of a text by their first word."""
    return {line.split()[0]: line.split()[1:] for line in printed.splitlines() if line.strip()}


def test_years_have_counts_and_quantiles(look: Looked) -> None:
    """2010 has 5, 15 and 20: three economies, the median 15, the quarter between 5 and 15 is 10."""
    counted = table(look("share").split("\n\n")[0])
    assert counted["2010"] == ["3", "5", "6", "10", "15", "17.5", "19.5", "20"]
    assert counted["2012"][0] == "3"
    assert counted["all"][0] == "4"


def test_classes_of_three_years(look: Looked) -> None:
    """A value on a limit is in the class above it, as on the map; the years are early, middle, latest."""
    counted = table(look("share").split("\n\n")[1])
    assert counted["year"] == ["<10", "10+", "25+", "50+", "75+"]
    assert counted["2010"] == ["1", "2", "0", "0", "0"]
    assert counted["2011"] == ["0", "2", "0", "1", "1"]
    assert counted["2012"] == ["0", "0", "0", "1", "2"]


def test_every_value_out_of_range_has_its_line(look: Looked) -> None:
    """What a build would refuse stands with file and line; what is marked is counted as left out."""
    printed = look("share")
    assert "Outside the range 0 to 100: 1:\n  CCC, 2011: 1500 (use.csv, line 4)" in printed
    assert "Left out: 1 implausible-level." in printed


def test_only_its_own_sources_are_read(look: Looked, tmp_path: Path) -> None:
    """The file of another indicator may be missing; nothing new stands in the folder."""
    before = sorted(tmp_path.iterdir())
    look("share")
    assert sorted(tmp_path.iterdir()) == before
    with pytest.raises(ValueError, match="the file of the source away is missing"):
        look("absent")


def test_unknown_indicator_gets_a_sentence(look: Looked) -> None:
    """A slip in the id is told with what may be meant."""
    with pytest.raises(TrialError, match=r"no indicator 'shares'; is share meant\?"):
        look("shares")


def test_faults_of_the_entry_come_first(
    look: Looked, monkeypatch: pytest.MonkeyPatch, entries: Catalogue
) -> None:
    """Class limits that do not rise and a misspelt reader are told before anything is read."""
    wrong = replace(
        entries,
        indicators={"share": replace(entries.indicators["share"], class_limits=(10, 50, 25, 75))},
        sources={"use": replace(entries.sources["use"], reader="wdi")},
    )
    monkeypatch.setattr(module, "catalogue", lambda: wrong)
    with pytest.raises(TrialError, match="the class limits must rise") as error:
        look("share")
    assert "sources.toml, use: reader is 'wdi'" in str(error.value)
