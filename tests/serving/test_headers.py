"""A page may load, run and be framed by what its headers say, and nothing else."""

from werkzeug.test import Client

from dashboard.serving.headers import FACE, page_headers


def test_scripts_inside_a_page_are_named_by_their_hash() -> None:
    """Only scripts whose hash is in the policy run inside a page."""
    policy = page_headers(["'sha256-abc='"], "'self'")["Content-Security-Policy"]
    assert "script-src 'self' 'sha256-abc=';" in policy


def test_frames_are_a_setting() -> None:
    """Who may show the pages in a frame is what the setting says."""
    policy = page_headers([], "https://www.un.org")["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors https://www.un.org")


def test_faces_run_nothing() -> None:
    """A picture or a data file opened on its own runs no script, whatever it holds."""
    assert FACE["Content-Security-Policy"].startswith("default-src 'none'")


def test_scripts_of_other_sites_read_what_a_copy_says_of_itself(client: Client) -> None:
    """Its name, its tag and the way to the newest version, which browsers hide unless told otherwise."""
    copy = client.get("/view/map.csv?lang=en", follow_redirects=True)
    shown = copy.headers["Access-Control-Expose-Headers"].split(", ")
    assert {"Content-Disposition", "ETag", "Link"} <= {*copy.headers.keys()} & {*shown}
