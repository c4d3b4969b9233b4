"""`tidewatch user`: the way back in for who lost the password."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

app = typer.Typer(help="Set the password of a user.", no_args_is_help=True)


@app.callback()
def users() -> None:
    """Set the password of a user."""


@app.command()
def password(email: Annotated[str, typer.Argument(help="Who.")]) -> None:
    """Set a new password: from a line on stdin, or drawn and printed when stdin is a terminal or empty."""
    from cli.place import database_url, with_pool
    from cli.show import show
    from db import access
    from db.errors import NotFound
    from db.passwords import hash_password, new_password
    from db.pool import Pool

    given = "" if sys.stdin is None or sys.stdin.isatty() else sys.stdin.readline().strip()
    secret = given or new_password()

    async def change(pool: Pool) -> None:
        row = await access.user_by_email(pool, email)
        if row is None:
            raise NotFound(f"There is no user {email}.")
        await access.set_password(pool, row["tenant_id"], row["id"], hash_password(secret))

    with_pool(database_url(), change)
    show(None, False, "password is set" if given else secret)
