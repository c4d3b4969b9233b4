"""The small language of figures: numbers, + - * /, parentheses, and aggregates of metrics.

    expression  = term { ("+" | "-") term }
    term        = factor { ("*" | "/") factor }
    factor      = number | "-" factor | "(" expression ")" | reading
    reading     = [ aggregate "(" ] metric [ "{" label "=" string { "," label "=" string } "}" ] [ ")" ]
    aggregate   = avg sum min max count first last rate

A metric's name may hold letters, digits and . _ : / -, but begins with a letter or _, and is written in quotes where it
would read as something else: `"a-b"`; in names without quotes - must not stand next to a blank. Nothing is ever run as
a program: an expression becomes a tree of these nodes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from db.records import Values

AGGREGATES = ("avg", "sum", "min", "max", "count", "first", "last", "rate")
MOST_READINGS = 20
DEEPEST = 50
MOST_TOKENS = 400
"""A tree is then never deeper than half of that."""
_TOKEN = re.compile(
    r"""\s*(?:
        (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
      | (?P<name>[A-Za-z_](?:[A-Za-z0-9_.:/]|-(?=[A-Za-z0-9_]))*)
      | (?P<text>"(?:[^"\\]|\\.)*")
      | (?P<sign>[-+*/(){},=])
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Reading:
    """An aggregate of a metric in a bucket, over all of its series that have the labels; `agg` None: the usual one."""

    metric: str
    labels: tuple[tuple[str, str], ...] = ()
    agg: str | None = None


@dataclass(frozen=True)
class Number:
    """A constant."""

    value: float


@dataclass(frozen=True)
class Both:
    """Two parts and what joins them."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Minus:
    """The negative of a part."""

    of: Node


Node = Reading | Number | Both | Minus


class Unclear(ValueError):
    """An expression that is none; says where, and what was expected."""


@dataclass
class _Parser:
    text: str
    tokens: list[tuple[str, str, int]] = field(default_factory=list)
    at: int = 0
    depth: int = 0
    readings: int = 0

    def fail(self, what: str) -> Unclear:
        place = self.tokens[self.at][2] if self.at < len(self.tokens) else len(self.text)
        return Unclear(f"at position {place + 1}: {what}")

    def peek(self, *signs: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at][0] == "sign" and self.tokens[self.at][1] in signs

    def take(self, kind: str, what: str) -> str:
        if self.at >= len(self.tokens) or self.tokens[self.at][0] != kind:
            raise self.fail(f"{what} is expected")
        self.at += 1
        return self.tokens[self.at - 1][1]

    def sign(self, wanted: str) -> None:
        if not self.peek(wanted):
            raise self.fail(f"{wanted} is expected")
        self.at += 1

    def chain(self, signs: str, part: Callable[[], Node]) -> Node:
        left = part()
        while self.peek(*signs):
            sign = self.take("sign", "a sign")
            left = Both(sign, left, part())
        return left

    def expression(self) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.fail(f"more than {DEEPEST} levels of parentheses or signs")
        node = self.chain("+-", lambda: self.chain("*/", self.factor))
        self.depth -= 1
        return node

    def factor(self) -> Node:
        if self.peek("-"):
            self.at += 1
            self.depth += 1
            if self.depth > DEEPEST:
                raise self.fail(f"more than {DEEPEST} levels of parentheses or signs")
            node = Minus(self.factor())
            self.depth -= 1
            return node
        if self.peek("("):
            self.at += 1
            inner = self.expression()
            self.sign(")")
            return inner
        if self.at < len(self.tokens) and self.tokens[self.at][0] == "number":
            return Number(float(self.take("number", "a number")))
        return self.reading()

    def reading(self) -> Reading:
        self.readings += 1
        if self.readings > MOST_READINGS:
            raise self.fail(f"more than {MOST_READINGS} metrics")
        called = self.at + 1 < len(self.tokens) and self.tokens[self.at + 1][:2] == ("sign", "(")
        if called and self.tokens[self.at][0] == "name":
            agg = self.take("name", "an aggregate")
            if agg not in AGGREGATES:
                self.at -= 1
                raise self.fail(f"{agg} is no aggregate: use {', '.join(AGGREGATES)}")
            self.sign("(")
            metric, labels = self.selector()
            self.sign(")")
            return Reading(metric, labels, agg)
        return Reading(*self.selector())

    def selector(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        metric = self.word("a number, a metric, or (")
        labels: dict[str, str] = {}
        if self.peek("{"):
            self.at += 1
            while True:
                name = self.word("a label")
                self.sign("=")
                labels[name] = self.string()
                if not self.peek(","):
                    break
                self.at += 1
            self.sign("}")
        return metric, tuple(sorted(labels.items()))

    def word(self, what: str) -> str:
        if self.at < len(self.tokens) and self.tokens[self.at][0] == "text":
            return self.string()
        return self.take("name", what)

    def string(self) -> str:
        quoted = self.take("text", 'a text in quotes, such as "a",')
        try:
            text = json.loads(quoted)
        except ValueError as wrong:
            self.at -= 1
            raise self.fail("the text in quotes is not written as in JSON") from wrong
        if not isinstance(text, str) or not text or len(text) > 300 or "\0" in text:
            self.at -= 1
            raise self.fail("a text in quotes has 1 to 300 characters")
        return text


def parse(text: str) -> Node:
    """An expression -> its tree. Raises `Unclear`, a ValueError, with the position."""
    parser = _Parser(text, list(_tokens(text)))
    if len(parser.tokens) > MOST_TOKENS:
        raise Unclear(
            f"at position {parser.tokens[MOST_TOKENS][2] + 1}: the expression has more than {MOST_TOKENS} parts"
        )
    node = parser.expression()
    if parser.at < len(parser.tokens):
        raise parser.fail("the expression should end, or a sign follow")
    if not any(True for _ in readings(node)):
        raise Unclear("at position 1: a figure names at least one metric")
    return node


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    at, end = 0, len(text.rstrip())
    while at < end:
        found = _TOKEN.match(text, at)
        if found is None or found.lastgroup is None:
            place = at + len(text[at:]) - len(text[at:].lstrip())
            raise Unclear(f"at position {place + 1}: {text[place]!r} has no meaning here")
        yield found.lastgroup, found[found.lastgroup], found.start(found.lastgroup)
        at = found.end()


def readings(node: Node) -> Iterator[Reading]:
    """The readings of a tree, from left to right."""
    match node:
        case Reading():
            yield node
        case Both(_, left, right):
            yield from readings(left)
            yield from readings(right)
        case Minus(of):
            yield from readings(of)


def value(node: Node, known: dict[Reading, Values], n: int) -> Values:
    """float64[n]: the expression in each bucket; nan where a part is, and where something is divided by 0."""
    match node:
        case Reading():
            return known[node]
        case Number(constant):
            return np.full(n, constant)
        case Minus(of):
            return -value(of, known, n)
        case Both(sign, left, right):
            a, b = value(left, known, n), value(right, known, n)
            with np.errstate(all="ignore"):
                joined = {"+": a + b, "-": a - b, "*": a * b, "/": np.where(b == 0, np.nan, a / b)}[sign]
            return np.where(np.isfinite(joined), joined, np.nan)
