"""The index page carries what the browser needs to know, and no more."""

import json
import re

from werkzeug.test import Client


def test_no_layout_is_sent_to_check_callbacks(client: Client) -> None:
    """No page carries the ids of the others for Dash to check: `test_wiring.py` has done it."""
    page = client.get("/map?lang=en").text
    (config,) = re.findall(r'<script id="_dash-config"[^>]*>(.+?)</script>', page)
    assert "validation_layout" not in json.loads(config)
