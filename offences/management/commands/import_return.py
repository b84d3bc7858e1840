"""manage.py import_return FILE --round R [--force F] [--commit]: a force's file to counts."""

import getpass
from pathlib import Path

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from offences.intake.preview import CHANGED, NEW, UNCHANGED
from offences.intake.returns import ReadingPlan
from offences.intake.returns.whole_file import read_whole, store_whole
from offences.management.files import account_of, as_json, read_bytes
from offences.models import FoiRound, remember_charity
from offences.refused import Refused
from offences.resources.names import NameLookup

SHELL = "command-line"


class Command(BaseCommand):
    help = (
        "What a force's file would do to the counts of a round, as JSON. Nothing is stored without "
        "--commit. Without --force the file's own column of forces decides."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--round", required=True, help="the round's address")
        parser.add_argument("--force", help="the force's address, or any spelling of its name")
        parser.add_argument("--commit", action="store_true", help="store it: all or nothing")
        parser.add_argument("--accept", default="", metavar="WHY", help="answers the warnings")
        parser.add_argument("--by", metavar="USERNAME", help="whose counts they are")
        parser.add_argument("--password", action="store_true", help="ask for the file's password")

    def handle(self, *args, **options) -> None:
        remember_charity()
        try:
            report = self._report(options)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(as_json(report))

    def _report(self, options: dict) -> dict:
        path: Path = options["file"]
        data = read_bytes(path)
        round_ = FoiRound.objects.filter(slug=options["round"]).first()
        if round_ is None:
            rounds = ", ".join(FoiRound.objects.values_list("slug", flat=True))
            raise CommandError(f"There is no round “{options['round']}”. There are: {rounds}.")
        force = NameLookup().force(options["force"]) if options["force"] else None
        password = getpass.getpass("Password of the file: ") if options["password"] else ""
        read, plans = read_whole(data, path.name, round_, force, password=password)
        if options["commit"]:
            with transaction.atomic():  # with the account that it may need
                by = _person(options["by"])
                store_whole(
                    data, path.name, read, plans, options["accept"], by=by, now=timezone.now()
                )
        return {
            "file": path.name,
            "round": round_.slug,
            "committed": options["commit"],
            "returns": [_document(plan, committed=options["commit"]) for plan in plans],
            "hidden": list(read.hidden),
            "quarantine": list(read.held_back),
        }


STATUS = {NEW: "new", CHANGED: "changed", UNCHANGED: "same"}


def _document(plan: ReadingPlan, *, committed: bool) -> dict:
    # Labels and problems quote cells, and what a shell shows is stored in logs.
    is_private = plan.reading.document.is_held_back and bool(plan.read.personal)
    return {
        "force": plan.reading.submission.force.slug,
        "request": plan.reading.submission.number,
        **{name: plan.numbers[status] for status, name in STATUS.items()},
        "why_not": "" if committed else plan.why_not,
        "changes": [
            {
                "what": row.what,
                "sheet": row.figure.sheet,
                "cell": row.figure.cells,
                "status": STATUS[row.status],
                "before": row.before,
                "after": row.after,
            }
            for row in plan.rows
        ],
        "questions": [
            {"label": q.text, "kind": q.role, "sheet": q.sheet, "cell": q.cell, "cells": q.cells}
            for q in plan.questions
            if not is_private
        ],
        "problems": [
            {"sheet": p.sheet, "cell": p.cell, "message": p.message, "stops": p.stops}
            for p in plan.problems
            if not is_private
        ],
        "left_out": {
            why: len(places) for why, places in plan.sorted.ignored.items() if not is_private
        },
    }


def _person(username: str | None) -> User:
    """Return the account that stores the file: a checker is another person in any case."""
    if username:
        person = User.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"There is no account “{username}”.")
        return person
    return account_of(SHELL, first_name="Command line")
