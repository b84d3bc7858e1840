"""Rows that have the number of a question, “Q1” under “Question”, which is no quarter."""

import re
from collections.abc import Iterator
from dataclasses import replace

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.label_words import clean_label
from offences.returns.sheet import LABEL_KINDS, Position, Table
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.label_levels import LabelMeaning

_OF_QUESTIONS = re.compile(
    r"(?:(?:foi|your|our|the|answer|answers|response|reply) (?:to )?)?"
    r"(?:questions?|qns?|requests?|answers?(?: to)?|no|numbers?|items?|refs?|references?|foi)"
    r"(?: (?:no|numbers?|refs?|references?|asked))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"q ?\d{1,2}[a-z]?\W*", re.IGNORECASE)
_WHY = "“{}” is under “{}”, and was read as the number of a question. What does its row count?"


def take_question_numbers(
    table: Table, columns: TableColumns, by_row: dict[int, LabelMeaning]
) -> Iterator[tuple[Position, str]]:
    """Take the numbers of questions for no quarters; ask about the first that no label explains."""
    for column in columns.labels:
        heading = plain_text(table.heading(column))
        rows = [row for row in table.body if _NUMBER.fullmatch(row.cells.get(column, ""))]
        if not rows or not _OF_QUESTIONS.fullmatch(clean_label(heading).replace(".", "").strip()):
            continue
        for row in rows:
            meaning, text = by_row[row.number], clean_label(row.cells[column])
            year = meaning.year if meaning.year and meaning.year.label else None
            labels = tuple(each for each in meaning.labels if each != ("other", text))
            by_row[row.number] = replace(
                meaning,
                labels=labels or (("other", f"Question {text[1:].strip()}"),),
                year=year and replace(year, part=""),
            )
            table.roles[row.number, column] = "label"
        first = rows[0]
        if not any(role in LABEL_KINDS for role, _ in by_row[first.number].labels):
            yield (first.number, column), _WHY.format(first.cells[column], heading[:60])
