"""Every requirement is shown by a test or has a reason, and the document says which."""

from __future__ import annotations

import ast

import pytest

from tests.requirements import COMMAND, DOCUMENT, document, marks_of, shown, words

TOLD, TESTS = words(), shown()
REMEDY = f"run: {COMMAND}"


def test_marks_name_requirements_that_exist() -> None:
    unknown = {id_: tests for id_, tests in TESTS.items() if id_ not in TOLD.ids}
    assert unknown == {}


def test_every_requirement_is_shown_or_has_a_reason() -> None:
    missing = [id_ for id_ in TOLD.ids if id_ not in TESTS and id_ not in TOLD.reasons]
    assert missing == [], f"mark the test that shows it, or say why not in tests/requirements.toml; then {REMEDY}"


def test_reasons_are_of_requirements_that_exist() -> None:
    assert set(TOLD.reasons) <= set(TOLD.ids)


def test_each_requirement_stands_once() -> None:
    assert len(TOLD.ids) == len(set(TOLD.ids)) == 220


def test_the_document_is_current() -> None:
    assert DOCUMENT.read_text() == document(TOLD, TESTS), REMEDY


def test_marks_are_found_wherever_they_may_stand() -> None:
    source = """
pytestmark = [pytest.mark.req("A"), pytest.mark.asyncio]
@pytest.mark.req("B", "C")
async def test_one(): ...
@pytest.mark.req("D")
class TestTwo:
    @pytest.mark.req("E")
    def test_three(self): ...
"""
    found = set(marks_of(ast.parse(source)))
    assert found == {("A", ""), ("B", "test_one"), ("C", "test_one"), ("D", "TestTwo"), ("E", "TestTwo::test_three")}


def test_a_mark_that_is_computed_is_refused() -> None:
    with pytest.raises(TypeError, match="written out"):
        list(marks_of(ast.parse("pytestmark = pytest.mark.req(*IDS)")))
