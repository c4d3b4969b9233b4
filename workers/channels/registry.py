"""The channels there are. Their names stand in `workers.contract` too, for those who only name them."""

from __future__ import annotations

from workers.channels.base import Channel
from workers.channels.email import Email
from workers.channels.settings import ChannelSettings
from workers.channels.settings import settings as channel_settings
from workers.channels.sms import Sms
from workers.channels.webhook import Webhook

CHANNELS: tuple[type[Channel], ...] = (Webhook, Email, Sms)


def channels(config: ChannelSettings | None = None) -> dict[str, Channel]:
    """One of each, by name."""
    config = config or channel_settings()
    return {kind.name: kind(config) for kind in CHANNELS}
