"""Shorter words for a picture whose letters would be too small: what is left out goes to its description.

First the source is in brief; then the sentence ends earlier, sentence by sentence, and says so.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dashboard.charts.captions import Caption

# Where a sentence ends: not after an abbreviation, which goes on with a small letter, a number or a bracket.
END = re.compile(r"(?<=[.؟])[ \u00a0]+(?![a-zа-яё(\d])|(?<=。)")
MORE = " …"


def briefer(said: Caption, source: str) -> Iterator[tuple[Caption, list[str]]]:
    """Ever shorter captions, `source` their source in brief, each with what it leaves out."""
    brief = replace(said, source=source)
    yield brief, [said.source]
    for shorter in ended_earlier(said.sentence):
        yield replace(brief, sentence=shorter), [said.sentence, said.source]


def ended_earlier(text: str) -> Iterator[str]:
    """Sentences without the last one, without the last two, and so on, with a sign that there are more."""
    ends = [found.start() for found in END.finditer(text)]
    for end in reversed(ends[:-1] if text.endswith("。") else ends):
        yield text[:end] + MORE
