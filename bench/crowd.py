"""Many WebSocket subscribers in one light process (RFC 6455 by hand): what came, in which order, and when.

Run by bench.subscribers: `python -m bench.crowd PORT COUNT`. It says `ready` when all are subscribed; at the end of its
input it tells in JSON what it saw.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import re
import sys
import time
from typing import cast

import uvloop

from bench.stack import KEY

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10
SEQ = re.compile(rb'"seq":(\d+)')
AT_ONCE = 50
"""Connections that are being opened at a time."""
PATIENCE = 60


def frame(opcode: int, content: bytes) -> bytes:
    """A masked frame of a client; the mask is zero, so content stays as it is."""
    assert len(content) < 126
    return bytes((0x80 | opcode, 0x80 | len(content))) + bytes(4) + content


def handshake(port: int) -> bytes:
    """The request that opens a WebSocket."""
    key = base64.b64encode(os.urandom(16)).decode()
    return (
        f"GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
    ).encode()


def frames(buffer: bytearray) -> list[tuple[int, bytes]]:
    """Take whole frames of a server off the buffer: (opcode, content)."""
    found = []
    while len(buffer) >= 2:
        size, start = buffer[1], 2
        if size >= 126:
            start = 4 if size == 126 else 10
            size = int.from_bytes(buffer[2:start], "big")
        if len(buffer) < start + size:
            break
        found.append((buffer[0] & 15, bytes(buffer[start : start + size])))
        del buffer[: start + size]
    return found


def hello() -> bytes:
    """Who we are."""
    return frame(TEXT, json.dumps({"type": "auth", "token": KEY}).encode())


def wish(metric: str) -> bytes:
    """What we want to hear of."""
    return frame(TEXT, json.dumps({"type": "subscribe", "metric": metric}).encode())


class One(asyncio.Protocol):
    """A subscriber that reads all it gets. `came`: (number of the alert, monotonic seconds)."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._buffer = bytearray()
        self._open = False
        self.came: list[tuple[int, float]] = []
        self.ready = asyncio.get_running_loop().create_future()
        self.ended = ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Say hello."""
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is none by inheritance
        self._transport.write(handshake(self._port))

    def data_received(self, data: bytes) -> None:
        """Note alerts, answer pings."""
        now = time.monotonic()
        self._buffer += data
        if not self._open:
            head, found, rest = bytes(self._buffer).partition(b"\r\n\r\n")
            if not found:
                return
            self._open, self._buffer = True, bytearray(rest)
            assert b" 101 " in head, head
            self._transport.write(hello())
        for opcode, content in frames(self._buffer):
            self._heard(opcode, content, now)

    def _heard(self, opcode: int, content: bytes, now: float) -> None:
        if opcode == PING:
            self._transport.write(frame(PONG, content))
        elif opcode == CLOSE:
            self.ended = f"{int.from_bytes(content[:2], 'big')} {content[2:].decode()}"
        elif content.startswith(b'{"type":"alert"'):
            self.came.append((int(SEQ.search(content)[1]), now))  # type: ignore[index]  # an alert has a number
        elif content.startswith(b'{"type":"ready"'):
            self._transport.write(wish("bench"))
            self.ready.set_result(None)

    def connection_lost(self, exc: Exception | None) -> None:
        """The end, wanted or not."""
        self.ended = self.ended or f"lost: {exc}"


async def crowd(port: int, count: int) -> None:
    """Open all, listen until the end of our input, tell."""
    loop, room = asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE)

    async def opened() -> One:
        async with room:
            _, one = await loop.create_connection(lambda: One(port), "127.0.0.1", port)
            await one.ready
            return one

    async with asyncio.timeout(PATIENCE):
        everyone = await asyncio.gather(*(opened() for _ in range(count)))
    await asyncio.sleep(0.5)
    print("ready", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    told = [{"came": one.came, "ended": one.ended} for one in everyone]
    print(json.dumps({"subscribers": told, "cpu": time.process_time()}), flush=True)


if __name__ == "__main__":
    uvloop.run(crowd(int(sys.argv[1]), int(sys.argv[2])))
