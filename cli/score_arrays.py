"""Arrays in .npz: one series (`value`) or a group of metrics (`train`, `test`), scored into an .npz."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from api.ingest.times import from_integers
from cli.backfill.source import CannotRead
from cli.score_judge import score_matrix
from ml.types import Flags, Floats, Longs

START_S = 978_307_200
"""2001-01-01 UTC, a Monday: where a series begins that does not say when."""
STEP_S = 60


@dataclass(frozen=True, slots=True)
class Arrays:
    """t int64[n] us UTC, x float64[n] or [n, metrics]. Rows before `judged` are history, and not scored."""

    t: Longs
    x: Floats
    judged: int


def read(path: Path) -> Arrays:
    """Raises `CannotRead` where the file is none, or lacks what is needed."""
    try:
        with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
            held: dict[str, Any] = {name: file[name] for name in file.files}
    except (OSError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise CannotRead(f"{path} is no readable .npz of numbers: write it with numpy.savez.") from error
    judged = 0
    if "value" in held:
        x = held["value"]
    elif "test" in held:
        x = np.concatenate([held["train"], held["test"]]) if "train" in held else held["test"]
        judged = len(x) - len(held["test"])
    else:
        raise CannotRead(f"{path} holds {', '.join(held) or 'nothing'}: it needs `value`, or `test` (and `train`).")
    if x.ndim not in (1, 2) or x.dtype.kind not in "fiub":
        raise CannotRead(f"{path}: values must be numbers in one or two dimensions, not {x.dtype} in {x.ndim}.")
    return Arrays(_times(path, held, len(x)), x.astype(np.float64), judged)


def _times(path: Path, held: dict[str, Any], n: int) -> Longs:
    if "timestamp" in held:
        if held["timestamp"].shape != (n,):
            raise CannotRead(f"{path}: `timestamp` has the shape {held['timestamp'].shape}, not ({n},).")
        t = held["timestamp"]
        return t.astype("datetime64[us]").astype(np.int64) if t.dtype.kind == "M" else from_integers(t.astype(np.int64))
    start, step = float(held.get("start", START_S)), float(held.get("step", STEP_S))
    if not (step > 0.0 and np.isfinite(start)):
        raise CannotRead(f"{path}: `step` must be seconds above 0, and `start` seconds since 1970.")
    out: Longs = np.rint((start + step * np.arange(n)) * 1e6).astype(np.int64)
    return out


def group_scores(path: Path, arrays: Arrays) -> Floats:
    """One score a row that is judged. Raises `CannotRead` where times do not ascend."""
    if np.any(np.diff(arrays.t) <= 0):
        raise CannotRead(f"{path}: the times of a group must ascend: sort the rows, and keep one of each time.")
    return score_matrix(arrays.t, arrays.x)[arrays.judged :]


def write(path: Path, score: Floats, label: Flags) -> None:
    """`score` float64 and `label` uint8, a value for each row that is judged. Appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        np.savez(file, score=score, label=label.astype(np.uint8))
    part.replace(path)
