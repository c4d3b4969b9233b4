"""What language models are used for and what that costs: /api/v1/llm, and the same under /analytics."""

from __future__ import annotations

from fastapi import APIRouter

from api.packs.llm import budgets, compare, costs, entities, models, prices, reconcile, reprice, summary, trends
from api.query.params import PLAIN_TEXT

router = APIRouter(prefix="/api/v1/llm", tags=["llm"], dependencies=[PLAIN_TEXT])
for part in (summary, costs, models, compare, trends, prices, reprice, reconcile, budgets, entities):
    router.include_router(part.router)

_OURS = ("activity/heatmap", "costs", "models/usage", "tokens", "projects/comparison")
_DISPUTED = ("summary", "trends")
"""Two documents call paths of their own /analytics/summary and /analytics/trends: those are theirs."""
ALIASES = {
    **{f"/api/v1/analytics/{path}": f"/api/v1/llm/{path}" for path in (*_OURS, *_DISPUTED)},
    **{f"/analytics/{path}": f"/api/v1/llm/{path}" for path in _OURS},
}
