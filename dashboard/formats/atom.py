"""A feed by Atom (RFC 4287); imports nothing of the dashboard."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

XMLNS = "http://www.w3.org/2005/Atom"
MEDIA = "application/atom+xml"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told once: an identifier for good, a day ("2026-11-29"), an address, and HTML."""

    id: str
    day: str
    title: str
    address: str
    html: str


@dataclass(frozen=True, slots=True)
class Feed:
    """Who tells, in which language, at which address, of which page; the day is that of the newest."""

    address: str
    page: str
    day: str
    title: str
    author: str
    lang: str


def atom(feed: Feed, entries: Iterable[Entry]) -> bytes:
    """The feed as a file, its entries in their order."""
    root = ET.Element("feed", {"xmlns": XMLNS, "xml:lang": feed.lang})
    _head(root, feed.address, feed.title, feed.day)
    ET.SubElement(root, "link", rel="self", href=feed.address)
    ET.SubElement(root, "link", rel="alternate", href=feed.page)
    ET.SubElement(ET.SubElement(root, "author"), "name").text = feed.author
    for entry in entries:
        node = ET.SubElement(root, "entry")
        _head(node, entry.id, entry.title, entry.day)
        ET.SubElement(node, "link", rel="alternate", href=entry.address)
        ET.SubElement(node, "content", type="html").text = entry.html
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _head(node: ET.Element, identifier: str, title: str, day: str) -> None:
    ET.SubElement(node, "id").text = identifier
    ET.SubElement(node, "title").text = title
    ET.SubElement(node, "updated").text = f"{day}T00:00:00Z"
