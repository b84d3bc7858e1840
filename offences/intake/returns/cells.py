"""The result for each cell of a file: its count, why it has none, or a question."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from offences.counts import CellKey
from offences.intake.returns.labels import LabelResolver, ResolvedLabel
from offences.models import Breakdown, BreakdownKind, Category, folded_label
from offences.returns.labels.plain_years import is_other_time
from offences.returns.labels.year_kinds import own_kind
from offences.returns.sheet import Observation
from offences.statistics.years import Year

type Address = tuple[str, str | None]
"""A sheet and a cell of it."""

type Name = tuple[str, str]
type Identity = frozenset[Name]

ADDED_UP = "+"
"""The kind of a name whose axis is added up: it is of no category."""
OUTSIDE_TABLES = -1
"""In the place of a table's number: a cell outside all tables, whose meaning an officer gave."""

NO_YEAR = "no year"
TOTAL_OVER_YEARS = "a total over several years"


def why_no_year(seen: Observation) -> str:
    """The reason why a cell has no year: it is of several, or of a time of its own."""
    if time := next(filter(is_other_time, seen.other), ""):
        return f"of “{time[:60]}”, which is no single year"
    return TOTAL_OVER_YEARS if seen.total else NO_YEAR


@dataclass
class LabelQuestion:
    """An unknown label and its place."""

    key: str
    role: str
    text: str
    sheet: str
    cell: str | None
    measure: int
    cells: int = 0


@dataclass(frozen=True)
class CellLabel:
    """One label of a cell and its meaning; without a category it is of an axis that is added up."""

    role: str
    text: str
    meaning: ResolvedLabel

    @property
    def category(self) -> Category | None:
        return self.meaning.category

    @property
    def name(self) -> Name:
        """The same for two spellings of one thing."""
        if self.category is None:
            return ADDED_UP, f"{self.role} {folded_label(self.text)}"
        if self.meaning.how == "name":
            return "name", str(self.category.pk)
        if self.meaning.offence is not None:
            return "official", self.meaning.offence.code
        return self.role, folded_label(self.text)


@dataclass
class CountCell:
    """A cell of a count, with the labels that distinguish it from others of that count."""

    key: CellKey
    table: int
    sheet: str
    observation: Observation
    category: Category
    labels: tuple[CellLabel, ...] = ()

    def __str__(self) -> str:
        return f"{self.category.name}, {Year(self.key[1])}"

    @property
    def cell(self) -> str | None:
        return self.observation.cell

    @property
    def address(self) -> Address:
        return self.sheet, self.cell

    @cached_property
    def identity(self) -> Identity:
        return frozenset(label.name for label in self.labels)

    @property
    def is_whole(self) -> bool:
        """Whether its labels name all of its category, and not an offence or an age of it."""
        return all(label.meaning.how == "name" for label in self.labels)

    @property
    def was_chosen(self) -> bool:
        """Whether a person has said that its labels mean its category."""
        return all(label.meaning.how in ("name", "chosen", "remembered") for label in self.labels)

    @property
    def label(self) -> str:
        """The label that is not simply the name of its category."""
        return next((each.text[:60] for each in self.labels if each.meaning.how != "name"), "")


@dataclass(frozen=True)
class Obstacle:
    """A problem with a count; one that `stops` is not solved by accepting all that was found.

    An officer's own words solve it only if it says so (`in_words`).
    """

    sheet: str
    cell: str | None
    message: str
    stops: bool = True
    count: CellKey | None = None  # the count that it is about
    also: tuple[CellKey, ...] = ()  # and others
    in_words: bool = False
    instead: tuple[tuple[str, str], ...] = ()  # totals, and what each is without what was left out
    needs: str = ""  # what has to be said about its place: year, meaning, label, total
    question: str = ""  # what the force would be asked, where its words are not ours

    @property
    def counts(self) -> tuple[CellKey, ...]:
        """Every count that it is about."""
        return (self.count, *self.also) if self.count else ()


