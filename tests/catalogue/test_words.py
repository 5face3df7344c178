"""What `check` says of words, formats and tables, when mistakes are written into copies of the files."""

import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

import dashboard.checks
from dashboard.__main__ import main
from dashboard.catalogue.languages import LANGUAGES
from dashboard.checks import before_build, findings
from dashboard.checks.used import uses
from dashboard.i18n import WordError
from dashboard.pipeline.vocabulary import vocabulary
from dashboard.settings import CATALOGUE, I18N
from dashboard.tables import Tables, tables
from tests.catalogue.test_load import spoil

INDICATOR = """
[download-throughput]
theme = "capacity"
unit = "mbit"
decimals = 1
range = [0.5, 1000]
direction = "up"
aggregation = "none"
class_limits = [10, 25, 50, 100]
series = [{ source = "itu-internet-use", code = "i99H" }]
"""
WORDS = """
[indicators.download-throughput]
name = "Throughput"
title = "Throughput"
definition = "What arrives."
clause = "{value} arrives"
"""
# file, what stands there, what is written instead, what check must say of it
MISTAKES = {
    "a unit without words in any language": (
        "catalogue/indicators.toml",
        "",
        INDICATOR,
        (
            "There are no words units.mbit.value in ar, zh, en, fr, ru, es "
            "(indicators.toml, download-throughput)."
        ),
    ),
    "an indicator without words in some languages": (
        "i18n/en/indicators.toml",
        "",
        WORDS,
        (
            "There are no words indicators.download-throughput.clause in ar, zh, fr, ru, es "
            "(indicators.toml, download-throughput)."
        ),
    ),
    "a reason of a mark without words": (
        "catalogue/marks.csv",
        "",
        "mobile-cellular,TON,2023,excluded,odd\n",
        "There are no words marks.odd in ar, zh, en, fr, ru, es (marks.csv, mobile-cellular, TON).",
    ),
    "another name in braces in one language": (
        "i18n/fr/indicators.toml",
        '"{value} points de pourcentage"',
        '"{valeur} points de pourcentage"',
        "points.many has {valeur} and must have {value}.",
    ),
    "another name in braces where English has one": (
        "i18n/ru/text.toml",
        "{reason}",
        "{cause}",
        "data/i18n/ru, text.notes.excluded has {cause}, {items} where English has {items}, {reason}.",
    ),
    "a name in English that the code does not fill in": (
        "i18n/en/text.toml",
        '"{economy}: no value for this indicator."',
        '"{place} has no value of this indicator."',
        "data/i18n/en, text.notes.no_data has {place}, which notes.py does not fill in.",
    ),
    "a brace that is not closed": (
        "i18n/es/text.toml",
        "{economy}: ningún valor",
        "{economy: ningún valor",
        "data/i18n/es, text.notes.no_data: a brace stands alone.",
    ),
    "a word that one language lacks": (
        "i18n/zh/text.toml",
        "no_data = ",
        "no_datum = ",
        "There are no words text.notes.no_data in zh (English has them).",
    ),
    "a word that one language has alone": (
        "i18n/zh/shell.toml",
        "",
        '\n[shell.extra]\nword = "词"\n',
        "data/i18n/zh, shell.extra.word: English has no such words.",
    ),
    "an empty text": (
        "i18n/ar/shell.toml",
        "",
        '\n[shell.search2]\nlabel = " "\n',
        "data/i18n/ar, shell.search2.label: the text is empty.",
    ),
    "a word that nothing shows": (
        "i18n/en/shell.toml",
        "",
        '\n[shell.forgotten]\nword = "word"\n',
        "The words shell.forgotten.word are shown nowhere.",
    ),
    "a word whose entry has gone": (
        "i18n/en/indicators.toml",
        "[indicators.population]",
        "[indicators.populace]",
        "The words indicators.populace.name belong to no entry of the catalogue.",
    ),
    "a word that the code asks for and no language has": (
        "i18n/en/text.toml",
        "every_year = ",
        "each_year = ",
        "notes.py asks for the words text.notes.every_year, and there are none.",
    ),
    "a misspelt reader": (
        "catalogue/sources.toml",
        'reader = "itu-datahub"',
        'reader = "datahub"',
        "reader is 'datahub' and must be one of itu-datahub, itu-tables,",
    ),
    "a reader that reads no group values": (
        "catalogue/sources.toml",
        'reader = "itu-aggregates"',
        'reader = "wdi-api"',
        "reader is 'wdi-api' and must be one of itu-aggregates,",
    ),
    "a record of a programme without words": (
        "i18n/ru/programmes.toml",
        "place-not-stated = ",
        "place-unstated = ",
        "There are no words programmes.remarks.place-not-stated in ru",
    ),
    "an economy without a name in one language": (
        "i18n/ar/economies.toml",
        "KIR = ",
        "KIB = ",
        "There are no words economies.KIR in ar (",
    ),
    "an economy without a name in any language": (
        "catalogue/economies.csv",
        "",
        "ATL,,,no,yes,\n",
        "There are no words economies.ATL in ar, zh, en, fr, ru, es (economies.csv).",
    ),
    "an empty name": (
        "i18n/es/economies.toml",
        'TON = "Tonga"',
        'TON = ""',
        "data/i18n/es, economies.TON: the text is empty.",
    ),
    "a name of nobody": (
        "i18n/en/economies.toml",
        "",
        'XYZ = "Nowhere"\n',
        "The words economies.XYZ belong to no entry of the catalogue.",
    ),
    "a map note that one language lacks": (
        "i18n/ru/map_notes.toml",
        "abyei = ",
        "abiei = ",
        "There are no words map_notes.abyei in ru (",
    ),
    "a map note without words in any language": (
        "catalogue/map_rules.toml",
        "[notes]",
        '[notes]\natlantis = ["*"]',
        "There are no words map_notes.atlantis in ar, zh, en, fr, ru, es (map_rules.toml).",
    ),
    "a question with a name in braces that its fact does not fill in": (
        "i18n/fr/questions.toml",
        "s’arrêtent en {year}",
        "s’arrêtent en {last}",
        "data/i18n/fr, questions.ended: last is not filled in.",
    ),
    "a question that does not tell its fact": (
        "i18n/es/questions.toml",
        "disponemos terminan en {year}",
        "disponemos terminan pronto",
        "data/i18n/es, questions.ended: the fact 'newest' is not told.",
    ),
    "a question without words in one language": (
        "i18n/ru/questions.toml",
        "[questions.signal]",
        "[questions.signals]",
        "There are no words questions.signal.ask in ru (questions.toml, signal).",
    ),
    "a plural form that a language lacks": (
        "i18n/ru/programmes.toml",
        'few = "В реестре {number} мероприятия',
        'fev = "В реестре {number} мероприятия',
        "data/i18n/ru, text.programmes.count: there is no form few.",
    ),
    "a reason of an alias without words": (
        "catalogue/aliases.csv",
        "",
        "code,XXX,,vanished\n",
        "There are no words marks.vanished in ar, zh, en, fr, ru, es (aliases.csv, XXX).",
    ),
}


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of catalogue and words with every mistake in it."""
    folder = tmp_path_factory.mktemp("data")
    shutil.copytree(CATALOGUE, folder / "catalogue")
    shutil.copytree(I18N, folder / "i18n")
    for name, old, new, _ in MISTAKES.values():
        path = folder / name
        if old:
            spoil(path, old, new)
        else:
            path.write_text(path.read_text(encoding="utf-8") + new, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def said(spoilt: Path) -> dashboard.checks.Findings:
    """What check says of the spoilt copy."""
    known = vocabulary(spoilt / "catalogue")
    return findings(known, spoilt / "catalogue", spoilt / "i18n")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_is_found(said: dashboard.checks.Findings, mistake: str) -> None:
    """Each mistake of a newcomer is a sentence that names the place."""
    sentence = MISTAKES[mistake][3]
    assert [fault for fault in said.faults if sentence in fault], sentence


def test_nothing_else_is_found(said: dashboard.checks.Findings) -> None:
    """Good files raise no complaint: without the mistakes none of the sentences is there."""
    known = findings(vocabulary(CATALOGUE))
    assert known.faults == known.pending == []
    assert said.faults


def test_indicator_without_a_table_waits(said: dashboard.checks.Findings) -> None:
    """A new indicator is no fault before its first build, and the rest is checked all the same."""
    assert said.pending == [
        "download-throughput is not built yet: make build SOURCES=dir makes its table."
    ]


def test_lost_table_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that was built and is gone is damage, not an indicator that waits."""
    copied = Path(shutil.copytree(tables().folder, tmp_path / "tables"))
    (copied / "serve" / "population.jsonl").unlink()
    monkeypatch.setattr(dashboard.checks, "tables", lambda: Tables(copied))
    found = findings(vocabulary(CATALOGUE))
    assert any("population.jsonl is missing or damaged" in fault for fault in found.faults)
    assert found.pending == []


