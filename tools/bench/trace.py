"""The trace of one text of the newest event, with the figures that it is held against.

There is no peer: nothing else has one.
"""

from pathlib import Path

from tools.bench.site import Judged
from tools.bench.spent import spent

MOST_MS = 100
MOST_QUERIES = 10


def measure(judged: Judged, directory: Path) -> None:
    from offences import press
    from offences.models import PressRelease

    text = PressRelease.objects.exclude(body_kind="national").order_by("-event", "body").first()
    assert text is not None
    found = spent(lambda: press.traced(text, press.basis_of_text(text)))
    judged.say("the trace of a draft", found.ms, MOST_MS, " ms", most=True)
    judged.say("  queries", found.queries, MOST_QUERIES, most=True)
