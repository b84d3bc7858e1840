"""manage.py practice: a made-up country with a round in the middle, to train on."""

import datetime as dt
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from offences.management.logins import contents, logins_in_words, make_logins, make_tables
from offences.management.outside import refuse_a_real_site, refuse_ways_out
from offences.management.practice_year import world
from offences.models import PracticeYear
from offences.refused import Refused

LARGEST = 10


class Command(BaseCommand):
    help = (
        "A practice year in an empty database: a country of made-up forces, five past rounds, one "
        "in the middle, an event in twelve days, and a folder of files and e-mails to read."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--seed", type=int, default=1, help="another number, another country")
        parser.add_argument(
            "--scale",
            type=float,
            default=1,
            help="1 is 44 forces; at most 10, which takes some minutes",
        )
        parser.add_argument(
            "--today", type=dt.date.fromisoformat, help="the day it starts on (for tests)"
        )
        parser.add_argument(
            "--inbox", type=Path, help="where the files and e-mails go (var/practice/inbox)"
        )

    def handle(self, *args, **options) -> None:
        seed, scale = options["seed"], options["scale"]
        if seed < 0 or not 0 < scale <= LARGEST:
            raise CommandError(f"Give a seed from 0, and a scale above 0 and up to {LARGEST}.")
        refuse_a_real_site()
        refuse_ways_out()
        today = options["today"] or timezone.localdate()
        inbox = options["inbox"] or Path(settings.VAR) / "practice" / "inbox"
        self._report("The tables of the database …")
        make_tables()
        with transaction.atomic():
            passwords = {}
            if self._is_new(seed, scale):
                passwords = make_logins()
                try:
                    world.make(seed, scale, today, inbox, self._report)
                except Refused as refused:
                    raise CommandError(str(refused)) from refused
        self.stdout.write(logins_in_words(passwords))

    def _report(self, words: str) -> None:
        """Say at once what is being made: it takes a minute."""
        self.stdout.write(words)
        self.stdout.flush()

    def _is_new(self, seed: int, scale: float) -> bool:
        """Whether the database is empty; refuse one that holds anything but this practice year."""
        if stored := PracticeYear.objects.first():
            if (stored.seed, stored.scale) != (seed, scale):
                raise CommandError(
                    f"This database is the practice year of seed {stored.seed} and scale "
                    f"{stored.scale:g}, so nothing was changed. Give another by DATABASE_URL."
                )
            self.stdout.write(
                f"This practice year is of {stored.today:%-d %B %Y}. Delete its database for one "
                "of today."
            )
            return False
        if held := contents():
            raise CommandError(
                f"This database holds {held}, so nothing was loaded: a practice year is made in an "
                "empty one. Give another by DATABASE_URL."
            )
        return True
