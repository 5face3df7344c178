"""The picture faces: a card as SVG, and as PNG without a browser (resvg); never imports dash.

The same view gives the same bytes wherever the fonts are the same.
"""

import subprocess
import sys
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.charts.captions import caption
from dashboard.drawing.plot import plot
from dashboard.exports.card import card
from dashboard.exports.look import Look
from dashboard.exports.social import social
from dashboard.formats.media import PNG, SVG
from dashboard.formats.png import described
from dashboard.formats.svg import XMLNS
from dashboard.settings import ROOT, settings
from dashboard.text.subject import Subject
from dashboard.theme import in_palette

FAMILY = "Noto Sans"
# Debian's fonts-noto-core and fonts-noto-cjk: they cover the scripts of the six languages.
FONTS = (
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-Bold.ttf",
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJK-Bold.ttc",
)

RASTER = ROOT / "dashboard" / "drawing" / "raster.py"


class FontsError(RuntimeError):
    """Fonts are missing; the message names them and says how to get them."""


def svg(chart: str, subject: Subject, look: Look) -> tuple[bytes, str]:
    """The card of a chart as SVG."""
    return _drawn(chart, subject, look).encode(), SVG


def png(chart: str, subject: Subject, look: Look) -> tuple[bytes, str]:
    """The card of a chart as PNG, with its words as texts of the file; FontsError without fonts."""
    picture = _raster(_drawn(chart, subject, look))
    return described(picture, _texts(chart, subject), subject.words.lang), PNG


def plot_png(figure: Mapping[str, Any], width: float, height: float) -> bytes:
    """A figure alone, without words around it, as PNG with two dots a unit."""
    size = f'viewBox="0 0 {width:g} {height:g}" width="{2 * width:g}" height="{2 * height:g}"'
    inside = plot(figure, width, height)
    return _raster(f'<svg xmlns="{XMLNS}" {size} font-family="{FAMILY}">{inside}</svg>')


@cache
def logo_png(logo: bytes, width: float, height: float, *, from_right: bool) -> bytes:
    """A picture, PNG or SVG, as large as a box allows, at its end, as PNG with four dots a unit."""
    kind = "png" if logo.startswith(b"\x89PNG") else "svg+xml"
    side = "xMinYMid" if from_right else "xMaxYMid"
    size = f'viewBox="0 0 {width:g} {height:g}" width="{4 * width:g}" height="{4 * height:g}"'
    link = f"data:image/{kind};base64,{b64encode(logo).decode()}"
    image = (
        f'<image href="{link}" width="{width:g}" height="{height:g}" preserveAspectRatio="{side}"/>'
    )
    return _raster(f'<svg xmlns="{XMLNS}" {size}>{image}</svg>')


def _texts(chart: str, subject: Subject) -> dict[str, str]:
    """What the picture says and what of its notes found no room, by the keywords of PNG."""
    said = caption(chart, subject)
    return {
        "Title": said.title,
        "Description": " ".join([said.subtitle, said.sentence, *said.notes]).strip(),
        "Copyright": said.source,
        "Comment": said.link,
        "Software": subject.words("shell.product"),
    }


def _raster(drawing: str) -> bytes:
    """The drawing by resvg, in a process of its own: it would stop all threads of this one."""
    command = [sys.executable, "-P", str(RASTER), FAMILY, *_fonts()]
    done = subprocess.run(command, input=drawing.encode(), capture_output=True, check=True)  # noqa: S603  # ours
    return done.stdout


def _drawn(chart: str, subject: Subject, look: Look) -> str:
    size = (look.width, look.height)
    drawing = (
        social(chart, subject, *size)
        if look.is_social
        else card(chart, subject, *size, grows=look.grows)
    )
    return in_palette(drawing, look.theme)


@cache
def _fonts() -> tuple[str, ...]:
    """The font files, wherever they lie below the folder of fonts."""
    folder = settings().fonts
    found = {path.name: str(path) for path in sorted(Path(folder).rglob("NotoSans*"))}
    if missing := [name for name in FONTS if name not in found]:
        raise FontsError(
            f"{folder} lacks {', '.join(missing)}; "
            "the Debian packages fonts-noto-core and fonts-noto-cjk have them."
        )
    return tuple(found[name] for name in FONTS)
