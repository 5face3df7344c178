"""A drawing as PNG: this file run by itself, since resvg lets nothing else run in its process.

`python raster.py FAMILY FONT...` reads SVG and writes PNG; it gives way to whoever serves pages.
Imports nothing of the dashboard, so that it starts in no time.
"""

import os
import sys

import resvg_py

NICER = 5


def main(family: str, fonts: list[str]) -> None:
    """Draw what stands on standard input."""
    os.nice(NICER)
    drawn = resvg_py.svg_to_bytes(
        svg_string=sys.stdin.buffer.read().decode(),
        skip_system_fonts=True,
        font_files=fonts,
        font_family=family,
    )
    sys.stdout.buffer.write(bytes(drawn))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
