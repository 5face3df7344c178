"""ITU's formats, each with the traps that its files hold."""

from pathlib import Path

import pytest

from dashboard.pipeline.readers import (
    SourceError,
    itu_aggregates,
    itu_datahub,
    itu_households,
    itu_idi,
    itu_internet_by_sex,
    itu_spreadsheet,
    itu_tracker,
    price_baskets,
    price_medians,
)
from tests.pipeline.readers.files import Cell, text, workbook

DATAHUB = (
    "seriesID,seriesCode,seriesName,seriesUnits,entityIso,dataValue,dataYear,dataNote,dataSource"
)


def test_datahub_series(tmp_path: Path) -> None:
    """A count labelled "per 100 people" stays a count: the series code decides, not the unit."""
    file = text(
        tmp_path / "a.csv",
        DATAHUB,
        '1,i4213tfbb,Fixed,"per 100 people",ABW,"1399.0",2003,"Preliminary",""',
        '2,i992b,Fixed,"per 100 people",ABW,"1.4",2003,"","ITU estimate."',
        bom=True,
    )
    count, rate = itu_datahub.read(file)
    assert (count.series, count.value, count.status) == ("i4213tfbb", 1399.0, "observed")
    assert count.notes == ("preliminary",)
    assert (rate.series, rate.value, rate.status) == ("i992b", 1.4, "estimated")


def test_repeated_remark(tmp_path: Path) -> None:
    """A remark on a break that is copied to later years does not break the series every year."""
    remark = "Break in comparability. Aged 15+"
    lines = [f"1,xHH6_IDI,Homes,%,MDA,{n},{n},{remark}," for n in (2019, 2020)]
    first, second = itu_datahub.read(text(tmp_path / "a.csv", DATAHUB, *lines))
    assert (first.notes, second.notes) == (("age-15-plus", "break"), ("age-15-plus",))


def test_datahub_faults(tmp_path: Path) -> None:
    """Text for a number names file and line; a missing column is named."""
    broken = text(
        tmp_path / "a.csv", DATAHUB, "1,i99H,Use,%,ABW,5,2003,,", "1,i99H,Use,%,AFG,x,3,,"
    )
    with pytest.raises(SourceError, match=r"^a\.csv, line 3: 'x' stands"):
        list(itu_datahub.read(broken))
    short = text(tmp_path / "b.csv", "seriesCode,entityIso,dataValue", "i99H,ABW,5")
    with pytest.raises(SourceError, match=r"^b\.csv, line 1: the column 'dataYear' is missing"):
        list(itu_datahub.read(short))


def test_spreadsheet(tmp_path: Path) -> None:
    """Every sheet with value columns is read; the sheet of definitions is not."""
    header = ["Indicator", "Country", "2010_value", "2010_notes", "2010_source"]
    file = workbook(
        tmp_path / "a.xlsx",
        {
            "i112": [header, ["Lines", "Albania ", 331000, "Aged 15+", "ITU estimate. "]],
            "Definitions": [["Indicator Name"], ["i112"]],
        },
    )
    (record,) = itu_spreadsheet.read(file)
    assert (record.entity, record.series, record.year) == ("Albania", "i112", 2010)
    assert (record.value, record.status, record.notes) == (331000, "estimated", ("age-15-plus",))


def test_spreadsheet_without_values(tmp_path: Path) -> None:
    """A workbook of another shape is a sentence."""
    file = workbook(tmp_path / "a.xlsx", {"Data": [["Country", "2010"], ["Albania", 3]]})
    with pytest.raises(SourceError, match=r"^a\.xlsx, line 1: no sheet has columns such as"):
        list(itu_spreadsheet.read(file))