def test_a_fault_is_exit_status_1(
    spoilt: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever lets a machine run the check learns of a word that one language lacks."""
    shutil.copytree(I18N, spoilt / "one")
    spoil(spoilt / "one" / "zh" / "text.toml", "no_data = ", "no_datum = ")
    monkeypatch.setattr(dashboard.checks, "findings", partial(findings, words=spoilt / "one"))
    with pytest.raises(SystemExit) as stopped:
        main(["check"])
    assert stopped.value.code == 1
    assert "no words text.notes.no_data in zh" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "text", "sentence"),
    [
        ("text.toml", "[text\n", "data/i18n/fr/text.toml cannot be read: "),
        ("new.toml", "[shell]\nproduct = 'x'\n", "shell.product stands in another file as well"),
        ("new.toml", "[shell]\nnew = 7\n", "data/i18n/fr/new.toml: shell.new is no text"),
    ],
)
def test_unreadable_words_are_named(tmp_path: Path, file: str, text: str, sentence: str) -> None:
    """A slip of TOML in one language is told, and the other languages are still compared."""
    copied = Path(shutil.copytree(I18N, tmp_path / "i18n"))
    (copied / "fr" / file).write_text(text, encoding="utf-8")
    spoil(copied / "zh" / "text.toml", "no_data = ", "no_datum = ")
    found = findings(vocabulary(CATALOGUE), words=copied).faults
    assert any(sentence in fault for fault in found)
    assert any("no words text.notes.no_data in zh" in fault for fault in found)


def test_what_needs_good_words_is_asked_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a unit lost its words all that is missing is listed, not the first that a sentence needs."""
    copied = Path(shutil.copytree(I18N, tmp_path / "i18n"))
    for lang in LANGUAGES:
        spoil(
            copied / lang / "indicators.toml", "[units.percent-people]", "[units.percent-peoples]"
        )

    def unasked(*_: object) -> list[str]:
        message = "There are no words units.percent-people.value."
        raise WordError(message)

    monkeypatch.setattr(dashboard.checks, "unasked", unasked)
    found = findings(vocabulary(CATALOGUE), words=copied).faults
    assert any("no words units.percent-people.label in ar, zh, en" in fault for fault in found)


def test_words_are_checked_beside_an_unreadable_catalogue(folder: Path) -> None:
    """A catalogue that cannot be read is one sentence among those about the words."""
    (folder / "themes.toml").unlink()
    found = findings(vocabulary(CATALOGUE), folder).faults
    assert found == [fault for fault in found if fault.startswith("themes.toml cannot be read")]


def test_build_stops_for_what_would_fail_on_a_page(spoilt: Path) -> None:
    """The build refuses a reason without any words; translations may wait."""
    known = vocabulary(spoilt / "catalogue")
    found = before_build(known, spoilt / "catalogue", spoilt / "i18n")
    assert any("no words marks.odd in en" in fault for fault in found)
    assert any("reader is 'datahub'" in fault for fault in found)
    assert not [fault for fault in found if " in zh" in fault]
    assert before_build(vocabulary(CATALOGUE)) == []


def test_without_the_pipeline_the_rest_is_checked() -> None:
    """A server without the packages of the build says what it could not compare."""
    found = findings(None)
    assert found.faults == []
    assert len(found.pending) == 1


def test_the_vocabulary_is_that_of_the_tables() -> None:
    """Every remark that the built tables hold is one that words are asked for."""
    known = vocabulary(CATALOGUE)
    built = {
        note
        for indicator in tables().manifest["indicators"]
        for note in tables().indicator(indicator).notes
    }
    assert built
    assert built <= set(known.notes)
    assert {"not-assessed", "zero-means-missing", "dissolved"} <= set(known.reasons)


def test_code_is_read_for_what_it_fills_in(tmp_path: Path) -> None:
    """Plain calls, calls of a language's words, either side of a condition, and parts filled in."""
    (tmp_path / "one.py").write_text(
        'words("a.b", n=1)\n'
        'words(lang)("a.c" if x else "a.d", year=2)\n'
        'subject.words(f"a.{kind}.e", value=v, n=1)\n'
        'words("a.f", **more)\nwords("a.g")\nsection(chosen, "a.h", "x")\nopen("a.toml")\n',
        encoding="utf-8",
    )
    found = {use.key: use.names for use in uses(tmp_path)["a"]}
    assert found == {
        "a.b": {"n"},
        "a.c": {"year"},
        "a.d": {"year"},
        "a.{}.e": {"value", "n"},
        "a.f": None,
        "a.g": None,
        "a.h": None,
    }


def test_readers_are_compared_only_where_known() -> None:
    """A vocabulary without readers refuses every source."""
    found = findings(replace(vocabulary(CATALOGUE), readers=("nothing",))).faults
    assert any("must be one of nothing." in fault for fault in found)
