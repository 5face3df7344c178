"""Frozen links: each shows the numbers of the data version that it names, as long as that is kept."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from pptx import Presentation
from werkzeug.test import Client

from dashboard import versions
from dashboard.charts.registry import CHARTS
from dashboard.components.facts import face_address, view_data
from dashboard.components.navigation import PAGES
from dashboard.edition import edition
from dashboard.faces import all_faces
from dashboard.offline.framed import path_of
from dashboard.settings import settings
from dashboard.tables import tables
from dashboard.versions import OlderTables, kept, tables_of
from dashboard.view import View
from tests.tiny import VERSION, write_tables

FROZEN = f"lang=en&v={edition(VERSION)}"
GONE = "fedcba9876543210"
ALL_FACES = all_faces()
# Kiribati in 2009 and in 2012: in no other version.
OLD = ["8.0", "12.0"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installation that keeps the hand-made tables as an older version of the project's."""
    older = tmp_path / "versions" / VERSION
    write_tables(older)
    here = replace(settings(), tables=tmp_path / "tables")
    monkeypatch.setattr(versions, "settings", lambda: here)
    yield older
    versions._opened.cache_clear()  # the next test has a folder of its own


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("v", [VERSION, edition(VERSION), f"{VERSION}0000", f"{VERSION}00000000"])
def test_a_frozen_view_has_the_tables_of_its_version(v: str) -> None:
    """A data version and all its editions mean the same numbers; without one they are the newest."""
    assert tables_of(View(v=v)).version == VERSION
    for newest in ("", tables().version, edition()):
        assert kept(View(v=newest)) is tables()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("v", [GONE, VERSION[:-1], f"{VERSION}00000", "00000000"])
def test_other_versions_are_gone(v: str) -> None:
    """What is not kept is not guessed at: pages show the newest, and know that it is not what was asked."""
    assert kept(View(v=v)) is None
    assert tables_of(View(v=v)) is tables()


def _damage(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content)


DAMAGES = {
    "no manifest": lambda folder: (folder / "manifest.json").unlink(),
    "another version": lambda folder: _damage(folder, "manifest.json", '{"version": "ffffffff"}'),
    "a table cut short": lambda folder: _damage(
        folder, "serve/internet-use.jsonl", json.dumps({"indicator": "internet-use"})
    ),
    "another form": lambda folder: _damage(
        folder, "profiles.jsonl", '{"indicators": [], "places": ["KIR"]}\n{"first": 1}'
    ),
    "removed": shutil.rmtree,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_version_that_cannot_be_read_counts_as_gone(folder: Path, damage: str) -> None:
    """An older version that is damaged, or of another form, never breaks a page or a face."""
    DAMAGES[damage](folder)
    assert kept(View(v=VERSION)) is None


def test_an_open_version_outlives_its_folder(folder: Path) -> None:
    """Who holds the tables of a version while a build removes it reads on."""
    held = kept(View(v=VERSION))
    assert held
    shutil.rmtree(folder)
    assert held.indicator("internet-use").economy("KIR")
    assert held.profile("KIR")


@pytest.mark.usefixtures("folder")
def test_a_later_indicator_is_gone_in_an_older_version(client: Client) -> None:
    """An indicator that was added later has no numbers of that version, and gets no others."""
    for face in ("csv", "json"):
        answer = client.get(f"/view/trend.{face}?indicator=fixed-broadband&{FROZEN}")
        assert answer.status_code == 404
        assert "not kept here" in answer.text
    held = OlderTables(settings().tables)
    assert held.indicator("fixed-broadband").economy("KIR")
    older = tables_of(View(v=VERSION))
    assert older.indicator("fixed-broadband").economy("KIR") is None


@pytest.mark.usefixtures("folder")
def test_faces_have_the_numbers_of_their_version(client: Client) -> None:
    """The values, the passport and the years of a frozen face are those of its version, for good."""
    face = client.get(f"/view/trend.json?economies=KIR&{FROZEN}")
    assert face.status_code == 200
    assert "immutable" in face.headers["Cache-Control"]
    assert face.json
    assert face.json["passport"]["data_version"] == VERSION
    rows = client.get(f"/view/map.csv?years=2009..2012&{FROZEN}").text.splitlines()
    kiribati = [row.split(",") for row in rows if row.startswith("KIR")]
    assert [row[4] for row in kiribati if row[3] in ("2009", "2012")] == OLD
    newest = client.get("/view/map.csv?years=2009..2012&lang=en", follow_redirects=True).text
    assert newest.splitlines() != rows


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ALL_FACES, ids=".".join)
def test_every_face_of_an_older_version_answers(client: Client, name: tuple[str, str]) -> None:
    """Every chart can be had from tables that lack most of today's indicators; copies name the newest."""
    chart, face = name
    query = "&region=escap&economies=KIR~FJI"
    answer = client.get(f"/view/{chart}.{face}?{FROZEN}{query}", follow_redirects=True)
    assert answer.status_code == 200
    assert parse_qs(urlsplit(answer.request.url).query)["v"] == [edition(VERSION)]
    if face not in ("json", "preview", "panel", "course"):
        newest = answer.headers["Link"].partition(">")[0].removeprefix("<")
        assert "v=" not in newest
        assert client.get(newest).headers["Location"].endswith(f"v={edition()}")


