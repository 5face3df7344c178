"""From publishers' files to the tables of the dashboard; imports settings and the catalogue only.

The command line alone imports this package, inside the verbs build and check: pandas and geopandas stay out of
the web process.
"""

from dashboard.pipeline.build import BuildError, BuildReport, build

__all__ = ["BuildError", "BuildReport", "build"]
