"""The faces of a view as bytes, a module a face; never import dash."""
