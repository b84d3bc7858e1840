"""Changes to a campaign event after texts of it were issued."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from offences.models import CampaignEvent
from offences.refused import Refused

READ_AND_ISSUED = ("slug", "name", "description", "notice", "release")
A_LONG_TIME = dt.timedelta(days=731)  # two years, leap year included


def locked_event(event: CampaignEvent) -> CampaignEvent:
    """The event, locked until the transaction ends. Events are locked before texts."""
    return CampaignEvent.objects.select_for_update().get(pk=event.pk)


def why_locked(
    event: CampaignEvent, to: Mapping[str, object], *, now: dt.datetime
) -> dict[str, str]:
    """For each field, why an event may not be changed to these values; empty if it may.

    What two people read and issued is not changed by one. Its embargo alone may still be moved,
    while it lasts, and only later. The caller has locked the event: `change_event`, or the admin.
    """
    if event.pk is None or not event.issued.exists():
        return {}
    changed = {name: value for name, value in to.items() if getattr(event, name) != value}
    why = {
        name: "Texts of this event are issued, so this stays as it was issued."
        for name in READ_AND_ISSUED
        if name in changed
    }
    if reason := _why_not_move(event, changed.get("embargo_at"), now):
        why |= {name: reason for name in ("embargo_at", "embargo_precision") if name in changed}
    return why


def _why_not_move(event: CampaignEvent, to: object, now: dt.datetime) -> str:
    if event.embargo_at <= now:
        return "The embargo is over and texts of this event are issued, so it stays as it was."
    if not isinstance(to, dt.datetime) or to <= event.embargo_at:
        return "Texts of this event are issued, so its embargo can only be moved later."
    if to > now + A_LONG_TIME:
        return "That is more than two years away. Is the year right? It cannot be moved back."
    return ""


def change_event(event: CampaignEvent, *, now: dt.datetime, **to: object) -> None:
    """Change an event if its issued texts allow it; all values or none."""
    with transaction.atomic():
        locked = locked_event(event)
        if why := why_locked(locked, to, now=now):
            raise Refused(" ".join(dict.fromkeys(why.values())))
        for name, value in to.items():
            setattr(locked, name, value)
        locked.save(update_fields=list(to))
    event.refresh_from_db()
