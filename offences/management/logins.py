"""One staff login per role, of a world that a command makes; and what a database holds."""

import hashlib
import secrets
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from offences.accounts.backend import LOGINS, NOWHERE
from offences.models import BankHoliday


def make_tables() -> bool:
    """Make the tables of an empty database, and return whether it had none."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    if executor.loader.applied_migrations:  # its owner decides
        raise CommandError("The tables are of an older version: manage.py migrate first.")
    call_command("migrate", verbosity=0)
    return True


def contents() -> str:
    """The contents of this database in words: “1 force, 2 users”; empty if it has none.

    The bank holidays, which every migrate puts into an empty table, do not count.
    """
    models: list[type[Model]] = [*apps.get_app_config("offences").get_models()]
    models.remove(BankHoliday)
    found = {model: model._default_manager.count() for model in models}
    return ", ".join(
        f"{n} {m._meta.verbose_name if n == 1 else m._meta.verbose_name_plural}"
        for m, n in found.items()
        if n
    )


def make_logins() -> dict[str, str]:
    """The new passwords by user; none for those who are there already."""
    made = {}
    for username, role in LOGINS.items():
        user, new = User.objects.get_or_create(
            username=username,
            defaults={"first_name": role, "is_staff": True, "email": f"{username}@{NOWHERE}"},
        )
        if new:
            made[username] = secrets.token_urlsafe(9)
            user.set_password(made[username])
            user.save()
            user.groups.add(Group.objects.get(name=role))
    return made


def people() -> dict[str, User]:
    """The account of each login, by its name."""
    return {user.username: user for user in User.objects.filter(username__in=LOGINS)}


def logins_in_words(passwords: dict[str, str]) -> str:
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
    if lines:
        return "\n".join(["\nStaff logins for /admin/ (user, password):", *lines])
    return (
        "\nThe staff logins are there already and their passwords are not stored here. "
        "Set a new one: manage.py changepassword data-officer"
    )
