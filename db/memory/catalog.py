"""The series of all tenants, how each is doing, and the tenants' own numbers. Rows are what queries would give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from fnmatch import fnmatchcase

from db.errors import NotFound
from db.names import fingerprint, overflow_spec, shard_of
from db.records import Ids, SeriesRef, SeriesRow, SeriesSpec, from_us

GROUP_LABELS = ("host", "machine", "device", "instance")
"""Labels by which a tenant's series are grouped, as the database has it by default."""


@dataclass(slots=True)
class Series:
    """A series. `newest`: us of its newest processed point, None before the first; the rest as in `series_state`."""

    id: int
    tenant: int
    spec: SeriesSpec
    shard: int
    created_at: datetime
    overflow: bool = False
    newest: int | None = None
    step: int = 0
    points: int = 0
    seen: int = 0
    arrival: bytes = b""

    def row(self) -> SeriesRow:
        """As readers see it."""
        spec = self.spec
        newest = None if self.newest is None else from_us(self.newest)
        return SeriesRow(
            self.id, spec.metric, spec.labels, spec.unit, spec.kind, self.created_at, newest, self.step or None
        )


@dataclass(slots=True)
class Tenant:
    """Its numbers."""

    series_limit: int
    live_seq: int = 0
    group_labels: tuple[str, ...] = GROUP_LABELS
    by_print: dict[bytes, int] = field(default_factory=dict)


class Catalog:
    """All series by id, from 1 on without gaps."""

    def __init__(self, shards: int, series_limit: int) -> None:
        self.shards = shards
        self.tenants: dict[int, Tenant] = {1: Tenant(series_limit)}
        self.series: dict[int, Series] = {}
        self._next = 1

    def tenant(self, tenant: int) -> Tenant:
        """Raises `NotFound`."""
        if tenant not in self.tenants:
            raise NotFound("There is no such tenant.")
        return self.tenants[tenant]

    def resolve(self, tenant: int, specs: Sequence[SeriesSpec]) -> list[SeriesRef]:
        """See `Intake.resolve`."""
        return [self._resolve(tenant, spec) for spec in specs]

    def _resolve(self, tenant: int, spec: SeriesSpec) -> SeriesRef:
        of = self.tenant(tenant)
        print_ = fingerprint(spec.metric, spec.labels, spec.kind)
        known = of.by_print.get(print_)
        if known is None and len(of.by_print) >= of.series_limit:
            known_metric = any(one.spec.metric == spec.metric for one in self.of(tenant))
            over = overflow_spec(spec, known_metric)
            print_ = fingerprint(over.metric, over.labels, over.kind)
            known = of.by_print.get(print_) or self.add(tenant, over, print_).id
            self.series[known].overflow = True
            return SeriesRef(known, self.series[known].shard, overflow=True)
        one = self.add(tenant, spec, print_) if known is None else self.series[known]
        return SeriesRef(one.id, one.shard)

    def add(self, tenant: int, spec: SeriesSpec, print_: bytes, id_: int | None = None) -> Series:
        """A new series; under a number of its own if that is free."""
        if id_ is None or id_ in self.series:
            while self._next in self.series:
                self._next += 1
            id_ = self._next
        one = Series(id_, tenant, spec, shard_of(spec, print_, tenant, self.shards), datetime.now(UTC))
        self.series[id_] = one
        self.tenant(tenant).by_print[print_] = id_
        return one

    def of(self, tenant: int) -> Iterator[Series]:
        """The series of a tenant."""
        return (one for one in self.series.values() if one.tenant == tenant)

    def some(self, ids: Iterable[int]) -> list[Series]:
        """Those of these that there are, by id."""
        return [self.series[id_] for id_ in sorted(ids) if id_ in self.series]

    def own(self, tenant: int, ids: Ids) -> None:
        """Raises `NotFound` when a series is not the tenant's."""
        for id_ in ids.tolist():
            if id_ not in self.series or self.series[id_].tenant != tenant:
                raise NotFound("There is no such series.")

    def find(self, tenant: int, metric: str | None, labels: dict[str, str], after: int = 0) -> list[Series]:
        """A tenant's series by id after one; `metric` may hold `*`, the labels must all match."""
        named, wanted = matcher(metric), labels.items()
        found = (one for one in self.of(tenant) if one.id > after and named(one.spec.metric))
        return sorted((one for one in found if wanted <= one.spec.labels.items()), key=lambda one: one.id)


def matcher(metric: str | None) -> Callable[[str], bool]:
    """Whether a name is the one that is asked for, in which `*` stands for anything."""
    if metric is None:
        return lambda _: True
    if "*" not in metric:
        return lambda name: name == metric
    pattern = metric.replace("[", "[[]").replace("?", "[?]")
    return lambda name: fnmatchcase(name, pattern)
