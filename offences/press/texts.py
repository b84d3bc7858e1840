"""Press releases of an event: stored, redrafted, issued; and what of it may change then."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model

from offences import sending_back
from offences.models import CampaignEvent, NationalBlock, PressBody, PressRelease, Release
from offences.press.approved_words import record_writer, shared_words
from offences.press.drafting import Draft, drafts, no_report, release_of
from offences.press.shared_parts import newer_release
from offences.refused import Refused
from offences.words.claims import document_of
from offences.words.sign_off import ANGLE_GROUPS, angle_label

READ_AND_ISSUED = ("slug", "name", "description", "notice", "release")
ISSUED = "This text is issued, so it stays as it is. A wrong figure is corrected by a release."
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


def _documents(made: Iterable[Draft]) -> dict[int, dict[str, Any]]:
    """Each claim of some drafts as it is stored, by its identity: many are of several drafts."""
    claims = {id(claim): claim for draft in made for claim in draft.claims}
    return {key: document_of(claim) for key, claim in claims.items()}


def _values(
    draft: Draft,
    words: Mapping[str, str],
    release: Release,
    documents: Mapping[int, dict[str, Any]],
) -> dict[str, object]:
    """What is stored of a draft; `words` are those that all texts of its nation have.

    The cells of a claim on many forces are stored with the text on those forces: with each force's
    own text they would grow with the square of the forces.
    """
    flat = " ".join(draft.text.split())
    shared = {name: each for name, each in words.items() if each and each in flat}
    names = ("body_kind", "place", "headline", "text", "held")
    same = {name: getattr(draft, name) for name in names}
    claims = [documents[id(claim)] for claim in draft.claims]
    if draft.body_kind == PressBody.FORCE:
        on_many = [claim.facts.panel is not None for claim in draft.claims]
        claims = [
            each | {"cells": []} if is_shared else each
            for each, is_shared in zip(claims, on_many, strict=True)
        ]
    angles = [[angle.id, angle_label(angle)] for angle in draft.angles]
    drafted = {"drafted_headline": draft.headline, "drafted_text": draft.text}
    led = {"angles": angles, "leads": draft.angle}
    shared["nation"] = draft.nation
    values = {"release": release, **same, **drafted, **led}
    return {**values, "shared": shared, "claims": claims}


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
        words = {of: shared_words(locked, of) for of in {draft.nation for draft in made}}
        documents = _documents(made)
        for draft in made:
            values = _values(draft, words[draft.nation], release, documents)
            old = existing.get(draft.body)
            stamp = {"prepared_by": by, "prepared_at": now}
            if old is None:
                new.append(PressRelease(event=locked, body=draft.body, **stamp, **values))
            elif old.issued_at is None and old.edited_at is None and _differs(old, values):
                _set(old, values | stamp)
                changed.append(old)
        if made:
            _store_block(locked, made[0].national, by)
        PressRelease.objects.bulk_create(new)
        if changed:
            sending_back.settle(changed, by=by, now=now)
            PressRelease.objects.bulk_update(changed, [*values, *stamp])
    bodies = [draft.body for draft in made]
    return list(PressRelease.objects.filter(event=event, body__in=bodies))


def _store_block(event: CampaignEvent, sentences: Sequence[str], by: User) -> None:
    """The sentences on all forces; once one differs they have to be approved again."""
    block = NationalBlock.objects.filter(event=event).first() or NationalBlock(event=event)
    words = "\n".join(sentences)
    if words and block.words != words:
        block.words = words
        record_writer(block, by)
        block.save()


def _differs(old: PressRelease, values: dict) -> bool:
    """Whether a draft says anything else; which cells are stored with its claims says nothing."""
    stored = {name: getattr(old, name) for name in values}
    return _without_cells(stored) != _without_cells(values)


def _without_cells(values: Mapping[str, Any]) -> dict[str, Any]:
    return {**values, "claims": [each | {"cells": []} for each in values["claims"]]}


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
            raise Refused(ISSUED)
        if seen and seen != text_fingerprint(locked):
            raise Refused("The text has been edited since you opened this page. Look at it again.")
        event = locked.event
        draft = fresh_draft(locked)
        words = shared_words(event, draft.nation)
        _set(locked, _values(draft, words, release_of(event), _documents([draft])))
        locked.prepared_by, locked.prepared_at = by, now
        locked.edited_by = locked.edited_at = None
        locked.save()
        sending_back.settle([locked], by=by, now=now)
        locked.editors.clear()  # nothing of what they wrote is in it
    text.refresh_from_db()


def save_edits(text: PressRelease, *, by: User, now: dt.datetime) -> None:
    """Store an edited headline and text; the editor has written it, and hands it in."""
    with transaction.atomic():
        if PressRelease.objects.select_for_update().get(pk=text.pk).issued_at:
            raise Refused(ISSUED)
        text.edited_by, text.edited_at = by, now
        text.save(update_fields=["headline", "text", "edited_by", "edited_at"])
        text.editors.add(by)
        sending_back.settle([text], by=by, now=now)


def hand_in(text: PressRelease, *, by: User, now: dt.datetime, answer: str) -> None:
    """Hand a text in as it is, with an answer to the approver; or the approver takes it back."""
    with transaction.atomic():
        locked = PressRelease.objects.select_for_update().get(pk=text.pk)
        sending_back.hand_in(locked, "change_pressrelease", answer, by=by, now=now)


def choose_angle(
    event: CampaignEvent,
    angle: str,
    *,
    by: User,
    now: dt.datetime,
    text: PressRelease | None = None,
) -> list[PressRelease]:
    """Have one text led by an angle, or all of an event’s by a group of them; draft them again."""
    with transaction.atomic():
        locked = locked_event(event)
        if text is None:
            if angle not in ("", *(group for group, _ in ANGLE_GROUPS)):
                raise Refused("There is no such angle.")
            locked.angle = angle
            locked.save(update_fields=["angle"])
            locked.texts.drafts().filter(edited_at=None).update(angle="")
            return draft_event(locked, by=by, now=now)
        row = PressRelease.objects.select_for_update().get(pk=text.pk)
        if row.issued_at or row.edited_at:
            raise Refused("It was edited or issued: its angle is in its words.")
        if angle not in [id for id, _ in row.angles]:
            raise Refused("Its figures do not allow that angle.")
        row.angle = angle
        row.save(update_fields=["angle"])
        return draft_event(locked, by=by, now=now, force=row.body)


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


def follow_release(event: CampaignEvent, number: int, *, by: User, now: dt.datetime) -> Release:
    """Rest an event on the release that replaces its own, and draft its texts again from it.

    Texts in which no word changes stay signed; edited ones stay as they are, with what is wrong.
    """
    with transaction.atomic():
        locked = locked_event(event)
        newer = newer_release(locked.release, locked.embargo_at) if locked.release else None
        if newer is None or newer.number != number:
            raise Refused("Another release is the newest by now. Look at the page again.")
        change_event(event, now=now, release=newer, older_because="")
        draft_event(event, by=by, now=now)
    return newer
