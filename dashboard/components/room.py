"""What committee mode must know of a language beyond the facts of a page: its words, groups, languages.

Served at `/room.json?lang=..&v=..` and kept by the browser for ever, so that only those who present
pay for it. Imports catalogue, tables, words and facts.
"""

from typing import Any

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.components.facts import facts
from dashboard.i18n import words
from dashboard.tables import remembered

ROOM_WORDS = (
    "room_black",
    "room_blank",
    "room_full",
    "room_label",
    "room_last",
    "room_leave",
    "room_next",
    "room_next_view",
    "room_notes",
    "room_notes_blocked",
    "room_place",
    "room_previous",
    "room_ready",
    "room_sources",
    "room_spotlight",
    "room_spotlight_hint",
)


@remembered(8)
def room_facts(lang: str) -> dict[str, Any]:
    """The facts of a page in `lang`, and what committee mode says and lights up in it."""
    chosen = words(lang)
    own = facts(lang)
    said = {name: chosen(f"room.{name}") for name in ROOM_WORDS}
    return own | {
        "words": own["words"] | said,
        "languages": {code: one.name for code, one in LANGUAGES.items()},
        "groups": {
            code: {"name": chosen(f"groups.{code}.name"), "members": list(group.members)}
            for code, group in catalogue().groups.items()
        },
    }
