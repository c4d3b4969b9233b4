"""Who may import whom. The table stands in docs/adr/0001-rooms.md."""

from __future__ import annotations

import subprocess
import sys
from graphlib import TopologicalSorter

import pytest

from tests.architecture.source import ROOMS, ROOT, imports, module_of, python_files

MAY_IMPORT = {
    "ml": set(),
    "db": set(),
    "workers": {"ml", "db"},
    "api": {"db", "workers.contract"},
    "cli": {"api", "db", "ml", "workers", "bench"},
    "bench": {"api", "cli", "db", "ml", "workers", "tests"},
}


def allowed(room: str, target: str) -> bool:
    top = target.split(".", maxsplit=1)[0]
    named = {name for name in MAY_IMPORT[room] if name.split(".")[0] == top}
    return top == room or any(name == target or target.startswith(name + ".") for name in named)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_its_line_in_the_table_allows(room: str) -> None:
    ours = {*ROOMS, "tests"}
    wrong = [
        f"{path.relative_to(ROOT)} imports {target}"
        for path in python_files(room)
        for target in imports(path)
        if target.split(".")[0] in ours
        and not allowed(room, target)
        # `from workers import contract` names the package too; what it takes from it is checked by itself.
        and not any(other.startswith(target + ".") and allowed(room, other) for other in imports(path))
    ]
    assert wrong == []


def test_there_are_no_circles() -> None:
    modules = {module_of(path): path for path in python_files(*ROOMS)}
    graph = {
        name: {other for other in imports(path) if other in modules and other != name and not inside(name, other)}
        for name, path in modules.items()
    }
    assert list(TopologicalSorter(graph).static_order())


def inside(name: str, package: str) -> bool:
    """A module may name its own package: the package does not import it back, or the walk finds that arrow."""
    return name.startswith(package + ".")


HEAVY = ("sklearn", "statsmodels", "numba", "pandas", "ml")


def test_the_api_never_loads_numeric_libraries() -> None:
    code = f"import api.app, api.server, sys; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_command_line_loads_nothing_heavy_before_it_knows_the_command() -> None:
    code = f"import cli.main, sys; print([n for n in {(*HEAVY, 'fastapi', 'celery', 'psycopg')} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
