"""The files and JSON that a command is given, and the account it acts for."""

import json
import sys
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import CommandError


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a file, or of the standard input for “-”."""
    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error


def read_text(path: str) -> str:
    """A text with its line ends, so that its offsets are those of the file."""
    try:
        return read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise CommandError(f"{path} is not UTF-8 text.") from error


def read_json(path: str) -> Any:
    try:
        return json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise CommandError(f"{path} is not JSON: {error}.") from error


def as_json(result: Any) -> str:
    return json.dumps(result, ensure_ascii=False, indent=1)


def account_of(command: str, **names: str) -> User:
    """The account of a command's own, with which nobody can log in."""
    account, made = User.objects.get_or_create(
        username=command, defaults={**names, "is_active": False}
    )
    if made:
        account.set_unusable_password()
        account.save()
    return account
