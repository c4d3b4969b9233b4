"""The bridge: messages are collected for a moment, sent as one body, and then acknowledged to the broker.

The session is persistent: what is published while the bridge is away waits at the broker, and what it has taken but not
acknowledged comes again. A message whose payload has a time is then the same point; one without gets the time of its
second coming.
"""

from __future__ import annotations

import hashlib
import logging
import queue
import ssl
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

import orjson
from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion

from cli.backfill.sender import CannotSend, Sender
from cli.mqtt.payloads import Point, Reader, Unusable
from cli.mqtt.topics import Template

log = logging.getLogger("tidewatch.mqtt")

LINGER = 0.05
"""Seconds for which messages are collected."""
MOST = 2_000
KEEPALIVE = 30


class CannotConnect(Exception):
    """The broker does not let us in."""


Came = tuple[MQTTMessage, int]
"""A message, and when it came, us."""


def _moment(us: int) -> str:
    return (datetime.fromtimestamp(us // 1_000_000, UTC) + timedelta(microseconds=us % 1_000_000)).isoformat()


@dataclass
class Counts:
    """What became of messages so far."""

    messages: int = 0
    points: int = 0
    rejected: int = 0
    retained: int = 0
    batches: int = 0
    refused: dict[str, int] = field(default_factory=dict)


class Bridge:
    """One broker, some topics, one Tidewatch. `run` in the thread that owns it; `stop` from any."""

    def __init__(
        self, broker: str, templates: list[Template], reader: Reader, sender: Sender, *, client_id: str = "tidewatch",
        retained: bool = False, user: str | None = None, password: str | None = None,
    ) -> None:  # fmt: skip
        """`broker`: mqtt://host:1883 or mqtts://host:8883. Raises `CannotConnect` where it is no address."""
        parts = urlsplit(broker if "://" in broker else f"mqtt://{broker}")
        if parts.scheme not in ("mqtt", "mqtts") or not parts.hostname:
            raise CannotConnect(f"{broker!r} is no address such as mqtt://127.0.0.1:1883 or mqtts://example.org:8883.")
        self.counts = Counts()
        self._where = parts.hostname, parts.port or (8883 if parts.scheme == "mqtts" else 1883)
        self._templates, self._reader, self._sender, self._retained = templates, reader, sender, retained
        self._came: queue.Queue[Came] = queue.Queue()
        self._last_us = 0
        self._stopping = threading.Event()
        self._refusal: str | None = None
        self.listening = threading.Event()
        self._client = Client(
            CallbackAPIVersion.VERSION2, client_id, clean_session=False, protocol=MQTTProtocolVersion.MQTTv311,
            manual_ack=True,
        )  # fmt: skip
        self._client.on_connect, self._client.on_message = self._connected, self._took
        self._client.on_disconnect, self._client.on_subscribe = self._lost, self._listens
        self._client.reconnect_delay_set(1, 60)
        name = user or (unquote(parts.username) if parts.username else None)
        if name:
            self._client.username_pw_set(name, password or (unquote(parts.password) if parts.password else None))
        if parts.scheme == "mqtts":
            self._client.tls_set_context(ssl.create_default_context())

    def stop(self) -> None:
        """End after the batch that is going on."""
        self._stopping.set()

    def run(self) -> Counts:
        """Until stopped. Waits for a broker that is away; raises `CannotConnect` when it refuses us."""
        self._client.connect_async(*self._where, keepalive=KEEPALIVE)
        self._client.loop_start()
        try:
            while not self._stopping.is_set():
                if self._refusal is not None:
                    raise CannotConnect(f"The broker does not let us in: {self._refusal}.")
                if batch := self._collect():
                    self._take(batch)
        finally:
            self._client.disconnect()
            self._client.loop_stop()
        return self.counts

    def _connected(self, client: Client, _: Any, __: Any, reason: Any, ___: Any) -> None:
        if reason.is_failure:
            log.warning("the broker refuses: %s", reason)
            if str(reason) in ("Not authorized", "Bad user name or password", "Client identifier not valid"):
                self._refusal = str(reason)
            return
        client.subscribe([(template.filter, 1) for template in self._templates])

    def _listens(self, _: Client, __: Any, ___: Any, reasons: Any, ____: Any) -> None:
        """The broker has heard what we want: from now on nothing that is published is missed."""
        refused = [t.filter for t, reason in zip(self._templates, reasons, strict=False) if reason.is_failure]
        if refused:
            self._refusal = f"it does not allow {', '.join(refused)}"
            return
        self.listening.set()
        log.info("listening to %s", ", ".join(template.filter for template in self._templates))

    def _lost(self, _: Client, __: Any, ___: Any, reason: Any, ____: Any) -> None:
        self.listening.clear()
        if not self._stopping.is_set():
            log.warning("the broker is away, connecting again: %s", reason)

    def _took(self, _: Client, __: Any, message: MQTTMessage) -> None:
        """Each message has a time of its own: two readings without one, at once, are two points."""
        self._last_us = max(self._last_us + 1, time.time_ns() // 1000)
        self._came.put((message, self._last_us))

    def _collect(self) -> list[Came]:
        """What came within a moment; empty after half a second without anything."""
        try:
            batch = [self._came.get(timeout=0.5)]
        except queue.Empty:
            return []
        deadline = time.monotonic() + LINGER
        while len(batch) < MOST and (left := deadline - time.monotonic()) > 0:
            try:
                batch.append(self._came.get(timeout=left))
            except queue.Empty:
                break
        return batch

    def _take(self, batch: list[Came]) -> None:
        """Send, then acknowledge. What cannot be used is acknowledged too: it would only come again."""
        points = [point for message, at in batch for point in self._points(message, _moment(at))]
        if points and not self._send(points):
            return
        for message, _ in batch:
            if message.qos:
                self._client.ack(message.mid, message.qos)
        self.counts.messages += len(batch)

    def _points(self, message: MQTTMessage, now: str) -> list[Point]:
        if message.retain and not self._retained:
            self.counts.retained += 1
            return []
        meanings = (template.read(message.topic) for template in self._templates)
        meaning = next((one for one in meanings if one is not None), None)
        try:
            return [] if meaning is None else self._reader.points(meaning, bytes(message.payload), now)
        except Unusable as why:
            self._refused(message.topic, str(why))
            return []

    def _send(self, points: list[Point]) -> bool:
        """Until it is taken. False: we are to stop, and it comes again."""
        body = orjson.dumps({"points": points})
        key = "mqtt:" + hashlib.sha256(body).hexdigest()
        while not self._stopping.is_set():
            try:
                answer = self._sender.send(body, key)
            except CannotSend as problem:
                log.warning("%s", problem)
                self._stopping.wait(5)
                continue
            self.counts.batches += 1
            self.counts.points += answer["accepted"]
            for row in answer["rejected"]:
                self._refused(points[row["index"]]["metric"], row["reason"])
            return True
        return False

    def _refused(self, what: str, why: str) -> None:
        self.counts.rejected += 1
        if why not in self.counts.refused:
            log.warning("%s: %s; further ones are only counted", what, why)
        if why in self.counts.refused or len(self.counts.refused) < 100:
            self.counts.refused[why] = self.counts.refused.get(why, 0) + 1
