"""One table → its observations and problems."""

import re
from collections.abc import Iterator
from functools import cached_property, reduce

from offences.returns.labels import cell_counts, years
from offences.returns.labels import label_words as words
from offences.returns.sheet import (
    ROLES,
    Observation,
    Position,
    Problem,
    ReadTable,
    SheetRow,
    Table,
    parse_address,
)
from offences.returns.tables.kinds import TableColumns
from offences.returns.tables.label_levels import NOTHING, LabelLevel, LabelMeaning
from offences.returns.tables.meanings import column_meanings, heading_of, row_meanings

NO_COUNT = "a percentage, a rate or a change"


class TableReader:
    """Reads the counts of one table. `context` is the meaning of the lines above it."""

    def __init__(self, table: Table, context: LabelMeaning, columns: TableColumns) -> None:
        self.table, self.context, self.columns = table, context, columns
        self.problems: list[Problem] = []
        self.by_column = column_meanings(table, self.columns)
        self.by_row = row_meanings(table, self.columns)

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
        found = [each for row in self.table.body for each in self._of_row(row)]
        self.table.excluded |= dict.fromkeys(_excluded(self.by_column), NO_COUNT)
        self.table.excluded_rows = dict.fromkeys(_excluded(self.by_row), NO_COUNT)
        if found and not any(each.year or role in each.labels for each in found for role in ROLES):
            why = "The figures here have no year and no known label. Say what they are of."
            self._report(self._start, why, needs="meaning")
        elif found and not any(each.year for each in found):
            why = "No year is named in this table, above it or in the sheet's name."
            self._report(self._start, why, needs="year")
        return found

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
        filled = (c in row.cells or (row.number, c) in self.table.sheet.faults for c in data)
        if beside.excluded or not (any(filled) or self._is_left_blank(row)):
            return
        for column in data:
            meaning = self.by_column[column].and_then(beside)
            count = self._count(row, column)
            if count is not None:
                yield self._observation(row, column, meaning, count)

    def _is_left_blank(self, row: SheetRow) -> bool:
        """Whether a row has its label and no count, and is more than a line above others."""
        labels = self.columns.labels
        if row.number in self.table.left_blank:
            where = (row.number, min(row.cells))
            self._report(where, f"“{row.text[:60]}” has no figures: it was read as left blank.")
            return True
        return len(row.cells) > 1 and bool(labels) and all(c in row.cells for c in labels)

    def _count(self, row: SheetRow, column: int) -> cell_counts.CellCount | None:
        place = (row.number, column)
        if column in row.cells and (fault := self.table.sheet.faults.get(place)):
            self._report(place, f"This cell {fault}.")
            return cell_counts.UNREADABLE
        text = row.cells.get(column)
        if text is None:
            # A cell that is filled, but of the table beside this one.
            return None if place in self.table.sheet.cells else cell_counts.BLANK
        count = cell_counts.parse_count(text)
        if count is None:
            what = "neither a count nor a known marker"
            if cell_counts.is_fraction(text):
                what = "not a whole number"
            self._report(place, f"“{text[:60]}” is {what}.")
            return cell_counts.UNREADABLE
        return count

    def _observation(
        self, row: SheetRow, column: int, meaning: LabelMeaning, count: cell_counts.CellCount
    ) -> Observation:
        context = self.context
        # The title's year applies to rows above the first line that names another.
        before = self.dated_rows and not meaning.total and row.number < min(self.dated_rows)
        if self.names_years and not before:
            context = LabelMeaning(context.labels, None, context.total)
        meaning = context.and_then(meaning)
        year = meaning.year or years.ReadYear()
        undated = self.names_years and not year.label and not year.part
        total = meaning.total or (undated and not self.dated_rows)
        role = "marker" if count.marker else "total" if total else "value"
        self.table.roles[row.number, column] = role
        return Observation(
            self.table.sheet.address(row.number, column),
            year.label or None,
            year.kind or None,
            *_labels(meaning, year),
            count.value,
            count.marker,
            count.low,
            count.high,
            total,
            years.parse_months(year.part, year.kind) if year.label else None,
            words.clean_label(year.part) if year.label and year.part else "",
        )

    def _report(self, place: Position, message: str, needs: str = "") -> None:
        sheet = self.table.sheet
        problem = Problem(sheet.name, sheet.address(*place), message, bool(needs), needs)
        self.problems.append(problem)

    def report_columns(self) -> None:
        """Report columns without a heading, and columns or rows that alone have no year."""
        for row in self.table.body if self.dated_rows and not _has_year(self.context) else ():
            meaning = self.by_row[row.number]
            if row.number not in self.dated_rows and not (meaning.total or meaning.excluded):
                self._report((row.number, min(row.cells)), "This row has no single year.")
        dated = any(_has_year(meaning) for meaning in self.by_column.values())
        top = self.table.body[0].number
        for column in self.columns.data if dated else ():
            meaning = self.by_column[column]
            headings = (heading_of(self.table, column), self.table.heading(column))
            total = any(map(words.is_total, headings))
            if not (_has_year(meaning) or total or meaning.excluded):
                why = "This column has no single year, though others beside it have."
                self._report((top, column), why)
        for column in self.columns.data:
            if not heading_of(self.table, column) and self.table.header:
                self._report((top, column), "This column has no heading of its own.")


