"""The plan of a reading: its changes to the counts, its open questions and its problems."""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from textwrap import shorten

from offences import counts
from offences.counts import CellChange, CellKey
from offences.intake.preview import CHANGED, NEW, UNCHANGED, Preview, fingerprint
from offences.intake.returns.answers import ReadingAnswers
from offences.intake.returns.cells import Address, LabelQuestion, Obstacle, SortResult
from offences.intake.returns.doubtful_totals import (
    StatedCount,
    totals_below_parts,
    totals_with_excluded,
)
from offences.intake.returns.explanations import Explanations
from offences.intake.returns.figures import FileFigure, continued, figures_of, put_typed_counts
from offences.intake.returns.labels import LabelResolver
from offences.intake.returns.new_offences import without_rises
from offences.intake.returns.not_taken import NotTakenCells, not_taken
from offences.intake.returns.places import address_of, place_key
from offences.intake.returns.problems import Queries, ReadingProblem, of_reader, problem_of
from offences.intake.returns.sorting import CellSorter
from offences.intake.returns.typed import read_typed
from offences.models import AnnualCount, Category, FoiQuery, Measure, Reading
from offences.returns import ReadFile
from offences.returns.sheet import Observation, parse_address
from offences.statistics.notation import Entry, NotACount, write_entry
from offences.statistics.years import Year
from offences.trends.previous import PreviousFigures


@dataclass(frozen=True)
class PlannedCount:
    """The change that a file would make to one count."""

    figure: FileFigure
    category: Category
    current: AnnualCount | None
    explanation: str = ""  # what the officer said of it

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
        return (self.figure.key, self.figure.entry, current, self.figure.cells, self.explanation)

    @property
    def has_new_explanation(self) -> bool:
        """Whether it is stored from this file already, with other words of the officer."""
        return self.current is not None and self.current.explanation != self.explanation


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
    not_taken: Sequence[NotTakenCells] = ()
    text_at: Callable[[str], str] = lambda place: ""  # what is written in a place

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

    def seen_in(self, sheet: str, cell: str | None) -> list[Observation]:
        """The text that the reader saw in a cell, if it saw just one."""
        tables = (table for table in self.read.tables if table.sheet == sheet and cell)
        return [each for table in tables for each in table.observations if each.cell == cell]

    @property
    def unseen(self) -> list[NotTakenCells]:
        """What is not taken and nobody has looked at yet."""
        seen = self.answers.seen
        return [each for each in self.not_taken if each.needs_look and each.key not in seen]

    @property
    def may_confirm(self) -> bool:
        return not self.why_not

    @property
    def why_not(self) -> str:
        """Why it cannot be stored yet, in a sentence; nothing if it can."""
        return self.why_not_yet({})

    def why_not_yet(self, labels: Mapping[str, str]) -> str:
        """The same, with each label by its key as the page beside it names it."""
        if self.reading.document.is_damaged:
            return "This file cannot be opened: ask the force for it again."
        if self.reading.document.is_shut:
            return "The data lead keeps this file shut: ask the force for it without people’s data."
        if self.reading.document.is_held_back and self.read.unopened:
            return "Nothing here can open this file: ask the force for it again."
        if self.reading.document.is_held_back:
            return "The data lead has to look at the file first: it may hold people’s data."
        first = []
        if tables := self.sorted.open_tables:
            which = "the table counts" if len(tables) == 1 else f"{len(tables)} tables count"
            first.append(f"say which measure {which}")
        if self.questions:
            named = [
                labels.get(q.key)
                or f"“{shorten(q.text, 40, placeholder='…')}”"
                f"{f' (used in {q.cell})' if q.cell else ''}"
                for q in self.questions
            ]
            first.append(f"name {_first(named, 3)}")
        if waiting := [problem for problem in self.problems if not problem.is_answered]:
            places = list(dict.fromkeys(p.cell or p.sheet or "the file" for p in waiting))
            first.append(f"answer {_first(places, 4)}")
        if not self.rows and not first:
            return "There is no count in this file that this round asked for."
        if unseen := sum(len(each.cells) for each in self.unseen):
            cells = "the cell that is" if unseen == 1 else f"the {unseen:,} cells that are"
            first.append(f"look at {cells} not taken, and tick that you did")
        if first:
            return f"First: {'; '.join(first)}. All or nothing is stored."
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
                explanation=row.explanation,
            )
            for row in self.rows
            if row.status != UNCHANGED or self._is_of_this_file(row)
        }

    def _is_of_this_file(self, row: PlannedCount) -> bool:
        """Whether an equal count has no document yet, or other words to this one."""
        document = row.current.document_id if row.current else None
        return document is None or (
            document == self.reading.document_id and row.has_new_explanation
        )


