"""The source as these tests see it: which files are tracked, and what each imports."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("api", "bench", "cli", "db", "ml", "workers")


@cache
def tracked() -> tuple[Path, ...]:
    """Files that are in git or would be added; in a tree without git all that lie here, but for what is built."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        names = {name for name in listed.stdout.decode().split("\0") if name}
        return tuple(sorted(path for name in names if (path := ROOT / name).is_file()))
    built = {".venv", ".data", ".git", "node_modules", "dist", "__pycache__", ".mypy_cache", ".ruff_cache"}
    return tuple(sorted(path for path in ROOT.rglob("*") if path.is_file() and not built & set(path.parts)))


def python_files(*rooms: str) -> Iterator[Path]:
    """Python files of the rooms; of all when none is named."""
    for path in tracked():
        if path.suffix == ".py" and (not rooms or path.relative_to(ROOT).parts[0] in rooms):
            yield path


def module_of(path: Path) -> str:
    """db/records.py -> db.records."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports(path: Path) -> frozenset[str]:
    """Every module that a file imports, inside functions too. `from db import x` counts as `db` and `db.x`."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports here name the whole module"
            found |= {str(node.module)} | {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


@cache
def tree(path: Path) -> ast.Module:
    """The file, parsed."""
    return ast.parse(path.read_text(), str(path))
