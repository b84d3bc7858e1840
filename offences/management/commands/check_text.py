"""Every figure of a text with its verdict, as JSON."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offences.claims.facts import BadFacts
from offences.tracing.trace import answer


class Command(BaseCommand):
    help = "Traces every figure of a text to the facts: JSON and a text in, JSON out."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "facts", help="a file with the facts, or with a list of facts and text; - for input"
        )
        parser.add_argument("text", nargs="?", help="a file with the text, or - for input")

    def handle(self, *args: Any, facts: str, text: str | None, **options: Any) -> None:
        if facts == text == "-":
            raise CommandError("Only one of the two can come from the standard input.")
        try:
            document = json.loads(_read(facts))
            result = answer(document, None if text is None else _read(text))
        except json.JSONDecodeError as error:
            raise CommandError(f"{facts} is not JSON: {error}.") from error
        except BadFacts as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(result, ensure_ascii=False, indent=1))


def _read(path: str) -> str:
    """A text as it stands, line ends included, so that its offsets are those of the file."""
    try:
        content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        return content.decode("utf-8")
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path} is not UTF-8 text.") from error
