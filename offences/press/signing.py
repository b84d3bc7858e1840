"""Signatures on the texts of an event: who may sign what, and what a text still lacks.

Every page, list, link and command signs by `review` or `sign_many`, and both ask `why_not_sign`.
What leaves is checked once more by `why_not_leave`, with the words as they are then.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef

from offences import sending_back
from offences.models import (
    TALK,
    CampaignEvent,
    EventSigner,
    PressBody,
    PressRelease,
    ReviewKind,
    SendBack,
    SignRole,
    TextReview,
    release_step,
)
from offences.press.signers import mailbox, signer_of
from offences.press.text_checks import PLACEHOLDER, TextCheck, check_texts, fingerprint_of
from offences.refused import Refused
from offences.words import sign_off as words_of_signing

LONGEST_WORDS = 600
DECIDES = (ReviewKind.APPROVED, ReviewKind.SENT_BACK)


@dataclass(frozen=True)
class CommentThread:
    """A comment with its answers, and who settled it."""

    comment: TextReview
    answers: Sequence[TextReview]
    settled: TextReview | None


@dataclass(frozen=True)
class TextState:
    """A text with its check, and what was said of it, the oldest first."""

    text: PressRelease
    check: TextCheck
    reviews: Sequence[TextReview]
    is_sent_back: bool

    @cached_property
    def fingerprint(self) -> str:
        return fingerprint_of(self.text, self.check)

    @property
    def threads(self) -> list[CommentThread]:
        """The comments, each with what answers it, the open ones first."""
        found = []
        for each in self.reviews:
            if each.kind == ReviewKind.COMMENT and each.answers_id is None:
                to_it = [r for r in self.reviews if r.answers_id == each.pk]
                answers = [r for r in to_it if r.kind == ReviewKind.COMMENT]
                settled = next((r for r in to_it if r.kind == ReviewKind.SETTLED), None)
                found.append(CommentThread(each, answers, settled))
        return sorted(found, key=lambda thread: thread.settled is not None)

    @property
    def open_comments(self) -> int:
        return sum(thread.settled is None for thread in self.threads)

    @property
    def is_untouched(self) -> bool:
        """Whether nobody has changed it since it was drafted, in any way."""
        text = self.text
        drafted = (text.drafted_headline, text.drafted_text)
        return text.edited_at is None and (text.headline, text.text) == drafted

    @property
    def needed(self) -> list[SignRole]:
        """The roles that sign it. A local text without anything sensitive needs no safeguarding."""
        is_local = self.text.body_kind == PressBody.FORCE
        spared = SignRole.SAFEGUARDING if is_local and not self.check.sensitive else None
        return [role for role in SignRole if role != spared]

    @cached_property
    def decided(self) -> dict[str, TextReview]:
        """What each role decided last, by somebody who may decide on the text."""
        by_role = {r.role: r for r in self.reviews if r.role and r.kind in DECIDES}
        return {role: r for role, r in by_role.items() if not self.why_not_by(r.signer, r.by)}

    @cached_property
    def signed(self) -> dict[str, TextReview]:
        """The signatures on these very words and facts, by role."""
        return {
            role: each
            for role, each in self.decided.items()
            if each.kind == ReviewKind.APPROVED and each.fingerprint == self.fingerprint
        }

    @property
    def taken_back(self) -> dict[str, TextReview]:
        """Signatures on other words, or on facts that have changed since."""
        decided = self.decided.items()
        approved = {role: each for role, each in decided if each.kind == ReviewKind.APPROVED}
        return {role: each for role, each in approved.items() if role not in self.signed}

    @property
    def missing(self) -> list[SignRole]:
        return [role for role in self.needed if role not in self.signed]

    @property
    def reason(self) -> str:
        """Why an approver signed it with its findings."""
        return next((each.words for each in self.signed.values() if each.words), "")

    @property
    def is_clean(self) -> bool:
        """Untouched since drafting, and nothing was found in it."""
        held = bool(self.text.held) and not self.text.edited_at
        is_said = self.check.altered or self.check.discloses or PLACEHOLDER.search(self.text.text)
        return self.is_untouched and not (self.check.findings or held or is_said)

    def why_not_by(self, signer: EventSigner | None, by: User | None = None) -> str:
        """Why this person's decision on the text does not count; empty if it does."""
        text = self.text
        wrote = {each for each in (text.prepared_by, text.edited_by, *text.editors.all()) if each}
        if marks_of(signer, by) & set().union(*(marks_of(None, each) for each in wrote)):
            return "You wrote this text or a part of it, so a colleague has to sign it."
        if signer and not signer.account_id and signer.named_by_id in {each.pk for each in wrote}:
            return "You were named by somebody who wrote this text. A colleague has to name you."
        return ""

    def other_role_of(self, signer: EventSigner, by: User | None = None) -> str:
        """Another role for which the same account or mailbox signed these words; else empty."""
        own = marks_of(signer, by)
        signed = (r for role, r in self.signed.items() if role != signer.role)
        return next((r.get_role_display() for r in signed if own & marks_of(r.signer, r.by)), "")


