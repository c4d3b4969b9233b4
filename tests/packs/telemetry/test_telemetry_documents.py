"""Documents on PostgreSQL and in memory: one behaviour, two stores."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from db.errors import Changed, Conflict, NotFound
from db.packs.telemetry.documents import Documents, Key, MemoryDocuments, PostgresDocuments
from db.pool import open_pool
from tests.integration.alert_rows import new_tenant

pytestmark = pytest.mark.req("S3-69")


@pytest.fixture(params=["postgres", "memory"])
async def store(request: pytest.FixtureRequest, database: str) -> AsyncIterator[Documents]:
    if request.param == "memory":
        yield MemoryDocuments()
        return
    pool = await open_pool(database, 3)
    try:
        await pool.execute("delete from telemetry_documents")
        yield PostgresDocuments(pool)
    finally:
        await pool.close()


KEY = Key(1, "layout", "home", "user:1")


async def test_a_document_grows_a_version_with_every_change(store: Documents) -> None:
    made = await store.put(KEY, {"a": 1}, "ada")
    assert (made.version, made.body, made.changed_by) == (1, {"a": 1}, "ada")
    changed = await store.put(KEY, {"a": 2}, "bob", expect=1)
    assert (changed.version, changed.created_at) == (2, made.created_at)
    assert await store.get(KEY) == changed


async def test_who_has_not_seen_the_newest_version_is_told(store: Documents) -> None:
    await store.put(KEY, {}, "ada", expect=0)
    for expect in (0, 2):
        with pytest.raises(Changed, match="at version 1"):
            await store.put(KEY, {}, "bob", expect=expect)
    with pytest.raises(Changed, match="does not exist"):
        await store.put(Key(1, "layout", "other"), {}, "bob", expect=1)
    with pytest.raises(Changed):
        await store.remove(KEY, expect=2)
    await store.remove(KEY, expect=1)
    with pytest.raises(NotFound):
        await store.remove(KEY)
    with pytest.raises(NotFound):
        await store.get(KEY)


async def test_documents_are_found_by_owner_kind_and_content(store: Documents) -> None:
    for owner, name, body in (("", "a", {"x": 1}), ("", "b", {"x": 2}), ("user:1", "c", {"x": 1}), ("", "d", {"x": 1})):
        await store.put(Key(1, "kpi", name, owner), body, "ada")
    await store.put(Key(1, "other", "a"), {"x": 1}, "ada")

    async def names(**asked: object) -> list[str]:
        return [one.name for one in await store.find(1, "kpi", **asked)]

    assert await names() == ["a", "b", "d"]
    assert await names(owner=None) == ["a", "b", "c", "d"]
    assert await names(matching={"x": 1}) == ["a", "d"]
    assert await names(after="a", limit=1) == ["b"]


async def test_there_may_be_so_many_and_no_more(store: Documents) -> None:
    for name in "ab":
        await store.put(Key(1, "kpi", name), {}, "ada", most=2)
    with pytest.raises(Conflict, match="There are 2 of the kind kpi"):
        await store.put(Key(1, "kpi", "c"), {}, "ada", most=2)
    await store.put(Key(1, "kpi", "a"), {"x": 1}, "ada", most=2)


async def test_of_two_who_make_it_at_once_one_does(store: Documents) -> None:
    tries = [store.put(KEY, {"by": n}, "ada", expect=0) for n in range(5)]
    done = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(type(one).__name__ for one in done) == ["Changed"] * 4 + ["Document"]


async def test_tenants_have_documents_of_their_own(database: str, store: Documents) -> None:
    other = new_tenant(database, f"documents {type(store).__name__}")
    await store.put(KEY, {"ours": True}, "ada")
    with pytest.raises(NotFound):
        await store.get(Key(other, *[KEY.kind, KEY.name, KEY.owner]))
    assert await store.find(other, "layout", owner=None) == []


async def test_what_was_made_in_memory_moves_to_the_database_that_comes_later(database: str) -> None:
    memory, pool = MemoryDocuments(), await open_pool(database, 2)
    try:
        kept = PostgresDocuments(pool)
        await pool.execute("delete from telemetry_documents")
        await kept.put(KEY, {"kept": True}, "ada")
        await memory.put(KEY, {"kept": False}, "bob")
        await memory.put(Key(1, "kpi", "new"), {"x": 1}, "bob")
        await memory.move(kept)
        assert (await kept.get(KEY)).body == {"kept": True}
        assert (await kept.get(Key(1, "kpi", "new"))).body == {"x": 1}
        assert await memory.find(1, "kpi") == []
    finally:
        await pool.close()
