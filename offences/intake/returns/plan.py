"""What a reading would do to the counts that stand, and what is still in its way."""

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from textwrap import shorten
from typing import Any

from offences import counts
from offences.counts import CellChange, CellKey
from offences.intake.returns.answers import ReadingAnswers, place_key, problem_key
from offences.intake.returns.cells import LabelQuestion, Obstacle, SortResult
from offences.intake.returns.figures import FileFigure, figures_of
from offences.intake.returns.joined import continued
from offences.intake.returns.labels import LabelMeanings
from offences.intake.returns.problems import ReadingProblem, told_of_ours
from offences.intake.returns.sorting import NO_YEAR, CellSorter
from offences.models import AnnualCount, Category, FoiQuery, Measure, Reading
from offences.returns.checks.conflicts import recheck
from offences.returns.result import table_from
from offences.returns.sheet import parse_address
from offences.statistics.notation import Entry, NotACount, read_entry, write_entry
from offences.statistics.years import Year
from offences.trends.previous import PreviousFigures

NEW, CHANGED, SAME = "new", "changed", "same"
HIDDEN = "Hidden parts of this file were not read"


@dataclass(frozen=True)
class PlannedCount:
    """What would become of one count."""

    figure: FileFigure
    category: Category
    row: AnnualCount | None  # the count that stands

    @property
    def before(self) -> Entry | None:
        return counts.entry_of(self.row) if self.row else None

    @property
    def status(self) -> str:
        if self.before is None:
            return NEW
        return SAME if self.before == self.figure.entry else CHANGED

    @property
    def what(self) -> str:
        return f"{self.category.name}, {Year(self.figure.key[1])}"

    @property
    def was(self) -> str:
        return write_entry(self.before) if self.before else ""

    @property
    def becomes(self) -> str:
        return write_entry(self.figure.entry)


@dataclass(frozen=True)
class ReadingPlan:
    """A reading as it stands with its answers."""

    reading: Reading
    answers: ReadingAnswers
    sorted: SortResult
    steps: tuple[PlannedCount, ...]
    problems: tuple[ReadingProblem, ...]
    words: Mapping[int, LabelMeanings]
    measures: tuple[Measure, ...]
    measure_of: Mapping[int, Measure | None]
    held: Mapping[CellKey, Obstacle] = field(default_factory=dict)

    def of(self, status: str) -> list[PlannedCount]:
        return [step for step in self.steps if step.status == status]

    @property
    def categories(self) -> dict[int, Category]:
        """Every category of the measures that were asked for."""
        return {pk: each for words in self.words.values() for pk, each in words.categories.items()}

    @property
    def questions(self) -> list[LabelQuestion]:
        return list(self.sorted.questions.values())

    @cached_property
    def numbers(self) -> dict[str, int]:
        return {status: len(self.of(status)) for status in (NEW, CHANGED, SAME)} | {
            "left": sum(map(len, self.sorted.left.values())),
            "waiting": len(self.held),
        }

    @property
    def why_not(self) -> str:
        """Why it is not stored yet, in a sentence; nothing where it may be."""
        if self.reading.document.is_held_back:
            return "The data lead has to look at the file first: it may hold people’s data."
        first = []
        if tables := self.sorted.tables_open:
            which = "the table is" if len(tables) == 1 else f"{len(tables)} tables are"
            first.append(f"say which measure {which} of")
        if self.questions:
            named = [
                f"“{shorten(question.text, 40, placeholder='…')}”"
                f"{f' in {question.cell}' if question.cell else ''}"
                for question in self.questions
            ]
            more = f" and {len(named) - 3} more" if len(named) > 3 else ""
            first.append(f"name {', '.join(named[:3])}{more}")
        if waiting := [problem for problem in self.problems if not problem.is_answered]:
            places = list(dict.fromkeys(p.cell or p.sheet or "the file" for p in waiting))
            more = f" and {len(places) - 4} more" if len(places) > 4 else ""
            first.append(f"answer {', '.join(places[:4])}{more}")
        if first:
            return f"First: {'; '.join(first)}. All or nothing is stored."
        if not self.steps:
            return "There is no count in this file that this round asked for."
        return ""

    @property
    def fingerprint(self) -> str:
        """What the officer sees and confirms; another one where the records moved since, or where
        a colleague answered anything."""
        told: list[object] = [
            (s.figure.key, s.figure.entry, s.row.pk if s.row else None, s.figure.cells)
            for s in self.steps
        ]
        told.append(self.reading.edition)
        return hashlib.sha256(repr(sorted(told, key=repr)).encode()).hexdigest()

    def changes(self) -> dict[CellKey, CellChange]:
        """What storing it would write. A doubt or a note of a count outlives its number, and the
        same number keeps the source that it has."""
        return {
            step.figure.key: CellChange(
                step.figure.entry,
                document=self.reading.document,
                sheet=step.figure.sheet[:100],
                cell=step.figure.cells,
                as_written=step.figure.written,
                note=step.row.note if step.row else "",
                doubt=step.row.doubt if step.row else "",
            )
            for step in self.steps
            if step.status != SAME or (step.row and step.row.document_id is None)
        }


