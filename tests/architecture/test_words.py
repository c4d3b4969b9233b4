"""What no file may say: where packages are fetched from, paths of somebody's machine, an exception without a reason."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.source import ROOT, python_files, tracked

# Written in pieces, so that this file does not say it either.
HOSTS = ["py" + "pi.org", "python" + "hosted", "npm" + "js.org", "deb.deb" + "ian.org", "security.deb" + "ian.org"]
MACHINE = re.compile(r"(?<![A-Za-z0-9_.-])/(?:work|farm|home/[a-z]+|Users/[a-z]+|opt/tw)/")
EXCEPTION = re.compile(
    r"#\s*(noqa|type:\s*ignore)(?P<codes>(:\s*[A-Z]+[0-9]+(\s*,\s*[A-Z]+[0-9]+)*|\[[a-z, -]+\])?)(?P<rest>.*)"
)


def texts() -> dict[Path, str]:
    found = {}
    for path in tracked():
        try:
            found[path.relative_to(ROOT)] = path.read_text()
        except UnicodeDecodeError:
            continue  # a picture or the like
    return found


def test_no_file_names_the_host_of_a_registry() -> None:
    assert [f"{path}: {host}" for path, text in texts().items() for host in HOSTS if host in text] == []


def test_no_file_names_a_path_of_one_machine() -> None:
    assert [f"{path}: {found[0]}" for path, text in texts().items() for found in MACHINE.finditer(text)] == []


def test_every_exception_from_a_check_names_its_code_and_its_reason() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in python_files()
        if path != Path(__file__)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if (found := EXCEPTION.search(line)) and (not found["codes"] or len(found["rest"].strip(" #-:")) < 8)
    ]
    assert wrong == []


def test_every_rule_that_is_off_for_the_whole_project_says_why() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    ignored = text.split("\nignore = [")[1].split("]")[0].strip().splitlines()
    assert [line for line in ignored if not re.search(r"# \w+ \w+", line)] == []
