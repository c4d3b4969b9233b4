"""Which test shows which requirement: `python -m tests.requirements` writes docs/requirements.md from the tests' marks.

The words of the requirements, and why some are not shown, stand in tests/requirements.toml. Marks are read from the
source, so that nothing has to run: `@pytest.mark.req(...)` on functions and classes, and `pytestmark` of modules.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "tests" / "requirements.toml"
DOCUMENT = ROOT / "docs" / "requirements.md"
COMMAND = "python -m tests.requirements"

Shown = dict[str, list[str]]
"""Id -> tests that show it, as path::name."""


@dataclass(frozen=True)
class Words:
    """Chapters with their requirements, and the reasons why some are not shown."""

    chapters: dict[str, dict[str, str]]
    reasons: dict[str, str]

    @property
    def ids(self) -> list[str]:
        """All that there are, in order."""
        return [id_ for chapter in self.chapters.values() for id_ in chapter]


def words() -> Words:
    """What stands in requirements.toml."""
    told = tomllib.loads(WORDS.read_text())
    reasons = told.pop("reasons")
    return Words(told, reasons)


def shown(root: Path = ROOT / "tests") -> Shown:
    """The marks of all tests."""
    found: Shown = {}
    for file in sorted(root.rglob("test_*.py")):
        name = file.relative_to(root.parent).as_posix()
        for id_, test in sorted(marks_of(ast.parse(file.read_text()))):
            found.setdefault(id_, []).append(f"{name}::{test}" if test else name)
    return {id_: _shortest(tests) for id_, tests in found.items()}


def marks_of(module: ast.Module) -> Iterator[tuple[str, str]]:
    """(id, test) of a file; the test is empty where all of the file is meant."""
    for statement in module.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="pytestmark")], value=value):
                yield from ((id_, "") for id_ in _ids(value))
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield from ((id_, statement.name) for mark in statement.decorator_list for id_ in _ids(mark))
            case ast.ClassDef():
                yield from _of_class(statement)


def _of_class(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    yield from ((id_, node.name) for mark in node.decorator_list for id_ in _ids(mark))
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            name = f"{node.name}::{statement.name}"
            yield from ((id_, name) for mark in statement.decorator_list for id_ in _ids(mark))


def _ids(mark: ast.expr) -> Iterator[str]:
    """What `pytest.mark.req("S0-01", …)` names, alone, in a list, or among other marks."""
    for node in ast.walk(mark):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "req":
            for argument in node.args:
                if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                    raise TypeError(f"line {argument.lineno}: ids of requirements are written out as strings")
                yield argument.value


def _shortest(tests: list[str]) -> list[str]:
    """A file that is marked as a whole stands for its tests."""
    files = {test for test in tests if "::" not in test}
    return [test for test in dict.fromkeys(tests) if test in files or test.split("::")[0] not in files]


def document(told: Words, tests: Shown) -> str:
    """docs/requirements.md."""
    proved = sum(id_ in tests for id_ in told.ids)
    lines = [
        "# Requirements",
        "",
        f"Made by `{COMMAND}` from the marks of the tests: {len(told.ids)} requirements, {proved} shown by a test,"
        f" {len(told.ids) - proved} with a reason why not.",
    ]
    for title, chapter in told.chapters.items():
        lines += ["", f"## {title}", "", "| id | what | shown by |", "|---|---|---|"]
        lines += [f"| {id_} | {text} | {_proof(id_, told, tests)} |" for id_, text in chapter.items()]
    return "\n".join(lines) + "\n"


def _proof(id_: str, told: Words, tests: Shown) -> str:
    named = [f"`{test.removeprefix('tests/')}`" for test in tests.get(id_, [])]
    reason = told.reasons.get(id_)
    return "<br>".join(named + ([f"*{reason}*"] if reason else []))


def main() -> None:
    """Write the document."""
    DOCUMENT.write_text(document(words(), shown()))
    print(f"{DOCUMENT.relative_to(ROOT)} is written")


if __name__ == "__main__":
    main()
