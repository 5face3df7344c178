"""Pages to take away are files, not pages of the site."""

from werkzeug.test import Client

from dashboard.edition import edition


def test_files_of_a_view_are_downloads_that_run_nowhere_here(client: Client) -> None:
    """A file of a view is saved, not shown, may be kept for good, and the site's policy stays strict."""
    address = f"/view/gap.html?indicator=egdi&lang=en&v={edition()}"
    for _ in ("made", "remembered"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.mimetype == "text/html"
        assert (
            answer.headers["Content-Disposition"] == 'attachment; filename="gap-egdi-world-en.html"'
        )
        assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
        assert "immutable" in answer.headers["Cache-Control"]
        assert (
            "unsafe-inline"
            not in client.get("/gap").headers["Content-Security-Policy"].split("style-src")[0]
        )
    again = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
