"""manage.py demo: the reference data, the published history, and one login per role."""

from argparse import ArgumentParser

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from offences.management.demo import history, reference, speech
from offences.management.logins import (
    LOGINS,
    contents,
    logins_in_words,
    make_logins,
    make_tables,
    people,
)
from offences.management.outside import refuse_ways_out
from offences.models import PracticeYear

FLAG = "--add-to-this-database"
WHAT_IT_DOES = (
    "add the demonstration's forces, figures, releases, texts and logins to a database that holds "
    "something else, or that is a server's (DEBUG is off), and set the forces, offences and "
    "holidays that have the same names back to those of the demonstration"
)


class Command(BaseCommand):
    help = "Loads the reference data and the published history. Running it twice changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(FLAG, action="store_true", help=WHAT_IT_DOES)

    def handle(self, *args, add_to_this_database: bool = False, **options) -> None:
        now = timezone.now()
        if not settings.DEBUG and not add_to_this_database:
            raise CommandError(
                "DEBUG is off, so this may be a server, and nothing was loaded. On your own "
                f"machine set DEBUG=1. Or give {FLAG}, to {WHAT_IT_DOES}."
            )
        if not add_to_this_database:
            refuse_ways_out()
        if make_tables():
            self.stdout.write("Tables: made")
        with transaction.atomic():
            self._refuse_what_is_in_use(add_to_this_database)
            self.stdout.write("Staff, one for each role …")
            passwords = make_logins()
            staff = people()
            self.stdout.write("Forces, offences, bank holidays, measures …")
            reference.load()
            self.stdout.write("Published figures, with their sources …")
            history.load(staff["data-officer"], staff["checker"], now)
            self.stdout.write("Releases …")
            speech.release_history(
                staff["data-officer"], staff["data-lead"], staff["approver"], now
            )
            self.stdout.write("Press releases …")
            event = speech.campaign(staff["press-officer"], staff["approver"], now)
            speech.texts(event, staff["press-officer"], staff["approver"], now)
        self.stdout.write(logins_in_words(passwords))

    def _refuse_what_is_in_use(self, add_to_this_database: bool) -> None:
        """Refuse a database that was not begun as the demonstration."""
        if speech.is_loaded():
            return
        if PracticeYear.objects.exists():
            raise CommandError(
                "This database is a practice year, in which everything is made up, so nothing was "
                "loaded. Give another by DATABASE_URL."
            )
        held = contents()
        if held and not add_to_this_database:
            raise CommandError(
                f"This database holds {held}, and not the demonstration, so "
                "nothing was loaded. Give another by DATABASE_URL. "
                f"Or give {FLAG}, to {WHAT_IT_DOES}."
            )
        taken = User.objects.filter(username__in=LOGINS).order_by("username")
        if names := ", ".join(user.username for user in taken):
            raise CommandError(
                f"There is an account already that a login of the demonstration would be: {names}. "
                "Existing accounts are never changed, so nothing was loaded."
            )