def plan_of(reading: Reading, *, measures: Iterable[Measure] | None = None) -> ReadingPlan:
    """What this reading would do now. A fixed number of queries, whatever the file."""
    submission, answers = reading.submission, ReadingAnswers.of(reading)
    asked = list(measures if measures is not None else submission.round.measures.all())
    sorter = CellSorter(submission, asked, answers)
    seen = reading.found
    tables: list[Mapping[str, Any]] = seen.get("tables", [])
    form = seen.get("form") or {}
    done = sorter.sort(tables, form)
    typed = {place_key(each["sheet"], each["cell"]): each["text"] for each in form.get("typed", ())}
    meant = replace(answers, mended={**typed, **answers.mended})
    found, troubles = figures_of(done.placed, meant, _text_at(seen), continued(tables))
    queries = {
        (query.sheet, query.cell, "" if query.cell else query.what): query
        for query in FoiQuery.objects.unanswered().filter(
            submission_id=submission.pk, document_id=reading.document_id
        )
    }
    standing = {
        (row.measure_id, row.year, row.category_id): row
        for row in AnnualCount.objects.current().filter(submission=submission)
    }
    categories = {part.key: part.category for part in done.placed}
    steps = tuple(
        PlannedCount(
            figure,
            categories[key],
            standing.get(key),
        )
        for key, figure in sorted(found.items())
    )
    problems = [
        *_of_reader(reading, done, answers, _typed(meant.mended), queries),
        *(_problem(trouble, answers, queries) for trouble in (*done.troubles, *troubles)),
        *(
            _problem(jump, answers, queries)
            for jump in _jumps(steps, sorter, submission.force.slug)
        ),
    ]
    held = _held(done, found, troubles)
    return ReadingPlan(
        reading,
        answers,
        done,
        steps,
        tuple(
            sorted(
                {problem.key: problem for problem in problems}.values(),
                key=lambda problem: not problem.stops,
            )
        ),
        sorter.words,
        tuple(asked),
        {number: sorter.measure_of(number, table) for number, table in enumerate(tables)},
        held,
    )


def _held(
    done: SortResult, found: Mapping[CellKey, FileFigure], troubles: Iterable[Obstacle]
) -> dict[CellKey, Obstacle]:
    """Counts that have no figure before a trouble is out of the way."""
    at = {trouble.key: trouble for trouble in troubles if trouble.stops}
    return {
        part.key: at[part.key] for part in done.placed if part.key not in found and part.key in at
    }


