"""Counts of what was asked, in the text format of Prometheus, over all workers of a server.

The library is loaded where the setting METRICS asks for it: it costs a worker a MiB. Imports nothing
of the dashboard.
"""

import os
import shutil
import tempfile
import threading
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prometheus_client import Counter, Histogram
    from prometheus_client.metrics_core import Metric

# Where the workers write their counts; the library reads it when it is imported.
FOLDER = "PROMETHEUS_MULTIPROC_DIR"
KINDS = (
    ("/static/", "static"),
    ("/_dash-layout", "layout"),
    ("/_dash-dependencies", "callbacks"),
    ("/_dash-update-component", "update"),
    ("/data/", "table"),
    ("/pack.zip", "copy"),
    ("/deck.pptx", "copy"),
    ("/health", "watch"),
    ("/metrics", "watch"),
)
MAKING = threading.Lock()
# As `/health` names them.
STATES = ("new", "same", "failed")
SECONDS = (0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)


def begin() -> None:
    """Before workers are forked: an empty folder for their counts."""
    os.environ[FOLDER] = tempfile.mkdtemp(prefix="ict-metrics-")


def end() -> None:
    """When the server ends: leave nothing behind."""
    shutil.rmtree(os.environ.pop(FOLDER, ""), ignore_errors=True)


def kind_of(path: str) -> str:
    """What a path asks for, in so few words that nobody can make up new ones."""
    if path.startswith("/view/"):
        return "face" if path.endswith((".json", ".preview")) else "copy"
    return next((kind for start, kind in KINDS if path.startswith(start)), "page")


def count(path: str, status: int, seconds: float) -> None:
    """Note an answer."""
    # Two threads that count first would each make the counters, and one of them fail.
    with MAKING:
        answers, lengths = _counts()
    kind = kind_of(path)
    answers.labels(kind, f"{status}").inc()
    lengths.labels(kind).observe(seconds)


def text(version: str, edition: str, age_days: int, refresh: Mapping[str, Any] | None) -> bytes:
    """The counts of all workers, what is served, and the last refresh, if there was one."""
    from prometheus_client import CollectorRegistry, generate_latest
    from prometheus_client.multiprocess import MultiProcessCollector

    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    registry.register(_Served(version, edition, age_days, refresh))
    return generate_latest(registry)


class _Served:
    """What is served, as figures of their own."""

    def __init__(
        self, version: str, edition: str, age_days: int, refresh: Mapping[str, Any] | None
    ) -> None:
        self._named, self._age, self._refresh = (version, edition), age_days, refresh

    def collect(self) -> "Iterator[Metric]":
        """What is served by its names, its age, and the state of the last refresh."""
        from prometheus_client.core import GaugeMetricFamily

        age = "Days since the data were built."
        yield GaugeMetricFamily("ict_data_age_days", age, self._age)
        served = GaugeMetricFamily("ict_served", "What is served.", labels=("version", "edition"))
        served.add_metric(self._named, 1)
        yield served
        if self._refresh:
            since = "Days since the last refresh ended."
            yield GaugeMetricFamily("ict_refresh_age_days", since, self._refresh["age_days"])
            told = "Sources by what the last refresh said of them."
            sources = GaugeMetricFamily("ict_refresh_sources", told, labels=("state",))
            for state in STATES:
                sources.add_metric((state,), len(self._refresh[state]))
            yield sources


@cache
def _counts() -> "tuple[Counter, Histogram]":
    from prometheus_client import Counter, Histogram

    return (
        Counter("ict_answers", "Answers by kind and status.", ("kind", "status")),
        Histogram("ict_answer_seconds", "How long answers took.", ("kind",), buckets=SECONDS),
    )
