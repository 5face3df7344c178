"""Spark lines: own values only, a gap at a break; two courses on one scale."""

from base64 import b64decode

from dashboard.figures.spark import BACKGROUND, EDGE, TALL, pair, spark
from dashboard.series import EconomySeries, GroupSeries


def _drawn(values: list[float | None], status: str, breaks: set[int]) -> str:
    series = EconomySeries(values, status, "a" * len(status), {}, ("", "", "", []))
    address = spark(series, breaks, list(range(2000, 2000 + len(values))))
    return b64decode(address.rpartition(",")[2]).decode() if address else ""


def test_filled_values_are_not_drawn() -> None:
    """Of three values, one of them carried, two are joined."""
    assert _drawn([1.0, 2.0, 2.0], "ooc", set()).count("L") == 1


def test_a_break_is_a_gap() -> None:
    """The line begins anew after a break."""
    assert _drawn([1.0, 2.0, 5.0], "ooo", {2002}).count("M") == 2


def test_one_value_is_a_dot_and_none_is_nothing() -> None:
    """A single value has its dot in the middle of the height; without a value there is no picture."""
    assert 'cy="12.0"' in _drawn([3.0], "o", set())
    assert _drawn([None], ".", set()) == ""


def _group(values: list[float | None]) -> GroupSeries:
    n = len(values)
    return GroupSeries(values, [0] * n, 0, [1.0] * n, [0.0] * n, [None] * n, [None] * n)


def test_two_courses_share_their_scale() -> None:
    """The value of the scale's end touches the head for either group; nought is the foot."""
    address = pair(
        _group([0.0, 50.0]), _group([100.0, 0.0]), set(), [2000, 2001], ("#123456", 100.0)
    )
    drawn = b64decode(address.rpartition(",")[2]).decode()
    behind, own = (f'stroke="{colour}"' for colour in (BACKGROUND, "#123456"))
    paths = {mark: drawn.split(mark)[1].split('d="')[1].split('"')[0] for mark in (behind, own)}
    head, foot = float(EDGE), float(TALL - EDGE)
    assert paths[behind] == f"M3.0 {head}L197.0 {foot}"
    assert paths[own] == f"M3.0 {foot}L197.0 {(head + foot) / 2}"


def test_a_group_that_begins_later_begins_later_in_the_picture() -> None:
    """Both courses are drawn over the years of both."""
    address = pair(_group([None, 5.0, 5.0]), _group([5.0, 5.0, 5.0]), set(), [1, 2, 3], ("#1", 5.0))
    drawn = b64decode(address.rpartition(",")[2]).decode()
    assert 'd="M100.0 3.0L197.0 3.0"' in drawn
