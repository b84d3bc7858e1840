"""Which count each cell of a file is of, or why it is of none.

A cell under labels of one breakdown is a count of that category, under none the measure's total,
under those of two a count of the category that crosses them. What nobody asked for is left out and
said to be; what a label means that nobody knows is asked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from offences.counts import CellKey
from offences.imports.reading.answers import OUT, PLAIN, Answers, TableAnswer, word_key
from offences.imports.reading.words import ROLES, Meant, Words
from offences.models import Category, FoiSubmission, ForceSpelling, Measure
from offences.models.force import folded as folded_force
from offences.returns.words import is_total
from offences.returns.years import year_of
from offences.statistics.years import Year

type Observation = Mapping[str, Any]

NO_YEAR = "no year"
OTHER_FORCE = "another force"
SWITCHED_OFF = "in a table that was switched off"
TOTAL_OVER_YEARS = "a total over several years"


@dataclass
class Question:
    """A label that nobody knows, and where it stands."""

    key: str
    role: str
    text: str
    table: int
    sheet: str
    cell: str | None
    cells: int = 0
    measure: int = 0


@dataclass
class Placed:
    """A cell of a count. `labels` tells it apart from others of the same count in its table."""

    key: CellKey
    table: int
    sheet: str
    observation: Observation
    category: Category
    labels: tuple[tuple[str, str], ...]

    @property
    def cell(self) -> str | None:
        return self.observation["cell"]


@dataclass
class Sorted:
    placed: list[Placed] = field(default_factory=list)
    left: dict[str, list[tuple[str, str | None]]] = field(default_factory=dict)  # why → places
    questions: dict[str, Question] = field(default_factory=dict)
    open_cells: dict[tuple[str, str | None], str] = field(default_factory=dict)  # → its question
    tables_open: list[int] = field(default_factory=list)  # whose measure nobody knows

    def leave(self, why: str, sheet: str, cell: str | None) -> None:
        self.left.setdefault(why, []).append((sheet, cell))


class Sorter:
    """Sorts the cells of one reading for one submission."""

    def __init__(
        self, submission: FoiSubmission, measures: list[Measure], answers: Answers
    ) -> None:
        self.submission, self.answers = submission, answers
        self.words = {m.pk: Words(m, submission.force) for m in measures}
        self.measures = measures
        self.forces = {  # every spelling of every force’s name
            spelling.folded: spelling.force
            for spelling in ForceSpelling.objects.select_related("force")
        }
        own = submission.force
        for name in (own.name, own.area, own.short_name):
            self.forces[folded_force(name)] = own
        self.own_form: dict[str, tuple[str, str]] = {}  # sheet → measure and breakdown it says
        self.kinds: dict[int, set[str]] = {}  # table → the kinds of labels of its plain cells
        self.result = Sorted()

    def sort(self, tables: list[Mapping[str, Any]], form: Mapping[str, Any]) -> Sorted:
        """Of every cell which count it is of. Our own form says of its tables what they are."""
        for each in form.get("tables", ()):
            self.own_form[each["sheet"]] = (each["measure"], each["breakdown"])
        self._learn_kinds(tables)
        for number, table in enumerate(tables):
            told = self.answers.table(number)
            measure = self.measure_of(number, table)
            for each in table["observations"]:
                if not told.on:
                    self.result.leave(SWITCHED_OFF, table["sheet"], each["cell"])
                elif measure is None:
                    key = word_key("measure", str(number))
                    self.result.open_cells[table["sheet"], each["cell"]] = key
                else:
                    self._sort(number, table, each, self.words[measure.pk], told)
            if told.on and measure is None:
                self.result.tables_open.append(number)
        return self.result

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
        self,
        number: int,
        table: Mapping[str, Any],
        seen: Observation,
        words: Words,
        told: TableAnswer,
    ) -> None:
        sheet = table["sheet"]
        labels, others = dict(_labels(seen, told)), _others(seen)
        # A line with a force’s name alone over a table says whose it is.
        named = [text for text in others if folded_force(text) in self.forces]
        force = labels.pop("force", "") or next(iter(named), "")
        if force and not self._is_own(force, sheet, seen):
            return
        year = self._year(sheet, seen, number)
        if year is None:
            return
        found: list[Category] = []
        kept: list[tuple[str, str]] = []
        for role, text in [
            *labels.items(),
            *(("other", each) for each in others if each not in named),
        ]:
            if role in told.added:
                kept.append((role, text))
                continue
            meant = self._meant(role, text, words, Place(number, sheet, seen["cell"]))
            if meant is None:
                return
            if meant.is_out:
                self.result.leave(self._why_out(role, text, words), sheet, seen["cell"])
                return
            kept.append((role, text))
            if meant.category is not None and meant.category not in found:
                found.append(meant.category)
        category = self._category(words, found, seen, number, sheet)
        if category is None:
            kinds = " and ".join(sorted({role for role in labels if role in ROLES})) or "other"
            self.result.leave(f"split by {kinds}, which this measure is not", sheet, seen["cell"])
            return
        key = (words.measure.pk, year.start, category.pk)
        self.result.placed.append(Placed(key, number, sheet, seen, category, tuple(kept)))

    def _is_own(self, force: str, sheet: str, seen: Observation) -> bool:
        if self.forces.get(folded_force(force)) == self.submission.force:
            return True
        told = self.answers.words.get(word_key("force", force))
        if told is not None and told.to == PLAIN:
            return True
        self.result.leave(f"of {force}, not of {self.submission.force.name}", sheet, seen["cell"])
        return False

    def _year(self, sheet: str, seen: Observation, number: int) -> Year | None:
        """The financial year of a cell that was asked for."""
        label, kind = seen["year"], seen["year_kind"]
        if label is None:
            self.result.leave(TOTAL_OVER_YEARS if seen["total"] else NO_YEAR, sheet, seen["cell"])
            return None
        if kind == "calendar":
            told = self.answers.words.get(word_key("year", label))
            if told is None:
                self._ask("year", label, number, sheet, seen["cell"], 0)
                return None
            if told.to == OUT:
                self.result.leave(f"calendar year {label}", sheet, seen["cell"])
                return None
            year = Year(int(told.to))
        else:
            year = Year.parse(label)
        round_ = self.submission.round
        if not round_.first_year <= year.start <= round_.last_year:
            self.result.leave(f"{year}, a year that was not asked for", sheet, seen["cell"])
            return None
        return year

    def _meant(self, role: str, text: str, words: Words, at: "Place") -> Meant | None:
        """What a label means; where nobody knows, it is asked."""
        told = self.answers.words.get(word_key(role, text))
        if told is not None:
            if told.to in (OUT, PLAIN):
                return Meant(None, told.to == PLAIN, "chosen")
            category = words.categories.get(int(told.to))
            if category is not None:
                return Meant(category, how="chosen")
        if role in ROLES and not words.is_split_by(role):
            return Meant()
        meant = words.meant(role, text)
        if meant is None:
            self._ask(role, text, at.table, at.sheet, at.cell, words.measure.pk)
        return meant

    def _ask(
        self, role: str, text: str, table: int, sheet: str, cell: str | None, measure: int
    ) -> None:
        key = word_key(role, text)
        question = self.result.questions.setdefault(
            key, Question(key, role, text, table, sheet, cell, measure=measure)
        )
        question.cells += 1
        self.result.open_cells[sheet, cell] = key

    @staticmethod
    def _why_out(role: str, text: str, words: Words) -> str:
        if role in ROLES and not words.is_split_by(role):
            return f"split by {role}, which this measure is not"
        return f"“{text[:60]}”, left out"

    def _category(
        self,
        words: Words,
        found: list[Category],
        seen: Observation,
        number: int,
        sheet: str,
    ) -> Category | None:
        if not found:
            return self._total(words, seen, number, sheet)
        if len(found) == 1:
            return found[0]
        return words.crossed(found)

    def _total(self, words: Words, seen: Observation, number: int, sheet: str) -> Category | None:
        """Of a total: the stated one of the breakdown beside it, else the measure's own."""
        kinds = self.kinds[number] if seen["total"] else set()
        _, slug = self.own_form.get(sheet, ("", ""))
        if slug:
            said = next((b for b in words.breakdowns if b.slug == slug), None)
            return words.total_of(said) if said else None
        if len(kinds) == 1:
            kind = next(iter(kinds))
            own = [b for b in words.breakdowns if b.kind == kind]
            if len(own) == 1 and (total := words.total_of(own[0])):
                return total
        return words.whole

    def _learn_kinds(self, tables: list[Mapping[str, Any]]) -> None:
        """What each table is split by, before its totals are sorted."""
        for number, table in enumerate(tables):
            told = self.answers.table(number)
            self.kinds[number] = {
                role
                for each in table["observations"]
                if not each["total"]
                for role, _ in _labels(each, told)
                if role in ROLES and role not in told.added
            }


@dataclass(frozen=True)
class Place:
    table: int
    sheet: str
    cell: str | None


def _labels(seen: Observation, told: TableAnswer) -> Iterator[tuple[str, str]]:
    """The labels of a cell, along the axes that a person put right."""
    for role, text in seen["labels"].items():
        if role != "other":
            yield told.roles.get(role, role), str(text)


def _others(seen: Observation) -> list[str]:
    """The other words over a cell, without those that name a part of its year or a total."""
    return [
        text
        for text in seen["labels"].get("other", ())
        if not is_total(text) and not ((year := year_of(text)) and (year.part or year.label))
    ]
