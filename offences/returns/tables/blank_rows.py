"""Rows of a table that have a label and nothing else: their figures were left blank."""

import re
from collections.abc import Iterator, Mapping

from offences.returns.labels.label_words import (
    content_role,
    heading_role,
    is_generic,
    is_of_which,
    is_region,
    is_remark,
    is_title,
    is_total,
    is_unknown,
)
from offences.returns.labels.years import parse_year
from offences.returns.sheet import LABEL_KINDS, SheetRow, Table, parse_address
from offences.returns.tables.blank_categories import BlankCategories, is_all
from offences.returns.tables.cell_kinds import is_year_number, names_year
from offences.returns.tables.heading_rows import figure_columns
from offences.returns.tables.prose_numbers import has_count

_WORDS_OF_AXIS = 4
_LONGEST = 60  # of a label that is no sentence
_NOTE = re.compile(
    r"\W{0,2}\w{1,6}\W{0,2} ?= ?\w|(?:please )?note\b", re.I
)  # “999 = not available”
_NO_LABEL = re.compile(r"(?:of|by|for|in|with|where|from|since|broken)\b|.*(?:\d|[.:]$)", re.I)


def take_blank_rows(table: Table, behind: list[SheetRow]) -> None:
    """Find lines that are rows with blank figures, rather than lines above what follows.

    `behind` are the lines after the last row.
    """
    reader = _BlankRows(table, behind)
    groups = {line.number: False for line in reader.lines if reader.is_of_group(line)}
    categories = reader.categories()
    found = reader.before_sections() | groups | reader.between_labels(categories.blank)
    table.left_blank = found | categories.blank
    table.lines_alone = [line for line in categories.alone if line.number not in table.left_blank]
    if not table.left_blank:
        return
    blank = [line for line in reader.lines if line.number in table.left_blank]
    table.body = sorted([*table.body, *blank], key=lambda row: row.number)
    for number, above in list(table.sections.items()):
        table.sections[number] = [n for n in above if n.number not in table.left_blank]
    table.sections = {number: above for number, above in table.sections.items() if above}


