"""A whole file at once, as the shell imports it: every force that it has figures of."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from django.contrib.auth.models import User

from offences.intake.returns import matching
from offences.intake.returns.answers import ReadingAnswers, save_answers
from offences.intake.returns.plan import ReadingPlan, plan_of
from offences.intake.returns.storing import store
from offences.intake.returns.uploads import assign, save_read, storing_file
from offences.models import Document, FoiRound, FoiSubmission, Force, Reading, folded
from offences.refused import Refused
from offences.returns import ReadFile, read_file


def read_whole(
    data: bytes, name: str, round_: FoiRound, force: Force | None = None, *, password: str = ""
) -> tuple[ReadFile, list[ReadingPlan]]:
    """Read a file and plan its changes to each submission. Nothing is stored.

    If the file was uploaded before, the answers of officers apply.
    """
    read = read_file(data, name, password)
    digest = hashlib.sha256(data).hexdigest()
    document = Document.objects.filter(sha256=digest).first() or Document(title=name)
    if document.cleared_at is None:
        document.held_back = list(read.held_back)
    plans = []
    for submission, part in _parts(read, _submissions(name, read, round_, force)):
        reading = Reading.objects.filter(
            submission=submission, document__sha256=digest
        ).first() or Reading(submission=submission, name=name)
        reading.submission, reading.document = submission, document
        plans.append(plan_of(reading, part))
    return read, plans


def store_whole(
    data: bytes,
    name: str,
    read: ReadFile,
    plans: list[ReadingPlan],
    accept: str,
    *,
    by: User,
    now: dt.datetime,
) -> None:
    """Store all of these or none; `accept` answers what only has to be looked at."""
    with storing_file(data, name, by, now) as document:
        for made in plans:
            reading = assign(document, made.reading.submission, by=by, now=now, name=name)
            if made is plans[0]:
                save_read(document, read, now)
            answers = ReadingAnswers.of(reading)
            for problem in made.problems if accept else ():
                if not problem.stops and not problem.is_answered:
                    answers = answers.with_explanation(problem.key, accept)
            for each in made.unseen if accept else ():
                answers = answers.with_text("seen", each.key, accept)
            save_answers(reading, answers, by=by, now=now)
            now_made = plan_of(reading, made.read)
            if reason := now_made.why_not:
                raise Refused(f"Nothing was stored. {reading.submission.force}: {reason}")
            store(reading, now_made.fingerprint, by=by, now=now, read=made.read)


def _submissions(
    name: str, read: ReadFile, round_: FoiRound, force: Force | None
) -> list[FoiSubmission]:
    """The submissions of this force, else of those named in the file’s column of forces.

    Without such a column, those of the force that the file certainly is from.
    """
    rows = FoiSubmission.objects.filter(round=round_).select_related("force", "round")
    rows = rows.prefetch_related("force__spellings", "round__measures")
    asked = list(rows.order_by("force__name", "number"))
    if force is not None:
        of_force = [submission for submission in asked if submission.force_id == force.pk]
        if not of_force:
            raise Refused(f"{force} has no request in {round_}: add the request first.")
        return of_force[-1:]
    by_name = {each.folded: s for s in asked for each in s.force.spellings.all()}
    found = (by_name.get(folded(each)) for each in matching.forces_named(read))
    if named := {submission.pk: submission for submission in found if submission}:
        return list(named.values())
    match = matching.certain_match(matching.match_submissions(name, read, asked))
    if match is None:
        raise Refused("It is not clear which force this file is from: name it with --force.")
    return [match.submission]


def _parts(
    read: ReadFile, submissions: list[FoiSubmission]
) -> Iterator[tuple[FoiSubmission, ReadFile]]:
    """Each submission with its own cells, and those of no force; each cell is read once."""
    if len(submissions) == 1:
        yield submissions[0], read
        return
    groups: list[dict[str, list]] = [defaultdict(list) for _ in read.tables]
    for table, by_force in zip(read.tables, groups, strict=True):
        for each in table.observations:
            by_force[folded(each.labels.get("force", ""))].append(each)
    for submission in submissions:
        own = {"", *matching.names_of(submission.force)}
        tables = []
        for table, by_force in zip(read.tables, groups, strict=True):
            cells = (each for name in by_force if name in own for each in by_force[name])
            tables.append(replace(table, observations=tuple(cells)))
        yield submission, replace(read, tables=tuple(tables))
