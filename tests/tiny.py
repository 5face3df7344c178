"""A hand-made folder of tables, small enough to check every figure and sentence by eye."""

import json
from pathlib import Path
from typing import Any

from dashboard.digests import version_of
from dashboard.packing import pack
from dashboard.tables import Tables
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View

YEARS = [2005, 2008, 2009, 2010, 2011, 2012]
INDICATORS = ["internet-use", "fixed-telephone"]

ECONOMIES: dict[str, dict[str, Any]] = {
    "KIR": {
        "values": [4.0, 7.0, 8.0, 9.1, None, 12.0],
        "status": "ooie.o",
        "sources": "aaaa.a",
        "notes": {"2009": [0], "2012": [1]},
    },
    "FJI": {
        "values": [8.5, 13.0, 17.0, 20.0, 28.0, 33.7],
        "status": "oooooc",
        "sources": "aaaaab",
        "notes": {},
    },
    "CHN": {
        "values": [8.5, 22.6, 28.9, 34.3, 38.3, 42.3],
        "status": "oooooo",
        "sources": "aaaaaa",
        "notes": {},
    },
    "DEU": {
        "values": [68.7, 78.0, 79.0, 82.0, 81.3, 82.3],
        "status": "oooooo",
        "sources": "aaaaaa",
        "notes": {},
    },
    "KEN": {
        "values": [3.1, 8.7, 6.1, 7.2, 8.8, None],
        "status": "eeeee.",
        "sources": "aaaaa.",
        "notes": {},
    },
}


def group(values: list[float | None], filled: float = 0.0) -> dict[str, Any]:
    """A group of ten economies that four have data for; China leads, Kiribati trails."""
    known = [value is not None for value in values]
    return {
        "values": values,
        "with_data": [4 if k else 1 for k in known],
        "total": 10,
        "coverage": [0.9 if k else 0.4 for k in known],
        "filled": [filled if k else 0.0 for k in known],
        "highest": [2] * 6,
        "lowest": [0] * 6,
    }


GROUPS = {
    "world": group([15.8, 23.1, 25.6, 28.9, 31.3, 34.2], filled=0.12),
    "escap": group([9.6, 17.2, 20.1, 23.6, 26.6, 29.7]),
    "escap-pac": group([None, None, None, 44.0, 45.0, 46.0]),
    "m49-developed": group([50.9, 61.3, 62.9, 66.5, 67.7, 71.3]),
    "m49-developing": group([7.8, 14.7, 17.4, 21.2, 24.1, 27.4]),
}
PUBLISHED = {
    "world/itu-aggregates": {"values": [15.8, 23.0, 25.5, 28.8, None, None], "edition": "2022-01"}
}
GAP = {
    "higher": [50.9, 61.3, 62.9, 66.5, 67.7, 71.3],
    "lower": [7.8, 14.7, 17.4, 21.2, 24.1, 27.4],
    "points": [43.1, 46.6, 45.5, 45.3, 43.6, 43.9],
    "ratio": [6.5, 4.2, 3.6, 3.1, 2.8, 2.6],
    "logit": [2.51, 2.22, 2.09, 2.0, 1.89, 1.88],
    "years_behind": ["before", "before", "before", 10.4, 10.9, 11.2],
    "years": [2005, 2012],
    "economies": [40, 120],
    "coverage": [0.98, 0.91],
}
# The same economies throughout: other levels, and the changes of the gap above.
SAME_GAP = {
    **GAP,
    "higher": [51.9, 62.3, 63.9, 67.5, 68.7, 72.3],
    "lower": [8.8, 15.7, 18.4, 22.2, 25.1, 28.4],
    "economies": [38, 110],
    "coverage": [0.95, 0.85],
}


