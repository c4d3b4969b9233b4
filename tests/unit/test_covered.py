"""What make test says of coverage: lines and branches apart, each room, and where most is missing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.source import ROOT
from tests.covered import share, summary

CODE = "def f(x):\n    if x:\n        return 1\n    return 2\n\n\ndef g():\n    return 3\n\n\nf(1)\n"


@pytest.mark.req("S2-94")
def test_lines_branches_and_functions_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "a.py").write_text(CODE)
    tool = [sys.executable, "-m", "coverage"]
    config = f"--rcfile={tmp_path / 'none'}"
    (tmp_path / "none").write_text("[run]\nbranch = true\nrelative_files = true\n")
    for step in (["run", config, "api/a.py"], ["json", config, "-o", "out.json"]):
        subprocess.run([*tool, *step], cwd=tmp_path, check=True, capture_output=True, env={"PATH": "/usr/bin:/bin"})
    said = summary(json.loads((tmp_path / "out.json").read_text()))
    wanted = ("71.4 % of lines (we want 90)", "50.0 % of branches (we want 85)", "50.0 % of functions (we want 100)")
    assert said[0] == f"coverage: {', '.join(wanted)}"
    assert said[1:] == ["  api       71.4 %,  50.0 %", "     2 lines not reached in api/a.py"]


def test_nothing_is_wholly_covered() -> None:
    nothing: dict[str, Any] = {"covered_lines": 0, "num_statements": 0, "covered_branches": 0, "num_branches": 0}
    assert (share(nothing, "statements"), share(nothing, "branches")) == (100.0, 100.0)


@pytest.mark.req("S2-94")
def test_make_test_measures_and_tells() -> None:
    recipe = (ROOT / "Makefile").read_text()
    assert "COVER ?= --cov" in recipe and "-m tests.covered" in recipe
