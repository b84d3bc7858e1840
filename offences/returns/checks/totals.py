"""Stated totals compared with the cells that they are the sum of.

What a total sums is seldom stated: the rows above it, the rows below it as far as the next total,
or the totals of the groups. So a total is doubted only where none of these gives it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

from offences.english import and_list
from offences.returns.labels.label_words import is_region, is_total
from offences.returns.sheet import Observation, Position, Problem, ReadTable, parse_address

type Limits = tuple[int, int | None]  # the least and the most that it can be; None: nobody knows
type CellLine = list[Observation]  # a row, or a column
type Doubt = tuple[str | None, str]  # a total's cell, and the message

MOST_LISTED = 20  # of one table: more are one fault of it, not many
MANY = 8  # totals of one line that all disagree are of another kind than the cells beside them
MOST_LINES, MOST_MEMBERS = 300, 20  # of a table, that are searched for unsaid totals
_UNREAD = ("blank", "unreadable")


def range_of(each: Observation) -> Limits:
    """The range of a cell: 12 is 12, “<5” is 1 to 4; a withheld number has none."""
    if each.value is not None:
        return each.value, each.value
    return each.low or 0, each.high


def sum_of(cells: Iterable[Observation]) -> Limits:
    ranges = [*map(range_of, cells)]
    most = [high for _, high in ranges if high is not None]
    return sum(low for low, _ in ranges), sum(most) if len(most) == len(ranges) else None


def overlap(one: Limits, other: Limits) -> bool:
    return (one[1] is None or other[0] <= one[1]) and (other[1] is None or one[0] <= other[1])


def check_totals(table: ReadTable) -> list[Problem]:
    """Every stated total of a table that its rows or its columns do not give."""
    cells = {parse_address(each.cell): each for each in table.observations if each.cell}
    turned = {(column, row): each for (row, column), each in cells.items()}
    found = _Sums(cells, table.total_rows, "rows").doubts()
    found += _Sums(turned, table.total_columns, "columns").doubts()
    problems = [Problem(table.sheet, cell, message) for cell, message in found[:MOST_LISTED]]
    if len(found) > MOST_LISTED:
        more = f"{len(found) - MOST_LISTED} more totals of this table do not agree with its cells."
        problems.append(Problem(table.sheet, None, more))
    return problems


class _Sums:
    """The rows of a table, some of which are totals; or its columns, as if they were rows."""

    def __init__(
        self, cells: dict[Position, Observation], totals: frozenset[int], what: str
    ) -> None:
        self.cells, self.what = cells, what
        self.lines = sorted({line for line, _ in cells})
        self.stated = self.totals = totals
        if len(totals & set(self.lines)) > 1:
            self.totals = totals | self._unsaid_totals()

    def _unsaid_totals(self) -> set[int]:
        """Lines that are the sum of those below without a word for it: “West Midlands”."""
        found = set()
        by_line = {
            line: {across: each for (at, across), each in self.cells.items() if at == line}
            for line in self.lines[:MOST_LINES]
        }
        for at, line in enumerate(by_line):
            follow = list(by_line)[at + 1 : at + 1 + MOST_MEMBERS]
            if line not in self.totals and _is_sum(by_line[line], [by_line[o] for o in follow]):
                found.add(line)
        return found

    def doubts(self) -> list[Doubt]:
        return [d for line in self.lines if line in self.stated for d in self._of_line(line)]

    def _of_line(self, line: int) -> list[Doubt]:
        places = sorted(place for place in self.cells if place[0] == line)
        stated = [self.cells[place] for place in places]
        ways = [self._members(*place, self.cells[place]) for place in places]
        usual = _usual(stated, ways)
        found = []
        for each, members in zip(stated, ways, strict=True):
            chosen = [members[usual]] if usual in members else list(members.values())
            if doubt := _doubt(each, chosen, self.what):
                found.append((each.cell, doubt))
        if len(found) >= MANY and len(found) * 2 > sum(map(bool, ways)):
            (cell, message), *others = found
            what = self.what.removesuffix("s")  # of rows, the totals themselves are a row
            more = f" So it is with {len(others)} more totals of this {what}."
            return [(cell, message + more)]
        return found

    def _members(self, line: int, across: int, total: Observation) -> dict[str, CellLine]:
        """The cells that a total may be the sum of, by the way of choosing them."""
        before = [other for other in self.lines if other < line]
        after = [other for other in self.lines if other > line]
        ways = {
            "down to it": takewhile(lambda other: other not in self.totals, reversed(before)),
            "all above it": [other for other in before if other not in self.totals],
            "up from it": takewhile(lambda other: other not in self.totals, after),
            "all": [other for other in self.lines if other not in self.totals],
            "totals above it": [other for other in before if other in self.totals],
            "totals below it": [other for other in after if other in self.totals],
        }
        found = {}
        for way, lines in ways.items():
            cells = (self.cells.get((other, across)) for other in sorted(lines))
            members = [cell for cell in cells if cell is not None and _is_part(cell, total)]
            if len(members) > 1 or (members and way in ("down to it", "up from it")):
                found[way] = members
        return found


def _is_sum(line: dict[int, Observation], follow: list[dict[int, Observation]]) -> bool:
    """Whether every cell of a line is the sum of at least two that follow, as many in each."""
    stated = {across: each.value for across, each in line.items()}
    if None in stated.values() or max(map(int, filter(None, stated.values())), default=0) < 10:
        return False
    sums = dict.fromkeys(stated, 0)
    for count, other in enumerate(follow, 1):
        for across in sums:
            cell = other.get(across)
            if cell is None or cell.value is None:
                return False
            sums[across] += cell.value
        if count > 1 and sums == stated:
            return True
    return False


def _is_part(cell: Observation, total: Observation) -> bool:
    """Whether a cell bears all that the total is labelled with: its year, its offence."""
    if total.year and cell.year != total.year:
        return False
    borne = {*cell.labels.values(), *other_labels(cell)}
    stated = [*total.labels.values(), *other_labels(total)]
    return all(text in borne or is_region(text) for text in stated)


def other_labels(each: Observation) -> list[str]:
    """The labels of no kind, without the words for a total and the part of a year."""
    return [word for word in each.other if not is_total(word) and word != each.part_words]


def _usual(stated: CellLine, ways: Sequence[dict[str, CellLine]]) -> str:
    """The way of summing that gives most of a line's totals; empty where none does."""
    fits: Counter[str] = Counter()
    for total, found in zip(stated, ways, strict=True):
        for way, members in found.items():
            fits[way] += overlap(range_of(total), sum_of(_read(members)))
    best = max(fits, key=lambda way: fits[way], default="")
    return best if best and fits[best] * 2 > len(stated) else ""


