"""A real SMTP server on this machine, for tests of what leaves."""

import email
import email.policy
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from aiosmtpd.controller import Controller


class Killed(BaseException):
    """The process ends here, with nothing tidied up."""


@contextmanager
def killed_in(owner, name: str, call: int = 1) -> Iterator[None]:
    """The process that runs within is killed at the nth call of a function, before it does it."""
    calls, real = [], getattr(owner, name)

    def dying(*given, **named):
        calls.append(given)
        if len(calls) == call:
            raise Killed
        return real(*given, **named)

    with patch.object(owner, name, dying), pytest.raises(Killed):
        yield


class MailServer:
    """What arrived; `refuses` holds addresses that it does not take, `after` runs after each."""

    def __init__(self) -> None:
        self.inbox, self.refuses, self.after = [], set(), lambda: None

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refuses:
            return "550 No such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.inbox.append(message)
        self.after()
        return "250 Taken"

    @property
    def recipients(self):
        return sorted(message["To"] for message in self.inbox)


@contextmanager
def mail_server(settings) -> Iterator[MailServer]:
    """The site sends through this server meanwhile."""
    handler = MailServer()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port, ready_timeout=60)
    controller.start()
    options = {"host": "127.0.0.1", "port": port, "timeout": 60}
    backend = "offences.mail.OurMail"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}
    settings.DEFAULT_FROM_EMAIL = "Research <foi@example.org>"
    yield handler
    controller.stop()


@pytest.fixture
def server(settings) -> Iterator[MailServer]:
    with mail_server(settings) as handler:
        yield handler
