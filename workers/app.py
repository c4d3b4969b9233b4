"""The Celery application. Tasks are idempotent by (job, window), so losing Redis, or a worker, costs a delay only."""

from __future__ import annotations

from celery import Celery

from db.settings import settings as db_settings
from workers.schedule import BEAT, TASKS

app = Celery("tidewatch", broker=db_settings().redis_url or "redis://127.0.0.1:6379/0", include=list(TASKS))
app.conf.update(
    timezone="UTC",
    enable_utc=True,
    beat_schedule=BEAT,
    task_ignore_result=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    task_default_queue="tidewatch",
    worker_prefetch_multiplier=1,
    worker_hijack_root_logger=False,
    broker_connection_retry_on_startup=True,
    # A killed worker's task comes back when its visibility ends and the next sweep finds it.
    broker_transport_options={
        "visibility_timeout": 120,
        "unacked_restore_interval": 2,
        "unacked_restore_throttle": 1,
    },
)