def _excluded(meanings: dict[int, LabelMeaning]) -> list[int]:
    return [at for at, meaning in meanings.items() if meaning.excluded]


def _has_year(meaning: LabelMeaning) -> bool:
    return bool(meaning.year and meaning.year.label)


def _labels(meaning: LabelMeaning, year: years.ReadYear) -> tuple[dict[str, str], tuple[str, ...]]:
    """The labels by kind; of two of one kind, the one nearest to the count keeps its name."""
    labels: dict[str, str] = {}
    other: list[str] = []
    for role, text in meaning.labels:
        if role not in ROLES:
            other.append(text)
        else:
            other += [labels[role]] if labels.get(role, text) != text else []
            labels[role] = text
    if year.part:
        other.append(words.clean_label(year.part))
    return labels, tuple(dict.fromkeys(other))


_ADMIN = re.compile(
    r"\b(?:foi|freedom of information|request|ref(?:erence)?|extract(?:ed|ion)|received"
    r"|correct (?:at|as)"
    r"|published|produced|created|printed|dated|updated|prepared|run on|disclosure|author)\b",
    re.IGNORECASE,
)


def context_of(lines: list[str], sheet_lines: list[str], sheet_name: str) -> LabelMeaning:
    """The meaning of the lines above a table, the sheet's title and its name."""
    meaning = reduce(LabelMeaning.and_then, map(_line, lines), NOTHING)
    if meaning.year is None:
        for line in reversed(sheet_lines):
            if (year := _year(line)) is not None and year.label:
                meaning = meaning.and_then(LabelMeaning(year=year))
                break
    if meaning.year is None or not meaning.year.label:
        start = years.parse_short_pair(sheet_name)
        pair = None if start is None else years.ReadYear(years.financial_label(start), "financial")
        own = LabelMeaning(year=pair or _year(sheet_name))
        meaning = meaning.and_then(own) if own.year and own.year.label else meaning
    named = any(role == "force" for role, _ in meaning.labels)
    if not named and words.content_role(sheet_name) == "force":
        meaning = LabelMeaning((("force", words.clean_label(sheet_name)),)).and_then(meaning)
    return meaning


def _year(line: str) -> years.ReadYear | None:
    if _ADMIN.search(line):
        return None
    found = years.parse_year(line)
    if found is None or (found.part and not found.label) or years.parse_day(found.part):
        return None
    return found


_NAMED = re.compile(r"([^:]{2,40}?) ?[:=] ?(.{1,100})")
_SEX = re.compile(r"\b(males?|females?|boys?|girls?|men|women)\b", re.IGNORECASE)


def _line(line: str) -> LabelMeaning:
    """The meaning of a line above a table: “Male victims”, “Offence: Rape”, “2014/15”."""
    if _ADMIN.search(line) or len(line) > 200 or words.is_note(line):
        return NOTHING
    year = _year(line)
    if (named := _NAMED.fullmatch(line)) and (role := words.heading_role(named[1])) in ROLES:
        return LabelMeaning(
            ((role, words.clean_label(named[2])),), year if role == "year" else None
        )
    rest = year.rest if year else line
    if words.heading_role(rest):
        rest = ""
    meaning = LabelLevel([rest]).read(rest) if rest and not words.is_title(rest) else NOTHING
    found = () if meaning.excluded else meaning.labels
    labels = tuple((role, text) for role, text in found if role in ROLES)
    sexes = {found.casefold().rstrip("s") for found in _SEX.findall(line)}
    if not labels and len(sexes) == 1 and words.content_role(line) != "offence":
        labels = (("sex", words.clean_label(rest or line)),)
    if not labels and is_short_label(rest):
        labels = (("other", words.clean_label(rest)),)
    return LabelMeaning(labels, year, excluded=words.is_no_count(rest) and words.is_generic(rest))


def is_short_label(text: str) -> bool:
    tests = (words.is_title, words.is_generic, words.heading_role)
    return 1 < len(text) <= 40 and not any(test(text) for test in tests)
