"""Every GET endpoint on a year of every domain: p50, p95, p99 of each range and zone, against what was asked for.

python -m bench.endpoints [--dsn postgresql://…] [--short] [--only TEXT] [--times 30] [--keep NAME]

A million LLM messages, a million content events, 200,000 learning activities, a year of athletes and five million
telemetry points go over HTTP into the journal and through the real pipeline (half an hour); `--short`: a tenth. With
`--dsn` and `--keep` they stay in that database, and the next run measures at once. `first` is the first answer,
before anything is kept. Aims: p95 < 100 ms, p99 < 250 ms; the documents ask for 200 and 500.
"""

from __future__ import annotations

import http.client
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx

from bench.endpoints_asks import Ask, asks
from bench.endpoints_load import Loaded, Size, load, roll_up
from bench.endpoints_page import page_load, statements, updates
from bench.place import Place, arguments, place
from bench.stack import Stack, stack
from bench.table import milli, quantile, show

AIM_95, AIM_99 = 0.1, 0.25
MOST_SECONDS = 4.0
"""A request is not repeated for longer than this."""
QUIETLY = {"TIDEWATCH_DEMO": "0", "TIDEWATCH_KEEP_RAW_DAYS": "3650", "TIDEWATCH_KEEP_EVENTS_DAYS": "3650"}
PASSWORD = "a password of the bench"


@dataclass(frozen=True)
class Timed:
    """Seconds of the answers to one request; the first apart."""

    ask: Ask
    status: int
    first: float
    rest: list[float]

    def row(self) -> tuple[str, ...]:
        """For the table."""
        p50, p95, p99 = (quantile(self.rest, q) for q in (0.5, 0.95, 0.99))
        late = "late" if p95 > AIM_95 or p99 > AIM_99 else ""
        name = f"{self.ask.route} {self.ask.said}" + ("" if self.status == 200 else f" ({self.status})")
        return (name, *map(milli, (self.first, p50, p95, p99)), late)


