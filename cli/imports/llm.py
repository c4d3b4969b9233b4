"""Logs and exports of language models, as events `llm.message`: Claude Code's own logs, and usage exports as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cli.imports.llm_csv import read_csv
from cli.imports.llm_jsonl import read_jsonl
from cli.imports.model import CannotRead, Event, Problem, Wish

HELP = (
    "Claude Code's logs (~/.claude/projects and its .jsonl files), and usage exports of OpenAI and Anthropic as CSV, of"
    " which each row is one message."
)
OPTIONS = {
    "project": "the project id of all messages, whatever the file says",
    "model": "the model of rows that name none",
}


def read(path: Path, wish: Wish) -> Iterator[Event | Problem]:
    """Events of a file, or of all logs below a folder. Raises `CannotRead`."""
    if path.is_dir():
        files = sorted(path.rglob("*.jsonl"))
        if not files:
            raise CannotRead("there is no .jsonl file in this folder or below it")
        for file in files:
            yield from read_jsonl(file, wish, f"{file.relative_to(path)} ")
    elif path.suffix.lower() in (".jsonl", ".ndjson"):
        yield from read_jsonl(path, wish)
    elif path.suffix.lower() in (".csv", ".tsv"):
        yield from read_csv(path, wish)
    else:
        raise CannotRead("a log ends with .jsonl, an export with .csv or .tsv")
