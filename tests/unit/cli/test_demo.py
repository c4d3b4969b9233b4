"""The demo's tapes: every row once, in step with the clock."""

from __future__ import annotations

import itertools
from pathlib import Path

import orjson
import pytest

from cli.demo import STEP_US, Tape, bodies, load, remember
from cli.demo_series import SAMPLES, Recording

NOW = 1_795_000_000_000_000


def tape(rows: int) -> Tape:
    return Tape(Recording("x.csv", "m", {}, "1", 0, 0), [float(i) for i in range(rows)], NOW)


def test_cutting_time_anywhere_sends_every_row_once() -> None:
    cuts = [NOW - 1, NOW, NOW + 3, NOW + STEP_US - 1, NOW + STEP_US, NOW + 7 * STEP_US + 1, NOW + 9 * STEP_US]
    sent = [t for start, stop in itertools.pairwise(cuts) for t in tape(100).between(start, stop)[0]]
    assert sent == [NOW + i * STEP_US for i in range(10)]


def test_a_tape_begins_anew_at_its_end() -> None:
    assert tape(3).between(NOW - 1, NOW + 4 * STEP_US)[1] == [0.0, 1.0, 2.0, 0.0, 1.0]


def test_the_place_of_interest_comes_shortly_after_the_first_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIDEWATCH_DEMO_DATA", str(tmp_path / "nothing here"))
    tapes, sent = load(tmp_path / "demo.json", NOW)
    assert sent == 0
    for one in tapes:
        ahead = one.t0 + one.recording.soon * STEP_US - NOW
        assert 0 < ahead <= one.recording.lead * STEP_US


def test_the_next_start_goes_on_where_the_last_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIDEWATCH_DEMO_DATA", str(tmp_path / "nothing here"))
    first, _ = load(tmp_path / "demo.json", NOW)
    remember(tmp_path / "demo.json", first, NOW + 5)
    again, sent = load(tmp_path / "demo.json", NOW + 3 * STEP_US)
    assert (sent, [one.t0 for one in again]) == (NOW + 5, [one.t0 for one in first])


def test_a_long_past_is_sent_in_parts_and_whole() -> None:
    long = Tape(SAMPLES[0], [1.0], NOW)
    parts = [orjson.loads(body)["series"] for body in bodies([long], NOW - 1, NOW + 24_999 * STEP_US)]
    assert [len(series["t"]) for part in parts for series in part] == [10_000, 10_000, 5_000]
