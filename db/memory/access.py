"""People, keys, logins and secrets in memory: `db.roles.Access`. They end with the process."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from db.access import ADMIN, ALL_SCOPES, SHORTEST_KEY, key_ids
from db.errors import Conflict, Invalid, NotFound, Unauthorized
from db.memory.core import Memory, Row
from db.passwords import digest, hash_password, new_password
from db.roles import Bootstrapped, Grant

KEY = ("id", "name", "scopes", "created_at", "expires_at", "revoked_at")
USER = ("id", "email", "role", "person", "created_at", "disabled_at")
FIRST_TENANT = 1


class MemoryAccess:
    """`db.roles.Access` on memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._tables = memory.tables

    async def find_tenant(self, named: str) -> int | None:
        """See `Access.find_tenant`. There is one."""
        return 1 if named in ("1", "default") else None

    async def find_keys(self, ids: list[str]) -> Sequence[Row]:
        """See `Access.find_keys`."""
        found = (self._tables.keys.get(id_) for id_ in ids)
        return [row for row in found if row is not None and row["revoked_at"] is None]

    async def list_keys(self, tenant: int) -> Sequence[Row]:
        """See `Access.list_keys`."""
        rows = [row for row in self._tables.keys.values() if row["tenant_id"] == tenant]
        return [_shown(row, KEY) for row in sorted(rows, key=lambda row: (row["created_at"], row["id"]))]

    async def get_key(self, tenant: int, key: str) -> Row:
        """See `Access.get_key`."""
        return _shown(self._key(tenant, key), KEY)

    def _key(self, tenant: int, key: str) -> Row:
        row = self._tables.keys.get(key)
        if row is None or row["tenant_id"] != tenant:
            raise NotFound()
        return row

    async def create_key(
        self, tenant: int, name: str, scopes: Sequence[str], expires_at: datetime | None = None
    ) -> tuple[Row, str]:
        """See `Access.create_key`."""
        key, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
        return self._add_key(tenant, key, digest(secret), name, scopes, expires_at), f"tw_{key}_{secret}"

    def _add_key(
        self, tenant: int, id_: str, seal: bytes, name: str, scopes: Sequence[str], expires_at: datetime | None
    ) -> Row:
        row = {"tenant_id": tenant, "id": id_, "secret_hash": seal, "name": name, "scopes": list(scopes),
               "created_at": self._memory.now(), "expires_at": expires_at, "revoked_at": None}  # fmt: skip
        self._tables.keys[id_] = row
        return _shown(row, KEY)

    async def rename_key(self, tenant: int, key: str, name: str) -> Row:
        """See `Access.rename_key`."""
        row = self._key(tenant, key)
        if row["revoked_at"] is not None:
            raise NotFound()
        row["name"] = name
        return _shown(row, KEY)

    async def revoke_key(self, tenant: int, key: str) -> None:
        """See `Access.revoke_key`."""
        row = self._key(tenant, key)
        row["revoked_at"] = row["revoked_at"] or self._memory.now()

    async def user_by_email(self, email: str) -> Row | None:
        """See `Access.user_by_email`."""
        email = email.strip().lower()
        return next((dict(row) for row in self._tables.users.values() if row["email"] == email), None)

    async def find_user(self, tenant: int, user: int) -> Row | None:
        """See `Access.find_user`."""
        row = self._tables.users.get(user)
        return None if row is None or row["tenant_id"] != tenant else _shown(row, USER)

    def _user(self, tenant: int, user: int) -> Row:
        row = self._tables.users.get(user)
        if row is None or row["tenant_id"] != tenant:
            raise NotFound()
        return row

    async def password_of(self, tenant: int, user: int) -> str | None:
        """See `Access.password_of`."""
        row = self._tables.users.get(user)
        if row is None or row["tenant_id"] != tenant or row["disabled_at"] is not None:
            return None
        return str(row["password_hash"])

    async def list_users(self, tenant: int) -> Sequence[Row]:
        """See `Access.list_users`."""
        return [_shown(row, USER) for _, row in sorted(self._tables.users.items()) if row["tenant_id"] == tenant]

    async def create_user(
        self, tenant: int, email: str, password_hash: str, role: str, person: str | None = None
    ) -> Row:
        """See `Access.create_user`."""
        email = email.strip().lower()
        if any(row["email"] == email for row in self._tables.users.values()):
            raise Conflict("This email is taken.")
        self._one_person(tenant, person)
        id_ = self._memory.number("users")
        row = {"tenant_id": tenant, "id": id_, "email": email, "password_hash": password_hash, "role": role,
               "person": person, "created_at": self._memory.now(), "disabled_at": None}  # fmt: skip
        self._tables.users[id_] = row
        return _shown(row, USER)

    def _one_person(self, tenant: int, person: str | None, but: int = 0) -> None:
        same = (tenant, person)
        if person and any(
            (r["tenant_id"], r["person"]) == same and r["id"] != but for r in self._tables.users.values()
        ):
            raise Conflict("Another user is this person already.")

    async def change_user(
        self, tenant: int, user: int, role: str | None, disabled: bool | None, person: str | None = None
    ) -> Row:
        """See `Access.change_user`."""
        row = self._user(tenant, user)
        users = self._tables.users.values()
        admins = {r["id"] for r in users if r["tenant_id"] == tenant and r["role"] == "admin" and not r["disabled_at"]}
        if (disabled or (role is not None and role != "admin")) and admins == {user}:
            raise Conflict("This is the last admin. Make another user admin first.")
        self._one_person(tenant, person, user)
        row["role"], row["person"] = role or row["role"], person or row["person"]
        if disabled is not None:
            row["disabled_at"] = (row["disabled_at"] or self._memory.now()) if disabled else None
        if disabled:
            self._end_all(user)
        return _shown(row, USER)

    async def set_password(self, tenant: int, user: int, password_hash: str) -> None:
        """See `Access.set_password`."""
        self._user(tenant, user)["password_hash"] = password_hash
        self._end_all(user)

    def _end_all(self, user: int, family: str | None = None) -> None:
        for seal, row in list(self._tables.refresh.items()):
            if row["user"] == user and (family is None or row["family"] == family):
                del self._tables.refresh[seal]

    async def begin_login(self, tenant: int, user: int, days: float) -> str:
        """See `Access.begin_login`."""
        now = self._memory.now()
        for seal, row in list(self._tables.refresh.items()):
            if row["user"] == user and row["expires_at"] < now:
                del self._tables.refresh[seal]
        return self._token(tenant, user, secrets.token_hex(8), days)

    def _token(self, tenant: int, user: int, family: str, days: float) -> str:
        token = "twr_" + secrets.token_urlsafe(32)
        expires = self._memory.now() + timedelta(days=days)
        about = {"tenant": tenant, "user": user, "family": family, "expires_at": expires, "used": False}
        self._tables.refresh[digest(token)] = about
        return token

    async def renew_login(self, token: str, days: float) -> Grant:
        """See `Access.renew_login`."""
        held = self._tables.refresh.get(digest(token))
        user = self._tables.users.get(held["user"]) if held else None
        if held is None or user is None or held["expires_at"] < self._memory.now() or user["disabled_at"] is not None:
            raise Unauthorized("This refresh token is not known, or has expired. Log in again.")
        if held["used"]:
            self._end_all(held["user"], held["family"])
            raise Unauthorized("This refresh token was used before. That login has ended: log in again.")
        held["used"] = True
        next_token = self._token(held["tenant"], held["user"], held["family"], days)
        return Grant(held["tenant"], held["user"], user["role"], next_token)

    async def end_login(self, token: str) -> None:
        """See `Access.end_login`."""
        held = self._tables.refresh.get(digest(token))
        if held is not None:
            self._end_all(held["user"], held["family"])

    async def shared_secret(self, name: str) -> bytes:
        """See `Access.shared_secret`."""
        return self._tables.secrets.setdefault(name, secrets.token_bytes(32))

    async def bootstrap(self, key: str | None = None) -> Bootstrapped:
        """See `Access.bootstrap`."""
        if key and len(key) < SHORTEST_KEY:
            raise Invalid(f"TIDEWATCH_BOOTSTRAP_KEY must have {SHORTEST_KEY} characters or more.")
        password = None
        if not self._tables.users:
            password = new_password()
            await MemoryAccess.create_user(self, FIRST_TENANT, ADMIN, hash_password(password), "admin")
        made = bool(key) and key_ids(key or "")[-1] not in self._tables.keys
        if key and made:
            self._add_key(FIRST_TENANT, key_ids(key)[-1], digest(key), "bootstrap", ALL_SCOPES, None)
        return Bootstrapped(ADMIN, password, made)


def _shown(row: Row, names: tuple[str, ...]) -> Row:
    return {name: row[name] for name in names}
