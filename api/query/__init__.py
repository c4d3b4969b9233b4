"""From query parameters to answers over time."""
