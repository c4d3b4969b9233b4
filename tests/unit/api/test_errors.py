"""How errors look on the wire."""

from __future__ import annotations

import asyncpg
import httpx
import orjson
import pytest
from fastapi import FastAPI

from api import errors
from api.schemas.auth import UserIn
from api.telemetry import Telemetry
from db.errors import Behind, Conflict, Forbidden, Invalid, NotFound, RawGone, TooLarge, Unauthorized, Unsupported

RAISED = {
    "invalid": (Invalid("no"), 400),
    "unauthorized": (Unauthorized(), 401),
    "forbidden": (Forbidden(), 403),
    "missing": (NotFound(), 404),
    "conflict": (Conflict(), 409),
    "large": (TooLarge(), 413),
    "unsupported": (Unsupported(), 415),
    "gone": (RawGone(), 422),
    "behind": (Behind(retry_after=7, waiting=12), 429),
    "away": (asyncpg.ConnectionDoesNotExistError("secret host"), 503),
    "refused": (ConnectionRefusedError("secret host"), 503),
    "bug": (ZeroDivisionError("secret detail"), 500),
}


def make_app() -> FastAPI:
    app = FastAPI()
    errors.install(app)
    app.add_middleware(Telemetry, slow=60)

    @app.get("/{name}")
    async def fail(name: str) -> None:
        raise RAISED[name][0]

    @app.post("/user")
    async def user(body: UserIn) -> None:
        pass

    return app


@pytest.fixture(scope="module")
def app() -> FastAPI:
    return make_app()


async def ask(app: FastAPI, method: str, path: str, **more: object) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        return await client.request(method, path, **more)


@pytest.mark.req("S2-51")
@pytest.mark.parametrize("name", RAISED)
async def test_every_error_is_a_problem_with_its_status(app: FastAPI, name: str) -> None:
    answer = await ask(app, "GET", f"/{name}")
    body = answer.json()
    assert answer.status_code == body["status"] == RAISED[name][1]
    assert answer.headers["content-type"] == "application/problem+json"
    assert {"type", "title", "detail"} <= body.keys()
    assert body["instance"] == answer.headers["x-request-id"] != ""
    assert "secret" not in answer.text


@pytest.mark.req("S2-51")
async def test_an_error_of_ours_is_logged_with_what_the_answer_keeps_back(
    app: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await ask(app, "GET", "/bug")
    (record,) = [one for one in caplog.records if one.exc_info and "secret detail" in str(one.exc_info[1])]
    assert record.levelname == "ERROR" and "secret" not in answer.text


async def test_extra_fields_and_retry_after_are_told(app: FastAPI) -> None:
    answer = await ask(app, "GET", "/behind")
    assert answer.json()["waiting"] == 12
    assert answer.headers["retry-after"] == "7"


async def test_extra_fields_cannot_replace_the_standard_ones(app: FastAPI) -> None:
    answer = errors.respond(Conflict("real", status=200, title="fine", more=1))
    body = orjson.loads(answer.body)
    assert answer.status_code == body["status"] == 409
    assert (body["title"], body["more"]) == ("Conflict", 1)


async def test_what_is_not_valid_is_said_but_never_repeated(app: FastAPI) -> None:
    body = {"email": "a@b", "password": "short", "role": "king", "more": 1}
    answer = await ask(app, "POST", "/user", json=body)
    assert answer.status_code == 422
    assert {wrong["at"] for wrong in answer.json()["errors"]} == {"body.password", "body.role", "body.more"}
    assert "short" not in answer.text.replace("at least", "")


async def test_unknown_paths_and_methods_are_problems_too(app: FastAPI) -> None:
    missing, wrong = await ask(app, "GET", "/a/b"), await ask(app, "DELETE", "/user")
    assert (missing.status_code, missing.json()["title"]) == (404, "Not found")
    assert (wrong.status_code, wrong.json()["title"]) == (405, "Method not allowed")
