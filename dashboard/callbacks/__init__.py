"""All callbacks; importing this package registers them. They never import the pages."""

from dashboard.callbacks import charts, view

__all__ = ["charts", "view"]
