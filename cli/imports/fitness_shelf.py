"""A folder or a zip, as names and bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cli.imports.model import CannotRead

LARGEST = 200_000_000
"""Bytes of one file: the longest recordings have some millions."""


@dataclass(frozen=True)
class Shelf:
    """Names of files, and how to read one. `read` raises `CannotRead`."""

    names: list[str]
    read: Callable[[str], bytes]


def folder(path: Path) -> Shelf:
    """All files in a folder and below."""
    names = sorted(str(file.relative_to(path)) for file in path.rglob("*") if file.is_file())
    known = frozenset(names)

    def read(name: str) -> bytes:
        file = path / name
        if name not in known:  # what a list in the folder names may lie outside of it
            raise CannotRead("it is not there")
        return _small(file.stat().st_size, file.read_bytes)

    return Shelf(names, read)


def zipped(archive: zipfile.ZipFile) -> Shelf:
    """All files in a zip."""

    def read(name: str) -> bytes:
        try:
            return _small(archive.getinfo(name).file_size, lambda: archive.read(name))
        except KeyError as error:
            raise CannotRead("it is not in the zip") from error
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
            raise CannotRead(f"the zip is damaged, or has a password: {error}") from error

    return Shelf(sorted(info.filename for info in archive.infolist() if not info.is_dir()), read)


def _small(size: int, read: Callable[[], bytes]) -> bytes:
    if size > LARGEST:
        raise CannotRead(f"it has more than {LARGEST // 1_000_000} MB")
    return read()
