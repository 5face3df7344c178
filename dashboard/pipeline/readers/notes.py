"""Publishers' remarks as our own short codes; imports nothing of the dashboard.

Publishers' sentences are not copied: what matters to a reader of the figure becomes a code, which
`data/i18n/` words in each language. Everything else in a remark (who delivered the figure, which
operators it lists) is left in the publisher's file.
"""

import re
from functools import cache

BREAK = "break"

# "ITU estimate.", "Country estimate.", "Estimated by DSTR.", "Telecom Egypt estimate.", "(Estimated)"; not
# "used to estimate the proportion", "No latest estimations", "Population Estimates - Presence of".
ESTIMATE = re.compile(
    r"\b(?:itu|iut|country|national|nra|nso) estimat|^\W*estimat|\bestimates?\W*$|\bestimated by\b|\(estimated?\)",
    re.IGNORECASE,
)

# "Aged 15 and older." -> 15, "Population age 6+." -> 6, "10 years of age or older" -> 10
_AND_OLDER = re.compile(
    r"\b(\d{1,2})\s*(?:\+|(?:years?\s)?(?:of age\s)?(?:and|or)\s(?:over|older|above|more))",
    re.IGNORECASE,
)
# "Aged 16-74." -> 16, 74; "25 to 72" -> 25, 72
_FROM_TO = re.compile(r"\b(\d{1,2})\s*(?:-|–|to)\s*(\d{2})\b(?!\s*(?:%|per))", re.IGNORECASE)
_AGED = re.compile(r"\bage|population|individual|person|year|users", re.IGNORECASE)

OLDER = frozenset({3, 4, 5, 6, 7, 10, 12, 14, 15, 16, 18, 20})
SPANS = frozenset({(15, 74), (16, 74)})

_PHRASES: tuple[tuple[str, str], ...] = (
    (BREAK, r"\bbreak (?:in|of) (?:comp|(?:time )?series|trend|method)|series break|trend break"),
    (BREAK, r"^break in|not comparable (?:to|with) (?:the )?previous"),
    ("last-12-months", r"last (?:12|twelve) months"),
    ("last-6-months", r"last (?:6|six) months"),
    ("unweighted", r"unweighted|non-probabilistic|quota sampling"),
    ("preliminary", r"preliminary|provisional"),
    ("census", r"\bcensus\b(?! unit)"),
    ("one-operator", r"(?:largest|biggest|one) (?:mobile )?operator|highest coverage"),
    ("one-operator", r"operator with (?:the )?largest|maximal coverage reported by operators"),
    ("inactive-included", r"incl\w*\.? (?:non-active|inactive)|number of configured sim"),
    ("m2m-included", r"incl\w*\.? m2m"),
    ("other-month", r"^(?:as (?:in|of) )?(?:january|february|march|april|may|june|july|august)\b"),
    ("other-month", r"^(?:as (?:in|of) )?(?:september|october|november)\b|of following year"),
    ("other-month", r"financial year|fiscal year|end of (?:march|may|june|september)"),
    ("territory-coverage", r"territorial coverage|share of locations"),
    ("premises-coverage", r"% (?:of )?uk premises"),
    (
        "national-estimate",
        r"country estimate|national estimate|^estimat(?:e|es|ed|ion)\b|nra estim",
    ),
    ("narrowband-included", r"incl\w*\.? narrowband|144 kbit/s|128/64kbps"),
    ("territory-scope", r"occupied territor|refugee settlement|urban areas? only"),
    ("eurostat-definition", r"eurostat"),
)
_COMPILED = tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in _PHRASES)


def is_estimate(*remarks: str) -> bool:
    """Whether a remark says that the figure is an estimate, of ITU ("ITU estimate.") or of the country."""
    return any(ESTIMATE.search(remark) for remark in remarks)


def every_code() -> set[str]:
    """All codes that a remark may have."""
    older = {f"age-{age}-plus" for age in OLDER}
    spans = {f"age-{low}-{high}" for low, high in SPANS}
    return {code for code, _ in _PHRASES} | older | spans | {"age-other"}


@cache
def codes(remark: str) -> tuple[str, ...]:
    """Our codes for a publisher's remark, sorted: "Aged 16-74. Preliminary." -> two codes."""
    if not remark:
        return ()
    found = {code for code, pattern in _COMPILED if pattern.search(remark)}
    if scope := _age_scope(remark):
        found.add(scope)
    return tuple(sorted(found))


def _age_scope(remark: str) -> str:
    """`age-15-plus`, `age-16-74`, `age-other` for a scope we do not word, "" for none."""
    if older := _AND_OLDER.search(remark):
        age = int(older[1])
        return f"age-{age}-plus" if age in OLDER else "age-other"
    if (span := _FROM_TO.search(remark)) and _AGED.search(remark):
        ages = int(span[1]), int(span[2])
        if ages in SPANS:
            return f"age-{ages[0]}-{ages[1]}"
        return "age-other" if ages[0] < ages[1] and ages[1] - ages[0] > 3 else ""
    return ""
