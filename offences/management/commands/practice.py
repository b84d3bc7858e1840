"""manage.py practice: a made-up country with a round in the middle, to train on."""

import datetime as dt
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from offences import replica, storage
from offences.english import and_list
from offences.management.logins import contents, logins_in_words, make_logins, make_tables
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
        _refuse_a_real_site()
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


def _refuse_a_real_site() -> None:
    """Refuse settings that reach people, or data of another site: none of those are made up."""
    names = [name for name, is_set in _settings_of_a_real_site().items() if is_set]
    if settings.DEBUG or not names:
        return
    raise CommandError(
        f"DEBUG is off and these settings have {and_list(names)}, so this may be a real site, and "
        "nothing was loaded: a database that is made a practice year is one for good. Set "
        f"DATABASE_URL and MEDIA_ROOT to places of its own, and {and_list(names)} to nothing: "
        "docs/operate.md has the lines."
    )


def _settings_of_a_real_site() -> dict[str, bool]:
    """Each setting that no practice site has, and whether it is set.

    Two sites that share a cache would count each other's visitors and show each other's work.
    """
    server: Any = settings.MAILERS["default"].get("OPTIONS", {})
    return {
        "EMAIL_URL": bool(server.get("host")),
        "BACKUP_DIRECTORY": settings.BACKUP_DIRECTORY is not None,
        "STORAGE_URL": storage.setting() == "STORAGE_URL",
        "CACHE_URL": bool(settings.CACHE_URL),
        "DATABASE_REPLICA_URL": replica.REPLICA in settings.DATABASES,
    }
