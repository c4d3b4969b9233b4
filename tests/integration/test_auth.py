"""Keys, users, logins: who gets in, and who no longer does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import httpx
import psycopg
import pytest

from api import throttle
from db import access
from db.errors import Invalid
from db.pool import open_pool
from tests.engines import Server, fresh_database
from tests.integration.alert_rows import new_tenant
from tests.serving import KEY, Api, bootstrapped, serving, user

pytestmark = pytest.mark.one_engine("who somebody is stands in tables that are the same on every engine")
AUTH = {"Authorization": f"Bearer {KEY}"}


@pytest.fixture(scope="module")
def api(database: str) -> Iterator[Api]:
    with serving(database) as running:
        yield running


@pytest.fixture
async def http(api: Api) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=api.http, timeout=60) as client:
        yield client


async def login(http: httpx.AsyncClient, email: str, password: str) -> dict[str, str]:
    answer = await http.post("/api/v1/auth/login", json={"email": email, "password": password})
    return answer.raise_for_status().json()


async def refresh(http: httpx.AsyncClient, token: str) -> httpx.Response:
    return await http.post("/api/v1/auth/refresh", json={"refresh_token": token})


async def me(http: httpx.AsyncClient, token: str) -> httpx.Response:
    return await http.get("/api/v1/auth/me", headers={"Authorization": f"Bearer {token}"})


async def make_key(http: httpx.AsyncClient, *scopes: str, **more: object) -> dict[str, str]:
    answer = await http.post("/api/v1/keys", headers=AUTH, json={"name": "k", "scopes": scopes, **more})
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_a_login_lets_in_with_the_scopes_of_the_role(http: httpx.AsyncClient, database: str) -> None:
    email, password = user(database, "operator")
    tokens = await login(http, email.upper(), password)
    who = (await me(http, tokens["access_token"])).json()
    assert tokens["expires_in"] == 900
    assert (who["name"], who["kind"], who["scopes"]) == (email, "user", ["operate", "read"])


@pytest.mark.parametrize("password", ["wrong", ""])
async def test_a_wrong_password_and_an_unknown_email_sound_the_same(
    http: httpx.AsyncClient, database: str, password: str
) -> None:
    email, _ = user(database)
    wrong = await http.post("/api/v1/auth/login", json={"email": email, "password": password})
    unknown = await http.post("/api/v1/auth/login", json={"email": "nobody@example.org", "password": password})
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json()["detail"] == unknown.json()["detail"]


async def test_many_failures_must_wait_and_others_need_not(
    http: httpx.AsyncClient, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "FIRST_WAIT", throttle.LONGEST_WAIT)
    (email, password), other = user(database), user(database)
    body = {"email": email, "password": "wrong"}
    answers = await asyncio.gather(*(http.post("/api/v1/auth/login", json=body) for _ in range(8)))
    late = await http.post("/api/v1/auth/login", json={"email": email, "password": password})
    assert sorted(answer.status_code for answer in answers) == [401] * 5 + [429] * 3
    assert late.status_code == 429
    assert int(late.headers["Retry-After"]) >= 1
    await login(http, *other)


async def test_a_refresh_token_is_good_once_and_its_second_use_ends_the_login(
    http: httpx.AsyncClient, database: str
) -> None:
    who = user(database)
    first, elsewhere = await login(http, *who), await login(http, *who)
    second = (await refresh(http, first["refresh_token"])).json()
    assert (await me(http, second["access_token"])).status_code == 200
    assert (await refresh(http, first["refresh_token"])).status_code == 401
    assert (await refresh(http, second["refresh_token"])).status_code == 401
    assert (await refresh(http, elsewhere["refresh_token"])).status_code == 200


async def test_of_many_uses_at_once_at_most_one_succeeds(http: httpx.AsyncClient, database: str) -> None:
    tokens = await login(http, *user(database))
    answers = await asyncio.gather(*(refresh(http, tokens["refresh_token"]) for _ in range(6)))
    good = [answer.json() for answer in answers if answer.status_code == 200]
    assert len(good) == 1
    assert (await refresh(http, good[0]["refresh_token"])).status_code == 401


async def test_a_logout_ends_the_login(http: httpx.AsyncClient, database: str) -> None:
    tokens = await login(http, *user(database))
    body = {"refresh_token": tokens["refresh_token"]}
    assert (await http.post("/api/v1/auth/logout", json=body)).status_code == 204
    assert (await refresh(http, tokens["refresh_token"])).status_code == 401


async def test_an_old_refresh_token_is_refused(http: httpx.AsyncClient, database: str) -> None:
    tokens = await login(http, *user(database))
    with psycopg.connect(database) as conn:
        conn.execute("update refresh_tokens set expires_at = now() - interval '1 second'")
    assert (await refresh(http, tokens["refresh_token"])).status_code == 401


async def test_a_disabled_user_is_out_at_once(http: httpx.AsyncClient, database: str) -> None:
    email, password = user(database)
    tokens = await login(http, email, password)
    listed = (await http.get("/api/v1/users", headers=AUTH)).json()["items"]
    number = next(item["id"] for item in listed if item["email"] == email)
    await http.patch(f"/api/v1/users/{number}", headers=AUTH, json={"disabled": True})
    assert (await me(http, tokens["access_token"])).status_code == 401
    assert (await refresh(http, tokens["refresh_token"])).status_code == 401
    again = await http.post("/api/v1/auth/login", json={"email": email, "password": password})
    assert again.status_code == 401


async def test_users_change_their_own_password(http: httpx.AsyncClient, database: str) -> None:
    email, password = user(database)
    tokens = await login(http, email, password)
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    wrong = {"current_password": "wrong", "new_password": "another good one"}
    right = {"current_password": password, "new_password": "another good one"}
    assert (await http.post("/api/v1/auth/password", headers=headers, json=wrong)).status_code == 422
    assert (await http.post("/api/v1/auth/password", headers=headers, json=right)).status_code == 204
    assert (await refresh(http, tokens["refresh_token"])).status_code == 401
    await login(http, email, "another good one")


async def test_an_admin_adds_users_and_sets_passwords(http: httpx.AsyncClient) -> None:
    body = {"email": "New@example.org", "password": "a good password", "role": "viewer"}
    made = await http.post("/api/v1/users", headers=AUTH, json=body)
    assert made.status_code == 201
    assert "password" not in made.text
    assert (await http.post("/api/v1/users", headers=AUTH, json=body)).status_code == 409
    path = f"/api/v1/users/{made.json()['id']}/password"
    assert (await http.put(path, headers=AUTH, json={"password": "the second password"})).status_code == 204
    await login(http, "new@example.org", "the second password")


async def test_the_last_admin_stays(http: httpx.AsyncClient) -> None:
    listed = (await http.get("/api/v1/users", headers=AUTH)).json()["items"]
    admin = next(item["id"] for item in listed if item["role"] == "admin")
    for change in ({"disabled": True}, {"role": "viewer"}):
        assert (await http.patch(f"/api/v1/users/{admin}", headers=AUTH, json=change)).status_code == 409


async def test_a_key_is_shown_once_and_only_its_hash_is_kept(http: httpx.AsyncClient, database: str) -> None:
    made = await make_key(http, "read")
    assert made["key"].startswith(f"tw_{made['id']}_")
    assert (await me(http, made["key"])).json()["scopes"] == ["read"]
    assert "key" not in (await http.get(f"/api/v1/keys/{made['id']}", headers=AUTH)).json()
    with psycopg.connect(database) as conn:
        rows = conn.execute("select api_keys::text from api_keys").fetchall()
    assert made["key"].split("_", 2)[2] not in str(rows)


async def test_a_key_with_another_secret_is_refused(http: httpx.AsyncClient) -> None:
    made = await make_key(http, "read")
    assert (await me(http, made["key"] + "x")).status_code == 401
    assert (await me(http, f"tw_{made['id']}_")).status_code == 401


async def test_a_revoked_key_is_refused_at_once_and_stays_listed(http: httpx.AsyncClient) -> None:
    made = await make_key(http, "read")
    assert (await me(http, made["key"])).status_code == 200
    assert (await http.delete(f"/api/v1/keys/{made['id']}", headers=AUTH)).status_code == 204
    assert (await me(http, made["key"])).status_code == 401
    assert (await http.get(f"/api/v1/keys/{made['id']}", headers=AUTH)).json()["revoked_at"]


async def test_an_expired_key_is_refused(http: httpx.AsyncClient) -> None:
    made = await make_key(http, "read", expires_at="2020-01-01T00:00:00Z")
    assert (await me(http, made["key"])).status_code == 401


async def test_scopes_are_kept_apart(http: httpx.AsyncClient) -> None:
    made = await make_key(http, "ingest", "operate")
    refused = await http.get("/api/v1/keys", headers={"Authorization": f"Bearer {made['key']}"})
    assert refused.status_code == 403
    assert "admin" in refused.json()["detail"]


@pytest.mark.parametrize("header", ["", "Basic YTpi", "Bearer", "Bearer a.b.c", "Bearer a b", "Bearer é"])
async def test_strange_headers_are_refused(http: httpx.AsyncClient, header: str) -> None:
    answer = await http.get("/api/v1/auth/me", headers={"Authorization": header.encode()})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


async def test_keys_of_another_tenant_are_not_there(http: httpx.AsyncClient, database: str) -> None:
    other = new_tenant(database, "other keys")
    pool = await open_pool(database, 1)
    row, key = await access.create_key(pool, other, "theirs", ["admin"])
    await pool.close()
    assert (await me(http, key)).json()["tenant"] == other
    assert (await http.get(f"/api/v1/keys/{row['id']}", headers=AUTH)).status_code == 404
    assert (await http.delete(f"/api/v1/keys/{row['id']}", headers=AUTH)).status_code == 404
    assert row["id"] not in (await http.get("/api/v1/keys", headers=AUTH)).text


async def test_first_starts_at_once_make_one_admin(server: Server) -> None:
    with fresh_database(server) as url:
        made = await asyncio.gather(*(bootstrapped(url) for _ in range(4)))
        again = await bootstrapped(url)
    assert sum(one.password is not None for one in made) == 1
    assert sum(one.key_made for one in made) == 1
    assert (again.password, again.key_made) == (None, False)


async def test_a_short_bootstrap_key_is_refused(database: str) -> None:
    pool = await open_pool(database, 1)
    with pytest.raises(Invalid):
        await access.bootstrap(pool, "short")
    await pool.close()


async def test_processes_agree_on_the_signing_key(database: str) -> None:
    pool = await open_pool(database, 4)
    keys = await asyncio.gather(*(access.shared_secret(pool, "a test") for _ in range(4)))
    await pool.close()
    assert len(set(keys)) == 1
    assert len(keys[0]) == 32


async def test_answers_about_access_are_never_kept(http: httpx.AsyncClient) -> None:
    assert (await http.get("/api/v1/keys", headers=AUTH)).headers["Cache-Control"] == "no-store"


async def test_a_body_that_nobody_would_type_is_refused(http: httpx.AsyncClient) -> None:
    body = {"email": "a" * 100_000, "password": "x"}
    answer = await http.post("/api/v1/auth/login", json=body)
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"
