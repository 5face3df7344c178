"""The service keeps to its description, whatever schemathesis makes of it."""

from typing import Any

import pytest
import schemathesis
from hypothesis import given, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import positive_data_acceptance

from dashboard.serving.index import IndexedDash

# One of each kind that is quickly made; the faces of other charts are described by the same code.
SOME = (
    r"^/view/(gap|ranking)\.(csv|metadata\.json|json)$|^/view/claim\.json$|^/changes\.(json|atom)$"
    r"|^/health$|^/oembed$|^/embed/trend$|^/data/(structure\.xml|targets\.parquet)$|^/deck\.pptx$"
)


@pytest.fixture(scope="module")
def operations(app: IndexedDash) -> list[Any]:
    """What can be asked for, by the description.

    Not by the fixtures of schemathesis: they ask pytest for what its newest version no longer has.
    """
    described = schemathesis.openapi.from_wsgi("/openapi.json", app.server)
    chosen = described.include(path_regex=SOME)
    return [found.ok() for found in chosen.get_all_operations()]


@settings(max_examples=60)
@given(data=st.data())
def test_answers_are_as_described(operations: list[Any], data: st.DataObject) -> None:
    """Statuses, media types and bodies are those of the description, and no answer is a fault of ours."""
    case = data.draw(data.draw(st.sampled_from(operations)).as_strategy())
    case.call_and_validate(
        follow_redirects=True,
        headers={"Accept-Encoding": "identity"},  # it does not unpack
        excluded_checks=[positive_data_acceptance],  # which of them may be refused: test_openapi.py
    )
