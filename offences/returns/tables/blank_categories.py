"""Categories whose figures were left blank, though they look like lines over the rows below.

A line heads rows of other kinds (an offence over the sexes of its victims), and its fellows are
lines, too. Over rows of its own kind, or beside rows of its kind that have figures, it is a row.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from offences.returns.labels.age_spans import span_of_ages
from offences.returns.labels.joined_labels import without_total
from offences.returns.labels.label_words import (
    content_role,
    is_region,
    is_title,
    is_total,
    is_unknown,
)
from offences.returns.labels.years import parse_year
from offences.returns.sheet import LABEL_KINDS, SheetRow, Table
from offences.returns.tables.titles import is_specific

type KindOf = Callable[[str], str]  # what a label is about

_EXCLUSIVE = ("sex", "year", "part")  # no label of these kinds is a part of another
_MOST_COMPARED = 50  # lines over one label
_TOTAL = "total"
_CATEGORIES = tuple(kind for kind in LABEL_KINDS if kind != "force")


@dataclass(frozen=True)
class KindLine:
    """A line in the column of labels, what it is about, and what it may head."""

    line: SheetRow
    kind: str
    siblings: tuple[str, ...]  # the lines right above and below it
    start: int  # the row below them, and the labels from there to the next line
    below: tuple[str, ...]

    @property
    def fellow_labels(self) -> list[str]:
        return [text for text in (*self.siblings, *self.below) if text != self.line.text]

    @property
    def has_totals_alone(self) -> bool:
        return all(map(is_total, self.below))

    def may_hold(self, fellows: list[str]) -> bool:
        """Whether some of its kind may be parts of it: rape, of sexual offences."""
        if self.kind in _EXCLUSIVE:
            return False
        own, spans = span_of_ages(self.line.text), [*map(span_of_ages, fellows)]
        apart = own and all(span and (own[1] < span[0] or span[1] < own[0]) for span in spans)
        return self.kind != "age" or not apart


class BlankCategories:
    """The lines of a table that are its categories; a line alone of its kind may be either."""

    def __init__(self, table: Table, first: int, figures: list[int], kind_of: KindOf) -> None:
        self.table, self.first, self.kind_of = table, first, kind_of
        self.over_figures = min(figures, default=1 << 20)
        self.lines = [*self._find()]
        self.blank: dict[int, bool] = {}  # True, if it may as well head the rows below
        self.alone: list[SheetRow] = []
        for each in (line for line in self.lines if line.kind):
            self._judge(each)

    def _find(self) -> list[KindLine]:
        starts, found = sorted(self.table.sections), []
        for start, end in zip(starts, [*starts[1:], 1 << 30], strict=False):
            run = [n for n in self.table.sections[start] if min(n.cells) == self.first]
            rows = [row for row in self.table.body if start <= row.number < end]
            below = tuple(row.cells[self.first] for row in rows if self.first in row.cells)
            for at, line in enumerate(run):
                near = tuple(each.text for each in (*run[:at][-1:], *run[at + 1 : at + 2]))
                kind = _TOTAL if is_all(line.text) else self.kind_of(line.text)
                if self._may_be_row(line) and not (kind == "offence" and _is_title(line.text)):
                    found.append(KindLine(line, kind, near, start, below))
        return found

    def _may_be_row(self, line: SheetRow) -> bool:
        _, right = self.table.sheet.spans.get((line.number, self.first), (0, 0))
        top = line.number < self.table.body[0].number
        apart = line.after_gap and not top
        return not (right >= self.over_figures or is_region(line.text) or apart)

    def _judge(self, each: KindLine) -> None:
        number, is_category = each.line.number, each.kind in _CATEGORIES
        fellows = [other for other in each.fellow_labels if self.kind_of(other) == each.kind]
        fellows = [other for other in fellows if not is_unknown(other)]
        if fellows and not each.may_hold(fellows):
            self.blank[number] = False
        elif each.line.text in self.labels or self._heads_group(each):
            return
        elif each.kind == _TOTAL:
            self.blank[number] = False
        elif fellows or self._has_rows_of_kind(each) or (is_category and each.has_totals_alone):
            self.blank[number] = True
        elif is_category and not (len(self.texts_of[each.kind]) > 1 or _is_of_all(each)):
            self.alone.append(each.line)

    def _heads_group(self, each: KindLine) -> bool:
        """Whether the labels below it come again below its fellows, as those of groups do."""
        if each.kind == _TOTAL:
            return len(self.labels) < len(self.table.texts(self.first))
        for text in each.below:
            plain = not (is_total(text) or is_unknown(text))  # each kind may have its own of these
            for other in self.lines_by_label[text]:
                apart = other.start != each.start and other.line.text != each.line.text
                if apart and (
                    plain or other.kind == each.kind or self._heads_same_kinds(each, other)
                ):
                    return True
        return False

    def _heads_same_kinds(self, each: KindLine, other: KindLine) -> bool:
        """Whether a line of no known kind is over rows of the same kinds as another."""
        one, two = ({self.kind_of(text) for text in line.below} for line in (each, other))
        return not other.kind and one == two

    def _has_rows_of_kind(self, each: KindLine) -> bool:
        """Whether rows of its kind are above every line of that kind, under none."""
        first = self.first_row_of.get(each.kind, 1 << 30)
        return each.kind in (*_CATEGORIES, "year") and first < self.first_line_of[each.kind]

    @cached_property
    def labels(self) -> set[str]:
        return {*self.table.texts(self.first)}

    @cached_property
    def lines_by_label(self) -> dict[str, list[KindLine]]:
        """The lines over each label, a few of them."""
        found: dict[str, list[KindLine]] = defaultdict(list)
        for line in self.lines:
            for text in {*line.below}:
                found[text] += [line] if len(found[text]) < _MOST_COMPARED else []
        return found

    @cached_property
    def first_row_of(self) -> dict[str, int]:
        """The first row of each kind."""
        rows = [row for row in reversed(self.table.body) if self.first in row.cells]
        return {self.kind_of(row.cells[self.first]): row.number for row in rows}

    @cached_property
    def first_line_of(self) -> dict[str, int]:
        return {each.kind: each.line.number for each in reversed(self.lines)}

    @cached_property
    def texts_of(self) -> dict[str, set[str]]:
        """The lines of each kind."""
        found: dict[str, set[str]] = defaultdict(set)
        for each in self.lines:
            found[each.kind].add(each.line.text)
        return found


def is_all(text: str) -> bool:
    """Whether a label is of a total, and names nothing that it is the total of."""
    return is_total(text) and not without_total(text)


def _is_title(text: str) -> bool:
    """Whether words on offences are of a table or its years: “Offences in 2018/19 to date”."""
    year = parse_year(text)
    return is_title(text) or _is_broad(text) or bool(year and (year.label or year.several))


def _is_broad(text: str) -> bool:
    """Whether words are of all offences that are asked for; words of no known kind are not."""
    return content_role(text) == "offence" and not is_specific(text)


def _is_of_all(each: KindLine) -> bool:
    """Whether a line is of everything that is asked for: “Under 18”, “Sexual offences”."""
    if each.kind == "age":
        return span_of_ages(each.line.text) in (None, (0, 17))
    return each.kind == "offence" and _is_broad(each.line.text)
