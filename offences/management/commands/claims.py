"""manage.py claims: the claims about the figures in a file, as JSON."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offences.claims.facts import BadFacts
from offences.management.files import as_json, read_json
from offences.words.claims import answer


class Command(BaseCommand):
    help = "Lists every claim as allowed or refused, with the reason: JSON in, JSON out."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("facts", help="a file with one document or a list, or - for input")

    def handle(self, *args: Any, facts: str, **options: Any) -> None:
        try:
            result = answer(read_json(facts))
        except BadFacts as error:
            raise CommandError(str(error)) from error
        self.stdout.write(as_json(result))
