"""Checking counts: a second person confirms what was entered."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from offences import sending_back
from offences.counts.red_lines import RedLine, red_lines, why_not_answered
from offences.counts.saving import lock, refresh
from offences.models import AnnualCount, CheckAnswer, FoiSubmission
from offences.refused import Refused

LONGEST_ANSWER = 300


@dataclass(frozen=True)
class Checked:
    """The result of a check: zeros confirmed, and zeros left open."""

    confirmed: int
    left: int


def why_not_check(submission: FoiSubmission, counts: Iterable[AnnualCount], by: User) -> str:
    """Why this person may not mark this return as checked; empty if they may."""
    if reason := why_not_second(submission, counts, by):
        return reason
    if reason := sending_back.why_waiting([submission]):
        return reason
    if asked := submission.queries.unanswered().count():
        what = "A question to the force is" if asked == 1 else f"{asked} questions to the force are"
        return f"{what} not answered: write the answer down first."
    return ""


def why_not_second(submission: FoiSubmission, counts: Iterable[AnnualCount], by: User) -> str:
    """Why this person is no second person for these counts; empty if they are."""
    counts = list(counts)
    if not counts or submission.entered_at is None:
        return "There is nothing to check: no counts are entered."
    own = sum(count.recorded_by_id == by.pk for count in counts)
    if own:
        what = "one of these counts" if own == 1 else f"{own} of these counts"
        return f"You entered {what}, so another person checks this return."
    if submission.entered_by_id == by.pk:
        return "You changed this return last, so another person checks it."
    if not by.has_perm("offences.check_foisubmission"):
        return "Only checkers check a return, answer its red lines or send it back."
    return ""


def mark_checked(
    submission: FoiSubmission,
    *,
    by: User,
    now: dt.datetime,
    edition: int | None = None,
    confirm_zeros: bool | Collection[int] = False,
    leave_zeros: bool = False,
) -> Checked:
    """Confirm the counts as a second person, and which zeros are true ones.

    Every red line has been answered before: see `save_check_answers`.
    `confirm_zeros` are the counts (True for all) whose 0 is a true zero. Others stay
    unconfirmed, and so unpublished, which needs `leave_zeros`.
    """
    with transaction.atomic():
        locked = lock(submission)
        if edition is not None and edition != locked.edition:
            raise Refused("The counts have changed since you opened this page. Read them again.")
        counts = list(AnnualCount.objects.current().filter(submission=locked))
        if reason := why_not_check(locked, counts, by) or why_not_answered(locked, counts):
            raise Refused(reason)
        open_zeros = {c.pk for c in counts if c.value == 0 and not c.confirmed}
        every = open_zeros if confirm_zeros is True else set(confirm_zeros or ())
        confirmed = open_zeros & every
        left = len(open_zeros - confirmed)
        if left and not leave_zeros:
            what = "One zero is" if left == 1 else f"{left} zeros are"
            raise Refused(f"{what} not confirmed. Confirm each, or say that the rest stay open.")
        if confirmed:
            AnnualCount.objects.filter(pk__in=confirmed).update(confirmed=True)
        if locked.checked_at is None:
            locked.checked_by_id, locked.checked_at = by.pk, now
            locked.save(update_fields=["checked_by", "checked_at"])
    refresh(submission, locked)
    return Checked(len(confirmed), left)


def save_check_answers(
    submission: FoiSubmission, answers: Mapping[str, str], *, by: User, now: dt.datetime
) -> list[tuple[RedLine, str]]:
    """Store a second person's answers to red lines, by their keys; return what was answered."""
    with transaction.atomic():
        locked = lock(submission)
        counts = list(AnnualCount.objects.current().filter(submission=locked))
        changed = [
            (line, text)
            for line in red_lines(locked, counts)
            if (text := _plain(answers.get(line.key, ""))) and text != line.answer
        ]
        if changed and (reason := why_not_second(locked, counts, by)):
            raise Refused(reason)
        for line, text in changed:
            given: dict[str, Any] = {"words": line.words, "answer": text}
            given |= {"answered_by": by, "answered_at": now}
            key: dict[str, Any] = {"submission": locked, "line": line.key}
            CheckAnswer.objects.update_or_create(**key, defaults=given)
    return changed


def _plain(text: str) -> str:
    return " ".join(text.replace("\0", "").split())[:LONGEST_ANSWER]


def why_not_send_back(submission: FoiSubmission, counts: Iterable[AnnualCount], by: User) -> str:
    """Why this person may not send this return back; empty if they may."""
    if submission.checked_at:
        return "This return is checked. Remove the checked mark first."
    return why_not_second(submission, counts, by) or sending_back.why_waiting([submission])


def send_back(
    submission: FoiSubmission, *, by: User, now: dt.datetime, reason: str, edition: int
) -> None:
    """Give a return back to who entered it, with the reason, as it was at this edition."""
    with transaction.atomic():
        locked = lock(submission)
        if edition != locked.edition:
            raise Refused("The counts have changed since you opened this page. Read them again.")
        counts = AnnualCount.objects.current().filter(submission=locked)
        if why_not := why_not_send_back(locked, counts, by):
            raise Refused(why_not)
        sending_back.record(locked, reason, by=by, now=now)


def hand_in(submission: FoiSubmission, *, by: User, now: dt.datetime, answer: str) -> None:
    """Hand a return in as it is, with an answer to the checker; or the checker takes it back."""
    with transaction.atomic():
        locked = lock(submission)
        sending_back.hand_in(locked, "change_annualcount", answer, by=by, now=now)


def uncheck(submission: FoiSubmission) -> None:
    """Remove the *checked* mark, and with it what the checker confirmed."""
    with transaction.atomic():
        locked = lock(submission)
        counts = AnnualCount.objects.current().filter(submission=locked)
        counts.filter(confirmed=True).update(confirmed=False)
        locked.checked_by_id = locked.checked_at = None
        locked.save(update_fields=["checked_by", "checked_at"])
    refresh(submission, locked)


def reopen(submission: FoiSubmission, *, by: User, now: dt.datetime) -> bool:
    """Record who changed something published of a return besides its counts.

    The *checked* mark goes, a checker's open page is out of date, and the person who changed it
    does not check it. Return whether a mark was removed; a return without counts has none.
    """
    with transaction.atomic():
        locked = lock(submission)
        if locked.entered_at is None:
            return False
        was_checked = locked.checked_at is not None
        uncheck(locked)
        sending_back.settle([locked], by=by, now=now)
        locked.entered_by_id, locked.entered_at = by.pk, now
        locked.edition += 1
        locked.save(update_fields=["edition", "entered_by", "entered_at"])
    refresh(submission, locked)
    return was_checked
