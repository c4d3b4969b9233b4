"""Mail over SMTP, with an attachment where there is one."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, parseaddr

from workers.channels.base import Failed, Message, Refused, check_target
from workers.channels.settings import ChannelSettings

FINAL = 500
"""From this SMTP code on a mail is refused for good."""


class Email:
    """See module."""

    name = "email"

    def __init__(self, config: ChannelSettings) -> None:
        self._config = config

    def send(self, message: Message) -> str:
        """See `Channel.send`. A mailbox that is refused for good (5xx) is not tried again."""
        check_target(self.name, message, self._config)
        if not self._config.smtp_host:
            raise Refused("No mail server is set up: TIDEWATCH_SMTP_HOST.")
        try:
            return self._send(_written(message, self._config.smtp_from))
        except smtplib.SMTPRecipientsRefused as problem:
            code, said = next(iter(problem.recipients.values()))
            raise _sorry(code, said) from problem
        except smtplib.SMTPAuthenticationError as problem:  # the operator can mend that
            raise Failed(f"The mail server does not take our password: {_text(problem.smtp_error)}") from problem
        except smtplib.SMTPResponseException as problem:
            raise _sorry(problem.smtp_code, problem.smtp_error) from problem
        except (smtplib.SMTPException, OSError) as problem:
            raise Failed(f"{type(problem).__name__}: {problem}") from problem

    def _send(self, mail: EmailMessage) -> str:
        config = self._config
        where, timeout = (config.smtp_host, config.smtp_port), config.channel_timeout
        if config.smtp_security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(*where, timeout=timeout, context=ssl.create_default_context())
        else:
            server = smtplib.SMTP(*where, timeout=timeout)
        with server:
            if config.smtp_security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if config.smtp_user:
                server.login(config.smtp_user, config.smtp_password.get_secret_value())
            server.send_message(mail)
        return f"taken by {config.smtp_host}"


def _written(message: Message, sender: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = formataddr(parseaddr(sender))
    mail["To"] = message.target
    mail["Subject"] = " ".join(message.subject.split())
    mail["Date"] = format_datetime(message.created_at)
    mail["Message-ID"] = f"<{message.id}@{parseaddr(sender)[1].rpartition('@')[2] or 'localhost'}>"
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's autoresponder need answer
    mail.set_content(message.body)
    if message.file is not None:
        name, text = message.file
        kind = name.rpartition(".")[2]
        mail.add_attachment(text, subtype=kind if kind in ("csv", "json") else "plain", filename=name)
    return mail


def _sorry(code: int, said: bytes | str) -> Failed | Refused:
    text = f"{code} {_text(said)}"
    return Refused(text) if code >= FINAL else Failed(text)


def _text(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said
