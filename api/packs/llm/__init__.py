"""What language models are used for and what that costs: /api/v1/llm, and the same under /analytics."""

from __future__ import annotations

from fastapi import APIRouter

from api.packs.llm import budgets, compare, costs, entities, models, prices, reprice, summary, trends

router = APIRouter(prefix="/api/v1/llm", tags=["llm"])
for part in (summary, costs, models, compare, trends, prices, reprice, budgets, entities):
    router.include_router(part.router)

_SHARED = ("activity/heatmap", "costs", "models/usage", "tokens", "projects/comparison")
ALIASES = {f"{root}/{path}": f"/api/v1/llm/{path}" for root in ("/api/v1/analytics", "/analytics") for path in _SHARED}
