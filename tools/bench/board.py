"""The board of the running round. There is no peer: nothing else has one."""

from pathlib import Path

from tools.bench.lists import opened, somebody
from tools.bench.site import Judged
from tools.bench.spent import spent

MOST_MS = 100
MOST_QUERIES = 8


def measure(judged: Judged, directory: Path) -> None:
    from django.urls import reverse

    from offences.rounds.running import running_first

    running = running_first().first()
    assert running is not None
    address = reverse("admin:offences_foiround_board", args=[running.pk])
    client = somebody("Data officer")
    found = spent(lambda: opened(client, address))
    judged.say("the board of the running round", found.ms, MOST_MS, " ms", most=True)
    judged.say("  queries", found.queries, MOST_QUERIES, most=True)
