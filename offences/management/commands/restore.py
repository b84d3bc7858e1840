"""manage.py restore: put a backup into the database and the storage of documents."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from offences import backups
from offences.refused import Refused


class Command(BaseCommand):
    help = (
        "Puts a backup’s rows and documents into DATABASE_URL and MEDIA_ROOT (or STORAGE_URL): all "
        "of them, or nothing is changed. An empty database takes one of any earlier version, of "
        "SQLite or PostgreSQL."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the backup")
        way = parser.add_mutually_exclusive_group()
        way.add_argument(
            "--replace",
            action="store_true",
            help="lose what the database holds (of the same version)",
        )
        way.add_argument(
            "--lost-documents",
            action="store_true",
            help="put back the documents alone that the storage has lost, and change no row",
        )

    def handle(self, *args, **options) -> None:
        path, key = options["file"], settings.BACKUP_KEY
        try:
            if options["lost_documents"]:
                number = backups.restore_lost(path, key, report=self.stdout.write)
                self.stdout.write(f"Documents put back: {number:,}. No row was changed.")
                return
            contents = backups.restore(
                path, key, replace=options["replace"], report=self.stdout.write
            )
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(
            f"Restored: {contents}. Everybody logs in again. What was sent after that moment is "
            "not known here: see docs/operate.md before anything is sent."
        )
