"""`tidewatch demo`: replays recorded data, and breaks it on demand."""

from __future__ import annotations

import re
from typing import Annotated

import typer

KINDS = ("spike", "dip", "shift", "drift", "noise", "stuck", "missing", "season")
SECONDS = {"": 1.0, "s": 1.0, "m": 60.0, "h": 3600.0}

app = typer.Typer(help="Replay real data into a running Tidewatch, until Ctrl-C.", invoke_without_command=True)


@app.callback()
def demo(
    context: typer.Context,
    url: Annotated[str, typer.Option(envvar="TIDEWATCH_DEMO_URL", help="A running Tidewatch.")] = "",
    key: Annotated[str, typer.Option(envvar="TIDEWATCH_DEMO_KEY", help="An API key with ingest (and read).")] = "",
) -> None:
    """Replay real data into a running Tidewatch, until Ctrl-C. `tidewatch demo break` puts a fault into it."""
    if context.invoked_subcommand is not None:
        return
    from cli.demo import run

    if not key:
        raise typer.BadParameter("`tidewatch key create demo --scopes ingest,read` makes one", param_hint="--key")
    run(url or "http://127.0.0.1:8000", key)


def duration(text: str) -> float:
    """`90`, `90s`, `2m`, `1.5h` -> seconds."""
    parts = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smh]?)", text.strip())
    if parts is None:
        raise typer.BadParameter(f"{text!r} is no duration such as 90s, 2m or 1h")
    return float(parts[1]) * SECONDS[parts[2]]


def label(text: str) -> tuple[str, str]:
    """`host=web-1` -> its two sides."""
    name, equals, value = text.partition("=")
    if not (name and equals):
        raise typer.BadParameter(f"{text!r} is no label such as host=web-1")
    return name, value


@app.command("break")
def break_(
    kind: Annotated[str, typer.Option(help=" | ".join(KINDS))] = "spike",
    metric: Annotated[str, typer.Option(help="Which; by default one on which it stands out.")] = "",
    labels: Annotated[list[str] | None, typer.Option("--label", help="Which of its series, as host=web-1.")] = None,
    size: Annotated[float, typer.Option(min=0.1, help="In usual spreads.")] = 10.0,
    lasts: Annotated[str, typer.Option("--for", help="As 90s, 2m, 1h; by default what suits the kind.")] = "",
    wait: Annotated[str, typer.Option(help="For the verdict at most so long; 0: not at all.")] = "",
    only_list: Annotated[bool, typer.Option("--list", help="Break nothing: name the series and their faults.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Put a fault into what the running demo sends, and wait for the verdict. It ends by itself."""
    from cli.demo_break import Wish, break_it, listed
    from cli.demo_verdict import report
    from cli.show import show, table

    if only_list:
        rows = listed()
        show(rows, as_json, table(("metric", "labels", "level", "spread", "broken"), [_cells(row) for row in rows]))
        return
    if kind not in KINDS:
        raise typer.BadParameter(f"use one of {', '.join(KINDS)}", param_hint="--kind")
    pairs = dict(map(label, labels or []))
    lasts_s, wait_s = (duration(text) if text else None for text in (lasts, wait))
    if lasts_s == 0:
        raise typer.BadParameter("a fault lasts longer than nothing", param_hint="--for")
    result = break_it(Wish(kind, metric, pairs, size, lasts_s, wait_s), lambda text: typer.echo(text, err=as_json))
    waited = wait_s != 0
    show(result, as_json, report(result) if waited else "Done; nobody waits for the verdict.")
    if waited and result["verdict"] is None:
        raise typer.Exit(1)


def _cells(row: dict[str, object]) -> tuple[object, ...]:
    """A row of the list, for people."""
    labels, broken = row["labels"], row["broken"]
    assert isinstance(labels, dict) and isinstance(broken, list)
    faults = ", ".join(f"{fault['kind']} until {fault['until'][11:19]} UTC" for fault in broken)
    unit = "" if row["unit"] == "1" else f" {row['unit']}"
    numbers = (f"{row['level']:.4g}{unit}", f"{row['spread']:.4g}{unit}")
    return row["metric"], ",".join(f"{n}={v}" for n, v in labels.items()), *numbers, faults or "no"
