"""Other people's readers understand what is exported: SDMX-CSV by sdmx1, the package by its profile."""

import json
import logging
import tomllib
from functools import cache
from importlib.metadata import distribution
from io import BytesIO
from typing import Any

import orjson
import pandas as pd
import pytest
import sdmx
from jsonschema import Draft7Validator
from sdmx.model import common
from sdmx.reader.csv import Reader

from dashboard.charts.registry import EXHIBITS
from dashboard.exports.package import package_face
from dashboard.exports.structure import structure_face
from dashboard.faces import render
from dashboard.settings import I18N, TABLES
from dashboard.tables import tables
from dashboard.view import View

# As docs/url-contract.md lists the columns.
DIMENSIONS = ("FREQ", "REF_AREA", "SERIES_TYPE", "INDICATOR", "UNIT_MEASURE", "TIME_PERIOD")
CODED = ("FREQ", "REF_AREA", "SERIES_TYPE", "INDICATOR", "UNIT_MEASURE", "OBS_STATUS", "METHOD")
# What the whole table says of a value, in the letters of SDMX's CL_OBS_STATUS.
LETTERS = {"observed": "A", "not-given": "", "estimated": "E", "filled": "I"}


@cache
def structures() -> sdmx.message.StructureMessage:
    """The structure message, as sdmx1 reads it."""
    body, _ = structure_face(tables())
    message = sdmx.read_sdmx(BytesIO(body), format="XML")
    assert isinstance(message, sdmx.message.StructureMessage)
    return message


def read_back(chart: str, **chosen: Any) -> list[dict[str, str]]:
    """The observations that sdmx1 finds in a file, a record each."""
    body, _ = render(View(lang="en", **chosen), chart, "sdmx.csv", tables())
    reader = Reader()
    message = reader.convert(BytesIO(body), structures().dataflow["INDICATORS"])
    assert reader.options.custom_columns == []
    (data,) = message.data
    assert data.action is common.ActionType.information
    return [
        {
            "OBS_VALUE": one.value,
            **{name: str(one.dimension[name].value) for name in DIMENSIONS},
            **{key: part.value for key, part in one.attached_attribute.items()},
        }
        for one in data.obs
    ]


@pytest.mark.parametrize("chart", [name for name, one in EXHIBITS.items() if one.observed])
def test_sdmx1_reads_every_chart(chart: str, caplog: pytest.LogCaptureFixture) -> None:
    """Every column is a dimension, the measure or an attribute; no observation is there twice."""
    with caplog.at_level(logging.WARNING):
        found = read_back(chart, region="escap", economies=("KHM", "KIR"))
    assert found
    assert caplog.messages == []
    keys = [tuple(one[name] for name in DIMENSIONS) for one in found]
    assert len(keys) == len(set(keys))
    for column in CODED:
        assert {str(one[column]) for one in found} <= {
            *structures().codelist[f"CL_{column}"],
            *([""] if column == "OBS_STATUS" else []),
        }


def test_codes_are_named_in_six_languages() -> None:
    """The lists of the structure message say what codes mean, in the words of the pages."""
    areas = structures().codelist["CL_REF_AREA"]
    assert areas["KIR"].name.localizations == {
        "ar": "كيريباس",
        "en": "Kiribati",
        "es": "Kiribati",
        "fr": "Kiribati",
        "ru": "Кирибати",
        "zh": "基里巴斯",
    }
    assert len(areas) == 250 + 78
    named = [one.name.localizations for codes in structures().codelist.values() for one in codes]
    assert all(len(names) == 6 and all(names.values()) for names in named)


@cache
def observations() -> pd.DataFrame:
    """The whole table of values, as pandas reads it."""
    whole = pd.read_parquet(TABLES / "observations.parquet")
    return whole.set_index(["indicator", "economy", "year"])


@cache
def note_words() -> dict[str, str]:
    """What the codes of notes say in English, as the word files have it."""
    files = (I18N / "en").glob("*.toml")
    read = [tomllib.loads(path.read_text(encoding="utf-8")) for path in files]
    return {code: text for one in read for code, text in one.get("note_codes", {}).items()}


@pytest.mark.parametrize(
    ("indicator", "year", "decimals", "statuses"),
    [
        ("bandwidth-per-user", 2020, 1, {"A", "I"}),
        ("fixed-telephone", 2015, 1, {"", "I"}),
        ("internet-use", 2023, 1, {"A", "E", "I"}),
    ],
)
def test_sdmx_says_what_the_whole_table_says(
    indicator: str, year: int, decimals: int, statuses: set[str]
) -> None:
    """Value, status and note of every economy on the map are those of the table of all values."""
    seen = set()
    for one in read_back("map", indicator=indicator, year=year):
        if one["SERIES_TYPE"] != "ECONOMY":
            continue
        row = observations().loc[(indicator, one["REF_AREA"], int(one["TIME_PERIOD"]))]
        assert float(one["OBS_VALUE"]) == pytest.approx(row["value"], abs=0.500001 / 10**decimals)
        assert one["OBS_STATUS"] == LETTERS[row["status"]], one
        codes = set(row["note"].split(";")) - {""}
        filled = codes & {"interpolated", "carried"}
        assert one["METHOD"] in (filled or {row["status"]}), one
        assert all(note_words()[code] in one["COMMENT_OBS"] for code in codes - filled), one
        seen.add(one["OBS_STATUS"])
    assert seen == statuses


def test_the_package_keeps_to_its_profile() -> None:
    """The descriptor that is served is valid by the profile of Data Package 2.0, which it names."""
    kept = distribution("dplib-py").locate_file("dplib/profiles/2.0/datapackage.json")
    profile = Draft7Validator(json.loads(kept.read_text(encoding="utf-8")))
    served = orjson.loads(package_face(tables())[0])
    assert served["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [error.message for error in profile.iter_errors(served)] == []
    served["resources"][0]["schema"]["fields"][0]["type"] = "strange"
    assert not profile.is_valid(served)
