"""JSON points in both shapes: columns `{"series": [{metric, labels, t[], v[]}]}` and rows `{"points": [{metric, labels,
t, v}]}`. The position of a point is its running number over the whole body."""

from __future__ import annotations

from itertools import chain
from typing import Any

import numpy as np

from api.ingest import numbers, times
from api.ingest.book import Book, Named
from api.ingest.draft import Draft, Positions, Rejection
from db.errors import Invalid, TooLarge
from db.records import Times


def parse(document: Any, tenant: int, book: Book, max_rows: int) -> Draft:
    """A parsed body -> draft. Raises `Invalid` when it has neither shape, `TooLarge` when it has too many points."""
    shapes = {"series", "points"} & document.keys() if isinstance(document, dict) else set()
    if len(shapes) != 1:
        raise Invalid(
            'Send {"series": [{"metric", "labels", "t": [], "v": []}]} or {"points": [{"metric", "labels", "t", "v"}]}.'
        )
    shape = shapes.pop()
    items = document[shape]
    if not isinstance(items, list):
        raise Invalid(f"{shape!r} must be a list.")
    if len(items) > max_rows:
        raise _too_many(max_rows)
    return _columns(items, tenant, book, max_rows) if shape == "series" else _rows(items, tenant, book)


def _too_many(limit: int) -> TooLarge:
    return TooLarge(f"The body has more than {limit:,} points. Send smaller batches.")


def _columns(items: list[Any], tenant: int, book: Book, max_rows: int) -> Draft:
    return _known_columns(items, tenant, book, max_rows) or _any_columns(items, tenant, book, max_rows)


def _known_columns(items: list[Any], tenant: int, book: Book, max_rows: int) -> Draft | None:
    """Series that are all well formed and named before, as they usually are; None if they are not."""
    try:
        found = [book.get((tenant, item["metric"], *item["labels"].items())) for item in items]
        t, v = [item["t"] for item in items], [item["v"] for item in items]
    except (KeyError, TypeError, AttributeError):
        return None
    named = [series for series in found if series is not None]
    # more than metric, labels, t and v: a unit or kind, which is checked with care
    if not named or len(named) < len(items) or max(map(len, items)) > 4 or set(map(type, t + v)) != {list}:
        return None
    lengths = list(map(len, t))
    if lengths != list(map(len, v)) or sum(lengths) > max_rows:
        return None
    return _draft(named, np.repeat(np.arange(len(named), dtype=np.int32), lengths), t, v, None, [])


def _any_columns(items: list[Any], tenant: int, book: Book, max_rows: int) -> Draft:
    named: list[Named] = []
    good: list[dict[str, Any]] = []
    starts: list[int] = []
    rejected: list[Rejection] = []
    at = 0
    for item in items:
        found = _series(item, tenant, book)
        if isinstance(found, str):
            size = _rows_of(item)
            rejected += [(at + i, found) for i in range(min(size, max_rows))]
        else:
            size = len(item["t"])
            named.append(found)
            good.append(item)
            starts.append(at)
        at += size
        if at > max_rows:
            raise _too_many(max_rows)
    lengths = np.array([len(item["t"]) for item in good], np.int64)
    of = np.repeat(np.arange(len(good), dtype=np.int32), lengths)
    row = None
    if rejected:
        row = np.arange(len(of)) + np.repeat(np.array(starts, np.int64) - (np.cumsum(lengths) - lengths), lengths)
    return _draft(named, of, [item["t"] for item in good], [item["v"] for item in good], row, rejected)


def _series(item: Any, tenant: int, book: Book) -> Named | str:
    """The series of a column item whose t and v are lists of one length, or the reason why it is none."""
    if not isinstance(item, dict):
        return "a series must be an object with metric, labels, t and v"
    t, v = item.get("t"), item.get("v")
    if not isinstance(t, list) or not isinstance(v, list):
        return "t and v of a series must be lists"
    if len(t) != len(v):
        return f"t has {len(t)} values and v has {len(v)}: it is not clear which belong together"
    return book.find(tenant, item.get("metric"), item.get("labels"), item.get("unit"), item.get("kind"))


def _rows_of(item: Any) -> int:
    """How many positions a series takes that cannot be used: at least one, so that its reason is told."""
    if not isinstance(item, dict):
        return 1
    return max(1, *(len(item[c]) if isinstance(item.get(c), list) else 1 for c in ("t", "v")))


def _rows(items: list[Any], tenant: int, book: Book) -> Draft:
    place: dict[int, int] = {}
    named: list[Named] = []
    of: list[int] = []
    good: list[dict[str, Any]] = []
    row: list[int] = []
    rejected: list[Rejection] = []
    for i, item in enumerate(items):
        if not isinstance(item, dict):
            rejected.append((i, "a point must be an object with metric, labels, t and v"))
            continue
        found = book.find(tenant, item.get("metric"), item.get("labels"), item.get("unit"), item.get("kind"))
        if isinstance(found, str):
            rejected.append((i, found))
            continue
        code = place.setdefault(id(found), len(named))
        if code == len(named):
            named.append(found)
        of.append(code)
        good.append(item)
        row.append(i)
    t, v = [item.get("t") for item in good], [item.get("v") for item in good]
    return _draft(named, np.array(of, np.int32), [t], [v], np.array(row, np.int64), rejected)


def _draft(
    named: list[Named],
    of: np.ndarray[Any, np.dtype[np.int32]],
    t: list[list[Any]],
    v: list[list[Any]],
    row: Positions | None,
    rejected: list[Rejection],
) -> Draft:
    """Convert the values; leave out those that are none."""
    us, wrong_t = _times(t)
    numbers_, wrong_v = numbers.convert(list(chain.from_iterable(v)))
    draft = Draft(named, of, us, numbers_, row, rejected)
    if wrong := wrong_v | wrong_t:
        row = draft.positions()
        draft.rejected += [(int(row[i]), reason) for i, reason in wrong.items()]
        keep = np.ones(len(us), np.bool_)
        keep[list(wrong)] = False
        draft.keep(keep)
    return draft


def _times(columns: list[list[Any]]) -> tuple[Times, dict[int, str]]:
    """Columns of times, one after another -> us. Collectors read all series at once: then one column stands for all."""
    first = times.quick(columns[0]) if columns else None
    if first is not None and all(column == columns[0] for column in columns):
        return np.tile(first, len(columns)), {}
    return times.convert(list(chain.from_iterable(columns)))
