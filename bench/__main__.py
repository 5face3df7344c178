"""Measure every budget and print it beside the plain application: `make bench`, or BENCH=--quick.

Both applications run on this machine, one after the other in the same minute; on a busy machine the
ratios mean more than the figures. A part that fails, or takes too long, costs its own rows alone.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence

from bench.parts import PARTS
from bench.report import Row, line, table
from bench.run import Part, run


def main(arguments: Sequence[str] | None = None, parts: Mapping[str, Part] = PARTS) -> None:
    """Run all parts, print their rows as they come, then the whole table; exit 1 if one failed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, no scaling")
    parser.add_argument("--only", choices=parts, help="one part alone")
    chosen = parser.parse_args(arguments)
    wanted = {
        name: part
        for name, part in parts.items()
        if chosen.only in (None, name) and not (chosen.quick and name == "scaling")
    }
    found = run(wanted, chosen.quick, _show)
    print(table(found.rows))
    spent = ", ".join(f"{name} {seconds:.0f} s" for name, seconds in found.seconds.items())
    print(f"\n{sum(found.seconds.values()):.0f} s in all: {spent}.")
    for name, reason in found.failures.items():
        print(f"{name} is not whole: {reason}")
    sys.exit(1 if found.failures else 0)


def _show(name: str, row: Row) -> None:
    print(f"{name}: {line(row)}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
