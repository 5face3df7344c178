"""Addresses as others paste them: trackers are dropped, an "&" escaped too often is mended."""

import pytest
from werkzeug.test import Client

from dashboard.edition import edition
from dashboard.serving.trackers import cleaned


@pytest.mark.parametrize(
    ("query", "clean"),
    [
        ("region=escap&utm_source=x&utm_medium=mail&lang=en", "region=escap&lang=en"),
        ("fbclid=IwAR0&gclid=1", ""),
        ("UTM_Source=x&year=2010", "year=2010"),
        ("region=escap&amp;lang=fr", "region=escap&lang=fr"),
        ("region=escap&amp;amp;lang=fr&amp%3Byear=2010", "region=escap&lang=fr&year=2010"),
        ("amp;utm_source=x&amp;", ""),
        ("economies=KIR~FJI&years=2005..2024", "economies=KIR~FJI&years=2005..2024"),
        ("utm=1&gclids=2&colour=red", "utm=1&gclids=2&colour=red"),
        ("indicator=&x", "indicator=&x"),
    ],
)
def test_trackers_are_dropped_and_nothing_else(query: str, clean: str) -> None:
    """Every other part stays as it was written, known or not."""
    assert cleaned(query) == clean


@pytest.mark.parametrize("path", ["/map", "/embed/trend", "/view/trend.json", "/view/trend.png"])
def test_a_pasted_address_leads_to_its_own(client: Client, path: str) -> None:
    """Pages, embeds and faces redirect to the address without trackers."""
    own = f"lang=en&v={edition()}" if path.startswith("/view/") else "lang=en"
    answer = client.get(f"{path}?{own}&utm_source=news&fbclid=1")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{path}?{own}")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert client.get(answer.headers["Location"]).status_code == 200


def test_other_names_keep_their_sentence(client: Client) -> None:
    """A face says which name it does not know."""
    answer = client.get("/view/trend.json?colour=red")
    assert answer.status_code == 400
    assert "'colour'" in answer.text
