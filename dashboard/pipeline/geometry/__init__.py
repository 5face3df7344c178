"""From two pinned npm packages to the shapes of the maps; imports settings and the catalogue only.

`build` puts together what the other files do, each a step; the format of the files is in
`docs/geometry.md`.
"""

from dashboard.pipeline.geometry.build import GeometryReport, build_geometry

__all__ = ["GeometryReport", "build_geometry"]
