"""The addresses that tell what builds changed: a feed by Atom, and a file for programs.

Thin views: parse, ask, answer. Imports the words of changes and the tables, and no page.
"""

from dataclasses import dataclass
from html import escape
from uuid import NAMESPACE_URL, uuid5

import orjson
from flask import Blueprint, Response, request

from dashboard.catalogue import catalogue
from dashboard.formats.atom import MEDIA, Entry, Feed, atom
from dashboard.i18n import Words, words
from dashboard.serving.answers import sentence
from dashboard.serving.faces import compressed
from dashboard.serving.language import request_language
from dashboard.settings import settings
from dashboard.tables import tables
from dashboard.text.changes import (
    CORRECTED,
    GONE,
    NEW,
    Publish,
    between_words,
    fact_words,
    indicator_words,
    narrowed,
    publishes,
    summary_words,
)
from dashboard.text.join import join
from dashboard.view import View, ViewError

feeds = Blueprint("feeds", __name__)
TAKEN = ("indicator", "economies", "lang")
# Values of a kind that an entry names; the page and the file have more.
MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """What a feed is narrowed to: an indicator, economies; empty for all."""

    indicator: str
    economies: tuple[str, ...]

    @property
    def query(self) -> str:
        """The same as a query string, in one order."""
        parts = {"indicator": self.indicator, "economies": "~".join(self.economies)}
        return "&".join(f"{name}={value}" for name, value in parts.items() if value)


def _asked() -> Asked:
    """What the request names; ViewError where that is nothing that a feed takes."""
    for name in request.args:
        if name not in TAKEN:
            raise ViewError(f"There is no parameter {name!r} here; known are {', '.join(TAKEN)}.")
    view = View.from_strict_query(request.args.to_dict(flat=False))
    indicator = view.indicator if "indicator" in request.args else ""
    return Asked(indicator, tuple(sorted(view.economies)))


@feeds.get("/changes.json")
def changes_file() -> Response:
    """What the last builds changed, the newest first."""
    try:
        asked = _asked()
    except ViewError as error:
        return sentence(str(error), 400)
    told = {
        "version": tables().version,
        "columns": ["place", "edition", "year", "old", "new"],
        "publishes": narrowed(tables(), asked.indicator, asked.economies),
    }
    return compressed(orjson.dumps(told), "application/json", "no-cache")


@feeds.get("/changes.atom")
def changes_feed() -> Response:
    """The same as a feed: an entry a publish, in one language."""
    try:
        asked = _asked()
    except ViewError as error:
        return sentence(str(error), 400)
    chosen = words(request_language())
    found = publishes(tables(), asked.indicator, asked.economies)
    narrow = f"{asked.query}&" if asked.query else ""
    here = settings().address
    feed = Feed(
        address=f"{here}/changes.atom?{narrow}lang={chosen.lang}",
        page=f"{here}/changes?lang={chosen.lang}",
        day=found[0].built if found else tables().manifest["built"],
        title=_title(chosen, asked),
        author=chosen("shell.product"),
        lang=chosen.lang,
    )
    body = atom(feed, [_entry(chosen, asked, publish) for publish in found])
    response = compressed(body, MEDIA, "no-cache")
    response.headers.add("Vary", "Accept-Language")
    return response


def _title(chosen: Words, asked: Asked) -> str:
    parts = [chosen("shell.product"), chosen("pages.changes.name")]
    if asked.indicator in catalogue().indicators:
        parts.append(indicator_words(chosen, "observations", asked.indicator))
    if asked.economies:
        parts.append(chosen.listed(chosen.economy(code) for code in asked.economies))
    return " · ".join(parts)


def _entry(chosen: Words, asked: Asked, publish: Publish) -> Entry:
    """A publish; the identifier is that of the same numbers wherever, and whenever, they are told."""
    name = f"changes/{publish.before}/{publish.version}/{chosen.lang}?{asked.query}"
    return Entry(
        id=uuid5(NAMESPACE_URL, name).urn,
        day=publish.built,
        title=join(chosen, *summary_words(chosen, publish)),
        address=f"{settings().address}/changes?lang={chosen.lang}&v={publish.version}",
        html=_told(chosen, publish),
    )


def _told(chosen: Words, publish: Publish) -> str:
    html = f"<p>{escape(between_words(chosen, publish))}</p>"
    for kind in (CORRECTED, GONE, NEW):
        if facts := publish.of(kind)[:MOST_NAMED]:
            lines = "".join(f"<li>{escape(fact_words(chosen, fact))}</li>" for fact in facts)
            html += f"<ul>{lines}</ul>"
    return html
