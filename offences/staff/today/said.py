"""What waits of forces' own words: answers that are due, disputes, and texts to be corrected."""

import datetime as dt

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from offences import press, releases
from offences.models import Dispute, ForceCheck
from offences.staff.common import name_of
from offences.staff.today.task import Row, Task
from offences.staff.today.words import ago, list_of, page_of


def of_words(user: User, now: dt.datetime) -> list[Task]:
    """Answers of forces that are overdue, open disputes, and what was sent and is revised."""
    day = timezone.localtime(now).date()
    tasks = []
    if user.has_perm("offences.view_forcecheck"):
        tasks.append(_overdue(user, day))
    if user.has_perm("offences.view_dispute"):
        tasks += _disputes(user, day)
    if user.has_perms(["offences.add_correction", "offences.view_mediacontact"]):
        tasks.append(_corrections(now))
    return tasks


def _overdue(user: User, day: dt.date) -> Task:
    newer = ForceCheck.objects.filter(
        release=OuterRef("release"), force=OuterRef("force"), number__gt=OuterRef("number")
    )
    waiting = (
        ForceCheck.objects.filter(answer="", due_on__lt=day, release__withdrawn_at__isnull=True)
        .exclude(Exists(newer))
        .select_related("force", "release__measure")
        .order_by("due_on", "force__area")
    )
    return Task(
        "Forces that have not answered about their figures",
        "Record the first",
        list_of("release"),
        "data officer",
        user.has_perm("offences.change_forcecheck"),
        [
            Row(
                check.force.area,
                reverse("admin:offences_release_force", args=[check.release_id, check.force.slug]),
                f"{check.release}: answer due",
                ago(check.due_on, day),
            )
            for check in waiting
        ],
        "Ask again, or note that the force is silent.",
    )


def _disputes(user: User, day: dt.date) -> list[Task]:
    """To its owner, who looks into it, and to whoever may decide it; the oldest first."""
    waiting = list(releases.open_disputes())
    own = [each for each in waiting if each.owner_id == user.pk]
    return [
        Task(
            "Disputes that you look into",
            "Open the first",
            list_of("dispute", state="open"),
            "its owner",
            True,
            [_dispute(each, user, day) for each in own],
            "Ask the force, look at its return, and tell an approver what you found.",
        ),
        Task(
            "Disputes to decide",
            "Decide the first",
            list_of("dispute", state="open"),
            "approver",
            user.has_perm("offences.decide_dispute"),
            [_dispute(each, user, day, mine=each.owner_id != user.pk) for each in waiting],
        ),
    ]


def _dispute(dispute: Dispute, user: User, day: dt.date, *, mine: bool = True) -> Row:
    return Row(
        str(dispute),
        page_of("dispute", "decide", dispute.pk),
        f"{dispute.release}: “{dispute.says}” {name_of(dispute.owner)} looks into it",
        f"opened {ago(timezone.localtime(dispute.opened_at).date(), day)}",
        mine=mine,
    )


def _corrections(now: dt.datetime) -> Task:
    waiting = press.to_correct(now)
    return Task(
        "Correct what was sent",
        "Correct the first",
        reverse("admin:offences_issuedtext_corrections"),
        "press officer",
        True,
        [
            Row(each.text.place, page_of("issuedtext", "correct", each.text.pk), each.what)
            for each in waiting
        ],
        "Tell those who were sent these texts. Nothing is sent from here.",
    )
