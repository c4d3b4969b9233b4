"""`tidewatch audit`: whether the audit log is whole."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(help="Look at the audit log.", no_args_is_help=True)


@app.callback()
def audit() -> None:
    """Look at the audit log."""


@app.command()
def verify(
    expect: Annotated[str, typer.Option(help="NUMBER:HASH of an entry that was noted before.")] = "",
    tenant: Annotated[int, typer.Option(help="Id of the tenant.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Walk the chain: entries that are missing or were changed are found. Exit 1 when there are any."""
    from cli.place import database_url, with_pool
    from cli.show import show
    from db import audit
    from db.pool import Pool

    number, _, digest = expect.partition(":")
    if expect and not (number.isdigit() and len(digest) == 64):
        raise typer.BadParameter("use NUMBER:HASH, as an earlier verify printed it", param_hint="--expect")

    async def walk(pool: Pool) -> audit.Verified:
        async with pool.acquire() as conn:
            return await audit.verify(conn, tenant, (int(number), digest) if expect else None)

    found = with_pool(database_url(), walk)
    result = {"ok": found.problem is None, "entries": found.entries, "head": found.head.hex(), "emptied": found.emptied}
    text = (
        f"whole: {found.entries} entries, {found.emptied} emptied by erasures; note {found.entries}:{found.head.hex()}"
    )
    if found.problem is not None:
        result |= {"problem": found.problem, "seq": found.at_seq}
        text = f"NOT whole, at entry {found.at_seq}: {found.problem}"
    show(result, as_json, text)
    raise typer.Exit(0 if found.problem is None else 1)
