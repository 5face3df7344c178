"""Notes, titles and sources say what a figure cannot show."""

from dataclasses import replace

import pytest

from dashboard.catalogue import Mark, catalogue
from dashboard.charts.registry import CHARTS
from dashboard.i18n import words
from dashboard.tables import IndicatorTable, Tables
from dashboard.tables import tables as real
from dashboard.text.notes import excluded, gap_notes, map_notes, trend_notes
from dashboard.text.passport import passport, source_line, trend_sources
from dashboard.text.subject import subject_of
from dashboard.text.titles import gap_title, trend_title, year_title
from dashboard.view import View
from tests.tiny import VERSION, subject


def test_list_of_groups_is_named(tables: Tables) -> None:
    """Trends and gaps say which list, and which edition of it, the groups come from."""
    note = words("en")("schemes.development.note")
    assert note in trend_notes(subject(tables))
    assert note in gap_notes(subject(tables))


def test_panel_is_told(tables: Tables) -> None:
    """A gap says how many economies it rests on and what share of the population they hold."""
    everybody, same = (" ".join(gap_notes(subject(tables, members=m))) for m in ("all", "same"))
    assert "in 2012, 40 in developed regions" in everybody
    assert "(98% of the population) and 120 in developing regions (91%)" in everybody
    assert "same economies" not in everybody
    assert "the same economies in all years from 2005 to 2012: 38 in developed regions" in same


def test_notes_of_economies_are_dated(tables: Tables) -> None:
    """What happened to an economy's series is told with the years it holds for."""
    notes = trend_notes(subject(tables, economies=("KIR",)))
    assert f"Kiribati (2012): {words('en')('note_codes.break')}" in notes
    later = trend_notes(subject(tables, economies=("KIR",), years=(2010, 2011)))
    assert not any(note.startswith("Kiribati") for note in later)


def test_economy_without_data_is_named(tables: Tables) -> None:
    """A highlighted economy that has no value is not silently left out."""
    notes = trend_notes(subject(tables, economies=("FRA",)))
    assert any("France" in note for note in notes)


def test_excluded_values_are_listed(tables: Tables) -> None:
    """A value that was left out is listed with the reason, where its economy is in view."""
    mark = next(mark for mark in catalogue().marks if mark.kind == "excluded" and mark.economy)
    one = replace(
        subject(tables, economies=(mark.economy,)),
        indicator=catalogue().indicators[mark.indicator],
    )
    reason = words("en")(f"marks.{mark.reason}")
    assert any(reason in note and str(mark.year) in note for note in trend_notes(one))


MARKS = (
    Mark("internet-use", "TON", 2019, "excluded", "implausible-level", last=2021),
    Mark("internet-use", "WSM", 2023, "excluded", "implausible-level"),
    Mark("internet-use", "FJI", 2023, "excluded", "implausible-level"),
    Mark("internet-use", "TON", 2023, "excluded", "implausible-level"),
    Mark("internet-use", "KIR", 0, "excluded", "isolated-spike", last=9999),
)


@pytest.mark.parametrize(
    ("lang", "one_reason", "every_year"),
    [
        ("en", "Left out: Tonga (2019–2021 and 2023); Fiji and Samoa (2023). ", "Kiribati (all years)"),
        ("fr", "Valeurs écartées\u00a0: Tonga (2019–2021 et 2023)\u202f; Fidji et Samoa (2023). ", "(toutes les années)"),
        ("es", "Valores descartados: Tonga (2019–2021 y 2023); Fiji y Samoa (2023). ", "(todos los años)"),
        ("ru", "Исключено: Тонга (2019–2021 и 2023); Самоа и Фиджи (2023). ", "Кирибати (все годы)"),
        ("zh", "未采用：汤加（2019–2021和2023年）；斐济和萨摩亚（2023年）。", "基里巴斯（所有年份）"),
        ("ar", "قيم مستبعدة: تونغا (2019–2021 و2023)؛ ساموا وفيجي (2023). ", "كيريباس (جميع السنوات)"),
    ],
)  # fmt: skip
def test_values_left_out_are_grouped_by_reason(
    tables: Tables, monkeypatch: pytest.MonkeyPatch, lang: str, one_reason: str, every_year: str
) -> None:
    """However many economies and years, a reason is one note: names and spans as the language has them."""
    marked = replace(catalogue(), marks=MARKS)
    monkeypatch.setattr("dashboard.text.notes.catalogue", lambda: marked)
    chosen = ("TON", "WSM", "FJI", "KIR")
    level, spike = excluded(subject(tables, lang=lang), chosen)
    assert level == one_reason + words(lang)("marks.implausible-level")
    assert every_year in spike
    assert excluded(subject(tables, lang=lang), ()) == []


