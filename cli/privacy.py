"""`tidewatch privacy`: whether a certificate of an erasure is what was signed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

app = typer.Typer(help="Check certificates of erasures.", no_args_is_help=True)


@app.callback()
def privacy() -> None:
    """Check certificates of erasures."""


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(help="The certificate, as it was downloaded.", exists=True, dir_okay=False)],
    key: Annotated[str, typer.Option(help="The installation's public key, if the database is not at hand.")] = "",
    person: Annotated[str, typer.Option(help="Is it about this person? Needs the database.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check the signature, and that the key is ours. Exit 1 when either is not so."""
    from cli.show import show
    from db.errors import Invalid
    from db.privacy.certificate import check

    said, signed_by = check(file.read_bytes())
    expected, hash_ = (key, None) if key else _ours(said, person)
    if signed_by != expected:
        raise Invalid(f"It was signed by {signed_by}, which is not the key of this installation ({expected}).")
    if person and said["person"] != hash_:
        raise Invalid("It is about somebody else.")
    what = f"request {said['request']}, {said['what']}, done {said['done_at']}"
    show({"ok": True, "certificate": said, "public_key": signed_by}, as_json, f"good: {what}; signed by {signed_by}")


def _ours(said: dict[str, Any], person: str) -> tuple[str, str]:
    """(the public key of this installation, what stands for the person in its certificates)."""
    from cli.place import database_url
    from db.pool import connect
    from db.privacy.certificate import public_key
    from db.privacy.people import person_hash, salt_of
    from db.privacy.work import signing_key

    with connect(database_url()) as conn:
        return public_key(signing_key(conn)), person_hash(salt_of(conn), int(said["tenant"]), person).hex()
