"""What tells search engines what a page is: its one address, its languages, the data that it shows.

Addresses are those of the newest data. Structured data are by schema.org, as JSON-LD; a block of data
is no script, so the policy of the pages lets it be. Imports the view, captions and the catalogue.
"""

from collections.abc import Iterator
from html import escape
from typing import Any

import orjson

from dashboard import theme
from dashboard.catalogue import Source, catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.captions import chart_of
from dashboard.charts.registry import CHARTS
from dashboard.components.navigation import PAGES
from dashboard.formats.atom import MEDIA
from dashboard.i18n import words
from dashboard.settings import settings
from dashboard.text.passport import sources
from dashboard.text.subject import Subject
from dashboard.versions import edition_of, tables_of
from dashboard.view import View

CONTEXT = "https://schema.org"
# The page about the data set, and the pages that show one indicator.
CATALOGUE = "/data"
# The page of changes, and its feed.
CHANGES, FEED = "/changes", "/changes.atom"
COPIES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "json": "application/json",
}


def found_tags(path: str, view: View) -> str:
    """The canonical address, the same page in each language, the feed, and structured data."""
    links = [f'<link rel="canonical" href="{escape(_address(path, view, view.lang))}">']
    links += [
        f'<link rel="alternate" hreflang="{lang}" href="{escape(_address(path, view, lang))}">'
        for lang in LANGUAGES
    ]
    links.append(
        f'<link rel="alternate" hreflang="x-default" href="{escape(_address(path, view, ""))}">'
    )
    if path == CHANGES:
        feed = f"{settings().address}{FEED}?lang={view.lang}"
        links.append(f'<link rel="alternate" type="{MEDIA}" href="{escape(feed)}">')
    if told := _told(path, view):
        # "</script>" inside a text would end the block.
        text = orjson.dumps({"@context": CONTEXT, **told}).decode().replace("<", "\\u003c")
        links.append(f'<script type="application/ld+json">{text}</script>')
    return "\n".join(links)


def _address(path: str, view: View, lang: str) -> str:
    query = view.to_query(v="", lang=lang)
    return f"{settings().address}{path}{'?' if query else ''}{query}"


def _told(path: str, view: View) -> dict[str, Any]:
    if path == CATALOGUE:
        return _catalogue(view)
    chart = chart_of(path)
    if not chart or CHARTS[chart].parameters[0] != "indicator":
        return {}
    exhibit = CHARTS[chart]
    fitting = exhibit.fitting(view)
    return dataset(
        chart, exhibit.subject(fitting, tables_of(fitting)), _address(path, view, view.lang)
    )


def dataset(chart: str, subject: Subject, address: str) -> dict[str, Any]:
    """An indicator as a schema.org Dataset: what it is, whose, under which terms, and its files."""
    said, years = subject.words, subject.table.years
    found = sources(subject)
    query = CHARTS[chart].fitting(subject.view).to_query(v=edition_of(subject.view), lang=said.lang)
    return {
        "@type": "Dataset",
        "name": said(f"indicators.{subject.indicator.id}.title"),
        "description": said(f"indicators.{subject.indicator.id}.definition"),
        "url": address,
        "inLanguage": said.lang,
        "isAccessibleForFree": True,
        "version": subject.tables.version,
        "temporalCoverage": f"{years[0]}/{years[-1]}",
        "spatialCoverage": subject.group_name(subject.view.region),
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": subject.name,
            "unitText": subject.unit,
        },
        "creator": _publishers(found),
        "license": [*dict.fromkeys(source.licence_url for source in found)],
        "isBasedOn": [*dict.fromkeys(source.url for source in found)],
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media,
                "contentUrl": f"{settings().address}/view/{chart}.{face}?{query}",
            }
            for face, media in COPIES.items()
        ],
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "url": f"{settings().address}{CATALOGUE}",
        },
    }


def _catalogue(view: View) -> dict[str, Any]:
    said, tables = words(view.lang), tables_of(view)
    indicators = catalogue().indicators
    return {
        "@type": "DataCatalog",
        "name": said("shell.product"),
        "url": _address(CATALOGUE, view, view.lang),
        "inLanguage": view.lang,
        "version": tables.version,
        "dateModified": tables.manifest.get("built", ""),
        "creator": _publishers(list(catalogue().sources.values())),
        "dataset": [
            {
                "@type": "Dataset",
                "name": said(f"indicators.{one}.title"),
                "description": said(f"indicators.{one}.definition"),
                "url": f"{settings().address}/map?indicator={one}&lang={view.lang}",
            }
            for one in indicators
        ],
    }


def _publishers(found: list[Source]) -> list[dict[str, str]]:
    names = dict.fromkeys(source.publisher for source in found)
    return [{"@type": "Organization", "name": name} for name in names]


def sitemap() -> bytes:
    """The pages, and each indicator's, region's and economy's own, in all languages (sitemaps.org 0.9)."""
    listed = "\n".join(_listed(path, view) for path, view in _places())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{listed}\n</urlset>\n'
    ).encode()


def _places() -> Iterator[tuple[str, View]]:
    known = catalogue()
    yield from ((path, View()) for path, _ in PAGES)
    yield from (
        ("/map", View(indicator=one)) for one in known.indicators if one != View().indicator
    )
    yield from (("/region", View(region=one)) for one in known.groups if one != View().region)
    yield from (("/economy", View(economies=(one,))) for one in known.economies)


def _listed(path: str, view: View) -> str:
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}" href="{escape(_address(path, view, lang))}"/>'
        for lang in LANGUAGES
    )
    return f"<url><loc>{escape(_address(path, view, ''))}</loc>{others}</url>"


def manifest() -> bytes:
    """What a phone needs to keep the dashboard among its programs (W3C Web Application Manifest)."""
    name = words("en")("shell.product")
    return orjson.dumps(
        {
            "name": name,
            "short_name": name,
            "start_url": "./",
            "display": "minimal-ui",
            "background_color": theme.PAPER,
            "theme_color": theme.ACCENT,
            "icons": [{"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"}],
        }
    )
