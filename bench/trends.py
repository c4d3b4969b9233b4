"""Trends over HTTP: a year of one series, and thirty days of a thousand; beside GROUP BY over the raw points.

python -m bench.trends [--dsn postgresql://…] [--series 1000] [--step-minutes 5] [--short]

Each question is asked again and again, by one client and by four at once; answers are not cached. `direct` is the same
answer by one SQL query over `samples` in the same database, on one connection, without HTTP or JSON; sums must agree.
"""

from __future__ import annotations

import http.client
import sys
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import orjson

from bench import history
from bench.place import arguments, place
from bench.stack import Stack, stack
from bench.table import milli, quantile, ratio, show
from db.engine import Engine, recorded
from db.migrate import migrate
from db.pool import Connection, connect

CLIENTS = 4
MOST_SECONDS = 4.0
"""A question is not asked for longer than this, however slow the answers are."""
BERLIN = "Europe/Berlin"
UNIT = {"1h": "hour"}
DIRECT = """
select {group} as g, date_trunc(%(unit)s, s.t, %(zone)s) as b, avg(s.v), count(*)
from samples s where s.series_id = any(%(ids)s) and s.t >= %(start)s and s.t < %(stop)s group by g, b
"""
QUIETLY = {"TIDEWATCH_DEMO": "0", "TIDEWATCH_KEEP_RAW_DAYS": "3650"}


@dataclass(frozen=True)
class Question:
    """A trend over the whole of a past."""

    past: history.Past
    bucket: str
    zone: str
    group: bool = False

    @property
    def name(self) -> str:
        """For a line of the table."""
        days = (self.past.stop - self.past.start).days
        series = len(self.past.ids)
        return f"{days} d x {series}, by {self.bucket}, {self.zone}" + (", group host" if self.group else "")

    @property
    def path(self) -> str:
        """The request."""
        asked = {"metric": self.past.metric, "bucket": self.bucket, "timezone": self.zone, "agg": "avg"}
        asked |= {"from": self.past.start.isoformat(), "to": self.past.stop.isoformat()}
        return "/api/v1/trends?" + urlencode(asked | ({"group_by": "host"} if self.group else {}))


@dataclass
class Asked:
    """Seconds of each answer, and the last of them."""

    times: list[float]
    body: bytes
    status: int


def ask(running: Stack, question: Question, times: int) -> Asked:
    """One client, one answer after another."""
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=120)
    took: list[float] = []
    deadline = time.monotonic() + MOST_SECONDS
    while len(took) < 2 or (len(took) < times and time.monotonic() < deadline):
        began = time.perf_counter()
        connection.request("GET", question.path, headers=running.headers)
        answer = connection.getresponse()
        body = answer.read()
        took.append(time.perf_counter() - began)
    return Asked(took[1:], body, answer.status)


def ask_at_once(running: Stack, question: Question, times: int) -> list[float]:
    """Seconds of each answer, of several clients."""
    done: list[Asked] = []
    clients = [threading.Thread(target=lambda: done.append(ask(running, question, times))) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    return [took for one in done for took in one.times]


def directly(conn: Connection, question: Question, times: int) -> tuple[float, int, int]:
    """(least seconds, rows of the answer, points in it) of GROUP BY over raw points."""
    sql = DIRECT.format(group="s.series_id" if question.group else "0")
    past, took, rows = question.past, [], []
    values = {
        "unit": UNIT.get(question.bucket, question.bucket),
        "zone": question.zone,
        "ids": past.ids,
        "start": past.start,
        "stop": past.stop,
    }
    for _ in range(times):
        began = time.perf_counter()
        rows = conn.execute(sql.encode(), values).fetchall()
        took.append(time.perf_counter() - began)
    return min(took), len(rows), sum(row[3] for row in rows)


def line(running: Stack, conn: Connection, question: Question, times: int) -> tuple[str, ...]:
    """Ask both ways and compare. Raises `RuntimeError` when the answers differ."""
    one = ask(running, question, times)
    if one.status != 200:
        return question.name, f"{one.status}: {orjson.loads(one.body)['detail']}", *[""] * 7
    answer = orjson.loads(one.body)
    points = [point for series in answer["series"] for point in series["points"]]
    direct, rows, counted = directly(conn, question, 2)
    if (len(points), sum(point["n"] for point in points)) != (rows, counted):
        raise RuntimeError(f"{question.name}: {len(points)} buckets, but {rows} by a direct query")
    four = ask_at_once(running, question, times)
    p50 = quantile(one.times, 0.5)
    return (
        question.name, answer["source"].removeprefix("samples_"), f"{len(points):,}",
        *(milli(quantile(times_, q)) for times_ in (one.times, four) for q in (0.5, 0.95)),
        milli(direct), ratio(direct, p50),
    )  # fmt: skip


def questions(year: history.Past, month: history.Past) -> list[Question]:
    """What is asked."""
    asked = [Question(year, bucket, zone) for bucket in ("day", "week") for zone in ("UTC", BERLIN)]
    asked += [Question(month, "day", "UTC"), Question(month, "day", BERLIN), Question(month, "1h", "UTC")]
    return [*asked, Question(month, "day", "UTC", True), Question(month, "day", BERLIN, True)]


def prepare(conn: Connection, engine: Engine, series: int, step: timedelta) -> tuple[history.Past, history.Past]:
    """Both pasts, with rollups, up to the beginning of today."""
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    began = time.monotonic()
    year = history.make(conn, engine, "year", 1, today, 365, timedelta(minutes=5))
    month = history.make(conn, engine, "month", series, today, 30, step)
    loaded = time.monotonic()
    history.roll_up(conn, engine, [year, month])
    print(f"{year.points + month.points:,} points in {loaded - began:.1f} s, rollups {time.monotonic() - loaded:.1f} s")
    return year, month


def main() -> int:
    """Measure and print."""
    parser = arguments(__doc__)
    parser.add_argument("--series", type=int, default=1000)
    parser.add_argument("--step-minutes", type=int, default=None, help="of the many series; default 5, --short 30")
    parser.add_argument("--times", type=int, default=None, help="how often each is asked; default 40, --short 20")
    options = parser.parse_args()
    step = timedelta(minutes=options.step_minutes or (30 if options.short else 5))
    times = options.times or (20 if options.short else 40)
    with place(options.dsn) as where, where.database() as database:
        migrate(database)
        with connect(database, "tidewatch bench") as conn:
            engine = recorded(conn)
            assert engine is not None
            year, month = prepare(conn, engine, options.series, step)
            with stack({**QUIETLY, "TIDEWATCH_DATABASE_URL": database}) as running:
                rows = [line(running, conn, question, times) for question in questions(year, month)]
    head = [
        "question",
        "from",
        "buckets",
        "p50 ms",
        "p95 ms",
        f"{CLIENTS} at once p50",
        "p95 ms",
        "direct ms",
        "direct / p50",
    ]
    show(f"Trends, {where.name}; {month.points:,} points in the month", head, rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
