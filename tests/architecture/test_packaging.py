"""The ways to start the product call the same commands, and the locks hold what pyproject.toml asks for."""

from __future__ import annotations

import re

import typer.main

from cli.main import app
from tests.architecture.source import ROOT

PACKAGE = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)


def commands() -> set[str]:
    return set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]  # a group has commands


def test_every_compose_service_of_ours_runs_a_real_command() -> None:
    text = (ROOT / "docker-compose.yml").read_text()
    called = set(re.findall(r"^    command: tidewatch (\w+)$", text, re.MULTILINE))
    assert called >= {"migrate", "api", "pipeline", "worker", "beat"}
    assert called <= commands()


def test_the_supervisor_starts_real_commands() -> None:
    text = (ROOT / "cli" / "up.py").read_text()
    tiers = re.search(r"^TIERS = \{(.+)\}", text, re.MULTILINE)
    assert tiers is not None
    assert set(re.findall(r'"(\w+)"', tiers[1])) <= commands()


def test_the_locks_agree_and_every_package_has_hashes() -> None:
    run, dev = (
        set(PACKAGE.findall((ROOT / name).read_text())) for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert run <= dev
    assert "pytest" in dict(dev)
    assert "pytest" not in dict(run)
    text = (ROOT / "requirements-dev.lock").read_text()
    assert len(re.findall(r"^[a-z0-9._-]+==.*\\\n    --hash=sha256:", text, re.MULTILINE)) == len(dev)


def test_every_target_of_make_says_what_it_does() -> None:
    text = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z]+):", text, re.MULTILINE))
    assert targets == set(re.findall(r"^([a-z]+):.*## \S", text, re.MULTILINE))
    assert {"run", "test", "check", "fix", "bench", "help"} <= targets
