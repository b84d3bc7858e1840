"""The page of an event whose texts are issued: its fixed fields, and those that may change."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest

from offences import press
from offences.models import CampaignEvent

LOCKED = (
    "Texts of this event are issued: its address, name, description, notice and release stay{}. "
    "For other words or figures make a new event."
)
OVER = ", and so does the embargo, which is over"
STILL_MOVABLE = "The embargo can be moved later while it lasts, never earlier."


def fixed_fields(event: CampaignEvent, now: dt.datetime) -> list[str]:
    """The fields that issued texts depend on; none before a text is issued."""
    if not event.issued.exists():
        return []
    is_over = event.embargo_at <= now
    return [*press.READ_AND_ISSUED, *(("embargo_at", "embargo_precision") if is_over else ())]


def fieldsets_of(fields: Sequence[Any], fixed: Sequence[str]) -> list[Any]:
    """The fields in one group; in two where some of them are fixed."""
    if not fixed:
        return [(None, {"fields": fields})]
    is_over = "embargo_at" in fixed
    stays, movable = LOCKED.format(OVER if is_over else ""), "" if is_over else STILL_MOVABLE
    shown = [name for name in fields if name in fixed]
    still = [name for name in fields if name not in fixed]
    return [
        ("As it was issued", {"fields": shown, "description": stays}),
        ("What may still change", {"fields": still, "description": movable}),
    ]


def warn_of_new_embargo(request: HttpRequest, event: CampaignEvent) -> None:
    """Warn how many issued texts move with the embargo, and that nobody is informed."""
    if issued := event.issued.count():
        number = f"{issued} texts" if issued > 1 else "one text"
        messages.warning(
            request,
            f"The embargo is moved to {event.embargo_in_words}, and with it {number} issued. "
            "This site does not inform the people who have them already: please do.",
        )
