"""The plan of a reading: its changes to the counts, its open questions and its problems."""

import contextlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from textwrap import shorten

from offences import counts
from offences.counts import CellChange, CellKey
from offences.intake.preview import CHANGED, NEW, UNCHANGED, Preview, fingerprint
from offences.intake.returns.answers import ReadingAnswers, place_key, problem_key
from offences.intake.returns.cells import Address, LabelQuestion, Obstacle, SortResult
from offences.intake.returns.figures import FileFigure, continued, figures_of
from offences.intake.returns.labels import LabelResolver
from offences.intake.returns.sorting import NO_YEAR, CellSorter
from offences.models import AnnualCount, Category, FoiQuery, Measure, Reading
from offences.returns import ReadFile
from offences.returns.checks.conflicts import recheck
from offences.returns.sheet import Problem, parse_address
from offences.statistics.notation import Entry, NotACount, read_entry, write_entry
from offences.statistics.years import Year
from offences.trends.previous import PreviousFigures

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


@dataclass(frozen=True)
class PlannedCount:
    """The change that a file would make to one count."""

    figure: FileFigure
    category: Category
    current: AnnualCount | None

    @property
    def _before(self) -> Entry | None:
        return counts.entry_of(self.current) if self.current else None

    @property
    def status(self) -> str:
        if self._before is None:
            return NEW
        return UNCHANGED if self._before == self.figure.entry else CHANGED

    @property
    def what(self) -> str:
        return f"{self.category.name}, {Year(self.figure.key[1])}"

    @property
    def before(self) -> str:
        return write_entry(self._before) if self._before else ""

    @property
    def after(self) -> str:
        return write_entry(self.figure.entry)

    @property
    def fingerprinted(self) -> tuple[object, ...]:
        current = self.current.pk if self.current else None
        return (self.figure.key, self.figure.entry, current, self.figure.cells)


@dataclass(kw_only=True)
class ReadingPlan(Preview[PlannedCount]):
    """A reading with its answers: what it would do, what it ignores, and what is still open."""

    reading: Reading
    read: ReadFile
    answers: ReadingAnswers
    sorted: SortResult
    problems: tuple[ReadingProblem, ...]
    meanings: Mapping[int, LabelResolver]  # by measure
    measures: tuple[Measure, ...]
    measure_of: Mapping[int, Measure | None]  # by table
    waiting: Mapping[CellKey, Obstacle] = field(default_factory=dict)

    @property
    def categories(self) -> dict[int, Category]:
        """Every category of the measures that were asked for."""
        return {pk: each for m in self.meanings.values() for pk, each in m.categories.items()}

    @property
    def questions(self) -> list[LabelQuestion]:
        return list(self.sorted.questions.values())

    @property
    def numbers(self) -> dict[str, int]:
        ignored = sum(map(len, self.sorted.ignored.values()))
        return super().numbers | {"ignored": ignored, "waiting": len(self.waiting)}

    @property
    def may_confirm(self) -> bool:
        return not self.why_not

    @property
    def why_not(self) -> str:
        """Why it cannot be stored yet, in a sentence; nothing if it can."""
        if self.reading.document.is_held_back:
            return "The data lead has to look at the file first: it may hold people’s data."
        first = []
        if tables := self.sorted.open_tables:
            which = "the table counts" if len(tables) == 1 else f"{len(tables)} tables count"
            first.append(f"say which measure {which}")
        if self.questions:
            named = [
                f"“{shorten(q.text, 40, placeholder='…')}”{f' in {q.cell}' if q.cell else ''}"
                for q in self.questions
            ]
            first.append(f"name {_first(named, 3)}")
        if waiting := [problem for problem in self.problems if not problem.is_answered]:
            places = list(dict.fromkeys(p.cell or p.sheet or "the file" for p in waiting))
            first.append(f"answer {_first(places, 4)}")
        if first:
            return f"First: {'; '.join(first)}. All or nothing is stored."
        if not self.rows:
            return "There is no count in this file that this round asked for."
        return ""

    @property
    def fingerprint(self) -> str:
        """Changes when a stored count changes, or a colleague answers anything."""
        rows = sorted((row.fingerprinted for row in self.rows), key=repr)
        return fingerprint([*rows, self.reading.edition])

    def changes(self) -> dict[CellKey, CellChange]:
        """The changes of storing it. A doubt or note outlives its number."""
        return {
            row.figure.key: CellChange(
                row.figure.entry,
                document=self.reading.document,
                sheet=row.figure.sheet[:100],
                cell=row.figure.cells,
                as_written=row.figure.written,
                note=row.current.note if row.current else "",
                doubt=row.current.doubt if row.current else "",
            )
            for row in self.rows
            if row.status != UNCHANGED or (row.current and row.current.document_id is None)
        }


