"""A force's page, made of the database for its first reader.

`pages` has its peer, and many readers.
"""

import datetime as dt
from pathlib import Path

from tools.bench.lists import opened
from tools.bench.site import Judged
from tools.bench.spent import spent

MOST_MS = 25
MOST_QUERIES = 8


def measure(judged: Judged, directory: Path) -> None:
    from django.conf import settings
    from django.test import Client
    from django.utils import timezone

    from offences.models import ReleasedFigure
    from offences.releases.public_state import read_public_state

    # A site reads twice a second what is public, however many pages are asked for meanwhile.
    settings.PUBLIC_STATE_KEPT = dt.timedelta(hours=1)
    newest = read_public_state(timezone.now()).newest[0]
    figures = ReleasedFigure.objects.filter(release=newest.pk, body_kind="force", state="value")
    body = figures.values_list("body", flat=True).order_by("body").first()
    client = Client(headers={"host": "127.0.0.1"})
    found = spent(lambda: opened(client, f"/forces/{body}/"))
    judged.say("a force’s public page, made anew", found.ms, MOST_MS, " ms", most=True)
    judged.say("  queries", found.queries, MOST_QUERIES, most=True)
