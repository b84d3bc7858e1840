"""The copied years of a grown database, over: their rounds ended, their texts issued.

*Today* shows what waits. With a hundred rounds in the middle at once it would show what no charity
has; with one of them, and ninety-nine behind it, what a charity has after as many years. What was
asked, disputed and sent back stays open in every copy.
"""

import datetime as dt

from django.db import models
from django.db.models import Exists, F, OuterRef

from offences import models as db
from offences.history import triggers
from offences.rounds.running import running_first
from tools.bench.grown import COPIED_FROM


def _copies(model: type[models.Model]) -> models.QuerySet:
    """The copied rows, without the rules of their steps, which are for people."""
    return models.QuerySet(model).filter(pk__gte=COPIED_FROM[model])


def close_past_years() -> None:
    if not COPIED_FROM:
        return
    triggers.stop_recording()
    _end_rounds()
    _check_returns()
    _issue_texts()
    triggers.start_recording()


def _end_rounds() -> None:
    """No copy is running: it has no release of its own, so it counts as a past round."""
    running = running_first().filter(is_running=True).values_list("pk", flat=True)
    _copies(db.FoiRound).filter(pk__in=[*running]).update(complete=False)


def _check_returns() -> None:
    returns = _copies(db.FoiSubmission)
    checker = db.FoiSubmission.objects.filter(checked_by__isnull=False).values("checked_by")[:1]
    returns.filter(entered_at__isnull=False, checked_at=None).update(
        checked_by=checker, checked_at=F("entered_at")
    )
    _copies(db.Reading).filter(stored_at=None).update(
        stored_at=F("read_at"), stored_by=F("read_by")
    )


def _issue_texts() -> None:
    events = list(_copies(db.CampaignEvent))
    for event in events:
        years = event.pk // COPIED_FROM[db.CampaignEvent]
        event.embargo_at -= dt.timedelta(days=366 * years)
    models.QuerySet(db.CampaignEvent).bulk_update(events, ["embargo_at"])
    embargo = {event.pk: event.embargo_at for event in events}
    approver = db.IssuedText.objects.values_list("issued_by_id", flat=True)[0]
    issued = Exists(db.IssuedText.objects.filter(press_release=OuterRef("pk")))
    drafts = _copies(db.PressRelease).filter(~issued)
    alike = ("event_id", "release_id", "body_kind", "body", "place", "headline", "text")
    texts = [
        db.IssuedText(
            **{name: getattr(text, name) for name in alike},
            press_release=text,
            signed_as="x" * 64,
            public_at=embargo[text.event_id],
            issued_by_id=approver,
            issued_at=embargo[text.event_id],
        )
        for text in drafts.only(*alike)
    ]
    drafts.update(issued_by=approver, issued_at=F("prepared_at"))
    issued_texts: models.QuerySet[db.IssuedText] = models.QuerySet(db.IssuedText)
    issued_texts.bulk_create(texts, batch_size=500)
