"""Whether an entry of the audit log names a person: by a path, a query, parameters or words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from db.privacy.mention import Names
from db.privacy.places import parsed


def names_in_entry(names: Names, said: str) -> bool:
    """`said`: the words of an entry, JSON with `object` and `details`."""
    words = parsed(said)
    if not isinstance(words, dict):
        return names.inside(words)
    details = words.get("details")
    details = details if isinstance(details, dict) else {}
    rest = {key: value for key, value in details.items() if key != "query"}
    path, _, query = str(words.get("object", "")).partition("?")
    pairs = (*_path(path), *_query(query), *_query(str(details.get("query", ""))))
    return names.inside(rest) or any(names.inside(value, key) for key, value in pairs)


def _path(path: str) -> Iterator[tuple[str, str]]:
    """`/users/anna` says that anna is a user; of what is no path every word counts."""
    if not path.startswith("/"):
        yield "", path
        return
    yield from pairwise(path.split("/"))


def _query(query: str) -> Iterator[tuple[str, str]]:
    for part in query.split("&"):
        key, _, value = part.partition("=")
        yield (key, value) if value else ("text", key)
