"""manage.py digest: have the worker send today's digests now, and those of each morning."""

from django.core.management.base import BaseCommand

from offences import tasks


class Command(BaseCommand):
    help = (
        "Has the worker send the daily digest now, to each person who asked for it and for whom "
        "something is new. It does so by itself at seven on each working day; a second time on a "
        "day sends only what is left."
    )

    def handle(self, *args, **options) -> None:
        tasks.send_digests.enqueue()
        tasks.plan_digests()
        self.stdout.write("The worker sends today’s digests.")
