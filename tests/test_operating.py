"""The addresses for operators and for programs that come by."""

from datetime import UTC, date, datetime, timedelta
from unittest.mock import patch
from urllib.robotparser import RobotFileParser

import pytest
from werkzeug.test import Client

from dashboard import operating
from dashboard.edition import edition
from dashboard.settings import SettingError, read_settings
from dashboard.tables import tables


def test_health_says_what_is_served_and_how_old_it_is(client: Client) -> None:
    """JSON with the version, the edition, and the days since the data were built; never kept."""
    answer = client.get("/health")
    built = date.fromisoformat(tables().manifest["built"])
    assert answer.json == {
        "status": "ok",
        "version": tables().version,
        "edition": edition(),
        "built": f"{built}",
        "age_days": (datetime.now(UTC).date() - built).days,
        "refused": "",
        "refresh": None,
    }
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("/map?lang=fr", True),
        ("/", True),
        ("/data", True),
        ("/static/app-1.js", True),
        ("/view/map.csv?lang=en", False),
        ("/pack.zip?region=escap", False),
        ("/_dash-layout", False),
        ("/embed/map", False),
    ],
)
def test_crawlers_keep_to_pages(client: Client, path: str, may: bool) -> None:
    """Pages may be indexed; copies, which have no end, may not."""
    rules = RobotFileParser()
    rules.parse(client.get("/robots.txt").text.splitlines())
    assert rules.can_fetch("Anybot", path) is may


def test_pictures_of_previews_may_be_fetched(client: Client) -> None:
    """Programs that show a link obey robots.txt, and need its picture."""
    assert "Allow: /view/*.png*size=og" in client.get("/robots.txt").text.splitlines()


def test_security_txt_names_who_the_operator_names(client: Client) -> None:
    """With a contact it is RFC 9116's two lines, good for less than a year; without, a 404."""
    assert client.get("/.well-known/security.txt").status_code == 404
    told = read_settings({"SECURITY_CONTACT": "mailto:security@example.org"})
    with patch.object(operating, "settings", lambda: told):
        contact, expires = client.get("/.well-known/security.txt").text.splitlines()
    assert contact == "Contact: mailto:security@example.org"
    until = datetime.fromisoformat(expires.removeprefix("Expires: "))
    assert timedelta(days=30) < until - datetime.now(UTC) < timedelta(days=365)


@pytest.mark.parametrize(
    "contact", ["security@example.org", "mailto:a@b.c\nExpires: 1", "http://a"]
)
def test_a_contact_is_an_address(contact: str) -> None:
    """What is no address, or more than one line, is refused by name."""
    with pytest.raises(SettingError, match="SECURITY_CONTACT"):
        read_settings({"SECURITY_CONTACT": contact})


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (
            "/view/map.csv?indicator=egdi&region=escap&year=2015&lang=fr",
            "map-egdi-2015-escap-fr.csv",
        ),
        ("/view/trend.png?economies=KIR~FJI&lang=en", "trend-internet-use-world-KIR-FJI-en.png"),
        ("/view/claims.xlsx?lang=en", "claims-en.xlsx"),
    ],
)
def test_a_copy_is_saved_under_what_it_shows(client: Client, address: str, name: str) -> None:
    """The name of a file says its chart, indicator, region and whatever else is not the default."""
    answer = client.get(address, follow_redirects=True)
    assert answer.headers["Content-Disposition"] == f'inline; filename="{name}"'
