"""Settings are read from the environment with a sentence for what is wrong."""

import pytest

from dashboard.settings import SETTINGS, SettingError, read_settings


def test_defaults_serve() -> None:
    """Without any environment the dashboard listens on 8050 and may be framed by itself only."""
    settings = read_settings({})
    assert (settings.port, settings.frame_ancestors) == (8050, "'self'")


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "80.5"])
def test_wrong_port_is_named(port: str) -> None:
    """A port that is no port is refused by name."""
    with pytest.raises(SettingError, match=r"PORT is .* a port number"):
        read_settings({"PORT": port})


def test_settings_explain_themselves() -> None:
    """Every setting has a sentence of help."""
    assert all(setting.help.endswith(".") for setting in SETTINGS)
