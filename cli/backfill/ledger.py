"""How far a file was sent, in a small file beside the data, so that a run that was cut short goes on."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from pathlib import Path

import orjson

from cli.backfill.mapping import Mapping
from cli.backfill.source import Source


@dataclass(slots=True)
class Progress:
    """Of one file and mapping, to one server: rows that are acknowledged, and what was said of them."""

    file: str
    rows: int = 0
    done: bool = False
    accepted: int = 0
    duplicate: int = 0
    late: int = 0
    rejected: int = 0


@dataclass(slots=True)
class Ledger:
    """`job` names the file's content, its mapping, the batch size and the server."""

    path: Path
    job: str
    progress: Progress
    resumed: bool = field(default=False)

    def save(self) -> None:
        """Replace the file as a whole, so that it is never half written."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(".tmp")
        beside.write_bytes(orjson.dumps(asdict(self.progress), option=orjson.OPT_INDENT_2))
        beside.replace(self.path)

    def key(self, row: int) -> str:
        """Idempotency key of the chunk that begins at a row."""
        return f"backfill:{self.job}:{row}"


def open_ledger(folder: Path, source: Source, mapping: Mapping, batch: int, url: str, *, resume: bool) -> Ledger:
    """The state of an earlier run of the same job, or a new one."""
    what = f"{source.identity} {batch} {url}\n".encode() + mapping.canonical()
    job = blake2b(what, digest_size=12).hexdigest()
    path = folder / "ingest" / f"{job}.json"
    progress = Progress(str(source.path))
    if resume and path.exists():
        progress = Progress(**orjson.loads(path.read_bytes()))
    return Ledger(path, job, progress, progress.rows > 0)
