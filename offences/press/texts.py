"""The texts of an event: stored, drafted again, issued by a second person."""

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from offences.models import (
    CampaignEvent,
    IssuedText,
    PressRelease,
    Release,
)
from offences.press.drafting import Draft, drafts, no_report, release_of
from offences.press.events import locked_event
from offences.press.grounds import ground_under, traced
from offences.press.reveals import revealed
from offences.refused import Refused
from offences.tracing.trace import Figure
from offences.words.claims import document_of

PLACEHOLDER = re.compile(r"^> *\[[^\]\n]*\] *$", re.MULTILINE)
"""A quote that is nothing but a note in brackets. Only a text under a notice may leave with one."""


def words_of(text: PressRelease) -> str:
    """What an editor has before them: another as soon as a word, a figure or an author changes."""
    return _fingerprint(_words_of(text))


def state_of(text: PressRelease) -> str:
    """What would leave if the text were issued: its words, when it opens, what stands above it."""
    event, release = text.event, text.release
    about = (
        *(event.slug, event.name, event.notice),
        *(_moment(event.embargo_at), event.embargo_precision),
        _moment(release.public_at),
    )
    return _fingerprint((*_words_of(text), *about))


def _words_of(text: PressRelease) -> tuple[object, ...]:
    edited = _moment(text.edited_at)
    return (text.release_id, text.headline, text.text, _moment(text.prepared_at), edited)


def _moment(at: dt.datetime | None) -> float | None:
    """The same for the same moment, on whatever clock it is told."""
    return at.timestamp() if at else None