def _read(members: CellLine) -> CellLine:
    return [cell for cell in members if cell.marker not in _UNREAD]


def _doubt(total: Observation, ways: list[CellLine], what: str) -> str:
    """The message about one total; empty if it is the sum of some cells."""
    stated = range_of(total)
    if total.marker in _UNREAD or stated[1] is None or not ways:
        return ""
    if any(overlap(stated, sum_of(_read(members))) for members in ways):
        return ""
    ranges = [sum_of(_read(members)) for members in ways]  # none of which overlaps it
    apart = [max(stated[0] - (high or 0), low - (stated[1] or 0)) for low, high in ranges]
    members = ways[apart.index(min(apart))]
    unread = [str(cell.cell) for cell in members if cell.marker in _UNREAD]
    without = f" without {list_names(unread)}" if unread else ""
    words = f"The stated total is {format_limits(stated)}. "
    above = [str(cell.cell) for cell in members if range_of(cell)[0] > stated[1]]
    alone = f" {above[0]} alone is more than that." if above else ""
    return f"{words}The {what} add up to {format_limits(sum_of(_read(members)))}{without}.{alone}"


def format_limits(each: Limits) -> str:
    """12 · 24 to 60 · at least 24."""
    low, high = each
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def list_names(names: list[str]) -> str:
    """F8 · F8 and F10 · F8, F10 and 3 more."""
    return and_list(names if len(names) <= 4 else [*names[:3], f"{len(names) - 3} more"])
