"""Press releases of an event: stored, redrafted, issued by a second person.

And what may still change of the event then.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from offences.models import CampaignEvent, IssuedText, PressRelease, Release
from offences.press.basis import basis_of_text, traced
from offences.press.drafting import Draft, drafts, no_report, release_of
from offences.press.withheld_numbers import find_disclosures
from offences.refused import Refused
from offences.tracing.trace import Figure
from offences.words.claims import document_of

PLACEHOLDER = re.compile(r"^> *\[[^\]\n]*\] *$", re.MULTILINE)
"""A quote that is nothing but a note in brackets. Only a text under a notice may leave with one."""

READ_AND_ISSUED = ("slug", "name", "description", "notice", "release")
A_LONG_TIME = dt.timedelta(days=731)  # two years, leap year included


def text_fingerprint(text: PressRelease) -> str:
    """Changes when a word, a figure or an author of the text changes."""
    return _fingerprint(_words_of(text))


def issue_fingerprint(text: PressRelease) -> str:
    """Changes when anything that would be issued changes: words, notice, dates."""
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
    """The same for the same moment in any time zone."""
    return at.timestamp() if at else None


def _fingerprint(values: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()


def _locked_texts(event: CampaignEvent) -> QuerySet[PressRelease]:
    """The texts of an event, locked, always in the same order."""
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
    report: Callable[[str, int, int], None] = no_report,
) -> list[PressRelease]:
    """Store the drafts of an event. A text that a person edited or issued is left as it is."""
    with transaction.atomic():
        locked = locked_event(event)
        if made is None:
            made = drafts(locked, force, report)
        elif locked.release_id != event.release_id:
            raise Refused(f"{locked} has another release by now. Draft its texts again.")
        release = release_of(locked)
        existing = {text.body: text for text in _locked_texts(locked)}
        new, changed = [], []
        for draft in made:
            values = _values(draft, release)
            old = existing.get(draft.body)
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
    """A draft for the area of a text as it would be now, from its event's release."""
    (draft,) = drafts(text.event, text.body)
    return draft


def discard_edits(text: PressRelease, *, by: User, now: dt.datetime, seen: str = "") -> None:
    """Replace an edited text by a fresh draft. The edits are lost.

    `seen` is the fingerprint of the text whose loss was agreed to.
    """
    with transaction.atomic():
        locked_event(text.event)
        locked = PressRelease.objects.select_for_update().get(pk=text.pk)
        if locked.issued_at:
            raise Refused("This text is issued, so it stays as it is.")
        if seen and seen != text_fingerprint(locked):
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
    """Why this person may not issue this text; empty if they may."""
    if text.issued_at:
        return "This text is issued already."
    wrote = {text.prepared_by_id, text.edited_by_id}
    if by.pk in wrote or text.editors.filter(pk=by.pk).exists():
        return "You wrote this text or a part of it, so a colleague has to issue it."
    return ""


def _why_not_as_it_is(text: PressRelease) -> str:
    """Why nobody may issue this text as it is; empty if somebody may."""
    event, release = text.event, text.release
    if not event.notice and PLACEHOLDER.search(text.text):
        return "The quote is still a placeholder. Put in the approved words, or remove it."
    if release.withdrawn_at:
        return f"{release} was withdrawn: its figures cannot be issued."
    if event.release_id != release.pk:
        again = "Discard its edits and draft it again" if text.edited_at else "Draft it again"
        return f"{event} has another release than this text. {again}."
    if release.public_at is None or release.public_at > event.embargo_at:
        return (
            "The figures open after this event’s embargo. Set the embargo to the release’s time "
            "or later, so that no text shows a figure before it is public."
        )
    return ""


def _wrong_in(text: PressRelease) -> list[Figure]:
    """The figures of a text that its release contradicts."""
    marked = traced(text, basis_of_text(text))
    return marked.wrong if marked else []


def issue(
    text: PressRelease, *, by: User, now: dt.datetime, seen: str = "", looked: bool = False
) -> IssuedText:
    """Store the text as issued. It becomes public at its embargo without another step.

    `seen` is the fingerprint of the text that was read: if it has changed, nobody has read what
    would be issued, and it is refused. `looked` says that the person has checked every figure that
    the release contradicts.
    """
    with transaction.atomic():
        event = locked_event(text.event)
        locked = PressRelease.objects.select_for_update().get(pk=text.pk)
        release = Release.objects.select_for_update().get(pk=locked.release_id)
        locked.event, locked.release = event, release  # what is compared is what is locked
        if seen and seen != issue_fingerprint(locked) and not locked.issued_at:
            raise Refused(
                "The embargo or the text changed since you opened this page. Read it again."
            )
        if reason := why_not_issue(locked, by) or _why_not_as_it_is(locked):
            raise Refused(reason)
        if disclosures := find_disclosures(locked):
            raise Refused(" ".join(disclosures))
        if not looked and (wrong := _wrong_in(locked)):
            one = len(wrong) == 1
            figures = "One figure disagrees" if one else f"{len(wrong)} figures disagree"
            raise Refused(
                f"{figures} with the release, first “{wrong[0].text}”. Have the text corrected, or "
                "confirm that you checked each figure marked wrong."
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
