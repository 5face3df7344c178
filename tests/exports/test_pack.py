"""The room pack: whole, the same each time, and worded in its languages."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import orjson
import pytest

from dashboard.__main__ import main
from dashboard.catalogue import catalogue
from dashboard.figures import places
from dashboard.i18n import words
from dashboard.offline.pack import page as pack_page
from dashboard.offline.pack.archive import pack_file
from dashboard.offline.pack.data import economy_scripts
from dashboard.offline.pack.order import Pack, PackError
from dashboard.tables import tables
from dashboard.text.subject import inhabited

# A region with few economies: a pack of it is made quickly.
REGION = "itu-arb"
PACK = Pack(REGION, ("en", "ar"))
ROOM = f"{PACK.folder}/"


@pytest.fixture(scope="module")
def made() -> bytes:
    """A pack of a small region in two languages."""
    return pack_file(PACK, tables())


@pytest.fixture(scope="module")
def archive(made: bytes) -> ZipFile:
    """The same, opened."""
    return ZipFile(BytesIO(made))


def read(archive: ZipFile, name: str) -> str:
    """A file of the pack."""
    return archive.read(f"{ROOM}{name}").decode()


def handed(archive: ZipFile, name: str) -> Any:
    """What a script of the pack hands over."""
    script = read(archive, f"files/{name}.js").strip()
    said, _, rest = (
        script.removeprefix("dash_clientside.ict.hand(").removesuffix(");").partition(",")
    )
    assert orjson.loads(said) == name
    return orjson.loads(rest)


def test_packs_are_the_same_each_time(made: bytes, tmp_path: Path) -> None:
    """Whoever makes the pack of the same data gets the same bytes, at any hour, also without a server."""
    file = tmp_path / "room.zip"
    main(["export", "pack", "--languages", ",".join(PACK.languages), "--region", REGION, str(file)])
    assert file.read_bytes() == made


def test_everything_is_in_one_folder(archive: ZipFile) -> None:
    """Unpacked, it is one folder with a page to open and a text to read."""
    names = archive.namelist()
    assert all(name.startswith(ROOM) for name in names)
    assert {f"{ROOM}index.html", f"{ROOM}README.txt", f"{ROOM}LICENCES.txt"} <= set(names)
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("lang", PACK.languages)
def test_every_indicator_has_its_figures(archive: ZipFile, lang: str) -> None:
    """Each language has map, trend and gap of every indicator, by every comparison."""
    for indicator in catalogue().indicators:
        faces = handed(archive, f"{lang}/{indicator}")
        assert faces["map"]["years"]
        assert list(faces["trend"]) == list(faces["gap"]) == list(catalogue().schemes)


def test_every_economy_has_its_numbers(archive: ZipFile) -> None:
    """Each economy of the region has an entry an indicator, with year, status and source of its value."""
    for code in inhabited(REGION):
        listed = handed(archive, f"economies/{code}")
        assert len(listed) == len(catalogue().indicators)
        known = [one for one in listed if one and one["value"] is not None]
        assert all(one["year"] and one["letter"] in "oen" and one["source"] for one in known)


def test_readmes_name_sources_notes_and_version(archive: ZipFile) -> None:
    """In each language the text says how to open it, whose figures they are, and which version."""
    text = read(archive, "README.txt")
    assert text.startswith("\ufeff")
    assert text.count(tables().version) == len(PACK.languages)
    assert text.count("CC BY-NC-SA 3.0 IGO") > 20
    for lang in PACK.languages:
        assert words(lang)("shell.disclaimer") in text
        for key in places.frame(REGION)["notes"]:
            assert words(lang)(f"map_notes.{key}") in text
    assert "index.html" in text
    assert "MIT" in read(archive, "LICENCES.txt")


@pytest.mark.parametrize("lang", PACK.languages)
def test_pages_are_in_their_language(archive: ZipFile, lang: str) -> None:
    """A page is written in its language and direction, and leads to the others."""
    page = read(archive, f"{lang}/index.html")
    assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in page
    assert all(f'href="../{other}/index.html"' in page for other in PACK.languages)
    assert tables().version in page


def test_pages_load_their_own_files_only(archive: ZipFile) -> None:
    """Every script and style of a page is in the folder, for there is no Internet in the room."""
    names = set(archive.namelist())
    for page in ("index.html", *(f"{lang}/index.html" for lang in PACK.languages)):
        text = read(archive, page)
        assert 'type="module"' not in text
        found = re.findall(r'(?:src|rel="stylesheet" href)="([^"]+)"', text)
        assert found
        assert {f"{ROOM}{name.removeprefix('../')}" for name in found} <= names


def test_an_economy_without_values_is_empty() -> None:
    """Where nothing is measured the entry says so, and nothing is invented."""
    scripts = dict(economy_scripts("escap", tables()))
    assert b"null" in scripts["economies/NIU.js"]


@pytest.mark.parametrize(
    ("region", "languages", "sentence"),
    [
        ("atlantis", ["en"], "'region' must be one of"),
        ("escap", ["tlh"], "'languages' must be some of"),
        ("escap", [], "'languages' must be some of"),
    ],
)
def test_unknown_packs_are_refused(region: str, languages: list[str], sentence: str) -> None:
    """A sentence says what may be asked for."""
    with pytest.raises(PackError, match=sentence):
        Pack.of(region, languages)


def test_languages_count_once() -> None:
    """A pack has each language once, however often it is asked for."""
    assert Pack.of("escap", ["zh", "en", "zh"]).languages == ("zh", "en")


def test_a_pack_of_the_world_has_the_world_once() -> None:
    """Its scorecards have no column of a region: that would be the world's again."""
    for region, columns in ((catalogue().world, 7), (REGION, 8)):
        found = list(pack_page._columns(Pack.of(region, ["en"]), words("en")))  # the heads
        assert len(found) == len(set(found)) == columns
