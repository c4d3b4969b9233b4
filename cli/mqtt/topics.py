"""Topic templates: `fleet/{device}/{metric}` says what to subscribe to, and what the levels of a topic mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LEVEL = re.compile(r"\{(?P<name>[A-Za-z_][A-Za-z0-9_]*)(?P<rest>\*)?\}")


class WrongTopic(ValueError):
    """A template that cannot be meant; says why."""


@dataclass(frozen=True)
class Meaning:
    """What a topic says: the metric, None where it says none, and labels."""

    metric: str | None
    labels: dict[str, str]


class Template:
    """A template. A level is a text, `+` (any, means nothing), `{name}` (any, a label; `{metric}`: the metric's name),
    or at the end `{name*}` (all that follow, joined with dots) or `#` (all that follow, mean nothing)."""

    def __init__(self, text: str) -> None:
        """Raises `WrongTopic`."""
        self.text = text
        levels = text.split("/")
        self._names: list[str | None] = []
        parts, filter_ = [], []
        for at, level in enumerate(levels):
            last = at == len(levels) - 1
            named = _LEVEL.fullmatch(level)
            if named is None and ("{" in level or "}" in level or (level not in ("+", "#") and set("+#") & set(level))):
                raise WrongTopic(
                    f"{text!r}: a level is a text, +, {{name}}, or at the end {{name*}} or #, not {level!r}"
                )
            many = level == "#" or bool(named and named["rest"])
            if many and not last:
                raise WrongTopic(f"{text!r}: {level} stands at the end alone")
            self._names.append(named["name"] if named else None)
            parts.append("(.+)" if many else "([^/]+)" if named or level == "+" else f"({re.escape(level)})")
            filter_.append("#" if many else "+" if named or level == "+" else level)
        known = [name for name in self._names if name]
        if len(known) != len(set(known)):
            raise WrongTopic(f"{text!r}: a name stands there twice")
        self.filter = "/".join(filter_)
        self._pattern = re.compile("/".join(parts))

    def read(self, topic: str) -> Meaning | None:
        """What a topic says; None: it is none of this template's."""
        found = self._pattern.fullmatch(topic)
        if found is None:
            return None
        said = {name: value for name, value in zip(self._names, found.groups(), strict=True) if name}
        metric = said.pop("metric", None)
        dotted = metric and metric.replace("/", ".")
        return Meaning(dotted, {name: value.replace("/", ".") for name, value in said.items()})