def households(value: Cell, year: Cell) -> list[list[Cell]]:
    """The two-line header of the household indicators, and one economy."""
    return [
        ["Core Household Indicators"],
        ["", "", "", "(HH1)", "", "Year", "(HH4)", "", "Year"],
        ["", "", "", "Radio", "", "of data", "Computer", "", "of data"],
        [1.0, "Albania", "", value, "\N{SUPERSCRIPT FOUR}", year, "20.2", "", 2018.0],
        ["...", "", "Data not available", "", "", "", "", "", ""],
    ]


def test_households(tmp_path: Path) -> None:
    """A dash is zero, three points are missing, and each indicator has a year of its own."""
    file = workbook(tmp_path / "a.xlsx", {"Sheet": households("-", 2016.0)})
    records = [(r.series, r.value, r.year) for r in itu_households.read(file)]
    assert records == [("HH1", 0.0, 2016), ("HH4", 20.2, 2018)]
    file = workbook(tmp_path / "b.xlsx", {"Sheet": households("...", "")})
    assert [r.series for r in itu_households.read(file)] == ["HH4"]


def test_households_without_year(tmp_path: Path) -> None:
    """A value without its year stops the build at its line."""
    file = workbook(tmp_path / "a.xlsx", {"Sheet": households("52.6", "")})
    with pytest.raises(SourceError, match=r"^a\.xlsx, line 4: '' stands where a year"):
        list(itu_households.read(file))


BY_SEX: list[list[Cell]] = [
    ["Individuals using the Internet"],
    ["", "", "Latest", "All", "", "Gender", "", "", "Urban", "", "", "Rural", ""],
    ["Economy name", "", "year", "Individuals", "", "Male", "", "Female", "Total", "Male", "",
     "Total", "Male"],
    ["Algeria", "", 2018.0, "49.0", "", "55.1", "", "42.9", "56.2", "61.7", "", "...", "..."],
    ["", "", "", "", "", "", "", "", "", "", "", "", ""],
    ["Source:", "ITU", "", "", "", "", "", "", "", "", "", "", ""],
]  # fmt: skip


def test_internet_by_sex(tmp_path: Path) -> None:
    """Men and women of all areas are read, not those of urban areas; the age scope comes along."""
    scope: list[list[Cell]] = [["Country", "In-scope"], ["Algeria", "Population age 15+"]]
    file = workbook(tmp_path / "a.xlsx", {"Use": BY_SEX, "Scope": scope})
    records = list(itu_internet_by_sex.read(file))
    expected = {"all": 49.0, "male": 55.1, "female": 42.9, "urban": 56.2}
    assert {r.series: r.value for r in records} == expected
    assert {r.notes for r in records} == {("age-15-plus",)}


def test_price_baskets(tmp_path: Path) -> None:
    """NA is no price; economies and group medians are read from their own sheets."""
    file = workbook(
        tmp_path / "a.xlsx",
        {
            "economies_2008-2025": [
                ["IsoCode", "Economy", "Code", 2017.0, 2018.0],
                ["CPV", "Cabo Verde", "i154_FBB5_GNI", "NA", 3.31],
            ],
            "medians": [
                [""],
                [""],
                ["Code", "Unit", "Grouping", "Group", 2017.0, 2018.0, "", 2018.0],
                ["i154_FBB5_GNI", "GNIpc", "LDC", "LDC", "NA", 11.5, "", 99.0],
            ],
        },
    )
    (economy,) = price_baskets.read(file)
    assert (economy.entity, economy.series, economy.year) == ("CPV", "i154_FBB5_GNI", 2018)
    (median,) = price_medians.read(file)
    assert (median.entity, median.year, median.value) == ("LDC", 2018, 11.5)


def test_aggregates(tmp_path: Path) -> None:
    """Of two figures printed side by side, millions and per 100, the rate is read."""
    block: list[list[Cell]] = [
        ["Key ICT indicators"],
        [""],
        ["Fixed-telephone subscriptions", "Millions", "", "", "Per 100 inhabitants", ""],
        ["", 2005.0, 2006.0, "", 2005.0, 2006.0],
        ["World", 1243.2, 1260.9, "", 19.1, "N/A"],
        [""],
        ["Notes:"],
    ]
    names = itu_aggregates.SHEETS
    file = workbook(tmp_path / "a.xlsx", {names[0]: block, names[1]: block[:4]})
    (record,) = itu_aggregates.read(file)
    assert record.series == "Fixed-telephone subscriptions"
    assert (record.entity, record.year, record.value) == ("World", 2005, 19.1)


