"""The picture faces: a card as SVG, and as PNG without a browser (resvg); never imports dash.

The same view gives the same bytes wherever the fonts are the same.
"""

from functools import cache
from pathlib import Path

import resvg_py

from dashboard.exports.card import card
from dashboard.exports.look import Look
from dashboard.settings import settings
from dashboard.tables import Tables
from dashboard.text.subject import subject_of
from dashboard.theme import in_palette
from dashboard.view import View

SVG, PNG = "image/svg+xml", "image/png"
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


class FontsError(RuntimeError):
    """Fonts are missing; the message names them and says how to get them."""


def svg(chart: str, view: View, tables: Tables, look: Look) -> tuple[bytes, str]:
    """The card of a chart as SVG."""
    return _drawn(chart, view, tables, look).encode(), SVG


def png(chart: str, view: View, tables: Tables, look: Look) -> tuple[bytes, str]:
    """The card of a chart as PNG; FontsError where the fonts are not installed."""
    drawn = _drawn(chart, view, tables, look)
    found = resvg_py.svg_to_bytes(
        svg_string=drawn, skip_system_fonts=True, font_files=list(_fonts()), font_family=FAMILY
    )
    return bytes(found), PNG


def _drawn(chart: str, view: View, tables: Tables, look: Look) -> str:
    drawn = card(chart, subject_of(view, tables), look.width, look.height)
    return in_palette(drawn, look.theme)


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
