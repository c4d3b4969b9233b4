"""The body of a request: bounded while it comes in, bounded while it is unpacked."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import zstandard
from starlette.requests import ClientDisconnect, Request

from db.errors import Invalid, TooLarge, Unsupported

MIB = 1 << 20
JSON = frozenset({"application/json"})
LINES = frozenset({"text/plain", "application/octet-stream", "application/x-www-form-urlencoded"})
"""Media types of line protocol: Telegraf sends text/plain, `curl --data-binary` sends the last one."""

CHARSETS = frozenset({"utf-8", "utf8", "us-ascii"})
MAX_MEMBERS = 100
MAX_WINDOW = 128 * MIB
ZSTD_STEP = 1024
"""Compressed bytes fed at once: a block of 4 bytes may unpack to 128 KiB, so a step stays below 32 MiB."""
IN_THREAD = 16 * 1024
"""Compressed bytes from which unpacking leaves the event loop: they may be a thousand times as many unpacked."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one body may hold: bytes as sent, bytes unpacked, points or events."""

    raw: int = 16 * MIB
    plain: int = 64 * MIB
    rows: int = 250_000


async def read_body(request: Request, media_types: frozenset[str], limits: Limits) -> bytes:
    """The unpacked body. Raises `Unsupported`, `TooLarge`, or `Invalid` when it is cut short or badly packed."""
    _check_media_type(request.headers.get("content-type", ""), media_types)
    unpack = _unpacker(request.headers.get("content-encoding", ""))
    raw = await _read_raw(request, limits.raw)
    if unpack is None:
        return raw
    if len(raw) < IN_THREAD:
        return unpack(raw, limits.plain)
    return await asyncio.to_thread(unpack, raw, limits.plain)


def _check_media_type(header: str, known: frozenset[str]) -> None:
    media, *parameters = (part.strip().lower() for part in header.split(";"))
    if media and media not in known:
        raise Unsupported(f"The content type {media!r} is not known here. Send {' or '.join(sorted(known))}.")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name == "charset" and value.strip('"') not in CHARSETS:
            raise Unsupported(f"The charset {value!r} is not known here. Send UTF-8.")


def _unpacker(header: str) -> Callable[[bytes, int], bytes] | None:
    encoding = header.strip().lower()
    if encoding in ("", "identity"):
        return None
    if encoding in ("gzip", "x-gzip"):
        return _gunzip
    if encoding == "zstd":
        return _unzstd
    raise Unsupported(f"The content encoding {encoding!r} is not known here. Send gzip, zstd, or plain.")


async def _read_raw(request: Request, limit: int) -> bytes:
    too_large = TooLarge(f"The body is over {limit:,} bytes. Send smaller batches.")
    if int(request.headers.get("content-length") or 0) > limit:
        raise too_large
    chunks, size = [], 0
    try:
        async for chunk in request.stream():
            size += len(chunk)
            if size > limit:
                raise too_large
            chunks.append(chunk)
    except ClientDisconnect as gone:
        raise Invalid("The connection ended before the body did.") from gone
    return b"".join(chunks)


def _bomb(limit: int) -> TooLarge:
    return TooLarge(f"The body unpacks to more than {limit:,} bytes. Send smaller batches.")


def _gunzip(raw: bytes, limit: int) -> bytes:
    out, size = [], 0
    for _ in range(MAX_MEMBERS):
        member = zlib.decompressobj(wbits=31)
        try:
            out.append(member.decompress(raw, limit - size + 1))
        except zlib.error as error:
            raise Invalid(f"The body is not valid gzip: {error}.") from error
        size += len(out[-1])
        if size > limit:
            raise _bomb(limit)
        if not member.eof:
            raise Invalid("The gzip body ends too early.")
        raw = member.unused_data
        if not raw:
            return b"".join(out)
    raise Invalid(f"The gzip body has more than {MAX_MEMBERS} members.")


def _unzstd(raw: bytes, limit: int) -> bytes:
    out, size, at = [], 0, 0
    for _ in range(MAX_MEMBERS):
        frame = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW).decompressobj()
        try:
            while not frame.eof and at < len(raw):
                step = raw[at : at + ZSTD_STEP]
                out.append(frame.decompress(step))
                at += len(step) - len(frame.unused_data)
                size += len(out[-1])
                if size > limit:
                    raise _bomb(limit)
        except zstandard.ZstdError as error:
            raise Invalid(f"The body is not valid zstd: {error}.") from error
        if not frame.eof:
            raise Invalid("The zstd body ends too early.")
        if at == len(raw):
            return b"".join(out)
    raise Invalid(f"The zstd body has more than {MAX_MEMBERS} frames.")
