"""The index page carries what the browser needs to know of the pages, and no more."""

import dash

from dashboard.serving.components import walked
from dashboard.serving.index import IndexedDash


def test_the_browser_knows_the_ids_of_all_pages(app: IndexedDash) -> None:
    """Ids of a page that is not open are known, so that no callback is called a mistake."""
    children = app.validation_layout["props"]["children"]
    known = [str(child["props"]["id"]) for child in children]
    assert len(known) == len(set(known))
    assert {"view", "facts"} <= set(known)
    assert all(set(child["props"]) == {"id"} for child in children)
    # They are learned from the smallest region: the world has no others.
    with app.server.test_request_context("/"):
        layouts = [page["layout"](lang="en") for page in dash.page_registry.values()]
    found = [part.id for one in layouts for part in walked(one) if getattr(part, "id", None)]
    # What a link holds of a view differs from region to region; the one callback of links takes any.
    ways = [one for one in found if isinstance(one, dict) and "way" in one]
    assert any("'way'" in one for one in known)
    assert {str(one) for one in found if one not in ways} <= set(known)
