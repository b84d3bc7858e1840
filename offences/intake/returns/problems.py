"""Problems of a reading, with the answers to them."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from offences.intake.returns.answers import ReadingAnswers, problem_key
from offences.intake.returns.cells import Address, Obstacle, SortResult
from offences.intake.returns.sorting import NO_YEAR
from offences.models import FoiQuery
from offences.returns import ReadFile
from offences.returns.checks.conflicts import recheck
from offences.returns.sheet import Problem
from offences.statistics.notation import Entry

type Queries = Mapping[tuple[str, str, str], FoiQuery]
"""Unanswered questions to the force, by sheet, cell and, if there is no cell, the problem."""

_CHANGES = re.compile(
    r"\b(?:is three times the|is a third of the|comes after the) .+\.$"
    r"|^\d+ more figures? changes? as much\b"
)
_MORE = re.compile(r"^\d+ more figures?\b")
_HIDDEN = "Hidden parts of this file were not read"


@dataclass(frozen=True)
class ReadingProblem(Obstacle):
    """A problem for a person to judge, and the answer to it."""

    explanation: str = ""
    query: FoiQuery | None = None

    @cached_property
    def key(self) -> str:
        return problem_key(self.sheet, self.cell, self.message)

    @property
    def is_answered(self) -> bool:
        return bool(self.query) or (bool(self.explanation) and not self.stops)

    @property
    def place(self) -> str:
        return " ".join(filter(None, [self.sheet, self.cell])) or "The file"

    @property
    def is_change(self) -> bool:
        """Whether it is about a change from year to year; those may be answered together."""
        return not self.stops and is_change(self.message)


def is_change(message: str) -> bool:
    """“62 in 2016/17 is three times the 2 of 2015/16 or more”, and the like."""
    return _CHANGES.search(message) is not None


def problem_of(obstacle: Obstacle, answers: ReadingAnswers, queries: Queries) -> ReadingProblem:
    cell = obstacle.cell or ""
    query = queries.get((obstacle.sheet[:100], cell, "" if cell else obstacle.message[:200]))
    problem = ReadingProblem(**vars(obstacle), query=query)
    return replace(problem, explanation=answers.explanations.get(problem.key, ""))


def of_reader(
    read: ReadFile, done: SortResult, answers: ReadingAnswers, corrections: Mapping[Address, Entry]
) -> list[Obstacle]:
    """Problems and contradictions that the reader found in the cells that matter here."""
    on = {table.sheet for number, table in enumerate(read.tables) if answers.table(number).on}
    off = {table.sheet for table in read.tables} - on
    # What was ignored, and what the count's own obstacle says with its name. A column of no year
    # may be of one that was asked for: what the reader says of it still counts.
    settled = {
        place
        for reason, places in done.ignored.items()
        for place in places
        if reason != NO_YEAR and place[1] is not None
    }
    settled |= {cell.address for cell in done.cells if cell.observation.marker == "unreadable"}
    return [
        Obstacle(each.sheet, each.cell, each.message, stops=False)
        for each in (*read.problems, *_conflicts(read, settled, corrections))
        if not each.message.startswith(_HIDDEN)
        and each.sheet not in off
        and (each.sheet, each.cell) not in settled
        and (each.sheet, each.cell) not in corrections
    ]


def _conflicts(
    read: ReadFile, settled: Collection[Address], corrections: Mapping[Address, Entry]
) -> Iterable[Problem]:
    """Contradictions in the file as it was corrected.

    Only the first ten changes of a table are named and the others counted: of forty forces in one
    table, those ten may be of others, so the changes are looked for among our cells alone.
    """
    corrected = {(sheet, cell or ""): _plain(e) for (sheet, cell), e in corrections.items()}
    found = recheck(read.tables, corrected) if corrections else read.conflicts
    if not settled or not any(_MORE.search(each.message) for each in found):
        return found
    ours = [
        replace(
            t, observations=tuple(o for o in t.observations if (t.sheet, o.cell) not in settled)
        )
        for t in read.tables
    ]
    changes = [each for each in recheck(ours, corrected) if is_change(each.message)]
    return [*(each for each in found if not is_change(each.message)), *changes]


def _plain(entry: Entry) -> tuple[int | None, str | None, int | None, int | None]:
    """A typed correction, as the reader would have it."""
    if entry.state == "suppressed":
        return None, "suppressed", entry.low if entry.high else None, entry.high
    return entry.value, None if entry.state == "value" else entry.state, None, None
