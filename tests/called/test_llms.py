"""What assistants are told of the service."""

import re

from werkzeug.test import Client

from dashboard.catalogue import catalogue
from dashboard.charts.registry import EXHIBITS

HERE = "http://127.0.0.1:8050"


def test_every_indicator_and_chart_is_named(client: Client) -> None:
    """Each once, below the heading of its list, in a text of less than 60 kB."""
    text = client.get("/llms.txt").text
    assert text.startswith("# Regional ICT indicators\n")
    assert len(text.encode()) < 60_000
    lists = dict(part.split("\n\n", 1) for part in text.split("\n## ")[1:])
    for title, known in (("Indicators", catalogue().indicators), ("Charts and tables", EXHIBITS)):
        assert re.findall(r"^- `([^`]+)`:", lists[title], re.MULTILINE) == list(known)


def test_its_addresses_are_there(client: Client) -> None:
    """Every link of the text is answered 200, and every chart's rows by the address that it says."""
    text = client.get("/llms.txt").text
    links = re.findall(rf"\]\({HERE}(/[^)]*)\)", text)
    assert len(links) >= 4
    for link in links:
        assert client.get(link, follow_redirects=True).status_code == 200
    assert f"{HERE}/view/NAME.csv?PARAMETERS" in text
    assert client.get("/view/scorecard.csv?lang=en", follow_redirects=True).status_code == 200
