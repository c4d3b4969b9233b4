"""One POST over HTTP to an address that is checked: what a name stands for is looked up once, judged, and connected to.

So a name that points to one address when it is judged and to another when it is used (DNS rebinding) gains nothing.
Redirects are not followed, proxies of the environment not used; of an answer no more is read than can be kept.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import urlsplit

from db.targets import is_public
from workers.channels.base import Failed, Refused

MOST_READ = 2_000
"""Bytes of an answer."""
GONE = 410
ATTEMPT = 3
"""Timeouts that a whole attempt may take: an answer that comes byte by byte, each in time, would hold us for hours."""


def post(url: str, body: bytes, headers: Mapping[str, str], *, timeout: float, private: bool) -> str:
    """POST a body. Returns the status and the beginning of the answer of a 2xx. Raises `Failed`, `Refused`.

    `private`: whether private and local networks may be reached. 410 Gone means: never again.
    """
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    host, port = parts.hostname or "", parts.port or (443 if secure else 80)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection = _Pinned(host, port, _address(host, port, private), timeout, secure)
        watchdog = threading.Timer(ATTEMPT * timeout, connection.hang_up)
        watchdog.start()
        try:
            connection.request("POST", path, body, dict(headers))
            answer = connection.getresponse()
            said = f"{answer.status} {answer.read(MOST_READ).decode(errors='replace')}".strip()
        finally:
            watchdog.cancel()
            connection.close()
    except (OSError, http.client.HTTPException) as problem:
        raise Failed(f"{type(problem).__name__}: {problem}") from problem
    except ValueError as problem:  # characters that no request line can hold
        raise Refused(f"The URL cannot be asked: {problem}") from problem
    return _judged(answer.status, said)


def _judged(status: int, said: str) -> str:
    if status == GONE:
        raise Refused(said)
    if 300 <= status < 400:
        raise Failed(f"{said[:100]} (redirects are not followed; give the final URL)")
    if not 200 <= status < 300:
        raise Failed(said)
    return said


def _address(host: str, port: int, private: bool) -> str:
    """Where to connect. Raises `Refused` when any address that the name stands for is private, `Failed` without one."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise Failed(f"The name {host} is not known: {problem}") from problem
    addresses = [str(info[4][0]) for info in found]
    if not private and not all(is_public(address.partition("%")[0]) for address in addresses):
        raise Refused(f"{host} leads to a private network; TIDEWATCH_ALLOW_PRIVATE_TARGETS=1 allows that.")
    return addresses[0]


class _Pinned(http.client.HTTPConnection):
    """Speaks to one address, under the name that was asked for."""

    def __init__(self, host: str, port: int, address: str, timeout: float, secure: bool) -> None:
        super().__init__(host, port, timeout=timeout)
        self.default_port = 443 if secure else 80  # so that the Host header leaves it out
        self._address, self._secure = address, secure

    def hang_up(self) -> None:
        """End what goes on, from another thread."""
        with suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)

    def connect(self) -> None:
        """To the address; with TLS the certificate must be the name's."""
        sock = socket.create_connection((self._address, self.port), self.timeout)
        if self._secure:
            try:
                sock = ssl.create_default_context().wrap_socket(sock, server_hostname=self.host)
            except BaseException:
                sock.close()
                raise
        self.sock = sock
