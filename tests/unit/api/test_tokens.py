"""Access tokens."""

from __future__ import annotations

import time

import jwt
import pytest

from api.tokens import ISSUER, Signer
from db.errors import Unauthorized

KEY = b"k" * 32
SIGNER = Signer(KEY, 15)


def claims(**change: object) -> dict[str, object]:
    now = int(time.time())
    good = {"iss": ISSUER, "sub": "7", "tenant": 3, "role": "viewer", "iat": now, "exp": now + 60}
    return {name: value for name, value in (good | change).items() if value is not None}


def test_what_is_signed_can_be_read() -> None:
    read = SIGNER.read(SIGNER.sign(3, 7, "viewer"))
    assert (read.tenant, read.user) == (3, 7)
    assert 890 < read.expires - time.time() <= 900


@pytest.mark.parametrize(
    "change",
    [{"exp": 1}, {"exp": None}, {"iss": "other"}, {"sub": None}, {"sub": "x"}, {"tenant": None}, {"tenant": "x"}],
)
def test_wrong_claims_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(Unauthorized):
        SIGNER.read(jwt.encode(claims(**change), KEY, "HS256"))


def test_another_key_is_refused() -> None:
    with pytest.raises(Unauthorized):
        SIGNER.read(jwt.encode(claims(), b"o" * 32, "HS256"))


def test_no_signature_and_other_algorithms_are_refused() -> None:
    for token in (jwt.encode(claims(), None, "none"), jwt.encode(claims(), b"k" * 64, "HS512")):
        with pytest.raises(Unauthorized):
            SIGNER.read(token)
