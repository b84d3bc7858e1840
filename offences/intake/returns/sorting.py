"""Sorting the cells of a file by the count they belong to.

A cell under labels of one breakdown is a count of that category, under none the measure's total,
under those of two a count of the category that crosses them. What nobody asked for is ignored, with
the reason; a label that nobody knows is a question.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, starmap

from offences.intake.returns import cells
from offences.intake.returns.answers import PLAIN, ReadingAnswers, TableAnswer, label_key
from offences.intake.returns.cells import CellLabel, CountCell, LabelQuestion, Obstacle
from offences.intake.returns.labels import (
    BREAKDOWN_KINDS,
    LabelResolver,
    ResolvedLabel,
    is_part_of_asked,
)
from offences.intake.returns.matching import CellOwners, labels_of
from offences.intake.returns.named_places import NamedPlaces, kinds_of
from offences.intake.returns.titles import doubtful_titles
from offences.intake.returns.typed import OUT
from offences.models import Breakdown, Category, FoiSubmission, Measure, folded, folded_label
from offences.returns import ReadFile
from offences.returns.labels.label_words import is_total
from offences.returns.labels.part_year_words import part_of_every_year
from offences.returns.labels.year_kinds import is_other_kind
from offences.returns.labels.years import parse_year
from offences.returns.own_form import FilledTable
from offences.returns.sheet import Observation, ReadTable
from offences.statistics.years import Year, half_a_year

SWITCHED_OFF = "in a table that was switched off"
BY_OFFICER = "left out by an officer"
EXCLUDED = "excluded"
AT_ONCE = " at once, which this measure is not"
SUBTOTAL = "a subtotal or a running total"

_SUBTOTAL_OR_RUNNING = re.compile(r"\b(?:sub[ -]?totals?|cumulative|running)\b", re.IGNORECASE)
_RUNNING = re.compile(r"\b(?:cumulative|running)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _CountedTable:
    """A table that counts one measure, and one way in which a person has its cells added up."""

    number: int
    sheet: str
    cells: list[Observation]  # of the force alone
    meanings: LabelResolver
    answer: TableAnswer
    titles: tuple[str, ...] = ()

    def labels(self, seen: Observation, others: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The labels of a cell, but its force, by what they name."""
        labels = [each for each in labels_of(seen, self.answer) if each[0] != "force"]
        for role, text in [*labels, *(("other", text) for text in others)]:
            unclear = role == "other" and self.split and not self.meanings.find(role, text)
            yield (self.split.kind if unclear and self.split else role), text

    @property
    def split(self) -> Breakdown | None:
        """The breakdown that an officer named, where the labels do not say it."""
        given = self.answer.breakdown
        return next((b for b in self.meanings.breakdowns if b.pk == given), None)

    def other_labels(self, seen: Observation) -> list[str]:
        """The other labels, without those that name its year, a part of it or the total."""
        named = (t for t in seen.other if t != seen.part_words)
        labels = (t for t in named if not (is_total(t) and self.meanings.is_total(t)))
        years = ((text, parse_year(text)) for text in labels)
        return [t for t, y in years if not (y and (y.part or y.label) and not y.rest)]


