"""Whether an entry of the audit log names a person: by a path, a query, parameters or words; and the same without."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from db.privacy.keys import Holds, holds, unmistakable
from db.privacy.mention import Names
from db.privacy.places import parsed

Change = Callable[[str, str], str]
"""(value, key) -> what stands in its place."""


def names_in_entry(names: Names, said: str) -> bool:
    """`said`: the words of an entry, JSON with `object` and `details`."""
    words = parsed(said)
    if not isinstance(words, dict):
        return names.inside(words)
    details = words.get("details")
    return any(names.inside(value, key) for value, key in pairs(str(words.get("object", "")), details or {}))


def pairs(object: str, details: Any) -> Iterator[tuple[Any, str]]:
    """(value, what says what it is for): `/users/anna` says that anna is a user, `user_id=anna` too."""
    found: list[tuple[Any, str]] = []

    def see(value: str, key: str) -> str:
        found.append((value, key))
        return value

    changed(object, details, see)
    yield from found


def people_perhaps(object: str, details: Any) -> set[str]:
    """Words that name people, or can be nothing else."""
    return {
        value
        for value, key in pairs(object, details)
        if isinstance(value, str) and (holds(key) in (Holds.person, Holds.people) or unmistakable(value))
    }


def changed(object: str, details: Any, change: Change) -> tuple[str, Any]:
    """An entry with its values changed one by one."""
    path, mark, query = object.partition("?")
    return _path(path, change) + mark + _query(query, change), _value(details, "details", change)


def _path(path: str, change: Change) -> str:
    if not path.startswith("/"):
        return change(path, "text")
    parts = path.split("/")
    return "/".join([parts[0], *(change(part, before) for before, part in pairwise(parts))])


def _query(query: str, change: Change) -> str:
    return "&".join(_parameter(part, change) for part in query.split("&")) if query else query


def _parameter(part: str, change: Change) -> str:
    key, mark, value = part.partition("=")
    return f"{key}={change(value, key.removeprefix('label.'))}" if mark else change(part, "text")


def _value(value: Any, key: str, change: Change) -> Any:
    if isinstance(value, Mapping):
        return {name: _value(item, name, change) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_value(item, key, change) for item in value]
    if not isinstance(value, str):
        return value
    return _query(value, change) if key == "query" else change(value, key)
