"""How other programs show a link to a view: Open Graph and Twitter tags, oEmbed and its answers.

Imports the captions of charts and the view; knows no page by name but their paths.
"""

from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import SplitResult, parse_qs, quote, urlsplit
from xml.etree import ElementTree as ET

from dashboard.charts.captions import chart_of
from dashboard.charts.registry import CHARTS
from dashboard.exports.look import SIZES, SMALLEST, Look
from dashboard.i18n import words
from dashboard.settings import settings
from dashboard.versions import edition_of, frozen_at, tables_of
from dashboard.view import View

EMBED = "/embed/"
WIDTH, HEIGHT = 800, 640
PICTURE = SIZES["og"]
# An address without a port is at the port of its scheme.
PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Linked:
    """What an address of ours shows: its chart and view."""

    chart: str
    view: View

    @property
    def said(self) -> tuple[str, str]:
        """Title and sentence of the chart; a value that does not fit it has its default."""
        chart = CHARTS[self.chart]
        subject = chart.subject(chart.fitting(self.view), tables_of(self.view))
        return chart.title(subject), chart.sentence(subject)

    @property
    def picture(self) -> str:
        """The address of its picture, as large as previews are."""
        return self.sized(Look(*PICTURE))

    def sized(self, look: Look) -> str:
        """The address of its picture in another size."""
        view = CHARTS[self.chart].fitting(self.view)
        query = view.to_query(v=edition_of(view), lang=view.lang or "en")
        return f"{settings().address}/view/{self.chart}.png?{query}&{look.to_query()}"

    @property
    def frame(self) -> str:
        """The address of its embed."""
        query = self.view.to_query(v=frozen_at(self.view))
        return f"{settings().address}/embed/{self.chart}{'?' if query else ''}{query}"


def linked(address: str) -> Linked | None:
    """What an address of ours shows; None for others and for pages without a chart."""
    try:
        parts = urlsplit(address)
        is_ours = _place(parts) & _place(urlsplit(settings().address))
    except ValueError:
        return None
    root = settings().root
    if not is_ours or not f"{parts.path}/".startswith(f"{root}/"):
        return None
    if not (chart := shown_at(f"/{parts.path.removeprefix(root).strip('/')}")):
        return None
    query = {name: texts[0] for name, texts in parse_qs(parts.query).items() if len(texts) == 1}
    return Linked(chart, View.from_query(query))


def _place(parts: SplitResult) -> set[tuple[str | None, int | None]]:
    """Host and port in any spelling; one who writes no port may mean that of either scheme."""
    port = parts.port or PORTS.get(parts.scheme)
    ports = PORTS.values() if port in PORTS.values() else [port]
    return {(parts.hostname, one) for one in ports}


def shown_at(path: str) -> str:
    """The chart that a page is previewed by: that of an embed, else one that stands for the page."""
    name = path.removeprefix(EMBED)
    return name if path.startswith(EMBED) and name in CHARTS else chart_of(path)


def preview_tags(path: str, view: View) -> str:
    """The tags of a page's head: title, sentence and picture of the view, and where oEmbed is."""
    if not (chart := shown_at(path)):
        return ""
    shown = Linked(chart, view)
    title, sentence = shown.said
    query = view.to_query(v=frozen_at(view))
    address = f"{settings().address}{path}{'?' if query else ''}{query}"
    properties = {
        "og:type": "website",
        "og:site_name": words(view.lang)("shell.product"),
        "og:title": title,
        "og:description": sentence,
        "og:url": address,
        "og:image": shown.picture,
        "og:image:width": PICTURE[0],
        "og:image:height": PICTURE[1],
        "twitter:card": "summary_large_image",
    }
    tags = [
        f'<meta property="{name}" content="{escape(str(text))}">'
        for name, text in properties.items()
    ]
    # Search engines read this one, which has no property.
    tags.append(f'<meta name="description" content="{escape(sentence)}">')
    for kind, media_type in (("json", "application/json"), ("xml", "text/xml")):
        there = f"{settings().address}/oembed?format={kind}&url={quote(address, safe='')}"
        tags.append(
            f'<link rel="alternate" type="{media_type}+oembed" href="{escape(there)}"'
            f' title="{escape(title)}">'
        )
    return "\n".join(tags)


def oembed(shown: Linked, most_width: int, most_height: int) -> dict[str, Any]:
    """The answer of oEmbed 1.0: a frame no larger than asked for, and a picture."""
    title, _ = shown.said
    width = max(SMALLEST, min(WIDTH, most_width))
    height = max(SMALLEST, min(HEIGHT, most_height))
    return _answer(shown, title, width, height) | _thumbnail(shown, most_width, most_height)


def _thumbnail(shown: Linked, most_width: int, most_height: int) -> dict[str, Any]:
    """The picture as large as it may be; none where it would be smaller than pictures are."""
    share = min(1.0, most_width / PICTURE[0], most_height / PICTURE[1])
    width, height = (int(length * share) for length in PICTURE)
    if min(width, height) < SMALLEST:
        return {}
    return {
        "thumbnail_url": shown.sized(Look(width, height)),
        "thumbnail_width": width,
        "thumbnail_height": height,
    }


def _answer(shown: Linked, title: str, width: int, height: int) -> dict[str, Any]:
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": words(shown.view.lang)("shell.product"),
        "provider_url": settings().address,
        "html": frame_code(shown, title, width, height),
        "width": width,
        "height": height,
        "cache_age": 86400,
    }


def frame_code(shown: Linked, title: str, width: int, height: int) -> str:
    """The code that puts the view into another page."""
    return (
        f'<iframe src="{escape(shown.frame)}" title="{escape(title)}" width="{width}"'
        f' height="{height}" loading="lazy" style="border:0"></iframe>'
    )


def oembed_xml(answer: dict[str, Any]) -> bytes:
    """The same answer as XML."""
    root = ET.Element("oembed")
    for name, value in answer.items():
        ET.SubElement(root, name).text = str(value)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
