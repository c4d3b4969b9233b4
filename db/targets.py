"""Where messages may go, as far as the words of a target tell. What its name stands for is asked when it is sent."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

LONGEST = 1000
MAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9-]+"
)
PHONE = re.compile(r"\+[1-9][0-9]{6,14}")


def wrong_target(channel: str, target: str, *, private: bool) -> str | None:
    """Why a target cannot be one of its channel, or None. `private`: whether this machine's network is allowed."""
    if len(target) > LONGEST or not target.isprintable():
        return f"a target has at most {LONGEST} printable characters"
    match channel:
        case "webhook":
            return _wrong_url(target, private)
        case "email":
            good = MAIL.fullmatch(target) and len(target) <= 254
            return None if good else "must be one mail address, such as ada@example.org"
        case "sms":
            return None if PHONE.fullmatch(target) else "must be a number as E.164 has it, such as +4915112345678"
        case _:
            return None  # a channel that is not ours checks for itself


def _wrong_url(url: str, private: bool) -> str | None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "must be a URL, such as https://example.org/hook"
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        return "must be a URL that begins with https:// or http://, such as https://example.org/hook"
    if parts.username is not None or parts.password is not None or " " in url or "#" in url:
        return "may hold no user name, password, space or fragment"
    if not private and not _may_be_public(parts.hostname):
        return "leads to a private network; TIDEWATCH_ALLOW_PRIVATE_TARGETS=1 allows that"
    return None


def _may_be_public(host: str) -> bool:
    name = host.rstrip(".").lower()
    try:
        return is_public(name)
    except ValueError:
        return name != "localhost" and not name.endswith((".localhost", ".local", ".internal"))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the Internet's, and not of a private, local or special network.

    An IPv6 address that carries an IPv4 one (mapped, 6to4, NAT64, Teredo) counts as what it carries. Raises
    `ValueError` when it is no address.
    """
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
