"""What is kept under a key or in a column, by what it is called: who somebody is, words about anything, or neither."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from zoneinfo import available_timezones

from db.packs.registry import packs


class Holds(Enum):
    """`person`: an id of somebody and nothing else. `people`: a name or names. `words`: what somebody wrote.
    `anything`: of which nothing is known. `never`: words of ours, and names that are those of others."""

    person = 1
    people = 2
    words = 3
    anything = 4
    never = 5


PERSON = {"user_id", "person", "owner", "session_id"}
PEOPLE = {
    "user", "person", "people", "owner", "author", "member", "email", "mail", "username", "login", "account",
    "who", "actor", "sender", "recipient", "receiver", "assignee", "reviewer", "manager", "customer", "patient",
    "guest", "friend", "participant", "contact", "target", "names", "by", "to", "from", "cc", "bcc",
}  # fmt: skip
"""One of these in a key (`changed_by`, `sentTo`, `users`) says that it names people."""
WORDS = {
    "note", "title", "description", "comment", "text", "message", "subject", "body", "why", "reason", "summary",
    "recommendation", "advice", "error", "answer", "file", "key", "words", "question", "greeting", "quote",
}  # fmt: skip
NEVER = {
    "event_type", "timezone", "period", "channel", "format", "agg", "aggregation", "recurs", "direction",
    "week_start", "unit", "currency", "severity", "state", "status", "first_name", "last_name", "given_name",
    "family_name",
}  # fmt: skip
"""Values of ours. And a first name that reads like the id of another person is not theirs."""


def holds(key: str) -> Holds:
    """What a key of JSON, a label or a column holds; of text without a key: words."""
    return Holds.person if key in _declared(tuple(packs())) else _by_its_name(key)


@cache
def _by_its_name(key: str) -> Holds:
    if not key:
        return Holds.words
    if key in NEVER:
        return Holds.never
    parts = {part.lower() for part in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", key)}
    parts |= {part.removesuffix("s") for part in parts}
    if parts & PEOPLE:
        return Holds.people
    return Holds.words if parts & WORDS else Holds.anything


@cache
def _declared(names: tuple[str, ...]) -> frozenset[str]:
    """Those of the core, and columns and labels of which packs say that they hold a person or a session."""
    found = set(PERSON)
    for pack in map(packs().__getitem__, names):
        for table in pack.model.tables:
            found |= {name for name in (table.person, table.session) if name is not None and name != "id"}
        for metric in pack.model.metrics:
            of = {label: at if isinstance(at, str) else at.path for label, at in metric.labels.items()}
            found |= {label for label, path in of.items() if path == "user_id"}
    return frozenset(found)


@cache
def _ours(names: tuple[str, ...]) -> frozenset[str]:
    """Words that stand for something of ours wherever they stand, though they look like somebody's id."""
    found = set(available_timezones())
    for pack in map(packs().__getitem__, names):
        found |= pack.event_types
        found |= {table.name for table in pack.model.tables} | {metric.name for metric in pack.model.metrics}
        for event in pack.model.events:
            found |= set(event.properties)
            found |= {choice for rule in event.properties.values() for choice in rule.choices or ()}
    return frozenset(found)


def unmistakable(name: str) -> bool:
    """Whether a text can be nothing but this person: an address, or letters with digits or signs (`u-4711`), not a word
    (`anna`, `email`), a number, or something short."""
    if "@" in name:
        return True
    mixed = any(c.isalpha() for c in name) and any(not c.isalpha() for c in name)
    return len(name) >= 6 and mixed and name not in _ours(tuple(packs()))