def _first(names: list[str], most: int) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def plan_of(
    reading: Reading, read: ReadFile | None = None, *, answers: ReadingAnswers | None = None
) -> ReadingPlan:
    """Plan a reading's changes to the present counts, in a fixed number of queries.

    `answers` are those that a form was opened with, if a colleague answered more since.
    """
    submission, answers = reading.submission, answers or ReadingAnswers.of(reading)
    read = read or reading.read
    measures = tuple(submission.round.measures.all())
    sorter = CellSorter(submission, measures, answers)
    done = sorter.sort(read)
    stored = AnnualCount.objects.current().filter(submission=submission)
    current = {(row.measure_id, row.year, row.category_id): row for row in stored}
    categories = {pk: c for known in sorter.meanings.values() for pk, c in known.categories.items()}
    text_at = _text_at(read)
    judge = _Judge(reading, read, sorter, current, categories, text_at)
    found, problems, waiting = judge.figures(answers)
    words = Explanations(answers, problems, text_at, sorter.places)
    return ReadingPlan(
        tuple(
            PlannedCount(each, categories[key[2]], current.get(key), words.of(each))
            for key, each in sorted(found.items())
        ),
        reading=reading,
        read=read,
        answers=answers,
        sorted=done,
        problems=tuple(sorted(problems, key=lambda problem: not problem.stops)),
        meanings=sorter.meanings,
        measures=measures,
        measure_of={n: sorter.measure_of(n, table) for n, table in enumerate(read.tables)},
        waiting={
            cell.key: waiting[cell.key]
            for cell in done.cells
            if cell.key not in found and cell.key in waiting
        },
        not_taken=not_taken(read, done, sorter.owners.of_known_forces),
        text_at=text_at,
    )


@dataclass(frozen=True)
class _Judge:
    """Which figures of sorted cells can be stored, and what is in the way of the others."""

    reading: Reading
    read: ReadFile
    sorter: CellSorter
    current: Mapping[CellKey, AnnualCount]
    categories: Mapping[int, Category]
    text_at: Callable[[str], str]

    def figures(
        self, answers: ReadingAnswers
    ) -> tuple[dict[CellKey, FileFigure], list[ReadingProblem], dict[CellKey, Obstacle]]:
        read, done, queries = self.read, self.sorter.result, _queries(self.reading)

        def problems_of(obstacles: Iterable[Obstacle]) -> list[ReadingProblem]:
            return [problem_of(each, answers, queries) for each in obstacles]

        typed = {place_key(e.sheet, e.cell): e.text for e in read.form.typed} if read.form else {}
        with_form = replace(answers, corrections={**typed, **answers.corrections})
        entries = _entries(with_form.corrections)
        found, obstacles = figures_of(done.cells, with_form, self.text_at, continued(read.tables))
        obstacles = put_typed_counts(found, obstacles, done.cells, answers)
        doubtful = [*totals_with_excluded(read.tables, done, entries)]
        totals = [address_of(place) for each in doubtful for place, _ in each.instead]
        names = self.sorter.owners.own_names
        of_file = of_reader(read, done, answers, self.sorter.places, entries, totals, names)
        own = without_rises(of_file, done, self.sorter.meanings)
        problems = problems_of((*own, *done.obstacles, *obstacles, *doubtful))
        waiting: dict[CellKey, Obstacle] = {k: o for o in obstacles if o.stops for k in o.counts}
        withheld = [each for each in problems if each.instead and not each.is_explained]
        waiting |= {key: each for each in withheld for key in each.counts}
        found = {key: each for key, each in found.items() if key not in waiting}
        below = [*totals_below_parts(_stated(found, self.current, self.categories))]
        waiting |= {each.count: each for each in below if each.count}
        found = {key: each for key, each in found.items() if key not in waiting}
        submission = self.reading.submission
        jumps = _jumps(found, self.categories, self.sorter.measures, submission.force.slug)
        problems += problems_of((*below, *jumps))
        return found, [*{each.key: each for each in problems}.values()], waiting


def _queries(reading: Reading) -> Queries:
    asked = FoiQuery.objects.unanswered().filter(
        submission=reading.submission, document=reading.document_id
    )
    return {(q.sheet, q.cell, "" if q.cell else q.what): q for q in asked}


def _stated(
    found: Mapping[CellKey, FileFigure],
    current: Mapping[CellKey, AnnualCount],
    categories: Mapping[int, Category],
) -> Iterator[StatedCount]:
    """Every count as it would stand once the file is stored."""
    for key, figure in found.items():
        address = figure.parts[0].address
        text = write_entry(figure.entry)
        where = f"in {figure.cells}" if figure.cells else "in the list"
        yield StatedCount(categories[key[2]], key[1], figure.entry, text, address, where)
    for key, row in current.items():
        if key not in found and key[2] in categories:
            entry = counts.entry_of(row)
            where = "as it is stored"
            yield StatedCount(categories[key[2]], key[1], entry, write_entry(entry), None, where)


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
    """The corrections of single cells that can be read."""
    found: dict[Address, Entry] = {}
    for place, text in corrections.items():
        with contextlib.suppress(NotACount):
            if entry := read_typed(text):
                found[address_of(place)] = entry
    return found


def _jumps(
    found: Mapping[CellKey, FileFigure],
    categories: Mapping[int, Category],
    measures: Sequence[Measure],
    force: str,
) -> Iterable[Obstacle]:
    """Counts three times the figure of the last release, or a third of it."""
    previous = PreviousFigures(measures, force)
    by_pk = {measure.pk: measure for measure in measures}
    for (measure, start, key), figure in sorted(found.items()):
        before = previous.of(by_pk[measure], categories[key], Year(start))
        if before and (jump := before.jump(figure.entry)):
            what, number = f"{categories[key].name}, {Year(start)}", write_entry(figure.entry)
            message = f"{what}: {number} is {jump} the {before.words}."
            place = figure.parts[0].address
            yield Obstacle(*place, message, stops=False, count=figure.key)
