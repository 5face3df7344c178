"""Need beside activity: today's need is not read from values of long ago."""

from typing import Any

from dashboard.components.programmes import need_and_activity
from dashboard.tables import tables
from dashboard.text.subject import subject_of
from dashboard.view import View


def texts(tree: Any) -> list[str]:
    """Everything that a component says."""
    if isinstance(tree, str):
        return [tree]
    children = getattr(tree, "children", None)
    listed = children if isinstance(children, list | tuple) else [children]
    return [text for child in listed if child is not None for text in texts(child)]


def test_old_values_rank_nobody() -> None:
    """Korea (DPR), without a value since 2004, is not called the neediest; it comes among the last."""
    said = texts(need_and_activity(subject_of(View(lang="en"), tables()))[-1])
    at = said.index("Democratic People's Republic of Korea")
    assert said[at + 1] == "No value since 2004"
    first_old = next(k for k, text in enumerate(said) if text.startswith("No value since"))
    assert "%" not in "".join(said[first_old::4][:3])
    newest = [text for text in said if "%" in text and "(20" in text]
    assert not any("(2004" in text or "(2012" in text for text in newest[:3])
