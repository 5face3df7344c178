"""The `.html` face: one interactive view in one file that opens from a stick.

The file holds the face of the view and the scripts of the pages, with plotly.js or a map. Its own content policy
lets run what is in it and lets it load nothing.
"""

from dataclasses import replace
from html import escape
from typing import Any

import orjson

from dashboard.charts.captions import caption, quoted
from dashboard.charts.registry import CHARTS
from dashboard.components.facts import chart_facts
from dashboard.edition import edition
from dashboard.exports.json import shown_face
from dashboard.formats.media import HTML
from dashboard.offline import bundle
from dashboard.offline.facts import facts
from dashboard.offline.markup import figure, template
from dashboard.offline.table import values_table
from dashboard.text.subject import Subject

# What a reader of the file can change.
PARAMETERS = (("year", "latest"), ("economies", ""))


def html_face(chart: str, subject: Subject) -> tuple[bytes, str]:
    """The file; BundleError without a front-end build."""
    words, said = subject.words, caption(chart, subject)
    drawing = [] if CHARTS[chart].is_map else [bundle.plotly()]
    scripts = [*drawing, bundle.scripts("standalone")]
    page = template("page").substitute(
        lang=words.lang,
        dir=words.direction,
        policy=escape(policy(*scripts)),
        product=escape(words("shell.product")),
        title=escape(said.title),
        styles=bundle.styles("standalone"),
        figure=figure(chart, words, said, subject),
        table=values_table(chart, subject),
        link=escape(said.link),
        live=escape(words("pack.live")),
        citation=escape(quoted(chart, subject)),
        disclaimer=escape(words("shell.disclaimer")),
        contents=_contents(chart, subject),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    )
    return page.encode(), HTML


def policy(*scripts: str) -> str:
    """The content policy of a file: these scripts run, and nothing is loaded from anywhere."""
    permitted = " ".join(bundle.permitted(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {permitted}; style-src 'unsafe-inline'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _contents(chart: str, subject: Subject) -> str:
    """What the scripts read, with the shapes of a map."""
    own = CHARTS[chart]
    shapes = orjson.Fragment(bundle.topology()) if own.shapes and not own.is_map else None
    return written(held(chart, subject) | ({"shapes": shapes} if shapes else {}))


def held(chart: str, subject: Subject) -> dict[str, Any]:
    """What the scripts of a figure without Dash read: the face, the facts and the view."""
    view, own = subject.view, CHARTS[chart]
    # What is free in a face that holds all years is the reader's.
    body = shown_face(chart, replace(subject, view=own.whole(view)))
    return {
        "chart": chart,
        "face": orjson.Fragment(body),
        "facts": facts(
            subject.words,
            edition(),
            dict.fromkeys((*subject.in_frame(), *view.economies)),
            {chart: chart_facts()[chart] | {"parameters": []}},
            PARAMETERS,
        ),
        "view": {
            "year": "latest" if view.year is None else str(view.year),
            "economies": "~".join(view.economies),
        },
    }


def written(contents: dict[str, Any]) -> str:
    """What scripts read, as JSON that may stand inside a page: "<" would end its element."""
    return orjson.dumps(contents).decode().replace("<", "\\u003c")
