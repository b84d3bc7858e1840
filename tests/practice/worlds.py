"""A small practice year: made once by its command, then copied."""

import datetime as dt
import io
from pathlib import Path
from tempfile import mkdtemp

import time_machine
from django.conf import settings
from django.core.management import call_command
from django.test import TestCase

from offences.models import FoiRound
from tests import rows

TODAY = dt.date(2026, 11, 26)
NOW = dt.datetime(2026, 11, 26, 9, 30, tzinfo=dt.UTC)
SMALL = 0.4  # 18 forces, the fewest


def load(seed: int = 1, inbox: str | Path = "") -> Path:
    """Make it; where its files and e-mails are."""
    into = Path(inbox or mkdtemp(dir=settings.MEDIA_ROOT))
    given = {"seed": seed, "scale": SMALL, "today": TODAY, "inbox": into}
    call_command("practice", **given, stdout=io.StringIO())
    return into


def practice() -> Path:
    """The practice year of seed 1, in a database where nothing else stands."""
    return rows.kept("practice year", load)


class PracticeTest(TestCase):
    """The practice year on the day on which it was made."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.inbox = practice()

    def setUp(self) -> None:
        travel = time_machine.travel(NOW, tick=False)
        travel.start()
        self.addCleanup(travel.stop)
        self.round = FoiRound.objects.order_by("-number").first()
