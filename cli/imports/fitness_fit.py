"""FIT, as watches and bike computers write it: one activity a session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import fitdecode

from cli.imports.fitness_recorded import Recorded, sport_of, utc
from cli.imports.model import CannotRead


def read_fit(data: bytes) -> Iterator[Recorded]:
    """Raises `CannotRead`, also where the file breaks off before its sums, as after an empty battery."""
    try:
        with fitdecode.FitReader(data, check_crc=fitdecode.CrcCheck.RAISE) as fit:
            sessions = [frame for frame in fit if _is_session(frame)]
    except (fitdecode.FitError, ValueError, IndexError, KeyError, TypeError, AttributeError, UnicodeError) as error:
        raise CannotRead(f"it is no whole FIT file: {error}") from error
    for session in sessions:
        if (one := _recorded(session)) is not None:
            yield one


def _is_session(frame: Any) -> bool:
    return isinstance(frame, fitdecode.FitDataMessage) and frame.name == "session"


def _recorded(session: Any) -> Recorded | None:
    start = session.get_value("start_time", fallback=None)
    lasted = _number(session, "total_timer_time") or _number(session, "total_elapsed_time")
    if not isinstance(start, datetime) or lasted is None:
        return None
    sport = session.get_value("sport", fallback=None)
    return Recorded(
        sport_of(str(sport) if sport is not None else None), utc(start), lasted, _number(session, "total_distance"),
        _number(session, "total_ascent"), _number(session, "total_calories"), _number(session, "avg_heart_rate"),
        _number(session, "max_heart_rate"),
    )  # fmt: skip


def _number(session: Any, name: str) -> float | None:
    value = session.get_value(name, fallback=None)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
