"""Policies in memory: `db.roles.PolicyBook`, and what of them is in force for a series."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db.errors import Conflict, NotFound
from db.memory.catalog import matcher
from db.memory.core import Memory, Row
from db.policies import MOST, RULES, in_force
from db.records import Ids

FIELDS = ("metric", "labels", *RULES, "note")
SHOWN = ("name", *FIELDS, "changed_at", "changed_by")


class MemoryPolicies:
    """`db.roles.PolicyBook` on memory. A policy that ended is kept while a consumer may still judge by it."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def _now(self, tenant: int, name: str | None = None) -> list[Row]:
        held = self._memory.tables.policies
        rows = [row for (of, _), versions in held.items() if of == tenant for row in versions if row["until"] is None]
        return sorted((row for row in rows if name is None or row["name"] == name), key=lambda row: str(row["name"]))

    async def find(self, tenant: int, name: str | None = None) -> Sequence[Row]:
        """See `PolicyBook.find`."""
        with self._memory.lock:
            return [{field: row[field] for field in SHOWN} for row in self._now(tenant, name)]

    async def get(self, tenant: int, name: str) -> Row:
        """See `PolicyBook.get`."""
        found = await self.find(tenant, name)
        if not found:
            raise NotFound(f"There is no policy {name!r}.")
        return found[0]

    async def put(self, tenant: int, name: str, fields: dict[str, Any], who: str) -> Row:
        """See `PolicyBook.put`."""
        wanted = {field: fields.get(field) for field in FIELDS}
        with self._memory.lock:
            known = self._now(tenant, name)
            if not known or any(known[0][field] != wanted[field] for field in FIELDS):
                if not known and len(self._now(tenant)) >= MOST:
                    raise Conflict(f"There are {MOST} policies. Remove one, or let one match more series.")
                self._memory.policy_version += 1
                version = self._memory.policy_version
                rows = self._ended(tenant, name, version)
                rows.append({"name": name, **wanted, "changed_at": self._memory.now(), "changed_by": who,
                             "tenant": tenant, "since": version, "until": None})  # fmt: skip
                self._memory.tables.policies[tenant, name] = rows[-2:]
        return await self.get(tenant, name)

    async def remove(self, tenant: int, name: str) -> None:
        """See `PolicyBook.remove`."""
        with self._memory.lock:
            if not self._now(tenant, name):
                raise NotFound(f"There is no policy {name!r}.")
            self._memory.policy_version += 1
            self._memory.tables.policies[tenant, name] = self._ended(tenant, name, self._memory.policy_version)[-1:]

    def _ended(self, tenant: int, name: str, version: int) -> list[Row]:
        rows = self._memory.tables.policies.get((tenant, name), [])
        return [row | {"until": version} if row["until"] is None else row for row in rows]

    def rules(self, ids: Ids, version: int) -> dict[int, dict[str, Any]]:
        """Series id -> the rules that were in force for it at a version; the closest policy says each."""
        with self._memory.lock:
            rows = [row for versions in self._memory.tables.policies.values() for row in versions]
            held = [row for row in rows if row["since"] <= version and (row["until"] is None or row["until"] > version)]
            if not held:
                return {}
            found = []
            for one in self._memory.catalog.some(ids.tolist()):
                spec = one.spec
                mine = [
                    row
                    for row in held
                    if row["tenant"] == one.tenant and matcher(row["metric"])(spec.metric)
                    and row["labels"].items() <= spec.labels.items()
                ]  # fmt: skip
                mine.sort(key=lambda row: row["name"], reverse=True)
                mine.sort(key=lambda row, s=spec: (len(row["labels"]), row["metric"] == s.metric, len(row["metric"])))  # type: ignore[misc]  # a bound default
                found += [(one.id, *(row[rule] for rule in RULES)) for row in mine]
        return in_force(found)
