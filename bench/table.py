"""What a bench prints: aligned tables of text, and a few numbers for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np


def show(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table; the first column is left-aligned, the others right."""
    lines = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    print(f"\n{title}")
    for number, line in enumerate(lines):
        cells = [
            cell.rjust(width) if i else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        print("  " + "  ".join(cells).rstrip())
        if number == 0:
            print("  " + "  ".join("-" * width for width in widths))
    print(flush=True)


def quantile(values: Sequence[float], q: float) -> float:
    """The q-quantile; nan of nothing."""
    return float(np.quantile(values, q)) if len(values) else float("nan")


def milli(seconds: float) -> str:
    """Seconds as milliseconds, for a cell."""
    return "-" if np.isnan(seconds) else f"{seconds * 1000:.1f}"


def mega(number: float) -> str:
    """A rate in millions, for a cell."""
    return f"{number / 1e6:.2f}"


def ratio(a: float, b: float | None) -> str:
    """a / b, for a cell."""
    return f"{a / b:.2f} x" if b else "-"
