"""Whether text or JSON names a person, and the same without the name.

What counts depends on what a value is for (`db.privacy.keys`):

- where an id of somebody stands: the name, whole;
- where people are named: the name, whole, also as one of several (`anna, boris`), and as a number;
- in words: the name as a word of its own (`anna` in `for anna: 3`, not in `anna-lena`), unless it is too short to tell:
  under 4 characters, or under 6 digits;
- anywhere else: as in words where there are several words; else only a name that can be nothing but this person.

Keys are never changed: one that can be nothing but this person is found, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from unicodedata import normalize

import orjson

from db.privacy.keys import Holds, holds, unmistakable

_BEFORE, _AFTER = r"(?<![\w@+\-])(?<!\w\.)", r"(?![\w@+\-])(?!\.\w)"
Pattern = re.Pattern[str]


class Names:
    """What a person is called: the user_id of their events, the email of their login. `labels`: more keys of people."""

    def __init__(self, names: Iterable[str], labels: Iterable[str] = ()) -> None:
        self.all = tuple(dict.fromkeys(name for name in names if name))
        self.labels = frozenset(labels)
        forms = (form for name in self.all for form in (name, normalize("NFC", name), normalize("NFD", name)))
        self.forms = tuple(dict.fromkeys(forms))
        self._sure = frozenset(name for name in self.forms if unmistakable(name))
        telling = {name for name in self.forms if len(name) >= 6 or (len(name) >= 4 and not name.isdigit())}
        self._words, self._certain = _words(telling | self._sure), _words(self._sure)
        self._whole = _among(self.all, r"\A", r"\Z")
        self._listed = _among(self.forms, r"(?:\A|(?<=[,;|])|(?<=[,;|]\s))", r"(?=\s*(?:[,;|]|\Z))")

    def needles(self) -> list[str]:
        """Texts of which a value that names the person holds one, whatever the case of ASCII: as text, and as JSON."""
        forms = [form for name in self.forms for form in (name, name.lower(), name.upper())]
        escaped = (orjson.dumps(form).decode()[1:-1] for form in forms)
        return list(dict.fromkeys((*forms, *escaped)))

    def inside(self, value: Any, key: str = "") -> bool:
        """Whether what stands under a key names the person: text, a number, a list, an object (its keys too)."""
        if isinstance(value, dict):
            return any(name in self._sure or self.inside(item, name) for name, item in value.items())
        if isinstance(value, list | tuple):
            return any(self.inside(item, key) for item in value)
        return self._changed(value, "", key) is not None

    def without(self, value: Any, instead: str, key: str = "") -> Any:
        """The same value with `instead` in place of the names."""
        if isinstance(value, dict):
            return {name: self.without(item, instead, name) for name, item in value.items()}
        if isinstance(value, list | tuple):
            return [self.without(item, instead, key) for item in value]
        changed = self._changed(value, instead, key)
        return value if changed is None else changed

    def _changed(self, value: Any, instead: str, key: str) -> str | None:
        """None: it names nobody."""
        what = Holds.person if key in self.labels else holds(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return instead if what in (Holds.person, Holds.people) and str(value) in self.all else None
        if not isinstance(value, str):
            return None
        changed = value
        for pattern in self._patterns(value, what):
            if pattern is not None:
                changed = pattern.sub(lambda _: instead, changed)
        return None if changed == value else changed

    def _patterns(self, value: str, what: Holds) -> tuple[Pattern | None, ...]:
        if what is Holds.never:
            return ()
        if what is Holds.person:
            return (self._whole,)
        if what is Holds.people:
            return self._listed, self._certain
        several = any(c.isspace() for c in value)
        return (self._words if what is Holds.words or several else self._certain,)


def _words(names: Iterable[str]) -> Pattern | None:
    """These as words of their own, whatever their case."""
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(f"{_BEFORE}({either}){_AFTER}", re.IGNORECASE) if either else None


def _among(names: Iterable[str], before: str, after: str) -> Pattern | None:
    """These with nothing else beside them; of an address the case does not count."""
    one = [f"(?i:{re.escape(name)})" if "@" in name else re.escape(name) for name in names]
    return re.compile(f"{before}(?:{'|'.join(one)}){after}") if one else None
