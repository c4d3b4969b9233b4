"""The metrics of several processes as Prometheus reads them. Each route has a line a bucket, so there are thousands:
what lines share is written once, where the library looks at every name and value of each again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from prometheus_client import Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.utils import floatToGoString


def merged() -> bytes:
    """What all processes that share PROMETHEUS_MULTIPROC_DIR have counted."""
    return text_of(MultiProcessCollector(None).collect())  # type: ignore[no-untyped-call]  # the library is half typed


def text_of(metrics: Iterable[Metric]) -> bytes:
    """Counters, gauges, histograms and summaries in the text format; names are as Prometheus wants them."""
    lines: list[str] = []
    for metric in metrics:
        name = metric.name + ("_total" if metric.type == "counter" else "")
        about = metric.documentation.replace("\\", r"\\").replace("\n", r"\n")
        lines.append(f"# HELP {name} {about}\n# TYPE {name} {metric.type}\n")
        lines += [f"{one.name}{_labels(one.labels)} {_number(one.value)}\n" for one in metric.samples]
    return "".join(lines).encode()


def _number(value: float) -> str:
    return str(floatToGoString(value))  # type: ignore[no-untyped-call]  # the library is half typed


def _labels(labels: dict[str, str]) -> str:
    if not labels:
        return ""
    return "{" + ",".join([f'{name}="{_escaped(labels[name])}"' for name in sorted(labels)]) + "}"


@lru_cache(maxsize=4096)
def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace("\n", r"\n").replace('"', r"\"")
