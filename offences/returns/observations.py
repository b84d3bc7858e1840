"""One table → its observations and problems."""

import re
from collections.abc import Iterator
from functools import cached_property

from offences.english import and_list
from offences.returns.labels import cell_counts, years
from offences.returns.labels import label_words as words
from offences.returns.labels.part_year_words import months_of_part
from offences.returns.labels.plain_years import start_of_plain_years, starts_are_named
from offences.returns.sheet import (
    LABEL_KINDS,
    Observation,
    Position,
    Problem,
    ReadTable,
    SheetRow,
    Table,
    parse_address,
)
from offences.returns.tables.cell_kinds import are_row_numbers, is_year_number, parse_number
from offences.returns.tables.centred_headings import place_headings
from offences.returns.tables.changed_bands import changed_headings, changed_labels
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.doubtful_axes import doubtful_axes
from offences.returns.tables.label_levels import NOTHING, LabelMeaning, labels_by_kind
from offences.returns.tables.line_years import year_of_line
from offences.returns.tables.meanings import (
    column_meanings,
    groups_of_columns,
    heading_of,
    texts_above,
)
from offences.returns.tables.parts_of_lines import part_columns, part_rows
from offences.returns.tables.passing_words import take_columns_back, take_rows_back
from offences.returns.tables.question_numbers import take_question_numbers
from offences.returns.tables.row_meanings import row_meanings
from offences.returns.tables.sums import is_mostly_sum
from offences.returns.tables.unlabelled import (
    are_shifted,
    differ,
    gaps_in_labels,
    is_sum_of_columns,
    is_sum_of_rows,
    same_lines,
    unexplained_numbers,
    unlabelled_columns,
    unlabelled_rows,
)
from offences.returns.tables.whole_rows import take_whole_columns, take_whole_rows
from offences.statistics.years import two_years

MOST_COMPARED = 4_000_000  # cells, for the rows and columns without a label of one table
MOST_ALIKE = 5  # rows reported one by one
NO_COUNT = "a percentage, a rate, a change or another number that is no count"
_WHOLE = re.compile(r"(?:all|any|both|combined)\b|(?:the |whole )?force\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(\d[\d,]*\)|\[\d[\d,]*\]")


