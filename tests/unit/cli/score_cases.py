"""What the tests of `tidewatch score` share: a series with a fault, files of it, and the command."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from typer.testing import CliRunner, Result

from cli.main import app
from ml.offline import score_series

N, START, STEP = 1500, 1_767_225_600, 300
SPIKE = slice(1200, 1203)


def wave(seed: int = 1) -> np.ndarray:
    """A noisy level with a fault that nobody can overlook."""
    v = np.random.default_rng(seed).normal(50, 1, N)
    v[SPIKE] += 60
    return v


T = (START + STEP * np.arange(N)) * 1_000_000
RFC = [datetime.fromtimestamp(us / 1e6, UTC).isoformat().replace("+00:00", "Z") for us in T.tolist()]


def offline(v: np.ndarray) -> list[float]:
    return np.nan_to_num(score_series(T, v)[0].score).tolist()


def write(path: Path, rows: list[tuple[object, object]], head: str = "timestamp,value") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([head, *(f"{t},{v}" for t, v in rows)]) + "\n")
    return path


def score(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["score", *map(str, arguments)])


def told(*arguments: object, code: int = 0) -> dict:
    result = score(*arguments, "--json")
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def scores(path: Path) -> list[float]:
    return [float(row["anomaly_score"]) for row in rows_of(path)]
