"""How gunicorn serves the dashboard; `python -m dashboard serve` and the Procfile both use it."""

import ctypes
import gc
import os
import signal
import sys
from typing import Any

from dashboard.serving import metrics
from dashboard.serving.watch import WATCH_SECONDS, Watch
from dashboard.settings import SettingError, settings

try:
    bind = settings().bind
except SettingError as error:
    sys.exit(str(error))

wsgi_app = "dashboard.app:create_server()"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
worker_class = "dashboard.serving.worker.PatientWorker"
# Half of them stay free while dear files are made, see `dashboard/serving/limits.py`.
threads = 8
keepalive = 30
# gunicorn believes the same proxies as the application.
forwarded_allow_ips = ",".join(sorted(settings().trusted))
# The tables are read before the workers are forked, so that they share the memory.
preload_app = True
logger_class = "dashboard.serving.accesslog.AccessLog"
accesslog = settings().access_log or None
if settings().metrics:
    metrics.begin()
# From before the tables are read, so that no change of theirs is missed.
tables_watch = Watch(settings().tables, lambda: os.kill(os.getpid(), signal.SIGHUP))
# Nobody controls a server of ours through a file in somebody's home.
control_socket_disable = True


# What is made before the workers are forked stays: looking it through for rubbish again and again, while
# it grows, took a quarter of the start.
gc.disable()

# One arena for all threads: glibc would otherwise set memory aside for each of them. What is large goes
# back to the system at once: glibc would otherwise keep more and more of it, up to 64 MiB. Large is more
# than any page has: below, a page view took two milliseconds for getting the same memory again and again.
M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD = -8, -3, -1
LARGE = 1024 * 1024
libc = ctypes.CDLL(None)
if hasattr(libc, "mallopt"):
    libc.mallopt(M_ARENA_MAX, 1)
    libc.mallopt(M_MMAP_THRESHOLD, LARGE)
    libc.mallopt(M_TRIM_THRESHOLD, LARGE)


def when_ready(_server: Any) -> None:
    """Look for other tables once a second."""
    _settle()
    # A signal, not a thread: workers are forked from this process. They do not inherit the timer.
    signal.signal(signal.SIGALRM, lambda *_: tables_watch.look())
    signal.setitimer(signal.ITIMER_REAL, WATCH_SECONDS, WATCH_SECONDS)


def on_reload(server: Any) -> None:
    """Take the tables that lie there by now; the workers that follow are forked with them."""
    from dashboard.app import renew  # noqa: PLC0415  # there by then

    gc.unfreeze()
    renew(server.app.wsgi())
    # The former tables; at the start there is next to nothing to be collected, and looking for it takes
    # a tenth of a second.
    gc.collect()
    _settle()


def _settle() -> None:
    """Keep the collector from touching, and so copying, what the workers share."""
    gc.freeze()
    gc.enable()
    if hasattr(libc, "malloc_trim"):
        libc.malloc_trim(0)


def on_exit(_server: object) -> None:
    """Leave nothing behind."""
    metrics.end()
