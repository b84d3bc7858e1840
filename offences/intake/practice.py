"""The one writer of what a force tells of its recording practice, and of the breaks that follow.

An answer that says from which year on a force counts in another way breaks that force's series:
its figures from before are not compared with later ones. Nothing is guessed: an answer that names
no single year inside the series makes no break, and the caller is told.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from offences import counts
from offences.models import (
    Document,
    FoiSubmission,
    Force,
    ForceBreak,
    Measure,
    PracticeAnswer,
)
from offences.models.recording_practice import questions
from offences.refused import Refused
from offences.returns.labels.years import parse_year
from offences.returns.own_form import LONGEST, NO, PARTLY, YES
from offences.statistics.years import Year

BEGAN_TO_MARK = "the force began to mark crimes as online"
CHANGED = "the force changed how it records these offences"
MOST_OF_WHAT = 200  # characters of the force's own words that readers see


_MARKER = re.compile(r"cyber|\bflag|\bmarke[dr]", re.IGNORECASE)


@dataclass(frozen=True)
class PracticeChange:
    """From which year on a force counts in another way, and why, as readers will see it."""

    year: Year
    why: str
    of_marker: bool = False  # it touches those counts alone that rest on the online marker


@dataclass(frozen=True)
class PracticeResult:
    """What was done with the answers of a return."""

    answers: int  # new or changed
    made: tuple[ForceBreak, ...]
    taken_back: tuple[str, ...]  # breaks that an earlier version of these answers had made
    told: tuple[str, ...]  # what a person should look at, in sentences


def record(
    submission: FoiSubmission,
    answers: Mapping[str, str],
    document: Document | None,
    *,
    by: User,
    now: dt.datetime,
) -> PracticeResult:
    """Store a return's answers on practice, and the breaks that they come to: all or nothing.

    `answers` are those of a return form (`returns.own_form`), by question. The same answers again
    change nothing; a question that is not among them keeps its answer. A break that a person
    recorded, or another return, stays as it is. Where something changed, a *checked* mark goes: a
    checker, not `by`, looks again before any of it is published.
    """
    said = _read(answers)
    with transaction.atomic():
        locked = FoiSubmission.objects.select_for_update().get(pk=submission.pk)
        stored = PracticeAnswer.objects.filter(submission=locked)
        before = dict(stored.values_list("question", "answer"))
        news = {q: text for q, text in said.items() if before.get(q) != text}
        for question, text in news.items():
            PracticeAnswer.objects.update_or_create(
                submission=locked,
                question=question,
                defaults={
                    "answer": text,
                    "document": document,
                    "recorded_by": by,
                    "recorded_at": now,
                },
            )
        after = before | news
        measures = list(locked.round.measures.all())
        changes, told = changes_of(after)
        wanted, outside = _inside(changes, measures, locked.round.last_year)
        old, _ = _inside(changes_of(before)[0], measures, locked.round.last_year)
        new = [
            ForceBreak(
                measure=measure,
                year=year,
                why=why,
                document=document,
                recorded_by=by,
                recorded_at=now,
            )
            for (measure, year), why in wanted.items()
        ]
        made, gone, moved = _store(locked, new, {(m.pk, y): why for (m, y), why in old.items()})
        if news or moved:  # a checker who has the page open has not seen this
            counts.reopen(submission, by=by, now=now)
    return PracticeResult(len(news), tuple(made), tuple(gone), (*told, *outside))


def changes_of(answers: Mapping[str, str]) -> tuple[list[PracticeChange], list[str]]:
    """The changes that answers tell of, each with its year; and what they leave unclear."""
    found: list[PracticeChange] = []
    told = []
    if answers.get("flag") in (None, YES, PARTLY) and (text := answers.get("flag_since")):
        if year := _one_year(text):
            found.append(PracticeChange(year, BEGAN_TO_MARK, of_marker=True))
        else:
            told.append(_unclear("crimes have been marked as online since", text))
    if text := answers.get("changed_year"):
        year = _one_year(text)
        if answers.get("changed") == NO:
            told.append(f"It says that nothing changed, and names {text}: ask the force.")
        elif year:
            found.append(PracticeChange(year, _in_its_words(answers.get("changed_what", ""))))
        else:
            told.append(_unclear("it counts in another way since", text))
    elif answers.get("changed") == YES:
        told.append("It says that its way of counting changed, and not when: ask the force.")
    return found, told


def _one_year(text: str) -> Year | None:
    """A single financial year; a month or a calendar year could be part of two."""
    found = parse_year(text)
    if found and found.kind == "financial" and found.label and not (found.part or found.rest):
        return Year.parse(found.label)
    return None


def _unclear(what: str, text: str) -> str:
    return f"That {what} “{text[:60]}” names no one financial year: no break was made."


def _in_its_words(text: str) -> str:
    said = " ".join(text.split()).rstrip(".")
    if not said:
        return CHANGED
    if len(said) > MOST_OF_WHAT:
        said = f"{said[: MOST_OF_WHAT - 1].rstrip()}…"
    return f"the force says: “{said}”"


def _read(answers: Mapping[str, str]) -> dict[str, str]:
    known = {key for key, _ in questions()}
    if strangers := sorted(answers.keys() - known):
        raise Refused(f"“{strangers[0]}” is no question of the return form.")
    said = {key: " ".join(text.split())[:LONGEST] for key, text in answers.items()}
    return {key: text for key, text in said.items() if text}


def _inside(
    changes: list[PracticeChange], measures: list[Measure], last_year: int
) -> tuple[dict[tuple[Measure, int], str], list[str]]:
    """Measure and year → why, for the changes inside the series; what is said of the others.

    With the first year of a measure nothing is compared that is older.
    """
    found: dict[tuple[Measure, int], list[str]] = {}
    told = []
    for measure in measures:
        for change in changes:
            if change.year.start <= measure.first_year:
                continue
            if change.year.start > last_year:
                told.append(f"{change.year} is after the years asked about: no break was made.")
            elif change.of_marker and not _rests_on_marker(measure):
                told.append(
                    f"Crimes are marked as online since {change.year}. The definition of "
                    f"“{measure}” names no such marker, so no break was made of it."
                )
            else:
                found.setdefault((measure, change.year.start), []).append(change.why)
    return {key: "; ".join(whys) for key, whys in found.items()}, list(dict.fromkeys(told))


def _rests_on_marker(measure: Measure) -> bool:
    return bool(_MARKER.search(f"{measure.slug} {measure.name} {measure.definition}"))


def _store(
    submission: FoiSubmission, wanted: list[ForceBreak], old: Mapping[tuple[int, int], str]
) -> tuple[list[ForceBreak], list[str], bool]:
    """Make the breaks that are not there, take back this return's own that it no longer says.

    Words that staff put in place of those that a return had made stay.
    """
    # Another return of the same force may come in at this moment.
    force = Force.objects.select_for_update(no_key=True).get(pk=submission.force_id)
    standing = {(b.measure_id, b.year): b for b in ForceBreak.objects.filter(force=force)}
    made, gone, moved = [], [], False
    for each in wanted:
        there = standing.pop((each.measure_id, each.year), None)
        if there is None:
            each.force, each.submission = force, submission
            each.save()
            made.append(each)
        elif (
            there.submission_id == submission.pk
            and there.why == old.get((each.measure_id, each.year))
            and there.why != each.why
        ):
            there.why, there.document = each.why, each.document
            there.save(update_fields=["why", "document"])
            moved = True
    for rest in standing.values():
        if rest.submission_id == submission.pk:
            gone.append(str(rest))
            rest.delete()
    return made, gone, moved or bool(made or gone)