class TableReader:
    """Reads the counts of one table. `context` is the meaning of the lines above it."""

    def __init__(self, table: Table, context: LabelMeaning, columns: TableColumns) -> None:
        self.table, self.context, self.columns = table, context, columns
        self.problems: list[Problem] = []
        self._asked: set[Position] = set()  # numbers over several cells
        self._in_brackets = False  # whether a number in brackets was asked about
        placed = [*place_headings(table, columns)]
        corner = self._corner()
        dated = any(each.year and each.year.label for each in (context, corner))
        self.by_column = column_meanings(table, self.columns, dated=dated)
        asked = take_columns_back(table, self.by_column)
        dated = dated or any(map(_has_year, self.by_column.values()))
        self.by_row = row_meanings(table, self.columns, dated=dated)
        placed += take_question_numbers(table, columns, self.by_row)
        for place, why in (asked | take_rows_back(table, self.by_row, self.by_column)).items():
            self._report(place, why, stops=True)
        for place in sorted(table.doubts):
            text = table.sheet.cells.get(place, "")
            self._report(place, f"“{text}” may be an age as well as a year. Check how it was read.")
        for line in table.lines_alone:
            why = f"“{line.text[:60]}” has no figures: it was read as over the rows below it."
            place = (line.number, min(line.cells))
            self._report(place, f"{why} Or were its figures left blank?", stops=True)
        self._report_plain_years()
        self._read_unlabelled()
        self._read_wholes()
        placed += take_whole_rows(table, columns.data, self.by_row)
        placed += take_whole_columns(table, columns.data, self.by_row, self.by_column)
        self._report_unclear_parts()
        self._report_repeated()
        of_axes = doubtful_axes(table, columns, context, self.by_row, self.by_column)
        for place, why in (*placed, *of_axes):
            self._report(place, why, stops=True)
        self._report_other_meanings()
        if not self.names_years:
            self.context = context.and_then(corner)

    def _report_plain_years(self) -> None:
        """Report 2018 under “Financial year”, which may begin or end in it."""
        cells = self.table.sheet.cells
        named = sorted(place for place, role in self.table.roles.items() if role == "year")
        plain = [place for place in named if is_year_number(cells.get(place, ""))]
        over = texts_above(self.table)
        if plain and start_of_plain_years(over) == 0 and not starts_are_named(over):
            year = parse_number(cells[plain[0]]) or 0
            read, other = map(two_years, (year, year - 1))
            why = f"“{year}” is called a financial year and was read as {read}."
            more = f"If {other} is meant, name the year of each row or column."
            self._report(plain[0], f"{why} {more}", stops=True)

    def _read_unlabelled(self) -> None:
        """Take rows and columns without a label for totals, if they are sums; else report them."""
        data, total = self.columns.data, LabelMeaning(total=True)
        rows = unlabelled_rows(self.table, self.columns)
        columns = unlabelled_columns(self.table, self.columns)
        # Each is compared with all others: of too many, each is reported.
        few = (len(rows) + len(columns)) * len(self.table.body) * len(data) <= MOST_COMPARED
        for row in rows if self.columns.labels else rows[:1]:
            if few and is_sum_of_rows(self.table, row, data, self.by_row):
                self.by_row[row.number] = self.by_row[row.number].and_then(total)
            else:
                first = next(c for c in data if c in row.cells)
                self._report((row.number, first), "This row of figures has no label.", "label")
        for column in columns:
            if self.by_column[column].excluded:
                continue
            if few and is_sum_of_columns(self.table, column, self.by_column):
                self.by_column[column] = self.by_column[column].and_then(total)
            else:
                top = next(row.number for row in self.table.body if column in row.cells)
                self._report((top, column), "This column has no heading of its own.", "label")

    def _read_wholes(self) -> None:
        """Take “All under 18” for a total, where most of it is the sum of the columns beside."""
        for column, meaning in self.by_column.items():
            if meaning.total or not _WHOLE.match(self.table.heading(column)):
                continue
            plain = {c: m for c, m in self.by_column.items() if not (m.total or m.excluded)}
            parts = [c for c, m in plain.items() if c != column and m.year == meaning.year]
            if is_mostly_sum(self.table.body, column, parts):
                labels = tuple(("other", text) for _, text in meaning.labels)
                self.by_column[column] = LabelMeaning(labels, meaning.year, total=True)

    def _report_unclear_parts(self) -> None:
        """Report parts that may be of either of two counts, and counts that may be too many."""
        rows, top = part_rows(self.table, self.columns), self.table.body[0].number
        across = part_columns(self.table, groups_of_columns(self.table, self.columns))
        asked = {(number, rows.column): why for number, why in rows.doubts.items()}
        asked |= {(top, column): why for column, why in across.doubts.items()}
        for place in [*asked][:MOST_ALIKE]:
            self._report(place, asked[place], "label")
        wider = {(number, rows.column): why for number, why in rows.wider.items()}
        wider |= {(top, column): why for column, why in across.wider.items()}
        for place in [*wider][:MOST_ALIKE]:
            self._report(place, wider[place], stops=True)

    def _report_repeated(self) -> None:
        """Report rows and columns that say the same as others, and headings that do not line up."""
        rows = {row.number: row for row in self.table.body}
        counts = {n: [row.cells.get(c) for c in self.columns.data] for n, row in rows.items()}
        # Of two with the same figures either will do, unless they may be so by chance.
        same = same_lines(self.by_row).items()
        alike = [n for n, first in same if any(counts[n]) and differ(counts[n], counts[first])]
        for number in alike[:MOST_ALIKE]:
            more = f" So it is with {len(alike) - MOST_ALIKE} more." * (len(alike) > MOST_ALIKE)
            why = f"Another row of this table has the same labels.{more}"
            self._report((number, min(rows[number].cells)), why, "label")
        for column, first in same_lines(self.by_column, idle=True).items():
            headed = self.table.heading(column) and self.table.heading(first)
            if headed and differ(self.table.texts(column), self.table.texts(first)):
                why = "Another column of this table has the same headings."
                self._report((self.table.body[0].number, column), why, "label")
        for number, column in gaps_in_labels(self.table, self.columns)[:MOST_ALIKE]:
            heading = self.table.heading(column)[:60]
            why = f"This row is blank under “{heading}”, where others are not."
            place = next(c for c in self.columns.data if c in rows[number].cells)
            self._report((number, place), why, "label")
        if are_shifted(self.table, self.columns):
            why = "The headings may be a column beside their figures. Check which is which."
            self._report(self._start, why, "label")

    def _report_other_meanings(self) -> None:
        """Report ages that are dates, and counts that number the rows."""
        dates = [*changed_headings(self.table, self.by_column, self.by_row)]
        self._changed = {column for _, column in dates}
        for place in [*dates, *changed_labels(self.table, self.columns)]:
            text = self.table.sheet.cells[place]
            self._report(place, f"“{text}” is a date: was it an age band, as 10-11 is?", "label")
        for column in self.columns.data:
            texts = [row.cells.get(column, "") for row in self.table.body]
            if are_row_numbers(texts) and not self.by_column[column].excluded:
                why = "The figures in this column are 1, 2, 3 and so on. Do they number the rows?"
                self._report((self.table.body[0].number, column), why, stops=True)

    def _corner(self) -> LabelMeaning:
        """The year in the corner, over the labels: “Outcome 2018/19”."""
        for row in self.table.header:
            for column in self.columns.labels:
                year = year_of_line(row.cells.get(column, ""))
                if year and year.label and not year.part:
                    self.table.roles[row.number, column] = "year"
                    return LabelMeaning(year=year)
        return NOTHING

    @cached_property
    def names_years(self) -> bool:
        """Whether the table itself names the years of its counts."""
        meaning = [*self.by_column.values(), *self.by_row.values()]
        return any(each.year and (each.year.label or each.year.several) for each in meaning)

    @cached_property
    def dated_rows(self) -> set[int]:
        """The rows with a year beside or above them, if no column has one."""
        if any(_has_year(meaning) for meaning in self.by_column.values()):
            return set()
        return {row for row, meaning in self.by_row.items() if _has_year(meaning)}

    def observations(self) -> list[Observation]:
        self._first_dated = min(self.dated_rows, default=0)
        found = [each for row in self.table.body for each in self._of_row(row)]
        self.table.excluded = _left_out(self.by_column) | self.table.excluded
        self.table.excluded_rows = _left_out(self.by_row) | self.table.excluded_rows
        if found and not any(
            each.year or role in each.labels for each in found for role in LABEL_KINDS
        ):
            self.problems = [each for each in self.problems if each.needs != "label"]
            why = "The figures here have no year and no known label. Say what they are of."
            self._report(self._start, why, needs="meaning")
        elif found and not any(each.year for each in found):
            why = "No year is named in this table, above it or in the sheet's name."
            self._report(self._start, why, needs="year")
        self._report_unexplained()
        return found

    def _report_unexplained(self) -> None:
        for places in unexplained_numbers(self.table, self.columns):
            texts = and_list([f"“{self.table.sheet.cells[place]}”" for place in places])
            what = "are: labels or counts" if places[1:] else "is: a label or a count"
            self._report(places[0], f"No heading says what {texts} {what}.", "label")

    @property
    def _start(self) -> Position:
        return parse_address(self.table.range().partition(":")[0])

    def table_read(self, found: list[Observation]) -> ReadTable:
        """The table as read, with the rows and columns of stated totals."""
        rows = frozenset(row for row, meaning in self.by_row.items() if meaning.total)
        columns = frozenset(at for at, meaning in self.by_column.items() if meaning.total)
        name, place = self.table.sheet.name, self.table.range()
        return ReadTable(name, place, tuple(found), total_rows=rows, total_columns=columns)

    def _of_row(self, row: SheetRow) -> Iterator[Observation]:
        beside = self.by_row[row.number]
        data = [c for c in self.columns.data if not self.by_column[c].excluded]
        known = (self.table.sheet.faults, self._covered)
        filled = (c in row.cells or any((row.number, c) in each for each in known) for c in data)
        if beside.excluded or not (any(filled) or self._is_left_blank(row)):
            self._take_no_numbers(row)
            return
        for column in data:
            meaning = self.by_column[column].and_then(beside)
            count = self._count(row, column)
            if count is not None:
                yield self._observation(row, column, meaning, count)

    def _take_no_numbers(self, row: SheetRow) -> None:
        """Let no number be the label of a row without counts."""
        for column in self.columns.labels:
            if parse_number(row.cells.get(column, "")) is not None:
                self.table.roles[row.number, column] = "ignored"

    def _is_left_blank(self, row: SheetRow) -> bool:
        """Whether a row has its label and no count, and is more than a line above others."""
        labels = self.columns.labels
        if row.number in self.table.left_blank:
            where, doubt = (row.number, min(row.cells)), self.table.left_blank[row.number]
            why = f"“{row.text[:60]}” has no figures: it was read as left blank."
            more = " Or does it head the rows below it?" * doubt
            self._report(where, f"{why}{more}", stops=doubt)
            return True
        own = [c for c in labels if c >= min(row.cells)]  # those before are carried down
        return len(row.cells) > 1 and bool(own) and all(c in row.cells for c in own)

    def _count(self, row: SheetRow, column: int) -> cell_counts.CellCount | None:
        place = (row.number, column)
        if column in row.cells and (fault := self.table.sheet.faults.get(place)):
            self._report(place, f"This cell {fault}.")
            return cell_counts.UNREADABLE
        text = row.cells.get(column)
        if text is None and place in self._covered:
            return self._covered_count(place)
        if text is None:
            # A cell that is filled, but of the table beside this one.
            return None if place in self.table.sheet.cells else cell_counts.BLANK
        count = cell_counts.count_in_cell(text)
        if count is None:
            share = cell_counts.is_fraction(text)
            what = "not a whole number" if share else "neither a count nor a known marker"
            self._report(place, f"“{text[:60]}” is {what}.")
            return cell_counts.UNREADABLE
        if count.value is not None and _IN_BRACKETS.fullmatch(text) and not self._in_brackets:
            self._in_brackets = True
            self._report(place, f"“{text}” is in brackets. Is it a count?", stops=True)
        if cell_counts.is_pending(text):
            self._report(place, f"“{text[:60]}”: the figure is not yet available. When will it be?")
        return count

    @cached_property
    def _covered(self) -> dict[Position, Position]:
        """The cells below or beside one that is merged with them, among the counts."""
        data, rows = {*self.columns.data}, {row.number for row in self.table.body}
        spans = self.table.sheet.spans.items()
        found = {
            (row, column): (top, left)
            for (top, left), (bottom, right) in spans
            if top in rows and left in data
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }
        return {place: first for place, first in found.items() if place != first}

    def _covered_count(self, place: Position) -> cell_counts.CellCount:
        """What one written over several cells says of each: words of all, a number of none."""
        first = self._covered[place]
        text = self.table.sheet.cells.get(first, "")
        count = cell_counts.parse_count(text) if text else cell_counts.BLANK
        if count is not None and count.value is None and count.marker != "suppressed":
            return count
        if count is not None and first not in self._asked:
            self._asked.add(first)
            why = f"“{text[:60]}” is written over several cells. Which of them is it the figure of?"
            self._report(first, why, stops=True)
        return cell_counts.UNREADABLE

    def _observation(
        self, row: SheetRow, column: int, meaning: LabelMeaning, count: cell_counts.CellCount
    ) -> Observation:
        context = self.context
        # The title's year applies to rows above the first line that names another.
        before = row.number < self._first_dated
        if meaning.total and row is self.table.body[0]:
            before = False  # it may be of all years
        if self.names_years and not before:
            context = LabelMeaning(context.labels, None, context.total)
        meaning = context.and_then(meaning)
        year = meaning.year or years.ReadYear()
        role = "marker" if count.marker else "total" if meaning.total else "value"
        self.table.roles[row.number, column] = role
        return Observation(
            self.table.sheet.address(row.number, column),
            year.label or None,
            year.kind or None,
            *labels_by_kind(meaning, len(context.labels)),
            count.value,
            count.marker,
            count.low,
            count.high,
            meaning.total,
            months_of_part(year.part, year.rest, year.kind) if year.label else None,
            words.clean_label(year.part) if year.label and year.part else "",
        )

    def _report(
        self, place: Position, message: str, needs: str = "", *, stops: bool = False
    ) -> None:
        sheet = self.table.sheet
        problem = Problem(sheet.name, sheet.address(*place), message, stops or bool(needs), needs)
        self.problems.append(problem)

    def report_undated(self) -> None:
        """Report the columns or rows that alone have no year."""
        # Rows above the first with a year may be of that in the title.
        first = self._first_dated if _has_year(self.context) else 0
        if self.dated_rows:
            for row in (row for row in self.table.body if row.number > first):
                meaning = self.by_row[row.number]
                if not (row.number in self.dated_rows or meaning.total or meaning.excluded):
                    place = (row.number, min(row.cells))
                    self._report(place, "This row has no single year.", "year")
        dated = (_has_year(own) for c, own in self.by_column.items() if c not in self._changed)
        if not any(dated):
            return
        top = self.table.body[0].number
        for column, meaning in self.by_column.items():
            headings = (heading_of(self.table, column), self.table.heading(column))
            several = meaning.year and meaning.year.several
            total = any(map(words.is_total, headings)) or (meaning.total and not several)
            if not (_has_year(meaning) or total or meaning.excluded):
                why = "This column has no single year, though others beside it have."
                self._report((top, column), why, "" if several else "year")


def _left_out(meanings: dict[int, LabelMeaning]) -> dict[int, str]:
    return {at: NO_COUNT for at, meaning in meanings.items() if meaning.excluded}


def _has_year(meaning: LabelMeaning) -> bool:
    return bool(meaning.year and meaning.year.label)
