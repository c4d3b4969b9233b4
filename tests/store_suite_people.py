"""The part of the suite of engines that is of findings and of people."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from db.access import key_ids
from db.errors import Conflict, NotFound, Unauthorized
from db.findings import Looked
from db.insights import Insight, InsightFilter
from db.patterns import Found
from db.records import Severity
from tests.store_kits import Kit

NOW = datetime.now(UTC)


def insight(item: str, title: str = "It moved", confidence: float = 0.9, **more: object) -> Insight:
    told = {"key": "k", "category": "change", "description": "up", "severity": Severity.high, "impact_score": 0.5}
    span = {"since": NOW - timedelta(hours=1), "until": NOW, "expires_at": NOW + timedelta(days=7)}
    return Insight(
        item=item, model="breaks", title=title, confidence=confidence, metric=f"m.{item}", **told, **span, **more
    )  # type: ignore[arg-type]  # tests pass the right types


class FindingSuite:
    """What models find."""

    async def test_a_finding_is_revised_closed_and_opened_again(self, kit: Kit) -> None:
        looked = [Looked("a", "breaks")]
        with kit.transaction():
            kit.keeper.insights(1, "job", [insight("a")], looked, NOW)
        (first,) = await kit.findings.insights(1, InsightFilter(metric="m.a"), None, 10)
        with kit.transaction():
            kit.keeper.insights(1, "job", [], looked, NOW)
        (closed,) = await kit.findings.insights(1, InsightFilter(metric="m.a", active=False), None, 10)
        assert closed["closed_at"] is not None
        with kit.transaction():
            kit.keeper.insights(1, "job", [insight("a", "It moved on")], looked, NOW)
        again = await kit.findings.insight(1, first["insight_id"])
        assert (again["id"], again["title"], again["closed_at"]) == (first["id"], "It moved on", None)
        assert again["revised_at"] > first["revised_at"]

    async def test_insights_are_counted_filtered_and_of_their_tenant(self, kit: Kit) -> None:
        with kit.transaction():
            found = [insight("b", labels={"host": "x"}), insight("c", confidence=0.2)]
            kit.keeper.insights(1, "other", found, [], NOW)
        asked = InsightFilter(metric="m.*", min_confidence=0.5, labels={"host": "x"})
        assert [row["metric"] for row in await kit.findings.insights(1, asked, None, 10)] == ["m.b"]
        assert (await kit.findings.count_insights(1, asked))["high"] == 1
        (row,) = await kit.findings.insights(1, asked, None, 10)
        with pytest.raises(NotFound):
            await kit.findings.insight(2, row["insight_id"])
        assert set(row) >= {"insight_id", "model", "severity", "recommendations", "created_at", "unit", "series_id"}

    async def test_a_pattern_names_its_series(self, kit: Kit) -> None:
        a, b = await kit.series("lead"), await kit.series("follow")
        span = {"since": NOW - timedelta(hours=1), "until": NOW, "expires_at": NOW + timedelta(days=7)}
        found = Found("", "lag", "k", "correlation", "b follows a", 0.9, None, [b, a], ["follow", "lead"], **span)
        with kit.transaction():
            kit.keeper.patterns(1, "pairs", [found], [Looked("", "lag")], NOW)
        (row,) = await kit.findings.patterns(
            1, kind="correlation", metric="lea*", min_confidence=0, active=True, before=None, limit=5
        )
        assert [one["metric"] for one in row["series"]] == ["follow", "lead"]


class AccessSuite:
    """Who may come in."""

    async def test_a_key_is_known_renamed_and_revoked(self, kit: Kit) -> None:
        row, key = await kit.access.create_key(1, "mine", ["read"])
        (found,) = await kit.access.find_keys(key_ids(key))
        assert (found["tenant_id"], found["name"], list(found["scopes"])) == (1, "mine", ["read"])
        assert (await kit.access.rename_key(1, row["id"], "yours"))["name"] == "yours"
        with pytest.raises(NotFound):
            await kit.access.revoke_key(2, row["id"])
        await kit.access.revoke_key(1, row["id"])
        assert list(await kit.access.find_keys(key_ids(key))) == []
        assert "secret_hash" not in dict(row)

    async def test_a_refresh_token_is_good_once_and_theft_ends_the_login(self, kit: Kit) -> None:
        user = await kit.access.create_user(1, "One@example.org", "hash", "viewer")
        first = await kit.access.begin_login(1, user["id"], 14)
        second = await kit.access.renew_login(first, 14)
        assert (second.user, second.role) == (user["id"], "viewer")
        with pytest.raises(Unauthorized):
            await kit.access.renew_login(first, 14)
        with pytest.raises(Unauthorized):
            await kit.access.renew_login(second.token, 14)

    async def test_the_last_admin_stays_and_an_email_is_one_user(self, kit: Kit) -> None:
        admin = await kit.access.create_user(1, "admin@example.org", "hash", "admin")
        with pytest.raises(Conflict):
            await kit.access.create_user(1, "ADMIN@example.org", "hash", "viewer")
        with pytest.raises(Conflict):
            await kit.access.change_user(1, admin["id"], "viewer", None)
        other = await kit.access.create_user(1, "second@example.org", "hash", "admin", "runner-1")
        assert (await kit.access.change_user(1, admin["id"], None, True))["disabled_at"] is not None
        assert await kit.access.password_of(1, admin["id"]) is None
        with pytest.raises(Conflict):
            await kit.access.change_user(1, admin["id"], None, None, "runner-1")
        assert other["person"] == "runner-1"

    async def test_a_secret_is_made_once(self, kit: Kit) -> None:
        assert await kit.access.shared_secret("a") == await kit.access.shared_secret("a")
        assert await kit.access.shared_secret("a") != await kit.access.shared_secret("b")