def marks_of(signer: EventSigner | None, by: User | None) -> set[int | str]:
    """The marks of a person: the key of their account, their mailbox."""
    accounts = (by.pk if by else None, signer.account_id if signer else None)
    boxes = {mailbox(each.email) for each in (signer, by) if each and each.email}
    return {each for each in accounts if each is not None} | boxes


def states_of(
    event: CampaignEvent, texts: Iterable[PressRelease] | None = None, *, afresh: bool = False
) -> list[TextState]:
    """The state of an event's texts, by a fixed number of queries; `afresh` checks all of them."""
    back = SendBack.objects.unsettled()
    if texts is None:
        rows = event.texts.select_related("prepared_by", "edited_by").prefetch_related("editors")
        own = back.filter(press_release=OuterRef("pk"))
        texts = list(rows.annotate(is_back=Exists(own)))
        waiting = {each.pk for each in texts if getattr(each, "is_back", False)}
    else:
        texts = list(texts)
        of_them = back.filter(press_release__in=texts)
        waiting = set(of_them.values_list("press_release_id", flat=True))
    checks = check_texts(event, texts, afresh=afresh) if texts else {}
    reviews = defaultdict[int, list[TextReview]](list)
    for row in TextReview.objects.filter(press_release__in=texts).select_related("signer", "by"):
        reviews[row.press_release_id].append(row)
    return [TextState(t, checks[t.pk], reviews[t.pk], t.pk in waiting) for t in texts]


def why_not_as_it_is(state: TextState) -> str:
    """Why nobody may sign or issue these words; empty if somebody may."""
    text, check = state.text, state.check
    if text.issued_at:
        return "This text is issued already."
    if state.is_sent_back:
        return "It was sent back, and its author has not handed it in since."
    if check.discloses:
        return " ".join(check.discloses)
    if state.is_untouched and text.release_id != text.event.release_id:
        return f"{text.event} has another release than this text. Draft it again."
    if PLACEHOLDER.search(f"{text.headline}\n{text.text}"):
        return "The text has a placeholder. Put in the words, or remove it."
    if check.altered:
        return words_of_signing.altered(check.altered[0])
    if text.held and not text.edited_at:
        return f"It is held. {text.held} Edit the text if it is to go out all the same."
    return ""


def why_not_sign(state: TextState, signer: EventSigner, by: User | None, words: str = "") -> str:
    """Why this person may not sign this text in their role; empty if they may."""
    if why := why_not_as_it_is(state):
        return why
    if why := state.why_not_by(signer, by):
        return why
    if other := state.other_role_of(signer, by):
        return f"You signed it for {other} already, so a colleague has to sign it for this role."
    if signer.role not in state.needed:
        return "Nothing in it needs safeguarding: no age, sex, platform or count under 10."
    if signer.role in state.signed:
        return f"It is signed for {signer.get_role_display()} already."
    others = [role.label for role in state.missing if role != signer.role]
    if signer.role == SignRole.MEDIA and others:
        return words_of_signing.signs_last(others)
    if state.check.blocks and not (words.strip() or state.reason):
        return words_of_signing.reason_needed(state.check)
    return ""


def why_not_leave(state: TextState) -> str:
    """Why a text may not be issued: a signature, a reason or right words are missing."""
    if why := why_not_as_it_is(state):
        return why
    if state.missing:
        return words_of_signing.not_signed([role.label for role in state.missing])
    if state.check.blocks and not state.reason:
        return words_of_signing.reason_needed(state.check)
    return ""


