"""Sources fetched from their publishers' services: imports the readers, the records and the build.

`client.py` asks politely and again; `services.py` knows how each service answers; `accepting.py` holds
what came against what is kept; `refresh.py` does it for all sources, and builds.
"""

from dashboard.pipeline.live.refresh import RefreshError, RefreshReport, Wanted, refresh

__all__ = ["RefreshError", "RefreshReport", "Wanted", "refresh"]
