"""Faces: what a program or a spreadsheet gets of a view."""

import csv
import io
import re
from typing import Any

import orjson
import plotly.graph_objects as go
import pytest

from dashboard.faces import FaceError, render
from dashboard.figures.map import class_of
from dashboard.formats.csv import safe
from dashboard.formats.media import CSV
from dashboard.i18n import Words
from dashboard.packing import letters, runs, steps
from dashboard.rows.sheet import HEADER
from dashboard.tables import Tables
from dashboard.view import View
from tests.tiny import ECONOMIES, YEARS


def face(tables: Tables, chart: str, **view: Any) -> dict[str, Any]:
    """The JSON face of a view, read back."""
    body, _ = render(View(**{"lang": "en", **view}), chart, "json", tables)
    read: dict[str, Any] = orjson.loads(body)
    return read


def rows(tables: Tables, chart: str, **view: Any) -> list[dict[str, str]]:
    """The rows of the CSV face of a view."""
    body, media_type = render(View(**{"lang": "en", **view}), chart, "csv", tables)
    assert media_type == CSV
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("chart", ["map", "trend", "gap"])
@pytest.mark.parametrize("lang", ["en", "zh", "ar", "fr", "ru", "es"])
def test_every_json_face_has_figure_words_and_passport(
    tables: Tables, chart: str, lang: str
) -> None:
    """Each chart's face holds a valid figure, its words and its passport, in every language."""
    found = face(tables, chart, lang=lang)
    go.Figure(found["figure"])
    assert found["text"]["title"]
    assert found["text"]["sentence"]
    assert found["text"]["source"]
    assert found["text"]["notes"]
    assert found["passport"]["sources"]


def test_unknown_face_is_named() -> None:
    """A face that does not exist is refused with a sentence that lists those that do."""
    with pytest.raises(FaceError, match=r"no face map\.pdf; map has json, csv"):
        render(View(), "map", "pdf", None)  # type: ignore[arg-type]


def test_map_face_holds_every_year(tables: Tables) -> None:
    """The map's face has all it takes to change years without another request."""
    found = face(tables, "map", region="escap")
    assert found["years"] == YEARS
    assert len(found["texts"]) == len(YEARS)
    assert {len(part) for part in found["series"].values()} == {len(found["economies"])}
    assert len(found["colors"]) == len(found["legend"]) == len(found["limits"]) + 1


def test_the_course_of_a_map_is_its_json_without_the_figure(tables: Tables) -> None:
    """Everything else is the same; a chart that asks for each year anew has no such face."""
    view = View(lang="en", region="escap")
    course = orjson.loads(render(view, "map", "course", tables)[0])
    whole = face(tables, "map", region="escap")
    assert set(whole) - set(course) == {"figure"}
    assert course == {name: part for name, part in whole.items() if name != "figure"}
    with pytest.raises(FaceError, match=r"no face spread\.course"):
        render(View(), "spread", "course", tables)


def unpacked(steps: str, years: int, decimals: int) -> list[float | None]:
    """The values of packed steps, as `frontend/src/packing.js` reads them."""
    whole, step, values = 0, 0, list[float | None]()
    for digits, last in re.findall(r"([a-z]*)([A-Z.])", steps):
        if last == ".":
            values.append(None)
            continue
        folded = 0
        for letter in digits + last.lower():
            folded = folded * 26 + ord(letter) - ord("a")
        change = -(folded + 1) // 2 if folded % 2 else folded // 2
        step = step + change if steps.startswith("~") else change
        whole += step
        values.append(whole / 10**decimals)
    return values + [None] * (years - len(values))


@pytest.mark.parametrize("code", ECONOMIES)
def test_packed_values_are_the_tables(tables: Tables, code: str) -> None:
    """Steps lead back to the values of the table, to the last decimal, with the gaps in place."""
    found = face(tables, "map")
    at = found["economies"].index(code)
    series = {name: part[at] for name, part in found["series"].items()}
    values = unpacked(series["steps"], len(YEARS), found["decimals"])
    assert values == ECONOMIES[code]["values"]
    assert series["status"] == ECONOMIES[code]["status"].replace(".", "")


def test_notes_are_runs_of_years() -> None:
    """A note of three years running is said once, and a break of it is kept."""
    notes = {"2010": [0], "2011": [0, 1], "2014": [0]}
    assert runs(notes, [2010, 2011, 2012, 2014]) == [(0, 2, 0), (3, 1, 0), (1, 1, 1)]


