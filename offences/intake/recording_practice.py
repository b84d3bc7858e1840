"""The one writer of forces' answers on recording practice and of the breaks they make.

Nothing is guessed: an answer that names no single year inside the series makes no break, and the
caller gets a note.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from offences import counts
from offences.models import Document, FoiSubmission, Force, ForceBreak, Measure, PracticeAnswer
from offences.models.recording_practice import questions
from offences.refused import Refused
from offences.returns.labels.year_kinds import own_kind
from offences.returns.labels.years import parse_year
from offences.returns.own_form import LONGEST, NO, PARTLY, YES
from offences.statistics.years import Year, kind_of_year

BEGAN_TO_MARK = "the force began to mark crimes as online"
CHANGED = "the force changed how it records these offences"
UNCLEAR = "That {} “{}” does not name one {}: no break was made."
MOST_OF_WHAT = 200  # characters of the force's own words that readers see

_MARKER = re.compile(r"cyber|\bflag|\bmarke[dr]", re.IGNORECASE)

type Reasons = Mapping[tuple[int, int], str]
"""Measure and year → why the series breaks there."""


@dataclass(frozen=True)
class PracticeChange:
    """The year in which a force changed its counting, and why, as readers will see it."""

    year: Year
    why: str
    of_marker: bool = False  # it affects only counts that depend on the online marker


@dataclass(frozen=True)
class PracticeResult:
    """The changes made by a return's answers."""

    answers: int  # new or changed
    made: tuple[ForceBreak, ...]
    removed: tuple[str, ...]  # breaks that an earlier version of these answers had made
    notes: tuple[str, ...]  # sentences for a person to read


def record(
    submission: FoiSubmission,
    answers: Mapping[str, str],
    document: Document | None,
    *,
    by: User,
    now: dt.datetime,
) -> PracticeResult:
    """Store a return's answers on practice, and the breaks that follow: all or nothing.

    `answers` are those of a return form (`returns.own_form`), by question. The same answers again
    change nothing; a question that is not among them keeps its answer. A break that a person
    recorded, or another return, stays as it is. If anything changed, a *checked* mark goes: a
    checker, not `by`, checks it before any of it is published.
    """
    given, by_whom = _clean(answers), {"recorded_by": by, "recorded_at": now}
    with transaction.atomic():
        locked = FoiSubmission.objects.select_for_update().get(pk=submission.pk)
        stored = PracticeAnswer.objects.filter(submission=locked)
        before = dict(stored.values_list("question", "answer"))
        new = {q: text for q, text in given.items() if before.get(q) != text}
        for question, text in new.items():
            given_now = {"answer": text, "document": document} | by_whom
            PracticeAnswer.objects.update_or_create(
                submission=locked, question=question, defaults=given_now
            )
        measures = list(locked.round.measures.all())
        changes, unclear = changes_of(before | new)
        wanted, outside = _breaks(changes, measures, locked.round.last_year)
        old, _ = _breaks(changes_of(before)[0], measures, locked.round.last_year)
        breaks = [
            ForceBreak(measure_id=measure, year=year, why=why, document=document, **by_whom)
            for (measure, year), why in wanted.items()
        ]
        made, removed, changed = _store(locked, breaks, old)
        if new or changed:  # a checker who has the page open has not seen this
            counts.reopen(submission, by=by, now=now)
    return PracticeResult(len(new), tuple(made), tuple(removed), (*unclear, *outside))


def changes_of(answers: Mapping[str, str]) -> tuple[list[PracticeChange], list[str]]:
    """The changes that answers report, each with its year; and notes on what is unclear."""
    found: list[PracticeChange] = []
    notes = []
    if answers.get("flag") in (None, YES, PARTLY) and (text := answers.get("flag_since")):
        if year := _one_year(text):
            found.append(PracticeChange(year, BEGAN_TO_MARK, of_marker=True))
        else:
            notes.append(_unclear("crimes have been marked as online since", text))
    if text := answers.get("changed_year"):
        year = _one_year(text)
        if answers.get("changed") == NO:
            notes.append(f"It says that nothing changed, and names {text}: ask the force.")
        elif year:
            found.append(PracticeChange(year, _quoted(answers.get("changed_what", ""))))
        else:
            notes.append(_unclear("it has counted in another way since", text))
    elif answers.get("changed") == YES:
        notes.append("It says that its way of counting changed, but not when: ask the force.")
    return found, notes


def _unclear(since: str, text: str) -> str:
    return UNCLEAR.format(since, text[:60], kind_of_year())


def _one_year(text: str) -> Year | None:
    """A single year of the charity’s; a month or a year of another kind could be part of two."""
    found = parse_year(text)
    if found and found.kind == own_kind() and found.label and not (found.part or found.rest):
        return Year.parse(found.label)
    return None


def _quoted(text: str) -> str:
    words = " ".join(text.split()).rstrip(".")
    if len(words) > MOST_OF_WHAT:
        words = f"{words[: MOST_OF_WHAT - 1].rstrip()}…"
    return f"the force says: “{words}”" if words else CHANGED


def _clean(answers: Mapping[str, str]) -> dict[str, str]:
    if unknown := sorted(answers.keys() - {key for key, _ in questions()}):
        raise Refused(f"“{unknown[0]}” is not a question of the return form.")
    texts = {key: " ".join(text.split())[:LONGEST] for key, text in answers.items()}
    return {key: text for key, text in texts.items() if text}


def _breaks(
    changes: list[PracticeChange], measures: list[Measure], last_year: int
) -> tuple[Reasons, list[str]]:
    """The breaks of changes after the first year of a series, and notes on the other changes."""
    found: dict[tuple[int, int], list[str]] = {}
    notes = []
    for measure in measures:
        uses_marker = _MARKER.search(f"{measure.slug} {measure.name} {measure.definition}")
        for change in (each for each in changes if each.year.start > measure.first_year):
            if change.year.start > last_year:
                notes.append(f"{change.year} is after the years asked about: no break was made.")
            elif change.of_marker and not uses_marker:
                since = f"Crimes have been marked as online since {change.year}."
                why = f"The definition of “{measure}” names no such marker"
                notes.append(f"{since} {why}, so no break was made in it.")
            else:
                found.setdefault((measure.pk, change.year.start), []).append(change.why)
    return {key: "; ".join(whys) for key, whys in found.items()}, list(dict.fromkeys(notes))


def _store(
    submission: FoiSubmission, wanted: list[ForceBreak], old: Reasons
) -> tuple[list[ForceBreak], list[str], bool]:
    """Add missing breaks, remove those no longer reported; what staff have reworded stays."""
    # Another return of the same force may come in at this moment.
    force = Force.objects.select_for_update(no_key=True).get(pk=submission.force_id)
    current = {(b.measure_id, b.year): b for b in ForceBreak.objects.filter(force=force)}
    made, removed, reworded = [], [], False
    for each in wanted:
        key = (each.measure_id, each.year)
        existing = current.pop(key, None)
        if existing is None:
            each.force, each.submission = force, submission
            each.save()
            made.append(each)
        elif existing.submission_id == submission.pk and each.why != existing.why == old.get(key):
            existing.why, existing.document = each.why, each.document
            existing.save(update_fields=["why", "document"])
            reworded = True
    for rest in current.values():
        if rest.submission_id == submission.pk:
            removed.append(str(rest))
            rest.delete()
    return made, removed, reworded or bool(made or removed)
