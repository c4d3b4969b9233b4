"""`tidewatch key`: API keys of the first tenant."""

from __future__ import annotations

from typing import Annotated, Any

import typer

app = typer.Typer(help="Make, list and revoke API keys.", no_args_is_help=True)
SCOPES = ("ingest", "read", "operate", "admin")
JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON.")]
TenantOption = Annotated[int, typer.Option(help="Id of the tenant.")]


@app.command()
def create(
    name: Annotated[str, typer.Argument(help="What it is for.")],
    scopes: Annotated[str, typer.Option(help="Comma separated: " + ", ".join(SCOPES))] = "ingest,read",
    tenant: TenantOption = 1,
    as_json: JsonFlag = False,
) -> None:
    """Make a key and print it. It is shown this once; only its hash is kept."""
    from cli.place import database_url, with_pool
    from cli.show import show
    from db import access

    wanted = [scope.strip() for scope in scopes.split(",") if scope.strip()]
    if not wanted or set(wanted) - set(SCOPES):
        raise typer.BadParameter("use one or more of " + ", ".join(SCOPES), param_hint="--scopes")
    row, text = with_pool(database_url(), lambda pool: access.create_key(pool, tenant, name, wanted))
    show({"id": row["id"], "name": name, "scopes": wanted, "key": text}, as_json, text)


@app.command("list")
def list_keys(tenant: TenantOption = 1, as_json: JsonFlag = False) -> None:
    """All keys, revoked ones too; never a secret."""
    from cli.place import database_url, with_pool
    from cli.show import show, table
    from db import access

    rows: list[Any] = with_pool(database_url(), lambda pool: access.list_keys(pool, tenant))
    found = [dict(row) for row in rows]
    lines = [
        (row["id"], row["name"], ",".join(row["scopes"]), f"{row['created_at']:%Y-%m-%d}", _state(row)) for row in found
    ]
    show(found, as_json, table(("id", "name", "scopes", "made", "state"), lines))


@app.command()
def revoke(key: Annotated[str, typer.Argument(help="Its id.")], tenant: TenantOption = 1) -> None:
    """End a key. It stops working everywhere within 10 s."""
    from cli.place import database_url, with_pool
    from cli.show import show
    from db import access

    with_pool(database_url(), lambda pool: access.revoke_key(pool, tenant, key))
    show(None, False, f"{key} is revoked")


def _state(row: dict[str, Any]) -> str:
    return "revoked" if row["revoked_at"] else "active"
