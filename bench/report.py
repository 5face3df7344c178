"""The table of the benchmark: ours, the plain application's, the ratio, the budget."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """What a row may be: `most` or `least` of its unit, and `share` of the plain application."""

    most: float = math.inf
    least: float = -math.inf
    share: float = math.inf

    def allows(self, ours: float, plain: float | None) -> bool:
        """Whether the measured figures keep to it."""
        within = self.least <= ours <= self.most
        return within and (plain is None or not plain or ours <= self.share * plain)

    def __str__(self) -> str:
        """As text: "at most 780", "at most 1200, 0.50 of plain"."""
        parts = []
        if self.most < math.inf:
            parts.append(f"at most {self.most:g}")
        if self.least > -math.inf:
            parts.append(f"at least {self.least:g}")
        if self.share < math.inf:
            parts.append(f"{self.share:g} of plain")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a name, a unit, our figure, the plain application's where it has one."""

    name: str
    unit: str
    ours: float
    plain: float | None = None
    budget: Budget = Budget()

    def cells(self) -> tuple[str, ...]:
        """The texts of the line."""
        ratio = f"{self.ours / self.plain:.2f}" if self.plain else ""
        plain = "" if self.plain is None else _figure(self.plain)
        kept = "" if not str(self.budget) else _verdict(self)
        return (self.name, _figure(self.ours), plain, ratio, self.unit, str(self.budget), kept)


def line(row: Row) -> str:
    """A row on its own, as it is measured: "map: 412 ms, plain 1,203, ratio 0.34, at most 1200: kept"."""
    name, ours, plain, ratio, unit, budget, kept = row.cells()
    beside = f", plain {plain}" + (f", ratio {ratio}" if ratio else "") if plain else ""
    return f"{name}: {ours} {unit}{beside}" + (f", {budget}: {kept}" if budget else "")


HEAD = ("metric", "dashboard", "plain", "ratio", "unit", "budget", "")


def table(rows: list[Row]) -> str:
    """The lines as a Markdown table."""
    cells = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[k]) for line in cells) for k in range(len(HEAD))]
    rule = tuple("-" * width for width in widths)
    return "\n".join(
        "| "
        + " | ".join(text.ljust(width) for text, width in zip(line, widths, strict=True))
        + " |"
        for line in (cells[0], rule, *cells[1:])
    )


def _figure(value: float) -> str:
    if math.isnan(value):
        return "never"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _verdict(row: Row) -> str:
    return "kept" if row.budget.allows(row.ours, row.plain) else "MISSED"
