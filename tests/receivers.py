"""Servers that messages go to in tests: HTTP and SMTP, on loopback, in threads of their own."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Received:
    """A request that came."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Hook:
    """An HTTP receiver. It answers with `status`; `script` holds the statuses of the next requests, if any."""

    port: int
    status: int = 200
    script: list[int] = field(default_factory=list)
    got: list[Received] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where it takes messages."""
        return f"http://127.0.0.1:{self.port}/hook?a=1"


@contextmanager
def hook() -> Iterator[Hook]:
    """An HTTP server that remembers what it got."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            state.got.append(Received(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
            status = state.script.pop(0) if state.script else state.status
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("location", f"http://127.0.0.1:{state.port}/elsewhere")
            self.send_header("content-length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 128  # many workers come at once

    with _served(Server(("127.0.0.1", 0), Handler)) as server:
        state = Hook(server.server_address[1])
        yield state


@dataclass
class Mailbox:
    """An SMTP server. `refuse`: the code with which it answers recipients."""

    port: int
    refuse: int = 0
    mails: list[Message] = field(default_factory=list)
    to: list[str] = field(default_factory=list)


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    """A server for SMTP without TLS or logins, as RFC 5321 has it, that remembers what it got."""

    class Handler(socketserver.StreamRequestHandler):
        def say(self, line: str) -> None:
            self.wfile.write(line.encode() + b"\r\n")

        def handle(self) -> None:
            self.say("220 test")
            for line in iter(self.rfile.readline, b""):
                verb = line[:4].upper()
                if verb == b"RCPT" and state.refuse:
                    self.say(f"{state.refuse} no such mailbox")
                elif verb == b"DATA":
                    self.say("354 go on")
                    state.mails.append(message_from_bytes(b"".join(self._data()), policy=default))
                    self.say("250 taken")
                elif verb == b"QUIT":
                    self.say("221 bye")
                    return
                else:
                    if verb == b"RCPT":
                        state.to.append(line.decode().split("<")[1].split(">")[0])
                    self.say("250 ok")

        def _data(self) -> Iterator[bytes]:
            for line in iter(self.rfile.readline, b".\r\n"):
                yield line.removeprefix(b".") if line.startswith(b"..") else line

    with _served(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)) as server:
        state = Mailbox(server.server_address[1])
        yield state


@contextmanager
def _served(server: Any) -> Iterator[Any]:
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
