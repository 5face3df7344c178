"""How wide running text is: the letters of Noto Sans in groups of nearly equal width.

Lines of a paragraph are long, so that what single letters are off evens out; labels have the coarser
and wider estimate of `figures/labels.py`, which is never too narrow. Imports that alone.
"""

from functools import lru_cache

from dashboard.figures.labels import FONT_SIZE, width

# Shares of the size of the letters, and who is so wide; joined Arabic letters have their mean.
GROUPS = {
    0.21: "ءآأإا",
    0.26: " ijlîíì’‘'|",
    0.28: "!,.:;`،؛\u00a0\u202f",
    0.32: "()-I[]Jt/\\",
    0.36: "frرز“”",
    0.42: '{}"?؟_гr',
    0.46: "لبتثنيىئؤوcszçзстэ",
    0.48: "kvxyLFГкух«»–دذةهعغفقك",
    0.56: "$*+0123456789<=>ESTYZ^aeéèêëàáâãäüñÉÈ~ЕТавеляёb",
    0.62: "KPVXbdghnopquôöóòùûúñБЗКРХбдорчьABCR#АВСУЬЭЯийнпц",
    0.70: "&DGUЛДЧЪПъфجحخمطظ",
    0.76: "HNOQИЙНЦжмыwОФ",
    0.85: "%ЖЫюm",
    0.93: "MW@щшМسشصض",
    1.04: "ШЩЮ№—",
}
# How much wider a line may turn out, in these or in another font; joined letters vary more.
SAFE, JOINED = 1.04, 1.09
NO_WIDTH = "\u2066\u2067\u2068\u2069"
WIDTHS = {
    **{
        letter: FONT_SIZE * share * (JOINED if "\u0600" < letter < "\u0700" else SAFE)
        for share, all_ in GROUPS.items()
        for letter in all_
    },
    **dict.fromkeys(NO_WIDTH, 0.0),
}


# Words come back in every line, on every picture.
@lru_cache(8192)
def text_width(text: str) -> float:
    """About how wide a line of running text is, in letters of `FONT_SIZE`."""
    return sum([WIDTHS[one] if one in WIDTHS else width(one) for one in text])
