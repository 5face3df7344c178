"""The sections of a deck, by which programs fold, move and print slides that belong together."""

from collections.abc import Iterable
from html import escape
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Deck

EXTENSION = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def divide(deck: Deck, names: Iterable[str]) -> None:
    """Put each slide into the section that is named for it; neighbours of one name share one."""
    slides = zip(names, (one.slide_id for one in deck.slides), strict=True)
    sections = "".join(
        _section(k, name, [number for _, number in found])
        for k, (name, found) in enumerate(groupby(slides, key=lambda one: one[0]))
    )
    listed = (
        f'<p:extLst {nsdecls("p")}><p:ext uri="{EXTENSION}">'
        f'<p14:sectionLst xmlns:p14="{P14}">{sections}</p14:sectionLst></p:ext></p:extLst>'
    )
    presentation = deck.part._element  # noqa: SLF001  # nothing public has sections
    presentation.remove_all("p:extLst")
    presentation.append(parse_xml(listed))


def _section(k: int, name: str, slides: Iterable[int]) -> str:
    identifier = str(uuid5(NAMESPACE_URL, f"{k} {name}")).upper()
    inside = "".join(f'<p14:sldId id="{number}"/>' for number in slides)
    return (
        f'<p14:section name="{escape(name)}" id="{{{identifier}}}">'
        f"<p14:sldIdLst>{inside}</p14:sldIdLst></p14:section>"
    )
