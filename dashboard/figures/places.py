"""The shapes, lines and frames that maps are drawn with, as the pipeline wrote them to `data/geo/`.

Imports the catalogue and settings only. See `docs/geometry.md` for the files.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import orjson

from dashboard.catalogue import catalogue
from dashboard.settings import GEO

REBUILD = "Rebuild the shapes with: python -m dashboard build --sources DIR"


class PlacesError(RuntimeError):
    """Shapes are missing or damaged; the message names the file and the command that mends it."""


@cache
def _file(name: str) -> dict[str, Any]:
    try:
        content: dict[str, Any] = orjson.loads((GEO / name).read_bytes())
    except (OSError, ValueError) as error:
        raise PlacesError(f"{GEO / name} is missing or damaged. {REBUILD}") from error
    return content


def open_all(regions: Iterable[str]) -> None:
    """Read all files before the first request; PlacesError if one lacks what maps need."""
    for name, needed in {
        "topology.json": ("objects", "arcs"),
        "areas.json": ("economies", "neutral", "signs"),
        "lines.json": ("dashed", "dotted"),
        "frames.json": tuple(regions),
        "preview.json": tuple(regions),
    }.items():
        content = _file.__wrapped__(name) if name == "topology.json" else _file(name)
        if lacking := [key for key in needed if key not in content]:
            raise PlacesError(f"{GEO / name} lacks {', '.join(lacking)}. {REBUILD}")


def frame(region: str) -> dict[str, Any]:
    """The frame of a region: projection, rotation, lon, lat, aspect, circles, insets, notes.

    A group that is spread over the world is shown in the world's frame.
    """
    frames = _file("frames.json")
    found: dict[str, Any] = frames.get(region) or frames[catalogue().world]
    return found


def areas() -> dict[str, dict[str, Any]]:
    """Every economy with a shape or a point: `point` [lon, lat], `shape`, `small`."""
    economies: dict[str, dict[str, Any]] = _file("areas.json")["economies"]
    return economies


def followers(region: str) -> dict[str, str]:
    """The areas that follow another's colour on the map of a region, each with the one it follows."""
    members = catalogue().groups[region].members
    return {
        area: other
        for area, other in catalogue().follows.items()
        if other in members and area not in members
    }


def neutral() -> list[str]:
    """The ids of the areas of undetermined status."""
    ids: list[str] = _file("areas.json")["neutral"]
    return ids


def signs(region: str) -> dict[str, str]:
    """The signs of the notes of a region's map, such as "*", by the area that they belong to."""
    found: dict[str, str] = {}
    for key, one in _file("areas.json")["signs"].items():
        members = set(catalogue().groups[region].members) | set(one["always"])
        if key in frame(region)["notes"]:
            for area in one["areas"]:
                if area in members:
                    found[area] = f"{found[area]} {one['sign']}" if area in found else one["sign"]
    return found


def boundary_lines() -> dict[str, dict[str, list[float | None]]]:
    """The lines that are not settled boundaries, by kind (dashed, dotted): lon and lat."""
    return _file("lines.json")


class Panel(NamedTuple):
    """A part of a picture: the frame itself, which has no `key`, or an inset, larger beside it.

    `box` is its left, top, width and height in the picture, where everything else lies too; `scale` the
    steps of the picture in one of the plane; `circles` the economies that it shows by a circle; `frame`
    what plotly.js is told, which calls it `subplot`; `window` the path of an inset's outline on the frame.
    """

    key: str
    subplot: str
    box: tuple[int, int, int, int]
    scale: float
    paths: Mapping[str, str]
    lines: Mapping[str, str]
    points: Mapping[str, Sequence[int]]
    circles: Sequence[str]
    frame: Mapping[str, Any]
    window: str = ""


class Picture(NamedTuple):
    """The pre-projected picture of a region: its width and height, and its panels, the frame first."""

    size: tuple[int, int]
    panels: Sequence[Panel]


def picture(region: str) -> Picture:
    """The picture of a region; that of the world where it has no frame."""
    return _picture(region if region in _file("preview.json") else catalogue().world)


@cache
def _picture(region: str) -> Picture:
    drawn, described = _file("preview.json")[region], frame(region)
    insets = zip(drawn["insets"], described["insets"], strict=True)
    panels = [_panel(one, of, k) for k, (one, of) in enumerate([(drawn, described), *insets])]
    return Picture(tuple(drawn["size"]), panels)


def _panel(drawn: Mapping[str, Any], described: Mapping[str, Any], place: int) -> Panel:
    return Panel(
        described.get("key", ""),
        f"geo{place + 1}" if place else "geo",
        tuple(drawn["box"]),
        drawn["scale"],
        drawn["paths"],
        drawn["lines"],
        drawn["points"],
        described["circles"],
        described,
        drawn.get("window", ""),
    )
