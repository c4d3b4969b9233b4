"""`tidewatch import <domain> FILE…`: files that a domain knows, into a running Tidewatch."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def import_files(
    domain: Annotated[str, typer.Argument(help="Whose files: such as fitness. `list` says which there are.")],
    files: Annotated[list[Path] | None, typer.Argument(help="What they are, the domain says.", exists=True)] = None,
    url: Annotated[str, typer.Option(envvar="TIDEWATCH_URL", help="A running Tidewatch.")] = "http://127.0.0.1:8000",
    key: Annotated[str, typer.Option(envvar="TIDEWATCH_KEY", help="An API key that may ingest.")] = "",
    user: Annotated[str | None, typer.Option(help="Whose data it is, where the file does not say.")] = None,
    tz: Annotated[str | None, typer.Option(help="IANA zone of times that have none, and of local days.")] = None,
    set_: Annotated[list[str] | None, typer.Option("--set", help="name=value, as the domain knows them.")] = None,
    batch: Annotated[int, typer.Option(min=1, max=5_000, help="Events of a request.")] = 500,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be sent, and send nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Import files of a domain as its events, as history: nobody is alerted. Imported twice, an event counts once."""
    from cli.backfill.command import pair
    from cli.backfill.mapping import WrongUse
    from cli.imports import importer, names
    from cli.imports.command import Order, run
    from cli.imports.model import Wish
    from db.calendar import zones

    module = importer(domain)
    if module is None or not files:
        print(*(_told(name) for name in ([domain] if module else names())), sep="\n", file=sys.stderr)
        raise typer.Exit(0 if domain == "list" else 2)
    if tz is not None and tz not in zones():
        print(f"tidewatch: there is no time zone {tz!r}. Use an IANA name such as Europe/Berlin.", file=sys.stderr)
        raise typer.Exit(2)
    try:
        options = dict(pair(text) for text in set_ or [])
    except WrongUse as error:
        print(f"tidewatch: {error}", file=sys.stderr)
        raise typer.Exit(2) from error
    raise typer.Exit(run(module, files, Wish(user, tz, options), Order(url, key, batch, dry_run, as_json)))


def _told(name: str) -> str:
    from cli.imports import importer

    module = importer(name)
    assert module is not None
    options = "".join(f"\n    --set {option}=…  {text}" for option, text in module.OPTIONS.items())
    return f"tidewatch import {name} FILE…  {module.HELP}{options}"
