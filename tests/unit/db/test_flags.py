"""Feature flags as data: who has the last word, who is among ten percent, what a dependency means."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from db.errors import Conflict, Invalid, NotFound
from db.flags import Flag, Said, declared, held, is_on, merged, share
from db.packs.model import PackModel
from db.packs.registry import packs

pytestmark = pytest.mark.req("S3-32")
CALLERS = [f"1:user:{number}" for number in range(5_000)]


def flag(name: str = "one", **more: object) -> Flag:
    return Flag(name, "One", "A flag.", **more)


def said(name: str, **more: object) -> Said:
    given = {"enabled": None, "percent": None, "settings": {}, "changed_by": "ada"} | more
    return Said(name=name, changed_at=datetime(2026, 1, 1, tzinfo=UTC), **given)


def test_the_flags_of_the_document_are_declared_with_what_they_depend_on() -> None:
    found = declared({})
    assert found["analytics_dashboard"].depends_on == ("performance_analytics", "entity_manager")
    assert found["analytics_dashboard_enhanced"].depends_on == ("analytics_dashboard", "database_manager")
    assert found["analytics_dashboard_enhanced"].settings == {
        "custom_retention_days": 30,
        "enable_background_tasks": True,
        "enable_actionable_insights": True,
    }
    assert (found["analytics_dashboard"].core, found["persistence"].depends_on) == (False, ())


def test_a_flag_is_off_where_one_that_it_depends_on_is_off() -> None:
    flags = {"a": flag("a", enabled=False), "b": flag("b", depends_on=("a",)), "c": flag("c", depends_on=("b",))}
    assert not is_on(flags, "c", "me")
    assert is_on(flags | {"a": flag("a")}, "c", "me")


def test_the_share_of_callers_is_the_percentage_and_grows_without_anybody_leaving() -> None:
    at = {n: {who for who in CALLERS if is_on({"one": flag(percent=n)}, "one", who)} for n in (0, 10, 25, 100)}
    assert at[0] == set()
    assert at[100] == set(CALLERS)
    assert at[10] < at[25]
    assert 0.08 < len(at[10]) / len(CALLERS) < 0.12


def test_flags_draw_their_callers_apart_from_each_other() -> None:
    both = sum(share("one", who) < 50 and share("two", who) < 50 for who in CALLERS)
    assert 0.22 < both / len(CALLERS) < 0.28


def test_work_behind_the_scenes_runs_where_anybody_may_see_it() -> None:
    assert is_on({"one": flag(percent=1)}, "one", None)
    assert not is_on({"one": flag(percent=0)}, "one", None)


@pytest.mark.parametrize(
    ("text", "enabled", "percent"),
    [("0", False, 100), ("1", True, 100), ("off", False, 100), ("25", True, 25), ("25%", True, 25)],
)
def test_the_environment_overrides_a_declaration(text: str, enabled: bool, percent: int) -> None:
    found = declared({"TIDEWATCH_FLAG_PERSISTENCE": text})["persistence"]
    assert (found.enabled, found.percent, found.source) == (enabled, percent, "environment")


@pytest.mark.parametrize("text", ["", "maybe", "101", "-1", "²"])
def test_a_strange_value_in_the_environment_is_refused_with_what_to_say(text: str) -> None:
    with pytest.raises(Invalid, match="say 0, 1, or a percentage"):
        declared({"TIDEWATCH_FLAG_PERSISTENCE": text})


def test_an_unknown_flag_in_the_environment_is_refused() -> None:
    with pytest.raises(Invalid, match="there is no such flag"):
        declared({"TIDEWATCH_FLAG_PRESISTENCE": "1"})


def test_what_is_said_at_run_time_has_the_last_word_field_by_field() -> None:
    before = {"one": flag(percent=50, settings={"a": 1, "b": 2}, source="environment")}
    after = merged(before, {"one": said("one", enabled=False, settings={"b": 3}), "gone": said("gone")})
    assert after == {
        "one": replace(
            before["one"], enabled=False, settings={"a": 1, "b": 3}, source="runtime", changed_by="ada",
            changed_at=datetime(2026, 1, 1, tzinfo=UTC),
        )
    }  # fmt: skip


def test_a_core_flag_cannot_be_switched_off() -> None:
    flags = {"one": flag(core=True)}
    held(flags, "one", True, None)
    for enabled, percent in ((False, None), (None, 50)):
        with pytest.raises(Conflict, match="cannot be switched off"):
            held(flags, "one", enabled, percent)
    with pytest.raises(NotFound, match="no flag 'two'"):
        is_on(flags, "two", None)


def test_a_pack_cannot_declare_a_flag_twice_nor_a_circle(monkeypatch: pytest.MonkeyPatch) -> None:
    circle = [
        {"name": "a", "title": "", "description": "", "depends_on": ["b"]},
        {"name": "b", "title": "", "description": "", "depends_on": ["a"]},
    ]
    pack = replace(packs()["telemetry"], model=PackModel(name="x", title="", description="", flags=circle))
    monkeypatch.setattr("db.flags.packs", lambda: {"x": pack})
    with pytest.raises(Invalid, match="in a circle"):
        declared({})
    with pytest.raises(ValueError, match="flag said twice: a"):
        PackModel(name="x", title="", description="", flags=[circle[0], circle[0]])
