"""What a database answers, in a form in which two of them can be compared: all trends, and all rows of a pack."""

from __future__ import annotations

from typing import Any

import httpx

from db.pool import Connection
from tests.integration.reading import trend

ASKED = (
    ("15m", "UTC", ("sum", "min", "last")),
    ("1h", "UTC", ("sum", "max", "first")),
    *(("day", zone, ("count",)) for zone in ("UTC", "Asia/Kathmandu", "America/New_York")),
)


def trends(http: httpx.Client) -> dict[str, Any]:
    """Every series' points and totals: raw windows, hours, and days of several zones."""
    found: dict[str, Any] = {}
    for series in http.get("/api/v1/series", params={"limit": 1000}).json()["items"]:
        labels = {f"label.{name}": value for name, value in series["labels"].items()}
        name = f"{series['metric']}{sorted(series['labels'].items())}"
        for bucket, zone, aggs in ASKED:
            for agg in aggs:
                asked = {"bucket": bucket, "timezone": zone, "agg": agg, "time_range": "30d", **labels}
                (one,) = trend(http, series["metric"], **asked)["series"] or [{"points": []}]
                found[f"{name} {bucket} {zone} {agg}"] = [(p["t"], _near(p["v"])) for p in one["points"]]
    return {name: points for name, points in found.items() if points}


def _near(value: float) -> float:
    """Sums of floats depend on the order of their parts in the last digits."""
    return float(f"{value:.9g}")


def rows(conn: Connection, *tables: str) -> dict[str, list[Any]]:
    """All rows of tables, without a count of changes or a time of writing."""
    return {table: sorted(map(str, conn.execute(f"select * from {table}").fetchall())) for table in tables}
