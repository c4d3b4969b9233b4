"""Rivals' scores of the labelled corpora. They take minutes, so they are kept in .data/bench by version and content."""

from __future__ import annotations

import hashlib
import inspect
import sys
import time
from pathlib import Path

import numpy as np

from bench.detection_data import Item, items
from bench.rivals import LONGEST, Rival
from ml.types import Floats

KEPT = Path(__file__).resolve().parents[1] / ".data" / "bench" / "rivals"
SAY_EVERY_S = 5


def scored(rival: Rival, corpus: str) -> dict[str, Floats]:
    """Name -> score of the rows that are judged; of what the rival is able to score. Says on stderr what it does."""
    wanted = [item for item in items(corpus) if takes(rival, item)]
    out: dict[str, Floats] = {}
    start = said = time.monotonic()
    for number, item in enumerate(wanted):
        path = _place(rival, item)
        if not path.exists():
            _keep(path, rival.score(item.x))
        if (now := time.monotonic()) - said > SAY_EVERY_S:
            print(
                f"{rival.name}: {corpus} {number + 1} of {len(wanted)}, {now - start:.0f} s",
                file=sys.stderr,
                flush=True,
            )
            said = now
        out[item.name] = np.load(path).astype(np.float64)[item.judged :]
    return out


def takes(rival: Rival, item: Item) -> bool:
    """Many metrics only where one model takes them together; long series only where it is fast enough."""
    if item.x.ndim == 2:
        return rival.groups
    return len(item.x) <= LONGEST or not rival.slow


def _place(rival: Rival, item: Item) -> Path:
    how = f"{rival.name} {rival.installed} {inspect.getsource(rival.make)}"
    digest = hashlib.blake2b(how.encode() + item.x.tobytes(), digest_size=12).hexdigest()
    return KEPT / f"{rival.name.replace(' ', '-')}-{item.corpus}-{digest}.npy"


def _keep(path: Path, score: Floats) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part.npy")
    np.save(part, score)
    part.replace(path)
