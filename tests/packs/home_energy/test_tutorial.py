"""The tutorial works as it stands there: its files, its commands, its requests and their answers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.architecture.source import ROOT, tracked
from tests.engines import Server, fresh_database
from tests.integration.reading import reader
from tests.pack_samples import lacks
from tests.packs.sixth import FOLDER, NAME, known
from tests.pipelines import consuming

TUTORIAL = ROOT / "docs" / "tutorial-domain.md"
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OURS = ("tests/", "docs/", "CHANGELOG.md", "README.md")


@dataclass(frozen=True)
class Block:
    """A block of code: its language, the file that it is, its text."""

    language: str
    file: str
    text: str


BLOCKS = [Block(*found) for found in BLOCK.findall(TUTORIAL.read_text())]
FILES = [block for block in BLOCKS if block.file]
TALK = [block for block in BLOCKS if not block.file and block.language in ("http", "json")]
COMMANDS = [block for block in BLOCKS if block.language == "sh"]


@pytest.fixture(scope="module")
def http(server: Server) -> Iterator[httpx.Client]:
    with known(), fresh_database(server) as url, reader(url) as client, consuming(url) as pipeline:
        client.event_hooks["response"] = [lambda answer: pipeline.drain() and None]
        yield client


def test_every_block_is_a_file_a_command_or_talk() -> None:
    assert len(FILES) + len(TALK) + len(COMMANDS) == len(BLOCKS) and len(TALK) % 2 == 0
    assert [block.language for block in TALK] == ["http", "json"] * (len(TALK) // 2)


def test_the_files_are_those_of_the_pack() -> None:
    assert {block.file for block in FILES} == {f"{NAME}/{path.name}" for path in (FOLDER / NAME).iterdir()}
    for block in FILES:
        assert (FOLDER / block.file).read_text() == block.text, f"{TUTORIAL.name} and {block.file} differ"


def test_the_commands_work(server: Server, tmp_path: Path) -> None:
    (tmp_path / "tidewatch").write_text(f'#!/bin/sh\nexec {sys.executable} -m cli.main "$@"\n')
    (tmp_path / "tidewatch").chmod(0o755)
    with fresh_database(server) as url:
        env = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "TIDEWATCH_DATABASE_URL": url}
        for block in COMMANDS:
            told = {"cwd": ROOT, "env": env, "capture_output": True, "text": True}
            done = subprocess.run(["sh", "-ec", block.text], check=False, **told)
            assert done.returncode == 0, done.stderr
            assert f"{NAME}/schema.sql" in done.stdout + done.stderr


@pytest.mark.parametrize("turn", range(len(TALK) // 2))
def test_what_is_asked_is_answered(http: httpx.Client, turn: int) -> None:
    asked, told = TALK[2 * turn : 2 * turn + 2]
    verb, address = asked.text.split("\n", 1)[0].split(" ", 1)
    body: Any = json.loads(asked.text.split("\n", 1)[1]) if verb == "POST" else None
    answer = http.request(verb, address, json=body)
    assert answer.is_success, answer.text
    assert (wrong := lacks(answer.json(), json.loads(told.text))) is None, wrong


def test_nothing_outside_tests_and_docs_knows_of_it() -> None:
    words = re.compile(r"home.?energy|energy\.(used|made)", re.IGNORECASE)
    naming = {
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.suffix in {".py", ".sql", ".toml", ".json", ".ts", ".tsx", ".yml", ""} and words.search(_text(path))
    }
    assert {name for name in naming if not name.startswith(OURS)} == set()


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except UnicodeDecodeError:
        return ""
