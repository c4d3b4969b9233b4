"""The `tidewatch` command. Each command imports what it needs when it runs, so that none waits for the others."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from cli import audit, demo_command, key, privacy, user
from cli.backup import backup, restore
from cli.importing import import_files
from cli.ingest import ingest
from cli.mqtt.command import mqtt
from cli.score import score

JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON.")]

app = typer.Typer(
    name="tidewatch",
    help="A time-series stack with streaming anomaly detection.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(key.app, name="key")
app.add_typer(user.app, name="user")
app.add_typer(audit.app, name="audit")
app.add_typer(privacy.app, name="privacy")
app.add_typer(demo_command.app, name="demo")
app.command()(ingest)
app.command("import")(import_files)
app.command()(score)
app.command()(mqtt)
app.command()(backup)
app.command()(restore)


@app.command()
def up(
    memory: Annotated[bool, typer.Option("--memory", help="One process, no services; the last 2 hours.")] = False,
) -> None:
    """Start everything on this machine, until Ctrl-C."""
    if memory:
        from cli.memory_up import up as run
    else:
        from cli.up import up as run

    run()


@app.command()
def migrate(as_json: JsonFlag = False) -> None:
    """Bring the database's schema up to date; on a new one make the first admin and print its password."""
    from api.settings import settings
    from cli.admit import first_login
    from cli.place import database_url, with_pool
    from cli.show import show
    from db.migrate import migrate as run

    url = database_url()
    engine, applied = run(url)
    login = with_pool(url, lambda pool: first_login(pool, settings().bootstrap_key))
    lines = applied or ["nothing to do"]
    if login:
        lines = [*lines, f"Login (shown this once): {login['email']}   password: {login['password']}"]
    show({"engine": engine.value, "applied": applied, "login": login}, as_json, "\n".join(lines))


@app.command()
def api() -> None:
    """Serve HTTP and live push."""
    from cli.serve import serve_api

    serve_api()


@app.command()
def pipeline() -> None:
    """Turn the journal into samples, verdicts and alerts."""
    from cli.serve import prepare
    from workers.pipeline import main as run

    prepare()
    run()


@app.command()
def worker() -> None:
    """Run scheduled tasks."""
    from cli.serve import serve_worker

    serve_worker()


@app.command()
def beat() -> None:
    """Say when scheduled tasks are due. Any number may run; one ticks."""
    from cli.serve import prepare
    from workers.beat import run_beat

    prepare()
    run_beat()


@app.command()
def doctor(as_json: JsonFlag = False) -> None:
    """Look at everything that can be wrong, and say how to mend it."""
    from cli.doctor import report

    raise typer.Exit(report(as_json))


@app.command()
def version(as_json: JsonFlag = False) -> None:
    """Print the version."""
    from importlib.metadata import version as installed

    from cli.show import show

    show({"version": installed("tidewatch")}, as_json, installed("tidewatch"))


def _adopt() -> None:
    """Take over settings that are given under names of others, before anything reads settings."""
    from db.packs.aliases import adopt

    for name, note in adopt(os.environ):
        print(f"tidewatch: {name}: {note}", file=sys.stderr)


def main() -> None:
    """Entry point: 0 done, 1 failed, 2 wrong use. A failure is one line; TIDEWATCH_DEBUG=1 shows where it was."""
    try:
        _adopt()
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as problem:
        if os.environ.get("TIDEWATCH_DEBUG"):
            raise
        from cli.show import plainly

        print(f"tidewatch: {plainly(problem)}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    sys.argv[0] = str(Path(sys.argv[0]).with_name("tidewatch"))
    main()
