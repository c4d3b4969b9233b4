"""A service whose keys cannot be had: who waits for it, who is answered, and from which keys."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from api import external
from tests.integration.publishing import Service, me, publishing, token, trusting


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    with publishing() as one:
        yield one


@pytest.fixture
def hanging(service: Service) -> Iterator[Service]:
    """Takes connections, and says nothing until it goes on."""
    service.goes_on.clear()
    service.asked = 0
    yield service
    service.goes_on.set()


def test_while_one_request_waits_for_the_service_others_are_answered(database: str, hanging: Service) -> None:
    hanging.goes_on.set()
    with trusting(database, jwks_url=hanging.url, keys_for="0.000001") as api, ThreadPoolExecutor(1) as aside:
        assert me(api, token(sub="before")).status_code == 200
        hanging.goes_on.clear()
        asked = hanging.asked
        waits = aside.submit(me, api, token(sub="waits"))
        while hanging.asked == asked:
            time.sleep(0.01)  # until that request is at the service
        assert [me(api, token(sub=f"other-{n}")).status_code for n in range(5)] == [200] * 5
        assert not waits.done()
        hanging.goes_on.set()
        assert waits.result().status_code == 200
    assert hanging.asked == asked + 1


def test_a_service_that_hangs_is_asked_again_after_a_while_and_meanwhile_nobody_waits(
    database: str, hanging: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    with trusting(database, jwks_url=hanging.url) as api:
        monkeypatch.setattr(external, "TIMEOUT", 0.3)
        monkeypatch.setattr(external, "ASK_AGAIN", 30.0)
        answers = [me(api, token(sub=f"n-{n}")) for n in range(4)]
    assert [(one.status_code, int(one.headers["retry-after"]) > 20) for one in answers] == [(503, True)] * 4
    assert hanging.asked == 1


def test_old_keys_do_not_stay_for_ever(database: str, service: Service) -> None:
    with trusting(database, jwks_url=service.url, keys_for="0.000001", keys_spare="0") as api:
        assert me(api, token(sub="there")).status_code == 200
        service.up = False
        assert me(api, token(sub="gone")).status_code == 503
    service.up = True
