"""Lines on a page → the rows of a table, where a label may take several lines.

A row has one line with figures, at the top, in the middle or at the foot of its label. To which row a
line between belongs is told by the distances: lines of one label stand closer than rows. Where rows
stand as close, all labels hang the same way, up or down from their figures. Where neither
tells, the row is read and the doubt is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from offences.returns.page_columns import Columns
from offences.returns.page_lines import Line
from offences.returns.rows import is_value

_SAME = 0.3  # points: distances that differ by less are the same
_GOES_ON = re.compile(
    r"(?:[-–/,&]|\b(?:a|an|the|of|or|and|to|in|on|by|with|for|under|over))$", re.I
)


@dataclass(frozen=True)
class Doubt:
    row: int  # counted from 0, of the rows given back
    message: str


@dataclass
class Rows:
    heads: list[Line]
    rows: list[list[Line]]
    doubts: list[Doubt] = field(default_factory=list)


def rows_of(heads: list[Line], body: list[Line], columns: Columns) -> Rows:
    """Lines of headings and of rows; those right over the first figures may be of its label."""
    return _Grouping(heads, body, columns).rows()


class _Grouping:
    def __init__(self, heads: list[Line], body: list[Line], columns: Columns) -> None:
        self.columns = columns
        self.lines = [*heads, *body]
        last_head = max((i for i, line in enumerate(heads) if not self._is_label(line)), default=-1)
        self.first = last_head + 1  # the first line that may be of a row
        self.anchors = [i for i in range(self.first, len(self.lines)) if self._stands(i)]
        direct = [b for a, b in pairwise(self.anchors) if b == a + 1]
        self.row_gap = min((self._gap(i) for i in direct), default=None)

    def _is_label(self, line: Line) -> bool:
        return len(line.pieces) == 1 and self.columns.is_label(line.first)

    def _stands(self, at: int) -> bool:
        """A line that begins no other row's label: it has figures, or words over several columns."""
        line = self.lines[at]
        beyond = [p for p in line.pieces if self.columns.at(p) >= self.columns.labels]
        return any(is_value(p.text) for p in beyond) or len(beyond) > 1

    def _gap(self, at: int) -> float:
        """From the letters of the line before to those of this one."""
        return self.lines[at].bottom - self.lines[at - 1].bottom

    def rows(self) -> Rows:
        found = Rows(self.lines[: self.first], [])
        if not self.anchors:
            found.rows = [[line] for line in self.lines[self.first :]]
            return found
        hangs = self._hangs()
        start = self.first
        for number, anchor in enumerate(self.anchors):
            following = self.anchors[number + 1] if number + 1 < len(self.anchors) else None
            if number == 0:
                start = self._before_first(found, anchor, hangs)
            end, own, doubt = self._split(anchor, following, hangs, anchor - start)
            found.rows.append(self.lines[start:end])
            if doubt:
                found.doubts.append(Doubt(len(found.rows) - 1, doubt))
            found.rows += [[self.lines[at]] for at in own]
            start = own[-1] + 1 if own else end
        return found

    def _before_first(self, found: Rows, anchor: int, hangs: str) -> int:
        """Lines between the headings and the first figures: of its label, or of the headings."""
        between = list(range(self.first, anchor))
        while between and hangs != "up":
            at = between[0]
            if at and at == self.first and self.first and self._gap(at) + _SAME < self._gap(at + 1):
                found.heads.append(self.lines[at])
                self.first += 1
                between.pop(0)
            else:
                break
        own = self._own(between, anchor)
        found.rows += [[self.lines[at]] for at in own]
        return own[-1] + 1 if own else (between[0] if between else anchor)

    def _hangs(self) -> str:
        """How labels of several lines hang from their figures: down, up, both, or nobody knows."""
        before = bool(self.anchors) and self.anchors[0] > self.first
        after = self.anchors[-1] < len(self.lines) - 1
        if before and after:
            return "both"
        if before or after:
            return "up" if before else "down"
        return ""

    def _by_gaps(self, anchor: int, following: int) -> int | None:
        """The line that begins the next row, where one distance is the widest."""
        gaps = [(self._gap(at), at) for at in range(anchor + 1, following + 1)]
        gaps.sort(reverse=True)
        if len(gaps) < 2 or gaps[0][0] - gaps[1][0] > _SAME:
            return gaps[0][1]
        return None

    def _split(
        self, anchor: int, following: int | None, hangs: str, heads: int
    ) -> tuple[int, list[int], str]:
        """Where a row ends, the rows without figures behind it, and what is doubtful."""
        if following is None:
            return len(self.lines), [], ""
        between = list(range(anchor + 1, following))
        own = self._own(between, following)
        if own:
            return own[0], own, ""
        begins = self._by_gaps(anchor, following)
        if begins is not None:
            return begins, [], ""
        if hangs == "down":
            return following, [], ""
        if hangs == "up":
            return anchor + 1, [], ""
        words = self.lines[between[0]].first.text
        begins = self._by_words(between, following)
        if hangs == "both" and anchor + 1 + heads <= following:
            return anchor + 1 + heads, [], ""
        message = f"To which row “{words[:40]}” belongs is not plain: look at the page."
        return begins, [], message

    def _by_words(self, between: list[int], following: int) -> int:
        for at in between:
            before = self.lines[at - 1].first.text
            here = self.lines[at].first.text
            if not (here[:1].islower() or _GOES_ON.search(before)):
                return at
        return following

    def _own(self, between: list[int], following: int) -> list[int]:
        """Lines as far from both neighbours as rows are: a line over what follows, or a row
        whose figures were left blank.
        """
        if self.row_gap is None:
            return []
        wide = self.row_gap - _SAME
        found = []
        for at in between:
            if at == 0 or self._gap(at) < wide or self._gap(at + 1) < wide:
                continue
            if self.lines[at].first.text[:1].islower():
                continue
            if _GOES_ON.search(self.lines[at - 1].first.text):
                continue
            found.append(at)
        return found if len(found) == len(between) else []
