"""What every channel does: carries a message to a real server, fails what may work later, refuses what never will."""

from __future__ import annotations

import base64
import hmac
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.receivers import Hook, Mailbox, hook, mailbox
from workers import contract
from workers.channels.base import Failed, Message, Refused
from workers.channels.registry import CHANNELS, channels
from workers.channels.settings import ChannelSettings

SECRET = bytes(range(32))
TARGETS = {"webhook": "", "email": "ada@example.org", "sms": "+4915112345678"}


@dataclass
class Place:
    """A channel's far side."""

    name: str
    there: Hook | Mailbox
    config: dict[str, Any] = field(default_factory=dict)

    def send(self, message: Message, **config: Any) -> str:
        return channels(ChannelSettings(**{**self.config, **config}))[self.name].send(message)

    def message(self, target: str | None = None) -> Message:
        own = self.there.url if isinstance(self.there, Hook) else ""
        chosen = target or TARGETS[self.name] or own
        now = datetime(2026, 1, 1, tzinfo=UTC)
        return Message("msg-1-7", chosen, "Revenue\r\nBcc: x@y", "12 € up", {"a": 1}, now, SECRET, ("r.csv", "a\n1\n"))

    def arrived(self) -> int:
        return len(self.there.got if isinstance(self.there, Hook) else self.there.mails)

    def fail_with(self, final: bool) -> None:
        if isinstance(self.there, Hook):
            self.there.status = 410 if final else 503
        else:
            self.there.refuse = 550 if final else 451


@contextmanager
def place(name: str) -> Iterator[Place]:
    with mailbox() if name == "email" else hook() as there:
        config: dict[str, Any] = {"allow_private_targets": True, "channel_timeout": 2}
        if isinstance(there, Mailbox):
            config |= {"smtp_host": "127.0.0.1", "smtp_port": there.port, "smtp_security": "none"}
        else:
            config |= {"sms_url": there.url}
        yield Place(name, there, config)


@pytest.fixture(params=[kind.name for kind in CHANNELS])
def any_place(request: pytest.FixtureRequest) -> Iterator[Place]:
    with place(request.param) as one:
        yield one


def test_the_contract_names_the_channels_there_are() -> None:
    assert tuple(kind.name for kind in CHANNELS) == contract.CHANNELS


@pytest.mark.req("S3-68")
def test_a_message_arrives_once(any_place: Place) -> None:
    assert any_place.send(any_place.message())
    assert any_place.arrived() == 1


def test_what_may_work_later_fails(any_place: Place) -> None:
    any_place.fail_with(final=False)
    with pytest.raises(Failed, match=r"503|451"):
        any_place.send(any_place.message())


def test_what_never_will_is_refused(any_place: Place) -> None:
    any_place.fail_with(final=True)
    with pytest.raises(Refused, match=r"410|550"):
        any_place.send(any_place.message())


def test_a_server_that_is_not_there_fails(any_place: Place) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    gone = {"smtp_port": port, "sms_url": f"http://127.0.0.1:{port}/"}
    target = f"http://127.0.0.1:{port}/" if any_place.name == "webhook" else None
    with pytest.raises(Failed):
        any_place.send(any_place.message(target), **gone)


@pytest.mark.parametrize("target", ["nonsense", "ada@example.org\nBcc: x@y", "ftp://example.org", "+0", "\x07"])
def test_a_target_that_is_none_is_refused(any_place: Place, target: str) -> None:
    with pytest.raises(Refused, match="target"):
        any_place.send(any_place.message(target))
    assert any_place.arrived() == 0


def test_a_webhook_is_signed_so_that_receivers_can_verify_it() -> None:
    with place("webhook") as one:
        one.send(one.message())
        (got,) = one.there.got
    signed = f"{got.headers['webhook-id']}.{got.headers['webhook-timestamp']}.".encode() + got.body
    expected = "v1," + base64.b64encode(hmac.digest(SECRET, signed, "sha256")).decode()
    assert hmac.compare_digest(got.headers["webhook-signature"], expected)
    assert abs(int(got.headers["webhook-timestamp"]) - time.time()) < 60
    assert got.path == "/hook?a=1"
    assert json.loads(got.body)["data"] == {"a": 1}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])
def test_a_webhook_never_reaches_into_the_house(host: str) -> None:
    with place("webhook") as one:
        target = f"http://{host}:{one.there.port}/"
        with pytest.raises(Refused, match="TIDEWATCH_ALLOW_PRIVATE_TARGETS"):
            one.send(one.message(target), allow_private_targets=False)
        assert one.arrived() == 0


def test_a_name_that_points_into_the_house_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr("workers.channels.post.socket.getaddrinfo", lambda *_, **__: found)
    with place("webhook") as one, pytest.raises(Refused, match="private network"):
        one.send(one.message("https://rebind.example.org/"), allow_private_targets=False)


@pytest.mark.parametrize("status", [301, 302, 307])
def test_redirects_are_not_followed(status: int) -> None:
    with place("webhook") as one:
        one.there.status = status
        with pytest.raises(Failed, match="redirects are not followed"):
            one.send(one.message())
        assert [got.path for got in one.there.got] == ["/hook?a=1"]


def test_a_server_that_dribbles_is_left_in_time() -> None:
    stop = threading.Event()

    def dribble(listener: socket.socket) -> None:
        conn, _ = listener.accept()
        with conn:
            while not stop.wait(0.05):
                try:
                    conn.sendall(b"H")
                except OSError:
                    return

    with socket.create_server(("127.0.0.1", 0)) as listener, place("webhook") as one:
        thread = threading.Thread(target=dribble, args=(listener,))
        thread.start()
        try:
            with pytest.raises(Failed):
                one.send(one.message(f"http://127.0.0.1:{listener.getsockname()[1]}/"), channel_timeout=0.2)
        finally:
            stop.set()
            thread.join()


def test_a_mail_holds_what_it_should_and_no_more() -> None:
    with place("email") as one:
        one.send(one.message(), smtp_from="Tidewatch <t@example.org>")
        (mail,) = one.there.mails
        assert one.there.to == ["ada@example.org"]
    assert mail["Subject"] == "Revenue Bcc: x@y"
    assert (mail["From"], mail["Bcc"], mail["Message-ID"]) == (
        "Tidewatch <t@example.org>",
        None,
        "<msg-1-7@example.org>",
    )
    parts = [part.get_content().replace("\r\n", "\n") for part in mail.walk() if not part.is_multipart()]
    assert parts == ["12 € up\n", "a\n1\n"]


def test_a_gateway_for_short_messages_gets_its_own_words() -> None:
    with place("sms") as one:
        long = replace(one.message(), subject="x" * 500)
        one.send(
            long, sms_format="form", sms_fields="to=To,text=Body,from=From", sms_user="u", sms_token="p", sms_from="TW"
        )
        (got,) = one.there.got
    assert got.body.startswith(b"To=%2B4915112345678&Body=xxx")
    assert got.headers["authorization"] == "Basic " + base64.b64encode(b"u:p").decode()


@pytest.mark.parametrize("name", ["email", "sms"])
def test_a_channel_that_is_not_set_up_says_which_setting_is_missing(name: str) -> None:
    with place(name) as one, pytest.raises(Refused, match="TIDEWATCH_SM"):
        one.send(one.message(), smtp_host="", sms_url="")
