"""A server with everything that the authorisation matrix asks about: people of all roles, in two tenants, with data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import psycopg

from db.packs.registry import packs
from tests.integration.alert_rows import new_tenant
from tests.integration.reading import refresh
from tests.pack_samples import sample_of
from tests.pipelines import drain
from tests.serving import KEY, Api, serving, user

SCHOOL, OTHER_SCHOOL = "5a000000-0000-4000-8000-000000000001", "5a000000-0000-4000-8000-000000000002"
ASHA, BIM, TARA = (f"5b000000-0000-4000-8000-00000000000{n}" for n in "abc")
"""Two students of one class, and their teacher."""
OMAR, EVA, FAR = (f"5b000000-0000-4000-8000-00000000000{n}" for n in "def")
"""A teacher and a student of another class of that school, and a student of another school."""
CLASS, OTHER_CLASS = "5f000000-0000-4000-8000-000000000001", "5f000000-0000-4000-8000-000000000002"
KEYS = ("ingest", "read", "operate", "admin")
MEMBERS = {"teacher": TARA, "student": ASHA, "athlete": "ann", "nobody": None}
ROLES = (
    "anonymous", "unknown", *(f"key {scope}" for scope in KEYS), "viewer", "operator", "admin",
    *(f"member {name}" for name in MEMBERS),
)  # fmt: skip
DUMMIES = {"pack": "fitness", "answer": "nothing", "content_id:path": "nothing"}
NOBODY = "00000000-0000-4000-8000-000000000000"
ROSTER = {
    "schools": [{"id": OTHER_SCHOOL, "name": "Far School", "timezone": "UTC"}],
    "people": [
        {"id": OMAR, "username": "omar", "role": "TEACHER", "school_id": SCHOOL},
        {"id": EVA, "username": "eva", "role": "STUDENT", "school_id": SCHOOL},
        {"id": FAR, "username": "far", "role": "STUDENT", "school_id": OTHER_SCHOOL},
    ],
    "classes": [{"id": OTHER_CLASS, "school_id": SCHOOL, "name": "Botany"}],
    "enrolments": [
        {"class_id": OTHER_CLASS, "person_id": OMAR, "role": "TEACHER"},
        {"class_id": OTHER_CLASS, "person_id": EVA, "role": "STUDENT"},
    ],
}


@dataclass
class World:
    """`tokens`: of each role. `foreign`: an admin of another tenant."""

    api: Api
    url: str
    tokens: dict[str, str | None] = field(default_factory=dict)
    foreign: str = ""

    def ask(self, role: str, method: str, path: str, body: Any = None) -> httpx.Response:
        """One request. A stream is left at once."""
        return self.by(self.tokens[role], method, path, body)

    def by(self, token: str | None, method: str, path: str, body: Any = None) -> httpx.Response:
        """The same with a token."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        with self._http.stream(method, path, json=body, headers=headers) as answer:
            if "event-stream" not in answer.headers.get("content-type", ""):
                answer.read()
            return answer

    def __post_init__(self) -> None:
        self._http = httpx.Client(base_url=self.api.http, timeout=60)

    def close(self) -> None:
        """Hang up."""
        self._http.close()


@contextmanager
def world(database: str, *, filled: bool = True) -> Iterator[World]:
    """The server; `filled`: the first tenant has data of every domain."""
    with serving(database) as api:
        one = World(api, database)
        try:
            one.foreign = _key_of(one, new_tenant(database, "another"))
            if filled:
                _fill(one)
            _let_in(one)
            yield one
        finally:
            one.close()


def _fill(one: World) -> None:
    for pack in packs().values():
        sample = sample_of(pack)
        for send in sample.get("sends", []):
            assert one.by(KEY, "POST", send["post"], send["body"]).is_success
        if sample.get("events"):
            assert one.by(KEY, "POST", "/api/v1/events", {"events": sample["events"]}).status_code == 202
    assert one.by(KEY, "POST", "/api/v1/learning/roster", ROSTER).is_success
    policy = {"metric": "secret.metric", "muted": True, "note": "of the first tenant"}
    assert one.by(KEY, "PUT", "/api/v1/policies/ours", policy).is_success
    drain(one.url)
    refresh(one.url)


def _let_in(one: World) -> None:
    one.tokens = {"anonymous": None, "unknown": "tw_abc_nobody-knows-this-key"}
    for scope in KEYS:
        made = one.by(KEY, "POST", "/api/v1/keys", {"name": scope, "scopes": [scope]})
        one.tokens[f"key {scope}"] = made.json()["key"]
    for role in ("viewer", "operator", "admin"):
        one.tokens[role] = _login(one, role)
    for name, person in MEMBERS.items():
        one.tokens[f"member {name}"] = _login(one, "member", person)


def _login(one: World, role: str, person: str | None = None) -> str:
    email, password = user(one.url, role)
    if person is not None:
        with psycopg.connect(one.url) as conn:
            conn.execute("update users set person = %s where email = %s", (person, email))
    answer = one.by(None, "POST", "/api/v1/auth/login", {"email": email, "password": password})
    return str(answer.json()["access_token"])


def _key_of(one: World, tenant: int) -> str:
    """A key with every scope in a tenant."""
    made = one.by(KEY, "POST", "/api/v1/keys", {"name": "far", "scopes": list(KEYS)}).json()
    with psycopg.connect(one.url) as conn:
        conn.execute("update api_keys set tenant_id = %s where id = %s", (tenant, made["id"]))
    return str(made["key"])


def plain(path: str) -> str:
    """A route's path with something that nobody has in place of its parameters."""
    number = NOBODY if "/learning/" in path else "999999999"
    return re.sub(r"\{([^}]+)\}", lambda m: DUMMIES.get(m[1], number if "id" in m[1] else "nothing"), path)
