"""A folder with a copy of the catalogue's files, to be spoilt by a test."""

import shutil
from pathlib import Path

import pytest

from dashboard.settings import CATALOGUE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of `data/catalogue/`."""
    return Path(shutil.copytree(CATALOGUE, tmp_path / "catalogue"))
