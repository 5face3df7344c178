"""The description of the service for programs (OpenAPI 3.1): every face with the parameters it reads.

Made from the table that reads the URL, the entries of the charts and the list of the faces, so it can
say nothing else than they do. In English, for machines. Never imports dash.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dashboard.charts.exhibit import ALWAYS
from dashboard.charts.registry import CHARTS, EXHIBITS
from dashboard.components.previews import EMBED
from dashboard.exports.look import LARGEST, SIZES, SMALLEST
from dashboard.exports.package import DESCRIPTOR, ENDINGS, WHOLE
from dashboard.exports.structure import FILE as STRUCTURE
from dashboard.faces import CLAIM, COURSE, PANEL, PICTURES, SDMX, all_faces
from dashboard.formats import atom, media
from dashboard.i18n import words
from dashboard.offline.pack.order import PARAMETERS as OF_PACK
from dashboard.settings import settings
from dashboard.tables import tables
from dashboard.theme import PALETTES
from dashboard.view import PARAMETERS

Described = dict[str, Any]
MEDIA = {
    "json": media.JSON,
    "csv": media.CSV,
    "xlsx": media.XLSX,
    "parquet": media.PARQUET,
    "metadata.json": media.JSON,
    SDMX: media.SDMX_CSV,
    "svg": media.SVG,
    "png": media.PNG,
    "preview": media.SVG,
    PANEL: media.SVG,
    COURSE: media.JSON,
    "pptx": media.PPTX,
    "html": media.HTML,
}
OEMBED_XML = "text/xml; charset=utf-8"
# What the checker reads: it is no exhibit, which says so itself.
OF_CLAIM = ("indicator", "year", "region", "economies", "number")
LOOK: dict[str, Described] = {
    "size": {"enum": list(SIZES)},
    "width": {"type": "integer", "minimum": SMALLEST, "maximum": LARGEST},
    "height": {"type": "integer", "minimum": SMALLEST, "maximum": LARGEST},
    "theme": {"enum": list(PALETTES)},
}
WRONG = {
    "302": "the one address of it: the newest version, a language, the parameters in their order",
    "400": "a sentence that names the parameter and what it may be",
    "404": "a sentence: there is no such face, or the data version is not kept",
    "503": "a sentence: too much is asked at once, or something is missing on the server",
}


def openapi() -> Described:
    """The whole description."""
    paths = {f"/view/{name}.{face}": _of_face(name, face) for name, face in all_faces()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": words("en")("shell.product"),
            "version": "1",
            "description": "Read-only, without a key. An address with v= never changes; without, it "
            "redirects to the newest data version. Quote no number without its year and source.",
            "license": {"name": WHOLE},
        },
        "servers": [{"url": settings().address}],
        "paths": paths | dict(_embeds()) | dict(_whole()) | dict(_others()),
        "components": {
            "parameters": {name: _parameter(name) for name in PARAMETERS},
            "responses": {
                f"answer{status}": _response(text, {"text/plain": {"schema": {"type": "string"}}})
                for status, text in WRONG.items()
            },
        },
    }


def _parameter(name: str, schema: Mapping[str, Any] | None = None) -> Described:
    """A parameter of the view, with the values that make sense for a chart where these are fewer."""
    one = PARAMETERS[name]
    return _in_query(name, schema or one.schema(), None if schema else one.allowed())


def _in_query(name: str, schema: Mapping[str, Any], told: str | None = None) -> Described:
    described = {"name": name, "in": "query", "schema": {"type": "string", **schema}}
    # Of a list, the values say more than a sentence that repeats them.
    return described if told is None or "enum" in schema else described | {"description": told}


def _of_face(name: str, face: str) -> Described:
    exhibit = EXHIBITS.get(name)
    reads = (*(exhibit.parameters if exhibit else OF_CLAIM), *ALWAYS)
    narrowed = exhibit.choices if exhibit else {}
    asked = [
        _parameter(one, {"enum": list(narrowed[one]())}) if one in narrowed else _named(one)
        for one in reads
    ]
    if face in PICTURES:
        asked += [_in_query(one, schema) for one, schema in LOOK.items()]
    what = "A number beside the tables" if (name, face) == CLAIM else f"{name} as {face}"
    return _get(f"{name}_{face.replace('.', '_')}", what, asked, MEDIA[face])


def _named(name: str) -> Described:
    return {"$ref": f"#/components/parameters/{name}"}


def _get(
    operation: str,
    summary: str,
    parameters: list[Described],
    *kinds: str,
    wrong: Iterable[str] = WRONG,
) -> Described:
    """A path that is asked for by GET, and what it answers."""
    return {"get": _operation(operation, summary, kinds, wrong) | {"parameters": parameters}}


def _operation(
    operation: str, summary: str, kinds: Iterable[str], wrong: Iterable[str] = WRONG
) -> Described:
    told = {status: {"$ref": f"#/components/responses/answer{status}"} for status in wrong}
    content = {kind: {"schema": {"type": "object"}} if kind == media.JSON else {} for kind in kinds}
    return {
        "operationId": operation,
        "summary": summary,
        "responses": {"200": _response(summary, content), **told},
    }


def _response(text: str, content: Described) -> Described:
    return {"description": text, "content": content}


def _embeds() -> Iterator[tuple[str, Described]]:
    """The page of a chart for a frame of another site; what it cannot read in a view falls back."""
    slider = _in_query("controls", {"enum": ["1"]})
    for name in CHARTS:
        asked = [_named(one) for one in (*EXHIBITS[name].parameters, *ALWAYS)]
        told = f"{name} alone, for a frame"
        yield f"{EMBED}{name}", _get(f"embed_{name}", told, [*asked, slider], media.HTML, wrong=())


def _whole() -> Iterator[tuple[str, Described]]:
    """The whole tables, and what describes them."""
    version = [_named("v")]
    package = "The whole data set: files, columns, licences, sources (Data Package 2.0)"
    yield f"/data/{DESCRIPTOR}", _get("datapackage", package, version, media.JSON)
    structure = "The columns and codes of the SDMX-CSV faces (SDMX-ML 3.0)"
    yield f"/data/{STRUCTURE}", _get("structure", structure, version, media.SDMX_STRUCTURE)
    for file in tables().files:
        name = file["name"]
        (kind,) = (kind for ending, kind in ENDINGS.items() if name.endswith(ending))
        told = f"The whole table {file['table']}, {file['rows']} rows"
        yield f"/data/{name}", _get(f"table_{name.replace('.', '_')}", told, version, kind)


def _others() -> Iterator[tuple[str, Described]]:
    """What is had beside faces, embeds and tables."""
    narrow = [_named(name) for name in ("indicator", "economies", "lang")]
    told = "What the last builds changed, the newest first"
    yield "/changes.json", _get("changes", told, narrow, media.JSON)
    yield "/changes.atom", _get("changes_feed", told, narrow, atom.MEDIA)
    languages = {"pattern": "^[a-z]{2}(~[a-z]{2})*$"}
    asked = [
        _in_query(name, languages) if name == "languages" else _named(name) for name in OF_PACK
    ]
    yield "/pack.zip", _get("pack", "A region in files that need no server", asked, media.ZIP)
    yield "/deck.pptx", {"post": _deck()}
    yield "/oembed", _oembed()
    health = "Version and edition of the data, their age, and what the last refresh said"
    yield "/health", _get("health", health, [], media.JSON, wrong=())


def _deck() -> Described:
    """Several views, each as "trend?indicator=fixed-broadband", as one file of slides."""
    view = {"type": "string", "pattern": "^[a-z-]+(\\?.*)?$"}
    form = {"type": "object", "properties": {"view": {"type": "array", "items": view}}}
    content = {"application/x-www-form-urlencoded": {"schema": form}}
    wrong = ("400", "404", "503")
    made = _operation("deck", "A slide a view, in their order", (media.PPTX,), wrong)
    return made | {"requestBody": {"required": True, "content": content}}


def _oembed() -> Described:
    """How to embed the page at an address of this dashboard (oEmbed 1.0)."""
    size = {"type": "integer", "minimum": 1}
    asked = [
        _in_query("url", {"format": "uri"}) | {"required": True},
        _in_query("format", {"enum": ["json", "xml"]}),
        *(_in_query(name, size) for name in ("maxwidth", "maxheight")),
    ]
    told = "How to embed the page at an address (oEmbed 1.0)"
    return _get("oembed", told, asked, media.JSON, OEMBED_XML, wrong=("404",))
