"""The register of programmes says what the reports say, once, with what limits it."""

import re
from pathlib import Path
from shutil import copy

import pytest

from dashboard.catalogue import CatalogueError
from dashboard.catalogue.programmes import load_register, register
from dashboard.i18n import words
from dashboard.settings import CATALOGUE, I18N
from dashboard.text.programmes import counted, is_mapped, recorded, took_place, town, what, where
from dashboard.view import View

NEED = {"number": 2, "below": 9, "region": "R", "value": "50%", "year": 2024}
FILES = ("documents.csv", "events.csv", "programme_figures.csv")


def test_register_is_whole() -> None:
    """156 records and 102 figures from five reports."""
    assert len(register().events) == 156
    assert len(register().figures) == 102
    assert len(register().documents) == 5


def test_what_did_not_take_place_is_marked() -> None:
    """Five activities were planned when the report was written, one was postponed.

    The committee's session of August 2018 is on the cover of a report that was written for it.
    """
    statuses = [event.status for event in register().events]
    assert statuses.count("planned") == 5
    session = next(e for e in register().events if e.id == "escap-cictsti-2018-0-escap-tha")
    assert session.status == "planned"
    assert statuses.count("postponed") == 1
    postponed = next(event for event in register().events if event.status == "postponed")
    assert (postponed.economy, postponed.start) == ("MYS", "2007-10")


def test_one_activity_in_two_reports_counts_once() -> None:
    """The alliance's meeting in Kuala Lumpur is in two reports."""
    events = recorded(View(economies=("MYS",), programme="gaid"))
    assert len(events) == 2
    assert [event.document for event in counted(events)] == ["a-61-254"]


def test_plans_are_no_activity() -> None:
    """Kenya and Türkiye have a planned record only; need is not hidden behind it."""
    done = {event.economy for event in took_place(register().events)}
    assert not {"KEN", "TUR"} & done


def test_a_doubtful_place_is_not_on_the_map() -> None:
    """The parliaments' conference of 2010 is printed for Geneva and was held in Midrand."""
    event = next(e for e in register().events if e.programme == "undesa-ipu")
    assert not is_mapped(event)
    assert event.point is None


def test_a_record_is_worded_in_the_language_of_the_page() -> None:
    """Name and town of a record come from the words; a record without a town has none."""
    accra = next(event for event in register().events if event.city == "accra")
    assert what(words("en"), accra) == "African regional preparatory conference of WSIS"
    assert where(words("en"), accra) == "Accra, Ghana"
    assert where(words("zh"), accra) == "加纳，阿克拉"
    assert town(words("en"), next(event for event in register().events if not event.city)) == ""


# Paragraphs read in the reports, with the economies that they name; empty where they name none.
NAMED = {
    ("e-2006-63", 55): {"NGA", "ZAF", "BRA", "USA"},
    ("e-2006-63", 26): {"CHE"},
    ("a-61-254", 6): set(),
    ("a-66-64", 22): {"TZA"},
    ("a-66-64", 24): set(),
    ("a-66-64", 31): {"EGY", "SYR"},
    ("a-66-64", 38): {"CHL"},
    ("a-66-64", 41): set(),
    ("a-66-64", 76): {"ESP", "IND"},
    ("a-66-64", 80): set(),
    ("a-66-64", 88): set(),
    ("a-66-64", 103): set(),
    ("a-66-64", 113): {"UGA"},
    ("a-66-64", 114): {"COG", "GAB"},
    ("a-66-64", 117): {"NGA", "SEN"},
    ("a-66-64", 118): {"TZA", "AUT"},
    ("a-66-64", 131): {"SLB"},
    ("a-66-64", 134): {"HTI"},
    ("a-66-64", 141): set(),
    ("a-66-64", 147): {"RUS"},
}


@pytest.mark.parametrize(("where", "economies"), NAMED.items())
def test_what_a_paragraph_names_is_recorded(where: tuple[str, int], economies: set[str]) -> None:
    """Activities of these paragraphs are in the register, in the economies that they name."""
    found = [e for e in register().events if (e.document, e.paragraph) == where]
    assert found
    assert {event.economy for event in found} - {""} == economies


def test_the_panel_of_december_2010_counts_once() -> None:
    """Two paragraphs of one report tell of the same meeting; only one gives its day."""
    meetings = [
        e for e in register().events if e.start.startswith("2010-12") and e.programme == "cstd"
    ]
    assert {e.paragraph for e in meetings} == {103, 149}
    assert [e.start for e in counted(meetings)] == ["2010-12-17"]


