"""Short messages, through any gateway that takes a POST: JSON or a form, with fields of its own names."""

from __future__ import annotations

import base64
from urllib.parse import urlencode

import orjson

from workers.channels.base import Message, Refused, check_target
from workers.channels.post import post
from workers.channels.settings import ChannelSettings

LONGEST = 459
"""Characters: three parts of a long message. More is cut."""


class Sms:
    """See module. The gateway is the operator's, so it may stand in a private network."""

    name = "sms"

    def __init__(self, config: ChannelSettings) -> None:
        self._config = config

    def send(self, message: Message) -> str:
        """See `Channel.send`."""
        config = self._config
        check_target(self.name, message, config)
        if not config.sms_url:
            raise Refused("No gateway for short messages is set up: TIDEWATCH_SMS_URL.")
        named = dict(pair.split("=", 1) for pair in config.sms_fields.split(",") if "=" in pair)
        values = {"to": message.target, "text": _short(message), "from": config.sms_from, "id": message.id}
        said = {theirs: values[ours] for ours, theirs in named.items() if ours in values}
        form = config.sms_format == "form"
        body = urlencode(said).encode() if form else orjson.dumps(said)
        headers = {"content-type": "application/x-www-form-urlencoded" if form else "application/json"}
        headers |= _who(config) | {"user-agent": "tidewatch", "idempotency-key": message.id}
        return post(config.sms_url, body, headers, timeout=config.channel_timeout, private=True)


def _who(config: ChannelSettings) -> dict[str, str]:
    token = config.sms_token.get_secret_value()
    if not token:
        return {}
    if config.sms_user:
        return {"authorization": "Basic " + base64.b64encode(f"{config.sms_user}:{token}".encode()).decode()}
    return {"authorization": f"Bearer {token}"}


def _short(message: Message) -> str:
    text = message.subject if not message.body else f"{message.subject}: {message.body}"
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
