"""What a pack says of itself in a text file, in each of its languages."""

from collections.abc import Iterator

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.figures import places
from dashboard.i18n import words
from dashboard.offline.pack.order import Pack
from dashboard.offline.pack.page import listed_sources
from dashboard.tables import Tables
from dashboard.text.notes import frame_notes

RULE = "\n" + "-" * 72 + "\n\n"


def readme(pack: Pack, tables: Tables) -> str:
    """How to open the pack, what it holds, whose the figures are, and the notes of its maps."""
    parts = ["\n".join(_part(pack, lang, tables)) + "\n" for lang in pack.languages]
    return RULE.join(parts)


def _part(pack: Pack, lang: str, tables: Tables) -> Iterator[str]:
    chosen = words(lang)
    region = chosen(f"groups.{pack.region}.name")
    number = len(catalogue().indicators)
    yield f"{chosen('shell.product')} · {region}"
    yield ""
    yield chosen("pack.readme.unpack")
    yield chosen("pack.readme.open")
    yield chosen(
        "pack.readme.holds",
        region=region,
        n=number,
        number=chosen.number(number),
        languages=chosen.listed(LANGUAGES[one].name for one in pack.languages),
    )
    yield chosen("shell.version", version=tables.version)
    yield ""
    yield chosen("pack.readme.terms")
    yield ""
    yield f"{chosen('shell.licences')}:"
    for source in listed_sources(tables):
        named = f"{source.publisher}: {source.title}, {source.vintage}"
        yield f"- {named} ({source.licence}, {source.licence_url})"
    yield ""
    yield f"{chosen('pages.about.limits.maps.term')}:"
    for note in frame_notes(chosen, places.frame(pack.region)["notes"]):
        yield f"- {note}"
    yield f"- {chosen('shell.disclaimer')}"