def test_a_town_that_the_report_does_not_name_is_marked() -> None:
    """The report gives four institutions and trainings a country only; their rows say so."""
    marks = {
        event.id.removeprefix("escap-cictsti-2018-"): event.remarks for event in register().events
    }
    for name in ("20-primer-series-khm", "20-primer-series-khm-2", "20-primer-series-ind-2"):
        assert "place-of-seat" in marks[name]
    for name in ("11-wifi-arm", "11-wifi-ind-2", "11-wifi-khm", "11-wifi-phl-3"):
        assert "place-inferred" in marks[name]


def test_only_the_report_of_the_working_group_is_dated() -> None:
    """Paragraph 53 dates the group's report (July 2005), not the appointment of its members."""
    figure = next(one for one in register().figures if one.id == "e-2006-63-53-1")
    assert (figure.period, figure.caveats) == ("2005-07", ("report-dated",))


def test_symbols_say_how_they_are_known() -> None:
    """The Second Committee's report of 2011 names A/66/64-E/2011/77; A/61/254 is not confirmed."""
    known = {one.symbol: one.symbol_status for one in register().documents.values()}
    assert known["A/66/64-E/2011/77"] == "found"
    assert known["A/61/254"] == "unconfirmed"


# Words of the Chinese reports themselves, and what must not stand for them.
CHINESE = {
    "妇女信通技术前沿计划": "妇女信通技术前沿倡议",
    "国际助老社区理事会": "国际文化与城市会议",
    "2006年以来的参与者": "学员",
    "无线因特网协会": "无线互联网研究所",
    "攀登科技高峰": "推广科学技术以实现",
    "行动方针促进者年度会议": "行动方面协调机构",
    "信通技术为全人类服务": "信通技术惠及所有人",
    "互联网之外？――今后的网络和服务创新": "超越互联网",
    "第三次电子拉加问题部长级会议": "eLAC",
    "世界电子议会大会": "世界电子议会会议",
    "世界电信发展会议": "世界电信发展大会",
    "全球工业领袖论坛": "行业领袖",
    "促进企业发展公共政策问题能力建设专题研讨会": "促进商业发展",
    "家庭和其他指标": "住户及其他指标",
    "促进受冲突影响环境中的妇女人权和参与": "受冲突影响环境中的参与国际",
    "海洋科学技术研究院": "海洋科学技术院",
    "吉尔吉斯斯坦国立理工大学": "吉尔吉斯国立",
    "亚达纳邦网络城理工大学": "亚德那蓬",
    "萨巴耶夫大学": "萨特巴耶夫",
    "加查马达大学": "加札马达",
    "巴杜拉": "巴杜勒",
    "基里诺奇": "基利诺奇",
    "蒂鲁帕蒂": "蒂鲁伯蒂",
    "青年人信通技术促进发展入门系列": "青年信通技术",
}


@pytest.mark.parametrize(("own", "foreign"), CHINESE.items())
def test_chinese_words_are_the_reports_own(own: str, foreign: str) -> None:
    """Names follow the Chinese text as issued, not a translation back from English."""
    folder = I18N / "zh"
    said = "".join(
        (folder / f"{name}.toml").read_text("utf-8") for name in ("register", "programmes")
    )
    assert own in said
    assert foreign not in said


def test_a_selection_is_not_called_the_reports() -> None:
    """Where the register has nothing, the sentence speaks of the register, not of the reports."""
    assert "in this register" in words("en")("pages.programmes.brief.none")
    assert "in this register" in words("en")("pages.programmes.need.sentence", n=2, **NEED)
    assert (
        words("en")("text.programmes.none") == "No activity in this register matches this choice."
    )


def test_a_figure_is_known_by_its_paragraph() -> None:
    """The id of a figure says where it is printed, so that its words can be found."""
    for figure in register().figures:
        assert re.fullmatch(rf"{figure.document}-{figure.paragraph}-\d+", figure.id)


def test_views_narrow_the_register() -> None:
    """Region, programme, type and years leave what they name."""
    pacific = recorded(View(region="escap", programme="wifi", activity="launch"))
    assert {event.economy for event in pacific} == {"ARM", "BGD", "IND", "KGZ", "KHM", "LKA", "PHL"}
    assert {e.year for e in recorded(View(years=(2010, 2010)))} == {2010}
    assert recorded(View(region="eclac", programme="wifi")) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("events.csv", ",held,", ",cancelled,"),
        ("events.csv", "e-2006-63,36", "e-1999-1,36"),
        ("programme_figures.csv", "cumulative", "exact"),
        ("programme_figures.csv", "e-escap-65-8-4-1", "e-escap-65-8-2-1"),
        ("documents.csv", "id,symbol", "id,name"),
        ("documents.csv", ",found", ",recalled"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, file: str, old: str, new: str) -> None:
    """A slip in a file stops the start with a sentence that names the file."""
    for name in FILES:
        copy(CATALOGUE / name, tmp_path)
    path = tmp_path / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"\.csv"):
        load_register(tmp_path)
