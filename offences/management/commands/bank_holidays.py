"""manage.py bank_holidays [FILE] [--commit]: a newer table, and the due dates it moves."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from offences.management.files import read_bytes
from offences.management.holidays import SHIPPED
from offences.refused import Refused
from offences.rounds.holiday_file import HolidayChange, change_of, read_holidays, store_holidays


class Command(BaseCommand):
    help = (
        "Compares a newer file of bank holidays (GOV.UK's JSON, or our CSV) with the stored table "
        "and lists every open request whose due date moves. Nothing is stored without --commit."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file",
            nargs="?",
            default=SHIPPED,
            help="the file, or - for input; without one, the table that came with this version",
        )
        parser.add_argument("--commit", action="store_true", help="store it")

    def handle(self, *args: Any, file: str | Path, commit: bool, **options: Any) -> None:
        try:
            change = change_of(read_holidays(read_bytes(file)), timezone.localdate())
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        for line in lines_of(change):
            self.stdout.write(line)
        if commit:
            store_holidays(change)
        done = "Stored." if commit else "Nothing was stored. Store it with --commit."
        self.stdout.write(done)


def lines_of(change: HolidayChange) -> list[str]:
    """The changes that a newer table makes, a line each."""
    kinds = (("Added", change.added), ("Gone", change.removed), ("Changed", change.renamed))
    lines = [f"{what}: {day}, {each}" for what, days in kinds for day, each in days.items()]
    lines += [
        f"Moved: {move.submission}, due {move.old} → {move.new}" for move in change.moves
    ] or ["No open request has another due date."]
    return lines
