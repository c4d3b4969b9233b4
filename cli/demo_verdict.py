"""What the server says about a fault: asked over HTTP, as anybody would."""

from __future__ import annotations

import json
import sys
import time
import urllib.error
import urllib.request
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from cli.demo_fault import Fault
from cli.folders import ServiceError

POLL = 0.5
NUMBERS = (("actual", "value"), ("expected", "expected"))
SLACK_US = 1_000_000
"""An episode of silence begins where the first missing point was due, by the usual step."""


class Verdicts:
    """The anomalies of a running Tidewatch."""

    def __init__(self, url: str, key: str) -> None:
        self._url, self._key = url.rstrip("/"), key

    def open(self) -> list[tuple[str, dict[str, str]]]:
        """Series of which something unusual is being said now. Raises `ServiceError`."""
        return [(one["metric"], one["labels"]) for one in self._ask({"state": "open", "limit": "1000"})]

    def wait(self, fault: Fault, seconds: float) -> dict[str, Any] | None:
        """`verdict`; `after`: s from the fault's start to the point it rests on; `delay`: s from there until told.

        None when none came in time. Says on stderr that it waits.
        """
        began, told = time.monotonic(), 0.0
        while (waited := time.monotonic() - began) < seconds:
            try:
                verdict = self._look(fault)
            except ServiceError as problem:
                verdict = None
                print(f"\n{problem} Still trying.", file=sys.stderr)
            if verdict is not None:
                print(file=sys.stderr)
                return {
                    "verdict": verdict,
                    "after": (rests_on(verdict) - fault.start) / 1e6,
                    "delay": time.time() - rests_on(verdict) / 1e6,
                }
            if waited >= told:
                told = waited + progress(waited, seconds)
            time.sleep(POLL)  # the verdict comes by HTTP; nothing else tells this command of it
        print(file=sys.stderr)
        return None

    def _look(self, fault: Fault) -> dict[str, Any] | None:
        since = fault.start - SLACK_US
        labels = {f"label.{name}": value for name, value in fault.labels.items()}
        wanted = {"metric": fault.metric, **labels, "from": datetime.fromtimestamp(since / 1e6, UTC).isoformat()}
        ours = [
            one
            for one in self._ask({**wanted, "limit": "100"})
            if rests_on(one) >= since and one["state"] != "retracted"
        ]
        return ours[-1] if ours else None

    def _ask(self, question: dict[str, str]) -> list[dict[str, Any]]:
        address = f"{self._url}/api/v1/anomalies?{urlencode(question)}"
        ask = urllib.request.Request(address, headers={"Authorization": f"Bearer {self._key}"})  # noqa: S310  the demo's address
        try:
            with urllib.request.urlopen(ask, timeout=10) as answer:  # noqa: S310  the demo's own address
                found: list[dict[str, Any]] = json.load(answer)["items"]
                return found
        except urllib.error.HTTPError as refused:
            if refused.code in (401, 403):
                raise ServiceError(
                    "The key of the demo may not read. Start the demo with one that may: "
                    "tidewatch key create demo --scopes ingest,read"
                ) from refused
            raise ServiceError(f"{self._url} answered {refused.code}.") from refused
        except OSError as problem:
            raise ServiceError(f"{self._url} does not answer ({problem}). See `tidewatch doctor`.") from problem


def rests_on(verdict: dict[str, Any]) -> int:
    """us UTC of the newest point of which it is known that it counted: the first, or the most unusual one."""
    return max(micros(verdict["opened_at"]), micros(verdict["peak_at"]))


def progress(waited: float, most: float) -> float:
    """Say that we wait: on a terminal in place, else a line now and then. Gives the seconds until the next time."""
    said = f"Waiting for the verdict: {waited:.0f} s of at most {most:.0f} s"
    if sys.stderr.isatty():
        print(f"\r{said} ", end="", file=sys.stderr, flush=True)
        return 1.0
    print(said, file=sys.stderr, flush=True)
    return 15.0


def micros(when: str) -> int:
    """RFC 3339 -> us UTC."""
    return round(datetime.fromisoformat(when).timestamp() * 1e6)


def report(result: dict[str, Any]) -> str:
    """A result of `break_it`, for people."""
    verdict = result["verdict"]
    if verdict is None:
        return (
            "No verdict. The data does show the fault; to the detectors it is not unusual enough for this series. "
            f"Try more: --size, --for, another --metric. Look: {result['page']}"
        )
    unit = "" if verdict["unit"] in (None, "1") else f" {verdict['unit']}"
    numbers = [f"{name} {verdict[field]:.4g}{unit}" for name, field in NUMBERS if verdict[field] is not None]
    if None not in (verdict["lo"], verdict["hi"]):
        numbers.append(f"usual range {verdict['lo']:.4g} to {verdict['hi']:.4g}{unit}")
    return "\n".join(
        [
            f"Verdict: {verdict['severity']}, by the detector {verdict['detector']}",
            f"  {verdict['reason']}",
            *([f"  {', '.join(numbers)}"] if numbers else []),
            f"  told {result['delay']:.1f} s after its point, which came {result['after']:.1f} s into the fault",
            f"Look: {result['page']}",
        ]
    )
