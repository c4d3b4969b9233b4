"""`tidewatch backup FILE` and `tidewatch restore FILE`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def backup(
    file: Annotated[Path, typer.Argument(help="What to write; it must not be there yet.")], as_json: JsonFlag = False
) -> None:
    """Write the whole database to a file, while everything goes on."""
    from cli.place import database_url
    from cli.show import show
    from db.backup import backup as run

    if file.exists():
        print(f"tidewatch: {file} is there already. Name another file.", file=sys.stderr)
        raise typer.Exit(2)
    began = time.monotonic()
    made = run(database_url(), file, version("tidewatch"), _say)
    size = file.stat().st_size
    told = {"file": str(file), "rows": made.rows, "bytes": size, "tables": len(made.tables), "engine": made.engine}
    seconds = time.monotonic() - began
    text = f"{file}: {made.rows:,} rows of {len(made.tables)} tables in {size / 1e6:,.1f} MB, {seconds:.1f} s"
    show(told, as_json, text)


def restore(file: Annotated[Path, typer.Argument(help="What `backup` wrote.")], as_json: JsonFlag = False) -> None:
    """Fill an empty database from a file: the one of TIDEWATCH_DATABASE_URL, or a new one in TIDEWATCH_DATA."""
    from cli.show import show
    from db.backup import restore as run

    if not file.is_file():
        print(f"tidewatch: there is no file {file}.", file=sys.stderr)
        raise typer.Exit(2)
    began = time.monotonic()
    with _empty_database() as url:
        made = run(url, file, _say)
    told = {"file": str(file), "rows": made.rows, "tables": len(made.tables), "made_at": made.made_at}
    show(told, as_json, f"{made.rows:,} rows of {len(made.tables)} tables restored in {time.monotonic() - began:.1f} s")


def _say(line: str) -> None:
    print(f"tidewatch: {line}", file=sys.stderr, flush=True)


@contextmanager
def _empty_database() -> Iterator[str]:
    """The address of the database that is given, or of our own, which runs for as long as it is needed."""
    from cli.embedded import Postgres
    from cli.holding import hold
    from cli.place import data_folder
    from cli.programs import spawn
    from db.settings import settings

    if settings().database_url:
        yield settings().database_url
        return
    data = data_folder()
    (data / "logs").mkdir(parents=True, exist_ok=True)
    with hold(data, "tidewatch restore"):
        server = Postgres(data)
        child = spawn(server.prepare(), data / "logs" / "postgres.log")
        try:
            server.wait(child, data / "logs")
            yield server.url
        finally:
            child.terminate()
            child.wait(30)
