"""Statements that take long are logged, all are measured. What they were asked with is not: it may be personal."""

from __future__ import annotations

import logging
import re
from typing import Any

from db import metrics

log = logging.getLogger("tidewatch.sql")

LONGEST = 400
"""Characters of a statement that are logged."""
NAME = re.compile(r"\s+")


def watch(conn: Any, seconds: float) -> None:
    """Have an asyncpg connection tell of statements that take so long or longer, and of those that fail for time."""

    def told(record: Any) -> None:
        metrics.query_seconds.observe(record.elapsed)
        if record.elapsed >= seconds:
            log.warning(
                "slow statement",
                extra={
                    "seconds": round(record.elapsed, 4),
                    "statement": NAME.sub(" ", record.query).strip()[:LONGEST],
                    "failed": None if record.exception is None else type(record.exception).__name__,
                },
            )

    conn.add_query_logger(told)
