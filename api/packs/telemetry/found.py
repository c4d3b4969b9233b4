"""Insights, patterns, and what can be done about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.deps import CanRead, FindingsDep
from api.packs.telemetry.schemas_found import PatternsResponse, RecommendationsPage, SystemInsightsResponse
from api.packs.telemetry.stores import DocumentsDep
from api.query.params import LABELS_DOC, PLAIN_TEXT, Cursor, Labels, Limit, decode_number, encode, json_response
from api.routes.patterns import INTERNAL
from db.insights import InsightFilter
from db.packs.telemetry.advice import Named, recommendations_of
from db.packs.telemetry.documents import Documents
from db.records import Severity
from db.roles import Findings, Row

router = APIRouter(prefix="/api/v1/telemetry", dependencies=[PLAIN_TEXT])

Worse = Annotated[Severity | None, Query(description="This or worse")]
Glob = Annotated[str | None, Query(max_length=200, description="`*` stands for anything")]
Active = Annotated[bool | None, Query(description="Still found, or no longer; both, if not said")]


async def own_templates(documents: Documents, tenant: int) -> list[Named]:
    """A tenant's templates, by name."""
    found = await documents.find(tenant, "template")
    return [Named(**one.body, name=one.name) for one in found]


@router.get(
    "/insights",
    summary="Insights with what can be done about them",
    responses={200: {"model": SystemInsightsResponse}},
    openapi_extra=LABELS_DOC,
)
async def get_insights(
    who: CanRead, findings: FindingsDep, documents: DocumentsDep, labels: Labels, severity: Worse = None,
    category: Annotated[str | None, Query(max_length=100, examples=["change"])] = None, metric: Glob = None,
    min_confidence: Annotated[float, Query(ge=0, le=1)] = 0.0, active: Active = True, limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:  # fmt: skip
    """What the models found, newest first: each with its recommendations, how many there are, and which is worst."""
    asked = InsightFilter(severity, category, metric, labels, min_confidence, active)
    rows = await findings.insights(who.tenant, asked, decode_number("telemetry", cursor), limit + 1)
    counts = await findings.count_insights(who.tenant, asked)
    own, now = await own_templates(documents, who.tenant), datetime.now(UTC)
    page = rows[:limit]
    shown = [_insight(row, own, now) for row in page]
    worst = await _worst(findings, who.tenant, asked, counts)
    return json_response(
        {
            "total_insights": sum(counts.values()),
            "insights": shown,
            "severity_distribution": counts,
            "summary": _summary(shown, counts, worst),
            "next": encode("telemetry", page[-1]["id"]) if len(rows) > limit else None,
            "generated_at": now,
        }
    )


def _insight(row: Row, own: Sequence[Named], now: datetime) -> dict[str, Any]:
    active = row["closed_at"] is None and row["expires_at"] > now
    plain = {name: value for name, value in row.items() if name != "id"}
    return plain | {"active": active, "recommendations": recommendations_of(row, own)}


async def _worst(findings: Findings, tenant: int, asked: InsightFilter, counts: dict[str, int]) -> Row | None:
    severity = next((one.value for one in reversed(Severity) if counts[one.value]), None)
    if severity is None:
        return None
    only = InsightFilter(severity, asked.category, asked.metric, asked.labels, asked.min_confidence, asked.active)
    rows = await findings.insights(tenant, only, None, 1)
    return rows[0] if rows else None


def _summary(shown: list[dict[str, Any]], counts: dict[str, int], worst: Row | None) -> dict[str, Any]:
    attention = counts["high"] + counts["critical"]
    if worst is None:
        headline = "Nothing was found."
    elif attention:
        headline = f"{attention} of {sum(counts.values())} need attention. The worst: {worst['title']}"
    else:
        headline = f"{sum(counts.values())} found, none of them pressing. The newest of the worst: {worst['title']}"
    actionable = sum(any(one["action"] for one in insight["recommendations"]) for insight in shown)
    return {
        "attention": attention,
        "actionable": actionable,
        "worst": worst and worst["insight_id"],
        "headline": headline,
    }


@router.get("/patterns", summary="Patterns", responses={200: {"model": PatternsResponse}})
async def get_patterns(
    who: CanRead, findings: FindingsDep,
    type_: Annotated[str | None, Query(alias="type", max_length=100, description="cycle, correlation, regime")] = None,
    metric: Glob = None, min_confidence: Annotated[float, Query(ge=0, le=1)] = 0.0, active: Active = True,
    limit: Limit = 100, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """What recurs, or belongs together, newest first."""
    rows = await findings.patterns(
        who.tenant, kind=type_, metric=metric, min_confidence=min_confidence, active=active,
        before=decode_number("telemetry patterns", cursor), limit=limit + 1,
    )  # fmt: skip
    page, now = rows[:limit], datetime.now(UTC)
    shown = [_pattern(row, now) for row in page]
    kinds = [row["pattern_type"] for row in page]
    return json_response(
        {
            "patterns": shown,
            "types": {kind: kinds.count(kind) for kind in sorted(set(kinds))},
            "next": encode("telemetry patterns", page[-1]["id"]) if len(rows) > limit else None,
            "generated_at": now,
        }
    )


def _pattern(row: Row, now: datetime) -> dict[str, Any]:
    active = row["closed_at"] is None and row["expires_at"] > now
    shown = {name: value for name, value in row.items() if name not in INTERNAL}
    return shown | {"series": row["series"] or [], "active": active}


@router.get(
    "/recommendations",
    summary="What can be done now",
    responses={200: {"model": RecommendationsPage}},
    openapi_extra=LABELS_DOC,
)
async def get_recommendations(
    who: CanRead, findings: FindingsDep, documents: DocumentsDep, labels: Labels, severity: Worse = None,
    metric: Glob = None,
    actionable: Annotated[bool, Query(description="Only those with an action at a click")] = False,
    limit: Annotated[int, Query(ge=1, le=200, description="Insights a page")] = 50, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """Recommendations of active insights, those of the newest insight first."""
    asked = InsightFilter(severity, None, metric, labels, 0.0, True)
    rows = await findings.insights(who.tenant, asked, decode_number("recommendations", cursor), limit + 1)
    own = await own_templates(documents, who.tenant)
    page = rows[:limit]
    asked_for = await _asked_for(documents, who.tenant, {row["insight_id"] for row in page})
    items = [
        one | {"insight_id": row["insight_id"], "insight_title": row["title"], "metric": row["metric"],
               "labels": row["labels"], "request": asked_for.get(one["id"])}
        for row in page for one in recommendations_of(row, own) if one["action"] or not actionable
    ]  # fmt: skip
    return json_response(
        {
            "items": items,
            "next": encode("recommendations", page[-1]["id"]) if len(rows) > limit else None,
            "generated_at": datetime.now(UTC),
        }
    )


async def _asked_for(documents: Documents, tenant: int, insights: set[str]) -> dict[str, str]:
    """Recommendation -> the newest request for it. A request's name begins with the insight's id."""
    found: dict[str, str] = {}
    for insight in sorted(insights):
        asked = await documents.find(tenant, "action", matching={"insight_id": insight})
        for one in sorted(asked, key=attrgetter("created_at")):
            found[one.body["recommendation_id"]] = one.name
    return found


RecommendationId = Annotated[str, Path(max_length=100, pattern=r"^[a-z0-9]+\.[tm][0-9a-f]{1,8}$")]
