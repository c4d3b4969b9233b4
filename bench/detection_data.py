"""The labelled corpora beside the checkout, and their scorers: both are used where they lie, nothing is copied.

../shared/data/<corpus> and ../shared/eval. Where they are absent a bench says so and shows nothing.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import numpy as np

from ml.types import Floats, Longs

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA, SCORERS = SHARED / "data", SHARED / "eval"
CORPORA = ("nab", "aiops-kpi", "smd", "asd")
MONDAY_S = 978_307_200
"""2001-01-01 UTC: where series begin that do not say when they were taken."""
STEP_S = 60


@dataclass(frozen=True)
class Item:
    """One series or group: t int64[n] us, x float64[n] or [n, metrics]. Rows before `judged` are only learned from."""

    corpus: str
    name: str
    t: Longs
    x: Floats
    judged: int = 0


def absent() -> str | None:
    """What is missing, if something is."""
    wanted = [*(DATA / corpus for corpus in CORPORA), SCORERS / "nab_score.py", SCORERS / "event_score.py"]
    missing = [str(path) for path in wanted if not path.exists()]
    return f"NO LABELLED DATA, NOTHING SHOWN: {', '.join(missing)} is absent" if missing else None


@cache
def scorer(name: str) -> ModuleType:
    """A scorer, `nab_score` or `event_score`, from its file."""
    spec = spec_from_file_location(name, SCORERS / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@cache
def items(corpus: str) -> tuple[Item, ...]:
    """All series of a corpus, by name."""
    if corpus == "nab":
        folder = DATA / "nab" / "data"
        return tuple(_csv(path, str(path.relative_to(folder))) for path in sorted(folder.glob("*/*.csv")))
    load: Callable[[Path], Item] = _series if corpus == "aiops-kpi" else _group
    return tuple(load(path) for path in sorted((DATA / corpus).glob("*.npz")))


def _csv(path: Path, name: str) -> Item:
    with path.open(newline="") as file:
        rows = list(csv.reader(file))[1:]
    t = [int(datetime.fromisoformat(row[0]).replace(tzinfo=UTC).timestamp()) * 1_000_000 for row in rows]
    return Item("nab", name, np.array(t, np.int64), np.array([float(row[1]) for row in rows]))


def _series(path: Path) -> Item:
    with np.load(path) as file:
        n = len(file["value"])
        t = (int(file["start"]) + int(file["step"]) * np.arange(n, dtype=np.int64)) * 1_000_000
        return Item("aiops-kpi", path.stem, t, file["value"].astype(np.float64), int(file["split"]))


def _group(path: Path) -> Item:
    with np.load(path) as file:
        x = np.concatenate([file["train"], file["test"]]).astype(np.float64)
        t = (MONDAY_S + STEP_S * np.arange(len(x), dtype=np.int64)) * 1_000_000
        return Item(path.parent.name, path.stem, t, x, len(file["train"]))