def _fingerprint(told: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _locked_texts(event: CampaignEvent) -> QuerySet[PressRelease]:
    """Its texts as they are now, held too, always in the same order."""
    return PressRelease.objects.select_for_update().filter(event=event).order_by("pk")


def _values(draft: Draft, release: Release) -> dict[str, object]:
    return {
        "release": release,
        "body_kind": draft.body_kind,
        "place": draft.place,
        "headline": draft.headline,
        "text": draft.text,
        "claims": [document_of(claim) for claim in draft.claims],
    }


def draft_event(
    event: CampaignEvent,
    *,
    by: User,
    now: dt.datetime,
    force: str = "",
    made: Sequence[Draft] | None = None,
    tell: Callable[[str, int, int], None] = no_report,
) -> list[PressRelease]:
    """Store the drafts of an event. A text that a person edited or issued is left as it is."""
    with transaction.atomic():
        locked = locked_event(event)
        if made is None:
            made = drafts(locked, force, tell)
        elif locked.release_id != event.release_id:
            raise Refused(f"{locked} speaks from another release by now. Draft its texts again.")
        release = release_of(locked)
        kept = {text.body: text for text in _locked_texts(locked)}
        new, changed = [], []
        for draft in made:
            values = _values(draft, release)
            old = kept.get(draft.body)
            if old is None:
                new.append(
                    PressRelease(
                        event=locked, body=draft.body, prepared_by=by, prepared_at=now, **values
                    )
                )
            elif old.issued_at is None and old.edited_at is None and _differs(old, values):
                for name, value in values.items():
                    setattr(old, name, value)
                old.prepared_by, old.prepared_at = by, now
                changed.append(old)
        PressRelease.objects.bulk_create(new)
        PressRelease.objects.bulk_update(
            changed,
            [
                *("release", "body_kind", "place", "headline", "text", "claims"),
                *("prepared_by", "prepared_at"),
            ],
        )
    bodies = [draft.body for draft in made]
    return list(PressRelease.objects.filter(event=event, body__in=bodies))


def _differs(old: PressRelease, values: dict) -> bool:
    return any(getattr(old, name) != value for name, value in values.items())


def fresh_draft(text: PressRelease) -> Draft:
    """What would be drafted for the body of a text now, from its event's present release."""
    (draft,) = drafts(text.event, text.body)
    return draft


def discard_edits(text: PressRelease, *, by: User, now: dt.datetime, seen: str = "") -> None:
    """Put a fresh draft in the place of an edited text. What people wrote in it is gone.

    `seen` is the state of the text whose loss was agreed to.
    """
    with transaction.atomic():
        locked_event(text.event)
        locked = PressRelease.objects.select_for_update().get(pk=text.pk)
        if locked.issued_at:
            raise Refused("This text is issued, so it stays as it is.")
        if seen and seen != words_of(locked):
            raise Refused("The text was edited since you opened this page. Look at it again.")
        draft = fresh_draft(locked)
        for name, value in _values(draft, release_of(locked.event)).items():
            setattr(locked, name, value)
        locked.prepared_by, locked.prepared_at = by, now
        locked.edited_by = locked.edited_at = None
        locked.save()
        locked.editors.clear()  # nothing of what they wrote is in it
    text.refresh_from_db()


def why_not_issue(text: PressRelease, by: User) -> str:
    """Why this person may not issue this text; nothing where they may."""
    if text.issued_at:
        return "This text is issued already."
    wrote = {text.prepared_by_id, text.edited_by_id}
    if by.pk in wrote or text.editors.filter(pk=by.pk).exists():
        return "You wrote this text or a part of it, so a colleague has to issue it."
    return ""


def _why_not_as_it_is(text: PressRelease) -> str:
    """What forbids this text to leave, whoever issues it; nothing if nothing does."""
    event, release = text.event, text.release
    if not event.notice and PLACEHOLDER.search(text.text):
        return "The quote is still a placeholder. Put the approved words in, or take it out."
    if release.withdrawn_at:
        return f"{release} was withdrawn: its figures cannot be issued."
    if event.release_id != release.pk:
        again = "Discard its edits and draft it again" if text.edited_at else "Draft it again"
        return f"{event} speaks from another release by now than this text. {again}."
    if release.public_at is None or release.public_at > event.embargo_at:
        return (
            "The figures open after this event’s embargo. Set the embargo to the release’s time "
            "or later, so that no text shows a figure before it is public."
        )
    return ""


def _wrong_in(text: PressRelease) -> list[Figure]:
    """The figures of a text that its release contradicts."""
    marked = traced(text, ground_under(text))
    return marked.wrong if marked else []


def issue(
    text: PressRelease, *, by: User, now: dt.datetime, seen: str = "", looked: bool = False
) -> IssuedText:
    """Keep the text as it leaves. It is public from the embargo on, without another step.

    `seen` is the state of the text that was read: if it is another by now, no_report has read what
    would leave or knows when, and it is refused. `looked` says that the person has looked at every
    figure that the release does not bear out.
    """
    with transaction.atomic():
        event = locked_event(text.event)
        locked = PressRelease.objects.select_for_update().get(pk=text.pk)
        release = Release.objects.select_for_update().get(pk=locked.release_id)
        locked.event, locked.release = event, release  # what is compared is what is held
        if seen and seen != state_of(locked) and not locked.issued_at:
            raise Refused(
                "The embargo or the text changed since you opened this page. Read it again."
            )
        if reason := why_not_issue(locked, by) or _why_not_as_it_is(locked):
            raise Refused(reason)
        if told := revealed(locked):
            raise Refused(" ".join(told))
        if not looked and (wrong := _wrong_in(locked)):
            raise Refused(
                f"{wrong[0].text} is not as the release has it"
                f"{f', nor are {len(wrong) - 1} more' if wrong[1:] else ''}. Have the text mended, "
                "or say that you looked at each figure marked wrong."
            )
        locked.issued_by, locked.issued_at = by, now
        locked.save(update_fields=["issued_by", "issued_at"])
        issued = IssuedText.objects.create(
            press_release=locked,
            event=event,
            release=release,
            body_kind=locked.body_kind,
            body=locked.body,
            place=locked.place,
            headline=locked.headline,
            text=locked.text,
            notice=event.notice,
            public_at=event.embargo_at,
            issued_by=by,
            issued_at=now,
        )
    text.refresh_from_db()
    return issued