SPREADS = {
    "escap": {
        "high": [8.5, 22.6, 28.9, 34.3, 38.3, 42.3],
        "median": [8.5, 13.0, 17.0, 20.0, 33.2, 33.7],
        "low": [4.0, 7.0, 8.0, 9.1, 28.0, 12.0],
        "n": [3, 3, 3, 3, 2, 3],
        "highest": [1, 2, 2, 2, 2, 2],
        "lowest": [0, 0, 0, 0, 1, 0],
        "gini": [0.1, 0.2, 0.2, 0.2, 0.1, 0.1],
        "theil": [0.05, 0.12, 0.1, 0.09, None, 0.06],
        "theil_between": [0.02, 0.05, 0.04, 0.03, None, 0.02],
        "parts": ["escap-pac", "escap-enea"],
    }
}
PROFILES = {
    "KIR": {
        "latest": [[12.0, 2012, "o"], None],
        "ranks": {"world": [[5, 5], None], "escap": [[3, 3], None]},
        "peers": ["FJI"],
    },
    "FJI": {
        "latest": [[28.0, 2011, "o"], [10.0, 2010, "e"]],
        "ranks": {"world": [[3, 5], [1, 1]], "escap": [[2, 3], [1, 1]]},
        "peers": ["KIR"],
    },
}
AVAILABILITY = {
    "escap": {
        "members": 10,
        "observed": [[3, 3, 2, 2, 2, 2], [0, 0, 0, 0, 0, 0]],
        "estimated": [[0, 0, 0, 1, 0, 0], [0, 0, 0, 1, 0, 0]],
    }
}
READINGS = {
    "KIR": [
        {
            "value": 12.0,
            "year": 2012,
            "status": "o",
            "verdict": "off-track",
            "reason": "",
            "checkpoints": [4.0, 9.1, None],
            "pace": 1.1,
            "window": [2005, 2012],
            "required": 4.9,
            "arrival": [2045, 2049, None],
            "fit": [2012, 12.0, 0.12, 0.15, 0.2],
            "scale": "logit",
        }
    ],
    "escap": [None],
}


def _served() -> dict[str, str]:
    """Internet use with all kinds of series, and fixed telephones without group values."""
    published = {key: {**line, "source": key.split("/")[1]} for key, line in PUBLISHED.items()}
    gaps = {
        "development/m49-developed/m49-developing/all": GAP,
        "development/m49-developed/m49-developing/same": SAME_GAP,
    }
    parts = {"groups": GROUPS, "published": published, "gaps": gaps, "spreads": SPREADS}
    full, bare = INDICATORS
    terms = {"measures": ["umc-1"], "checkpoints": [2005, 2010, 2015], "horizon": 2060}
    times = {"indicators": INDICATORS, "years": YEARS}
    return {
        f"serve/{full}": _lines(full, parts),
        f"serve/{bare}": _lines(bare, {name: {} for name in parts}),
        "profiles": _places({"indicators": INDICATORS}, PROFILES),
        "availability": _places(times, AVAILABILITY),
        "targets": _places(terms, READINGS),
    }


def _places(terms: dict[str, Any], lines: dict[str, Any]) -> str:
    header = {**terms, "places": list(lines)}
    return "\n".join(map(json.dumps, (header, *lines.values())))


def _lines(indicator: str, parts: dict[str, dict[str, Any]]) -> str:
    header = {
        "indicator": indicator,
        "years": YEARS,
        "latest": 2010,
        "economies": list(ECONOMIES),
        **{name: list(part) for name, part in parts.items()},
        "sources": ["itu-internet-use", "wdi-internet-use"],
        "notes": ["interpolated", "break"],
    }
    lines = (
        header,
        *({**line, "packed": pack(line, YEARS, 1)} for line in ECONOMIES.values()),
        *(line for part in parts.values() for line in part.values()),
    )
    return "\n".join(map(json.dumps, lines))


SERVED = _served()
VERSION = version_of([text.encode() for text in SERVED.values()], ())


def write_tables(folder: Path) -> Tables:
    """Write all of it, as a build would."""
    (folder / "serve").mkdir(parents=True)
    manifest = {"version": VERSION, "built": "2012-12-31", "indicators": INDICATORS}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    for name, text in SERVED.items():
        (folder / f"{name}.jsonl").write_text(text)
    return Tables(folder)


def subject(tables: Tables, **view: Any) -> Subject:
    """The subject of a view of those tables, in English unless told."""
    return subject_of(View(**{"lang": "en", **view}), tables)
