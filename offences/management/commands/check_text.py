"""Every figure of a text with its verdict, as JSON."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offences.claims.facts import BadFacts
from offences.management.files import as_json, read_json, read_text
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
            result = answer(read_json(facts), None if text is None else read_text(text))
        except BadFacts as error:
            raise CommandError(str(error)) from error
        self.stdout.write(as_json(result))
