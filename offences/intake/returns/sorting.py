"""Which count each cell of a file is of, or why it is of none.

A cell under labels of one breakdown is a count of that category, under none the measure's total,
under those of two a count of the category that crosses them. What nobody asked for is left out and
said to be; what a label means that nobody knows is asked.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

from offences.intake.returns.answers import OUT, PLAIN, ReadingAnswers, TableAnswer, word_key
from offences.intake.returns.cells import (
    CellLabel,
    CellPlace,
    CountCell,
    LabelQuestion,
    Observation,
    Obstacle,
    SortResult,
    labels_of,
)
from offences.intake.returns.crime_lists import CrimeRow, count_crimes
from offences.intake.returns.labels import KIND_OF, ROLES, LabelMeaning, LabelMeanings
from offences.intake.returns.matching import CellOwners
from offences.intake.returns.narrowing import narrowing
from offences.models import Category, FoiSubmission, Measure
from offences.models.force import folded as folded_force
from offences.returns.labels.label_words import is_total
from offences.returns.labels.years import parse_year
from offences.statistics.years import Year

NO_YEAR = "no year"
SWITCHED_OFF = "in a table that was switched off"
TOTAL_OVER_YEARS = "a total over several years"
AT_ONCE = " at once, which this measure is not"
SUBTOTAL = "a subtotal, or a sum that runs on"

_SUBTOTAL = re.compile(r"\bsub[ -]?totals?\b", re.IGNORECASE)
_RUNS_ON = re.compile(r"\b(?:cumulative|running)\b", re.IGNORECASE)


class CellSorter:
    """Sorts the cells of one reading for one submission."""

    def __init__(
        self, submission: FoiSubmission, measures: list[Measure], answers: ReadingAnswers
    ) -> None:
        self.submission, self.answers = submission, answers
        self.words = {m.pk: LabelMeanings(m, submission.force) for m in measures}
        self.measures = measures
        self.whose = CellOwners(submission, answers)
        self.own_form: dict[str, tuple[str, str]] = {}  # sheet → measure and breakdown it says
        self.kinds: dict[int, set[str]] = {}  # table → the kinds of labels of its plain cells
        self.result = SortResult()

    def sort(self, tables: list[Mapping[str, Any]], form: Mapping[str, Any]) -> SortResult:
        """Of every cell which count it is of. Our own form says of its tables what they are."""
        for each in form.get("tables", ()):
            self.own_form[each["sheet"]] = (each["measure"], each["breakdown"])
        for number, table in enumerate(tables):
            told = self.answers.table(number)
            measure = self.measure_of(number, table)
            seen = table["observations"]
            if told.on and measure is not None:
                seen, others = self.whose.part(seen, told)
                for why, each in others:
                    self.result.leave(why, table["sheet"], each["cell"])
            if not told.on:
                for each in seen:
                    self.result.leave(SWITCHED_OFF, table["sheet"], each["cell"])
            elif measure is None:
                key = word_key("measure", str(number))
                for each in seen:
                    self.result.open_cells[table["sheet"], each["cell"]] = key
                self.result.tables_open.append(number)
            elif seen and all(each["cell"] is None for each in seen):
                self._count_list(number, table, seen, self.words[measure.pk], told)
            else:
                self._sort_each_way(number, table["sheet"], seen, self.words[measure.pk], told)
        self._doubt_titles(tables)
        return self.result

    def _doubt_titles(self, tables: list[Mapping[str, Any]]) -> None:
        """A line over a table may narrow all its counts without being a label of any."""
        own = self.whose.own_names
        counted = {part.table for part in self.result.placed}
        for number in sorted(counted):
            table = tables[number]
            if table["sheet"] in self.own_form:
                continue  # its lines are our own
            labels = [dict(each["labels"]) for each in table["observations"]]
            kinds = {role for each in labels for role in each}
            known = {str(text) for each in labels for text in each.values()}
            known |= {text for each in labels for text in each.get("other", ())}
            for text in table.get("over", ()):
                words = [] if text in known else [*narrowing(text, own, kinds)]
                if words:
                    self.result.troubles.append(_narrowed(table["sheet"], text, words[0]))

    def _sort_each_way(
        self,
        number: int,
        sheet: str,
        seen: list[Observation],
        words: LabelMeanings,
        told: TableAnswer,
    ) -> None:
        """Sort a table’s cells: once; where they are added up over two axes, over each of the two
        and over both, so that one table gives the counts of each and their total."""
        first, ways = len(self.result.placed), _ways(told)
        for way in ways:
            self.kinds[number] = self._kinds(seen, words, way)
            for each in seen:
                self._sort(number, sheet, each, words, way)
        if len(ways) > 1:
            once = {(p.key, p.cell, p.identity): p for p in self.result.placed[first:]}
            self.result.placed[first:] = once.values()
            self.result.leave_once({(p.sheet, p.cell) for p in once.values()})

    def measure_of(self, number: int, table: Mapping[str, Any]) -> Measure | None:
        """Of which measure a table is; None where a person has to say."""
        told = self.answers.table(number)
        if told.measure in self.words:
            return self.words[told.measure].measure
        slug, _ = self.own_form.get(table["sheet"], ("", ""))
        if slug:
            return next((m for m in self.measures if m.slug == slug), None)
        if len(self.measures) == 1:
            return self.measures[0]
        over = f" {folded_force(' '.join([table['sheet'], *table.get('over', ())]))} "
        named = [
            m
            for m in self.measures
            if any(f" {folded_force(name)} " in over for name in (m.name, m.phrase, m.slug))
        ]
        return named[0] if len(named) == 1 else None

    def _sort(
        self, number: int, sheet: str, seen: Observation, words: LabelMeanings, told: TableAnswer
    ) -> None:
        at = CellPlace(number, sheet, seen["cell"])
        year = self._year(seen, at)
        if year is None:
            return
        others = [text for text in _others(seen, words) if not self.whose.names_force(text)]
        labels: list[CellLabel] = []
        for role, text in [*labels_of(seen, told), *(("other", each) for each in others)]:
            if role == "force":
                continue
            if (kind := self._kind(role, text, words)) in told.added:
                labels.append(CellLabel(kind, text, LabelMeaning()))
                continue
            meant = self._meant(role, text, words, at)
            if meant is None:
                return
            if meant.is_out:
                self.result.leave(self._why_out(role, text, words), sheet, at.cell)
                return
            if meant.category is not None:
                labels.append(CellLabel(role, text, meant))
        members = [
            *{label.category.pk: label.category for label in labels if label.category}.values()
        ]
        if seen["total"] and _is_part_of_total(seen, bool(members)):
            self.result.leave(SUBTOTAL, sheet, at.cell)
            return
        category = self._category(words, members, seen, at)
        if category is None:
            self.result.leave(_not_split(members), sheet, at.cell)
            return
        key = (words.measure.pk, year.start, category.pk)
        self.result.placed.append(CountCell(key, number, sheet, seen, category, tuple(labels)))

    def _year(self, seen: Observation, at: CellPlace) -> Year | None:
        """The financial year of a cell that was asked for."""
        label, kind = seen["year"], seen["year_kind"]
        if label is None:
            self.result.leave(TOTAL_OVER_YEARS if seen["total"] else NO_YEAR, at.sheet, at.cell)
            return None
        asked = self.submission.round
        if kind == "calendar":
            told = self.answers.words.get(word_key("year", label))
            near = asked.first_year <= int(label) <= asked.last_year + 1
            if told is None and near:
                self._ask("year", label, at, 0)
                return None
            if told is None or told.to == OUT:
                self.result.leave(f"calendar year {label}", at.sheet, at.cell)
                return None
            year = Year(int(told.to))
        else:
            year = Year.parse(label)
        if not asked.first_year <= year.start <= asked.last_year:
            self.result.leave(f"{year}, a year that was not asked for", at.sheet, at.cell)
            return None
        return year

    def _told(self, role: str, text: str, words: LabelMeanings) -> LabelMeaning | None:
        """What an officer said of a label, for this measure."""
        key = word_key(role, text)
        for told in (
            self.answers.words.get(f"{key}|{words.measure.pk}"),
            self.answers.words.get(key),
        ):
            if told is None:
                continue
            if told.to in (OUT, PLAIN):
                return LabelMeaning(None, told.to == PLAIN, "chosen")
            category = words.categories.get(int(told.to))
            if category is not None:
                return LabelMeaning(category, how="chosen")
        return None

    def _meant(
        self, role: str, text: str, words: LabelMeanings, at: CellPlace
    ) -> LabelMeaning | None:
        """What a label means; where nobody knows, it is asked."""
        meant = self._told(role, text, words) or words.remembered(role, text)
        if meant is None and role in ROLES and not words.is_split_by(role):
            return LabelMeaning()
        meant = meant or words.meant(role, text)
        if meant is None:
            self._ask(role, text, at, words.measure.pk)
        return meant

    def _ask(self, role: str, text: str, at: CellPlace, measure: int) -> None:
        key = word_key(role, text)
        if key in self.answers.words:
            key = f"{key}|{measure}"  # it was said for another measure
        question = self.result.questions.setdefault(
            key, LabelQuestion(key, role, text, at.table, at.sheet, at.cell, measure=measure)
        )
        if at.cell is None or self.result.open_cells.get((at.sheet, at.cell)) != key:
            question.cells += 1
        self.result.open_cells[at.sheet, at.cell] = key

    @staticmethod
    def _why_out(role: str, text: str, words: LabelMeanings) -> str:
        if role in ROLES and not words.is_split_by(role):
            return f"split by {role}, which this measure is not"
        return f"“{text[:60]}”, left out"

    def _category(
        self, words: LabelMeanings, found: list[Category], seen: Observation, at: CellPlace
    ) -> Category | None:
        if not found:
            return self._total(words, seen, at)
        if len(found) == 1:
            return found[0]
        return words.crossed(found)

    def _total(self, words: LabelMeanings, seen: Observation, at: CellPlace) -> Category | None:
        """Of a total: the stated one of the breakdown beside it, else the measure's own."""
        _, slug = self.own_form.get(at.sheet, ("", ""))
        if slug:
            said = next((b for b in words.breakdowns if b.slug == slug), None)
            return words.total_of(said) if said else None
        kinds = self.kinds[at.table] if seen["total"] else set()
        if len(kinds) == 1:
            kind = next(iter(kinds))
            own = [b for b in words.breakdowns if b.kind == kind]
            if len(own) == 1 and (total := words.total_of(own[0])):
                return total
        return words.whole

    def _kinds(self, seen: list[Observation], words: LabelMeanings, told: TableAnswer) -> set[str]:
        """What a table is split by, before its totals are sorted."""
        found: set[str] = set()
        for each in seen:
            if each["total"]:
                continue
            found |= {r for r, _ in labels_of(each, told) if r in ROLES and r not in told.added}
            for text in _others(each, words):
                if (kind := self._kind("other", text, words)) not in ("other", *told.added):
                    found.add(kind)
        return found

    def _kind(self, role: str, text: str, words: LabelMeanings) -> str:
        """Along which axis a label is: that of its category, where it has one."""
        meant = self._told(role, text, words) or words.meant(role, text)
        if meant is None or meant.category is None:
            return role
        return KIND_OF.get(meant.category.breakdown.kind, role)

    def _count_list(
        self,
        number: int,
        table: Mapping[str, Any],
        rows_seen: list[Observation],
        words: LabelMeanings,
        told: TableAnswer,
    ) -> None:
        """A list of one row per crime: every crime stands in it once, so its rows are added up over
        whatever a breakdown does not tell apart."""
        sheet, split = table["sheet"], {role for role in ROLES if words.is_split_by(role)}
        rows: list[CrimeRow] = []
        asked_before = len(self.result.questions)
        without_year = 0
        for seen in rows_seen:
            at = CellPlace(number, sheet, None)
            if seen["year"] is None:
                without_year += seen["value"]
            elif (year := self._year(seen, at)) is not None:
                members = self._members(seen, split, words, told, at)
                if members is not None:
                    rows.append(CrimeRow(year.start, tuple(members), seen["value"]))
        if len(self.result.questions) > asked_before:
            return  # nothing of a list is a whole before all its labels are known
        done = count_crimes(number, sheet, rows, words, without_year)
        if done.placed:
            done.troubles += [
                _of_a_part(sheet, text) for text in table.get("over", ()) if _is_part(text)
            ]
        self.result.placed += done.placed
        self.result.troubles += done.troubles

    def _members(
        self,
        seen: Observation,
        split: set[str],
        words: LabelMeanings,
        told: TableAnswer,
        at: CellPlace,
    ) -> list[Category] | None:
        """The categories of one row of a list; None where it is left out or a label is open."""
        labels = [*labels_of(seen, told), *(("other", text) for text in _others(seen, words))]
        found: list[Category] = []
        is_open = False
        for role, text in labels:
            known = self._told(role, text, words) or words.remembered(role, text)
            if role == "force" or role in told.added:
                continue
            if known is None and role in ROLES and role not in split:
                continue
            meant = known or self._meant(role, text, words, at)
            if meant is not None and meant.is_out:
                self.result.leave(self._why_out(role, text, words), at.sheet, None)
                return None
            is_open = is_open or meant is None
            if meant is not None and meant.category is not None:
                found.append(meant.category)
        return None if is_open else found


