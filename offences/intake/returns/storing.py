"""From a reading that was confirmed to counts: all of it or nothing; and questions to the force."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from offences import counts
from offences.counts import CellKey, Saved
from offences.intake import practice
from offences.intake.practice import PracticeResult
from offences.intake.returns.answers import OUT, PLAIN, ReadingAnswers
from offences.intake.returns.plan import ReadingPlan, plan_of
from offences.intake.returns.problems import ReadingProblem
from offences.models import (
    CategorySpelling,
    FoiQuery,
    FoiSubmission,
    Reading,
    folded_label,
)
from offences.refused import Refused
from offences.statistics.years import Year

LONGEST = 2000  # characters of a question
MOVED = (
    "What this file would do is not what you were shown: somebody changed the records or answered "
    "something meanwhile. Nothing was stored. Look at it again below."
)


@dataclass(frozen=True)
class StoredReading:
    """What storing a reading did: to the counts, and to what is known of the force’s practice."""

    saved: Saved
    practice: PracticeResult | None


def store(reading: Reading, fingerprint: str, *, by: User, now: dt.datetime) -> StoredReading:
    """Store what was shown. Refused, with nothing stored, where it is not ready or has moved."""
    with transaction.atomic():
        # Held until the end: of two officers on one submission the second waits, and is told.
        submission = (
            FoiSubmission.objects.select_for_update(of=("self",))
            .select_related("force", "round")
            .get(pk=reading.submission_id)
        )
        locked = Reading.objects.select_for_update(of=("self",)).get(pk=reading.pk)
        locked.submission = submission
        _as_it_was_seen(locked, reading)
        made = plan_of(locked)
        if made.fingerprint != fingerprint:
            raise Refused(MOVED)
        if reason := made.why_not:
            raise Refused(f"Nothing was stored. {reason}")
        saved = counts.save_cells(submission, made.changes(), by=by, now=now)
        told = _practice(made, submission, by, now)
        _remember(made, by, now)
        if locked.stored_at and not saved.differences:
            return StoredReading(saved, told)  # it was stored before, and nothing of it is new
        locked.stored_by, locked.stored_at = by, now
        locked.edition += 1
        locked.save(update_fields=["stored_by", "stored_at", "edition"])
    reading.stored_by, reading.stored_at, reading.edition = by, now, locked.edition
    return StoredReading(saved, told)


def _as_it_was_seen(locked: Reading, reading: Reading) -> None:
    """Of the document all is as it is now, but for what was seen in it: that never changes while
    somebody looks, and is large."""
    if "seen" in reading.document._state.fields_cache:
        locked.document.seen = reading.document.seen


def _practice(
    made: ReadingPlan, submission: FoiSubmission, by: User, now: dt.datetime
) -> PracticeResult | None:
    """What our own form asked of the force’s recording practice, where it is that form."""
    answers = (made.reading.found.get("form") or {}).get("practice")
    if not answers:
        return None
    try:
        return practice.record(submission, answers, made.reading.document, by=by, now=now)
    except practice.Refused as refused:
        raise Refused(str(refused)) from refused


def _remember(made: ReadingPlan, by: User, now: dt.datetime) -> None:
    """Keep the labels that were named, for this force’s next files."""
    answers: ReadingAnswers = made.answers
    force = made.reading.submission.force
    for key, word in answers.words.items():
        role = key.partition("|")[0]
        if not word.remember or role in ("year", "force", "measure"):
            continue
        measures = (
            list(made.words)
            if word.to in (OUT, PLAIN)
            else [pk for pk, words in made.words.items() if int(word.to) in words.categories]
        )
        for measure in measures:
            CategorySpelling.objects.update_or_create(
                measure_id=measure,
                role=role,
                folded=folded_label(word.label),
                force=force,
                defaults={
                    "spelling": word.label[:200],
                    "category_id": None if word.to in (OUT, PLAIN) else int(word.to),
                    "is_plain": word.to == PLAIN,
                    "added_by": by,
                    "added_at": now,
                },
            )


def ask_force(
    made: ReadingPlan, problem: str, question: str, *, by: User, now: dt.datetime
) -> FoiQuery:
    """Put a problem to the force. Its count is queried until the force has answered."""
    found = next((each for each in made.problems if each.key == problem), None)
    if found is None:
        raise Refused("That problem is gone: look at the reading again.")
    question = question.replace("\0", "").strip()
    if not question:
        raise Refused("Write the question to the force.")
    if len(question) > LONGEST:
        raise Refused(f"A question has {LONGEST:,} characters at most: this one was not kept.")
    reading = made.reading
    measure, year, category = found.count or _count_at(made, found) or (None, None, None)
    named = made.categories.get(category) if category else None
    what = f"{named.name}, {Year(year)}" if named and year is not None else found.place
    try:
        with transaction.atomic():
            # Held until the end: nobody marks it as checked meanwhile.
            locked = FoiSubmission.objects.select_for_update().get(pk=reading.submission_id)
            if locked.checked_at:
                counts.uncheck(reading.submission)
            return FoiQuery.objects.create(
                submission=reading.submission,
                document=reading.document,
                sheet=found.sheet[:100],
                cell=(found.cell or "")[:20],
                what=(what if found.cell else found.message)[:200],
                question=question,
                measure_id=measure,
                year=year,
                category_id=category,
                asked_by=by,
                asked_at=now,
            )
    except IntegrityError:
        raise Refused("The force is asked about this cell already.") from None


def _count_at(made: ReadingPlan, found: ReadingProblem) -> CellKey | None:
    """The count whose cell a problem is about."""
    if not found.cell:
        return None
    place = (found.sheet, found.cell)
    return next((p.key for p in made.sorted.placed if (p.sheet, p.cell) == place), None)


def close_query(query: FoiQuery, answer: str, *, by: User, now: dt.datetime) -> None:
    """Write down what the force answered; the figure itself is mended where it stands."""
    if not answer.strip():
        raise Refused("Write down what the force answered.")
    with transaction.atomic():
        locked = FoiQuery.objects.select_for_update().get(pk=query.pk)
        if locked.answered_at is not None:
            raise Refused("A colleague wrote the answer down already.")
        locked.answer, locked.answered_by, locked.answered_at = answer.strip(), by, now
        locked.save(update_fields=["answer", "answered_by", "answered_at"])
    query.answer, query.answered_at = locked.answer, locked.answered_at
