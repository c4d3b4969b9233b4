"""Files of rows: CSV, JSON lines and Parquet, read in chunks of a fixed number of rows."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import IO, Any, Literal

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import csv

Format = Literal["csv", "jsonl", "parquet"]
SUFFIXES: dict[str, Format] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".parquet": "parquet",
    ".pq": "parquet",
}
LOOK = 1000
"""Rows of a file that are looked at to learn its columns."""
BLOCK = 4 << 20
"""Bytes of CSV that are read at once."""
STEP = 10_000
"""Rows of the other formats that are read at once."""


class CannotRead(Exception):
    """A file is not what its name says, or lacks what was asked of it."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows from number `start` (0-based) as a table; `share` of the file is read with it."""

    start: int
    table: Any
    share: float


@dataclass(slots=True)
class Source:
    """A file, its columns in order with whether they hold numbers, and what could not be read so far."""

    path: Path
    format: Format
    columns: dict[str, bool]
    unreadable: dict[str, int] = field(default_factory=dict)

    @property
    def identity(self) -> str:
        """The same for the same content: size, first and last 64 KiB."""
        size = self.path.stat().st_size
        with self.path.open("rb") as file:
            head = file.read(1 << 16)
            file.seek(max(0, size - (1 << 16)))
            return blake2b(head + file.read(), digest_size=12).hexdigest() + f"-{size}"

    def chunks(self, columns: Sequence[str], rows: int) -> Iterator[Chunk]:
        """All rows, `rows` at a time, with these columns. Raises `CannotRead`."""
        reader = {"csv": _csv_tables, "jsonl": _json_tables, "parquet": _parquet_tables}[self.format]
        start, held = 0, None
        try:
            for table, share in reader(self, list(columns)):
                held = table if held is None else pa.concat_tables([held, table])
                while len(held) >= rows:
                    yield Chunk(start, held.slice(0, rows), share)
                    start, held = start + rows, held.slice(rows)
            if held is not None and len(held):
                yield Chunk(start, held, 1.0)
        except (pa.ArrowException, OSError) as error:
            raise CannotRead(f"{self.path}: {error}") from error

    def skipped(self, reason: str) -> None:
        """Count a row that could not be read."""
        self.unreadable[reason] = self.unreadable.get(reason, 0) + 1


def open_source(path: Path, as_format: Format | None = None) -> Source:
    """Find out what is in a file. Raises `CannotRead`."""
    plain = path.with_suffix("") if path.suffix == ".gz" else path
    known = as_format or SUFFIXES.get(plain.suffix.lower())
    if known is None:
        raise CannotRead(f"{path}: is it CSV, JSON lines or Parquet? Say so with --format.")
    look: dict[Format, Callable[[Path], dict[str, bool]]]
    look = {"csv": _csv_columns, "jsonl": _json_columns, "parquet": _parquet_columns}
    try:
        return Source(path, known, look[known](path))
    except (pa.ArrowException, OSError, orjson.JSONDecodeError) as error:
        raise CannotRead(f"{path}: {error}") from error


def _is_number(kind: Any) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind))


def _numeric(schema: Any) -> dict[str, bool]:
    return {column.name: _is_number(column.type) for column in schema}


def _csv_options(path: Path, skipped: Callable[[str], None]) -> Any:
    def skip(row: Any) -> str:
        skipped(f"the row has {row.actual_columns} columns, not {row.expected_columns}")
        return "skip"

    delimiter = "\t" if ".tsv" in path.suffixes else ","
    return csv.ParseOptions(delimiter=delimiter, newlines_in_values=True, invalid_row_handler=skip)


def _csv_columns(path: Path) -> dict[str, bool]:
    with csv.open_csv(path, csv.ReadOptions(use_threads=False), _csv_options(path, lambda _: None)) as reader:
        return _numeric(reader.schema)


def _csv_tables(source: Source, columns: list[str]) -> Iterator[tuple[Any, float]]:
    convert = csv.ConvertOptions(
        include_columns=columns,
        column_types=dict.fromkeys(columns, pa.string()),
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,
    )
    read = csv.ReadOptions(use_threads=False, block_size=BLOCK)
    size, seen = source.path.stat().st_size, 0
    with csv.open_csv(source.path, read, _csv_options(source.path, source.skipped), convert) as reader:
        for batch in reader:
            seen += BLOCK
            yield pa.Table.from_batches([batch]), min(1.0, seen / size)


def _open(path: Path) -> IO[bytes]:
    return gzip.open(path) if path.suffix == ".gz" else path.open("rb")  # type: ignore[return-value]  # reads bytes too


def _json_columns(path: Path) -> dict[str, bool]:
    columns: dict[str, bool] = {}
    with _open(path) as file:
        for line in islice(file, LOOK):
            row = orjson.loads(line) if line.strip() else {}
            for name, value in row.items() if isinstance(row, dict) else ():
                number = isinstance(value, int | float) and not isinstance(value, bool)
                columns[name] = columns.get(name, True) and (number or value is None)
    return columns


def _json_tables(source: Source, columns: list[str]) -> Iterator[tuple[Any, float]]:
    size = source.path.stat().st_size
    with _open(source.path) as file:
        while lines := list(islice(file, STEP)):
            taken = [row for line in lines if (row := _json_row(source, line)) is not None]
            table = {name: pa.array([_cell(row.get(name)) for row in taken], pa.string()) for name in columns}
            yield pa.table(table), min(1.0, file.tell() / size)


def _json_row(source: Source, line: bytes) -> dict[str, Any] | None:
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError:
        source.skipped("the line is not valid JSON")
        return None
    if not isinstance(row, dict):
        source.skipped("the line is no JSON object")
        return None
    return row


def _cell(value: Any) -> str | None:
    """A JSON value as text, as a CSV file would hold it; numbers keep every digit."""
    return value if value is None or isinstance(value, str) else orjson.dumps(value).decode()


def _parquet_columns(path: Path) -> dict[str, bool]:
    return _numeric(pq.read_schema(path))


def _parquet_tables(source: Source, columns: list[str]) -> Iterator[tuple[Any, float]]:
    with pq.ParquetFile(source.path) as file:
        total, seen = max(1, file.metadata.num_rows), 0
        for batch in file.iter_batches(STEP, columns=columns):
            seen += len(batch)
            yield pa.Table.from_batches([batch]), seen / total
