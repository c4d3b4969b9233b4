"""What is said of a series that stopped sending, and of one that came back."""

from __future__ import annotations

from datetime import datetime, timedelta

from db.records import Severity, to_us
from db.work import EpisodeChange, EpisodeVerb

Row = tuple[int, int, datetime, int]


def stopped(row: Row, now: datetime) -> EpisodeChange:
    """(series, tenant, newest point, usual step in us) -> an episode that begins where the next point was due."""
    series, tenant, newest, step = row
    due = to_us(newest) + step
    silence, usual = _words(now - newest), _words(timedelta(microseconds=step))
    return _change("open", tenant, series, due, due, f"No point for {silence}; it used to send every {usual}.")


def came_back(row: tuple[int, int, datetime, datetime, int]) -> EpisodeChange:
    """(series, tenant, opened at, newest point, usual step in us) -> the end of its silence."""
    series, tenant, opened, newest, _ = row
    reason = f"It sends again, after {_words(newest - opened)}."
    return _change("close", tenant, series, to_us(newest), to_us(opened), reason)


def _change(verb: EpisodeVerb, tenant: int, series: int, t: int, opened: int, reason: str) -> EpisodeChange:
    return EpisodeChange(
        verb=verb,
        tenant=tenant,
        series_id=series,
        t=t,
        opened_at=opened,
        last_at=t,
        points=0,
        score=0.99,
        severity=Severity.medium,
        peak_at=opened,
        value=None,
        expected=None,
        lo=None,
        hi=None,
        detector="staleness",
        reason=reason,
        kind="stale",
    )


def _words(span: timedelta) -> str:
    """`45 s`, `12 min`, `3.5 h`, `2.0 d`."""
    seconds = span.total_seconds()
    if seconds < 120:
        return f"{seconds:g} s" if seconds < 10 else f"{seconds:.0f} s"
    if seconds < 2 * 3600:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h" if seconds < 48 * 3600 else f"{seconds / 86400:.1f} d"