def test_one_kind_of_note_names_all_its_economies(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two economies whose series break in the same year share a line; another year is told apart."""
    breaks = {"KIR": {"2010": [1], "2011": [1]}, "FJI": {"2012": [1]}, "TON": {"2012": [1]}}
    kiribati = subject(tables).table.economy("KIR")
    assert kiribati is not None
    monkeypatch.setattr(
        IndicatorTable, "economy", lambda _, code: replace(kiribati, notes=breaks[code])
    )
    notes = trend_notes(subject(tables, economies=("TON", "KIR", "FJI")))
    said = words("en")("note_codes.break")
    assert [note for note in notes if note.endswith(said)] == [
        f"Fiji and Tonga (2012); Kiribati (2010–2011): {said}"
    ]


def test_map_notes_are_in_the_language(tables: Tables) -> None:
    """The standard notes of a map are given in the language of the view."""
    for lang in ("en", "zh", "ar"):
        notes = map_notes(subject(tables, lang=lang), ["general"])
        assert words(lang)("map_notes.general") in notes


def test_scale_and_index_are_explained(tables: Tables) -> None:
    """A logarithmic scale and an index are explained where they are used, and only there."""
    plain = trend_notes(subject(tables))
    changed = trend_notes(subject(tables, scale="log", index=2010))
    assert words("en")("text.notes.log") in changed
    assert words("en")("text.notes.index", year=2010) in changed
    assert not set(changed) <= set(plain)


@pytest.mark.parametrize("measure", ["points", "ratio", "logit", "years-behind"])
def test_measure_is_explained(tables: Tables, measure: str) -> None:
    """Every measure of a gap comes with what it means and where it misleads."""
    note = words("en")(f"text.measures.{measure}.note")
    assert note in gap_notes(subject(tables, measure=measure))


def test_titles_state_unit_and_years(tables: Tables) -> None:
    """A title names the indicator, its unit and the year or years that are shown."""
    assert year_title(subject(tables), 2010) == "Internet use, % of people, 2010"
    assert trend_title(subject(tables)) == "Internet use, % of people, 2005–2012"
    assert trend_title(subject(tables, years=(2010, 2010))).endswith(", 2010")
    assert "2010 = 100" in trend_title(subject(tables, index=2010))
    assert gap_title(subject(tables, years=(2008, 2011))).endswith("2008–2011")


@pytest.mark.parametrize("chart", ["trend", "gap"])
def test_titles_exist_in_chinese(tables: Tables, chart: str) -> None:
    """Chinese titles and subtitles are Chinese."""
    one = subject(tables, lang="zh")
    assert words("zh")("indicators.internet-use.name") in CHARTS[chart].title(one)
    assert CHARTS[chart].subtitle(one)


def test_sources_carry_vintage_and_licence(tables: Tables) -> None:
    """The source line names publisher, vintage and licence of every source."""
    line = source_line(subject(tables))
    for code in subject(tables).table.sources:
        source = catalogue().sources[code]
        said = (*source.publisher.split("; "), source.vintage, source.licence)
        assert all(part in line for part in said)


def test_passport_says_what_was_transcribed() -> None:
    """A number that was typed over says so beside its source; one of the publisher's own file does not."""
    pillar = passport(subject(real(), indicator="cybersecurity-legal"))["sources"]
    assert [source["derived"].split()[0] for source in pillar] == ["Transcribed"]
    mixed = {
        source["id"]: source.get("derived", "")
        for source in passport(subject(real(), indicator="secure-servers"))["sources"]
    }
    assert mixed["wdi-secure-servers"] == ""
    assert mixed["wdi-secure-servers-2021"].startswith("Transcribed")


def test_passport_holds_what_a_citation_needs(tables: Tables) -> None:
    """The passport gives data version, editions, and where each source is found."""
    found = passport(subject(tables, region="escap"))
    assert found["data_version"] == VERSION
    assert found["region"] == {"code": "escap", "edition": catalogue().groups["escap"].edition}
    assert VERSION in found["citation"]
    assert all(source["citation"] in found["citation"] for source in found["sources"])
    assert all(source["url"] and source["citation"] for source in found["sources"])


def test_published_values_have_their_source(tables: Tables) -> None:
    """A trend that shows group values as published names the publication among its sources."""
    title = catalogue().sources["itu-aggregates"].title
    one = subject(tables, editions="newest")
    assert title in source_line(one, trend_sources(one))
    assert title not in source_line(one, trend_sources(subject(tables)))
    assert title not in source_line(one)


def test_publishers_are_named_once(tables: Tables) -> None:
    """A title that begins with its publisher is not preceded by the publisher again."""
    assert "ITU, ITU DataHub" not in source_line(subject(tables))
    assert "ITU DataHub" in source_line(subject(tables))


def test_definition_and_method_are_given(tables: Tables) -> None:
    """Every chart says what the indicator counts and how group values are formed."""
    one = subject(tables)
    said = {
        words("en")("indicators.internet-use.definition"),
        words("en")("text.aggregations.share"),
    }
    for notes in (map_notes(one, []), trend_notes(one), gap_notes(one)):
        assert said <= set(notes)


def test_paler_areas_are_explained_where_there_are_any() -> None:
    """The E-Government Survey comes every second year, and no value between is shown; coverage has filled ones."""
    for indicator, is_said in (("egdi", False), ("coverage-4g", True)):
        shown = subject_of(View(indicator=indicator, lang="en"), real())
        notes = map_notes(shown, ())
        assert any("we filled in" in note for note in notes) == is_said, indicator


@pytest.mark.parametrize(("lang", "said"), [("en", "1 years"), ("fr", "1 ans"), ("es", "1 años")])
def test_one_year_is_no_plural(lang: str, said: str) -> None:
    """Nobody reads "at most 1 years"; two years are said as a number."""
    assert said not in words(lang)("text.notes.filled_map", n=1)
    assert said.replace("1", "2") in words(lang)("text.notes.filled_map", n=2)
