"""What the last run of the suite covered, in a few lines: `python -m tests.covered` (make test calls it)."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from coverage import Coverage
from coverage.exceptions import CoverageException

LINES, BRANCHES, FUNCTIONS = 90.0, 85.0, 100.0
"""What we want, in percent."""
WORST = 10


def told() -> dict[str, Any]:
    """The JSON report of the last run. Raises `CoverageException` where there was none."""
    coverage = Coverage(messages=False)
    coverage.load()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "coverage.json"
        coverage.json_report(outfile=str(file), ignore_errors=True)
        report: dict[str, Any] = json.loads(file.read_text())
    return report


def share(counts: dict[str, Any], what: str) -> float:
    """Covered statements or branches, in percent; 100 of none."""
    covered = counts["covered_lines" if what == "statements" else "covered_branches"]
    return 100 * covered / (counts[f"num_{what}"] or 1) if counts[f"num_{what}"] else 100.0


def called(report: dict[str, Any]) -> float:
    """Functions of which a line ran, in percent; those without lines of their own are left out."""
    found = [f["summary"] for file in report["files"].values() for name, f in file["functions"].items() if name]
    own = [one["covered_lines"] > 0 for one in found if one["num_statements"]]
    return 100 * sum(own) / len(own) if own else 100.0


def summary(report: dict[str, Any]) -> list[str]:
    """Lines for people: the totals, each room, and the files with most lines that no test reached."""
    totals = report["totals"]
    lines = [
        f"coverage: {share(totals, 'statements'):.1f} % of lines (we want {LINES:g}),"
        f" {share(totals, 'branches'):.1f} % of branches (we want {BRANCHES:g}),"
        f" {called(report):.1f} % of functions (we want {FUNCTIONS:g})"
    ]
    rooms: dict[str, dict[str, int]] = {}
    for name, file in report["files"].items():
        room = rooms.setdefault(name.split("/")[0], {})
        for key, n in file["summary"].items():
            if isinstance(n, int):
                room[key] = room.get(key, 0) + n
    lines += [
        f"  {n:8} {share(c, 'statements'):5.1f} %, {share(c, 'branches'):5.1f} %" for n, c in sorted(rooms.items())
    ]
    missing = sorted(report["files"].items(), key=lambda pair: -pair[1]["summary"]["missing_lines"])
    lines += [f"  {file['summary']['missing_lines']:4} lines not reached in {name}" for name, file in missing[:WORST]]
    return lines


def main() -> None:
    """Print it."""
    try:
        print("\n".join(summary(told())))
    except CoverageException as problem:
        print(f"coverage: nothing to tell: {problem}")


if __name__ == "__main__":
    main()
