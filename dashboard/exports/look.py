"""How a picture of a view looks: its size in pixels and its colours; read from the query of a face.

`theme` is also a parameter of the view (a theme page); on a picture `light`, `dark` and `print` are
colours. Never imports dash.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from dashboard.theme import PALETTES
from dashboard.view import ViewError

# Widths and heights by name; `print` is A5 at 300 dots an inch.
SIZES = {
    "page": (1200, 675),
    "slide": (1600, 900),
    "square": (1080, 1080),
    "og": (1200, 630),
    "print": (2480, 1748),
}
# The least size of letters in units of a picture: 14 points on a slide 960 points wide, 9 on A5, and
# what can be read on a screen.
LETTERS = {"slide": 14.6, "print": 15.15}
ON_SCREEN = 12.0
SMALLEST, LARGEST = 160, 3000
LENGTH = f"a number of pixels from {SMALLEST} to {LARGEST}"
# Between a tall telephone and a banner; beyond it the words leave no room for the figure.
FLATTEST = 2.5
# Sizes that differ by rounding to whole pixels have one shape.
CLOSE = 0.02
Query = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Look:
    """Size in pixels, and the name of a palette; one that `grows` was asked for without a size."""

    width: int = SIZES["page"][0]
    height: int = SIZES["page"][1]
    theme: str = "light"
    grows: bool = False

    @property
    def is_social(self) -> bool:
        """Whether it has the shape of the cards that pasted links are shown by."""
        width, height = SIZES["og"]
        return abs(self.width / self.height - width / height) < CLOSE

    @classmethod
    def from_query(cls, query: Query) -> tuple[Self, dict[str, Sequence[str]]]:
        """The look that a face's query asks for, and what else it says; ViewError if unusable."""
        rest = dict(query)
        size = _one(rest, "size")
        if size and size not in SIZES:
            raise ViewError(f"The parameter 'size' must be one of {', '.join(SIZES)}.")
        named = SIZES[size or "page"]
        width, height = (_length(rest, key) for key in ("width", "height"))
        if (width or height) and size:
            raise ViewError("Give either 'size' or 'width' and 'height'.")
        wide, tall = _whole(width, height) if width or height else named
        palette = _one(rest, "theme") if rest.get("theme", [""])[0] in PALETTES else "light"
        return cls(wide, tall, palette, grows=not (size or width or height)), rest

    def to_query(self) -> str:
        """The part of the query that says all this; what is the default is left out."""
        pairs: list[tuple[str, object]] = []
        name = next((key for key, size in SIZES.items() if size == (self.width, self.height)), "")
        if not name:
            pairs = [("width", self.width), ("height", self.height)]
        elif not self.grows:
            pairs = [("size", name)]
        if self.theme != "light":
            pairs.append(("theme", self.theme))
        return urlencode(pairs)


def least_letters(width: int, height: int) -> float:
    """The least size of letters on the medium that a picture of this size is for."""
    sizes = {SIZES[name]: letters for name, letters in LETTERS.items()}
    return sizes.get((width, height), ON_SCREEN)


def _one(query: dict[str, Sequence[str]], name: str) -> str:
    """Take a parameter out of the query; ViewError if it is given twice."""
    texts = query.pop(name, [""])
    if len(texts) != 1:
        raise ViewError(f"The parameter {name!r} may be given once only.")
    return texts[0]


def _length(query: dict[str, Sequence[str]], name: str) -> int:
    """A width or a height, 0 if it is left open."""
    text = _one(query, name)
    if not text:
        return 0
    if not re.fullmatch(r"[0-9]{3,4}", text) or not SMALLEST <= int(text) <= LARGEST:
        raise ViewError(f"The parameter {name!r} must be {LENGTH}.")
    return int(text)


def _whole(width: int, height: int) -> tuple[int, int]:
    """Both lengths, one of which may be open; ViewError for a strip that holds no figure."""
    page_width, page_height = SIZES["page"]
    width = width or round(height * page_width / page_height)
    height = height or round(width * page_height / page_width)
    if max(width / height, height / width) > FLATTEST or max(width, height) > LARGEST:
        raise ViewError(f"A picture may be {FLATTEST:g} times as wide as it is high, or as high.")
    return width, height
