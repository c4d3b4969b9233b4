"""Arrays in .npz: one series (`value`) or a group of metrics (`train`, `test`), scored into an .npz."""

from __future__ import annotations

import zipfile
import zlib
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
SECONDS = 1e11
"""Epoch seconds lie below; greater numbers are ms, us or ns."""


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
            held: dict[str, Any] = {name: np.asarray(file[name]) for name in file.files}
    except (OSError, ValueError, EOFError, TypeError, AttributeError, zipfile.BadZipFile, zlib.error) as error:
        raise CannotRead(f"{path} is no readable .npz of numbers: write it with numpy.savez.") from error
    if "value" not in held and "test" not in held:
        raise CannotRead(f"{path} holds {', '.join(held) or 'nothing'}: it needs `value`, or `test` (and `train`).")
    x = held["value"] if "value" in held else held["test"]
    before = held.get("train") if "value" not in held else None
    for part in (x, x if before is None else before):
        if part.ndim not in (1, 2) or part.dtype.kind not in "fiub":
            raise CannotRead(f"{path}: values must be numbers in one or two dimensions, not {part.dtype}, {part.ndim}.")
    judged = 0 if before is None else len(before)
    if before is not None:
        if before.shape[1:] != x.shape[1:]:
            raise CannotRead(f"{path}: `train` has the shape {before.shape}, `test` {x.shape}: the same columns.")
        x = np.concatenate([before, x])
    return Arrays(_times(path, held, len(x)), x.astype(np.float64), judged)


def _times(path: Path, held: dict[str, Any], n: int) -> Longs:
    if "timestamp" in held:
        return _stamps(path, held["timestamp"], n)
    try:
        start, step = (float(held.get(name, usual)) for name, usual in (("start", START_S), ("step", STEP_S)))
    except (TypeError, ValueError) as error:
        raise CannotRead(f"{path}: `start` and `step` must be one number each, in seconds.") from error
    if not (1e-6 <= step < SECONDS and abs(start) < SECONDS and start + step * n < SECONDS):
        raise CannotRead(f"{path}: `step` must be seconds above 0, and `start` seconds since 1970.")
    out: Longs = np.rint((start + step * np.arange(n)) * 1e6).astype(np.int64)
    return out


def _stamps(path: Path, t: Any, n: int) -> Longs:
    """datetime64, or epoch numbers whose unit their size tells; floats keep their fractions."""
    if t.shape != (n,):
        raise CannotRead(f"{path}: `timestamp` has the shape {t.shape}, not ({n},).")
    if t.dtype.kind == "M" and not np.isnat(t).any():
        return np.asarray(t.astype("datetime64[us]").astype(np.int64))
    if t.dtype.kind not in "fiu" or not np.isfinite(t).all() or np.abs(t.astype(np.float64)).max(initial=0) > 9e18:
        raise CannotRead(f"{path}: `timestamp` must be times: datetime64, or finite numbers since 1970.")
    if t.dtype.kind == "f" and np.abs(t).max(initial=0) < SECONDS:
        return np.asarray(np.rint(t.astype(np.float64) * 1e6).astype(np.int64))
    return from_integers(t.astype(np.int64))


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
