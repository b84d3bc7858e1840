"""Press releases of an event: stored, redrafted, issued; and what of it may change then."""

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model

from offences import sending_back
from offences.models import CampaignEvent, IssuedText, PressRelease, Release
from offences.press.approved_words import words_of
from offences.press.basis import basis_of_text, traced
from offences.press.drafting import Draft, drafts, no_report, release_of, why_not_rest_on
from offences.press.withheld_numbers import find_disclosures
from offences.refused import Refused
from offences.statistics.dates import Precision
from offences.words.claims import document_of

PLACEHOLDER = re.compile(
    r"\[[^\]\n]*[a-zA-Z]{2}[^\]\n]*\]|\{[^}\n]*\}|(?i:\b(?:tbc|xxx+|quote goes here))\b"
)
"""Words that stand for others, in any form. A marker of a figure, such as [c], is none."""

ISSUED = ("body_kind", "body", "place", "headline", "text")
READ_AND_ISSUED = ("slug", "name", "description", "notice", "release")
A_LONG_TIME = dt.timedelta(days=731)  # two years, leap year included


def text_fingerprint(text: PressRelease) -> str:
    """Changes when a word, a figure or an author of the text changes."""
    return _fingerprint(text)


def issue_fingerprint(text: PressRelease) -> str:
    """Changes when anything that would be issued changes: words, notice, dates."""
    event, opens = text.event, _moment(text.release.public_at)
    embargo = (_moment(event.embargo_at), event.embargo_precision)
    about = (event.slug, event.name, event.notice, *embargo, opens)
    return _fingerprint(text, *about)


def _moment(at: dt.datetime | None) -> float | None:
    """The same for the same moment in any time zone."""
    return at.timestamp() if at else None


def _fingerprint(text: PressRelease, *about: object) -> str:
    moments = (_moment(text.prepared_at), _moment(text.edited_at))
    values = (text.release_id, text.headline, text.text, *moments, *about)
    return hashlib.sha256(repr(values).encode()).hexdigest()


def _values(draft: Draft, release: Release) -> dict[str, object]:
    names = ("body_kind", "place", "headline", "text", "held")
    same = {name: getattr(draft, name) for name in names}
    claims = [document_of(claim) for claim in draft.claims]
    return {"release": release, **same, "claims": claims}


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
            made = drafts(locked, force, report, now=now)
        elif locked.release_id != event.release_id:
            raise Refused(f"{locked} has another release by now. Draft its texts again.")
        release = release_of(locked)
        texts = PressRelease.objects.select_for_update().filter(event=locked)
        existing = {text.body: text for text in texts.order_by("pk")}  # locked in one order
        new, changed = [], []
        for draft in made:
            values = _values(draft, release)
            old = existing.get(draft.body)
            stamp = {"prepared_by": by, "prepared_at": now}
            if old is None:
                new.append(PressRelease(event=locked, body=draft.body, **stamp, **values))
            elif old.issued_at is None and old.edited_at is None and _differs(old, values):
                _set(old, values | stamp)
                changed.append(old)
        PressRelease.objects.bulk_create(new)
        if changed:
            sending_back.settle(changed, by=by, now=now)
            PressRelease.objects.bulk_update(changed, [*values, *stamp])
    bodies = [draft.body for draft in made]
    return list(PressRelease.objects.filter(event=event, body__in=bodies))


def _differs(old: PressRelease, values: dict) -> bool:
    return any(getattr(old, name) != value for name, value in values.items())


