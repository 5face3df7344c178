"""Settings are read from the environment with a sentence for what is wrong."""

import os
import subprocess
import sys

import pytest

from dashboard.settings import ROOT, SETTINGS, SettingError, read_settings


def test_defaults_serve() -> None:
    """Without any environment it listens on 8050, to this machine, and may be framed by itself only."""
    settings = read_settings({})
    assert (settings.bind, settings.frame_ancestors) == ("127.0.0.1:8050", "'self'")


@pytest.mark.parametrize(
    ("host", "bind", "address"),
    [
        ("0.0.0.0", "0.0.0.0:80", "http://127.0.0.1:80"),
        ("::", "[::]:80", "http://[::1]:80"),
        ("192.0.2.7", "192.0.2.7:80", "http://192.0.2.7:80"),
    ],
)
def test_the_dashboard_listens_where_it_is_told(host: str, bind: str, address: str) -> None:
    """An address of the machine opens it to others; copies print one that can be opened."""
    settings = read_settings({"HOST": host, "PORT": "80"})
    assert (settings.bind, settings.address) == (bind, address)


@pytest.mark.parametrize("host", ["everywhere", "127.0.0.1:80", "10.0.0", "http://127.0.0.1"])
def test_wrong_host_is_named(host: str) -> None:
    """An address that is no IP address is refused by name."""
    with pytest.raises(SettingError, match=r"HOST is .* an IP address"):
        read_settings({"HOST": host})


def test_gunicorn_listens_where_the_settings_say() -> None:
    """The configuration of the real server has no address of its own."""
    for host, bind in (("", "127.0.0.1:8050"), ("0.0.0.0", "0.0.0.0:8050")):
        asked = subprocess.run(
            [
                sys.executable,
                "-c",
                "import runpy; print(runpy.run_path('gunicorn.conf.py')['bind'])",
            ],
            cwd=ROOT,
            env={"HOST": host, "PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=True,
        )
        assert asked.stdout.strip() == bind


def test_the_collector_works_once_workers_are_forked() -> None:
    """It rests while the application is put together, leaves that alone, and then does its work."""
    code = (
        "import gc, runpy; found = runpy.run_path('gunicorn.conf.py'); resting = not gc.isenabled();"
        "found['when_ready'](None); print(resting, gc.isenabled(), gc.get_freeze_count() > 0)"
    )
    command = [sys.executable, "-c", code]
    asked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert asked.stdout.split() == ["True", "True", "True"]


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "80.5"])
def test_wrong_port_is_named(port: str) -> None:
    """A port that is no port is refused by name."""
    with pytest.raises(SettingError, match=r"PORT is .* a port number"):
        read_settings({"PORT": port})


def test_settings_explain_themselves() -> None:
    """Every setting has a sentence of help."""
    assert all(setting.help.endswith(".") for setting in SETTINGS)


def test_a_logo_that_is_no_picture_ends_the_start() -> None:
    """A path to nothing, to a folder or to text is refused by name; a picture is read."""
    for wrong in ("/nowhere.png", str(ROOT), str(ROOT / "README.md")):
        with pytest.raises(SettingError, match=r"LOGO is .* \.png or \.svg"):
            read_settings({"LOGO": wrong})
    assert read_settings({"LOGO": str(ROOT / "docs/images/slide.png")}).logo


@pytest.mark.parametrize(
    ("site", "root"),
    [
        ("", ""),
        ("https://ict.example.org", ""),
        ("https://ict.example.org/", ""),
        ("https://example.org/ict/", "/ict"),
        ("http://example.org:8080/a/b", "/a/b"),
    ],
)
def test_a_site_may_have_a_folder(site: str, root: str) -> None:
    """The path of the public address, without its last slash, stands before all paths."""
    assert read_settings({"SITE": site}).root == root


@pytest.mark.parametrize(
    "site", ["example.org/ict", "https://", "https://x.org/a?b", "https://x.org/a b"]
)
def test_wrong_site_is_named(site: str) -> None:
    """An address without a scheme or a host, or with more than a folder, is refused by name."""
    with pytest.raises(SettingError, match=r"SITE is .* an address such as"):
        read_settings({"SITE": site})
