"""manage.py verify: read a backup to its end, against its checksums."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from offences import backups
from offences.refused import Refused


class Command(BaseCommand):
    help = (
        "Reads a backup to its end against its checksums and says what it holds. Nothing is "
        "changed. An encrypted one needs BACKUP_KEY."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the backup")
        parser.add_argument(
            "--documents",
            action="store_true",
            help="also list the documents that only it has, or only MEDIA_ROOT (or STORAGE_URL)",
        )

    def handle(self, *args, **options) -> None:
        path, key = options["file"], settings.BACKUP_KEY
        try:
            if options["documents"]:
                contents = backups.compare(path, key, report=self.stdout.write)
            else:
                contents = backups.verify(path, key)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{path.name} is whole: {contents}.")