def test_aggregates_below_one_line_of_years(tmp_path: Path) -> None:
    """In the edition of 2019 one line of years serves several blocks, and its last year has a star."""
    rows: list[list[Cell]] = [
        ["Key ICT indicators"],
        ["", "(millions)", "", "Per 100 inhabitants ", ""],
        ["", 2018.0, "2019*", 2018.0, "2019*"],
        ["Fixed-telephone subscriptions", "", "", "", ""],
        ["LDCs", 8.0, 8.6, 0.8, 0.9],
        ["Fixed-broadband subscriptions", "", "", "", ""],
        ["", "", "", "", ""],
        ["LDCs", 15.0, 16.2, "N/A", 1.6],
        ["* Estimate."],
    ]
    found = itu_aggregates.read_2019(workbook(tmp_path / "a.xlsx", {"Sheet1": rows}))
    assert [(r.series.split()[0], r.entity, r.year, r.value) for r in found] == [
        ("Fixed-telephone", "LDCs", 2018, 0.8),
        ("Fixed-telephone", "LDCs", 2019, 0.9),
        ("Fixed-broadband", "LDCs", 2019, 1.6),
    ]


def test_aggregates_as_a_long_table(tmp_path: Path) -> None:
    """Of a long table the rates of groups and regions are read, not millions and no parts by sex."""
    file = text(
        tmp_path / "a.csv",
        "sheet,indicator,part,group,year,value,unit,cell",
        "By BDT region,Individuals using the Internet,absolute,ITU Africa,2024,570.0,millions,B6",
        "By BDT region,Individuals using the Internet,relative,ITU Africa,2024,38.1,%,C6",
        "By gender,Percentage of individuals using the Internet,female,ITU Africa,2024,31,%,D6",
    )
    (record,) = itu_aggregates.read_long(file)
    assert (record.entity, record.year, record.value) == ("ITU Africa", 2024, 38.1)


def test_development_index(tmp_path: Path) -> None:
    """One line gives the score of two editions; a missing one is no zero."""
    file = text(
        tmp_path / "a.csv", "economy_name,iso3,idi_score,idi_2023,year", "Albania,ALB,84.7,,2024"
    )
    assert [(r.entity, r.year, r.value) for r in itu_idi.read(file)] == [("Albania", 2024, 84.7)]


def test_development_index_edition(tmp_path: Path) -> None:
    """The heading of the scores names the edition; a file that names none is refused."""
    file = text(tmp_path / "a.csv", "iso3,idi_2025,rank", "SAU,99.2,1")
    (record,) = itu_idi.read_edition(file)
    assert (record.entity, record.year, record.value) == ("SAU", 2025, 99.2)
    with pytest.raises(SourceError, match="no column names an edition"):
        list(itu_idi.read_edition(text(tmp_path / "b.csv", "iso3,score", "SAU,99.2")))


def test_regulatory_tracker(tmp_path: Path) -> None:
    """Years head the columns, and a year that the publisher left out is simply not there."""
    header: list[Cell] = ["Economy ISO3", "Economy Name", "Indicator ID", "2020", "2022"]
    line: list[Cell] = ["AFG", "Afghanistan", "ITU.ICT.Score", 73.33, 68.3]
    file = workbook(tmp_path / "a.xlsx", {"Data": [header, line]})
    found = [(r.entity, r.series, r.year, r.value) for r in itu_tracker.read(file)]
    assert found == [
        ("AFG", "ITU.ICT.Score", 2020, 73.33),
        ("AFG", "ITU.ICT.Score", 2022, 68.3),
    ]
