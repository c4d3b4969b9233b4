"""The page's types follow the API: both generated files are those of the routes as they are now."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from api.openapi import document

DASHBOARD = Path(__file__).parents[2] / "dashboard"
REMEDY = "run: .venv/bin/python -m api.openapi > dashboard/openapi.json && npm --prefix dashboard run types"


def test_the_committed_document_is_the_one_that_the_routes_make() -> None:
    committed = json.loads((DASHBOARD / "openapi.json").read_text())
    assert committed == json.loads(document()), REMEDY


def test_the_types_were_generated_from_the_committed_document() -> None:
    seal = hashlib.sha256((DASHBOARD / "openapi.json").read_bytes()).hexdigest()
    assert f"sha256 of openapi.json: {seal}" in (DASHBOARD / "src/api/types.ts").read_text()[:400], REMEDY


def test_the_document_has_what_the_page_asks_for() -> None:
    paths = json.loads(document())["paths"]
    asked = {"auth/login", "auth/refresh", "auth/logout", "metrics", "series", "trends", "anomalies", "alerts"}
    asked |= {"insights", "insights/{id}", "patterns", "forecasts", "models"}
    assert {f"/api/v1/{name}" for name in asked} <= set(paths)
