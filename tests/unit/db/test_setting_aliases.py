"""Settings under the names that others know: both spellings are taken over, ours count more."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from db.flags import declared
from db.memory.settings import MemorySettings
from db.packs.aliases import adopt
from db.settings import DatabaseSettings
from workers.settings import WorkerSettings

PREFIXES = ("COACHIQ_ANALYTICS__", "COACHIQ_ANALYTICS_")


@pytest.mark.req("S3-30", "S3-31", "S3-45")
@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize(
    ("name", "value", "settings", "field"),
    [
        ("MEMORY_RETENTION_HOURS", "4", MemorySettings, "memory_retention_hours"),
        ("INSIGHT_GENERATION_INTERVAL", "60", WorkerSettings, "insight_seconds"),
        ("PATTERN_ANALYSIS_INTERVAL", "120", WorkerSettings, "pattern_seconds"),
        ("MAX_MEMORY_INSIGHTS", "7", MemorySettings, "memory_insights"),
        ("MAX_MEMORY_PATTERNS", "8", MemorySettings, "memory_patterns"),
        ("PERSISTENCE_RETENTION_DAYS", "9", DatabaseSettings, "keep_raw_days"),
        ("ENABLE_BACKGROUND_PERSISTENCE", "true", MemorySettings, "persistence"),
    ],
)
def test_both_spellings_become_the_setting(
    monkeypatch: pytest.MonkeyPatch, prefix: str, name: str, value: str, settings: type, field: str
) -> None:
    before = getattr(settings(), field)
    monkeypatch.setenv(prefix + name, value)
    for setting in [name for name in os.environ if name.startswith("TIDEWATCH_" + field.upper())]:
        monkeypatch.delenv(setting)
    environment = dict(os.environ)
    assert adopt(environment) == []
    for setting in environment.keys() - os.environ.keys():
        monkeypatch.setenv(setting, environment[setting])
    got = getattr(settings(), field)
    assert (got != before, type(got)(value) == got) == (True, True)


@pytest.mark.req("S3-08", "S3-09", "S3-10", "S3-30")
def test_the_defaults_are_those_of_the_document() -> None:
    memory, workers = MemorySettings(), WorkerSettings()
    assert (memory.memory_retention_hours, memory.memory_insights, memory.memory_patterns) == (2, 100, 50)
    assert (workers.insight_seconds, workers.pattern_seconds, workers.cleanup_seconds) == (900, 1800, 3600)
    assert (DatabaseSettings().keep_raw_days, workers.insight_days) == (30, 7)
    assert declared({})["analytics_dashboard"].enabled is True
    settings = declared({})["analytics_dashboard_enhanced"].settings
    assert (settings["enable_background_tasks"], settings["custom_retention_days"]) == (True, 30)


@pytest.mark.req("S3-30", "S3-31")
@pytest.mark.parametrize("prefix", PREFIXES)
def test_enabled_is_the_flag_of_the_dashboard(prefix: str) -> None:
    environment = {prefix + "ENABLED": "false"}
    adopt(environment)
    assert declared(environment)["analytics_dashboard"].enabled is False


@pytest.mark.req("S3-30", "S3-31")
def test_ours_count_more_and_what_stands_for_nothing_is_explained() -> None:
    environment = {
        "COACHIQ_ANALYTICS__INSIGHT_GENERATION_INTERVAL": "60",
        "TIDEWATCH_INSIGHT_SECONDS": "30",
        "COACHIQ_ANALYTICS_DB_PATH": "data/analytics.db",
        "COACHIQ_ANALYTICS__SQLITE_BATCH_SIZE": "100",
    }
    told = dict(adopt(environment))
    assert environment["TIDEWATCH_INSIGHT_SECONDS"] == "30"
    assert "counts more" in told["COACHIQ_ANALYTICS__INSIGHT_GENERATION_INTERVAL"]
    assert "TIDEWATCH_DATA" in told["COACHIQ_ANALYTICS_DB_PATH"]
    assert "TIDEWATCH_TAKE_POINTS" in told["COACHIQ_ANALYTICS__SQLITE_BATCH_SIZE"]


@pytest.mark.req("S3-31")
def test_the_command_takes_them_over() -> None:
    environment = {**os.environ, "COACHIQ_ANALYTICS__DB_PATH": "x"}
    done = subprocess.run(
        [sys.executable, "-m", "cli.main", "version"], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stderr.startswith("tidewatch: COACHIQ_ANALYTICS__DB_PATH: There is no file of its own")
