"""A whole file at once, as the shell imports it: every force that it has figures of."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from copy import copy
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from offences.intake import documents
from offences.intake.returns.answers import ReadingAnswers, save_answers
from offences.intake.returns.matching import certain_match, match_submissions
from offences.intake.returns.plan import ReadingPlan, plan_of
from offences.intake.returns.storing import store
from offences.intake.returns.uploads import record_upload, save_read
from offences.models import Document, DocumentObservations, FoiRound, FoiSubmission, Force, Reading
from offences.models.force import folded
from offences.refused import Refused
from offences.returns import read_file
from offences.returns.result import to_document


def read_whole(
    data: bytes, name: str, round_: FoiRound, force: Force | None = None, *, password: str = ""
) -> tuple[dict[str, Any], list[ReadingPlan]]:
    """What was seen, and what it would do to each submission. Nothing is stored.

    Where the file was brought before, what officers said of it then counts.
    """
    found = to_document(read_file(data, name, password))
    digest = hashlib.sha256(data).hexdigest()
    document = Document.objects.filter(sha256=digest).first() or Document(title=name)
    if document.cleared_at is None:
        document.held_back = found.get("quarantine", [])
    plans = []
    for submission, part in _parts(found, _submissions(name, found, round_, force)):
        reading = Reading.objects.filter(
            submission=submission, document__sha256=digest
        ).first() or Reading(submission=submission, name=name)
        reading.submission, reading.document = submission, copy(document)
        reading.document.seen = DocumentObservations(found=part)  # as it is read now, and not kept
        plans.append(plan_of(reading))
    return found, plans


def store_whole(
    data: bytes,
    name: str,
    found: dict[str, Any],
    plans: list[ReadingPlan],
    accept: str,
    *,
    by: User,
    now: dt.datetime,
) -> list[ReadingPlan]:
    """Store all of these or none; `accept` answers what only has to be looked at."""
    done: list[ReadingPlan] = []
    to_put: Document | None = None
    kept: Document | None = None
    with transaction.atomic():
        for made in plans:
            reading, is_new = record_upload(made.reading.submission, data, name, by=by, now=now)
            if is_new:
                to_put = reading.document
            if kept is None:
                save_read(reading.document, found, now)
                kept = reading.document
            reading.document = copy(kept)
            reading.document.seen = made.reading.document.seen
            answers = ReadingAnswers.of(reading)
            for problem in made.problems if accept else ():
                if not problem.stops and not problem.is_answered:
                    answers = answers.with_said(problem.key, accept)
            if answers != ReadingAnswers.of(reading):
                save_answers(reading, answers, reading.edition)
            now_made = plan_of(reading)
            if reason := now_made.why_not:
                raise Refused(f"Nothing was stored. {reading.submission.force}: {reason}")
            store(reading, now_made.fingerprint, by=by, now=now)
            done.append(now_made)
        if to_put is not None:
            documents.write(to_put, data)
    return done


def _submissions(
    name: str, found: Mapping[str, Any], round_: FoiRound, force: Force | None
) -> list[FoiSubmission]:
    asked = list(
        FoiSubmission.objects.filter(round=round_)
        .select_related("force", "round")
        .prefetch_related("force__spellings", "round__measures")
        .order_by("force__name", "number")
    )
    if force is not None:
        its = [submission for submission in asked if submission.force_id == force.pk]
        if not its:
            raise Refused(f"{force} has no submission in {round_}: add the submission first.")
        return its[-1:]
    known = {
        folded: submission
        for submission in asked
        for folded in (each.folded for each in submission.force.spellings.all())
    }
    named = _named(found, known)
    if named:
        return named
    guess = certain_match(match_submissions(name, found, asked))
    if guess is None:
        raise Refused("Of which force this file is cannot be told: name it with --force.")
    return [guess.submission]


def _parts(
    found: dict[str, Any], submissions: list[FoiSubmission]
) -> Iterator[tuple[FoiSubmission, dict[str, Any]]]:
    """Of a file about forty forces to each its own cells, and those of which it is not said whose
    they are: so each cell is looked at once, not once for every force."""
    if len(submissions) == 1:
        yield submissions[0], found
        return
    groups = []
    for table in found["tables"]:
        of_table: dict[str, list[Any]] = {}
        for each in table["observations"]:
            of_table.setdefault(folded(str(each["labels"].get("force", ""))), []).append(each)
        groups.append(of_table)
    for submission in submissions:
        force = submission.force
        own = {"", folded(force.name), folded(force.area), folded(force.short_name)}
        own |= {spelling.folded for spelling in force.spellings.all()}
        tables = [
            table | {"observations": [o for name in g if name in own for o in g[name]]}
            for table, g in zip(found["tables"], groups, strict=True)
        ]
        yield submission, found | {"tables": tables}


def _named(found: Mapping[str, Any], known: Mapping[str, FoiSubmission]) -> list[FoiSubmission]:
    """The submissions of the forces that the file’s own column names."""
    names = dict.fromkeys(
        str(each["labels"]["force"])
        for table in found["tables"]
        for each in table["observations"]
        if each["labels"].get("force")
    )
    chosen = {
        known[folded(name)].pk: known[folded(name)] for name in names if folded(name) in known
    }
    return list(chosen.values())
