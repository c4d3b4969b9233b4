"""A random history of requests, told to Tidewatch and to the plain model alike."""

from __future__ import annotations

import gzip
import random
from typing import Any

import orjson

from tests.acceptance.plain_model import QUARTER, Model, Series, us
from tests.running import Service

HOSTS = ("a", "b", "c")
KINDS = ("seen", "paid", "left")
JSON = {"Content-Type": "application/json"}


class History:
    """`stretches`: ranges of time in us that the points lie in."""

    def __init__(self, service: Service, seed: int, stretches: list[tuple[int, int]]) -> None:
        self.model = Model()
        self.random = random.Random(seed)
        self._service = service
        self._stretches = stretches
        self._sent: list[tuple[str, bytes, dict[str, str]]] = []
        self._front = dict.fromkeys(HOSTS, stretches[0][0])
        self._count = 0

    def step(self) -> None:
        """One request of some kind."""
        some = self.random.random()
        if some < 0.25:
            self.columns()
        elif some < 0.5:
            self.rows()
        elif some < 0.7:
            self.lines()
        elif some < 0.85:
            self.happen()
        elif self._sent:
            self._send(*self.random.choice(self._sent), again=True)

    def columns(self, size: int = 40, step: int = 0) -> None:
        """Several series in order; with `step`, many points of one."""
        items, rows = [], []
        for host in self.random.sample(HOSTS, 1 if step else 2):
            metric = self.random.choice(["gauge", "count"])
            t = [self._at(host) for _ in range(size)] if not step else self._long(size, step)
            v = self._values(metric, t)
            labels = {"host": host, "dc": "x" if host == "a" else "y"}
            kind = {"kind": "counter"} if metric == "count" else {}
            items.append({"metric": metric, "labels": labels, "t": t, "v": v, **kind})
            rows += [(metric, labels, at, value) for at, value in zip(t, v, strict=True)]
        self._points("/api/v1/ingest", orjson.dumps({"series": items}), rows)

    def rows(self) -> None:
        """Points one by one, some of them bad, in some form of time, sometimes packed."""
        points, rows = [], []
        for _ in range(self.random.randint(1, 25)):
            host, v = self.random.choice(HOSTS), self.random.randint(-800, 800) / 8
            labels = {"host": host, "dc": "x" if host == "a" else "y"}
            t: int | None = self._at(host)
            points.append({"metric": "gauge", "labels": labels, "t": t, "v": v})
            if self.random.random() < 0.1:
                points[-1] |= self.random.choice([{"t": 12}, {"t": 1 << 62}, {"v": "x"}, {"v": None}, {"v": True}])
                t = None
            rows.append(("gauge", labels, t, v))
        self._points("/api/v1/ingest", orjson.dumps({"points": points}), rows)

    def lines(self) -> None:
        """Line protocol with two fields a line, in nanoseconds: what is below a microsecond is cut off."""
        lines, rows = [], []
        for _ in range(self.random.randint(1, 25)):
            host, t = self.random.choice(HOSTS), self._at("a")
            one, two = self.random.randint(-99, 99), self.random.randint(-800, 800) / 8
            lines.append(f"line,host={host} one={one}i,two={two} {t}{self.random.randint(0, 999):03}")
            rows += [("line.one", {"host": host}, t, float(one)), ("line.two", {"host": host}, t, two)]
        self._points("/api/v1/write", "\n".join(lines).encode(), rows)

    def happen(self) -> None:
        """Events, some of which happened before."""
        items, fresh = [], 0
        for _ in range(self.random.randint(1, 12)):
            if self.model.events and self.random.random() < 0.3:
                name, (kind, t) = self.random.choice([*self.model.events.items()])
            else:
                self._count += 1
                name, kind, t = f"e{self._count}", self.random.choice(KINDS), self._at("b") // QUARTER * QUARTER
            fresh += name not in {item["event_id"] for item in items}
            items.append({"event_id": name, "event_type": kind, "timestamp": t})
            self.model.events.setdefault(name, (kind, t))
        body = orjson.dumps({"events": items})
        answer = self._send("/api/v1/events", body, {})
        assert (answer["accepted"], answer["duplicate"]) == (fresh, len(items) - fresh)

    def _points(self, path: str, body: bytes, rows: list[tuple[str, dict[str, str], int | None, float]]) -> None:
        good = [(row, (metric, tuple(labels.items())), t, v) for row, (metric, labels, t, v) in enumerate(rows) if t]
        if not good:
            return
        for _, series, t, v in good:
            self.model.values[series][t] = v
        headers = {"Idempotency-Key": f"batch {len(self._sent)}"} if self.random.random() < 0.3 else {}
        distinct = len({(series, t) for _, series, t, _ in good})
        answer = self._send(path, body, headers)
        assert (answer["accepted"], answer["duplicate"]) == (distinct, len(good) - distinct)
        taken = {row for row, *_ in good}
        assert [bad["index"] for bad in answer["rejected"]] == [row for row in range(len(rows)) if row not in taken]

    def _send(self, path: str, body: bytes, headers: dict[str, str], *, again: bool = False) -> Any:
        packed = self.random.random() < 0.3
        more = {"Content-Encoding": "gzip"} if packed else {}
        kind = {"Content-Type": "text/plain"} if path.endswith("write") else JSON
        sent = gzip.compress(body, 1) if packed else body
        answer = self._service.client.post(path, content=sent, headers=headers | more | kind)
        assert answer.status_code == 202, answer.text
        told = answer.json()
        if again:
            assert told["accepted"] == 0
        else:
            self._sent.append((path, body, headers))
        return told

    def _at(self, host: str) -> int:
        """A time: after all before, or late, or one that is taken, or right at the edge of a window."""
        some = self.random.random()
        lo, hi = self.random.choice(self._stretches)
        if some < 0.4:
            self._front[host] += self.random.randint(1, 400_000_000)
            return self._front[host]
        if some < 0.65 and (taken := self._taken(host)):
            return self.random.choice(taken[-60:])
        t = self.random.randrange(lo, hi)
        return t // QUARTER * QUARTER - self.random.randint(0, 1) if some < 0.75 else t

    def _taken(self, host: str) -> list[int]:
        series: Series = ("gauge", (("host", host), ("dc", "x" if host == "a" else "y")))
        return [*self.model.values[series]] if series in self.model.values else []

    def _long(self, size: int, step: int) -> list[int]:
        lo, _ = self.random.choice(self._stretches[:-1])
        return [lo + i * step for i in range(size)]

    def _values(self, metric: str, t: list[int]) -> list[float]:
        """Eighths, so that sums are exact; a counter grows with time and is reset every eleven hours."""
        if metric == "count":
            return [float(at % (44 * QUARTER) // 60_000_000) for at in t]
        return [self.random.randint(-800, 800) / 8 for _ in t]


def stretch(first: Any, last: Any) -> tuple[int, int]:
    """Two aware datetimes -> us."""
    return us(first), us(last)
