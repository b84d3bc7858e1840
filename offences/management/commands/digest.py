"""manage.py digest: have the worker send today's digests, to be run each morning."""

from django.core.management.base import BaseCommand

from offences import tasks


class Command(BaseCommand):
    help = (
        "Has the worker send the daily digest to each person who asked for it and for whom "
        "something is new. Run it each morning; a second time on a day sends only what is left."
    )

    def handle(self, *args, **options) -> None:
        tasks.send_digests.enqueue()
        self.stdout.write("The worker sends today’s digests.")