def _text_at(found: Mapping[str, Any]) -> Callable[[str], str]:
    """Place → what stands there: looked up one by one, since most cells are of no count."""
    sheets = {sheet["name"]: dict(sheet["rows"]) for sheet in found.get("sheets", ())}

    def text_at(place: str) -> str:
        name, _, at = place.rpartition("!")
        if not at or name not in sheets:
            return ""
        row, column = parse_address(at)
        texts = sheets[name].get(row, [])
        return str(texts[column - 1]) if 0 < column <= len(texts) else ""

    return text_at


def _of_reader(
    reading: Reading,
    done: SortResult,
    answers: ReadingAnswers,
    mended: Mapping[tuple[str, str], Entry],
    queries: Mapping[tuple[str, str, str], FoiQuery],
) -> list[ReadingProblem]:
    """What the reader could not settle and what does not agree, of cells that matter here."""
    found, tables = reading.found, reading.found.get("tables", ())
    on = {table["sheet"] for number, table in enumerate(tables) if answers.table(number).on}
    off = {table["sheet"] for table in tables} - on
    # What was left out, and what the count's own trouble says with its name. A column of no year
    # may be of one that was asked for: what the reader said of it stands.
    settled = {
        place
        for why, places in done.left.items()
        for place in places
        if why != NO_YEAR and place[1] is not None
    }
    settled |= {
        (part.sheet, part.cell)
        for part in done.placed
        if part.observation["marker"] == "unreadable"
    }
    plain = {place: _plain(entry) for place, entry in mended.items()}
    if mended:
        against = [vars(problem) for problem in recheck(map(table_from, tables), plain)]
    else:
        against = found.get("against_itself", [])
    told = [
        Obstacle(each["sheet"], each["cell"], each["message"], stops=False)
        for each in (
            *found.get("problems", ()),
            *told_of_ours(against, tables, settled, plain),
        )
    ]
    return [
        _problem(each, answers, queries)
        for each in told
        if not each.message.startswith(HIDDEN)
        and each.sheet not in off
        and (each.sheet, each.cell) not in settled
        and (each.sheet, each.cell) not in mended
    ]


def _plain(entry: Entry) -> tuple[int | None, str | None, int | None, int | None]:
    """What was typed for a cell, as the reader would have it."""
    if entry.state == "suppressed":
        return None, "suppressed", entry.low if entry.high else None, entry.high
    return entry.value, None if entry.state == "value" else entry.state, None, None


def _typed(texts: Mapping[str, str]) -> dict[tuple[str, str], Entry]:
    """What a person put in the place of cells, where it can be read."""
    found = {}
    for place, text in texts.items():
        sheet, _, cell = place.rpartition("!")
        with contextlib.suppress(NotACount):
            if entry := read_entry(text):
                found[sheet, cell] = entry
    return found


def _problem(
    told: Obstacle, answers: ReadingAnswers, queries: Mapping[tuple[str, str, str], FoiQuery]
) -> ReadingProblem:
    key = problem_key(told.sheet, told.cell, told.message)
    cell = told.cell or ""
    query = queries.get((told.sheet[:100], cell, "" if cell else _of_no_cell(told)))
    said = answers.said.get(key, "")
    return ReadingProblem(
        key, told.sheet, told.cell, told.message, told.stops, said, query, told.key
    )


def _of_no_cell(told: Obstacle) -> str:
    """What a question is about where no cell can be named: its first words."""
    return told.message[:200]


def _jumps(steps: Iterable[PlannedCount], sorter: CellSorter, force: str) -> Iterable[Obstacle]:
    """Counts three times what the last release said of them, or a third."""
    ghosts = PreviousFigures(sorter.measures, force)
    by_pk = {measure.pk: measure for measure in sorter.measures}
    for step in steps:
        measure, start, _ = step.figure.key
        ghost = ghosts.of(by_pk[measure], step.category, Year(start))
        if ghost and (jump := ghost.jump(step.figure.entry)):
            yield Obstacle(
                step.figure.sheet,
                step.figure.parts[0].cell,
                f"{step.what}: {step.becomes} is {jump} the {ghost.words}.",
                stops=False,
                key=step.figure.key,
            )
