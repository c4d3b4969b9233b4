"""Scheduled work of telemetry: figures are written as metrics, people are told of alerts, old requests go."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from workers.packs.telemetry.cleanup import CLEANUP
from workers.packs.telemetry.figures import RECORD_FIGURES
from workers.packs.telemetry.notify import NOTIFY
from workers.packs.telemetry.settings import settings

__all__ = ["BEAT"]


def _every(task: str, seconds: int) -> dict[str, Any]:
    return {"task": task, "schedule": timedelta(seconds=seconds), "options": {"expires": max(seconds, 5)}}


BEAT: dict[str, dict[str, Any]] = {
    "write figures": _every(RECORD_FIGURES, settings().figure_seconds),
    "tell people of alerts": _every(NOTIFY, settings().notify_seconds),
    "drop old requests": _every(CLEANUP, 3600),
}
