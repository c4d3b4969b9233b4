"""Tokens of an external service: taken when it signed them, however its keys change; and nobody else's."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import jwt
import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.integration.alert_rows import new_tenant
from tests.integration.publishing import RSA, Service, me, public, publishing, token, trusting
from tests.serving import KEY, Api

pytestmark = pytest.mark.one_engine("who somebody is stands in tables that are the same on every engine")

SECRET = "a secret that both of us know, 32 bytes"


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    with publishing() as one:
        yield one


@pytest.fixture(scope="module")
def api(database: str, service: Service) -> Iterator[Api]:
    with trusting(database, jwks_url=service.url) as running:
        yield running


@pytest.mark.req("S4-18", "S2-50")
def test_a_token_lets_in_with_its_role_tenant_and_person(api: Api) -> None:
    who = me(api, token(email="u@example.org")).json()
    assert (who["kind"], who["id"], who["name"], who["tenant"]) == ("external", "u-7", "u@example.org", 1)
    assert (who["scopes"], who["person"]) == (["read"], "u-7")


@pytest.mark.req("S4-18")
@pytest.mark.parametrize(
    ("role", "scopes"),
    [
        ("TEACHER", []), ("STUDENT", []), ("ADMIN", ["admin", "ingest", "operate", "read"]),
        (["x", "operator"], ["operate", "read"]),
    ],
)  # fmt: skip
def test_roles_of_others_are_ours_by_name(api: Api, role: Any, scopes: list[str]) -> None:
    assert me(api, token(role=role)).json()["scopes"] == scopes


@pytest.mark.req("S4-18")
@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": "https://evil.example.org"}, {"iss": None}, {"aud": "another"}, {"aud": None}, {"sub": None},
        {"exp": time.time() - 3600}, {"exp": None}, {"role": "janitor"}, {"role": None}, {"role": 5},
        {"tenant": "nowhere"}, {"tenant": None}, {"tenant": True}, {"nbf": time.time() + 3600}, {"kid": "unknown"},
        {"key": rsa.generate_private_key(65537, 2048)},
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_token_that_is_not_for_us_is_refused(api: Api, wrong: dict[str, Any]) -> None:
    answer = me(api, token(**wrong))
    assert answer.status_code == 401, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_published_key_is_no_secret(api: Api) -> None:
    """Algorithm confusion: HMAC with the text of the public key as its secret."""
    pem = RSA["one"].public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    assert me(api, handmade({"alg": "HS256", "kid": "one"}, pem)).status_code == 401


@pytest.mark.parametrize("alg", ["none", "None", "", "HS256", "RS512", "ES256", "XX"])
def test_a_header_cannot_choose_how_it_is_verified(api: Api, alg: str) -> None:
    assert me(api, handmade({"alg": alg, "kid": "one"}, b"")).status_code == 401


def handmade(header: dict[str, Any], secret: bytes) -> str:
    import hmac

    body = jwt.decode(token(), options={"verify_signature": False})
    parts = [base64.urlsafe_b64encode(json.dumps(p).encode()).rstrip(b"=") for p in (header, body)]
    seal = hmac.digest(secret, b".".join(parts), "sha256")
    return b".".join([*parts, base64.urlsafe_b64encode(seal).rstrip(b"=")]).decode()


def test_a_new_key_is_taken_at_once_and_an_old_one_no_longer(api: Api, service: Service, database: str) -> None:
    service.publish("one", "two")
    assert me(api, token(RSA["two"], kid="two")).status_code == 200
    service.publish("two")
    with trusting(database, jwks_url=service.url) as fresh:
        assert me(fresh, token(RSA["two"], kid="two")).status_code == 200
        assert me(fresh, token(RSA["one"], kid="one", sub="again")).status_code == 401
    service.publish("one", "two")


def test_keys_are_kept_while_the_service_is_away(api: Api, service: Service, database: str) -> None:
    assert me(api, token(sub="before")).status_code == 200
    service.up = False
    try:
        assert me(api, token(sub="while")).status_code == 200
        with trusting(database, jwks_url=service.url) as fresh:
            assert me(fresh, token(sub="never")).status_code == 503
    finally:
        service.up = True


def test_known_keys_are_not_asked_for_again(api: Api, service: Service) -> None:
    assert me(api, token(sub="first")).status_code == 200
    asked = service.asked
    for i in range(5):
        assert me(api, token(sub=f"n-{i}")).status_code == 200
    assert service.asked == asked


@pytest.mark.parametrize(
    ("key", "alg", "kind"),
    [
        (ec.generate_private_key(ec.SECP256R1()), "ES256", jwt.algorithms.ECAlgorithm),
        (ed25519.Ed25519PrivateKey.generate(), "EdDSA", jwt.algorithms.OKPAlgorithm),
    ],
    ids=["ES256", "EdDSA"],
)
def test_other_kinds_of_keys(api: Api, service: Service, key: Any, alg: str, kind: Any) -> None:
    service.keys = [json.loads(kind.to_jwk(key.public_key())) | {"kid": alg}]
    assert me(api, token(key, alg, kid=alg)).status_code == 200
    service.publish("one", "two")


def test_secrets_among_published_keys_are_not_taken(api: Api, service: Service) -> None:
    leaked = base64.urlsafe_b64encode(SECRET.encode()).rstrip(b"=").decode()
    service.keys = [public(RSA["one"], "one"), {"kty": "oct", "kid": "oct", "k": leaked}]
    assert me(api, token(SECRET, "HS256", kid="oct")).status_code == 401
    service.publish("one", "two")


@pytest.mark.req("S4-18")
def test_a_shared_secret_works_too_and_takes_no_signatures(database: str) -> None:
    with trusting(database, secret=SECRET, tenant_claim="org.id", tenant="1", role_claim="realm.roles") as api:
        answer = me(api, token(SECRET, "HS256", kid=None, role=None, tenant=None, realm={"roles": ["viewer"]}))
        assert (answer.status_code, answer.json()["tenant"]) == (200, 1)
        assert me(api, token(RSA["one"], realm={"roles": ["viewer"]})).status_code == 401
        assert (
            me(api, token("another secret of thirty-two bytes!!", "HS256", realm={"roles": ["viewer"]})).status_code
            == 401
        )


def test_ours_and_theirs_are_told_apart(api: Api, database: str) -> None:
    assert me(api, KEY).json()["kind"] == "key"
    ours = {"iss": "tidewatch", "sub": "1", "tenant": 1, "iat": time.time(), "exp": time.time() + 60}
    assert me(api, jwt.encode(ours, RSA["one"], "RS256", headers={"kid": "one"})).status_code == 401
    other = new_tenant(database, "acme")
    assert me(api, token(tenant=str(other))).json()["tenant"] == me(api, token(tenant="acme")).json()["tenant"] == other


def test_what_they_change_is_in_the_audit_log(api: Api, database: str) -> None:
    auth = {"Authorization": f"Bearer {token(role='operator', sub='op-1')}"}
    body = {"metric": "x.*", "muted": True}
    assert httpx.put(f"{api.http}/api/v1/policies/theirs", json=body, headers=auth, timeout=60).status_code == 200
    with psycopg.connect(database) as conn:
        who = conn.execute("select who from audit order by seq desc limit 1").fetchone()
    assert who == ("external:op-1",)


def test_without_settings_nobody_elses_token_is_taken(database: str) -> None:
    with trusting(database) as api:
        assert me(api, token()).status_code == 401
