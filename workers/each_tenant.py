"""Work for one tenant after another: what goes wrong for one of them stops no other, and is said.

each = EachTenant(JOB, conn)
for tenant in tenants:
    with each.alone(tenant):
        found += look(conn, tenant, now)
return each.said(findings=found)
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from db import metrics
from db.errors import TidewatchError
from db.pool import Connection
from db.runs import Result

log = logging.getLogger("tidewatch.tasks")

MOST_SAID = 50
"""Tenants that a run names; the log and the metric know all."""


class EachTenant:
    """The tenants of one run of a job. `conn`: what their work is done on; when that is gone, so is the whole run.
    None: whoever uses it sees that by themselves."""

    def __init__(self, job: str, conn: Connection | None = None) -> None:
        self._job, self._conn = job, conn
        self._tenants: set[int] = set()
        self._failed: dict[int, str] = {}

    @contextmanager
    def alone(self, tenant: int, what: str = "") -> Iterator[None]:
        """Go on after this block whatever happens in it, unless the connection is lost. What the block wrote in an open
        transaction is rolled back by that. `what` of theirs, for the log."""
        self._tenants.add(tenant)
        try:
            yield
        except Exception as problem:
            if self._conn is not None and self._conn.closed:  # so it is after a loss too: nobody's data are the matter
                raise
            self.failed(tenant, problem, what)

    def failed(self, tenant: int, problem: Exception, what: str = "") -> None:
        """Say that a part of the work for a tenant was not done."""
        # The run says of which kind only: a message may quote what somebody sent.
        self._failed[tenant] = type(problem).__name__
        metrics.tenants_failed.labels(self._job).inc()
        trace = None if isinstance(problem, TidewatchError) else problem  # of ours the message is enough
        whose = f"{what} of tenant {tenant}" if what else f"tenant {tenant}"
        log.error("%s failed for %s, others go on: %s", self._job, whose, problem, exc_info=trace)

    def said(self, **counts: int) -> Result:
        """The result of the run: counts, and who failed of what, where somebody did."""
        return {"tenants": len(self._tenants), **counts, **self.failures("failed")}

    def failures(self, count: str) -> Result:
        """For how many tenants it failed, under that name, and of what; nothing where it failed for none."""
        if not self._failed:
            return {}
        kinds = {str(tenant): kind for tenant, kind in sorted(self._failed.items())[:MOST_SAID]}
        return {count: len(self._failed), "failures": kinds}
