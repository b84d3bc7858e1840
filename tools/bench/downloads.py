"""All figures of the newest release as CSV, made anew.

Its peer is a plain loop: the same rows, asked for by their release and written as they are stored.
"""

import csv
import io
from pathlib import Path

from tools.bench.site import Judged
from tools.bench.spent import spent

MOST_MS = 30
MOST_TIMES = 2.5  # the plain loop


def measure(judged: Judged, directory: Path) -> None:
    from django.core.cache import cache
    from django.test import Client
    from django.utils import timezone

    from offences.models import ReleasedFigure
    from offences.releases.public_state import read_public_state

    newest = read_public_state(timezone.now()).newest[0]
    address = f"/releases/{newest.measure.slug}/{newest.number}/figures.csv"
    client = Client(headers={"host": "127.0.0.1"})

    def ours() -> bytes:
        cache.clear()
        answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} was answered with {answer.status_code}.")
        return answer.getvalue()

    def loop() -> str:
        out = io.StringIO()
        csv.writer(out).writerows(ReleasedFigure.objects.filter(release=newest.pk).values_list())
        return out.getvalue()

    rows = ours().count(b"\n") - 1
    found, plain = spent(ours), spent(loop)
    judged.say(f"all figures as CSV, {rows:,} rows", found.ms, MOST_MS, " ms", most=True)
    judged.say("  × a plain loop", found.ms / plain.ms, MOST_TIMES, most=True)
