"""The languages, in the order in which they are offered; imports settings only.

One table, `data/i18n/languages.json`, says all that is not a word: it is read by the front-end build
as well. A language is an entry there and a folder of words beside it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.settings import I18N


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its own `name`, where its lines begin, and what others call it.

    `babel`, `browser`, `office` and `plotly` are its names in Babel, in a browser's Intl (Arabic with
    the Latin figures that ITU prints on the web), in a slide and in plotly.js. For the order of names:
    `letters` that are letters of their own, `script` (a range of characters) that comes first,
    `article` that does not count, `order` "pinyin". `scales` are its words behind a number, each with
    what it multiplies by. `months` are the names of months where the United Nations has others than
    CLDR. `unbroken` are patterns in a text, each with what it becomes: a space that no line may end at.
    """

    name: str
    babel: str
    browser: str
    office: str
    plotly: str
    direction: str = "ltr"
    script: str = ""
    letters: str = ""
    article: str = ""
    order: str = ""
    scales: Mapping[str, float] = field(default_factory=dict)
    months: tuple[str, ...] = ()
    unbroken: tuple[tuple[str, str], ...] = ()


LANGUAGES: dict[str, Language] = {
    code: Language(**entry)
    for code, entry in json.loads((I18N / "languages.json").read_text(encoding="utf-8")).items()
}
