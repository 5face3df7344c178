"""The name under which a copy of a view is saved: what it shows, in letters that every disk takes."""

import re

from dashboard.charts.exhibit import ALWAYS
from dashboard.charts.registry import EXHIBITS
from dashboard.view import PARAMETERS, View

# Said even where it is the default: what a copy is of.
SUBJECT = ("indicator", "region")
LONGEST = 120


def file_name(name: str, face: str, view: View) -> str:
    """Such as "map-internet-use-escap-2015-fr.png": the exhibit, then the values that it depends on."""
    usual = View()
    depends = EXHIBITS[name].parameters if name in EXHIBITS else SUBJECT
    texts = [
        PARAMETERS[one].write(getattr(view, one))
        for one in (*depends, *ALWAYS[:1])
        if one in SUBJECT or getattr(view, one) != getattr(usual, one)
    ]
    stem = re.sub("[^A-Za-z0-9.]+", "-", "-".join([name, *texts])).strip("-.")
    return f"{stem[:LONGEST]}.{face}"
