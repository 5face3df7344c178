"""A page may load, run and be framed by what its headers say, and nothing else."""

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
