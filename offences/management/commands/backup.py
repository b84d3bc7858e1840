"""manage.py backup: every row and document of one moment, in one file."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from offences import backups
from offences.refused import Refused


class Command(BaseCommand):
    help = (
        "Writes every row and document of this moment to a new file. BACKUP_KEY encrypts it; if it "
        "is not a public key, the backup is also read back as a check. Nobody has to stop working. "
        "The worker makes one each night by itself once BACKUP_DIRECTORY is set."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="the new file")
        parser.add_argument(
            "--new-key", action="store_true", help="print a pair of keys, and make no backup"
        )

    def handle(self, *args, **options) -> None:
        if options["new_key"]:
            public, secret = backups.new_keys()
            self.stdout.write(
                f"For backups, on the server: BACKUP_KEY={public}\n"
                f"To restore them, stored away from the server: {secret}\n"
                "For the files that forces send make another pair: its secret key is FILES_KEY on "
                "the server, with a copy away from it, and its public key is not needed."
            )
            return
        if options["file"] is None:
            raise CommandError("Name the new file: manage.py backup /backups/today.backup")
        path = options["file"]
        try:
            contents = backups.back_up_by_hand(path, timezone.now(), self.stdout.write)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{path}: {contents}.")
        if contents.missing:
            names = ", ".join(contents.missing[:5])
            more = f" and {len(contents.missing) - 5:,} more" if len(contents.missing) > 5 else ""
            raise CommandError(f"Missing from the storage, and so from this backup: {names}{more}.")
