"""`tidewatch score FILE…`: what the shipped detectors say of files. No database, no server, no environment."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def score(
    files: Annotated[list[Path], typer.Argument(help="CSV or .npz; of a folder all that are in it.")],
    out: Annotated[Path, typer.Option(help="The folder for the results; made if it is not there.")],
    nab: Annotated[str, typer.Option(help="Lay results out as NAB does: OUT/NAB/<category>/NAB_<file>.csv.")] = "",
    time_column: Annotated[str | None, typer.Option(help="Guessed from its name if not given.")] = None,
    value_column: Annotated[str | None, typer.Option(help="Guessed from its name if not given.")] = None,
    tz: Annotated[str, typer.Option(help="IANA zone of times that have none.")] = "UTC",
    counter: Annotated[
        bool, typer.Option("--counter", help="The values count up: their rate a second is judged.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Score series in files as the pipeline would: a row in, a row out with anomaly_score and label.

    CSV: a column of times (RFC 3339, YYYY-MM-DD HH:MM:SS, or epoch s, ms, us, ns) and one of values. npz: `value` with
    `timestamp` or `start` and `step` in s; or `train` and `test` of many metrics: one score for each row of `test`.
    """
    from cli.score_command import Order, run

    raise typer.Exit(run(files, Order(out, nab, time_column, value_column, tz, counter, as_json)))
