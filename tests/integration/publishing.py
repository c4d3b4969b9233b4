"""An external service that publishes its keys on a port of ours, servers that trust it, and tokens that it signs."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from api import external
from tests.serving import Api, serving

RSA = {kid: rsa.generate_private_key(65537, 2048) for kid in ("one", "two")}
ISSUER, US = "https://id.example.org", "tidewatch-of-acme"


class Service:
    """What an external service publishes; `asked`: how often it was looked at."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/keys"
        self.keys: list[dict[str, Any]] = []
        self.asked, self.up = 0, True
        self.goes_on = threading.Event()
        self.goes_on.set()

    def publish(self, *kids: str) -> None:
        self.keys = [public(RSA[kid], kid) for kid in kids]


def public(key: Any, kid: str) -> dict[str, Any]:
    kind = jwt.algorithms.RSAAlgorithm
    return json.loads(kind.to_jwk(key.public_key())) | {"kid": kid, "use": "sig"}


@contextmanager
def publishing() -> Iterator[Service]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked += 1
            found.goes_on.wait(60)
            self.send_response(200 if found.up else 503)
            self.end_headers()
            self.wfile.write(json.dumps({"keys": found.keys}).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        found = Service(server.server_address[1])
        found.publish("one")
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield found
        server.shutdown()
        thread.join()


@contextmanager
def trusting(database: str, **settings: str) -> Iterator[Api]:
    """A server that takes tokens of the service."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(external, "ASK_AGAIN", 0.0)
        for name, value in (
            dict.fromkeys(("jwks_url", "secret"), "") | {"issuer": ISSUER, "audience": US} | settings
        ).items():
            patch.setenv(f"TIDEWATCH_JWT_{name.upper()}", value)
        with serving(database) as api:
            yield api


def token(key: Any = RSA["one"], alg: str = "RS256", kid: str | None = "one", **claims: Any) -> str:
    said = {"iss": ISSUER, "aud": US, "sub": "u-7", "tenant": "default", "role": "viewer", "exp": time.time() + 60}
    said = {name: value for name, value in (said | claims).items() if value is not None}
    return jwt.encode(said, key, alg, headers={"kid": kid} if kid else None)


def me(api: Api, token: str) -> httpx.Response:
    return httpx.get(f"{api.http}/api/v1/auth/me", headers={"Authorization": f"Bearer {token}"}, timeout=60)
