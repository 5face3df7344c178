"""All callbacks; importing this package registers them. They never import the pages."""

from dashboard.callbacks import charts, pack, view

__all__ = ["charts", "pack", "view"]