class CellSorter:
    """Sorts the cells of one reading for one submission."""

    def __init__(
        self, submission: FoiSubmission, measures: Sequence[Measure], answers: ReadingAnswers
    ) -> None:
        self.submission, self.measures, self.answers = submission, measures, answers
        self.meanings = {m.pk: LabelResolver(m, submission.force) for m in measures}
        self.owners = CellOwners(submission, answers)
        self.own_form: dict[str, FilledTable] = {}  # by sheet
        self.kinds: dict[int, set[str]] = {}  # table → the kinds of labels of its plain cells
        self.lists: dict[int, list[_CountedTable]] = {}  # measure → its lists of crimes
        self.result = cells.SortResult()
        self.places = NamedPlaces(ReadFile(""), answers, self.meanings)

    def sort(self, read: ReadFile) -> cells.SortResult:
        """Sort every cell. Our own form says itself which table counts what."""
        if read.form:
            self.own_form = {table.sheet: table for table in read.form.tables}
        self.places = NamedPlaces(read, self.answers, self.meanings)
        for number, table in enumerate(read.tables):
            answer, measure = self.answers.table(number), self.measure_of(number, table)
            if not answer.on:
                for each in table.observations:
                    self.result.ignore(SWITCHED_OFF, table.sheet, each.cell)
            elif measure is None:
                key = label_key("measure", str(number))
                places = ((table.sheet, each.cell) for each in table.observations)
                self.result.open_cells |= dict.fromkeys(places, key)
                self.result.open_tables.append(number)
            else:
                own, others = self.owners.split(self._included(table), answer)
                for reason, each in others:
                    self.result.ignore(reason, table.sheet, each.cell)
                    self.result.of_others.add((table.sheet, each.cell))
                meanings = self.meanings[measure.pk]
                counted = _CountedTable(number, table.sheet, own, meanings, answer, table.titles)
                if own and all(each.cell is None for each in own):
                    self.lists.setdefault(measure.pk, []).append(counted)
                else:
                    self._sort_by_axis(counted)
        for lists in self.lists.values():
            self._count_lists(lists)
        names, known = self.owners.own_names, [*self.meanings.values()]
        self.result.obstacles += doubtful_titles(read, self.result.cells, names, known)
        self.result.cells += self.places.new_cells()
        return self.result

    def _included(self, table: ReadTable) -> Iterator[Observation]:
        """The cells of a table that are not left out."""
        for each in table.observations:
            if self.places.is_out((table.sheet, each.cell)):
                self.result.leave_out(BY_OFFICER, table.sheet, each.cell)
            else:
                yield each

    def _sort_by_axis(self, table: _CountedTable) -> None:
        """Sort a table’s cells: once; if they are added up over two axes, over each of the two and
        over both, so that one table gives the counts of each and their total."""
        first, ways = len(self.result.cells), _axes_to_add(table)
        for way in ways:
            self.kinds[table.number] = self._kinds(way)
            for each in table.cells:
                self._sort(each, way)
        if len(ways) > 1:
            once = {(c.key, c.cell, c.identity): c for c in self.result.cells[first:]}
            self.result.cells[first:] = once.values()
            self.result.ignore_once({cell.address for cell in once.values()})

    def measure_of(self, number: int, table: ReadTable) -> Measure | None:
        """The measure that a table counts; None if a person has to decide."""
        chosen = self.answers.table(number).measure
        if chosen in self.meanings:
            return self.meanings[chosen].measure
        if form := self.own_form.get(table.sheet):
            return next((m for m in self.measures if m.slug == form.measure), None)
        if len(self.measures) == 1:
            return self.measures[0]
        lines = f" {folded(' '.join([table.sheet, *table.titles]))} "
        names = {m: (m.name, m.phrase, m.slug) for m in self.measures}
        named = [m for m in names if any(f" {folded(name)} " in lines for name in names[m])]
        return named[0] if len(named) == 1 else None

    def _sort(self, seen: Observation, table: _CountedTable) -> None:
        at = (table.sheet, seen.cell)
        place, given = self.places.category(at)
        if given is not None:
            table = replace(table, meanings=self.meanings[given.breakdown.measure_id])
        meanings, year = table.meanings, self._year(seen, table)
        if year is None:
            return
        labels: list[CellLabel] = []
        others = (text for text in table.other_labels(seen) if not self.owners.names_force(text))
        settled = kinds_of(given)
        if given is not None and not given.is_total:
            meant = ResolvedLabel(given, how="chosen")
            labels.append(CellLabel(given.breakdown.kind, place, meant))
        for role, text in table.labels(seen, others):
            kind = self._kind(role, text, meanings)
            unclear = role == "other" and not meanings.find(role, text)
            unclear |= kind in BREAKDOWN_KINDS and not meanings.is_split_by(kind)
            if kind in settled or (given is not None and unclear):
                continue
            if kind in table.answer.added:
                labels.append(CellLabel(kind, text, ResolvedLabel()))
                continue
            meaning = self._meaning(role, text, seen, table)
            if meaning is None:
                return
            if meaning.is_out:
                self.result.leave_out(_why_out(role, text, meaning, meanings), *at)
                if _is_split_alone(seen, role, meanings):
                    self.result.of_axes.add(at)
                return
            if meaning.category is not None:
                labels.append(CellLabel(role, text, meaning))
        members = [*{c.pk: c for label in labels if (c := label.category)}.values()]
        if seen.total and _is_part_of_total(seen, bool(members)):
            self.result.ignore(SUBTOTAL, *at)
            return
        if len(members) > 1:
            category = meanings.crossing(members)
        else:
            category = members[0] if members else given or self._total(seen, table)
        if category is None:
            self.result.ignore(_not_split(members), *at)
            return
        key = (meanings.measure.pk, year.start, category.pk)
        cell = CountCell(key, table.number, table.sheet, seen, category, tuple(labels))
        self.result.cells.append(cell)

    def _year(self, seen: Observation, table: _CountedTable) -> Year | None:
        """The year of a cell, if it was asked for."""
        at, round_ = (table.sheet, seen.cell), self.submission.round
        year = self.places.year(at)
        if year is None and seen.year is None:
            self.result.ignore(cells.why_no_year(seen), *at)
            return None
        if year is None and seen.year and is_other_kind(seen.year_kind):
            answer = self.answers.labels.get(label_key("year", seen.year))
            if answer is None and round_.first_year <= int(seen.year[:4]) <= round_.last_year + 1:
                self._ask("year", seen.year, at, 0)
                return None
            if answer is None or answer.to == OUT:
                self.result.ignore(f"{seen.year_kind} year {seen.year}", *at)
                return None
            year = Year(int(answer.to))
        elif year is None:
            year = Year.parse(str(seen.year))
        if not round_.first_year <= year.start <= round_.last_year:
            self.result.ignore(f"{year}, a year that was not asked for", *at)
            return None
        return year

    def _answered(self, role: str, text: str, meanings: LabelResolver) -> ResolvedLabel | None:
        """The meaning that an officer chose for a label of this measure."""
        key = label_key(role, text)
        for each in (f"{key}|{meanings.measure.pk}", key):
            answer = self.answers.labels.get(each)
            if answer is None:
                continue
            if answer.to in (OUT, PLAIN):
                return ResolvedLabel(None, answer.to == PLAIN, "chosen")
            if category := meanings.categories.get(int(answer.to)):
                return ResolvedLabel(category, how="chosen")
        return None

    def _meaning(
        self, role: str, text: str, seen: Observation, table: _CountedTable
    ) -> ResolvedLabel | None:
        """The meaning of a label; an unknown label becomes a question."""
        meanings = table.meanings
        meaning = self._in_own_form(text, table) or self._answered(role, text, meanings)
        meaning = meaning or meanings.remembered(role, text)
        if meaning is None and role in BREAKDOWN_KINDS and not meanings.is_split_by(role):
            meaning = meanings.find_unsplit(role, text)
        else:
            meaning = meaning or meanings.find(role, text)
        if meaning is None:
            self._ask(role, text, (table.sheet, seen.cell), meanings.measure.pk)
        return meaning

    def _in_own_form(self, text: str, table: _CountedTable) -> ResolvedLabel | None:
        """The meaning of a row’s name in our own form: we wrote it."""
        if (form := self.own_form.get(table.sheet)) is None:
            return None
        own = (b for b in table.meanings.breakdowns if b.slug == form.breakdown)
        rows = (category for breakdown in own for category in breakdown.categories.all())
        named = next((c for c in rows if folded_label(c.name) == folded_label(text)), None)
        if named is None:
            return None
        is_total = named.is_total
        return ResolvedLabel(None if is_total else named, is_plain=is_total, how="name")

    def _ask(self, role: str, text: str, at: tuple[str, str | None], measure: int) -> None:
        key = label_key(role, text)
        if key in self.answers.labels:
            key = f"{key}|{measure}"  # the answer was for another measure
        new = LabelQuestion(key, role, text, *at, measure)
        question = self.result.questions.setdefault(key, new)
        if at[1] is None or self.result.open_cells.get(at) != key:
            question.cells += 1
        self.result.open_cells[at] = key

    def _total(self, seen: Observation, table: _CountedTable) -> Category | None:
        """The category of a total: its breakdown's stated one, else the measure's own."""
        meanings = table.meanings
        if table.split:
            return meanings.total_of(table.split) or meanings.whole
        if form := self.own_form.get(table.sheet):
            own = [b for b in meanings.breakdowns if b.slug == form.breakdown]
            return meanings.total_of(own[0]) if own else None
        kinds = self.kinds[table.number] if seen.total else set()
        own = [b for b in meanings.breakdowns if b.kind in kinds] if len(kinds) == 1 else []
        return (meanings.total_of(own[0]) if len(own) == 1 else None) or meanings.whole

    def _kinds(self, table: _CountedTable) -> set[str]:
        """The kinds of labels of a table's parts; one part of a kind of its own splits nothing."""
        found: dict[frozenset[str], set[tuple[str, ...]]] = defaultdict(set)
        for each in table.cells:
            if not each.total:
                own = dict(labels_of(each, table.answer))
                own |= {self._kind("other", t, table.meanings): t for t in table.other_labels(each)}
                place, named = self.places.category((table.sheet, each.cell))
                own |= dict.fromkeys(kinds_of(named), place)
                kinds = own.keys() & {*BREAKDOWN_KINDS} - {*table.answer.added}
                found[frozenset(kinds)].add(tuple(own[kind] for kind in sorted(kinds)))
        return {*chain(*([kinds for kinds, own in found.items() if len(own) > 1] or found))}

    def _kind(self, role: str, text: str, meanings: LabelResolver) -> str:
        """The axis of a label: that of its category, if it has one."""
        meaning = self._answered(role, text, meanings) or meanings.find(role, text)
        kind = meaning.category.breakdown.kind if meaning and meaning.category else role
        return kind if kind in BREAKDOWN_KINDS else role

    # A list with one row per crime

    def _count_lists(self, lists: Sequence[_CountedTable]) -> None:
        """Count the rows of lists that have every crime once, together.

        They are added up over whatever a breakdown does not distinguish.
        """
        rows: list[cells.CrimeRow] = []
        questions, without_year = len(self.result.questions), 0
        for table, seen in [(each, cell) for each in lists for cell in each.cells]:
            if seen.year is None:
                without_year += seen.value or 0
                continue
            year = self._year(seen, table)
            if year and (members := self._members(seen, table)) is not None:
                rows.append((year.start, set(members), seen.value or 0))
        if len(self.result.questions) > questions:
            return  # no count of a list is complete before all its labels are known
        one = lists[0]
        done = cells.count_crimes(one.number, one.sheet, rows, one.meanings, without_year)
        self.result.cells += done.cells
        self.result.obstacles += done.obstacles
        for table in lists if done.cells else ():
            self._warn_of_parts(table)

    def _warn_of_parts(self, table: _CountedTable) -> None:
        """A list has no months of its own, and would pass for the whole year."""
        for title in table.titles:
            year = parse_year(title)
            if (year and year.part) or part_of_every_year(title):
                why = cells.OF_A_PART.format(title[:100], half_a_year())
                self.result.obstacles.append(Obstacle(table.sheet, None, why, stops=False))

    def _members(self, seen: Observation, table: _CountedTable) -> list[Category] | None:
        """The categories of one row of a list; None if it is ignored or a label is open."""
        found: list[Category] = []
        meanings, is_open = table.meanings, False
        for role, text in table.labels(seen, table.other_labels(seen)):
            if role in table.answer.added:
                continue
            known = self._answered(role, text, meanings) or meanings.remembered(role, text)
            if known is None and role in BREAKDOWN_KINDS and not meanings.is_split_by(role):
                continue
            meaning = known or self._meaning(role, text, seen, table)
            if meaning is None:
                is_open = True
            elif meaning.is_out:
                self.result.ignore(_why_out(role, text, meaning, meanings), table.sheet, None)
                return None
            elif meaning.category is not None:
                found.append(meaning.category)
        return None if is_open else found


