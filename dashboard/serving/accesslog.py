"""What gunicorn notes of each request: a line of JSON, a count, or nothing, as the settings say.

No address of a reader is noted: behind a proxy there is but one, and the proxy knows better.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from gunicorn.glogging import Logger

from dashboard.serving import metrics
from dashboard.settings import settings

LONGEST = 2000


class AccessLog(Logger):  # type: ignore[misc]  # gunicorn has no types
    """Writes the access log, and counts."""

    def access(
        self, resp: Any, _req: Any, environ: dict[str, Any], request_time: timedelta
    ) -> None:
        """Note one answer."""
        status, seconds = int(str(resp.status).split()[0]), request_time.total_seconds()
        if settings().metrics:
            metrics.count(environ["PATH_INFO"], status, seconds)
        if not settings().access_log:
            return
        line = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "method": environ["REQUEST_METHOD"],
            "path": environ["PATH_INFO"][:LONGEST],
            "query": environ.get("QUERY_STRING", "")[:LONGEST],
            "status": status,
            "bytes": resp.sent,
            "seconds": round(seconds, 4),
            "agent": environ.get("HTTP_USER_AGENT", "")[:200],
        }
        self.access_log.info(json.dumps(line))
