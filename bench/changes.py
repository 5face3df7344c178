"""What a reader waits for who is there already: another year, years in play, another indicator."""

import statistics
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

from bench.browse import CHANGE, SCRUB, arrive, visit

YEARS = tuple(range(2004, 2024))
INDICATORS = ("fixed-broadband", "mobile-cellular", "egdi", "internet-use")
SCRUB_MS = 2500
# Time for what follows a change (a proper redraw of the map) before the next one is timed.
REST_MS = 350


@dataclass(frozen=True, slots=True)
class Changes:
    """Milliseconds from control to painted map; bytes and requests of one change."""

    median: float
    p95: float
    bytes: float
    requests: float
    maps_a_second: float = 0


def year_changes(
    browser: Browser, url: str, setter: str, times: int, *, slow_cpu: bool = False
) -> Changes:
    """Go through the years one by one, then as fast as frames come."""
    values = [YEARS[k % len(YEARS)] for k in range(times)]
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    with visit(context, slow_cpu=slow_cpu) as (page, traffic):
        arrive(page, traffic, url)
        _change(page, setter, "year", YEARS[-1])
        traffic.reset()
        spent = [_change(page, setter, "year", value) for value in values]
        found = _changes(spent, traffic.bytes, len(traffic.requests))
        rate = page.evaluate(SCRUB.replace("SET(", f"({setter})("), [list(YEARS), SCRUB_MS])
    context.close()
    return Changes(found.median, found.p95, found.bytes, found.requests, rate)


def indicator_changes(browser: Browser, url: str, setter: str) -> Changes:
    """Choose other indicators over the slow network; the round trip of 150 ms is in the times."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    with visit(context, slow_net=True) as (page, traffic):
        arrive(page, traffic, url)
        spent = [_change(page, setter, "indicator", value) for value in INDICATORS[:-1]]
        found = _changes(spent, traffic.bytes, len(traffic.requests))
    context.close()
    return found


def _changes(spent: list[float], sent: int, requests: int) -> Changes:
    ordered = sorted(spent)
    times = len(spent)
    p95 = ordered[round(0.95 * (times - 1))]
    return Changes(statistics.median(ordered), p95, sent / times, requests / times)


def _change(page: Page, setter: str, name: str, value: Any) -> float:
    spent = page.evaluate(CHANGE.replace("SET(", f"({setter})("), [name, value])
    page.wait_for_timeout(REST_MS)
    return float(spent)
