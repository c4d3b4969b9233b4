"""Subscribers that never read, until the server has had enough of them."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

from bench import crowd

CUT = b"live subscriber cut"
PATIENCE = 10


class Deaf:
    """Sockets that shake hands, subscribe to everything, and stop reading. `log`: where the API says whom it cut."""

    def __init__(self, port: int, count: int, log: Path) -> None:
        self._log = log
        self._port, self._count = port, count
        self._sockets: list[tuple[socket.socket, bytearray]] = []
        self._told: list[tuple[int, str]] = []
        self._reader = threading.Thread(target=self._listen, daemon=True)

    def begin(self, stuff: Callable[[], None]) -> None:
        """Connect, and have what the kernel buffers filled by `stuff`."""
        self._sockets = [_subscribed(self._port) for _ in range(self._count)]
        time.sleep(0.3)
        self._reader.start()
        stuff()
        time.sleep(1)

    def told(self, seconds: float) -> list[tuple[int, str]]:
        """Of each that was cut in time: the last number that came, and code and reason of the end."""
        self._reader.join(seconds)
        return self._told

    def _listen(self) -> None:
        """Once they are cut there are some seconds to read what was said last."""
        while self._log.read_bytes().count(CUT) < self._count:
            time.sleep(0.5)
        self._told = [_rest(*one) for one in self._sockets]


def _subscribed(port: int) -> tuple[socket.socket, bytearray]:
    one, buffer = socket.create_connection(("127.0.0.1", port), PATIENCE), bytearray()
    one.sendall(crowd.handshake(port))
    while b"\r\n\r\n" not in buffer:
        buffer += one.recv(1024)
    del buffer[: buffer.index(b"\r\n\r\n") + 4]
    one.sendall(crowd.hello())
    while not crowd.frames(buffer):
        buffer += one.recv(1024)
    one.sendall(crowd.wish("*"))
    return one, buffer


def _rest(one: socket.socket, buffer: bytearray) -> tuple[int, str]:
    last, reason = 0, ""
    while not reason:
        try:
            data = one.recv(1 << 20)
        except OSError as error:
            return last, str(error)
        if not data:
            return last, "the end, without a reason"
        buffer += data
        for opcode, content in crowd.frames(buffer):
            if opcode == crowd.CLOSE:
                reason = f"{int.from_bytes(content[:2], 'big')} {content[2:].decode()}"
            elif found := crowd.SEQ.search(content):
                last = int(found[1])
    return last, reason