def review(
    text: PressRelease,
    kind: str,
    *,
    now: dt.datetime,
    role: str = "",
    by: User | None = None,
    link: str = "",
    seen: str = "",
    words: str = "",
    answers: int | None = None,
) -> TextReview:
    """Sign a text, send it back or talk about it, as it was `seen`: a person, or by their link."""
    words = " ".join(words.replace("\0", "").split())[:LONGEST_WORDS]
    with transaction.atomic():
        event = locked_event_of(text)
        state = locked_states(event, [text.pk])[0]
        signer = None
        if role or link or kind not in TALK:
            signer = signer_of(event, role, by=by, link=link, now=now)
        if kind == ReviewKind.APPROVED:
            assert signer is not None
            if seen != state.fingerprint:
                raise Refused(
                    "The text or its figures have changed since you opened it. Read it again."
                )
            if why := why_not_sign(state, signer, by, words):
                raise Refused(why)
        elif kind not in (ReviewKind.SEEN, ReviewKind.SETTLED) and not words:
            raise Refused("Say what you mean in words: its author reads them.")
        if kind == ReviewKind.SENT_BACK:
            if state.text.issued_at:
                raise Refused("This text is issued already.")
            name = signer.name if signer else ""
            sending_back.record(state.text, words, by=by, now=now, name=name)
        thread = _open_thread(state, kind, answers)
        (made,) = _record([state], kind, signer, by, now, words, thread)
    return made


def _open_thread(state: TextState, kind: str, answers: int | None) -> TextReview | None:
    """The comment that a step answers or settles, while it is open."""
    if answers is None and kind != ReviewKind.SETTLED:
        return None
    open_ = (each.comment for each in state.threads if each.settled is None)
    if comment := next((each for each in open_ if each.pk == answers), None):
        return comment
    raise Refused("That comment is settled, or is not one of this text. Look at the page again.")


def sign_many(
    event: CampaignEvent,
    seen: Mapping[int, str],
    *,
    now: dt.datetime,
    role: str = "",
    by: User | None = None,
    link: str = "",
    is_sample_read: bool,
) -> int:
    """Sign texts in which nothing was found and nobody changed a word, as they were `seen`.

    All of them, or none: with the first one that has to be read by itself.
    """
    if not is_sample_read:
        raise Refused("Read the sample first, and say that you did.")
    with transaction.atomic():
        event = CampaignEvent.objects.select_for_update().get(pk=event.pk)
        signer = signer_of(event, role, by=by, link=link, now=now)
        states = locked_states(event, seen)
        for state in states:
            why = why_not_in_bulk(state, signer, by)
            if not why and seen[state.text.pk] != state.fingerprint:
                why = "It has changed since you opened this page."
            if why:
                raise Refused(f"Nothing is signed. {state.text.place}: {why}")
        _record(states, ReviewKind.APPROVED, signer, by, now, "")
    return len(states)


def why_not_in_bulk(state: TextState, signer: EventSigner, by: User | None) -> str:
    """Why a text is signed by itself, or not at all; empty where it is signed with others."""
    if state.text.body_kind != PressBody.FORCE:
        return "Texts of nations and of all forces are signed one by one."
    if not state.is_clean:
        return "It was edited or has a finding: it is signed by itself."
    if signer.role == SignRole.SAFEGUARDING:
        return "Safeguarding reads each text by itself."
    return why_not_sign(state, signer, by)


def locked_event_of(text: PressRelease) -> CampaignEvent:
    """The event of a text, locked until the transaction ends. Events are locked before texts."""
    return CampaignEvent.objects.select_for_update().get(pk=text.event_id)


def locked_states(event: CampaignEvent, keys: Iterable[int]) -> list[TextState]:
    """Some texts of a locked event, locked, and checked afresh."""
    rows = PressRelease.objects.select_for_update(of=("self",)).filter(event=event, pk__in=[*keys])
    rows = rows.select_related("prepared_by").prefetch_related("editors").order_by("pk")
    for text in (texts := list(rows)):
        text.event = event
    if not texts:
        raise Refused("There is no such text in this event.")
    return states_of(event, texts, afresh=True)


def _record(
    states: Sequence[TextState],
    kind: str,
    signer: EventSigner | None,
    by: User | None,
    now: dt.datetime,
    words: str,
    answers: TextReview | None = None,
) -> list[TextReview]:
    made = [
        TextReview(
            press_release=state.text,
            signer=signer,
            role=signer.role if signer else "",
            by=by,
            kind=kind,
            words=words,
            answers=answers,
            fingerprint=state.fingerprint,
            headline=state.text.headline,
            text=state.text.text,
            at=now,
        )
        for state in states
    ]
    with release_step():
        return TextReview.objects.bulk_create(made)


def changes_since(state: TextState, signer: EventSigner | None) -> tuple[str, str]:
    """The headline and text that a person decided on last; as drafted for one who did not."""
    decided = (each for each in state.reviews if each.kind in DECIDES)
    own = [each for each in decided if signer and each.signer_id == signer.pk]
    if own:
        return own[-1].headline, own[-1].text
    return state.text.drafted_headline, state.text.drafted_text
