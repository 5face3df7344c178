"""The same bytes for the same views: a file of PowerPoint without the hour at which it was made.

Its parts, and the workbooks behind its charts, are ZIP files that note the time twice. Knows no slides.
"""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NOTED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def steady(body: bytes, day: str) -> bytes:
    """The file with one time in all its parts: the day of its data."""
    hour = f"{day}T00:00:00Z".encode()
    made = BytesIO()
    with ZipFile(BytesIO(body)) as found, ZipFile(made, "w", ZIP_DEFLATED) as written:
        for name in found.namelist():
            part = found.read(name)
            if name.endswith(".xlsx"):
                part = steady(part, day)
            if name == "docProps/core.xml":
                part = NOTED.sub(rb"\g<1>" + hour, part)
            info = ZipInfo(name)
            info.compress_type = ZIP_DEFLATED
            written.writestr(info, part)
    return made.getvalue()
