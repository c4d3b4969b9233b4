"""Every endpoint on a year of every domain: p50, p95, p99 of each range and zone, against what was asked for.

python -m bench.endpoints [--dsn postgresql://…] [--short] [--only TEXT] [--times 30] [--keep NAME]

A million LLM messages, a million content events, 200,000 learning activities, a year of athletes and five million
telemetry points go over HTTP into the journal and through the real pipeline (half an hour); `--short`: a tenth. With
`--dsn` and `--keep` they stay in that database, and the next run measures at once. Each request is asked with the
cache emptied before it, and again (`kept`). Aims, for the former: p95 < 100 ms, p99 < 250 ms; documents: 200, 500.
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
from bench.endpoints_writes import write_all
from bench.place import Place, arguments, place
from bench.stack import Stack, stack
from bench.table import milli, quantile, show

AIM_95, AIM_99 = 0.1, 0.25
MOST_SECONDS = 4.0
"""A request is not repeated for longer than this."""
QUIETLY = {
    "TIDEWATCH_DEMO": "0",
    "TIDEWATCH_ALLOW_PRIVATE_TARGETS": "1",
    "TIDEWATCH_KEEP_RAW_DAYS": "3650",
    "TIDEWATCH_KEEP_EVENTS_DAYS": "3650",
}
PASSWORD = "a password of the bench"


@dataclass(frozen=True)
class Timed:
    """Seconds of the answers to one request: `fresh` each with an empty cache before it, `kept` right after."""

    ask: Ask
    status: int
    fresh: list[float]
    kept: list[float]

    def row(self) -> tuple[str, ...]:
        """For the table."""
        p50, p95, p99 = (quantile(self.fresh, q) for q in (0.5, 0.95, 0.99))
        late = "late" if p95 > AIM_95 or p99 > AIM_99 else ""
        name = f"{self.ask.route} {self.ask.said}" + ("" if self.status == 200 else f" ({self.status})")
        return (name, *map(milli, (p50, p95, p99, quantile(self.kept, 0.95))), late)


def time_of(running: Stack, ask: Ask, headers: dict[str, str], times: int) -> Timed:
    """Ask one request again and again."""
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=120)
    fresh: list[float] = []
    kept: list[float] = []
    deadline = time.monotonic() + MOST_SECONDS
    while len(fresh) < 5 or (len(fresh) < times and time.monotonic() < deadline):
        running.forget_answers()
        for took in (fresh, kept):
            began = time.perf_counter()
            connection.request("GET", ask.path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            took.append(time.perf_counter() - began)
    connection.close()
    return Timed(ask, answer.status, fresh[1:], kept)


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
            if options.keep:
                where.keep(options.keep)
        with httpx.Client(base_url=running.url, headers=running.headers, timeout=120) as client:
            show("written", ["request", "p50 ms", "p95 ms", "refused"], write_all(client))
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
    head = ["endpoint", "p50 ms", "p95 ms", "p99 ms", "kept p95", "aim"]
    for domain, timed in sorted(by_domain.items()):
        show(domain, head, [one.row() for one in timed])
    late = [one for one in done if one.row()[-1]]
    bad = [one for one in done if one.status != 200]
    p50, p95, p99 = (milli(quantile([took for one in done for took in one.fresh], q)) for q in (0.5, 0.95, 0.99))
    routes = len({one.ask.route for one in done})
    print(f"{len(done)} requests of {routes} routes; answers made anew: p50 {p50}, p95 {p95}, p99 {p99} ms")
    print(f"{len(late)} requests over the aim, {len(bad)} not answered with 200", flush=True)
    show("over the aim", head, [one.row() for one in sorted(late, key=lambda one: -quantile(one.fresh, 0.95))])
    show("not answered with 200", ["endpoint", "status"], [(one.row()[0], one.status) for one in bad])
    show("not asked", ["route", "why"], sorted(left.items()))


def _domain(route: str) -> str:
    parts = route.split("/")
    return parts[3] if len(parts) > 4 and parts[1] == "api" else "core"


if __name__ == "__main__":
    sys.exit(main())
