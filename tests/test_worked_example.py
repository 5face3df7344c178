"""The chart that `docs/how-to-add.md` adds, added: every block is run as it stands there."""

import csv
import io
import re
import sys
import tomllib
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import orjson
import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard import i18n
from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts import registry
from dashboard.faces import faces_of, render
from dashboard.settings import ROOT, TABLES
from dashboard.tables import tables
from dashboard.view import View

DOCUMENT = (ROOT / "docs" / "how-to-add.md").read_text(encoding="utf-8")
# Each block says in its first line where it goes.
BLOCKS = dict(re.findall(r"```(?:python|toml)\n# (\S+)\n(.*?)```", DOCUMENT, re.DOTALL))
MODULES = ("text", "rows", "figures")
FACES = ("json", "csv", "xlsx", "parquet", "metadata.json", "sdmx.csv", "svg", "pptx", "html")


def _flat(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


@pytest.fixture
def middle(monkeypatch: pytest.MonkeyPatch) -> str:
    """The chart of the document, in the registry for the length of a test."""
    known: dict[str, Any] = vars(registry).copy()
    for key, text in _flat(tomllib.loads(BLOCKS["data/i18n/en/middle.toml"])):
        for lang in LANGUAGES:
            monkeypatch.setitem(i18n._texts(lang), key, text)  # type: ignore[arg-type]
    for room in MODULES:
        name = f"dashboard.{room}.middle"
        module = ModuleType(name)
        monkeypatch.setitem(sys.modules, name, module)
        exec(BLOCKS[f"dashboard/{room}/middle.py"], vars(module))  # our own document
        known |= {key: value for key, value in vars(module).items() if not key.startswith("_")}
    # The entry is put into a copy, and taken over for this test.
    known["EXHIBITS"] = {}
    exec(BLOCKS["dashboard/charts/registry.py"], known)  # our own document
    (entry,) = known["EXHIBITS"].values()
    monkeypatch.setitem(registry.EXHIBITS, "middle", entry)
    monkeypatch.setitem(registry.CHARTS, "middle", entry)
    return "middle"


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("lang", ["en", "ar", "zh"])
def test_the_chart_of_the_document_has_every_face(middle: str, face: str, lang: str) -> None:
    """A figure, words, rows and one entry are enough for all that a chart exists as."""
    assert face in faces_of(middle)
    assert render(View(region="escap", lang=lang), middle, face, tables())[0]


def test_the_chart_of_the_document_is_true(middle: str) -> None:
    """Its line is the median that pandas finds in the whole table, and its rows are the line."""
    view = View(region="escap", indicator="fixed-broadband", lang="en")
    face = orjson.loads(render(view, middle, "json", tables())[0])
    go.Figure(face["figure"])
    (line,) = face["figure"]["data"]
    members = pd.read_csv(ROOT / "data" / "catalogue" / "members.csv", keep_default_na=False)
    own = members[(members.group == "escap") & (members.counted == "yes")].economy
    whole = pd.read_parquet(TABLES / "observations.parquet")
    ours = whole[(whole.indicator == "fixed-broadband") & whole.economy.isin(own)]
    wanted = ours.groupby("year").value.median()
    drawn = dict(zip(line["x"], line["y"], strict=True))
    assert drawn[2020] == pytest.approx(wanted[2020], abs=0.01)
    text = render(view, middle, "csv", tables())[0].decode("utf-8-sig")
    rows = {int(row["year"]): float(row["value"]) for row in csv.DictReader(io.StringIO(text))}
    assert rows == {year: value for year, value in drawn.items() if value is not None}


def test_the_document_names_every_file_of_a_chart() -> None:
    """Figure, words, rows, entry and texts: five files, and no other list."""
    assert sorted(BLOCKS) == [
        "dashboard/charts/registry.py",
        "dashboard/figures/middle.py",
        "dashboard/rows/middle.py",
        "dashboard/text/middle.py",
        "data/i18n/en/middle.toml",
    ]
