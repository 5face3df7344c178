"""The faces of a view as bytes: JSON and CSV; never import dash."""