def time_of(running: Stack, ask: Ask, headers: dict[str, str], times: int) -> Timed:
    """Ask one request again and again."""
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=120)
    took: list[float] = []
    deadline = time.monotonic() + MOST_SECONDS
    while len(took) < 3 or (len(took) < times and time.monotonic() < deadline):
        began = time.perf_counter()
        connection.request("GET", ask.path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        took.append(time.perf_counter() - began)
    connection.close()
    return Timed(ask, answer.status, took[0], took[1:])


def measure(running: Stack, only: str, times: int) -> tuple[list[Timed], dict[str, str]]:
    """All requests; what is one's own is asked by a student."""
    with httpx.Client(base_url=running.url, headers=running.headers, timeout=120) as client:
        wanted, left = asks(client.get("/openapi.json").json(), client)
        own = student(client)
    done = []
    for ask in wanted:
        if only in ask.route:
            one = time_of(running, ask, running.headers, times)
            done.append(time_of(running, ask, own, times) if one.status == 403 else one)
    return done, left


def student(client: httpx.Client) -> dict[str, str]:
    """Headers of a member who is the first student."""
    found = client.get("/api/v1/learning/users", params={"role": "STUDENT", "limit": 1}).json()["items"]
    person = str(found[0].get("id") or found[0]["user_id"])
    email = "student@example.org"
    made = client.post("/api/v1/users", json={"email": email, "password": PASSWORD, "role": "member", "person": person})
    if made.status_code != httpx.codes.CONFLICT:  # from a run before this one
        made.raise_for_status()
    token = client.post("/api/v1/auth/login", json={"email": email, "password": PASSWORD}).json()["access_token"]
    return {"Authorization": f"Bearer {token}"}


MADE = (
    ("PUT", "telemetry/kpis/share", {"title": "Share", "expression": "avg(solar.power) / avg(battery.voltage)"}),
    ("PUT", "telemetry/thresholds/low", {"metric": "battery.voltage", "critical_above": 99}),
    *(
        ("POST", "milestones", {"title": window, "metric": "fitness.distance", "window": window, "target_value": 9e5})
        for window in ("weekly", "monthly", "yearly")
    ),
)
"""What people would have made themselves."""


def people_make(running: Stack) -> None:
    """Goals, levels and figures, so that there is something to measure."""
    with httpx.Client(base_url=running.url, headers=running.headers, timeout=60) as client:
        for verb, path, body in MADE:
            answer = client.request(verb, f"/api/v1/{path}", json=body)
            if not answer.is_success:
                print(f"{path}: {answer.status_code} {answer.text}", flush=True)


def main() -> int:
    """Load, measure, print."""
    parser = arguments(__doc__)
    parser.add_argument("--only", default="", help="routes that contain this")
    parser.add_argument("--times", type=int, default=None, help="how often each is asked; default 40, --short 15")
    parser.add_argument("--keep", default="", help="a database on the server of --dsn that stays loaded")
    options = parser.parse_args()
    if options.keep and not options.dsn:
        parser.error("--keep needs a server that stays: --dsn postgresql://…")
    with (
        place(options.dsn) as where,
        loaded_database(where, options.keep) as (database, loaded),
        stack({**QUIETLY, "TIDEWATCH_DATABASE_URL": database}) as running,
    ):
        print(f"{where.name}; everything goes over HTTP and through the pipeline", flush=True)
        if not loaded:
            told_of(load(running, Size.short() if options.short else Size()))
            print(f"rollups {roll_up(database):.1f} s", flush=True)
            people_make(running)
            if options.keep:
                where.keep(options.keep)
        report(*measure(running, options.only, options.times or (15 if options.short else 40)))
        print(f"statements: {statements(running)}")
        print(f"page: {page_load(running)}\nupdates: {updates(running)}", flush=True)
    return 0


@contextmanager
def loaded_database(where: Place, keep: str) -> Iterator[tuple[str, bool]]:
    """A database to measure, and whether it holds its year already."""
    if keep:
        yield where.kept(keep)
    else:
        with where.database() as database:
            yield database, False


def told_of(loaded: list[Loaded]) -> None:
    """What was loaded, how quickly."""
    head = ["domain", "rows", "sent s", "taken in s", "rows/s"]
    rows = [(o.name, f"{o.rows:,}", f"{o.sent:.1f}", f"{o.drained:.1f}", f"{o.rows / o.drained:,.0f}") for o in loaded]
    show("A year of each domain", head, rows)


def report(done: list[Timed], left: dict[str, str]) -> None:
    """The tables, worst answers first."""
    by_domain: dict[str, list[Timed]] = defaultdict(list)
    for one in done:
        by_domain[_domain(one.ask.route)].append(one)
    head = ["endpoint", "first ms", "p50 ms", "p95 ms", "p99 ms", "aim"]
    for domain, timed in sorted(by_domain.items()):
        show(domain, head, [one.row() for one in timed])
    late = [one for one in done if one.row()[-1]]
    bad = [one for one in done if one.status != 200]
    p50, p95, p99 = (milli(quantile([took for one in done for took in one.rest], q)) for q in (0.5, 0.95, 0.99))
    routes = len({one.ask.route for one in done})
    print(f"{len(done)} requests of {routes} routes; all answers: p50 {p50}, p95 {p95}, p99 {p99} ms")
    print(f"{len(late)} requests over the aim, {len(bad)} not answered with 200", flush=True)
    show("over the aim", head, [one.row() for one in sorted(late, key=lambda one: -quantile(one.rest, 0.95))])
    show("not answered with 200", ["endpoint", "status"], [(one.row()[0], one.status) for one in bad])
    show("not asked", ["route", "why"], sorted(left.items()))


def _domain(route: str) -> str:
    parts = route.split("/")
    return parts[3] if len(parts) > 4 and parts[1] == "api" else "core"


if __name__ == "__main__":
    sys.exit(main())
