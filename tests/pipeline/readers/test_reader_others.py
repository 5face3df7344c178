"""The formats of the World Bank, the United Nations and compilers."""

from pathlib import Path

import pytest

from dashboard.pipeline.readers import SourceError, compilations, data360, un, unesco, world_bank
from tests.pipeline.readers.files import text

API = (
    '"Country Name","Country Code","Indicator Name","Indicator Code","1960","2010",',
    '"Aruba","ABW","Use","IT.NET.USER.ZS","","62",',
    '"World","WLD","Use","IT.NET.USER.ZS","","28.9",',
)
EGOV = (
    "Survey Year,Country Name,E-Government Rank,E-Government Index,E-Participation Index,"
    "Online Service Index,Human Capital Index,Telecommunication Infrastructure Index"
)


def test_api_header_lines(tmp_path: Path) -> None:
    """A download reads the same with its four title lines and without them."""
    titles = ('"Data Source","World Development Indicators",', "", '"Last Updated Date","2024"', "")
    whole = text(tmp_path / "a.csv", *titles, *API, bom=True)
    bare = text(tmp_path / "b.csv", *API)
    first, second = (
        [(r.entity, r.year, r.value) for r in world_bank.read_api(f)] for f in (whole, bare)
    )
    assert first == second == [("ABW", 2010, 62.0), ("WLD", 2010, 28.9)]


def test_api_line_of_fault(tmp_path: Path) -> None:
    """A fault below title lines is reported at its line in the file."""
    file = text(
        tmp_path / "a.csv", "Data Source,WDI", "", *API, "Zambia,ZMB,Use,IT.NET.USER.ZS,?,1,"
    )
    with pytest.raises(SourceError, match=r"^a\.csv, line 6: '\?' stands"):
        list(world_bank.read_api(file))


def test_databank_footer(tmp_path: Path) -> None:
    """The footer of an extract is no data, and two points are missing."""
    file = text(
        tmp_path / "a.csv",
        "Country Name,Country Code,Series Name,Series Code,2019 [YR2019],2020 [YR2020]",
        "Afghanistan,AFG,Servers,IT.NET.SECR.P6,..,34.9",
        ",,,,,",
        "Last Updated: 05/25/2022,,,,,",
    )
    assert [(r.year, r.value) for r in world_bank.read_databank(file)] == [(2020, 34.9)]


def test_long_list(tmp_path: Path) -> None:
    """A list with a line a year has a single series without a code."""
    file = text(tmp_path / "a.csv", "Country Name,Country Code,Year,Value", "Aruba,ABW,1960,54922")
    (record,) = world_bank.read_long(file)
    assert (record.series, record.year, record.value) == ("", 1960, 54922)


def test_snapshot(tmp_path: Path) -> None:
    """One year of one indicator; a damaged object is a sentence."""
    good = text(
        tmp_path / "a.json", '{"providerCode": "P2", "year": 2024, "valuesByIso3": {"AGO": 0.21}}'
    )
    (record,) = world_bank.read_latest_year(good)
    assert (record.entity, record.series, record.year, record.value) == ("AGO", "P2", 2024, 0.21)
    with pytest.raises(SourceError, match=r"^b\.json: the file cannot be read"):
        list(world_bank.read_latest_year(text(tmp_path / "b.json", '{"year": 2024}')))


def test_data360_dimensions(tmp_path: Path) -> None:
    """Breakdowns keep their dimensions, so that the total can be told from women."""
    file = text(
        tmp_path / "a.csv",
        "REF_AREA,INDICATOR,SEX,AGE,URBANISATION,TIME_PERIOD,OBS_VALUE",
        "ALB,DAY,_T,_T,_T,2019,60",
        "ALB,DAY,F,_T,_T,2019,58",
    )
    assert [(r.value, r.dims["SEX"]) for r in data360.read(file)] == [(60.0, "_T"), (58.0, "F")]


