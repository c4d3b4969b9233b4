"""Whether text or JSON names a person, and the same without the name.

A value that is the name, whole, always counts. Inside longer text the name counts as a word of its own (`anna` in
`for anna: 3`, not in `anna-lena`), unless it is too short to tell: under 4 characters, or under 6 digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import orjson

_BEFORE, _AFTER = r"(?<![\w@+\-])(?<!\w\.)", r"(?![\w@+\-])(?!\.\w)"


class Names:
    """What a person is called: the user_id of their events, the email of their login."""

    def __init__(self, names: Iterable[str]) -> None:
        self.all = tuple(dict.fromkeys(name for name in names if name))
        telling = [name for name in self.all if len(name) >= 6 or (len(name) >= 4 and not name.isdigit())]
        words = "|".join(re.escape(name) for name in sorted(telling, key=len, reverse=True))
        self._words = re.compile(f"{_BEFORE}({words}){_AFTER}", re.IGNORECASE) if words else None

    def needles(self) -> list[str]:
        """Texts of which a value that names the person holds one, as text and as JSON has it."""
        escaped = (orjson.dumps(name).decode()[1:-1] for name in self.all)
        return list(dict.fromkeys((*self.all, *escaped)))

    def inside(self, value: Any) -> bool:
        """Whether text, a list, or an object (its keys too) names the person."""
        if isinstance(value, str):
            return value in self.all or (self._words is not None and self._words.search(value) is not None)
        if isinstance(value, dict):
            return any(self.inside(key) or self.inside(item) for key, item in value.items())
        return isinstance(value, list | tuple) and any(self.inside(item) for item in value)

    def without(self, value: Any, instead: str) -> Any:
        """The same value with `instead` in place of the names."""
        if isinstance(value, str):
            if value in self.all:
                return instead
            return value if self._words is None else self._words.sub(instead, value)
        if isinstance(value, dict):
            return {self.without(key, instead): self.without(item, instead) for key, item in value.items()}
        return [self.without(item, instead) for item in value] if isinstance(value, list | tuple) else value
