"""Texts that left with a figure that was revised since, and what those who got them are told."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import transaction
from django.db.models import Q, QuerySet

from offences.claims.remarks import revised
from offences.claims.tracing.marked import Marked, Piece
from offences.claims.wording import and_list, ended
from offences.models import (
    Correction,
    Force,
    IssuedText,
    MediaContact,
    PressRelease,
    Release,
    ReleasedFigure,
)
from offences.press.grounds import Whole, ground_of, wholes_of
from offences.press.moved import Claim, Moved, moved_since
from offences.press.rules import Refused
from offences.statistics.years import Year

_END = re.compile(r"(?<=[.!?”])\s+|\n")
A_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Slip:
    """A sentence that left, and what it would say by the newest release."""

    printed: str
    sentence: str
    now: str


@dataclass(frozen=True)
class ToCorrect:
    """One text whose readers have to be told that a newer release contradicts it."""

    text: IssuedText
    release: Release  # the newest public one; its own where that is withdrawn and none is newer
    slips: tuple[Slip, ...]
    moved: tuple[Moved, ...]

    @property
    def withdrawn(self) -> bool:
        return self.release.pk == self.text.release_id

    @property
    def what(self) -> str:
        """“68 for 2018/19 is now 71 (release 5).”"""
        if self.withdrawn:
            return "Its figures were withdrawn."
        told = [m for m in self.moved if m.printed] or self.moved
        return " ".join(revised(m.before, m.after, m.release, years=m.year) for m in told)


def to_correct(now: dt.datetime, only: int | None = None) -> list[ToCorrect]:
    """Every issued text (or one, by its key) that the newest public release contradicts, until
    somebody says that those who got it were told. The same questions, however many texts."""
    texts = list(
        IssuedText.objects.filter(**({"pk": only} if only else {}))
        .select_related("event", "release__measure")
        .prefetch_related("corrections__release")
        .order_by("event__embargo_at", "body_kind", "place")
    )
    public: dict[int, Release] = {}
    for release in Release.objects.public(now).select_related("measure").order_by("number"):
        public[release.measure_id] = release
    waiting = [
        (text, base, newest)
        for text in texts
        if (newest := public.get(text.release.measure_id)) and newest.number > text.release.number
        if (base := _base(text)).number < newest.number
    ]
    rows = list(
        ReleasedFigure.objects.filter(
            Q(release__in=Release.objects.public(now)) | Q(release__in=[b for _, b, _ in waiting]),
            claim__in=[Claim.COUNT, Claim.SUM],
            release__measure__in={newest.measure_id for _, _, newest in waiting},
        )
        .exclude(Q(state="missing") & Q(revised_why=""))
        .select_related("release")
    )
    found = list(_contradicted(waiting, rows))
    later = {text.pk for text, _, _ in waiting}
    for text in texts:
        told = {each.release_id for each in text.corrections.all()}
        if text.release.withdrawn_at and not told and text.pk not in later:
            found.append(ToCorrect(text, text.release, (), ()))
    return found


def _base(text: IssuedText) -> Release:
    """What those who got a text know: its own release, or the last by which it was corrected."""
    return max([text.release, *(c.release for c in text.corrections.all())], key=lambda r: r.number)


Waiting = tuple[IssuedText, Release, Release]


def _contradicted(
    waiting: Sequence[Waiting], rows: Sequence[ReleasedFigure]
) -> Iterator[ToCorrect]:
    candidates = [
        (text, base, newest, moved)
        for text, base, newest in waiting
        if (moved := tuple(moved_since(text, rows, base.number, newest.number)))
        or text.release.withdrawn_at
    ]
    needed = {
        (release.pk, text.release.year): (release, Year(text.release.year))
        for text, base, newest, _ in candidates
        for release in (base, newest)
    }
    wholes = dict(zip(needed, wholes_of(list(needed.values())), strict=True))
    forces = {force.slug: force for force in Force.objects.all()}
    states = {key: _state(whole, forces) for key, whole in wholes.items()}
    for text, base, newest, moved in candidates:
        old, new = ((release.pk, text.release.year) for release in (base, newest))
        key = _digest(states[old], states[new], text.body, text.headline, text.text)
        slips = cache.get(key)  # tracing all texts of an event takes seconds
        if slips is None:
            slips = _slips(text, wholes[old], wholes[new], forces)
            cache.set(key, slips, A_DAY)
        if slips or (text.release.withdrawn_at and base.pk == text.release_id):
            yield ToCorrect(text, newest, slips, moved)


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _state(whole: Whole, forces: Mapping[str, Force]) -> str:
    """Another one whenever anything is that a text is traced against."""
    rows = [
        [getattr(row, f.attname) for f in row._meta.concrete_fields]
        for row in (*whole.figures, *whole.responses, *forces.values(), whole.release.measure)
    ]
    return _digest(rows, whole.release.breaks, whole.year)


def _slips(
    text: IssuedText, base: Whole, newest: Whole, forces: Mapping[str, Force]
) -> tuple[Slip, ...]:
    """What the newest release finds wrong in a text and the release before it did not."""
    now = _marked(text, newest, forces)
    then = _marked(text, base, forces)
    if now is None:
        return ()
    known = {(f.start, f.text, f.suggestion) for f in then.wrong} if then else set()
    new = {f.start for f in now.wrong if (f.start, f.text, f.suggestion) not in known}
    return tuple(slip for paragraph in now.paragraphs for slip in _slips_in(paragraph, new))


def _marked(text: IssuedText, whole: Whole, forces: Mapping[str, Force]) -> Marked | None:
    try:
        ground = ground_of(whole, text.body, Year(text.release.year), forces)
    except Refused:
        return None
    return ground.mark(f"{text.headline}\n\n{text.text}")


def _slips_in(paragraph: Sequence[Piece], new: set[int]) -> Iterator[Slip]:
    """Sentence by sentence: what is printed, and the same with what should stand there."""
    whole = "".join(piece.text for piece in paragraph)
    ends = [match.end() for match in _END.finditer(whole)] + [len(whole)]
    start = 0
    for end in ends:
        at, now, printed = 0, "", []
        for piece in paragraph:
            inside = start <= at < end
            wrong = piece.figure if piece.figure and piece.figure.start in new else None
            if wrong and inside:
                printed.append(piece.text)
                now += wrong.suggestion or f"[{piece.text}: no longer so]"
            else:
                now += piece.text[max(start - at, 0) : max(end - at, 0)]
            at += len(piece.text)
        if printed:
            yield Slip(and_list(printed), whole[start:end].strip(" -\n"), now.strip(" -\n"))
        start = end


def letter_of(each: ToCorrect) -> str:
    """The words of a correction, to be copied: the old figure, the new one, and why."""
    text = each.text
    head = (
        f"CORRECTION: {text.headline}\n\n"
        f"Our press release for {text.place}, embargoed until {text.event.embargo_in_words}, "
    )
    if each.withdrawn:
        return (
            f"{head}rested on figures that were withdrawn. "
            f"{ended(text.release.withdrawn_reason)}\n\n"
            "Please do not use it, and correct what you have published.\n"
        )
    lines = [
        f"- {m.whose}, {m.year}: {m.before} is now {m.after}."
        + (f" Why: {ended(m.why)}" if m.why else "")
        for m in ([m for m in each.moved if m.printed] or each.moved)
    ]
    also = [f"- It said: “{s.sentence}” It should say: “{s.now}”" for s in each.slips]
    return (
        f"{head}gave figures that have been revised since "
        f"(release {each.release.number}, {each.release.public_in_words}):\n\n"
        + "\n".join(lines)
        + ("\n\nIn the text:\n\n" + "\n".join(also) if also else "")
        + "\n\nPlease correct what you have published.\n"
    )


def contacts_of(text: IssuedText) -> QuerySet[MediaContact]:
    """Whoever covers the place of a text, but for those who asked not to be written to again."""
    everywhere = Q(forces__isnull=True)
    if text.body_kind == PressRelease.Body.FORCE:
        covers = Q(forces__slug=text.body) | everywhere
    elif text.body_kind == PressRelease.Body.NATION:
        covers = Q(forces__nation=text.place) | everywhere
    else:
        covers = everywhere
    return MediaContact.objects.filter(covers, stopped_on__isnull=True).distinct()


def corrected(
    text: IssuedText, release: Release, *, how: str, by: User, now: dt.datetime
) -> Correction:
    """Note that those who were sent a text were told what this release says instead."""
    how = " ".join(how.split())
    if not how:
        raise Refused("Say who was told, and how.")
    with transaction.atomic():
        locked = IssuedText.objects.select_for_update().get(pk=text.pk)
        if locked.corrections.filter(release=release).exists():
            raise Refused("A colleague has noted that already.")
        if not any(each.release.pk == release.pk for each in to_correct(now, only=text.pk)):
            raise Refused(f"{release} does not contradict this text, or a newer one is out.")
        return Correction.objects.create(
            issued_text=locked, release=release, how=how, done_by=by, done_at=now
        )
