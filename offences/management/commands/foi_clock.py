"""manage.py foi_clock: the dates and the state of FOI requests in a file, as JSON."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offences.foi_clock import BadEvents, answer
from offences.management.files import as_json, read_json
from offences.management.holidays import shipped_holidays


class Command(BaseCommand):
    help = "Reads the statutory clock of each history of events: JSON in, JSON out."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("events", help="a file with one document or a list, or - for input")

    def handle(self, *args: Any, events: str, **options: Any) -> None:
        try:
            result = answer(read_json(events), shipped_holidays())
        except BadEvents as error:
            raise CommandError(str(error)) from error
        self.stdout.write(as_json(result))
