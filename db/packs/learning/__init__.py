"""The learning domain: its grammar, schema and queries, and a factory of events."""
