"""Seeded synthetic series: clean ones of known kinds, and faults of known size."""
