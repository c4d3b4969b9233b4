"""Where results of `tidewatch score` go, arrays, and what is said of files that cannot be scored."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from cli.score_judge import ALERT
from ml.offline import score_series
from tests.unit.cli.score_cases import RFC, SPIKE, START, STEP, N, T, offline, score, scores, told, wave, write

ROWS = list(zip(RFC, wave().tolist(), strict=True))


def test_results_of_equal_names_keep_their_folders(tmp_path: Path) -> None:
    files = [write(tmp_path / name, ROWS[:20]) for name in ("a/x.csv", "b/x.csv", "b/y.csv", "c/b/y.tsv")]
    files[3].write_text(files[3].read_text().replace(",", "\t"))
    told(*files, files[0], "--out", tmp_path / "out")
    found = sorted(str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.*"))
    assert found == ["a/x.csv", "b/x.csv", "c/b/y.csv", f"{tmp_path.name}/b/y.csv"]


def test_results_can_be_laid_out_as_nab_does(tmp_path: Path) -> None:
    write(tmp_path / "realTweets" / "goog.csv", ROWS[:20])
    told(tmp_path / "realTweets", "--out", tmp_path / "out", "--nab", "tidewatch")
    assert (tmp_path / "out" / "tidewatch" / "realTweets" / "tidewatch_goog.csv").is_file()


@pytest.mark.parametrize("times", [{"timestamp": T // 1_000_000}, {"start": START, "step": STEP}])
def test_an_array_is_scored_as_the_same_rows_are(tmp_path: Path, times: dict) -> None:
    v = wave()
    v[900] = np.nan
    np.savez(tmp_path / "a.npz", value=v, **times)
    summary = told(tmp_path / "a.npz", "--out", tmp_path / "out")
    expected = score_series(np.delete(T, 900), np.delete(v, 900))[0].score
    with np.load(tmp_path / "out" / "a.npz") as file:
        found, label = file["score"], file["label"]
    assert np.delete(found, 900).tolist() == np.nan_to_num(expected).tolist() and found[900] == 0.0
    assert (label == (found >= ALERT)).all() and label.dtype == np.uint8
    assert (summary["rows"], summary["empty"]) == (N, 1)


def test_a_group_has_one_score_for_each_row_of_the_test_part(tmp_path: Path) -> None:
    x = np.stack([np.random.default_rng(seed).normal(0, 1, N) for seed in range(5)], axis=1).astype(np.float32)
    x[SPIKE] += 40
    np.savez(tmp_path / "m.npz", train=x[:1000], test=x[1000:], label=np.zeros(500, np.uint8))
    np.savez(tmp_path / "cold.npz", test=x[1190:1210])
    told(tmp_path / "m.npz", tmp_path / "cold.npz", "--out", tmp_path / "out")
    with np.load(tmp_path / "out" / "m.npz") as file, np.load(tmp_path / "out" / "cold.npz") as cold:
        assert file["score"].shape == (500,) and file["label"][200:203].any()
        assert file["label"][:190].sum() <= 1
        assert cold["label"].shape == (20,) and not cold["label"][:10].any()


def test_wrong_use_is_one_line_and_touches_nothing(tmp_path: Path) -> None:
    good = write(tmp_path / "a.csv", ROWS[:20])
    odd = write(tmp_path / "odd.csv", [(1, 2)], head="when,x,y")
    (tmp_path / "none").mkdir()
    (tmp_path / "b.xyz").touch()
    out = tmp_path / "out"
    wrong = {
        "There is no file": (good, tmp_path / "no.csv", "--out", out),
        "--time-column": (odd, "--out", out),
        "no column 'z'": (good, "--out", out, "--value-column", "z"),
        "holds no .csv": (tmp_path / "none", "--out", out),
        "neither CSV": (tmp_path / "b.xyz", "--out", out),
        "overwrite": (good, "--out", tmp_path),
        "name a folder": (good, "--out", odd),
        "leave the slashes": (good, "--out", out, "--nab", "a/b"),
        "no IANA zone": (good, "--out", out, "--tz", "Mars/Olympus"),
    }
    for said, arguments in wrong.items():
        result = score(*arguments)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1) and said in result.stderr, result.stderr
    assert not out.exists()


def test_a_file_that_fails_spoils_no_other(tmp_path: Path) -> None:
    (tmp_path / "broken.npz").write_bytes(b"PK\x03\x04 not at all")
    np.savez(tmp_path / "other.npz", x=np.zeros(3))
    np.savez(tmp_path / "short.npz", value=np.zeros(3), timestamp=np.zeros(2))
    np.savez(tmp_path / "objects.npz", value=np.array([object()]), allow_pickle=True)
    write(tmp_path / "junk.csv", [("soon", "x"), ("later", "y")])
    (tmp_path / "cut.csv.gz").write_bytes(b"\x1f\x8b\x08\x00 cut")
    write(tmp_path / "good.csv", ROWS)
    summary = told(
        *(path for path in sorted(tmp_path.iterdir()) if path.suffix != ".gz"), "--out", tmp_path / "out", code=1
    )
    failed = {Path(file["file"]).name for file in summary["files"] if file["error"]}
    assert failed == {"broken.npz", "other.npz", "short.npz", "objects.npz", "junk.csv"}
    assert scores(tmp_path / "out" / "good.csv") == offline(wave())
    (tmp_path / "empty.csv").touch()
    for name, said in (("cut.csv.gz", "no readable"), ("empty.csv", "first line must name")):
        result = score(tmp_path / name, tmp_path / "good.csv", "--out", tmp_path / "again")
        assert result.exit_code == 1 and (said in result.stderr or name in result.stderr)


def test_two_results_of_one_name_are_refused(tmp_path: Path) -> None:
    for folder in ("a", "c/a"):
        (tmp_path / folder).mkdir(parents=True)
        write(tmp_path / folder / "x.csv", ROWS[:3])
    assert score(tmp_path, "--out", tmp_path / "out", "--nab", "N").exit_code == 2
    assert score(tmp_path / "a", "--out", tmp_path / "out", "--nab", "..").exit_code == 2


def test_bytes_that_are_no_text_are_a_wrong_row_and_come_back(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ROWS[:3])
    path.write_bytes(path.read_bytes() + b"2026-01-02T00:00:00Z,\xff\xfe\r\n\xc3,4\n")
    summary = told(path, "--out", tmp_path / "out")
    assert (summary["rows"], summary["rejected"]) == (5, 2)
    assert (tmp_path / "out" / "a.csv").read_bytes().splitlines()[4:] == [
        b"2026-01-02T00:00:00Z,\xff\xfe,0.0,0",
        b"\xc3,4,0.0,0",
    ]


def test_nothing_but_files_is_needed(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", ROWS[:50])
    code = (
        "import sys; from cli.main import main; sys.argv[1:] = ['score', 'a.csv', '--out', 'out']\n"
        "try: main()\nexcept SystemExit as end: assert not end.code\n"
        "print([n for n in ('psycopg', 'asyncpg', 'redis', 'celery', 'fastapi', 'sklearn') if n in sys.modules])"
    )
    env = {"TIDEWATCH_DATABASE_URL": "nonsense", "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]" and (tmp_path / "out" / "a.csv").is_file()
