"""Which files are meant, and where each result goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cli.backfill.mapping import WrongUse

TEXTS = (".csv", ".tsv", ".txt", ".csv.gz")
ARRAYS = ".npz"


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read and the file to write."""

    path: Path
    target: Path

    @property
    def arrays(self) -> bool:
        """Whether both are .npz."""
        return self.path.suffix.lower() == ARRAYS


def plan(files: Sequence[Path], out: Path, nab: str) -> list[Job]:
    """A job a file, each once. Results of equal names keep as much of their folders as sets them apart."""
    if out.exists() and not out.is_dir():
        raise WrongUse(f"--out {out} is a file: name a folder.")
    if nab and (Path(nab).name != nab or nab == ".."):
        raise WrongUse(f"--nab {nab!r} is no name: leave the slashes out.")
    found = {path.resolve(): path for given in files for path in _meant(given)}
    names = [_nab_name(path, nab) for path in found] if nab else _names(list(found))
    if len(set(names)) < len(names):
        twin = next(name for name, times in Counter(names).items() if times > 1)
        raise WrongUse(f"Two files would have the result {twin}: score them one by one, or leave --nab out.")
    jobs = [Job(path, out / name) for path, name in zip(found.values(), names, strict=True)]
    for job in jobs:
        if job.target.resolve() in found:
            raise WrongUse(f"The result would overwrite {job.target}: give --out another folder.")
    return jobs


def _meant(given: Path) -> list[Path]:
    if not given.exists():
        raise WrongUse(f"There is no file {given}.")
    if not given.is_dir():
        if not given.name.lower().endswith((*TEXTS, ARRAYS)):
            raise WrongUse(f"{given} is neither CSV (.csv, .tsv, .txt, .csv.gz) nor .npz: rename or convert it.")
        return [given]
    inside = [path for path in sorted(given.rglob("*")) if path.name.lower().endswith((".csv", ".csv.gz", ARRAYS))]
    if not inside:
        raise WrongUse(f"The folder {given} holds no .csv and no .npz.")
    return inside


def _file_name(path: Path) -> str:
    """x.csv -> x.csv, x.csv.gz -> x.csv, x.tsv -> x.csv, x.npz -> x.npz."""
    if path.suffix.lower() == ARRAYS:
        return path.name
    stem = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return stem.with_suffix(".csv").name


def _nab_name(path: Path, nab: str) -> Path:
    return Path(nab) / path.parent.name / f"{nab}_{_file_name(path)}"


def _names(found: list[Path]) -> list[Path]:
    """Each file's name, behind as many of its folders as make it the only one."""
    parts = [(*path.parts[1:-1], _file_name(path)) for path in found]
    names: list[Path | None] = [None] * len(parts)
    for depth in range(1, max((len(part) for part in parts), default=0) + 1):
        count = Counter(part[-depth:] for part in parts)
        for i, part in enumerate(parts):
            if names[i] is None and count[part[-depth:]] == 1:
                names[i] = Path(*part[-depth:])
    if None in names:
        twin = found[names.index(None)]
        raise WrongUse(f"Two files would have the result of {twin}: score them one by one.")
    return [name for name in names if name is not None]
