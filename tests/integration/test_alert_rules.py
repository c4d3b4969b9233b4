"""The alert rules for Prometheus ask for what a running server exposes, and for nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families

import workers.deliver  # noqa: F401  # what workers expose stands beside the API's, in the folder that they share
from tests.serving import KEY, serving

pytestmark = pytest.mark.req("S2-82")
FILE = Path(__file__).parents[2] / "docs" / "alerts" / "tidewatch.yml"
RULES: list[dict[str, Any]] = [rule for group in yaml.safe_load(FILE.read_text())["groups"] for rule in group["rules"]]
NAMES = [rule["alert"] for rule in RULES]
ENDS = {"counter": ("_total",), "gauge": ("",), "histogram": ("_bucket", "_count", "_sum")}
SELECTOR = re.compile(r"\b(tidewatch_\w+|up)\b(?:\{([^}]*)\})?")


@pytest.fixture(scope="module")
def exposed(database: str) -> dict[str, float]:
    """Every name that a server says which has points in its journal, and no pipeline; with its highest value."""
    with serving(database) as api, httpx.Client(headers={"Authorization": f"Bearer {KEY}"}) as client:
        point = {"metric": "m", "t": "2026-01-01T00:00:00Z", "v": 1}
        assert client.post(f"{api.http}/api/v1/ingest", json={"points": [point]}).is_success
        text = client.get(f"{api.http}/metrics").text
    found = {}
    for family in text_string_to_metric_families(text):
        values = [one.value for one in family.samples]
        found |= {family.name + end: max(values, default=0.0) for end in ENDS.get(family.type, ())}
    return found


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_a_rule_asks_for_what_is_there(rule: dict[str, Any], exposed: dict[str, float]) -> None:
    asked = SELECTOR.findall("\n".join([rule["expr"], rule["annotations"]["summary"]]))
    assert asked
    for name, selected in asked:
        if name == "up":  # Prometheus' own
            continue
        assert name in exposed
        labels = set(re.findall(r"(\w+)\s*=", selected))
        assert labels <= set(REGISTRY._names_to_collectors[name]._labelnames), name


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_a_rule_is_whole_and_says_what_to_do(rule: dict[str, Any]) -> None:
    assert set(rule) <= {"alert", "expr", "for", "labels", "annotations"}
    assert rule["labels"]["severity"] in ("critical", "warning", "info")
    assert rule["annotations"]["summary"] and rule["annotations"]["description"]
    assert re.fullmatch(r"\d+[smh]", rule.get("for", "0s"))
    for opened, closed in ("()", "[]", "{}"):
        assert rule["expr"].count(opened) == rule["expr"].count(closed)
    assert len(set(NAMES)) == len(NAMES)


def test_how_far_the_pipeline_is_behind_is_said_without_one(exposed: dict[str, float]) -> None:
    assert exposed["tidewatch_journal_points"] == 1
    assert exposed["tidewatch_journal_lag_seconds"] > 0
