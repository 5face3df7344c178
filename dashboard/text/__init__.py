"""The words around a figure: titles, sentences, sources, notes; never import dash."""
