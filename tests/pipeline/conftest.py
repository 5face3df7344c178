"""What the tests of the pipeline share."""

import pytest

from tests.pipeline.small import Small


@pytest.fixture
def small() -> Small:
    """Four economies, two groups, numbers done by hand."""
    return Small()