@pytest.mark.parametrize(
    ("step", "text"), [(0, "A"), (-1, "B"), (1, "C"), (13, "bA"), (68, "fG"), (-338, "zZ")]
)
def test_small_steps_are_one_letter(step: int, text: str) -> None:
    """Steps are base 26 with the last digit in capitals, so that none needs a separator."""
    assert letters(step) == text


def test_steps_do_not_add_up_errors() -> None:
    """Rounded steps never drift: every value is within half of the last decimal."""
    values = [0.04 * k for k in range(200)]
    read = unpacked(steps(values, 1), len(values), 1)
    assert all(abs(a - (b or 0)) <= 0.05 + 1e-9 for a, b in zip(values, read, strict=True))


def test_figure_and_series_agree(tables: Tables) -> None:
    """The figure of the face shows the latest year of its own series."""
    found = face(tables, "map")
    at = found["years"].index(found["latest"])
    for level, line in zip(found["figure"]["data"][1]["z"], found["series"]["steps"], strict=True):
        value = unpacked(line, len(found["years"]), found["decimals"])[at]
        assert level == class_of(value, found["limits"])
    assert found["text"]["title"] == found["texts"][at]["title"]


def test_csv_has_the_passport_in_every_row(tables: Tables) -> None:
    """Every row of every CSV has unit, status, source, vintage and licence."""
    for chart in ("map", "trend", "gap"):
        found = rows(tables, chart, economies=("KIR",))
        assert tuple(found[0]) == HEADER
        needed = ("unit", "status", "source", "vintage", "licence")
        assert all(row[name] for row in found for name in needed)


def test_csv_opens_in_spreadsheets(tables: Tables) -> None:
    """The file starts with a byte order mark, so that spreadsheets read names in every script."""
    body, _ = render(View(lang="zh"), "map", "csv", tables)
    assert body.startswith(b"\xef\xbb\xbfcode,name,")
    assert "中国" in body.decode()


def test_map_csv_is_the_map(tables: Tables) -> None:
    """The map's CSV has the values of its year, and of all years of the span if one is given."""
    assert {row["year"] for row in rows(tables, "map", year=2010)} == {"2010"}
    every = rows(tables, "map", years=(2005, 2010))
    assert {row["year"] for row in every} == {"2005", "2008", "2009", "2010"}


def test_csv_tells_filled_from_observed(tables: Tables) -> None:
    """The status and the note of a filled value say that it was filled."""
    kiribati = {
        row["year"]: row
        for row in rows(tables, "trend", economies=("KIR",))
        if row["code"] == "KIR"
    }
    assert kiribati["2008"]["status"] == "observed"
    assert kiribati["2009"]["status"] == "interpolated"
    assert kiribati["2009"]["note"]
    assert "2011" not in kiribati


def test_csv_says_what_a_group_value_rests_on(tables: Tables) -> None:
    """The note of the world's value has its economies, its coverage and the share that we filled."""
    (world,) = [
        row
        for row in rows(tables, "trend")
        if (row["code"], row["year"], row["status"]) == ("world", "2010", "computed")
    ]
    assert all(said in world["note"] for said in ("4", "10", "90%", "12%"))


def test_trend_csv_keeps_published_apart(tables: Tables) -> None:
    """What a publisher printed for a group has a status of its own beside what we computed."""
    world = [
        row
        for row in rows(tables, "trend", editions="newest")
        if row["code"] == "world" and row["year"] == "2010"
    ]
    assert [(row["status"], row["value"]) for row in world] == [
        ("computed", "28.9"),
        ("published", "28.8"),
    ]
    assert "90%" in world[0]["note"]


def test_gap_csv_has_every_measure(tables: Tables) -> None:
    """The gap's CSV has both groups and every measure; years without number stay words."""
    found = [row for row in rows(tables, "gap") if row["year"] == "2005"]
    assert [row["value"] for row in found] == ["50.9", "7.8", "43.1", "6.5", "2.51", "before"]
    assert len({(row["code"], row["unit"]) for row in found}) == len(found)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_csv_quotes_formulas(text: str) -> None:
    """A text that a spreadsheet would take for a formula is quoted; other texts are left alone."""
    assert safe(text) == f"'{text}"
    assert safe("Fiji") == "Fiji"


def test_csv_runs_no_formulas(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """No name that reaches a file can be run as a formula."""
    monkeypatch.setattr(Words, "economy", lambda *_: "=HYPERLINK(1)")
    assert {row["name"] for row in rows(tables, "map") if row["code"] == "KIR"} == {
        "'=HYPERLINK(1)"
    }
