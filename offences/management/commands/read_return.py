"""What the reader sees in a force's file, as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offences.returns import read_file


class Command(BaseCommand):
    help = "Prints the tables of a force's own file: every count with its cell, year and labels."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="an xlsx, xls, ods or csv file")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        try:
            data = Path(file).read_bytes()
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        self.stdout.write(json.dumps(read_file(data, file), ensure_ascii=False, indent=1))
