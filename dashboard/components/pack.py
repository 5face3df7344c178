"""The offer of the room pack on the data page: languages, a button, and the file with its size.

Imports words and ids.
"""

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.catalogue.languages import LANGUAGES
from dashboard.i18n import Words
from dashboard.ids import Ids


def pack_offer(chosen: Words) -> list[Component]:
    """The languages to choose from (that of the page, and English), and what has the pack made."""
    options = [{"value": lang, "label": LANGUAGES[lang].name} for lang in LANGUAGES]
    usual = list(dict.fromkeys((chosen.lang, "en")))
    return [
        html.P(chosen("pack.offer.lead"), className="page-lead"),
        html.Fieldset(
            [
                html.Legend(chosen("shell.languages"), className="control-label"),
                dbc.Checklist(id=Ids.PACK_LANGUAGES, options=options, value=usual, inline=True),
            ]
        ),
        html.P(
            [
                html.Button(
                    chosen("pack.offer.make"),
                    id=Ids.PACK_MAKE,
                    type="button",
                    className="btn btn-outline-secondary",
                ),
                html.A(id=Ids.PACK_FILE, className="more", download="", hidden=True),
            ],
            className="data-tools",
        ),
        html.P(id=Ids.PACK_STATUS, className="pack-status", role="status"),
    ]