@pytest.mark.usefixtures("folder")
def test_an_older_stamp_leads_to_the_present_edition_of_the_same_data(client: Client) -> None:
    """Code goes on, numbers stay."""
    for face in ("json", "csv"):
        answer = client.get(f"/view/trend.{face}?lang=en&v={VERSION}")
        assert answer.headers["Location"] == f"/view/trend.{face}?{FROZEN}"


@pytest.mark.usefixtures("folder")
def test_the_newest_is_never_kept_for_an_older_version(client: Client) -> None:
    """Remembered faces of two versions are two faces."""
    for _ in range(2):
        frozen, newest = (
            client.get(f"/view/gap.csv?lang=en&v={v}").text for v in (edition(VERSION), edition())
        )
        assert "71.3" in frozen
        assert frozen != newest


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "path", [*(path for path, _ in PAGES), *(path_of(chart) for chart in CHARTS)]
)
def test_a_frozen_page_says_so_and_leads_to_the_newest(client: Client, path: str) -> None:
    """Every page and embed of a kept version opens, says that newer data exist, and links to them."""
    text = client.get(f"{path}?region=escap&economies=KIR&{FROZEN}").text
    assert f"frozen at data version {VERSION}" in text
    assert f"version {tables().version}" in text
    assert 'href="?region=escap&amp;economies=KIR&amp;lang=en"' in text
    assert "page-frozen" not in client.get(f"{path}?lang=en&v={edition()}").text


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("path", ["/map", "/trends", "/ranking", "/data"])
def test_a_frozen_page_tells_which_values_are_others_now(client: Client, path: str) -> None:
    """The old tables have 20.1 of ESCAP, 8.0 of Kiribati and 28.9 of China in 2009; China's is the same today."""
    query = "year=2009&region=escap&economies=KIR~CHN"
    rows = client.get(
        f"/view/trend.csv?lang=en&{query.replace('year=', 'years=2009..')}", follow_redirects=True
    ).text
    today = {
        row[0]: float(row[4])
        for row in (line.split(",") for line in rows.splitlines())
        if row[3] == "2009" and row[0] in ("escap", "KIR", "CHN")
    }
    text = client.get(f"{path}?{query}&{FROZEN}").text
    for place, code, then in (("ESCAP", "escap", 20.1), ("Kiribati", "KIR", 8.0)):
        assert f"{place}, 2009: {then}% then, {today[code]:.1f}% now." in text
    assert "China, 2009:" not in text
    assert "then," not in client.get(f"/gap?{query}&{FROZEN}").text.partition("</header>")[0]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("path", ["/map", "/trends", "/gap", "/embed/gap"])
def test_a_frozen_page_asks_for_the_faces_of_its_version(client: Client, path: str) -> None:
    """What the page announces in its head, shows before its scripts run, and links to is frozen too."""
    text = client.get(f"{path}?{FROZEN}").text
    assert f"v={edition(VERSION)}" in text
    assert f"v={edition()}" not in text


@pytest.mark.usefixtures("folder")
def test_the_ranking_page_lists_the_numbers_of_its_version(client: Client) -> None:
    """The table of a frozen ranking has the five economies of that version and no other."""
    text = client.get(f"/ranking?year=2012&{FROZEN}").text
    assert "82.3" in text
    assert f"v={edition(VERSION)}" in text


@pytest.mark.usefixtures("folder")
def test_the_browser_goes_on_with_the_version() -> None:
    """The addresses that the page's scripts write carry the version, unless it is gone."""
    frozen = View(v=VERSION)
    assert view_data(frozen)["v"] == edition(VERSION)
    assert face_address("gap", frozen, "en").endswith(f"v={edition(VERSION)}")
    assert view_data(View(v=GONE))["v"] == view_data(View())["v"] == ""
    assert face_address("gap", View(v=GONE), "en").endswith(f"v={edition()}")


@pytest.mark.usefixtures("folder")
def test_a_deck_keeps_each_view_at_its_version(client: Client) -> None:
    """Slides of a frozen view have its numbers; a view that is gone gets a sentence."""
    answer = client.post("/deck.pptx", data={"view": [f"trend?{FROZEN}"]})
    slide = Presentation(BytesIO(answer.data)).slides[1]
    assert VERSION in slide.notes_slide.notes_text_frame.text
    assert client.post("/deck.pptx", data={"view": [f"trend?lang=en&v={GONE}"]}).status_code == 404
