"""What the pipeline knows and says beside values, for whoever compares it with the catalogue.

The formats that it reads, its remarks on values and its reasons for leaving one out.
"""

import csv
from pathlib import Path

from dashboard.catalogue.check import Vocabulary
from dashboard.catalogue.models import SCOPE_WIDENED
from dashboard.pipeline import counts, harmonise, population, published, readers, serve
from dashboard.pipeline.entities import AGGREGATE
from dashboard.pipeline.readers import notes, un


def vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary, with the reasons of the file of aliases in the catalogue's `folder`."""
    reasons = dict.fromkeys(
        (un.NOT_ASSESSED, harmonise.ZERO, counts.REASON), "a reason of the build"
    )
    with (folder / "aliases.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["reason"] and row["reason"] != AGGREGATE:
                reasons[row["reason"]] = f"aliases.csv, {row['written']}"
    return Vocabulary(
        readers=tuple(readers.READERS),
        printed_readers=tuple(published.READERS),
        notes=(*notes.every_code(), *serve.FILLED, population.NOTE, harmonise.BREAK, SCOPE_WIDENED),
        reasons=reasons,
    )
