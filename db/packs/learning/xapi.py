"""xAPI statements (ADL's Experience API 1.0.3) as events of learning. Pure.

Who: the actor's account name or mailbox, looked up in the roster. What: the object's id, looked up in the roster by its
external id; one that is not there gets an id that is drawn from its IRI, always the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"
"""cmi5: 0 to 100."""
LOGIN = frozenset({"logged-in", "loggedin"})
SCORED = frozenset({"scored", "passed", "failed"})
DONE = frozenset({"completed", "mastered"})
GOING = frozenset({"progressed", "initialized", "suspended", "resumed", "terminated"})
KINDS = {
    "experienced": "view",
    "viewed": "view",
    "launched": "view",
    "watched": "video",
    "played": "video",
    "paused": "video",
    "read": "reading",
    "answered": "exercise",
    "attempted": "exercise",
    "interacted": "exercise",
    "commented": "discussion",
    "asked": "discussion",
    "responded": "discussion",
    "shared": "discussion",
    "submitted": "assignment",
}


@dataclass(frozen=True)
class Known:
    """What the roster knows: lower-case names -> person, IRIs -> (id, lesson | content | quiz)."""

    people: Mapping[str, str]
    objects: Mapping[str, tuple[str, str]]


def names_of(statement: Any) -> tuple[str | None, str | None]:
    """(the actor's name, the object's IRI) of a statement; None where they are not there as text."""
    actor, thing = _at(statement, "actor"), _at(statement, "object")
    name = _at(actor, "account", "name") or _at(actor, "mbox")
    if isinstance(name, str):
        name = name.removeprefix("mailto:").strip()
    iri = _at(thing, "id")
    return (name if isinstance(name, str) and name else None), (iri if isinstance(iri, str) and iri else None)


def event_of(statement: Any, known: Known) -> dict[str, Any] | str:
    """The event that a statement becomes, as POST /api/v1/events takes it, or why it becomes none."""
    name, iri = names_of(statement)
    if not isinstance(statement, dict) or name is None:
        return "a statement needs an actor with account.name or mbox"
    verb = _at(statement, "verb", "id")
    if not isinstance(verb, str):
        return "a statement needs a verb with an id"
    person = known.people.get(name.lower())
    if person is None:
        return "the actor is not in the roster: send it first, or use the person's id as account.name"
    word = verb.rstrip("/").rpartition("/")[2].lower()
    if word == "voided":
        return "statements are not voided here: send a newer one, or have the event erased"
    kind, content, properties = _meaning(statement, word, iri, known)
    xp = next((value for key, value in _extensions(statement).items() if key.rpartition("/")[2] == "xp"), None)
    if xp is not None and kind != "learning.login":
        properties["xp"] = xp
    event = {"event_type": kind, "user_id": person, "properties": properties}
    optional = {"event_id": statement.get("id"), "timestamp": statement.get("timestamp"), "content_id": content}
    return event | {field: value for field, value in optional.items() if value is not None}


def _meaning(
    statement: dict[str, Any], word: str, iri: str | None, known: Known
) -> tuple[str, str | None, dict[str, Any]]:
    """(event type, content, properties) by verb, kind of object and result."""
    content, what = known.objects.get(iri, (content_id(iri), "")) if iri else (None, "")
    if word in LOGIN:
        return "learning.login", None, {}
    score, progress = score_of(statement), _extensions(statement).get(PROGRESS)
    if content and score is not None and (word in SCORED or what == "quiz" or word in DONE):
        return "learning.quiz_attempt", content, {"score": score}
    if content and progress is not None:
        return "learning.progress", content, {"percent": progress}
    if content and word in DONE:
        return "learning.progress", content, {"percent": 100}
    return "learning.activity", content, {"kind": KINDS.get(word, "view" if word in GOING else "other")}


def score_of(statement: Any) -> float | None:
    """A score in percent: scaled (below 0 counts as 0), else raw between min (0, if not said) and max."""
    score = _at(statement, "result", "score")
    scaled, raw, top = _number(_at(score, "scaled")), _number(_at(score, "raw")), _number(_at(score, "max"))
    low = _number(_at(score, "min")) or 0.0
    if scaled is not None:
        return round(100 * min(1.0, max(0.0, scaled)), 4)
    if raw is None or top is None or top <= low:
        return None
    return round(100 * min(1.0, max(0.0, (raw - low) / (top - low))), 4)


def content_id(iri: str) -> str:
    """The id of an object that the roster does not name: the UUID at the IRI's end, else one drawn from the IRI."""
    last = iri.rstrip("/").rpartition("/")[2].removeprefix("urn:uuid:")
    try:
        return str(UUID(last)) if len(last) == 36 else str(uuid5(NAMESPACE_URL, iri))
    except ValueError:
        return str(uuid5(NAMESPACE_URL, iri))


def _extensions(statement: Any) -> dict[str, Any]:
    found = _at(statement, "result", "extensions")
    return found if isinstance(found, dict) else {}


def _number(value: Any) -> float | None:
    plain = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15
    return float(value) if plain else None


def _at(value: Any, *path: str) -> Any:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
