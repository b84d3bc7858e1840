"""What “those” are in “How many of those were girls?”, and which numbers questions have."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from offences.returns.labels.years import parse_year
from offences.returns.sheet import LABEL_KINDS, Sheet
from offences.returns.tables.lines_above import TableLines, line_meaning
from offences.returns.tables.titles import is_about_some, is_question

type Labels = tuple[tuple[str, str], ...]
_NUMBERED = re.compile(r"q(?:uestion)? ?(\d{1,2})[a-z]?\b\W*(.*)", re.IGNORECASE | re.DOTALL)
_BEFORE_YEAR = re.compile(r"q ?\d{1,2}[a-z]?[.):] ?(.+)", re.IGNORECASE)
_QUARTERS = 4


def without_numbers_of_questions(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets with “2018/19” for “Q1. 2018/19”, where a question of the file has a number.

    Elsewhere it may be the first quarter, and so it is beside other cells, where other numbers
    are before years, too, or where the file speaks of quarters.
    """
    texts = [t for each in sheets for t in (*each.cells.values(), *each.lines_above)]
    if any("quarter" in text.casefold() for text in texts):
        return sheets
    asked = (found for text in texts if (found := _NUMBERED.fullmatch(text)))
    if not any(int(found[1]) > _QUARTERS or _asks(found[2]) for found in asked):
        return sheets
    below = [text for each in sheets for text in each.lines_below]
    dated = {text for text in (*texts, *below) if _without_number(text) != text}
    return [_without_numbers_of_lines(each) for each in sheets] if len(dated) == 1 else sheets


def _without_numbers_of_lines(sheet: Sheet) -> Sheet:
    in_row = Counter(row for row, _ in sheet.cells)
    return replace(
        sheet,
        cells={
            at: _without_number(text) if in_row[at[0]] == 1 else text
            for at, text in sheet.cells.items()
        },
        lines_above=tuple(map(_without_number, sheet.lines_above)),
        lines_below=tuple(map(_without_number, sheet.lines_below)),
    )


def _asks(text: str) -> bool:
    return is_question(text) or text.endswith("?")


def _without_number(text: str) -> str:
    found = _BEFORE_YEAR.fullmatch(text)
    year = parse_year(found[1]) if found else None
    return found[1] if found and year and year.label and not year.part else text


def read_questions_before(lines: Sequence[TableLines]) -> None:
    """Label each table about “those” by the question before it, or mark it as unclear."""
    for number, (before, own) in enumerate(pairwise(lines), 1):
        if not _is_about_those(own):
            continue
        if not _is_about_those(before):
            earlier = _named_before(lines[:number])
            labels, unclear = earlier[-1], len({*map(_distinct, earlier)}) > 1
        else:
            # Girls “of those”, then boys “of those”, are of the same; then Snapchat may be of boys.
            same = _kinds(_own_labels(own)) == _kinds(_own_labels(before))
            labels = before.before if same else ()
            unclear = before.is_unclear or not (same or not _labels_of(before))
        clash = _kinds(labels) & _kinds(_own_labels(own))
        own.before = () if unclear or clash else labels
        own.is_unclear = unclear or bool(clash)


def mark_sheets_before(sheets: Sequence[tuple[Sequence[TableLines], bool]]) -> None:
    """Mark the first table of a sheet whose “those” are on the sheet before, if it names them.

    Each sheet has its tables' lines, and whether its own name is a label.
    """
    for (before, named), (own, _) in pairwise(sheets):
        if before and own and _is_about_those(own[0]):
            own[0].is_unclear = named or any(map(_labels_of, before))


def _is_about_those(lines: TableLines) -> bool:
    """Whether a table's lines are about some of others, which none of these lines names first."""
    for text in () if lines.is_of_form else lines.texts:
        if is_about_some(text):
            return True
        if _kinds(line_meaning(text).labels):
            return False
    return False


def _named_before(lines: Sequence[TableLines]) -> list[Labels]:
    """What the tables next before a question name, as far back as another one about “those”.

    A table that names nothing is of all, and says nothing beside those that follow.
    """
    found: list[Labels] = []
    for each in reversed(lines):
        if _is_about_those(each):
            break
        labels = _labels_of(each)
        if labels or not found:
            found.insert(0, labels)
    return found


def _labels_of(lines: TableLines) -> Labels:
    return tuple(each for each in lines.meaning([], "").labels if each[0] != "force")


def _own_labels(lines: TableLines) -> Labels:
    return tuple(each for text in lines.texts for each in line_meaning(text).labels)


def _distinct(labels: Labels) -> Labels:
    return tuple(sorted({each for each in labels if each[0] in LABEL_KINDS}))


def _kinds(labels: Labels) -> set[str]:
    return {role for role, _ in labels} & {*LABEL_KINDS} - {"force"}