def _narrowed(sheet: str, text: str, word: str) -> Obstacle:
    return Obstacle(
        sheet,
        None,
        f"“{text[:150]}” stands over this table (“{word}”). Say that its counts are of all that "
        "was asked for; if they are not, switch the table off or ask the force.",
        stops=False,
    )


def _is_part(text: str) -> bool:
    return bool((year := parse_year(text)) and year.part)


def _of_a_part(sheet: str, text: str) -> Obstacle:
    """A list has no months of its own, and would pass for the whole year."""
    return Obstacle(
        sheet,
        None,
        f"“{text[:100]}” stands over this list. Say that its years are whole all the same; if one "
        "is not, enter its counts by hand with their months, such as “19 Apr-Sep”, or ask the "
        "force.",
        stops=False,
    )


def _not_split(found: list[Category]) -> str:
    kinds = sorted({category.breakdown.kind for category in found})
    if len(kinds) == 1:
        return f"under two labels of one kind ({kinds[0]}), which are no count together"
    return f"split by {' and '.join(kinds)}{AT_ONCE}"


def _ways(told: TableAnswer) -> list[TableAnswer]:
    """The axes to add up over, in every choice of them that a person’s answer allows."""
    axes = told.added
    chosen = [c for size in range(1, len(axes) + 1) for c in combinations(axes, size)]
    return [replace(told, added=each) for each in chosen] or [told]


def _others(seen: Observation, words: LabelMeanings) -> list[str]:
    """The other words over a cell, without those that name its year, a part of it or the total."""
    return [
        text
        for text in seen["labels"].get("other", ())
        if not (is_total(text) and words.says_all(text))
        and not ((year := parse_year(text)) and (year.part or year.label) and not year.rest)
    ]


def _is_part_of_total(seen: Observation, is_named: bool) -> bool:
    """A subtotal of nothing that is named, or a sum over the years so far."""
    texts = seen["labels"].get("other", ())
    return any(_RUNS_ON.search(text) or (_SUBTOTAL.search(text) and not is_named) for text in texts)
