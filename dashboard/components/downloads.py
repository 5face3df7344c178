"""The section of the data page that says what can be taken away: files of the table, the whole set."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from dashboard.components.page import section
from dashboard.components.table import Cell, table
from dashboard.edition import edition
from dashboard.exports.package import DESCRIPTOR, ENDINGS, WHOLE
from dashboard.exports.structure import FILE as STRUCTURE
from dashboard.i18n import Words
from dashboard.tables import tables
from dashboard.text.subject import subject_of
from dashboard.view import View

# The files of the table by the key of their name, first the one that Excel opens in every locale, where
# a comma may be the sign of decimals; `frontend/src/table.js` keeps their addresses.
FACES = {
    "xlsx": "xlsx",
    "csv": "csv",
    "parquet": "parquet",
    "sdmx": "sdmx.csv",
    "metadata": "metadata.json",
}
FORMATS = {".parquet": "parquet", ".csv.gz": "csv"}


def downloads(words: Words, view: View) -> Component:
    """Files of the view, files of the whole tables, and their description for programs."""
    key = "pages.data.take"
    package = html.A(words(f"{key}.package"), href=_address(DESCRIPTOR, edition()))
    structure = html.A(words(f"{key}.structure"), href=_address(STRUCTURE, edition()))
    terms = words(f"{key}.terms", licence=WHOLE, version=tables().version)
    return section(
        words,
        f"{key}.title",
        html.P(words(f"{key}.lead"), className="page-lead"),
        html.H3(words(f"{key}.view")),
        _faces(words, view),
        html.H3(words(f"{key}.whole")),
        _whole(words),
        html.P([words(f"{key}.package_lead"), " ", package]),
        html.P([words(f"{key}.structure_lead"), " ", structure]),
        html.P(terms, className="figure-source"),
        className="data-take",
    )


def _faces(words: Words, view: View) -> Component:
    """A link a file; as they are for a reader without scripts, they have all years."""
    years = subject_of(view, tables()).table.years
    query = f"years={years[0]}..{years[-1]}&{view.to_query(years=(None, None))}"
    links = [
        html.Li(
            html.A(
                words(f"pages.data.take.faces.{name}"),
                href=f"/view/map.{face}?{query.rstrip('&')}",
                download="",
                **{"data-face": face},
            )
        )
        for name, face in FACES.items()
    ]
    return html.Ul(links, className="data-files")


def _whole(words: Words) -> Component:
    """A row a table: its rows, and a link with its size to each file."""
    heads = [words(f"pages.data.take.columns.{name}") for name in ("table", "rows", "files")]
    names = dict.fromkeys(file["table"] for file in tables().files)
    rows = [_row(words, name) for name in names]
    return table(words("pages.data.take.label"), heads, rows, numbers=[1])


def _row(words: Words, name: str) -> list[Cell]:
    files = [file for file in tables().files if file["table"] == name]
    rows = words.number(files[0]["rows"])
    return [words(f"pages.data.take.tables.{name}"), rows, list(_links(words, name))]


def _links(words: Words, name: str) -> Iterator[Component]:
    for file in tables().files:
        if file["table"] != name:
            continue
        ending = next(ending for ending in ENDINGS if file["name"].endswith(ending))
        text = words(
            "pages.data.take.file",
            format=words(f"pages.data.take.faces.{FORMATS[ending]}"),
            number=words.number(round(file["bytes"] / 1000)),
        )
        href = _address(file["name"], tables().edition_of(file["name"]))
        yield html.A(text, href=href, download=file["name"], className="data-file")


def _address(name: str, version: str) -> str:
    return f"/data/{name}?v={version}"
