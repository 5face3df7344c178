"""The shapes, lines and frames that maps are drawn with, as the pipeline wrote them to `data/geo/`.

Imports the catalogue and settings only. See `docs/geometry.md` for the files.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

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
        "areas.json": ("economies", "neutral"),
        "lines.json": ("dashed", "dotted"),
        "frames.json": tuple(regions),
        "preview.json": tuple(regions),
    }.items():
        content = _file.__wrapped__(name) if name == "topology.json" else _file(name)
        if lacking := [key for key in needed if key not in content]:
            raise PlacesError(f"{GEO / name} lacks {', '.join(lacking)}. {REBUILD}")


def frame(region: str) -> dict[str, Any]:
    """The frame of a region: projection, rotation, lon, lat, aspect, circles, notes.

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


def boundary_lines() -> dict[str, dict[str, list[float | None]]]:
    """The lines that are not settled boundaries, by kind (dashed, dotted): lon and lat."""
    return _file("lines.json")


def preview(region: str) -> dict[str, Any]:
    """The pre-projected picture of a region: size, paths of areas and of lines by kind, points."""
    pictures = _file("preview.json")
    found: dict[str, Any] = pictures.get(region) or pictures[catalogue().world]
    return found
