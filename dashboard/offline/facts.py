"""What the scripts of a file without a server must know: words, names, ids; never imports dash.

The counterpart of `components/facts.py` for what is taken away: fewer words, and the names of the
economies that the file is about.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dashboard.catalogue.languages import LANGUAGES
from dashboard.components.facts import ELSEWHERE
from dashboard.i18n import Words
from dashboard.ids import Ids
from dashboard.view import MOST_ECONOMIES

BROWSER_WORDS = (
    "carried",
    "chosen_at",
    "chosen_none",
    "chosen_title",
    "economies",
    "estimated",
    "failed",
    "filled",
    "general",
    "interpolated",
    "modelled",
    "neutral",
    "no_data",
    "not-given",
    "notes",
    "observed",
    "pause",
    "play",
    "rank",
    "remove",
    "rows",
    "silent",
    "stated",
    "stated_other",
    "tied",
    "two",
)


def facts(
    words: Words,
    version: str,
    economies: Iterable[str],
    charts: Mapping[str, Any],
    parameters: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """The facts in one language.

    `charts` is what the browser knows of each chart (`chart_facts`), `parameters` the names
    and defaults of those that a reader of the file can change.
    """
    return {
        "root": "",
        "version": version,
        "lang": words.lang,
        "dir": words.direction,
        "locale": LANGUAGES[words.lang].browser,
        "plotly": LANGUAGES[words.lang].plotly,
        "product": words("shell.product"),
        "parameters": parameters,
        "charts": charts,
        "most": MOST_ECONOMIES,
        "names": {code: words.economy(code) for code in economies},
        "ids": {member.name: member.value for member in Ids},
        "words": _texts(words),
    }


def _texts(words: Words) -> dict[str, str]:
    return {
        f"{name}{form}": text
        for name in BROWSER_WORDS
        for form, text in words.forms(f"{ELSEWHERE.get(name, 'controls.browser')}.{name}").items()
    }
