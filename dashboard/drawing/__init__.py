"""Figures as SVG, without a browser: the part of plotly's figures that `figures/` makes use of."""
