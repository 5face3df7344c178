"""The map rules of `data/catalogue/map_rules.toml` as frozen values; imports no geometry library."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli


class ShapeError(ValueError):
    """Shapes or rules are not as they should be; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class ShapeSource:
    """A pinned npm package, the file that holds the shapes and, in a script, their topology."""

    package: str
    version: str
    file: str
    topology: str = ""


@dataclass(frozen=True, slots=True)
class LineRule:
    """A boundary that is not drawn as settled.

    It lies between the areas of `between`, or around all areas of the list named by `around`;
    `within` takes it from the second source, cut to that area. `kind` is dashed or dotted.
    """

    key: str
    kind: str
    between: tuple[str, ...] = ()
    around: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class FrameRule:
    """Corrections of one framed view; None leaves what is computed from the members.

    Only what lies inside the window `lon` by `lat` (degrees; longitudes may pass 180) stretches
    the frame; members in `leave_out` never do. `rotation` is the central meridian. `insets` are drawn
    larger beside the frame, in their order.
    """

    lon: tuple[float, float] | None = None
    lat: tuple[float, float] | None = None
    projection: str | None = None
    rotation: float | None = None
    parallels: tuple[float, float] | None = None
    leave_out: tuple[str, ...] = ()
    insets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InsetRule:
    """A window, in degrees (longitudes may pass 180), where members are crowded."""

    lon: tuple[float, float]
    lat: tuple[float, float]


@dataclass(frozen=True, slots=True)
class SignRule:
    """The sign of a note, and its areas; of `members` of the group only, or wherever the note is shown."""

    sign: str
    areas: tuple[str, ...]
    members: bool


@dataclass(frozen=True, slots=True)
class MapRules:
    """All rules; `second` maps an area of the second source to the area it is cut out of."""

    sources: Mapping[str, ShapeSource]
    second: Mapping[str, str]
    lakes_over: float
    neutral: tuple[str, ...]
    omitted: tuple[str, ...]
    without_shape: tuple[str, ...]
    without_circle: tuple[str, ...]
    nsgt: tuple[str, ...]
    points: Mapping[str, tuple[float, float]]
    lines: tuple[LineRule, ...]
    notes: Mapping[str, tuple[str, ...]]
    signs: Mapping[str, SignRule]
    frames: Mapping[str, FrameRule]
    insets: Mapping[str, InsetRule]

    def line_sides(self, rule: LineRule) -> tuple[str, ...]:
        """The areas whose boundary the line is part of."""
        return self.neutral if rule.around == "neutral" else rule.between

    def signed(self, sign: SignRule) -> tuple[str, ...]:
        """The areas that a sign stands at."""
        return self.nsgt if "nsgt" in sign.areas else sign.areas

    def notes_for(self, members: Iterable[str]) -> list[str]:
        """Keys of the map notes that belong to a map of these members; not of what lies around them."""
        inside = set(members)
        return [
            key
            for key, named in self.notes.items()
            if "*" in named or inside & set(self.nsgt if "nsgt" in named else named)
        ]


def load_rules(path: Path) -> MapRules:
    """Read the rules; an unknown key raises TypeError naming it."""
    raw = tomli.loads(path.read_text(encoding="utf-8"))
    return MapRules(
        sources={name: ShapeSource(**entry) for name, entry in raw["sources"].items()},
        second=raw["second"],
        points={code: (lon, lat) for code, (lon, lat) in raw["points"].items()},
        lines=tuple(LineRule(**_tuples(entry)) for entry in raw["lines"]),
        notes={key: tuple(codes) for key, codes in raw["notes"].items()},
        signs={key: SignRule(**_tuples(entry)) for key, entry in raw["signs"].items()},
        frames={code: FrameRule(**_tuples(entry)) for code, entry in raw["frames"].items()},
        insets={key: InsetRule(**_tuples(entry)) for key, entry in raw["insets"].items()},
        **_tuples(raw["areas"]),
    )


def _tuples(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()}
