"""`tidewatch score` on files of all kinds, without anything that listens."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from cli.score_judge import ALERT
from ml.offline import score_series
from tests.unit.cli.score_cases import RFC, SPIKE, START, STEP, N, T, offline, rows_of, scores, told, wave, write


def test_a_row_in_is_a_row_out_with_the_score_of_an_offline_run(tmp_path: Path) -> None:
    v = wave()
    source = write(tmp_path / "in" / "load.csv", list(zip(RFC, v.tolist(), strict=True)))
    summary = told(source, "--out", tmp_path / "out")
    rows = rows_of(tmp_path / "out" / "load.csv")
    assert list(rows[0]) == ["timestamp", "value", "anomaly_score", "label"]
    assert [(row["timestamp"], row["value"]) for row in rows] == [(t, str(x)) for t, x in zip(RFC, v, strict=True)]
    assert [float(row["anomaly_score"]) for row in rows] == offline(v)
    assert [row["label"] == "1" for row in rows] == [s >= ALERT for s in offline(v)]
    assert (summary["rows"], summary["labelled"]) == (N, sum(s >= ALERT for s in offline(v)))
    assert summary["alerts"] >= 1 and max(offline(v)[SPIKE]) >= ALERT and offline(v)[0] == 0.0


@pytest.mark.parametrize(
    "kind",
    [
        lambda us: f"{datetime.fromtimestamp(us / 1e6, UTC):%Y-%m-%d %H:%M:%S}",
        lambda us: us // 1_000_000,
        lambda us: us / 1e6,
        lambda us: us // 1000,
        lambda us: us,
        lambda us: us * 1000,
        lambda us: f"{datetime.fromtimestamp(us / 1e6, UTC):%Y-%m-%dT%H:%M:%S+00:00}",
    ],
)
def test_every_way_to_write_times_gives_the_same_scores(tmp_path: Path, kind: Callable[[int], object]) -> None:
    write(tmp_path / "a.csv", [(kind(us), x) for us, x in zip(T.tolist(), wave().tolist(), strict=True)])
    told(tmp_path / "a.csv", "--out", tmp_path / "out")
    assert scores(tmp_path / "out" / "a.csv") == offline(wave())


def test_a_zone_is_taken_for_times_that_have_none(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", [(f"2026-01-0{1 + i // 24} {i % 24:02d}:00:00", i % 7) for i in range(96)])
    told(tmp_path / "a.csv", "--out", tmp_path / "out", "--tz", "Asia/Kathmandu")
    t = (1_767_225_600 - 20_700 + 3600 * np.arange(96)) * 1_000_000
    expected = score_series(t, np.arange(96.0) % 7)[0].score
    assert scores(tmp_path / "out" / "a.csv") == np.nan_to_num(expected).tolist()


def test_rows_in_disorder_are_scored_by_their_time(tmp_path: Path) -> None:
    order = np.random.default_rng(2).permutation(N)
    v = wave()
    write(tmp_path / "a.csv", [(RFC[i], v[i]) for i in order.tolist()])
    told(tmp_path / "a.csv", "--out", tmp_path / "out")
    assert scores(tmp_path / "out" / "a.csv") == np.array(offline(v))[order].tolist()


def test_of_equal_times_the_last_counts_and_each_has_its_score(tmp_path: Path) -> None:
    v = wave()
    rows = [(t, x) for t, x in zip(RFC, v.tolist(), strict=True)]
    write(tmp_path / "a.csv", [*rows[:700], (RFC[700], 1e6), (RFC[100], v[100]), *rows[700:]])
    told(tmp_path / "a.csv", "--out", tmp_path / "out")
    found, expected = scores(tmp_path / "out" / "a.csv"), offline(v)
    assert found[:700] + found[702:] == expected
    assert found[700:702] == [expected[700], expected[100]]


def test_rows_that_hold_no_point_score_nothing_and_are_counted(tmp_path: Path) -> None:
    v = wave()
    rows = list(zip(RFC, v.tolist(), strict=True))
    junk = [("2026-01-02T00:00:01Z", ""), ("2026-01-02T00:00:02Z", "nan"), ("soon", 3), (RFC[50], "x"), ("", "")]
    path = write(tmp_path / "a.csv", rows[:400] + junk + rows[400:])
    path.write_text(path.read_text() + "\n1767225600\n0,5\n")
    summary = told(path, "--out", tmp_path / "out")
    found = scores(tmp_path / "out" / "a.csv")
    assert found[:400] + found[405:-2] == offline(v)
    assert found[400:405] + found[-2:] == [0.0] * 7
    assert (summary["rows"], summary["empty"], summary["rejected"]) == (N + 7, 2, 5)


def test_columns_are_found_by_name_or_given_and_cells_come_back_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("\ufeffhost load,Time\n" + "".join(f"{i}.50,{START + i}\n" for i in range(5)))
    (tmp_path / "b.csv").write_text("x,when,y\n" + "".join(f"0,{START + i},{i}.50\n" for i in range(5)))
    told(tmp_path / "a.csv", "--out", tmp_path / "out")
    told(tmp_path / "b.csv", "--out", tmp_path / "out", "--time-column", "when", "--value-column", "y")
    for name in ("a.csv", "b.csv"):
        found = [(row["timestamp"], row["value"]) for row in rows_of(tmp_path / "out" / name)]
        assert found == [(str(START + i), f"{i}.50") for i in range(5)]


def test_compressed_and_tabbed_files_are_read(tmp_path: Path) -> None:
    rows = list(zip(RFC, wave().tolist(), strict=True))
    plain = write(tmp_path / "a.csv", rows).read_text()
    (tmp_path / "b.csv.gz").write_bytes(gzip.compress(plain.encode()))
    (tmp_path / "c.tsv").write_text(plain.replace(",", "\t"))
    told(tmp_path, tmp_path / "c.tsv", "--out", tmp_path / "out")
    assert scores(tmp_path / "out" / "b.csv") == scores(tmp_path / "out" / "c.csv") == offline(wave())


def test_times_that_count_from_zero_are_a_series_too(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", [(STEP * i, x) for i, x in enumerate(wave().tolist())])
    assert told(tmp_path / "a.csv", "--out", tmp_path / "out")["rejected"] == 0
    assert max(scores(tmp_path / "out" / "a.csv")[SPIKE]) >= ALERT


def test_a_counter_is_judged_by_its_rate(tmp_path: Path) -> None:
    steps = np.random.default_rng(4).poisson(1000, N).astype(float)
    steps[SPIKE] += 30_000
    write(tmp_path / "a.csv", list(zip(RFC, np.cumsum(steps).tolist(), strict=True)))
    told(tmp_path / "a.csv", "--out", tmp_path / "out", "--counter")
    expected = score_series(T, np.cumsum(steps), counter=True)[0].score
    assert scores(tmp_path / "out" / "a.csv") == np.nan_to_num(expected).tolist()
    assert max(scores(tmp_path / "out" / "a.csv")[SPIKE]) >= ALERT
