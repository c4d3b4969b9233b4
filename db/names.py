"""How a series is named: the canonical form that makes two spellings one series, and the shard that owns it."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from db.records import Kind, SeriesSpec

OVERFLOW = "__overflow__"
"""Label and metric of the series that take what is over a tenant's limit."""


def fingerprint(metric: str, labels: Mapping[str, str], kind: Kind = Kind.gauge) -> bytes:
    """16 bytes that stand for (metric, labels), whatever the order of the labels.

    What events cause has a name of its own: in a series that a producer made, points of one instant replace each other.
    """
    parts = ["", metric] if kind is Kind.event else [metric]
    for key in sorted(labels):
        parts += (key, labels[key])
    return blake2b("".join(f"{len(part)}:{part}" for part in parts).encode(), digest_size=16).digest()


def shard_of(spec: SeriesSpec, print_: bytes, tenant: int, shards: int) -> int:
    """The shard of a series. Points that events cause go where their tenant's events go, to be one transaction."""
    if spec.kind is Kind.event:
        return events_shard(tenant, shards)
    return int.from_bytes(print_[:4], "big") % shards


def events_shard(tenant: int, shards: int) -> int:
    """The shard that takes all events of a tenant, so that the same event twice meets itself."""
    return tenant % shards


def overflow_spec(spec: SeriesSpec, metric_known: bool) -> SeriesSpec:
    """Where a series that may not be made any more sends its points: kept with its metric where that exists."""
    if metric_known:
        return SeriesSpec(spec.metric, {OVERFLOW: "true"}, spec.unit, Kind.event)
    return SeriesSpec(OVERFLOW, {}, None, Kind.event)
