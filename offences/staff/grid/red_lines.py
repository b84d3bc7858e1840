"""Red lines of a return: sums that cannot be right, which a checker answers first."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from offences import counts
from offences.models import CheckAnswer
from offences.refused import Refused
from offences.staff.grid.grid import Grid
from offences.staff.grid.tables import GridProblem

LONGEST = 300  # characters of an answer


@dataclass(frozen=True)
class RedLine:
    """One line, and the checker's answer to it."""

    problem: GridProblem
    given: CheckAnswer | None

    @property
    def answer(self) -> str:
        return self.given.answer if self.given else ""


def red_lines(grid: Grid) -> list[RedLine]:
    """Every line that has to be answered; an answer to other words does not count."""
    rows = CheckAnswer.objects.filter(submission=grid.submission).select_related("answered_by")
    given = {row.line: row for row in rows}
    return [RedLine(each, given.get(each.key)) for each in grid.disagreements]


def save_check_answers(
    grid: Grid, answers: Mapping[str, str], *, by: User, now: dt.datetime
) -> list[RedLine]:
    """Store a second person's answers to red lines, by their keys; what was answered anew."""
    changed = [
        each
        for each in red_lines(grid)
        if (text := _words(answers.get(each.problem.key, ""))) and text != each.answer
    ]
    if not changed:
        return []
    if reason := counts.why_not_second(grid.submission, grid.rows, by):
        raise Refused(reason)
    with transaction.atomic():
        for each in changed:
            key: dict[str, Any] = {"submission": grid.submission, "line": each.problem.key}
            text = _words(answers[each.problem.key])
            given: dict[str, Any] = {"words": each.problem.words, "answer": text}
            given |= {"answered_by": by, "answered_at": now}
            CheckAnswer.objects.update_or_create(**key, defaults=given)
    return changed


def why_not_answered(grid: Grid) -> str:
    """Which red lines have no answer yet, in a sentence; empty if all have."""
    left = [each.problem.label for each in red_lines(grid) if not each.given]
    if not left:
        return ""
    named = "; ".join(dict.fromkeys(left[:3]))
    more = f" and {len(left) - 3} more" if len(left) > 3 else ""
    return f"Answer each red line first: {named}{more}."


def _words(text: str) -> str:
    return " ".join(text.replace("\0", "").split())[:LONGEST]