@dataclass
class SortResult:
    """Every cell of a file, sorted."""

    cells: list[CountCell] = field(default_factory=list)
    ignored: dict[str, list[Address]] = field(default_factory=dict)  # reason → cells
    questions: dict[str, LabelQuestion] = field(default_factory=dict)
    open_cells: dict[Address, str] = field(default_factory=dict)  # → the key of its question
    open_tables: list[int] = field(default_factory=list)  # whose measure nobody knows
    obstacles: list[Obstacle] = field(default_factory=list)
    left_out: set[Address] = field(default_factory=set)  # because they are not what was asked for
    of_others: set[Address] = field(default_factory=set)  # of other forces
    of_axes: set[Address] = field(default_factory=set)  # left out, though parts of what was

    @property
    def other_counts(self) -> set[Address]:
        """What was left out and is of nothing that was asked for: no total should include it."""
        return self.left_out - self.of_axes

    def leave_out(self, reason: str, sheet: str, cell: str | None) -> None:
        self.ignore(reason, sheet, cell)
        self.left_out.add((sheet, cell))

    def ignore(self, reason: str, sheet: str, cell: str | None) -> None:
        self.ignored.setdefault(reason, []).append((sheet, cell))

    def ignore_once(self, counted: Collection[Address]) -> None:
        """Ignore, once, the cells that none of several ways of sorting counted."""
        done = set(counted)
        for reason, places in list(self.ignored.items()):
            rest = [place for place in places if place not in done or place[1] is None]
            done |= set(rest)
            whole = [place for place in rest if place[1] is None]
            self.ignored[reason] = [*dict.fromkeys(p for p in rest if p[1]), *whole]
        self.ignored = {reason: places for reason, places in self.ignored.items() if places}


# A list with one row per crime

INCOMPLETE = (
    "{}, {}: {} not listed here in exactly one category, so the counts would not be complete. They "
    "are not taken from the list."
)
WITHOUT_YEAR = (
    "{} no year and cannot be counted. If the year is one that was asked for, its counts are too "
    "low: ask the force."
)
OF_A_PART = (
    "“{}” is above this list. Say that its years are whole all the same; if one is not, enter its "
    "counts by hand with their months, such as “19 {}”, or ask the force."
)

type CrimeRow = tuple[int, set[Category], int]
"""A year, the categories that each of its crimes is in, and how many they are."""


def count_crimes(
    table: int, sheet: str, rows: list[CrimeRow], meanings: LabelResolver, without_year: int
) -> SortResult:
    """Count the rows: all of them for the measure's total, and those of each category.

    A breakdown is counted for the years in which every row is in one category of it: otherwise its
    counts would be incomplete. A category without a row gets no count: only a person can say 0.
    """
    done = SortResult()
    for breakdown in meanings.breakdowns:
        by_year: dict[int, Counter[Category | None]] = defaultdict(Counter)
        for of, members, number in rows:
            by_year[of][_category(breakdown, members, meanings)] += number
        for year, numbers in sorted(by_year.items()):
            if set(numbers) == {None}:
                continue  # the list is not split by this breakdown
            if missing := numbers.pop(None, 0):
                some = "one crime is" if missing == 1 else f"{missing:,} crimes are"
                why = INCOMPLETE.format(breakdown.name, Year(year), some)
                done.obstacles.append(Obstacle(sheet, None, why, stops=False))
                continue
            for category, number in numbers.items():
                assert category is not None
                key, total = (meanings.measure.pk, year, category.pk), category.is_total
                label = Year(year).label
                seen = Observation(None, label, own_kind(), {}, value=number, total=total)
                done.cells.append(CountCell(key, table, sheet, seen, category))
    if without_year:
        some = f"{without_year:,} crimes in this list have"
        some = "One crime in this list has" if without_year == 1 else some
        done.obstacles.append(Obstacle(sheet, None, WITHOUT_YEAR.format(some), stops=False))
    return done


def _category(
    breakdown: Breakdown, members: set[Category], meanings: LabelResolver
) -> Category | None:
    """The one category of a breakdown that a row is in."""
    if breakdown.kind == BreakdownKind.TOTAL:
        return meanings.total_of(breakdown)
    if breakdown.kind == BreakdownKind.CROSSING:
        crossed = {part.pk for part in breakdown.parts.all()}
        found = meanings.crossing({c for c in members if c.breakdown_id in crossed})
        return found if found is not None and found.breakdown_id == breakdown.pk else None
    own = {category for category in members if category.breakdown_id == breakdown.pk}
    return own.pop() if len(own) == 1 else None
