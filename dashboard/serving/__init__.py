"""How pages and faces travel: index page, headers, compression, caches; knows no chart and no word."""
