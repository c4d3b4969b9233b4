"""Passwords and the hashes of secrets. Argon2id (RFC 9106) for what people choose, SHA-256 for what machines drew."""

from __future__ import annotations

import hashlib
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()
_NOBODY = _hasher.hash(secrets.token_urlsafe(16))


def hash_password(password: str) -> str:
    """Argon2id of a password, about 50 ms of CPU and 64 MB: call it in a thread."""
    return _hasher.hash(password)


def password_matches(stored: str | None, password: str) -> bool:
    """Whether `password` was hashed to `stored`. None (nobody has that name) takes as long as a wrong password."""
    try:
        return _hasher.verify(stored or _NOBODY, password) and stored is not None
    except (VerificationError, InvalidHashError):
        return False


def digest(secret: str) -> bytes:
    """SHA-256, 32 bytes. Enough for secrets of 128 random bits or more."""
    return hashlib.sha256(secret.encode()).digest()


def new_password() -> str:
    """A random password of about 107 bits."""
    return secrets.token_urlsafe(18)
