"""A mail backend for a machine without a mail server: each message becomes an `.eml` file."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class EmlFiles(BaseEmailBackend):
    """Writes each message into a folder, once by its Message-ID."""

    def __init__(self, folder: str | Path = "", **options: Any) -> None:
        super().__init__(**options)
        self.folder = Path(folder)

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for each in email_messages:
            message = each.message()
            name = re.sub(r"[^\w.@-]", "", str(message["Message-ID"]))
            part = self.folder / f"{name}.part"
            part.touch(mode=0o600)  # an invitation opens an account to anybody who reads it
            part.write_bytes(message.as_bytes())
            part.rename(self.folder / f"{name}.eml")
        return len(email_messages)