class _BlankRows:
    """The lines of a table beside the labels of its rows."""

    def __init__(self, table: Table, behind: list[SheetRow]) -> None:
        self.table, self.behind = table, [line for line in behind if not line.after_gap]
        self.lines = [line for lines in table.sections.values() for line in lines] + self.behind
        self.rows = {row.number: row for row in table.body}
        self.first = min(min(row.cells) for row in table.body)
        self.figures = figure_columns(table)
        # The places whose counts a format hides.
        places = (parse_address(name) for name in table.sheet.hidden if _is_cell(name))
        self.hidden = {row for row, column in places if column in self.figures}

    def is_of_group(self, line: SheetRow) -> bool:
        """Whether a line is a member of a group, whose labels come again in other groups.

        So it is with one further right than the label of its group, which is blank or merged; and
        in a single column of labels with one that is beside others of its kind.
        """
        column, text = min(line.cells), line.text
        if line.number in self.hidden:
            return True
        known = self.table.texts(column)
        if column > self.first:
            below_label = any(self.first not in row.cells for row in self.table.body)
            own = column not in self.figures and below_label and self._fits(text, _kind(known))
            return not line.after_gap and (text in known or own)
        below = next(
            (row for number, row in sorted(self.rows.items()) if number > line.number), None
        )
        beside = below.cells.get(column, "") if below else text
        kinds = {_role(each.text) for each in self.lines} - {"", _role(text)}
        grouped = len({*known}) < len(known) or (below and kinds)
        of_kind = _role(text) == _role(beside) or is_unknown(text)
        return text in known and bool(grouped) and of_kind and not names_year(text)

    def before_sections(self) -> dict[int, bool]:
        """The rows right above a line over others, where most rows have one such line: in doubt.

        The first lines of a table have all its levels.
        """
        runs = [run for _, run in sorted(self.table.sections.items())]
        first = runs[0] if runs and runs[0][0].number < min(self.rows) else []
        found = {}
        for run in runs if first else []:
            above = self.rows.get(run[0].number - 1)
            kind = _role(above.cells.get(self.first, "")) if above else ""
            more = len(run) > len(first) and min(run[0].cells) == self.first
            if more and self._fits(run[0].text, kind) and not run[0].after_gap:
                found[run[0].number] = True
        return found

    def categories(self) -> BlankCategories:
        """The lines that are categories; those of no known kind are of that of the rows.

        But not where they come again between the rows, as groups do, nor over sexes, nor over ages
        among other lines: an unknown word is rather of an offence than of these.
        """
        labels = self.table.texts(self.first)
        own = [line.text for line in self.lines if min(line.cells) == self.first]
        unknown = [text for text in own if not _role(text) and _may_be_label(text)]
        runs = [run for run in self.table.sections.values() if any(n.text in unknown for n in run)]
        kind = _kind(labels) or heading_role(self.table.heading(self.first))
        among = kind != "sex" and (kind != "age" or len(self.table.sections) == 1)
        alone = unknown if len(runs) == 1 and kind in LABEL_KINDS and among else []
        of_axes = {text: "" for text in own if _names_axis(text) or is_unknown(text)}
        kinds = dict.fromkeys(alone, kind) | of_axes

        def kind_of(text: str) -> str:
            return kinds[text] if text in kinds else _role(text)

        return BlankCategories(self.table, self.first, self.figures, kind_of)

    def between_labels(self, categories: Mapping[int, bool]) -> dict[int, bool]:
        """The rows between or below labels that do not come again, as members of groups do.

        Such a line is of the kind of the labels around it (an offence among offences), without a
        gap. It ends with no full stop, as a note does, unless they do. True, if it may as well
        head the rows below it.
        """
        labels = self.table.texts(self.first)
        kind, known = _kind(labels), {*labels}
        if not any(map(_role, labels)):
            kind = heading_role(self.table.heading(self.first))
        if len(known) < len(labels):
            return {}
        ends_so = any(text.endswith(".") for text in labels)
        lines = [line for line in self.lines if line.text not in known and not line.after_gap]
        lines = [line for line in lines if ends_so or not line.text.endswith(".")]
        lines = [line for line in lines if not (has_count(line.text) or _NOTE.match(line.text))]
        near = [line for line in lines if min(line.cells) == self.first and self._is_near(line)]
        # Groups begin with a line over the first of them.
        first = [line for line in self.lines if line.number < min(self.rows)]
        if len(near) >= len(labels) or any(line.number not in categories for line in first):
            return {}
        blank = {line.number: False for line in near if kind and self._fits(line.text, kind)}
        blank |= {line.number: False for line in near if line in self.behind and is_all(line.text)}
        return blank | dict.fromkeys(self._in_doubt(near, kind, blank), True)

    def _is_near(self, line: SheetRow) -> bool:
        after = line.number + (line not in self.behind)
        return bool({line.number - 1, after} & self.rows.keys())

    def _fits(self, text: str, kind: str) -> bool:
        of_kind = _role(text) == kind and not (is_region(text) or _names_axis(text))
        return of_kind or is_unknown(text)

    def _in_doubt(self, near: list[SheetRow], kind: str, blank: dict[int, bool]) -> Iterator[int]:
        """The lines of words of no known kind right between two rows."""
        for line in near:
            around = [self.rows.get(line.number + step) for step in (-1, 1)]
            labels = [row.cells.get(self.first, "") for row in around if row]
            alike = len(labels) == 2 and all(_role(each) in ("", kind) for each in labels)
            known = kind and _role(line.text)
            if line.number not in blank and alike and not known and _may_be_label(line.text):
                yield line.number


def _role(text: str) -> str:
    """What a label is about: a year or a part of one, or what its words say."""
    role = content_role(text)  # first: 14-15 may be an age as well as a year
    if role or not (names_year(text) or is_year_number(text)):
        return role
    year = parse_year(text)
    return "part" if year and year.part else "year"


def _kind(labels: list[str]) -> str:
    """The kind of labels, if all of which one is known are of it, or most of all."""
    roles = [_role(text) for text in labels]
    named = [role for role in roles if role]
    kind = max(set(named), key=named.count, default="")
    return kind if {*named} == {kind} or roles.count(kind) * 2 > len(roles) else ""


def _names_axis(text: str) -> bool:
    """Whether a line names what the rows below it are split by: “Victim sex”, “Age group”."""
    few = len(text.split()) <= _WORDS_OF_AXIS and not any(map(str.isdigit, text))
    return few and heading_role(text) in ("age", "sex")


def _may_be_label(text: str) -> bool:
    """Whether a text of no known kind may be a label of counts, and names no axis or group."""
    if len(text) > _LONGEST or _NO_LABEL.match(text) or heading_role(text) or names_year(text):
        return False
    tests = (is_generic, is_of_which, is_region, is_total, is_title, is_remark)
    return not any(test(text) for test in tests)


def _is_cell(name: str) -> bool:
    return name[:1].isalpha() and name[-1:].isdigit()
