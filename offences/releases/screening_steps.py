"""The screening of a release, step by step: answered, screened, sent to review or back."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from offences import sending_back
from offences.models import Release, ScreeningAnswer, release_step
from offences.refused import Refused
from offences.releases.difference import revisions
from offences.releases.force_checks import why_not_uncorrected
from offences.releases.revisions import why_not_unexplained
from offences.releases.screening import Finding, screen
from offences.releases.snapshot import Snapshot, snapshot

FIGURES_CHANGED = (
    "The figures have changed since the screening. Screen the release again, so that somebody has "
    "read what it would publish."
)


WHAT_HELPS = (
    "publish the breakdowns of all forces together once a year only, keep the force’s earlier "
    "answer and the earlier categories until then, or wait until another force has been revised."
)
"""What a person can do about releases that could be subtracted from each other."""


def why_not_yet(release: Release, copy: Snapshot) -> str:
    """Why a release cannot be screened, whatever is answered; empty if it can."""
    return (
        why_not_unexplained(revisions(release, copy))
        or why_not_uncorrected(release, copy)
        or why_not_hidden(copy)
    )


def why_not_hidden(copy: Snapshot) -> str:
    """Why a hidden number can be worked out from what is public; empty if none can."""
    if not copy.hidden.open:
        return ""
    why = (
        f"{copy.hidden.open[0].reason} A release from which a hidden number can be worked out "
        "is not approved: see what the release hides, and "
    )
    if copy.hidden.differs_from_earlier:
        return f"{why}{WHAT_HELPS}"
    return f"{why}change the measure’s disclosure rule."


@dataclass(frozen=True)
class AnsweredFinding:
    """A finding and its answers; one by the wrong person does not count."""

    finding: Finding
    answers: tuple[ScreeningAnswer, ...]
    is_answered: bool


def screening(release: Release, found: Snapshot) -> list[AnsweredFinding]:
    """Every finding of the screening, errors first, with its answers."""
    by_key, wrote = defaultdict[str, list[ScreeningAnswer]](list), who_wrote(release)
    for answer in release.answers.select_related("answered_by"):
        by_key[answer.key].append(answer)
    answered = []
    for finding in screen(release, found):
        answers = tuple(by_key[finding.key])
        # An answer does not count if its author prepared the release, even later.
        sound = [a for a in answers if not (finding.is_error and a.answered_by_id in wrote)]
        answered.append(AnsweredFinding(finding, answers, bool(sound)))
    return answered


def who_wrote(release: Release) -> set[int]:
    """Everyone who prepared or edited a release."""
    return {release.prepared_by_id, *release.editors.values_list("pk", flat=True)}


def why_not_approve(release: Release, person: User) -> str:
    """Why a person may not approve this release, whatever it says; empty if they may."""
    steps = {
        "prepared this release": release.prepared_by_id == person.pk,
        "screened this release": release.screened_by_id == person.pk,
        "sent this release to review": release.review_by_id == person.pk,
        "edited this release": release.editors.filter(pk=person.pk).exists(),
        "answered its screening": release.answers.filter(answered_by=person).exists(),
    }
    step = next((words for words, is_own in steps.items() if is_own), "")
    return f"You {step}, so a colleague has to approve it." if step else ""


def why_not_answer(finding: Finding, person: User, wrote: Collection[int]) -> str:
    """Why a person may not answer a finding; empty if they may. `wrote`: see `who_wrote`."""
    if not finding.is_error:
        may_prepare = person.has_perm("offences.change_release")
        return "" if may_prepare else "Those who prepare releases answer its warnings."
    if not person.has_perm("offences.answer_errors"):
        return "An error is corrected, or answered by the data lead."
    if person.pk in wrote:
        return "You prepared or edited this release, so another data lead answers its errors."
    return ""


def require(person: User, permission: str, otherwise: str) -> None:
    """Refuse a person without the permission; a shell has no page that would."""
    if not person.has_perm(f"offences.{permission}"):
        raise Refused(otherwise)


def lock(release: Release) -> Release:
    return Release.objects.select_for_update().get(pk=release.pk)


def _unapproved(release: Release) -> Release:
    locked = lock(release)
    if locked.approved_at:
        raise Refused("This release is approved already. A correction is a new release.")
    return locked


@contextmanager
def taking_step(
    release: Release, locking: Callable[[Release], Release] = _unapproved
) -> Iterator[Release]:
    """The release as it is now, locked; it is saved after the step, unless that is refused."""
    with transaction.atomic(), release_step():
        locked = locking(release)
        yield locked
        locked.save()
    release.refresh_from_db()


def return_to_draft(release: Release) -> None:
    """Undo screening and review: the release has changed."""
    release.screened_by = release.screened_at = None
    release.screened_of = ""
    release.review_by = release.review_at = None


def answer(release: Release, key: str, words: str, *, by: User, now: dt.datetime) -> None:
    """Answer one finding in writing. Earlier answers are not changed or removed."""
    if not words.strip():
        raise Refused("Answer in words: the person who approves the release reads them.")
    with transaction.atomic(), release_step():
        locked = _unapproved(release)
        found = [each for each in screen(locked, snapshot(locked)) if each.key == key]
        if not found:
            raise Refused("This finding is gone or has changed. Read the screening again.")
        _store_answers(locked, found[:1], words, by, now)


def answer_all(
    release: Release, findings: Iterable[Finding], words: str, *, by: User, now: dt.datetime
) -> None:
    """Answer several findings with one sentence, as the demonstration does."""
    with transaction.atomic(), release_step():
        _store_answers(_unapproved(release), list(findings), words, by, now)


def _store_answers(
    release: Release, findings: Sequence[Finding], words: str, by: User, now: dt.datetime
) -> None:
    text, wrote = words.strip(), who_wrote(release)
    for finding in findings:
        if why := why_not_answer(finding, by, wrote):
            raise Refused(why)
    keys = [finding.key for finding in findings]
    if release.answers.filter(key__in=keys, answer=text).exists():
        raise Refused("This finding has that very answer already.")
    ScreeningAnswer.objects.bulk_create(
        ScreeningAnswer(
            release=release,
            key=finding.key,
            grade=finding.grade,
            finding=finding.wording,
            answer=text,
            answered_by=by,
            answered_at=now,
        )
        for finding in findings
    )


def mark_screened(release: Release, *, by: User, now: dt.datetime, seen: str = "") -> None:
    """Record that every finding is answered, of the figures whose fingerprint was `seen`."""
    require(by, "change_release", "Those who prepare releases screen them.")
    with taking_step(release) as locked:
        found = snapshot(locked)
        if seen and seen != found.fingerprint:
            raise Refused("The figures have changed since you opened this page. Read it again.")
        _require_answered(locked, found)
        if locked.screened_of == found.fingerprint:
            raise Refused("This release is screened already, and no figure has changed since.")
        return_to_draft(locked)
        locked.screened_by, locked.screened_at = by, now
        locked.screened_of = found.fingerprint


def send_to_review(release: Release, *, by: User, now: dt.datetime) -> None:
    """Hand a screened release to those who approve it."""
    require(by, "change_release", "Those who prepare releases send them to review.")
    with taking_step(release) as locked:
        if locked.review_at:
            raise Refused("This release is in review already.")
        if locked.screened_at is None:
            raise Refused("This release is not screened. Answer its findings and mark it screened.")
        require_screened(locked, snapshot(locked))
        locked.review_by, locked.review_at = by, now
        sending_back.settle([locked], by=by, now=now)


def send_back(release: Release, *, by: User, now: dt.datetime, reason: str) -> None:
    """Give a release back to those who prepare it, with the reason: it is a draft again."""
    require(by, "approve_release", "Only approvers send a release back.")
    with taking_step(release) as locked:
        if locked.review_at is None:
            raise Refused("This release is not in review, so there is nothing to send back.")
        return_to_draft(locked)
        sending_back.record(locked, reason, by=by, now=now)


def require_screened(release: Release, found: Snapshot) -> None:
    """Refuse figures that were not screened, or with new findings."""
    if release.screened_of != found.fingerprint:
        raise Refused(FIGURES_CHANGED)
    _require_answered(release, found)


def _require_answered(release: Release, found: Snapshot) -> None:
    if why := why_not_yet(release, found):
        raise Refused(why)
    left = [each.finding for each in screening(release, found) if not each.is_answered]
    if left:
        number = "One finding is" if len(left) == 1 else f"{len(left)} findings are"
        raise Refused(f"{number} not answered. The first: {left[0].text}")
