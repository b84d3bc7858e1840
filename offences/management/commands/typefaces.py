"""Make the typefaces of charts' pictures, so that nobody waits for the first one."""

from typing import Any

from django.core.management.base import BaseCommand

from offences.charts.typefaces import typefaces


class Command(BaseCommand):
    help = "Make the typefaces of charts' pictures, once for each version of the packages."

    def handle(self, *args: Any, **options: Any) -> None:
        for path in typefaces().values():
            self.stdout.write(str(path))
