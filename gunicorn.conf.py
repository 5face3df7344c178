"""How gunicorn serves the dashboard; `python -m dashboard serve` and the Procfile both use it."""

import ctypes
import gc
import os
import sys

from dashboard.settings import SettingError, settings

try:
    bind = settings().bind
except SettingError as error:
    sys.exit(str(error))

wsgi_app = "dashboard.app:create_server()"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
worker_class = "gthread"
threads = 4
keepalive = 30
# gunicorn believes the same proxies as the application.
forwarded_allow_ips = ",".join(sorted(settings().trusted))
# The tables are read before the workers are forked, so that they share the memory.
preload_app = True
accesslog = None
# Nobody controls a server of ours through a file in somebody's home.
control_socket_disable = True


# What is made before the workers are forked stays: looking it through for rubbish again and again, while
# it grows, took a quarter of the start.
gc.disable()

# One arena for all threads: glibc would otherwise set memory aside for each of them. What is large goes
# back to the system at once: glibc would otherwise keep more and more of it, up to 64 MiB.
M_ARENA_MAX, M_MMAP_THRESHOLD = -8, -3
libc = ctypes.CDLL(None)
if hasattr(libc, "mallopt"):
    libc.mallopt(M_ARENA_MAX, 1)
    libc.mallopt(M_MMAP_THRESHOLD, 128 * 1024)


def when_ready(_server: object) -> None:
    """Keep the collector from touching, and so copying, what the workers share."""
    gc.collect()
    gc.freeze()
    gc.enable()
    if hasattr(libc, "malloc_trim"):
        libc.malloc_trim(0)
