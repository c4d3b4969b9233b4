"""Results on stdout, as text for people or JSON for programs; problems as one plain sentence."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import orjson


def show(result: Any, as_json: bool, text: str) -> None:
    """Print a result."""
    if as_json:
        sys.stdout.write(orjson.dumps(result, default=str, option=orjson.OPT_INDENT_2).decode() + "\n")
    else:
        sys.stdout.write(text + "\n")
    sys.stdout.flush()


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns as wide as their widest cell."""
    cells = [[str(cell) for cell in row] for row in [head, *rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    return "\n".join("  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in cells)


def plainly(problem: BaseException) -> str:
    """One sentence for a failure, with what to do next where we know it."""
    said = " ".join(str(problem).split()) or type(problem).__name__
    module = type(problem).__module__.split(".")[0]
    match type(problem).__name__, module:
        case ("ValidationError", _):
            return f"A setting is not right. {said}"
        case ("OperationalError" | "ConnectionTimeout" | "ConnectionRefusedError", _):
            return f"The database does not answer: {said}. Is TIDEWATCH_DATABASE_URL right? See `tidewatch doctor`."
        case _ if module in ("db", "cli", "api", "workers"):
            return said
    return f"{type(problem).__name__}: {said}. TIDEWATCH_DEBUG=1 shows where."
