"""What committee mode is told of a language."""

import orjson
import pytest

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.components.facts import facts
from dashboard.components.room import ROOM_WORDS, room_facts
from dashboard.faces import render
from dashboard.i18n import FALLBACK
from dashboard.tables import tables
from dashboard.view import View


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_its_words(lang: str) -> None:
    """The mode speaks the language, with the facts of a page in it."""
    told = room_facts(lang)
    assert {**told, **facts(lang), "words": told["words"]} == told
    assert set(told["words"]) == {*facts(lang)["words"], *ROOM_WORDS}
    if lang != FALLBACK:
        english = room_facts(FALLBACK)["words"]
        same = {name for name in ROOM_WORDS if told["words"][name] == english[name]}
        assert same <= {"room_notes"}


def test_every_group_can_be_lit() -> None:
    """A region of the spotlight has a name and its members."""
    groups = room_facts("en")["groups"]
    assert set(groups) == set(catalogue().groups)
    assert "KIR" in groups["escap"]["members"]
    assert all(group["name"] and group["members"] for group in groups.values())


def test_ages_have_their_key() -> None:
    """The colours of the matrix of ages come with words, the newest first."""
    face = orjson.loads(render(View(lang="en"), "ages", "json", tables())[0])
    _, colours, names = zip(*face["keys"], strict=True)
    assert len(set(colours)) == len(colours) == len(names)
    assert "or later" in names[0]
