"""What is said of a series that stopped sending, or whose points come late, and of one that is as usual again."""

from __future__ import annotations

from datetime import timedelta

from db.records import Severity
from db.work import EpisodeChange, EpisodeVerb


def stopped(
    tenant: int,
    series: int,
    newest: int,
    step: float,
    now: int,
    waking: float,
    score: float,
    shared: tuple[str, int] | None,
) -> EpisodeChange:
    """An episode that begins where the next point was due. Times, `step` and `waking` in us.

    `waking`: how much of the silence lies in hours in which it usually sends. `shared`: (label, how many others of it
    stopped too).
    """
    due = newest + int(step)
    reason = f"No point for {words(now - newest)}; it used to send every {words(step)}."
    if waking < 0.5 * (now - newest):
        reason = f"{reason[:-1]}, and has been due for {words(waking)} (it usually sleeps in between)."
    if shared:
        label, others = shared
        reason += f" {others} {'other' if others == 1 else 'others'} with {label} stopped too."
    return _change("open", tenant, series, due, due, score, reason)


def came_back(tenant: int, series: int, opened: int, newest: int) -> EpisodeChange:
    """The end of a silence."""
    return _change("close", tenant, series, newest, opened, 0.99, f"It sends again, after {words(newest - opened)}.")


def came_late(tenant: int, series: int, newest: int, lag: float, limit: float) -> EpisodeChange:
    """An episode of points that come later than usual: their newest is `lag` us old when it comes."""
    reason = f"Its points come {words(lag)} late; usually they come within {words(limit)}."
    return _change("open", tenant, series, newest, newest, 0.9, reason, late=True)


def on_time(tenant: int, series: int, opened: int, newest: int) -> EpisodeChange:
    """The end of lateness."""
    reason = f"Its points come on time again, after {words(newest - opened)}."
    return _change("close", tenant, series, newest, opened, 0.9, reason, late=True)


def _change(
    verb: EpisodeVerb, tenant: int, series: int, t: int, opened: int, score: float, reason: str, late: bool = False
) -> EpisodeChange:
    return EpisodeChange(
        verb=verb,
        tenant=tenant,
        series_id=series,
        t=t,
        opened_at=opened,
        last_at=t,
        points=0,
        score=score,
        severity=Severity.low if late else Severity.medium,
        peak_at=opened,
        value=None,
        expected=None,
        lo=None,
        hi=None,
        detector="lateness" if late else "staleness",
        reason=reason,
        kind="stale",
    )


def words(us: float) -> str:
    """`45 s`, `12 min`, `3.5 h`, `2.0 d`."""
    seconds = timedelta(microseconds=us).total_seconds()
    if seconds < 120:
        return f"{seconds:g} s" if seconds < 10 else f"{seconds:.0f} s"
    if seconds < 2 * 3600:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h" if seconds < 48 * 3600 else f"{seconds / 86400:.1f} d"
