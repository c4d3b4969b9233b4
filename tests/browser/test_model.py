"""The page's own tests, which need Node: its pure model, its client, its live connection."""

from __future__ import annotations

import subprocess

import pytest

from cli import page as dashboard


def test_the_model_of_the_page_passes_its_own_tests() -> None:
    if not (dashboard.DASHBOARD / "node_modules").exists():
        pytest.skip("THE PAGE'S OWN TESTS DID NOT RUN: dashboard/node_modules is absent; `make run` makes it")
    npm, env = dashboard.node()
    argv = [*npm, "run", "--silent", "test"]
    done = subprocess.run(argv, cwd=dashboard.DASHBOARD, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