def _is_split_alone(seen: Observation, role: str, meanings: LabelResolver) -> bool:
    """Whether a cell is left out only because the measure is not split by sex, age or platform."""
    of_kinds = [each for each in seen.labels.items() if each[0] in BREAKDOWN_KINDS]
    unsplit = (each for each in of_kinds if not meanings.is_split_by(each[0]))
    meant = {each: meanings.find_unsplit(*each) for each in unsplit}
    out = [each for each, meaning in meant.items() if meaning and meaning.is_out]
    return role in dict(out) and all(starmap(is_part_of_asked, out))


def _why_out(role: str, text: str, meaning: ResolvedLabel, meanings: LabelResolver) -> str:
    if role in BREAKDOWN_KINDS and not meanings.is_split_by(role):
        return f"split by {role}, which this measure is not"
    return f"“{text[:60]}”, {EXCLUDED}{' as remembered' if meaning.how == 'remembered' else ''}"


def _not_split(found: list[Category]) -> str:
    kinds = sorted({category.breakdown.kind for category in found})
    if len(kinds) == 1:
        return f"under two labels of one kind ({kinds[0]}), which are not a count together"
    return f"split by {' and '.join(kinds)}{AT_ONCE}"


def _axes_to_add(table: _CountedTable) -> list[_CountedTable]:
    """The axes to add up over, in every combination that a person’s answer allows."""
    axes = table.answer.added
    chosen = [c for size in range(1, len(axes) + 1) for c in combinations(axes, size)]
    return [replace(table, answer=replace(table.answer, added=c)) for c in chosen] or [table]


def _is_part_of_total(seen: Observation, is_named: bool) -> bool:
    """Whether it is a subtotal of nothing that is named, or a sum over the years so far."""
    pattern = _RUNNING if is_named else _SUBTOTAL_OR_RUNNING
    return any(map(pattern.search, seen.other))
