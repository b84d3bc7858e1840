"""manage.py personal_data: hands out or removes what is kept of a person; purges by days."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from offences import personal_data
from offences.refused import Refused


class Command(BaseCommand):
    help = (
        "Prints as JSON everything that is stored of a person who asks. docs/privacy.md says what "
        "is stored for how long, and what stays after --remove."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("person", nargs="?", help="an e-mail address, or a whole name")
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--remove", action="store_true", help="remove the person instead")
        what.add_argument(
            "--purge", action="store_true", help="remove what has been kept for its days"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        now, person = timezone.now(), (options["person"] or "").strip()
        if options["purge"]:
            self._say(personal_data.purge(now))
        elif not person:
            raise CommandError("Write the person’s e-mail address or whole name, or --purge.")
        elif options["remove"]:
            try:
                self._say(personal_data.forget(person, now))
            except Refused as refused:
                raise CommandError(str(refused)) from refused
        else:
            kept = personal_data.everything_about(person)
            self.stdout.write(json.dumps(kept, indent=2, ensure_ascii=False, default=str))

    def _say(self, removed: dict[str, int]) -> None:
        for kind, number in removed.items():
            self.stdout.write(f"Removed from {kind}: {number:,}")
        if not removed:
            self.stdout.write("Nothing had to be removed.")
