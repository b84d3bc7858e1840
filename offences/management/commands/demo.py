"""manage.py demo: the reference data, the published history, and one login per role."""

import hashlib
import secrets
from argparse import ArgumentParser
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model
from django.utils import timezone

from offences.management.demo import history, reference, speech
from offences.roles import ROLES

FLAG = "--add-to-this-database"
WHAT_IT_DOES = (
    "add the demonstration's forces, figures, releases, texts and logins to a database that holds "
    "something else, or that is a server's (DEBUG is off), and set the forces, offences and "
    "holidays that have the same names back to those of the demonstration"
)
LOGINS = {role.lower().replace(" ", "-"): role for role in ROLES}


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
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            if executor.loader.applied_migrations:  # its owner decides
                raise CommandError("The tables are of an older version: manage.py migrate first.")
            self.stdout.write("Tables …")
            call_command("migrate", verbosity=0)
        with transaction.atomic():
            self._refuse_what_is_in_use(add_to_this_database)
            self.stdout.write("Staff, one for each role …")
            passwords = self._staff()
            people = {name: User.objects.get(username=name) for name in LOGINS}
            self.stdout.write("Forces, offences, bank holidays, measures …")
            reference.load()
            self.stdout.write("Published figures, with their sources …")
            history.load(people["data-officer"], people["checker"], now)
            self.stdout.write("Releases …")
            speech.release_history(
                people["data-officer"], people["data-lead"], people["approver"], now
            )
            self.stdout.write("Press releases …")
            event = speech.campaign()
            speech.texts(event, people["press-officer"], people["approver"], now)
        self._print_logins(passwords)

    def _refuse_what_is_in_use(self, add_to_this_database: bool) -> None:
        """Refuse a database that was not begun as the demonstration."""
        if speech.is_loaded():
            return
        models: list[type[Model]] = [User, *apps.get_app_config("offences").get_models()]
        found = {model: model._default_manager.count() for model in models}
        held = [
            f"{n} {m._meta.verbose_name if n == 1 else m._meta.verbose_name_plural}"
            for m, n in found.items()
            if n
        ]
        if held and not add_to_this_database:
            raise CommandError(
                f"This database holds {', '.join(held)}, and not the demonstration, so "
                "nothing was loaded. Give another by DATABASE_URL. "
                f"Or give {FLAG}, to {WHAT_IT_DOES}."
            )
        taken = User.objects.filter(username__in=LOGINS).order_by("username")
        if names := ", ".join(user.username for user in taken):
            raise CommandError(
                f"There is an account already that a login of the demonstration would be: {names}. "
                "Existing accounts are never changed, so nothing was loaded."
            )

    def _staff(self) -> dict[str, str]:
        """The new passwords by user; none for those who are there already."""
        made = {}
        for username, role in LOGINS.items():
            user, new = User.objects.get_or_create(
                username=username, defaults={"first_name": role, "is_staff": True}
            )
            if new:
                made[username] = secrets.token_urlsafe(9)
                user.set_password(made[username])
                user.save()
                user.groups.add(Group.objects.get(name=role))
        return made

    def _print_logins(self, passwords: dict[str, str]) -> None:
        """The new logins; on one's own machine they are stored and shown at the next start."""
        lines = [f"  {name:14} {password}" for name, password in sorted(passwords.items())]
        # One file a database: the logins of another would not work.
        name = hashlib.sha256(str(connection.settings_dict["NAME"]).encode()).hexdigest()[:8]
        stored = Path(settings.VAR) / f"logins-{name}.txt"
        if lines and settings.DEBUG:
            stored.parent.mkdir(exist_ok=True)
            stored.touch(mode=0o600)
            stored.write_text("\n".join(lines) + "\n")
        elif not lines and settings.DEBUG and stored.exists():
            lines = stored.read_text().splitlines()
        self.stdout.write(
            "\n".join(["\nStaff logins for /admin/ (user, password):", *lines])
            if lines
            else "\nThe staff logins are there already and their passwords are not stored here. "
            "Set a new one: manage.py changepassword data-officer"
        )
