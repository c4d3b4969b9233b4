"""The domain of language models: its grammar, schema and queries, rules about money, and a factory of events."""
