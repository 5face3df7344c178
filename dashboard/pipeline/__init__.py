"""From publishers' files to the tables of the dashboard; imports settings and the catalogue only.

The command line alone imports this package, inside the build verb: pandas and geopandas stay out of
the web process.
"""
