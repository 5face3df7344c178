"""How close our group values come to printed ones, edition by edition; imports nothing of the dashboard.

Editions differ from our data by later revisions, and from each other: none is the truth, so these are
differences, not errors.
"""

from collections.abc import Iterator

import pandas as pd

KEY = ["group", "indicator", "year"]
COLUMNS = ["source", "indicator", "group", "cells", "median_difference", "bias", "within_two"]
CLOSE = 2.0
HEADER = ("| edition | indicator | cells | median difference | within 2 |", "|---|---|---|---|---|")


def agreement(aggregates: pd.DataFrame, published: pd.DataFrame) -> pd.DataFrame:
    """A row an edition, indicator and group, and one of all groups together (group None).

    `cells` are the years that both have, `median_difference` is the median of |ours - printed| and
    `bias` that of ours - printed, in the unit of the indicator; `within_two` the share of cells at
    most two units apart.
    """
    both = aggregates.merge(published, on=KEY, suffixes=("", "_printed")).dropna(subset=["value"])
    both = both.assign(difference=both["value"] - both["value_printed"])
    parts = [*_rows(both, ["source", "indicator"]), *_rows(both, ["source", "indicator", "group"])]
    return pd.DataFrame(parts, columns=COLUMNS)


def _rows(both: pd.DataFrame, by: list[str]) -> Iterator[tuple[object, ...]]:
    for key, part in both.groupby(by)["difference"]:
        source, indicator, group = (*key, None)[:3]
        sizes = part.abs()
        close = float((sizes <= CLOSE).mean())
        yield source, indicator, group, len(part), sizes.median(), part.median(), close


def markdown(table: pd.DataFrame, editions: dict[str, str], names: dict[str, str]) -> list[str]:
    """The rows of all groups as the lines of a Markdown table, editions and indicators by name."""
    lines = list(HEADER)
    everywhere = table[table["group"].isna()]
    for source, edition in editions.items():
        own = everywhere[everywhere["source"] == source].set_index("indicator")
        kept = own.reindex([i for i in names if i in own.index])
        numbers = (kept[column].tolist() for column in ("cells", "median_difference", "within_two"))
        for indicator, cells, size, close in zip(kept.index, *numbers, strict=True):
            lines.append(f"| {edition} | {names[indicator]} | {cells} | {size:.1f} | {close:.0%} |")
    return lines
