"""Influx line protocol: `measurement,tag=value field=1.5,other=2i 1767225600000000000`, one line after another.

A field becomes the metric `measurement.field`; its tags become labels. A row is a field: the answer counts fields, and
positions are line numbers from 0. Regular bodies take the quick road, columns through Arrow's CSV reader; lines with
escapes, quotes or comments are taken out of it and read with care (`influx_careful`). Both roads give the same points.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pyarrow import csv

from api.ingest.book import Named
from api.ingest.draft import Draft
from api.ingest.influx_careful import careful
from api.ingest.influx_grammar import FALSE, INTEGER, IRREGULAR, SCALES, TRUE, Reading, find, times_us, too_many
from db.errors import Invalid
from db.records import Times, Values


def parse(body: bytes, reading: Reading) -> Draft:
    """Lines -> draft. Raises `Invalid` for bad UTF-8 or precision, `TooLarge` for too many lines."""
    if reading.precision not in SCALES:
        raise Invalid("precision must be one of ns, us, ms, s.")
    if not body.isascii():
        _check_utf8(body)
    body = body[:-1] if body.endswith(b"\n") else body
    if body.count(b"\n") >= reading.max_rows:
        raise too_many(reading)
    if body and b"#" not in body and not any(mark in body for mark in IRREGULAR):
        draft = quick(body, reading)
        if draft is not None:
            return draft
    return _mixed(body.split(b"\n"), reading)


def _check_utf8(body: bytes) -> None:
    try:
        body.decode()
    except UnicodeDecodeError as error:
        raise Invalid(f"The body is not UTF-8: {error.reason} at byte {error.start}.") from error


def _mixed(lines: list[bytes], reading: Reading) -> Draft:
    """The regular lines by the quick road, the others with care."""
    odd = [not line or line[:1] == b"#" or any(mark in line for mark in IRREGULAR) for line in lines]
    regular = [i for i, is_odd in enumerate(odd) if not is_odd]
    draft = quick(b"\n".join([lines[i] for i in regular]), reading) if regular else None
    if draft is None:
        return careful(list(enumerate(lines)), reading)
    where = np.array(regular, np.int64)
    draft.row = where[draft.positions()]
    draft.rejected = [(int(where[i]), why) for i, why in draft.rejected]
    return _joined(draft, careful([(i, lines[i]) for i, is_odd in enumerate(odd) if is_odd], reading))


def _joined(a: Draft, b: Draft) -> Draft:
    """Two drafts of one body as one, in the order of its lines."""
    row = np.concatenate([a.positions(), b.positions()])
    order = np.argsort(row, kind="stable")
    return Draft(
        a.named + b.named,
        np.concatenate([a.of, b.of + np.int32(len(a.named))])[order],
        np.concatenate([a.t, b.t])[order],
        np.concatenate([a.v, b.v])[order],
        row[order],
        a.rejected + b.rejected,
        a.timed and b.timed,
        a.notes + b.notes,
    )


def quick(body: bytes, reading: Reading) -> Draft | None:
    """Lines without escapes, quotes, comments and blank lines, all with a time or all without; None if they are not."""
    columns = ["head", "fields", "t"][: 1 + body.partition(b"\n")[0].count(b" ")]
    try:
        table = _read(body, " ", columns, {"head": _KEYS, "fields": pa.binary(), "t": pa.int64()})
        fields = _one_chunk(table["fields"])
        joined = pc.binary_join(pa.ListArray.from_arrays(pa.array([0, len(fields)], pa.int32()), fields), b"\n")
        pairs = joined[0].as_py()
        line = None
        if b"," in pairs:
            counts = pc.add(pc.count_substring(fields, b","), 1).to_numpy(zero_copy_only=False)
            if counts.sum() > reading.max_rows:
                raise too_many(reading)
            line = np.repeat(np.arange(len(fields)), counts)
            pairs = pairs.replace(b",", b"\n")
        keys, v = _pairs(pairs)
    except (pa.ArrowException, KeyError):
        return None
    if len(v) != (len(fields) if line is None else len(line)):
        return None
    t = times_us(table["t"].to_numpy(), reading.precision) if "t" in columns else np.full(len(fields), reading.now_us)
    return _draft(_one_chunk(table["head"]), keys, line, t, v, reading, timed="t" in columns)


_KEYS = pa.dictionary(pa.int32(), pa.binary())


def _read(body: bytes, delimiter: str, names: list[str], types: dict[str, Any]) -> Any:
    return csv.read_csv(
        pa.BufferReader(body),
        csv.ReadOptions(use_threads=False, block_size=len(body) + 2, column_names=names),
        csv.ParseOptions(delimiter=delimiter, quote_char=False, double_quote=False, ignore_empty_lines=False),
        csv.ConvertOptions(
            column_types={name: types[name] for name in names},
            null_values=[],
            strings_can_be_null=False,
            check_utf8=False,
        ),
    )


def _one_chunk(column: Any) -> Any:
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def _pairs(pairs: bytes) -> tuple[Any, Values]:
    """`key=number` lines -> dictionary of keys, float64 values. Raises `pa.ArrowException` when they are irregular."""
    try:
        table = _read(pairs, "=", ["key", "v"], {"key": _KEYS, "v": pa.float64()})
        return _one_chunk(table["key"]), table["v"].to_numpy()
    except pa.ArrowInvalid:
        table = _read(pairs, "=", ["key", "v"], {"key": _KEYS, "v": pa.binary()})
    text = _one_chunk(table["v"])
    is_integer = pc.match_substring_regex(text, INTEGER)
    text = pc.if_else(is_integer, pc.binary_slice(text, 0, -1) if pc.any(is_integer).as_py() else text, text)
    for value, spellings in ((b"1", TRUE), (b"0", FALSE)):
        text = pc.if_else(pc.is_in(text, pa.array(spellings, pa.binary())), pa.scalar(value, pa.binary()), text)
    return _one_chunk(table["key"]), text.cast(pa.string()).cast(pa.float64()).to_numpy()


def _draft(
    heads: Any, keys: Any, line: NDArray[np.int64] | None, t: Times, v: Values, reading: Reading, *, timed: bool
) -> Draft:
    head = heads.indices.to_numpy()
    head, t = (head, t) if line is None else (head[line], t[line])
    head_names, key_names = heads.dictionary.to_pylist(), keys.dictionary.to_pylist()
    pair = head.astype(np.int64) * len(key_names) + keys.indices.to_numpy()
    present, codes = _distinct(pair, len(head_names) * len(key_names))
    of_head, of_key = (part.tolist() for part in np.divmod(present, len(key_names)))
    found = [find(head_names[h], key_names[k], reading) for h, k in zip(of_head, of_key, strict=True)]
    named = [series for series in found if isinstance(series, Named)]
    if len(named) == len(found):
        return Draft(named, codes, t, v, line, timed=timed)
    good = np.array([isinstance(series, Named) for series in found])
    draft = Draft(named, (np.cumsum(good, dtype=np.int32) - 1)[codes], t, v, line, timed=timed)
    refused = ~good[codes]
    reasons = [str(found[code]) for code in codes[refused].tolist()]
    draft.rejected = list(zip(draft.positions()[refused].tolist(), reasons, strict=True))
    draft.keep(~refused)
    return draft


def _distinct(pair: NDArray[np.int64], size: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """The distinct values of `pair`, which are below `size`, ascending, and the place of each in them."""
    if size > 4 * len(pair) + 1000:
        present, codes = np.unique(pair, return_inverse=True)
        return present, codes.astype(np.int32)
    present = np.flatnonzero(np.bincount(pair, minlength=size))
    places = np.zeros(size, np.int32)
    places[present] = np.arange(len(present), dtype=np.int32)
    return present, places[pair]
