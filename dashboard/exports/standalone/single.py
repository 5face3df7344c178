"""The `.html` face: one interactive view in one file that opens from a stick; never imports dash.

The file holds plotly.js, the face of the view and the scripts of the pages. Its own content policy
lets run what is in it and lets it load nothing.
"""

from dataclasses import replace
from html import escape
from typing import Any

import orjson

from dashboard.edition import edition
from dashboard.exports.captions import caption, chart_sources
from dashboard.exports.json import chart_json, map_json
from dashboard.exports.media import HTML
from dashboard.exports.pace import pace_json
from dashboard.exports.scatter import scatter_json
from dashboard.exports.standalone import bundle
from dashboard.exports.standalone.facts import facts
from dashboard.exports.standalone.keys import key
from dashboard.exports.standalone.markup import STAGED, figure, template
from dashboard.exports.standalone.table import values_table
from dashboard.tables import Tables
from dashboard.text.passport import citation
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View

OWN = {"map": map_json, "scatter": scatter_json, "pace": pace_json}
# The height of a row of the field of ages, as on its page.
ROW_REM = 1.25
MAPS = ("map", "events")
# What a reader of the file can change.
PARAMETERS = (("year", "latest"), ("economies", ""))


def html_face(chart: str, view: View, tables: Tables) -> tuple[bytes, str]:
    """The file; BundleError without a front-end build."""
    subject = subject_of(view, tables)
    words, said = subject.words, caption(chart, subject)
    plotly, scripts = bundle.plotly(), bundle.scripts("standalone/standin", "standalone/single")
    page = template("page").substitute(
        lang=words.lang,
        dir=words.direction,
        policy=escape(policy(plotly, scripts)),
        product=escape(words("shell.product")),
        title=escape(said.title),
        styles=bundle.styles(),
        figure=figure(chart, words, said, _height(chart, subject), key(chart, subject)),
        table=values_table(chart, subject),
        link=escape(said.link),
        live=escape(words("pack.live")),
        citation=escape(citation(subject, chart_sources(chart, subject))),
        disclaimer=escape(words("shell.disclaimer")),
        contents=_contents(chart, subject),
        plotly=plotly,
        scripts=scripts,
    )
    return page.encode(), HTML


def _height(chart: str, subject: Subject) -> str:
    """The height of a chart with a row an economy, "" for all others."""
    return f"{ROW_REM * len(subject.in_frame()) + 6:.1f}rem" if chart == "ages" else ""


def policy(*scripts: str) -> str:
    """The content policy of a file: these scripts run, and nothing is loaded from anywhere."""
    permitted = " ".join(bundle.permitted(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {permitted}; style-src 'unsafe-inline'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _contents(chart: str, subject: Subject) -> str:
    """What the scripts read: the face, the facts, the view, and the shapes of a map, as JSON."""
    view = subject.view
    # The faces of these hold all years; the year and the outlined economies are the reader's.
    free = replace(view, year=None, economies=()) if chart in STAGED else view
    face = OWN[chart] if chart in OWN else chart_json(chart)
    body, _ = face(free, subject.tables)
    holds: dict[str, Any] = {
        "chart": chart,
        "face": orjson.Fragment(body),
        "facts": facts(
            subject.words,
            edition(),
            dict.fromkeys((*subject.in_frame(), *view.economies)),
            {chart: []},
            PARAMETERS,
        ),
        "view": {
            "year": "latest" if view.year is None else str(view.year),
            "economies": "~".join(view.economies),
        },
    }
    if chart in MAPS:
        holds["shapes"] = orjson.Fragment(bundle.topology())
    # "<" would end the element that holds the JSON.
    return orjson.dumps(holds).decode().replace("<", "\\u003c")
