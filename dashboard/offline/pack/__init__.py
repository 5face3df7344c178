"""The room pack: a folder with a region's figures that opens from a stick without a server."""
