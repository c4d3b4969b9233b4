"""What other rooms may know of the workers: the names of tasks and wake-up channels, and nothing that they do."""

from __future__ import annotations

JOURNAL_CHANNEL = "tidewatch:journal"
"""Redis channel: something was written to the journal. It only wakes; the pipeline also polls."""

LIVE_CHANNEL = "tidewatch:live"
"""Redis channel: the tenant whose id is the payload has new alert transitions. It only wakes; readers also poll."""

REFRESH_ROLLUPS = "tidewatch.refresh_rollups"
DROP_EXPIRED = "tidewatch.drop_expired"
MEASURE = "tidewatch.measure"
CLEAN_JOURNAL = "tidewatch.clean_journal"
MARK_STALE = "tidewatch.mark_stale"
SCORE_GROUPS = "tidewatch.score_groups"
FIND_INSIGHTS = "tidewatch.find_insights"
COMPARE_COHORTS = "tidewatch.compare_cohorts"
FIND_PATTERNS = "tidewatch.find_patterns"
MAKE_FORECASTS = "tidewatch.make_forecasts"
MODEL_PART = "tidewatch.model_part"
PRIVACY = "tidewatch.privacy"
REMOVE_EVENTS = "tidewatch.remove_events"
DROP_FINDINGS = "tidewatch.drop_findings"
COMPUTE_GOALS = "tidewatch.compute_goals"
DELIVER = "tidewatch.deliver"
DROP_DELIVERIES = "tidewatch.drop_deliveries"

CHANNELS = ("webhook", "email", "sms")
"""Ways in which a message can go out; `workers.channels.registry` knows how."""
