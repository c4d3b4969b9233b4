"""Prometheus metrics that more than one room writes or reads. Several processes share them through a folder
(PROMETHEUS_MULTIPROC_DIR), so the API's /metrics shows them all."""

from __future__ import annotations

import os
from pathlib import Path

from prometheus_client import Counter, Gauge, Histogram

PAGE = os.sysconf("SC_PAGE_SIZE")
LATENCY = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

requests = Histogram(
    "tidewatch_request_seconds",
    "HTTP requests by route, method and status.",
    ["route", "method", "status"],
    buckets=LATENCY,
)
query_seconds = Histogram("tidewatch_query_seconds", "Statements of the API, by how long they took.", buckets=LATENCY)
ingested = Counter("tidewatch_ingest_points", "Points by what became of them.", ["outcome"])
events = Counter("tidewatch_events", "Events tracked: accepted, and not known before.")
reports = Counter("tidewatch_reports", "Reports generated.", ["how"])
journal_points = Gauge(
    "tidewatch_journal_points",
    "Acknowledged points that wait for the pipeline.",
    multiprocess_mode="mostrecent",
)
journal_lag = Gauge(
    "tidewatch_journal_lag_seconds", "Age of the oldest waiting journal row.", multiprocess_mode="mostrecent"
)
pipeline_points = Counter("tidewatch_pipeline_points", "Points the pipeline took, by what became of them.", ["outcome"])
relearned = Counter("tidewatch_pipeline_relearned", "Series that were learned anew because their past changed.")
pipeline_seconds = Histogram("tidewatch_pipeline_batch_seconds", "Time of one pipeline transaction.", buckets=LATENCY)
score_seconds = Histogram("tidewatch_score_seconds", "Time to score the points of one batch.", buckets=LATENCY)
alert_seconds = Histogram("tidewatch_alert_seconds", "From acknowledged point to committed alert.", buckets=LATENCY)
delivered_seconds = Histogram("tidewatch_delivery_seconds", "From committed alert to live subscriber.", buckets=LATENCY)
subscribers = Gauge("tidewatch_live_subscribers", "Live subscribers.", ["transport"], multiprocess_mode="livesum")
audit_lost = Counter("tidewatch_audit_lost", "Changes that could not be written to the audit log.")
cut = Counter("tidewatch_live_cut", "Live subscribers that were cut, by reason.", ["reason"])
task_runs = Counter("tidewatch_task_runs", "Runs of scheduled tasks.", ["task", "outcome"])
tenants_failed = Counter(
    "tidewatch_task_tenants_failed", "Tenants for whom a run of a scheduled task failed, others going on.", ["task"]
)
model_items = Counter("tidewatch_model_items", "Series and groups that models looked at.", ["job", "outcome"])
model_left = Gauge(
    "tidewatch_model_left", "Series and groups that wait in a run.", ["job", "shard"], multiprocess_mode="mostrecent"
)
model_seconds = Histogram("tidewatch_model_seconds", "Time that models took for one batch.", ["job"])
task_seconds = Histogram("tidewatch_task_seconds", "Time of one run of a scheduled task.", ["task"])
database_bytes = Gauge("tidewatch_database_bytes", "Size of the database on disk.", multiprocess_mode="mostrecent")
process_bytes = Gauge(
    "tidewatch_process_bytes", "Memory that a process holds (resident).", ["process"], multiprocess_mode="liveall"
)


def note_memory(process: str) -> None:
    """Say how much memory this process holds now. Where the system does not tell (no /proc), nothing is said."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except (OSError, ValueError, IndexError):
        return
    process_bytes.labels(process).set(pages * PAGE)