def _set(row: Model, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def fresh_draft(text: PressRelease) -> Draft:
    """A draft for the area of a text as it would be now, from its event's release."""
    (draft,) = drafts(text.event, text.body)
    return draft


def discard_edits(text: PressRelease, *, by: User, now: dt.datetime, seen: str = "") -> None:
    """Replace an edited text, as it was `seen`, by a fresh draft. The edits are lost."""
    with transaction.atomic():
        locked_event(text.event)
        locked = PressRelease.objects.select_for_update().get(pk=text.pk)
        if locked.issued_at:
            raise Refused("This text is issued, so it stays as it is.")
        if seen and seen != text_fingerprint(locked):
            raise Refused("The text was edited since you opened this page. Look at it again.")
        _set(locked, _values(fresh_draft(locked), release_of(locked.event)))
        locked.prepared_by, locked.prepared_at = by, now
        locked.edited_by = locked.edited_at = None
        locked.save()
        sending_back.settle([locked], by=by, now=now)
        locked.editors.clear()  # nothing of what they wrote is in it
    text.refresh_from_db()


def why_not_issue(text: PressRelease, by: User) -> str:
    """Why this person may not issue this text; empty if they may."""
    if text.issued_at:
        return "This text is issued already."
    wrote = {text.prepared_by_id, text.edited_by_id}
    if by.pk in wrote or text.editors.filter(pk=by.pk).exists():
        return "You wrote this text or a part of it, so a colleague has to issue it."
    return sending_back.why_waiting([text])


def _why_not_as_it_is(text: PressRelease) -> str:
    """Why nobody may issue this text as it is; empty if somebody may."""
    event, release = text.event, text.release
    if PLACEHOLDER.search(text.text):
        return "The text has a placeholder. Put in the words, or remove it."
    if not event.notice and event.embargo_precision != Precision.DAY:
        return "The embargo has no day and hour. Newsrooms need both: set them on the event."
    if waiting := [words for words in words_of(event) if not words.is_approved]:
        return (
            f"{len(waiting)} of the event’s words, the ask or a quote, are not approved. An "
            "approver does that on the event’s page, Words to approve."
        )
    if text.held and not text.edited_at:
        return f"It is held. {text.held} Edit the text if it is to go out all the same."
    if release.withdrawn_at:
        return f"{release} was withdrawn: its figures cannot be issued."
    if event.release_id == release.pk and (why := why_not_rest_on(release, event)):
        return why
    if event.release_id != release.pk:
        again = "Discard its edits and draft it again" if text.edited_at else "Draft it again"
        return f"{event} has another release than this text. {again}."
    if release.public_at is None or release.public_at > event.embargo_at:
        return (
            "The figures open after this event’s embargo. Set the embargo to the release’s time "
            "or later, so that no text shows a figure before it is public."
        )
    return ""


def issue(
    text: PressRelease, *, by: User, now: dt.datetime, seen: str = "", looked: bool = False
) -> IssuedText:
    """Store the text as issued. It becomes public at its embargo without another step.

    `seen` is the fingerprint of the text that was read; `looked` says that the person has checked
    every figure that the release contradicts.
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
        marked = None if looked else traced(locked, basis_of_text(locked))
        if marked and (wrong := marked.wrong):
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
            **{name: getattr(locked, name) for name in ISSUED},
            notice=event.notice,
            public_at=event.embargo_at,
            issued_by=by,
            issued_at=now,
        )
    text.refresh_from_db()
    return issued


def save_edits(text: PressRelease, *, by: User, now: dt.datetime) -> None:
    """Store an edited headline and text; the editor has written it, and hands it in."""
    text.edited_by, text.edited_at = by, now
    text.save(update_fields=["headline", "text", "edited_by", "edited_at"])
    text.editors.add(by)
    sending_back.settle([text], by=by, now=now)


def send_back(text: PressRelease, *, by: User, now: dt.datetime, reason: str, seen: str) -> None:
    """Give a text, as it was `seen`, back to those who write, with the reason."""
    if not by.has_perm("offences.issue_pressrelease"):
        raise Refused("Only approvers send a text back.")
    with transaction.atomic():
        locked = PressRelease.objects.select_for_update().get(pk=text.pk)
        if seen != text_fingerprint(locked):
            raise Refused("The text changed since you opened this page. Read it again.")
        if why := why_not_issue(locked, by):
            raise Refused(why)
        sending_back.record(locked, reason, by=by, now=now)


def hand_in(text: PressRelease, *, by: User, now: dt.datetime, answer: str) -> None:
    """Hand a text in as it is, with an answer to the approver; or the approver takes it back."""
    with transaction.atomic():
        locked = PressRelease.objects.select_for_update().get(pk=text.pk)
        sending_back.hand_in(locked, "change_pressrelease", answer, by=by, now=now)


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
        _set(locked, to)
        locked.save(update_fields=list(to))
    event.refresh_from_db()
