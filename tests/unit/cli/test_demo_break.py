"""Faults on purpose: what becomes of the values, which series is taken, and what is said where nothing can be done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from typer import BadParameter
from typer.testing import CliRunner

from cli import demo_break
from cli.demo import Tape, bodies
from cli.demo_break import Wish, address, break_it, chosen, planned
from cli.demo_command import KINDS, duration, label
from cli.demo_fault import LASTS, MEANINGS, Fault, Running, announce, ask, asked, desk, found, usual
from cli.demo_series import Recording
from cli.demo_verdict import report
from cli.folders import ServiceError
from cli.holding import hold
from cli.main import app
from db import settings

START, STEP = 1_795_000_000_000_000, 10_000_000
NOISY = [5.0, 15.0, 7.0, 13.0, 9.0, 11.0]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of our own."""
    monkeypatch.setenv("TIDEWATCH_DATA", str(tmp_path))
    settings.settings.cache_clear()
    yield tmp_path
    settings.settings.cache_clear()


def fault(kind: str, **other: object) -> Fault:
    """Of four steps, ten spreads of 2 on a level of 10."""
    fields = {"kind": kind, "metric": "m", "labels": {"host": "a"}, "start": START, "stop": START + 4 * STEP}
    return Fault(**{**fields, "size": 10.0, "level": 10.0, "spread": 2.0, "held": 11.0, **other})  # type: ignore[arg-type]  # fields of many types


def bent(kind: str) -> list[float]:
    """What is sent instead of 9, 10, 11, 12, 13, 14, of which the middle four are broken."""
    t = [START + n * STEP for n in range(-1, 5)]
    return fault(kind).bend(t, [9.0, 10.0, 11.0, 12.0, 13.0, 14.0])[1]


def tape(metric: str, host: str, values: list[float]) -> Tape:
    return Tape(Recording("x.csv", metric, {"host": host}, "1", 0, 0), values, 0)


def test_each_kind_bends_its_stretch_and_nothing_else() -> None:
    assert bent("spike") == bent("shift") == [9, 30, 31, 32, 33, 14]
    assert bent("dip") == [9, -10, -9, -8, -7, 14]
    assert bent("drift") == [9, 10, 16, 22, 28, 14]
    assert bent("stuck") == [9, 11, 11, 11, 11, 14]
    assert bent("missing") == [9, 14]
    assert bent("season") == [9, 10, 9, 8, 7, 14]


def test_noise_is_wild_and_the_same_whenever_a_row_is_sent() -> None:
    assert bent("noise") == bent("noise")
    assert max(abs(x - 11.5) for x in bent("noise")[1:5]) > 5


def test_the_command_knows_every_kind_and_how_long_it_lasts() -> None:
    assert set(KINDS) == set(MEANINGS) == set(LASTS)


def test_what_is_usual_is_not_moved_by_what_is_not() -> None:
    level, spread = usual([*NOISY * 40, 1e6])
    assert level == pytest.approx(9, abs=2)
    assert spread == pytest.approx(10 / 3.29)
    assert usual([7.0] * 50) == (7.0, 0.7)


def test_only_the_broken_series_is_sent_broken() -> None:
    tapes = [tape("m", "a", [1.0]), tape("m", "b", [1.0])]
    sent = [orjson.loads(body) for body in bodies(tapes, START, START + STEP, [fault("spike")])]
    assert {s["labels"]["host"]: s["v"] for body in sent for s in body["series"]} == {"a": [21.0], "b": [1.0]}


def test_a_fault_lies_in_the_data_folder_until_it_is_over(data: Path) -> None:
    ask(fault("dip"))
    assert asked(START) == [fault("dip")]
    assert asked(START + 4 * STEP) == []
    assert asked(START) == [fault("dip")], "only the one that replays forgets"
    assert asked(START + 4 * STEP, forget=True) == asked(START) == []


def test_the_key_of_the_demo_is_for_its_owner_only_and_found_while_it_runs(data: Path) -> None:
    running = Running("http://here", "secret", "x")
    with hold(desk(), running.url):
        announce(running)
        assert (desk() / "running.json").stat().st_mode & 0o077 == 0
        assert desk().stat().st_mode & 0o077 == 0
        assert found() == running
    assert found() is None


def test_without_a_demo_it_says_how_to_start_one(data: Path) -> None:
    with pytest.raises(ServiceError, match=r"No demo is running.*make run"):
        break_it(Wish("spike"), print)
    assert CliRunner().invoke(app, ["demo", "break", "--kind", "fire"]).exit_code == 2


def test_by_default_the_calmest_series_is_taken_of_which_nothing_is_said(data: Path) -> None:
    wild, calm, calmer = tape("w", "a", [*NOISY, 90.0]), tape("m", "a", [9.0, 10.0]), tape("m", "b", [10.0, 10.1])
    tapes = [wild, calm, calmer]
    assert chosen(Wish("spike"), tapes, [], list) is calmer
    assert chosen(Wish("spike"), tapes, [], lambda: [("m", {"host": "b"})]) is calm
    assert chosen(Wish("spike", metric="w"), tapes, [], lambda: [("w", {"host": "a"})]) is wild
    assert chosen(Wish("spike", labels={"host": "a"}), tapes, [fault("spike")], list) is wild


def test_what_cannot_be_broken_is_said_with_the_way_on(data: Path) -> None:
    one = [tape("m", "a", NOISY)]
    with pytest.raises(ServiceError, match=r"replays no such series.*--list"):
        chosen(Wish("spike", metric="other"), one, [], list)
    with pytest.raises(ServiceError, match=r"broken already.*--list"):
        chosen(Wish("spike"), one, [fault("dip")], list)


def test_a_fault_begins_ahead_of_now_and_knows_what_was_usual(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_break, "now_us", lambda: START)
    made = planned(Wish("shift", lasts=60.0), [tape("m", "a", NOISY)], list)
    assert START < made.start <= START + STEP
    assert made.stop - made.start == 60_000_000
    assert (made.level, made.spread) == (pytest.approx(10, abs=1), pytest.approx(10 / 3.29))
    assert made.held in NOISY


def test_the_page_is_asked_for_single_points_of_that_series() -> None:
    where = address("http://here", fault("spike"))
    assert where == "http://here/?metric=m&label.host=a&time_range=1h&bucket=raw"


def test_durations_and_labels_are_read_as_people_write_them() -> None:
    assert [duration(text) for text in ("90", "90s", "2m", "1.5h")] == [90, 90, 120, 5400]
    assert label("host=a=b") == ("host", "a=b")
    for wrong in ("soon", "-1s", "2d", ""):
        with pytest.raises(BadParameter):
            duration(wrong)
    with pytest.raises(BadParameter):
        label("host")


def test_no_verdict_is_told_as_such_with_what_to_try() -> None:
    told = report({"verdict": None, "page": "http://here/?metric=m"})
    assert "No verdict" in told
    assert "--size" in told
