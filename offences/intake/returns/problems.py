"""The problems of a reading, found by the reader or in the counts, and their answers."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from offences.intake.returns.answers import ReadingAnswers, problem_key
from offences.intake.returns.cells import NO_YEAR, Address, Obstacle, SortResult
from offences.intake.returns.named_places import NamedPlaces
from offences.intake.returns.places import address_of, parse_block
from offences.intake.returns.typed import names_months
from offences.models import FoiQuery
from offences.returns import ReadFile
from offences.returns.checks.conflicts import recheck
from offences.returns.labels.force_names import names_another
from offences.returns.sheet import Problem, ReadTable, parse_address
from offences.statistics.notation import Entry

type Queries = Mapping[tuple[str, str, str], FoiQuery]
"""Unanswered questions to the force, by sheet, cell and, if there is no cell, the problem."""

_CHANGES = re.compile(
    r"\b(?:is three times the|is a third of the|comes after the) .+\.$"
    r"|^\d+ more figures? changes? as much\b"
)
_STATED = re.compile(r"The stated total is ([\d,]+)\. The (?:rows|columns) add up to ([\d,]+)\.")
_MORE = re.compile(r"^\d+ more figures?\b")
_HIDDEN = "Hidden parts of this file were not read"
_OF_PLACES = ("year", "meaning", "label")  # a problem that a name for its place settles


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
        return bool(self.query) or self.is_explained

    @property
    def is_explained(self) -> bool:
        return bool(self.explanation) and (not self.stops or self.in_words)

    @property
    def place(self) -> str:
        return " ".join(filter(None, [self.sheet, self.cell])) or "The file"

    @property
    def is_change(self) -> bool:
        """Whether it is about a change from year to year; those may be answered together."""
        return not self.stops and is_change(self.message)

    @property
    def stated_and_parts(self) -> tuple[str, str] | None:
        """A total, and what its parts add up to, where the two are not the same number."""
        found = _STATED.fullmatch(self.message)
        return (found[1], found[2]) if found and self.cell else None

    @property
    def rest(self) -> str:
        """The totals without the parts that were left out; empty if they are no number then."""
        rest = [text for _, text in self.instead]
        return ", ".join(rest) if all(rest) else ""


def is_change(message: str) -> bool:
    """Whether a problem is a change that is large: “62 in 2016/17 is three times the 2 of …”."""
    return _CHANGES.search(message) is not None


def problem_of(obstacle: Obstacle, answers: ReadingAnswers, queries: Queries) -> ReadingProblem:
    cell = obstacle.cell or ""
    query = queries.get((obstacle.sheet[:100], cell, "" if cell else obstacle.message[:200]))
    problem = ReadingProblem(**vars(obstacle), query=query)
    return replace(problem, explanation=answers.explanations.get(problem.key, ""))


def of_reader(
    read: ReadFile,
    done: SortResult,
    answers: ReadingAnswers,
    places: NamedPlaces,
    corrections: Mapping[Address, Entry],
    totals: Collection[Address],
    names: Collection[str],
) -> list[Obstacle]:
    """Problems and contradictions that the reader found in the cells that matter here.

    `totals` are asked about with what was left out of them, and not once more; `names` are those
    of the force whose file it is.
    """
    on = {table.sheet for number, table in enumerate(read.tables) if answers.table(number).on}
    off = [table for number, table in enumerate(read.tables) if not answers.table(number).on]
    left = {"", *(table.sheet for table in off)} - on  # no sheet of notes, which is of all tables
    # What was ignored, and what the count's own obstacle says with its name. A column of no year
    # may be of one that was asked for: what the reader says of it still counts.
    ignored = (place for why in done.ignored if why != NO_YEAR for place in done.ignored[why])
    settled = {place for place in ignored if place[1] is not None}
    settled |= {cell.address for cell in done.cells if cell.observation.marker == "unreadable"}
    known = settled | corrections.keys() | {*totals}

    def is_open(each: Problem) -> bool:
        at = (each.sheet, each.cell)
        if each.needs == "calendar":  # each such year is asked about, once
            return False
        if each.needs in _OF_PLACES and (places.year(at) or places.category(at)[1]):
            return False
        is_off = any(_holds(table, each) for table in off) if each.cell else each.sheet in left
        return at not in known and not (off and is_off) and not each.message.startswith(_HIDDEN)

    def open_at(each: Problem) -> Problem | None:
        """The problem at the first of its cells that are not settled."""
        places = (replace(each, cell=cell) for cell in (each.cell, *each.also))
        return next(filter(is_open, places), None)

    others = (each for each in read.named_forces if names_another(each.message, names))
    every = (*read.problems, *others, *_conflicts(read, done, settled, corrections, answers))
    return [
        Obstacle(each.sheet, each.cell, each.message, each.stops, in_words=True, needs=each.needs)
        for each in filter(None, map(open_at, every))
    ]


def _holds(table: ReadTable, problem: Problem) -> bool:
    block = parse_block(table.range) or parse_block(table.range, in_page=True)
    if table.sheet != problem.sheet or block is None or problem.cell is None:
        return False
    return parse_address(problem.cell) in block


def _conflicts(
    read: ReadFile,
    done: SortResult,
    settled: Collection[Address],
    corrections: Mapping[Address, Entry],
    answers: ReadingAnswers,
) -> Iterable[Problem]:
    """Contradictions in the file as it was corrected, without what was left out.

    Only the first ten changes of a table are named and the others counted: of forty forces in one
    table, those ten may be of others, so the changes are looked for among our cells alone.
    """
    corrected = {(sheet, cell or ""): _plain(e) for (sheet, cell), e in corrections.items()}
    named = {address_of(at) for at, typed in answers.corrections.items() if names_months(typed)}
    of_year = {
        (sheet, cell or "")
        for (sheet, cell), entry in corrections.items()
        if (sheet, cell) in named and entry.state == "value" and not entry.period
    }
    changed = bool(corrections or done.other_counts)
    own = _without(read.tables, done.other_counts)
    found = recheck(own, corrected, of_year) if changed else read.conflicts
    if not settled or not any(_MORE.search(each.message) for each in found):
        return found
    ours = _without(read.tables, settled)
    changes = [each for each in recheck(ours, corrected, of_year) if is_change(each.message)]
    return [*(each for each in found if not is_change(each.message)), *changes]


def _without(tables: Iterable[ReadTable], cells: Collection[Address]) -> list[ReadTable]:
    found = []
    for table in tables:
        own = (o for o in table.observations if (table.sheet, o.cell) not in cells)
        found.append(replace(table, observations=tuple(own)))
    return found


def _plain(entry: Entry) -> tuple[int | None, str | None, int | None, int | None]:
    """A typed correction, as the reader would have it."""
    if entry.state == "suppressed":
        return None, "suppressed", entry.low if entry.high else None, entry.high
    return entry.value, None if entry.state == "value" else entry.state, None, None