def _first(names: list[str], most: int) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def plan_of(reading: Reading, read: ReadFile | None = None) -> ReadingPlan:
    """Plan a reading's changes to the present counts, in a fixed number of queries."""
    submission, answers = reading.submission, ReadingAnswers.of(reading)
    read = read or reading.read
    measures = tuple(submission.round.measures.all())
    sorter = CellSorter(submission, measures, answers)
    done = sorter.sort(read)
    typed = {place_key(e.sheet, e.cell): e.text for e in read.form.typed} if read.form else {}
    with_form = replace(answers, corrections={**typed, **answers.corrections})
    found, obstacles = figures_of(done.cells, with_form, _text_at(read), continued(read.tables))
    stored = AnnualCount.objects.current().filter(submission=submission)
    current = {(row.measure_id, row.year, row.category_id): row for row in stored}
    categories = {cell.key: cell.category for cell in done.cells}
    figures = sorted(found.items())
    rows = tuple(PlannedCount(each, categories[key], current.get(key)) for key, each in figures)
    asked = FoiQuery.objects.unanswered().filter(
        submission=submission, document=reading.document_id
    )
    queries: Queries = {(q.sheet, q.cell, "" if q.cell else q.what): q for q in asked}
    found_by_reader = of_reader(read, done, answers, _entries(with_form.corrections))
    jumps = _jumps(rows, measures, submission.force.slug)
    every = (*found_by_reader, *done.obstacles, *obstacles, *jumps)
    problems = (problem_of(obstacle, answers, queries) for obstacle in every)
    unique = {problem.key: problem for problem in problems}.values()
    stopped = {obstacle.count: obstacle for obstacle in obstacles if obstacle.stops}
    return ReadingPlan(
        rows,
        reading=reading,
        read=read,
        answers=answers,
        sorted=done,
        problems=tuple(sorted(unique, key=lambda problem: not problem.stops)),
        meanings=sorter.meanings,
        measures=measures,
        measure_of={n: sorter.measure_of(n, table) for n, table in enumerate(read.tables)},
        waiting={
            cell.key: stopped[cell.key]
            for cell in done.cells
            if cell.key not in found and cell.key in stopped
        },
    )


def _text_at(read: ReadFile) -> Callable[[str], str]:
    """Place → its text: looked up one by one, since most cells are of no count."""
    sheets = {sheet.name: dict(sheet.rows) for sheet in read.sheets}

    def text_at(place: str) -> str:
        name, _, at = place.rpartition("!")
        if not at or name not in sheets:
            return ""
        row, column = parse_address(at)
        texts = sheets[name].get(row, ())
        return texts[column - 1] if 0 < column <= len(texts) else ""

    return text_at


def _entries(corrections: Mapping[str, str]) -> dict[Address, Entry]:
    """The corrections that can be read, by cell."""
    found: dict[Address, Entry] = {}
    for place, text in corrections.items():
        sheet, _, cell = place.rpartition("!")
        with contextlib.suppress(NotACount):
            if entry := read_entry(text):
                found[sheet, cell] = entry
    return found


def _jumps(
    rows: Iterable[PlannedCount], measures: Sequence[Measure], force: str
) -> Iterable[Obstacle]:
    """Counts three times the figure of the last release, or a third of it."""
    previous = PreviousFigures(measures, force)
    by_pk = {measure.pk: measure for measure in measures}
    for row in rows:
        measure, start, _ = row.figure.key
        before = previous.of(by_pk[measure], row.category, Year(start))
        if before and (jump := before.jump(row.figure.entry)):
            message = f"{row.what}: {row.after} is {jump} the {before.words}."
            place = row.figure.parts[0].address
            yield Obstacle(*place, message, stops=False, count=row.figure.key)


# Problems, with the answers to them


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
    ignored = (place for why in done.ignored if why != NO_YEAR for place in done.ignored[why])
    settled = {place for place in ignored if place[1] is not None}
    settled |= {cell.address for cell in done.cells if cell.observation.marker == "unreadable"}
    known = settled | corrections.keys()
    return [
        Obstacle(each.sheet, each.cell, each.message, stops=False)
        for each in (*read.problems, *_conflicts(read, settled, corrections))
        if not (each.message.startswith(_HIDDEN) or each.sheet in off)
        and (each.sheet, each.cell) not in known
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
    ours = []
    for table in read.tables:
        own = (o for o in table.observations if (table.sheet, o.cell) not in settled)
        ours.append(replace(table, observations=tuple(own)))
    changes = [each for each in recheck(ours, corrected) if is_change(each.message)]
    return [*(each for each in found if not is_change(each.message)), *changes]


def _plain(entry: Entry) -> tuple[int | None, str | None, int | None, int | None]:
    """A typed correction, as the reader would have it."""
    if entry.state == "suppressed":
        return None, "suppressed", entry.low if entry.high else None, entry.high
    return entry.value, None if entry.state == "value" else entry.state, None, None
