"""Store a confirmed reading as counts, all of it or nothing; put questions to the force."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from offences import counts
from offences.counts import CellKey, Saved
from offences.intake import pending, recording_practice
from offences.intake.recording_practice import PracticeResult
from offences.intake.returns.answers import PLAIN
from offences.intake.returns.cells import Address
from offences.intake.returns.plan import ReadingPlan, plan_of
from offences.intake.returns.typed import OUT
from offences.models import (
    CategorySpelling,
    Document,
    FoiQuery,
    FoiSubmission,
    Reading,
    folded_label,
)
from offences.refused import Refused
from offences.returns import ReadFile
from offences.statistics.years import Year
from offences.words.places import places_in_words

LONGEST = 2000  # characters of a question
CHANGED_MEANWHILE = (
    "What this file would do has changed since you were shown it: somebody changed the records or "
    "answered a question. Nothing was stored. Look at it again below."
)


@dataclass(frozen=True)
class StoredReading:
    """The result of storing a reading: counts, and answers on recording practice."""

    saved: Saved
    practice: PracticeResult | None


def store(
    reading: Reading, fingerprint: str, *, by: User, now: dt.datetime, read: ReadFile | None = None
) -> StoredReading:
    """Store what was shown, or Refused; AlreadyStored if this person confirmed it before."""
    read, token = read or reading.read, f"{reading.pk}-{fingerprint}"[:32]
    with transaction.atomic():
        # Locked until the end: of two officers on one submission the second waits, and is warned.
        rows = FoiSubmission.objects.select_for_update(of=("self",))
        submission = rows.select_related("force", "round").get(pk=reading.submission_id)
        locked = Reading.objects.select_for_update(of=("self",)).get(pk=reading.pk)
        locked.submission = submission
        made = plan_of(locked, read)
        if made.fingerprint != fingerprint:
            if first := pending.find_stored(token, by):
                raise pending.AlreadyStored(first)
            raise Refused(CHANGED_MEANWHILE)
        if reason := made.why_not:
            raise Refused(f"Nothing was stored. {reason}")
        saved = counts.save_cells(submission, made.changes(), by=by, now=now)
        recorded: PracticeResult | None = None
        form = read.form
        if form and form.practice:  # our own form says how the force records
            document = made.reading.document
            recorded = recording_practice.record(
                submission, form.practice, document, by=by, now=now
            )
        _remember(made, by, now)
        if locked.stored_at and not saved.differences:
            return StoredReading(saved, recorded)  # it was stored before, and nothing is new
        pending.confirm_once(token, by, now)
        locked.stored_by, locked.stored_at = by, now
        locked.edition += 1
        locked.save(update_fields=["stored_by", "stored_at", "edition"])
    reading.stored_by, reading.stored_at, reading.edition = by, now, locked.edition
    return StoredReading(saved, recorded)


def _remember(made: ReadingPlan, by: User, now: dt.datetime) -> None:
    """Remember the labels that were named, for this force’s next files."""
    force = made.reading.submission.force
    for key, answer in made.answers.labels.items():
        role = key.partition("|")[0]
        if not answer.remember or role in ("year", "force", "measure"):
            continue
        category = None if answer.to in (OUT, PLAIN) else int(answer.to)
        meaning = {"category_id": category, "is_plain": answer.to == PLAIN}
        for measure, known in made.meanings.items():
            if category is None or category in known.categories:
                CategorySpelling.objects.update_or_create(
                    measure_id=measure,
                    role=role,
                    folded=folded_label(answer.label),
                    force=force,
                    defaults=dict(spelling=answer.label[:200], added_by=by, added_at=now) | meaning,
                )


def ask_force(
    made: ReadingPlan, problem: str, question: str, *, by: User, now: dt.datetime
) -> FoiQuery:
    """Put a problem to the force. Its count is queried until the force has answered."""
    found = next((each for each in made.problems if each.key == problem), None)
    if found is None:
        raise Refused("This problem no longer exists: look at the reading again.")
    place = (found.sheet, found.cell)
    at = (cell.key for cell in made.sorted.cells if found.cell and cell.address == place)
    count = found.count or next(at, None)
    named = made.categories.get(count[2]) if count else None
    what = f"{named.name}, {Year(count[1])}" if named and count else places_in_words(found.place)
    what = what if found.cell else found.message
    reading = made.reading
    return ask_about(
        reading.submission, reading.document, place, what, question, count, by=by, now=now
    )


def ask_about(
    submission: FoiSubmission,
    document: Document | None,
    place: Address,
    what: str,
    question: str,
    count: CellKey | None = None,
    *,
    by: User,
    now: dt.datetime,
) -> FoiQuery:
    """Note a question to the force about a place of its file, or all of it; uncheck the return."""
    question = question.replace("\0", "").strip()
    if not question:
        raise Refused("Write the question to the force.")
    if len(question) > LONGEST:
        raise Refused(f"A question has {LONGEST:,} characters at most: this one was not saved.")
    measure, year, category = count or (None, None, None)
    try:
        with transaction.atomic():
            # Locked until the end: nobody marks it as checked meanwhile.
            locked = FoiSubmission.objects.select_for_update().get(pk=submission.pk)
            if locked.checked_at:
                counts.uncheck(submission)
            return FoiQuery.objects.create(
                submission=submission,
                document=document,
                sheet=place[0][:100],
                cell=(place[1] or "")[:20],
                what=what[:200],
                question=question,
                measure_id=measure,
                year=year,
                category_id=category,
                asked_by=by,
                asked_at=now,
            )
    except IntegrityError:
        raise Refused("The force has already been asked about this cell.") from None


def close_query(query: FoiQuery, answer: str, *, by: User, now: dt.datetime) -> None:
    """Record what the force answered. The figure is corrected in its cell or the grid."""
    if not answer.strip():
        raise Refused("Write down what the force answered.")
    with transaction.atomic():
        locked = FoiQuery.objects.select_for_update().get(pk=query.pk)
        if locked.answered_at is not None:
            raise Refused("A colleague has already recorded the answer.")
        locked.answer, locked.answered_by, locked.answered_at = answer.strip(), by, now
        locked.save(update_fields=["answer", "answered_by", "answered_at"])
    query.answer, query.answered_at = locked.answer, locked.answered_at
