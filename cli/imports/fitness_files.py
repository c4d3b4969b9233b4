"""One recording: by its name a GPX, TCX or FIT, packed or not."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator

from cli.imports.fitness_fit import read_fit
from cli.imports.fitness_recorded import Recorded
from cli.imports.fitness_shelf import LARGEST
from cli.imports.fitness_xml import read_gpx, read_tcx
from cli.imports.model import CannotRead

SUFFIXES = (".gpx", ".tcx", ".fit")


def kind_of(name: str) -> str | None:
    """The suffix that says what a file is, without .gz; None: none that is known."""
    plain = name.lower().removesuffix(".gz")
    hidden = plain.rpartition("/")[2].startswith(".")
    return None if hidden else next((suffix for suffix in SUFFIXES if plain.endswith(suffix)), None)


def recorded(name: str, data: bytes) -> Iterator[Recorded]:
    """The activities of a file. Raises `CannotRead`."""
    readers: dict[str, Callable[[bytes], Iterator[Recorded]]] = {".gpx": read_gpx, ".tcx": read_tcx, ".fit": read_fit}
    kind = kind_of(name)
    if kind is None:
        raise CannotRead(f"its name ends with none of {', '.join(SUFFIXES)}")
    found = list(readers[kind](unpacked(data) if name.lower().endswith(".gz") else data))
    if not found:
        raise CannotRead("it holds no activity with times")
    yield from found


def unpacked(data: bytes) -> bytes:
    """What is in a .gz. Raises `CannotRead`."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            found = packed.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise CannotRead(f"it is no whole .gz: {error}") from error
    if len(found) > LARGEST:
        raise CannotRead(f"it has more than {LARGEST // 1_000_000} MB when unpacked")
    return found
