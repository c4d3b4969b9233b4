"""What an erasure attests, signed with a key of the installation (Ed25519, RFC 8032)."""

from __future__ import annotations

from typing import Any

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from db.errors import Invalid

KEY = "privacy signing key"


def sign(seed: bytes, said: dict[str, Any]) -> str:
    """A certificate as JSON text: what is said, the public key, the signature over the said as canonical JSON."""
    key = Ed25519PrivateKey.from_private_bytes(seed)
    signed = {"certificate": said, "public_key": key.public_key().public_bytes_raw().hex()}
    return orjson.dumps(
        signed | {"signature": key.sign(_canonical(said)).hex()}, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS
    ).decode()


def public_key(seed: bytes) -> str:
    """The public key of an installation, in hex."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw().hex()


def check(text: str | bytes) -> tuple[dict[str, Any], str]:
    """(what a certificate says, the key that signed it). Raises `Invalid` unless it is as it was signed."""
    try:
        document = orjson.loads(text)
        said, key, signature = document["certificate"], document["public_key"], document["signature"]
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), _canonical(said))
    except InvalidSignature as error:
        raise Invalid("The signature does not fit: the certificate was changed after it was signed.") from error
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise Invalid("This is no certificate of an erasure. Download it again.") from error
    return said, key


def _canonical(said: dict[str, Any]) -> bytes:
    return orjson.dumps(said, option=orjson.OPT_SORT_KEYS)
