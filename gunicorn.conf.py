"""How gunicorn serves the dashboard; `python -m dashboard serve` and the Procfile both use it."""

import gc
import os
import sys

from dashboard.settings import SettingError, settings

try:
    port = settings().port
except SettingError as error:
    sys.exit(str(error))

wsgi_app = "dashboard.app:create_server()"
bind = f"0.0.0.0:{port}"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
worker_class = "gthread"
threads = 4
keepalive = 30
# The tables are read before the workers are forked, so that they share the memory.
preload_app = True
accesslog = None


def when_ready(_server: object) -> None:
    """Keep the collector from touching, and so copying, what the workers share."""
    gc.collect()
    gc.freeze()
