"""A file is a page or two, a function fits on half a screen. A ceiling is raised only by an ADR."""

from __future__ import annotations

import ast

from tests.architecture.source import ROOT, python_files, tracked, tree

FILE_LINES = 250
FUNCTION_LINES = 40
GENERATED = {"dashboard/src/api/types.ts"}
"""Made by a tool from the OpenAPI document; nobody reads or edits them."""


def test_no_file_is_longer_than_its_ceiling() -> None:
    sources = [path for path in tracked() if path.suffix in {".py", ".ts", ".tsx"}]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in sources}
    assert {name: n for name, n in lengths.items() if n > FILE_LINES and name not in GENERATED} == {}


def test_no_function_is_longer_than_its_ceiling() -> None:
    long = {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": lines
        for path in python_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LINES
    }
    assert long == {}
