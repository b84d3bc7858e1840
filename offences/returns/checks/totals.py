"""Stated totals compared with the cells that they are the sum of.

What a total sums is seldom stated: the rows above it, the rows below it as far as the next total,
or the totals of the groups. So a total is doubted only where none of these gives it. Each of these
is a stretch of the cells that bear the total's labels, whose sum is known without adding it again.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from offences.english import and_list
from offences.returns.checks.limits_of_counts import Limits, format_limits, overlap, range_of
from offences.returns.labels.label_words import is_online_alone, is_region, is_total
from offences.returns.sheet import Observation, Position, Problem, ReadTable, parse_address
from offences.returns.work import WorkBudget, WorkUsedUp

type CellLine = list[Observation]  # a row, or a column
type Marks = frozenset[str | tuple[str]]  # what a cell is labelled with, and its year by itself

MOST_LISTED = 20  # of one table: more are one fault of it, not many
MANY = 8  # totals of one line that all disagree are of another kind than the cells beside them
MOST_MEMBERS = 20  # of a total that no word calls one
MOST_WORK = 4_000_000  # cells looked at for the totals of one file
NOT_CHECKED = (
    "Totals were not checked from this table on: there are too many to compare. Check them by hand,"
    " or upload the tables in files of their own."
)
_UNREAD = ("blank", "unreadable")


def sums_of(table: ReadTable, work: WorkBudget) -> Iterator["Sums"]:
    """The rows of a table as the parts of its total rows, then its columns of those across."""
    parts = {each.cell for each in _online_parts(table)}
    counted = (each for each in table.observations if each.cell and not is_part_of_other(each))
    cells = {parse_address(str(o.cell)): o for o in counted if o.cell not in parts}
    turned = {(column, row): each for (row, column), each in cells.items()}
    yield Sums(cells, table.total_rows, "rows", work)
    yield Sums(turned, table.total_columns, "columns", work)


def check_totals(table: ReadTable, work: WorkBudget) -> list[Problem]:
    """Every stated total of a table that its rows or its columns do not give."""
    if work.is_used_up or not (table.total_rows or table.total_columns):
        return []
    try:
        found = [each for sums in sums_of(table, work) for each in sums.doubts()]
    except WorkUsedUp:
        return [Problem(table.sheet, table.range.partition(":")[0], NOT_CHECKED)]
    problems = []
    for each in found[:MOST_LISTED]:
        # A total below one of its parts is never stored.
        needs = "total" if each.part_above and not each.beyond else ""
        problem = Problem(table.sheet, each.total.cell, each.message, bool(needs), needs)
        problems.append(problem)
    if len(found) > MOST_LISTED:
        more = f"{len(found) - MOST_LISTED} more totals of this table do not agree with its cells."
        problems.append(Problem(table.sheet, None, more, stops=True, needs="total"))
    return problems


_OF_WHICH = re.compile(
    r"(?:of|from) (?:which|whom|these|those|the above)\b|thereof\b", re.IGNORECASE
)


def is_part_of_other(each: Observation) -> bool:
    """Whether a count is in the one above it, and would be added twice: “Of which online”."""
    labels = (*each.labels.values(), *each.other)
    return any(_OF_WHICH.match(label.lstrip(" -–")) for label in labels)


def _online_parts(table: ReadTable) -> CellLine:
    """The counts of “Rape” and “Online” that are beside one of “Rape”, which has them in it."""
    online = [each for each in table.observations if any(map(is_online_alone, each.other))]
    if not online:
        return []
    whole = {marks_of(each) for each in table.observations if not each.total}
    return [o for o in online if marks_of(o) - frozenset(filter(is_online_alone, o.other)) in whole]


class _Cells:
    """Cells of one column from the top, with the sum of each stretch of them."""

    def __init__(self, places: list[int], cells: CellLine) -> None:
        self.places, self.cells = places, cells
        ranges = [(0, 0) if cell.marker in _UNREAD else range_of(cell) for cell in cells]
        self.low = [*accumulate((low for low, _ in ranges), initial=0)]
        self.high = [*accumulate((high or 0 for _, high in ranges), initial=0)]
        self.endless = [*accumulate((high is None for _, high in ranges), initial=0)]

    def stretch(self, first: int, end: int) -> "Stretch":
        """The cells from one place to before another."""
        return Stretch(self, bisect_left(self.places, first), bisect_left(self.places, end))

    def around(self, place: int, last: int) -> tuple[int, int]:
        """The places of the cells next to one; -1 and `last` where there are none."""
        at = bisect_left(self.places, place)
        before = self.places[at - 1] if at else -1
        after = self.places[at + 1 : at + 2]  # the first from here on is the cell of that place
        return before, after[0] if after else last


@dataclass(frozen=True)
class _Parts:
    """The cells that a total may be the sum of."""

    plain: _Cells
    totals: _Cells
    axes: dict[str, _Cells]  # the plain ones by what they are labelled with: ages, beside sexes


@dataclass(frozen=True)
class Stretch:
    """Neighbours among some cells, of which a total may be the sum."""

    of: _Cells
    first: int
    end: int

    def __len__(self) -> int:
        return self.end - self.first

    @property
    def sum(self) -> Limits:
        """The least and the most that the cells add up to, without those that nobody could read."""
        of, first, end = self.of, self.first, self.end
        known = of.endless[end] == of.endless[first]
        return of.low[end] - of.low[first], of.high[end] - of.high[first] if known else None

    @property
    def cells(self) -> CellLine:
        return self.of.cells[self.first : self.end]


class _Column:
    """The cells of one column, found by what they are labelled with."""

    def __init__(self, cells: dict[int, Observation], totals: set[int], work: WorkBudget) -> None:
        work.spend(len(cells))
        self.cells, self.totals, self.work = cells, totals, work
        self.marks = {place: marks_of(cell) for place, cell in cells.items()}
        self.places: dict[str | tuple[str], list[int]] = defaultdict(list)
        for place, marks in self.marks.items():
            for mark in marks:
                self.places[mark].append(place)
        self.found: dict[Marks, _Parts] = {}

    def parts(self, total: Observation) -> "_Parts":
        """The cells with all that a total is labelled with: its year, its offence.

        Of no kind, what no other cell has is its name: “Combined”.
        """
        named = {own for own in total.other if self.totals.issuperset(self.places.get(own, ()))}
        stated = frozenset(m for m in marks_of(total) - named if not is_region(str(m)))
        if stated not in self.found:
            self.found[stated] = self._with_marks(stated)
        return self.found[stated]

    def _with_marks(self, stated: Marks) -> "_Parts":
        every: Collection[int] = self.cells
        fewest = min((self.places.get(mark, []) for mark in stated), key=len, default=every)
        self.work.spend(len(fewest))
        parts = [place for place in fewest if stated <= self.marks[place]]
        plain = [place for place in parts if place not in self.totals]
        totals = [place for place in parts if place in self.totals]
        axes: dict[str, list[int]] = defaultdict(list)
        for place in plain:
            axes[" ".join(sorted(self.cells[place].labels))].append(place)
        beside = {role: self._cells(own) for role, own in axes.items() if len(axes) > 1}
        return _Parts(self._cells(plain), self._cells(totals), beside)

    def _cells(self, places: list[int]) -> _Cells:
        return _Cells(places, [self.cells[place] for place in places])


@dataclass(frozen=True)
class _Doubt:
    """A total that none of the ways of summing gives."""

    total: Observation
    ways: list[Stretch]
    what: str  # rows or columns
    others: int = 0  # totals of the same line that disagree, too
    beyond: tuple[str, ...] = ()  # cells on its other side, which are not in it

    @property
    def part_above(self) -> str:
        """The first part that is more than the total by itself, of the nearest sum."""
        most = range_of(self.total)[1] or 0
        return next((str(c.cell) for c in self._members if range_of(c)[0] > most), "")

    @cached_property
    def _nearest(self) -> int:
        stated = range_of(self.total)
        sums = [way.sum for way in self.ways]  # none of which overlaps it
        apart = [max(stated[0] - (high or 0), low - (stated[1] or 0)) for low, high in sums]
        return apart.index(min(apart))

    @property
    def _members(self) -> CellLine:
        return self.ways[self._nearest].cells

    @property
    def message(self) -> str:
        stated = range_of(self.total)
        line = self.what.removesuffix("s")  # of rows, the totals themselves are a row
        more = f" So it is with {self.others} more totals of this {line}." if self.others else ""
        if self.beyond:
            count = f"{list_names([*self.beyond])} {'are' if len(self.beyond) > 1 else 'is'}"
            why = f"The stated total is {format_limits(stated)}, the sum of only some {self.what}."
            return f"{why} {count} not in it.{more}"
        unread = [str(cell.cell) for cell in self._members if cell.marker in _UNREAD]
        without = f" without {list_names(unread)}" if unread else ""
        words = f"The stated total is {format_limits(stated)}. "
        sums_to = (
            f"The {self.what} add up to {format_limits(self.ways[self._nearest].sum)}{without}."
            if len(unread) < len(self._members)
            else f"None of the {self.what} that it may be the sum of can be read: "
            f"{list_names(unread)}."
        )
        alone = f" {self.part_above} alone is more than that." if self.part_above else ""
        return f"{words}{sums_to}{alone}{more}"


class Sums:
    """The rows of a table, some of which are totals; or its columns, as if they were rows."""

    def __init__(
        self,
        cells: dict[Position, Observation],
        totals: frozenset[int],
        what: str,
        work: WorkBudget,
    ) -> None:
        self.what, self.work = what, work
        self.by_line: dict[int, dict[int, Observation]] = defaultdict(dict)
        for (line, across), each in sorted(cells.items()) if totals else ():
            self.by_line[line][across] = each
        self.lines = [*self.by_line]
        self.stated = totals & set(self.lines)
        self.totals = {*self.stated}
        if len(self.stated) > 1:
            self.totals |= self._unsaid_totals()
        self.total_lines = sorted(self.totals)
        self.columns: dict[int, _Column] = {}

    def _unsaid_totals(self) -> set[int]:
        """Lines that are the sum of those below without a word for it: “West Midlands”."""
        found = set()
        for at, line in enumerate(self.lines):
            follow = [self.by_line[other] for other in self.lines[at + 1 : at + 1 + MOST_MEMBERS]]
            if line not in self.stated and self._is_sum(self.by_line[line], follow):
                found.add(line)
        return found

    def _is_sum(self, line: dict[int, Observation], follow: list[dict[int, Observation]]) -> bool:
        """Whether every cell of a line is the sum of those of two or more that follow it.

        Lines of zeros add nothing: the line and the total below them are the same.
        """
        stated = {across: each.value for across, each in line.items() if each.value is not None}
        if len(stated) < len(line) or max(stated.values(), default=0) < 10:
            return False
        sums = dict.fromkeys(stated, 0)
        count = 0
        for other in follow:
            self.work.spend(len(sums))
            count += any(each.value for each in other.values())
            for across in sums:
                cell = other.get(across)
                if cell is None or cell.value is None:
                    return False
                sums[across] += cell.value
                if sums[across] > stated[across]:
                    return False
            if count > 1 and sums == stated:
                return True
        return False

    def doubts(self) -> list[_Doubt]:
        return [
            doubt for line in self.lines if line in self.stated for doubt in self._of_line(line)
        ]

    def fits(self) -> Iterator[tuple[Observation, list["Stretch"]]]:
        """Each stated total with the cells that it may be the sum of, in one way or several."""
        for line in (line for line in self.lines if line in self.stated):
            for across, total in self.by_line[line].items():
                ways = self._possible_parts(line, self._parts(across, total)).values()
                yield total, [way for way in ways if overlap(range_of(total), way.sum)]

    def _of_line(self, line: int) -> list[_Doubt]:
        stated = self.by_line[line]
        parts = [self._parts(across, total) for across, total in stated.items()]
        ways = [self._possible_parts(line, each) for each in parts]
        usual = _usual(stated.values(), ways)
        chosen = [[way[usual]] if usual in way else [*way.values()] for way in ways]
        if amid := self._of_some(line, parts):
            return [replace(amid[0], others=len(amid) - 1)]
        doubts = map(self._doubt, stated.values(), chosen)
        found = [doubt for doubt in doubts if doubt is not None]
        if len(found) >= MANY and len(found) * 2 > sum(map(bool, ways)):
            return [replace(found[0], others=len(found) - 1)]
        return found

    def _of_some(self, line: int, parts: Sequence[_Parts]) -> list[_Doubt]:
        """The totals of a line, the only one of its kind, that are of the cells on one side of it.

        Cells of the same kind are on its other side. Those without a count there say nothing.
        """
        found, silent = [], 0
        for total, own in zip(self.by_line[line].values(), parts, strict=True):
            stated, plain, end = range_of(total), own.plain, self.lines[-1] + 1
            sides = [plain.stretch(0, line), plain.stretch(line, end)]
            kinds = [{frozenset(cell.labels) for cell in side.cells} for side in sides]
            alone = len(own.totals.cells) == 1 and kinds[0] & kinds[1]
            fits = [len(side) > 1 and overlap(stated, side.sum) for side in sides]
            silent += any(side.sum == (0, 0) for side in sides)
            if not alone or not any(fits) or overlap(stated, plain.stretch(0, end).sum):
                continue
            beyond = sides[fits.index(True) - 1].cells
            found.append(_Doubt(total, sides, self.what, 0, tuple(str(c.cell) for c in beyond)))
        return found if len(found) * 2 >= len(self.by_line[line]) - silent else []

    def _parts(self, across: int, total: Observation) -> _Parts:
        if across not in self.columns:
            cells = {n: cells[across] for n, cells in self.by_line.items() if across in cells}
            self.columns[across] = _Column(cells, self.totals, self.work)
        return self.columns[across].parts(total)

    def _possible_parts(self, line: int, parts: _Parts) -> dict[str, Stretch]:
        """The cells that a total may be the sum of, by the way of choosing them."""
        plain, totals = parts.plain, parts.totals
        at, last = bisect_left(self.total_lines, line), self.lines[-1] + 1
        before = self.total_lines[at - 1] + 1 if at else 0
        after = self.total_lines[at + 1] if at + 1 < len(self.total_lines) else last
        # Between it and these are only totals of other years: those with its labels part its cells.
        own = totals.around(line, last)
        ways = {
            "down to it": plain.stretch(before, line) or plain.stretch(own[0] + 1, line),
            "all above it": plain.stretch(0, line),
            "up from it": plain.stretch(line, after) or plain.stretch(line, own[1]),
            "all": plain.stretch(0, last),
            "totals above it": totals.stretch(0, line),
            "totals below it": totals.stretch(line + 1, last),
        }
        ways |= {f"all of {role}": own.stretch(0, last) for role, own in parts.axes.items()}
        fewest = dict.fromkeys(("down to it", "up from it"), 1)
        return {way: cells for way, cells in ways.items() if len(cells) >= fewest.get(way, 2)}

    def _doubt(self, total: Observation, ways: list[Stretch]) -> _Doubt | None:
        """The doubt about one total; none if it is the sum of some cells."""
        stated = range_of(total)
        if total.marker in _UNREAD or stated[1] is None or not ways:
            return None
        if any(overlap(stated, way.sum) for way in ways):
            return None
        return _Doubt(total, ways, self.what)


def marks_of(each: Observation) -> Marks:
    """Everything that a cell is labelled with, and its year."""
    year: set[str | tuple[str]] = {(each.year,)} if each.year else set()
    return frozenset({*each.labels.values(), *other_labels(each)} | year)


def other_labels(each: Observation) -> list[str]:
    """The labels of no kind, without the words for a total and the part of a year."""
    return [word for word in each.other if not is_total(word) and word != each.part_words]


def _usual(stated: Iterable[Observation], ways: Sequence[dict[str, Stretch]]) -> str:
    """The way of summing that gives most of a line's totals; empty where none does."""
    fits: Counter[str] = Counter()
    for total, found in zip(stated, ways, strict=True):
        for way, members in found.items():
            fits[way] += overlap(range_of(total), members.sum)
    best = max(fits, key=lambda way: fits[way], default="")
    return best if best and fits[best] * 2 > len(ways) else ""


def list_names(names: list[str]) -> str:
    """F8 · F8 and F10 · F8, F10 and 3 more."""
    return and_list(names if len(names) <= 4 else [*names[:3], f"{len(names) - 3} more"])