def test_owid_region_row(tmp_path: Path) -> None:
    """A row that names only a region has no value, and trailing empty columns do not matter."""
    file = text(
        tmp_path / "a.csv",
        "Entity;Code;Year;GDP per capita;World regions;",
        "Afghanistan;AFG;2022;1981.7;;",
        "Afghanistan;AFG;2023;;Asia;",
        "Asia;;2022;9000;;",
    )
    (record,) = compilations.read_owid(file)
    assert (record.entity, record.series, record.value) == ("AFG", "GDP per capita", 1981.7)


def test_table_by_year(tmp_path: Path) -> None:
    """Lower-case codes are those that others write in capitals; each further column is a series."""
    file = text(tmp_path / "a.csv", "geo,time,women,men", "abw,2005,7.97,8", "afg,2006,,9")
    found = [(r.entity, r.series, r.year, r.value) for r in compilations.read_by_year(file)]
    assert found == [
        ("ABW", "women", 2005, 7.97),
        ("ABW", "men", 2005, 8.0),
        ("AFG", "men", 2006, 9.0),
    ]


def test_skills_of_everybody(tmp_path: Path) -> None:
    """An empty sex or location stands for everybody, and can be selected as such."""
    file = text(
        tmp_path / "a.csv",
        "series,skill,sex,age,location,country,year,value",
        "X,SHEET,,,,are,2016,67.3",
        "X_F_RUR,SHEET,F,,RUR,are,2016,60",
    )
    found = [(r.entity, r.series, r.value, r.dims) for r in unesco.read_skills(file)]
    assert found == [
        ("ARE", "SHEET", 67.3, {"sex": "", "age": "", "location": ""}),
        ("ARE", "SHEET", 60.0, {"sex": "F", "age": "", "location": "RUR"}),
    ]


def excluded(tmp_path: Path, line: str) -> dict[str, str]:
    """The reasons of a survey line, by series."""
    return {r.series: r.excluded for r in un.read_egov(text(tmp_path / "a.csv", EGOV, line))}


def test_not_assessed(tmp_path: Path) -> None:
    """A zero where nothing was assessed is left out with its reason; what was measured stays."""
    reasons = excluded(tmp_path, '2003,"Iraq ",174,0.00000,0.00000,0.00000,0.93000,0.01578')
    assert reasons == {"egdi": "not-assessed", "epi": "not-assessed", "osi": "not-assessed",
                       "hci": "", "tii": ""}  # fmt: skip


@pytest.mark.parametrize(("survey", "reason"), [(2005, "not-assessed"), (2014, "")])
def test_zero_participation(tmp_path: Path, survey: int, reason: str) -> None:
    """A zero of e-participation was no score until 2005, and is the lowest score today."""
    line = f'{survey},"Kenya ",118,0.29924,0.00000,0.15720,0.72000,0.02052'
    assert excluded(tmp_path, line)["epi"] == reason


def test_survey_of_2024(tmp_path: Path) -> None:
    """The renamed columns of 2024 are the same indices; names lose their trailing blank."""
    file = text(
        tmp_path / "a.csv",
        "Survey Year,Country,Rank,E_Index,E_Participation,Online_Service,Human_Capital,Tele_Infra",
        "2024,Iraq ,148,0.45721,0.0959,0.18755,0.49672,0.68736",
    )
    first = next(iter(un.read_egov(file)))
    assert (first.entity, first.series, first.value) == ("Iraq", "egdi", 0.45721)


def test_survey_without_index(tmp_path: Path) -> None:
    """A survey file that lost a column names it."""
    file = text(tmp_path / "a.csv", "Survey Year,Country Name", "2022,Iraq")
    with pytest.raises(SourceError, match="the column 'E-Government Index' is missing"):
        list(un.read_egov(file))


def test_sdg_series(tmp_path: Path) -> None:
    """An SDG figure keeps its dimensions, says whether the United Nations estimated it, or that nobody says."""
    file = text(
        tmp_path / "a.csv",
        "education_level,geo_area,nature,units,year,se_acc_comp",
        "lowsec,8,c,percent,2018,71.3",
        "lowsec,9,e,percent,2018,59.7",
        "lowsec,10,notspec,percent,2018,41.0",
    )
    records = list(un.read_sdg(file))
    statuses = ["observed", "estimated", "not-given"]
    assert [r.status for r in records] == statuses
    assert records[0].dims["education_level"] == "lowsec"
