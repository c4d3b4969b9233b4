"""What tests of telemetry share: a fleet that has sent for some days, its readings as a table, and a client."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import httpx
import numpy as np
import pandas as pd

from db.journal_codec import POINTS, pack_points
from db.names import fingerprint
from db.packs.telemetry.factory import readings
from db.pool import Connection, connect
from db.records import Points
from tests.integration.reading import reader, refresh
from workers.shard import ShardConsumer

T = "/api/v1/telemetry"
START = datetime(2026, 3, 25, tzinfo=UTC)
DAYS = 8
"""In Europe clocks change on 29 March."""
HOT = pd.Timestamp("2026-03-29T12:00:00Z")
"""From here on coach-3 is 40 degrees too warm for twenty minutes."""
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")


def table(days: int = DAYS, size: int = 3, start: datetime = START, zone: str = "Europe/Berlin") -> pd.DataFrame:
    """metric, device, t (aware, UTC), v: everything that the fleet sends."""
    parts = [
        pd.DataFrame({"metric": one.metric, "device": one.labels["device"], "t": one.t, "v": one.v})
        for one in readings(5, start, days, size, zone)
    ]
    whole = pd.concat(parts, ignore_index=True)
    whole["t"] = pd.to_datetime(whole["t"], unit="ms", utc=True)
    hot = (whole.metric == "temperature.interior") & (whole.device == "coach-3") & (whole.t >= HOT)
    whole.loc[hot & (whole.t < HOT + pd.Timedelta(minutes=20)), "v"] += 40
    return whole


def load(database: str, frame: pd.DataFrame, shard_batch: int = 400_000) -> dict[tuple[str, str], int]:
    """Through the journal and the pipeline, as history; rollups are brought up to date. (metric, device) -> series."""
    from tests.integration.consuming import Bench

    with connect(database) as conn, connect(database) as own:
        ids = {key: series(conn, *key) for key in sorted(set(zip(frame.metric, frame.device, strict=True)))}
        bench = Bench(conn, own)
        named = pd.MultiIndex.from_frame(frame[["metric", "device"]]).map(ids).to_numpy(np.int32)
        t = frame["t"].astype("datetime64[us, UTC]").astype("int64").to_numpy()
        for part in np.array_split(np.argsort(t, kind="stable"), max(1, len(t) // shard_batch)):
            send(conn, bench.consumer, bench, Points(named[part], t[part], frame["v"].to_numpy()[part]))
        bench.consumer.take([], snapshot=True)
    refresh(database)
    return ids


def send(conn: Connection, consumer: ShardConsumer, bench: Any, points: Points) -> None:
    """Points of several series through shard 0, remembered, not told of."""
    conn.execute(
        "insert into journal (tenant_id, shard, kind, points, history, payload) values (1, 0, %s, %s, true, %s)",
        (POINTS, len(points), pack_points(points)),
    )
    consumer.take(bench.store.waiting(0, 10**7), snapshot=False)


def series(conn: Connection, metric: str, device: str, unit: str | None = None) -> int:
    """A series of the first tenant in shard 0."""
    labels = {"device": device}
    row = conn.execute(
        "insert into series (tenant_id, metric, labels, fingerprint, shard, unit)"
        " values (1, %s, jsonb_build_object('device', %s::text), %s, 0, %s) returning id",
        (metric, device, fingerprint(metric, labels), unit),
    ).fetchone()
    assert row is not None
    return int(row[0])


def get(http: httpx.Client, path: str, **params: Any) -> dict[str, Any]:
    """A successful answer. `from_` stands for `from`, `label_device` for `label.device`."""
    asked = {name.rstrip("_").replace("label_", "label."): value for name, value in params.items()}
    answer = http.get(f"{T}/{path}" if not path.startswith("/") else path, params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


@contextmanager
def client(database: str) -> Iterator[httpx.Client]:
    """A client with every scope."""
    with reader(database) as http:
        yield http
