"""Issued texts with figures revised since, and the corrections sent to their recipients."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.cache import caches
from django.db import transaction
from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.template.loader import render_to_string

from offences import models as db
from offences.english import and_list, ended
from offences.press.basis import ReleaseFacts, basis_of, facts_of_releases
from offences.press.revised_figures import Forces, ReleaseComparison, RevisedFigure, revised_in
from offences.refused import Refused
from offences.statistics.years import Year
from offences.tracing.marking import MarkedText, TextPiece
from offences.trends import Figures
from offences.words import remarks
from offences.words.remarks import revised

_END = re.compile(r"(?<=[.!?”])\s+|\n")
A_DAY = 24 * 60 * 60
RIGHT = ("traced", "rounded", "loose")


@dataclass(frozen=True)
class OutdatedSentence:
    """A sentence of an issued text, and what it should say by the newest release."""

    figures: str
    sentence: str
    correction: str


@dataclass(frozen=True)
class TextToCorrect:
    """One issued text that a newer release contradicts, and whose recipients do not know it."""

    text: db.IssuedText
    release: db.Release  # the newest public one; its own where that is withdrawn and none is newer
    outdated: tuple[OutdatedSentence, ...]
    revised: tuple[RevisedFigure, ...]

    @property
    def withdrawn(self) -> bool:
        return self.release.pk == self.text.release_id

    @property
    def what(self) -> str:
        """What changed of the figures in the text: “…: 68 is now 71 (release 5).”"""
        if self.withdrawn:
            return remarks.WITHDRAWN
        return " ".join(revised(m.of, m.before, m.after, m.release) for m in self.in_text)

    @property
    def in_text(self) -> Sequence[RevisedFigure]:
        """The revised figures that the text itself has, else all of them."""
        return [figure for figure in self.revised if figure.is_in_text] or self.revised


def texts_to_correct(now: dt.datetime, only: int | None = None) -> list[TextToCorrect]:
    """Issued texts (or `only` one) that the newest public release contradicts, until noted.

    Every text ever issued is compared with the newest release, which takes seconds after many
    years. So the list is remembered until a release, a text or a correction is added.
    """
    if only is not None:
        return _examine(_behind(now).filter(pk=only), now)
    issued = _issued()
    if not issued["texts"]:
        return []
    key = _digest("texts to correct", sorted(issued.items()), _approved_releases(now))
    kept = caches["results"].get(key)
    if kept is None:
        found = _examine(_behind(now), now)
        caches["results"].set(key, [each.text.pk for each in found], A_DAY)
        return found
    return _examine(_behind(now).filter(pk__in=kept), now) if kept else []


def _issued() -> dict[str, Any]:
    """How many texts and corrections there are, and the newest of each."""
    newest = {"text": Max("pk"), "correction": Max("corrections__pk")}
    numbers = {"texts": Count("pk", distinct=True), "noted": Count("corrections")}
    return db.IssuedText.objects.aggregate(**numbers, **newest)


def _approved_releases(now: dt.datetime) -> list[tuple]:
    """The approved releases, which are public by a moment, and which are withdrawn."""
    rows = db.Release.objects.filter(approved_at__isnull=False).order_by("pk")
    columns = rows.values_list("pk", "approved_at", "public_at", "withdrawn_at")
    return [
        (pk, approved, bool(public and public <= now), withdrawn)
        for pk, approved, public, withdrawn in columns
    ]


def _examine(behind: QuerySet[Any], now: dt.datetime) -> list[TextToCorrect]:
    """Those of these texts that the newest public release contradicts."""
    texts = list(behind)
    if not texts:
        return []
    compared = {pk for t in texts for pk in (t.base or t.release_id, t.newest) if pk}
    needed = compared.union(text.release_id for text in texts)
    public = db.Release.objects.public(now).order_by()
    of_texts_or_public = Q(pk__in=needed) | Q(pk__in=public.values("pk"))
    releases = db.Release.objects.select_related("measure").filter(of_texts_or_public).in_bulk()
    events = db.CampaignEvent.objects.in_bulk({text.event_id for text in texts})
    for text in texts:  # thousands of texts are of a few events and releases
        text.event, text.release = events[text.event_id], releases[text.release_id]
    waiting = [
        (text, releases[text.base or text.release_id], releases[text.newest])
        for text in texts
        if text.newest and releases[text.newest].number > text.release.number
    ]
    # Of the releases between, only what they say of a revision is wanted.
    explained = Q(release__in=public) & ~Q(revised_why="")
    rows = list(
        db.ReleasedFigure.objects.filter(
            explained | Q(release__in=compared),
            figure_kind__in=[db.FigureKind.COUNT, db.FigureKind.SUM],
            breakdown="",
            release__measure__in={newest.measure_id for _, _, newest in waiting},
        )
        .exclude(Q(state="missing") & Q(revised_why=""))
        .order_by("pk")
    )
    for row in rows:
        row.release = releases[row.release_id]
    later = {text.pk for text, _, _ in waiting}
    withdrawn = [text for text in texts if text.pk not in later]
    own = (TextToCorrect(text, text.release, (), ()) for text in withdrawn)
    forces = {force.slug: force for force in db.Force.objects.all()} if waiting else {}
    return [*_contradicted(waiting, rows, forces), *own]


def _behind(now: dt.datetime) -> QuerySet[Any]:
    """The texts whose recipients need a correction.

    They do not know the newest public release, or their own was withdrawn. They know the release
    of the text, or the last one they were sent a correction from.
    """
    public = db.Release.objects.public(now).filter(measure=OuterRef("release__measure"))
    sent = db.Correction.objects.filter(issued_text=OuterRef("pk"))
    newest, last = public.order_by("-number"), sent.order_by("-release__number")
    known = Subquery(last.values("release__number")[:1])
    return (
        db.IssuedText.objects.annotate(
            newest=Subquery(newest.values("pk")[:1]),
            newest_number=Subquery(newest.values("number")[:1]),
            base=Subquery(last.values("release")[:1]),
            known_number=Coalesce(known, F("release__number")),
        )
        .filter(
            Q(newest_number__gt=F("known_number"))
            | Q(release__withdrawn_at__isnull=False, base__isnull=True)
        )
        .order_by("event__embargo_at", "body_kind", "place")
    )


Waiting = tuple[db.IssuedText, db.Release, db.Release]
Candidate = tuple[db.IssuedText, db.Release, db.Release, tuple[RevisedFigure, ...]]


def _contradicted(
    waiting: Sequence[Waiting], rows: Figures, forces: Forces
) -> Iterator[TextToCorrect]:
    changes = ReleaseComparison(rows)
    candidates = [
        (text, base, newest, revised)
        for text, base, newest in waiting
        for between in [changes.between(base.measure_id, base.number, newest.number)]
        if (revised := tuple(revised_in(text, between, forces))) or text.release.withdrawn_at
    ]
    both = {r.pk: r for _, base, newest, _ in candidates for r in (base, newest)}
    states = {
        pk: (pk, r.approved_at, _state(changes.of[r.measure_id, r.number]))
        for pk, r in both.items()
    }
    words = {t.pk: (t.pk, t.headline, t.text, t.release.year) for t, *_ in candidates}
    keys = {
        text.pk: _digest(words[text.pk], (states[base.pk], states[newest.pk]))
        for text, base, newest, _ in candidates
    }
    traced = caches["results"]  # tracing all texts of an event takes seconds
    cached = traced.get_many(keys.values())
    new = [each for each in candidates if keys[each[0].pk] not in cached]
    for pk, sentences in _traced(new, forces).items():
        cached[keys[pk]] = sentences
        traced.set(keys[pk], sentences, A_DAY)
    for text, base, newest, revised in candidates:
        sentences = cached[keys[text.pk]]
        if sentences or (text.release.withdrawn_at and base.pk == text.release_id):
            yield TextToCorrect(text, newest, sentences, revised)


def _traced(
    waiting: Sequence[Candidate], forces: Forces
) -> dict[int, tuple[OutdatedSentence, ...]]:
    """The outdated sentences of each text; three queries in all, and none for no text."""
    if not waiting:
        return {}
    needed = {
        (release.pk, text.release.year): (release, Year(text.release.year))
        for text, base, newest, _ in waiting
        for release in (base, newest)
    }
    wholes = dict(zip(needed, facts_of_releases(list(needed.values())), strict=True))
    found = {}
    for text, base, newest, figures in waiting:
        old, new = (wholes[release.pk, text.release.year] for release in (base, newest))
        replaced = {each.before: each.after for each in figures if each.is_exact}
        found[text.pk] = _outdated(text, old, new, forces, replaced)
    return found


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _state(figures: Figures) -> str:
    """The figures of a release in short. They never change once it is approved."""
    names = [f.attname for f in db.ReleasedFigure._meta.concrete_fields]
    return _digest([[getattr(figure, name) for name in names] for figure in figures])


def _outdated(
    text: db.IssuedText,
    base: ReleaseFacts,
    newest: ReleaseFacts,
    forces: Forces,
    replaced: Mapping[str, str],
) -> tuple[OutdatedSentence, ...]:
    """The sentences that the newest release contradicts and the release before did not.

    `replaced` are the old figures that have a new one, which is too different to be suggested.
    """
    then, now = (_marked(text, whole, forces) for whole in (base, newest))
    if now is None:
        return ()
    before = {(f.start, f.text, f.suggestion) for f in then.wrong} if then else set()
    new = {f.start for f in now.wrong if (f.start, f.text, f.suggestion) not in before}
    if then:
        # A figure that is too different by now to be taken for a slip has no source any more.
        right = {f.start for _, f in then.figures if f.verdict in RIGHT}
        new |= {f.start for _, f in now.figures if f.verdict == "untraced" and f.start in right}
    found = (_outdated_in(paragraph, new, replaced) for paragraph in now.paragraphs)
    return tuple(each for of_paragraph in found for each in of_paragraph)


def _marked(text: db.IssuedText, whole: ReleaseFacts, forces: Forces) -> MarkedText | None:
    try:
        basis = basis_of(whole, text.body, Year(text.release.year), forces)
    except Refused:
        return None
    return basis.mark(f"{text.headline}\n\n{text.text}")


def _outdated_in(
    paragraph: Sequence[TextPiece], new: set[int], replaced: Mapping[str, str]
) -> Iterator[OutdatedSentence]:
    """Each sentence with a wrong figure, and the same with the right one."""
    whole = "".join(piece.text for piece in paragraph)
    ends = [match.end() for match in _END.finditer(whole)] + [len(whole)]
    start = 0
    for end in ends:
        at, now, figures = 0, "", []
        for piece in paragraph:
            inside = start <= at < end
            wrong = piece.figure if piece.figure and piece.figure.start in new else None
            if wrong and inside:
                figures.append(piece.text)
                instead = wrong.suggestion or replaced.get(piece.text)
                now += instead or remarks.no_longer(piece.text)
            else:
                now += piece.text[max(start - at, 0) : max(end - at, 0)]
            at += len(piece.text)
        if figures:
            yield OutdatedSentence(
                and_list(figures), whole[start:end].strip(" -\n"), now.strip(" -\n")
            )
        start = end


def correction_notice(each: TextToCorrect) -> str:
    """The notice to recipients, to be copied: the old figure, the new one, and why."""
    context = {
        "text": each.text,
        "release": each.release,
        "withdrawn": each.withdrawn and ended(each.text.release.withdrawn_reason),
        "revised": [(figure, ended(figure.why) if figure.why else "") for figure in each.in_text],
        "outdated": each.outdated,
    }
    return render_to_string("press/correction.txt", context).strip() + "\n"


def contacts_of(text: db.IssuedText) -> QuerySet[db.MediaContact]:
    """The contacts that cover the place of a text, without those who asked us to stop writing."""
    covers = Q(forces__isnull=True)  # the whole country
    if text.body_kind == db.PressBody.FORCE:
        covers |= Q(forces__slug=text.body)
    elif text.body_kind == db.PressBody.NATION:
        covers |= Q(forces__nation=text.place)
    return db.MediaContact.objects.filter(covers, stopped_on__isnull=True).distinct()


def record_correction(
    text: db.IssuedText, release: db.Release, *, how: str, by: User, now: dt.datetime
) -> db.Correction:
    """Note that the recipients of a text were sent what this release says instead."""
    how = " ".join(how.split())
    if not how:
        raise Refused("Say who was told, and how.")
    with transaction.atomic():
        locked = db.IssuedText.objects.select_for_update().get(pk=text.pk)
        if locked.corrections.filter(release=release).exists():
            raise Refused("A colleague has noted that already.")
        if not any(each.release.pk == release.pk for each in texts_to_correct(now, only=text.pk)):
            raise Refused(f"{release} does not contradict this text, or a newer one is out.")
        return db.Correction.objects.create(
            issued_text=locked, release=release, how=how, done_by=by, done_at=now
        )
