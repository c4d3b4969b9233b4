"""The telemetry pack."""
