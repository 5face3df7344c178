"""The language of a finished slide in every text of it: shapes, charts, the speaker's notes.

Where a language runs from right to left, each paragraph says so and each text names a font that has its
letters: programs take them from nowhere else.
"""

from collections.abc import Iterator
from typing import Any

from lxml.etree import SubElement
from pptx.oxml.ns import qn
from pptx.slide import Slide

from dashboard.catalogue.languages import LANGUAGES

FONT = "Arial"
TEXTS = [qn(f"a:{name}") for name in ("rPr", "defRPr", "endParaRPr")]


def speak(slide: Slide, lang: str) -> None:
    """Say of each text of a slide in which language it is, and from which side it runs."""
    language = LANGUAGES[lang]
    from_right = language.direction == "rtl"
    for tree in _trees(slide):
        for run in tree.iter(qn("a:r")):
            run.get_or_add_rPr()
        for text in tree.iter(*TEXTS):
            text.set("lang", language.office)
            if from_right and text.find(qn("a:cs")) is None:
                SubElement(text, qn("a:cs")).set("typeface", FONT)
        if from_right:
            for paragraph in tree.iter(qn("a:p")):
                paragraph.get_or_add_pPr().set("rtl", "1")


def _trees(slide: Slide) -> Iterator[Any]:
    yield slide.shapes._spTree  # noqa: SLF001  # nothing public sets languages
    yield from (one.chart._chartSpace for one in slide.shapes if one.has_chart)  # noqa: SLF001
    if slide.has_notes_slide:
        yield slide.notes_slide.shapes._spTree  # noqa: SLF001
