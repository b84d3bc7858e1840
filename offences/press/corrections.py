"""Texts that left with a figure that was revised since, and what those who got them are told."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from offences.english import and_list, ended
from offences.models import (
    Correction,
    FigureKind,
    Force,
    IssuedText,
    MediaContact,
    PressBody,
    Release,
    ReleasedFigure,
)
from offences.press.grounds import Whole, ground_of, wholes_of
from offences.press.moved import Moved, moved_since
from offences.refused import Refused
from offences.statistics.years import Year
from offences.tracing.marking import MarkedText, TextPiece
from offences.words.remarks import revised

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
        """“Northshire, 2018/19: 68 is now 71 (release 5).”"""
        if self.withdrawn:
            return "Its figures were withdrawn."
        told = [m for m in self.moved if m.printed] or self.moved
        return " ".join(revised(m.of, m.before, m.after, m.release) for m in told)


def to_correct(now: dt.datetime, only: int | None = None) -> list[ToCorrect]:
    """Every issued text (or one, by its key) that the newest public release contradicts, until
    somebody says that those who got it were told. The same questions, however many texts."""
    texts = [text for text in _behind(now) if only in (None, text.pk)]
    if not texts:
        return []
    releases = Release.objects.select_related("measure").in_bulk(
        {pk for text in texts for pk in (text.base or text.release_id, text.newest) if pk}
    )
    waiting = [
        (text, releases[text.base or text.release_id], releases[text.newest])
        for text in texts
        if text.newest and releases[text.newest].number > text.release.number
    ]
    rows = list(
        ReleasedFigure.objects.filter(
            Q(release__in=Release.objects.public(now)) | Q(release__in=releases),
            claim__in=[FigureKind.COUNT, FigureKind.SUM],
            breakdown="",
            release__measure__in={newest.measure_id for _, _, newest in waiting},
        )
        .exclude(Q(state="missing") & Q(revised_why=""))
        .select_related("release")
        .order_by("pk")
    )
    later = {text.pk for text, _, _ in waiting}
    withdrawn = [text for text in texts if text.pk not in later]
    return [
        *_contradicted(waiting, rows),
        *(ToCorrect(text, text.release, (), ()) for text in withdrawn),
    ]


def _behind(now: dt.datetime) -> QuerySet[Any]:
    """The texts of whose measure a newer release is public than those who got them know of, or
    whose own was withdrawn: with both. What they know is the last release they were told of."""
    public = Release.objects.public(now).filter(measure=OuterRef("release__measure"))
    told = Correction.objects.filter(issued_text=OuterRef("pk"))
    newest, last = public.order_by("-number"), told.order_by("-release__number")
    return (
        IssuedText.objects.select_related("event", "release__measure")
        .annotate(
            newest=Subquery(newest.values("pk")[:1]),
            newest_number=Subquery(newest.values("number")[:1]),
            base=Subquery(last.values("release")[:1]),
            known=Coalesce(Subquery(last.values("release__number")[:1]), F("release__number")),
        )
        .filter(
            Q(newest_number__gt=F("known"))
            | Q(release__withdrawn_at__isnull=False, base__isnull=True)
        )
        .order_by("event__embargo_at", "body_kind", "place")
    )


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
    both = {r.pk: r for _, base, newest, _ in candidates for r in (base, newest)}
    states = {pk: (pk, r.approved_at, _state(rows, r)) for pk, r in both.items()}
    keys = {
        text.pk: _digest(
            (text.pk, text.headline, text.text, text.release.year),
            (states[base.pk], states[newest.pk]),
        )
        for text, base, newest, _ in candidates
    }
    known = cache.get_many(keys.values())  # tracing all texts of an event takes seconds
    new = [each for each in candidates if keys[each[0].pk] not in known]
    for pk, slips in _traced([(text, base, newest) for text, base, newest, _ in new]).items():
        known[keys[pk]] = slips
        cache.set(keys[pk], slips, A_DAY)
    for text, base, newest, moved in candidates:
        slips = known[keys[text.pk]]
        if slips or (text.release.withdrawn_at and base.pk == text.release_id):
            yield ToCorrect(text, newest, slips, moved)


def _traced(waiting: Sequence[Waiting]) -> dict[int, tuple[Slip, ...]]:
    """What is wrong by now in each text; four questions in all, and none for no text."""
    if not waiting:
        return {}
    needed = {
        (release.pk, text.release.year): (release, Year(text.release.year))
        for text, base, newest in waiting
        for release in (base, newest)
    }
    wholes = dict(zip(needed, wholes_of(list(needed.values())), strict=True))
    forces = {force.slug: force for force in Force.objects.all()}
    found = {}
    for text, base, newest in waiting:
        old, new = (wholes[release.pk, text.release.year] for release in (base, newest))
        found[text.pk] = _slips(text, old, new, forces)
    return found


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _state(rows: Sequence[ReleasedFigure], release: Release) -> str:
    """The figures of a release in short. They never change once it is approved."""
    names = [f.attname for f in ReleasedFigure._meta.concrete_fields]
    own = [[getattr(f, name) for name in names] for f in rows if f.release_id == release.pk]
    return _digest(own)


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


def _marked(text: IssuedText, whole: Whole, forces: Mapping[str, Force]) -> MarkedText | None:
    try:
        ground = ground_of(whole, text.body, Year(text.release.year), forces)
    except Refused:
        return None
    return ground.mark(f"{text.headline}\n\n{text.text}")


def _slips_in(paragraph: Sequence[TextPiece], new: set[int]) -> Iterator[Slip]:
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
        f"- {m.of}: {m.before} is now {m.after}." + (f" Why: {ended(m.why)}" if m.why else "")
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
    if text.body_kind == PressBody.FORCE:
        covers = Q(forces__slug=text.body) | everywhere
    elif text.body_kind == PressBody.NATION:
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
