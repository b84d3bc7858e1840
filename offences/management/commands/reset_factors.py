"""Removal of a person's second factors on the server: for a last data lead without theirs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from offences.accounts.backend import username_of
from offences.accounts.people import end_factors
from offences.models import Account


class Command(BaseCommand):
    help = "Remove a person's login protection; they add it anew at the next login."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("login", help="a user name or e-mail address")

    def handle(self, *args: Any, login: str, **options: Any) -> None:
        person = Account.objects.filter(username=username_of(login)).first()
        if person is None:
            raise CommandError(f"{login} has no account. The page People lists them all.")
        end_factors(person, by=person, words="Login protection reset on the server.")
        self.stdout.write(f"{person} adds login protection anew at the next login.")
