"""Delivering a message to the mail server: one that may have left is never taken for unsent."""

import smtplib
from collections.abc import Callable

from django.core.mail import EmailMessage, mailers


def deliver(message: EmailMessage, claim: Callable[[], bool]) -> tuple[str, Exception | None]:
    """Send one message once it is claimed; return what became of it, and the error if any.

    Whatever can fail without anything leaving is done before the claim. “unsure” may have arrived.
    """
    connection = mailers.default
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        return "unreachable", error
    try:
        if not claim():
            return "elsewhere", None  # another worker has it
        connection.send_messages([message])
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused, ValueError) as error:
        return "refused", error  # the server's own word, or an address that is none
    except (OSError, smtplib.SMTPException) as error:
        return "unsure", error
    finally:
        connection.close()
    return "sent", None
