"""manage.py read_return: the tables of a force's file, as JSON."""

import getpass
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from offences.management.files import as_json, read_bytes
from offences.returns import read_file
from offences.returns.result import to_report


class Command(BaseCommand):
    help = "Prints the tables of a force's own file: every count with its cell, year and labels."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="an xlsx, xls, ods, csv, pdf or docx file")
        parser.add_argument(
            "--ask-password", action="store_true", help="asks for the password of a locked file"
        )

    def handle(self, *args: Any, file: str, ask_password: bool, **options: Any) -> None:
        data = read_bytes(Path(file))
        # Asked for, since every user of a machine sees what programs are started with.
        password = getpass.getpass("Password of the file: ") if ask_password else ""
        self.stdout.write(as_json(to_report(read_file(data, file, password))))
