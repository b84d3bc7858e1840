"""The press releases of an event, one for each force and for all. There is no peer."""

from pathlib import Path

from tools.bench.site import Judged
from tools.bench.spent import spent

MOST_MS = 6


def measure(judged: Judged, directory: Path) -> None:
    from offences import press
    from offences.models import CampaignEvent

    event = CampaignEvent.objects.filter(texts__isnull=False).order_by("-pk").first()
    assert event is not None
    texts = len(press.drafts(event))
    found = spent(lambda: press.drafts(event))
    judged.say(f"a draft, of {texts}", found.ms / texts, MOST_MS, " ms", most=True)
