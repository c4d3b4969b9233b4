"""What Prometheus reads is what the library would write, byte by byte."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Metric, generate_latest

from api.exposition import text_of


class Counted:
    """One metric of each type that processes share."""

    def collect(self) -> Iterator[Metric]:
        counter = Metric("points", 'Points, by\n"outcome" \\.', "counter")
        counter.add_sample("points_total", {"outcome": 'a"b\\c\nd'}, 3.0)
        yield counter
        gauge = Metric("lag", "Seconds.", "gauge")
        for value in (0.25, float("inf"), -1e300, float("nan")):
            gauge.add_sample("lag", {}, value)
        yield gauge
        histogram = Metric("took_seconds", "Time.", "histogram")
        for name, le in (("took_seconds_bucket", "0.001"), ("took_seconds_bucket", "+Inf")):
            histogram.add_sample(name, {"status": "200", "route": "/a/{b}", "le": le}, 12_345_678.0)
        histogram.add_sample("took_seconds_sum", {"status": "200", "route": "/a/{b}"}, 1.5)
        yield histogram


def test_the_text_is_that_of_the_library() -> None:
    registry = CollectorRegistry()
    registry.register(Counted())
    assert text_of(Counted().collect()) == generate_latest(registry)
