"""Texts issued: copied with every signature that they need, public at their embargo."""

import datetime as dt
from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db import transaction

from offences import sending_back
from offences.models import (
    CampaignEvent,
    IssuedText,
    PressRelease,
    Release,
    ReviewKind,
    SignRole,
    release_step,
)
from offences.press.approved_words import words_of
from offences.press.drafting import release_of
from offences.press.signing import TextState, locked_states, why_not_leave
from offences.press.texts import issue_fingerprint, locked_event, text_fingerprint
from offences.refused import Refused
from offences.statistics.dates import Precision
from offences.words.sign_off import not_signed

ALWAYS = tuple(role for role in SignRole if role != SignRole.SAFEGUARDING)
"""The roles that sign every text."""

ISSUED = ("body_kind", "body", "place", "headline", "text")


def why_not_issue(text: PressRelease, by: User) -> str:
    """Why this person may not issue this text, whatever is in it; empty if they may."""
    if text.issued_at:
        return "This text is issued already."
    wrote = {text.prepared_by_id, text.edited_by_id}
    if by.pk in wrote or text.editors.filter(pk=by.pk).exists():
        return "You wrote this text or a part of it, so a colleague has to issue it."
    if not by.has_perm("offences.issue_pressrelease"):
        return "Only approvers issue texts."
    return sending_back.why_waiting([text])


def send_back(text: PressRelease, *, by: User, now: dt.datetime, reason: str, seen: str) -> None:
    """Give a text, as it was `seen`, back to those who write, with the reason."""
    if not by.has_perm("offences.issue_pressrelease"):
        raise Refused("Only approvers send a text back.")
    with transaction.atomic():
        locked = PressRelease.objects.select_for_update().get(pk=text.pk)
        if seen != text_fingerprint(locked):
            raise Refused("The text has changed since you opened this page. Read it again.")
        if why := why_not_issue(locked, by):
            raise Refused(why)
        sending_back.record(locked, reason, by=by, now=now)


def why_not_now(event: CampaignEvent, release: Release) -> str:
    """What an event lacks before any text of it is issued; empty if nothing."""
    if not event.notice and event.embargo_precision != Precision.DAY:
        return "The embargo has no day and hour. Newsrooms need both: set them on the event."
    if waiting := [words for words in words_of(event) if not words.is_approved]:
        return (
            f"{len(waiting)} of the event’s words, the ask, a quote or what is said of all forces, "
            "are not approved. An approver does that on the event’s page, Words to approve."
        )
    if release.public_at is None or release.public_at > event.embargo_at:
        return (
            "The figures open after this event’s embargo. Set the embargo to the release’s time "
            "or later, so that no text shows a figure before it is public."
        )
    return ""


def issue(text: PressRelease, *, by: User, now: dt.datetime, seen: str = "") -> IssuedText:
    """Issue one text; `seen` is the fingerprint of what was read, with the embargo."""
    (issued,) = issue_texts(text.event, {text.pk: seen}, by=by, now=now)
    text.refresh_from_db()
    return issued


def issue_texts(
    event: CampaignEvent, seen: Mapping[int, str], *, by: User, now: dt.datetime
) -> list[IssuedText]:
    """Store texts as issued, all or none. They are public at their embargo without another step.

    Every signature is checked again, on the words and the figures as they are now.
    """
    with transaction.atomic():
        locked = locked_event(event)
        if locked.release_id:
            Release.objects.select_for_update().get(pk=locked.release_id)
        for each in PressRelease.objects.filter(pk__in=seen, event=locked):
            if why := why_not_issue(each, by):
                raise Refused(why if len(seen) == 1 else f"{each.place}: {why}")
            each.event = locked
            if seen[each.pk] and seen[each.pk] != issue_fingerprint(each):
                raise Refused(
                    "The embargo or the text has changed since you opened this page. Read it again."
                )
        release = release_of(locked)
        if why := why_not_now(locked, release):
            raise Refused(why)
        states = locked_states(locked, seen)
        for state in states:
            if why := why_not_leave(state):
                raise Refused(why if len(states) == 1 else f"{state.text.place}: {why}")
        return [_issue(state, locked, release, by, now) for state in states]


def why_not_signed(text: IssuedText) -> str:
    """Why an issued text may not leave: it is not what was signed, role by role."""
    signed = {
        each.role
        for each in text.press_release.reviews.all()
        if each.kind == ReviewKind.APPROVED
        and (each.fingerprint, each.headline, each.text)
        == (text.signed_as, text.headline, text.text)
    }
    missing = [role.label for role in SignRole if role not in signed and role in ALWAYS]
    return not_signed(missing) if missing else ""


def _issue(
    state: TextState, event: CampaignEvent, release: Release, by: User, now: dt.datetime
) -> IssuedText:
    text = state.text
    text.release, text.issued_by, text.issued_at = release, by, now
    text.save(update_fields=["release", "issued_by", "issued_at"])
    with release_step():
        return IssuedText.objects.create(
            press_release=text,
            event=event,
            release=release,
            **{name: getattr(text, name) for name in ISSUED},
            notice=event.notice,
            signed_as=state.fingerprint,
            public_at=event.embargo_at,
            issued_by=by,
            issued_at=now,
        )
