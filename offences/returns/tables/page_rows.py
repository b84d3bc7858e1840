"""The lines of a page’s table grouped into its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from offences.returns.labels.label_words import content_role
from offences.returns.tables.page_columns import PageColumns
from offences.returns.tables.page_lines import PageLine, ends_headings, is_complete, is_unfinished

_LAST_WORDS = ("Constabulary", "Police", "Service")  # of a force's name
_SAME = 0.3  # points: distances that differ by less are the same


@dataclass(frozen=True)
class RowDoubt:
    row: int  # counted from 0, of the rows given back
    message: str
    stops: bool = False


@dataclass
class PageRows:
    heads: list[PageLine]
    rows: list[list[PageLine]] = field(default_factory=list)
    doubts: list[RowDoubt] = field(default_factory=list)


class RowGrouping:
    """Lines on a page → the rows of a table, where a label may take several lines.

    A row has one line with figures, at the top, in the middle or at the foot of its label. To which
    row a line between belongs follows from the distances: lines of one label are closer than rows.
    Where all are alike, a label goes on with a small letter or behind a word that asks for another,
    and all hang the same way from their figures; where these do not agree, a doubt is reported.
    """

    def __init__(self, heads: list[PageLine], body: list[PageLine], columns: PageColumns) -> None:
        self.lines = [*heads, *body]
        self.columns = columns
        self.first = 1 + max((i for i in range(len(heads)) if self._is_heading(i)), default=-1)
        figures = [columns.has_figures(line) for line in self.lines]
        self.anchors = [i for i in range(self.first, len(self.lines)) if figures[i]]
        # Between two lines of figures a row begins, where the distance is widest.
        widest = (max(map(self._gap, range(a + 1, b + 1))) for a, b in pairwise(self.anchors))
        self.row_gap = min(widest, default=None)
        self.flat = self._is_flat()
        self.hangs = self._hangs()
        self.found = PageRows([])

    def _is_heading(self, at: int) -> bool:
        line = self.lines[at]
        last_words = at > 0 and ends_headings(line, self.lines[at - 1])
        return last_words or self.columns.is_heading(line)

    def _is_flat(self) -> bool:
        """Whether the lines of a label are as far apart as rows, so that gaps mean nothing."""
        gaps = [self._gap(at) for at in range(self.first + 1, len(self.lines))]
        if not gaps or max(gaps) - min(gaps) < _SAME:
            return True
        if self.row_gap is None or len(self.anchors) >= len(self.lines) - self.first:
            return False  # no label is on a line of its own
        # The label above and below figures on a line of their own.
        gaps = self._around_bare() or gaps
        return self.row_gap - min(gaps) < _SAME

    def _around_bare(self) -> list[float]:
        inner = [at for at in self.anchors if self.first < at < len(self.lines) - 1]
        bare = [at for at in inner if not self.columns.is_label(self.lines[at].first)]
        return [self._gap(at) + self._gap(at + 1) for at in bare]

    def _gap(self, at: int) -> float:
        """The gap from the letters of the line before to those of this one."""
        return self.lines[at].begins - self.lines[at - 1].bottom

    def _hangs(self) -> str:
        """The direction of a label's lines from its figures: down, up, both; empty if unknown."""
        before = bool(self.anchors) and self.anchors[0] > self.first
        after = bool(self.anchors) and self.anchors[-1] < len(self.lines) - 1
        return ("both" if after else "up") if before else ("down" if after else "")

    def rows(self) -> PageRows:
        if not self.anchors:
            return PageRows(self.lines[: self.first], [[line] for line in self.lines[self.first :]])
        start = self._before_first(self.anchors[0])
        for anchor, following in pairwise([*self.anchors, len(self.lines)]):
            if following == len(self.lines):
                # A line that is a row's distance below the last row is a note.
                ends = [*self._breaks(anchor + 1, following - 1), following][:1]
            else:
                ends = self._parts(anchor, following, anchor - start)
            self._take(range(start, ends[0]))
            for begin, end in pairwise(ends):
                self._take(range(begin, end))
            start = ends[-1]
        self._doubt_halves()
        return self.found

    def _doubt_halves(self) -> None:
        """A row of a label alone that begins or ends in the middle of one."""
        rows = self.found.rows
        for number, (row, after) in enumerate(pairwise([*rows, []])):
            label, below = row[0].first.text, after[0].first.text if after else ""
            alone = all(self.columns.is_label_line(line) for line in row)
            middle = _is_middle(below) and row[-1].is_close_above(after[0])
            if alone and (_is_middle(label) or middle or is_unfinished(label)):
                self._doubt(label, number)

    def _take(self, lines: range) -> None:
        self.found.rows.append([self.lines[at] for at in lines])

    def _before_first(self, anchor: int) -> int:
        """Lines between the headings and the first figures: where the first row begins."""
        begins = self.first
        breaks = self._breaks(self.first or 1, anchor)
        if breaks and breaks[0] > self.first and self.first:
            begins = breaks[0]  # the last lines of a heading
        self.found.heads = self.lines[:begins]
        own = [at for at in breaks if at > begins]
        if self.flat and anchor > begins and not own:
            own = self._by_words(begins, anchor)
            self._doubt(self.lines[begins].first.text, len(self.found.rows))
        for begin, end in pairwise([begins, *own]):
            self._take(range(begin, end))
        return own[-1] if own else begins

    def _breaks(self, first: int, last: int) -> list[int]:
        """The lines that begin something new: as far from the line before as rows are.

        Where all are alike, those that are too far from it for two lines of one cell.
        """
        lines, among = self.lines, range(first, last + 1)
        if self.flat or self.row_gap is None:
            return [at for at in among if not lines[at - 1].is_close_above(lines[at])]
        return [at for at in among if self._gap(at) > self.row_gap - _SAME]

    def _parts(self, anchor: int, following: int, heads: int) -> list[int]:
        """The end of a row and of each row without figures after it; the last begins the next."""
        if following == anchor + 1:
            return [following]
        if breaks := self._breaks(anchor + 1, following):
            return breaks
        between = range(anchor + 1, following + 1)
        gaps = sorted(((self._gap(at), at) for at in between), reverse=True)
        if not self.flat and gaps[0][0] - gaps[1][0] > _SAME:
            return [gaps[0][1]]
        ends = self._by_words(anchor, following) or [following]
        if self.hangs == "both" and ends == [anchor + 1 + heads]:
            return ends
        if ends != {"down": [following], "up": [anchor + 1]}.get(self.hangs):
            self._doubt(self.lines[anchor + 1].first.text, len(self.found.rows))
        return ends

    def _doubt(self, words: str, row: int) -> None:
        if is_complete(words) or (" " in words and content_role(words) == "force"):
            return  # a line over what follows
        if not any(doubt.row == row for doubt in self.found.doubts):
            message = f"To which row “{words[:40]}” belongs is not clear: check the page."
            self.found.doubts.append(RowDoubt(row, message))

    def _by_words(self, before: int, last: int) -> list[int]:
        """The lines that begin a label.

        A label continues with a small letter, or behind a word that asks for another.
        """
        ends = []
        for at in range(before + 1, last + 1):
            above = self.lines[at - 1].first.text if at > self.first else ""
            here = self.lines[at].first
            continues = here.text[:1].islower() or is_unfinished(above) or here.text in _LAST_WORDS
            if self.columns.is_label(here) and not continues:
                ends.append(at)
        return ends


def _is_middle(label: str) -> bool:
    return label[:1].islower() or label.isdigit()
