"""Webhooks: the payload as JSON by POST, signed as https://www.standardwebhooks.com describes it.

Receivers verify that `webhook-signature` holds `v1,` and base64 of HMAC-SHA256 over
`{webhook-id}.{webhook-timestamp}.{body}` with the tenant's secret, and that the timestamp (epoch seconds of this
attempt) is not older than five minutes. An id that was seen before is a repetition.
"""

from __future__ import annotations

import base64
import hmac
import time

import orjson

from workers.channels.base import Message, check_target
from workers.channels.post import post
from workers.channels.settings import ChannelSettings


def signature(secret: bytes, id_: str, timestamp: int, body: bytes) -> str:
    """The value of `webhook-signature`."""
    signed = f"{id_}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.digest(secret, signed, "sha256")).decode()


class Webhook:
    """See module."""

    name = "webhook"

    def __init__(self, config: ChannelSettings) -> None:
        self._config = config

    def send(self, message: Message) -> str:
        """See `Channel.send`. What is not 2xx fails; 410 is final."""
        check_target(self.name, message, self._config)
        said = {"id": message.id, "created_at": message.created_at, "subject": message.subject, "data": message.payload}
        body = orjson.dumps(said)
        now = int(time.time())
        headers = {
            "content-type": "application/json",
            "user-agent": "tidewatch",
            "webhook-id": message.id,
            "webhook-timestamp": str(now),
            "webhook-signature": signature(message.secret, message.id, now, body),
        }
        private = self._config.allow_private_targets
        return post(message.target, body, headers, timeout=self._config.channel_timeout, private=private)
