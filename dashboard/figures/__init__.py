"""The figures: pure functions from a subject to plotly figures as plain dicts; never import dash."""
