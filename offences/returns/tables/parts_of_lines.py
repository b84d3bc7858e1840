"""Rows and columns that say they are a part of one before them: “of which online”.

How far a label is from the left edge says of which row. Where none is indented, all are parts of
the last row that is no part, unless the counts say otherwise. With columns it is the same.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import groupby, takewhile

from offences.returns.labels.age_spans import span_of_ages
from offences.returns.labels.label_words import (
    content_role,
    is_generic,
    is_of_which,
    is_online_alone,
    is_total,
    is_unknown,
    without_of_which,
)
from offences.returns.labels.no_counts import is_no_count
from offences.returns.labels.years import parse_year
from offences.returns.sheet import Table
from offences.returns.tables.cell_kinds import names_year
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.sums import value_or_none
from offences.returns.tables.titles import is_opposite, is_specific

type Values = list[int | None]

_ONLINE = re.compile(r"\b(?:on-?line|cyber|internet)", re.IGNORECASE)
_BULLET = re.compile(r"[-–—•·>»]+ ?\D")


@dataclass(frozen=True)
class PartLine:
    """One row or column: its label, and its counts."""

    number: int
    text: str
    values: Values
    indent: int = 0
    after_gap: bool = False  # below an empty row

    @property
    def is_part(self) -> bool:
        return is_of_which(self.text)

    @property
    def role(self) -> str:
        return content_role(self.text)

    @property
    def is_online(self) -> bool:
        return bool(_ONLINE.search(self.text)) and not is_opposite(self.text)

    def is_wider_than(self, part: "PartLine") -> bool:
        """Whether this counts all offences, and the part of it those online: we ask for these."""
        counted = any(value is not None for value in self.values) and not is_no_count(self.text)
        return counted and part.is_online and not _ONLINE.search(self.text)

    def is_kin_of(self, other: "PartLine") -> bool:
        """Girls and boys are parts of the same, and so are those of no recorded sex."""
        return self.role == other.role or is_unknown(without_of_which(self.text))


@dataclass
class LineParts:
    """The rows, or columns, that are parts of others."""

    column: int = 0  # of the rows' labels
    parents: dict[int, int] = field(default_factory=dict)  # row → the one that it is a part of
    doubts: dict[int, str] = field(default_factory=dict)  # row → why nobody knows of which it is
    by_indent: set[int] = field(default_factory=set)  # of these, which only their indent shows
    wider: dict[int, str] = field(default_factory=dict)  # row → why it is more than was asked for


def part_rows(table: Table, columns: TableColumns) -> LineParts:
    """The rows of a table that are called a part of another, and those of which nobody knows it."""
    indents = table.sheet.indents
    for column in columns.labels:
        found, lines = LineParts(column), list[PartLine]()
        for row in table.body:
            if row.number in table.sections:
                _read(lines, found)
                _read_wider(lines, found)
                lines = []
            if column in row.cells:
                values = [value_or_none(row.cells.get(c)) for c in columns.data]
                values = [None if row.number in table.left_blank else each for each in values]
                indent = indents.get((row.number, column), 0)
                indent += bool(_BULLET.match(row.cells[column]))
                text, apart = row.cells[column], row.after_gap
                lines.append(PartLine(row.number, text, values, indent, apart))
        _read(lines, found)
        _read_wider(lines, found)
        if found.parents or found.wider or found.doubts:
            return found
    return LineParts()


def part_columns(table: Table, groups: dict[int, tuple[int, ...]]) -> LineParts:
    """The same of columns; `groups` are the upper headings of each, by their columns."""
    found = LineParts()
    beside: dict[tuple[str, ...], list[PartLine]] = defaultdict(list)
    for _, columns in groupby(groups, groups.__getitem__):
        lines = []
        for column in columns:
            values = [value_or_none(row.cells.get(column)) for row in table.body]
            lines.append(PartLine(column, table.heading(column), values))
            text, others = _part_and_rest(_headings(table, column, groups[column]))
            beside[others].append(replace(lines[-1], text=text))
        _read(lines, found)
    for lines in beside.values():
        _read_wider(lines, found)
    once = {why: column for column, why in reversed(found.wider.items())}
    found.wider = {column: why for why, column in once.items()}
    return found


def _headings(table: Table, column: int, upper: tuple[int, ...]) -> list[str]:
    over = (row.cells.get(start, "") for row, start in zip(table.header, upper, strict=False))
    return [text for text in (*over, table.heading(column)) if text]


def _part_and_rest(headings: list[str]) -> tuple[str, tuple[str, ...]]:
    """What headings say of a total or its part, in whatever order, and what else they say."""
    words: list[str] = []
    for text in headings:
        year = parse_year(text)
        dated = year and year.label and year.rest and not year.part
        words += [year.label, year.rest] if year and dated else [text]
    named = [text for text in words if is_total(text) or is_part_asked_for(text)]
    text = named[-1] if named else words[-1] if words else ""
    return text, tuple(word for word in words if word is not text)


def _read(lines: list[PartLine], found: LineParts) -> None:
    least = min((line.indent for line in lines), default=0)
    for at, line in enumerate(lines):
        if line.is_part and (parent := _parent(line, lines[:at])):
            found.parents[line.number] = parent.number
            if parent is not lines[at - 1] and parent.indent == line.indent:
                _place(line, parent, lines, found)
            elif line.after_gap and _may_be_of_all(line, lines):
                texts = (line.text[:60], parent.text[:60])
                found.doubts[line.number] = "“{}”: a part of “{}”, or of all above it?".format(
                    *texts
                )
        elif line.indent > least and (outer := _outer(line, lines[:at])):
            found.parents[line.number] = outer.number
            found.by_indent |= set() if is_online_alone(line.text) else {line.number}
        elif line.indent > least and is_unknown(line.text) and _follows_part(line, lines, found):
            found.parents[line.number] = found.parents[lines[at - 1].number]
            found.by_indent.add(line.number)
    _read_sexes_of_one(lines, found)


def _read_wider(lines: list[PartLine], found: LineParts) -> None:
    """Find the counts that are of more than the part that may have been asked for."""
    by_number = {line.number: line for line in lines}
    wider: dict[str, list[PartLine]] = {}
    with_ages = _all_with_ages(lines)
    for at, line in enumerate(lines):
        whole = by_number.get(found.parents.get(line.number, -1))
        if whole is None and is_online_alone(line.text):  # right below “All offences”
            whole = next((each for each in reversed(lines[:at]) if is_total(each.text)), None)
            whole = whole or next((o for o in with_ages if o.values != line.values), None)
        if (whole and whole.is_wider_than(line)) or (whole := _wider_total(line, lines)):
            wider.setdefault(line.text, []).append(whole)
    for part, (whole, *others) in wider.items():
        more = f", and so with {len(others)} more" * bool(others)
        why = f"“{whole.text[:60]}” counts more than “{part[:60]}”{more}."
        found.wider.setdefault(whole.number, f"{why} Which of the two was asked for?")


def _wider_total(line: PartLine, lines: list[PartLine]) -> PartLine | None:
    """The total beside all that may have been asked for, where that is less than the total.

    So it is with “Online” or “Under 18”, or with words of no known kind that alone are beside it.
    """
    if is_total(line.text) or is_no_count(line.text):
        return None
    alone = all(each is line or is_total(each.text) for each in lines)
    alone = alone and not (line.role or is_unknown(line.text) or names_year(line.text))
    if not (alone or is_part_asked_for(line.text)):
        return None
    plain = [each for each in lines if not is_total(each.text)]
    totals = [each for each in lines if is_total(each.text) and not _ONLINE.search(each.text)]
    at = lines.index(line)
    whole = min(totals, key=lambda each: abs(lines.index(each) - at), default=None)
    if whole is None or not any(whole.values) or whole.values == line.values:
        return None
    if is_online_alone(line.text) and any(is_opposite(each.text) for each in plain):
        return whole  # of “Online” and “Offline”
    return None if _may_add_up([each.values for each in plain], whole.values) else whole


def _all_with_ages(lines: list[PartLine]) -> list[PartLine]:
    """“Recorded” beside ages, which are a breakdown of it or of those online."""
    found = [line for line in lines if is_generic(line.text)][:1]
    return found if found and any(line.role == "age" for line in lines) else []


def is_part_asked_for(text: str) -> bool:
    """Whether a label is of all those that we ask about, online or under 18, beside a total."""
    return is_online_alone(text) or span_of_ages(text) == (0, 17)


def _read_sexes_of_one(lines: list[PartLine], found: LineParts) -> None:
    """Take girls and boys below the only offence for its parts, if what is known adds up to it.

    Else nobody knows whether they are: there may be other offences.
    """
    whole, *sexes = lines or [PartLine(0, "", [])]
    if whole.role != "offence" or not is_specific(whole.text) or len(sexes) < 2:
        return
    of_one = all(each.role == "sex" or is_unknown(each.text) for each in sexes)
    if not of_one or found.parents or any(is_total(each.text) for each in lines):
        return
    if _may_add_up([each.values for each in sexes], whole.values):
        found.parents |= {each.number: whole.number for each in sexes}
        return
    why = f"“{sexes[0].text[:60]}”: a part of “{whole.text[:60]}”, or of all offences?"
    found.doubts[sexes[0].number] = why


def _parent(line: PartLine, above: list[PartLine]) -> PartLine | None:
    """The nearest that is further left, or is no part and as far."""
    for each in reversed(above):
        if each.indent < line.indent or (each.indent == line.indent and not each.is_part):
            return each
    return None


def _outer(line: PartLine, above: list[PartLine]) -> PartLine | None:
    """The nearest line further left, if this is of another kind than it, or online alone."""
    outer = next((each for each in reversed(above) if each.indent < line.indent), None)
    other = outer and line.role and outer.role and line.role != outer.role
    return outer if outer and (is_online_alone(line.text) or other) else None


def _follows_part(line: PartLine, lines: list[PartLine], found: LineParts) -> bool:
    """Whether the line right above is as far from the edge, and a part: “- Kik”, “- Other”."""
    before = lines[lines.index(line) - 1]
    return before.indent == line.indent and before.number in found.parents


def _may_be_of_all(line: PartLine, lines: list[PartLine]) -> bool:
    """Whether a part below an empty row may be of several rows above it, none of them a total."""
    at = lines.index(line)
    plain = [each for each in lines[:at] if not each.is_part and each.indent == line.indent]
    alike = takewhile(lambda each: each.is_part and each.is_kin_of(line), lines[at:])
    of_last = _adds_up([each.values for each in alike], plain[-1].values) if plain else True
    return len(plain) > 1 and not is_total(plain[-1].text) and not of_last


def _place(line: PartLine, parent: PartLine, lines: list[PartLine], found: LineParts) -> None:
    """Take a line for a part of the one right before it, where its counts say so."""
    at = lines.index(line)
    before = lines[at - 1]
    if before.number in found.parents and line.is_kin_of(before):
        found.parents[line.number] = found.parents[before.number]
        return
    alike = takewhile(lambda each: each.is_part and each.is_kin_of(line), lines[at:])
    parts = [each.values for each in alike]
    if _exceeds(line.values, before.values) or _adds_up(parts, parent.values):
        return
    if _adds_up(parts, before.values):
        found.parents[line.number] = before.number
        return
    texts = (each.text[:60] for each in (line, before, parent))
    found.doubts[line.number] = "“{}”: a part of “{}”, or of “{}”?".format(*texts)


def _exceeds(some: Values, others: Values) -> bool:
    """Whether a count is more than the other beside it, of which it can then be no part."""
    pairs = zip(some, others, strict=True)
    return any(one > other for one, other in pairs if one is not None and other is not None)


def _adds_up(parts: list[Values], whole: Values) -> bool:
    """Whether two or more lines add up to one in each of its counts."""
    if len(parts) < 2 or None in whole or any(None in part for part in parts):
        return False
    return [sum(filter(None, counts)) for counts in zip(*parts, strict=True)] == whole


def _may_add_up(parts: list[Values], whole: Values) -> bool:
    """Whether they do in each count in which none is withheld, and in one that is not 0."""
    if _adds_up(parts, whole):
        return True
    known = [
        (counts, total)
        for total, *counts in zip(whole, *parts, strict=True)
        if total is not None and (None not in counts or sum(filter(None, counts)) > total)
    ]
    adding = all(sum(filter(None, counts)) == total for counts, total in known)
    return adding and any(total for _, total in known)
