"""Columns of which each row is one crime: whether it is, and which number one."""

import re
from collections.abc import Sequence
from functools import partial

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.label_words import heading_role
from offences.returns.labels.years import parse_day
from offences.returns.sheet import LABEL_KINDS, Table
from offences.returns.tables.cell_kinds import are_row_numbers, is_series

_OLDEST = 125
NUMBER = re.compile(r"no|number|nr|#", re.IGNORECASE)
_ONE = re.compile(r"(?:crime|offence|record|incident|occurrence|victim|case|report)", re.IGNORECASE)
_OF_ONE = re.compile(  # “Victim No”, of which a crime may have two
    r"(?:crime|offen[cs]e|record|incident|occurrence|case|report|victim|suspect|offender|accused"
    r"|nominal|person|child|complainant|aggrieved)(?: (?:seq(?:uence)?|index|serial))?"
    r"[ _]?(?:no|nr|num|number|id|#|seq|sequence|index)",
    re.IGNORECASE,
)


def is_of_single_crimes(table: Table) -> bool:
    """Whether each row is a crime: its day and its kind stand in columns of their own."""
    many = len(table.body)
    kinds = {heading_role(table.heading(column)) for column in table.columns()}
    if many < 3 or not kinds & {"offence", "age", "sex", "platform"}:
        return False
    columns = map(table.texts, table.columns())
    return any(
        len(texts) == many and all(parse_day(text) is not None for text in texts)
        for texts in columns
    )


def repeats_labels(table: Table) -> bool:
    """Whether rows come again with one year, offence and age, or each has a reference: crimes."""
    roles = {column: heading_role(table.heading(column)) for column in table.columns()}
    axes = [c for c, role in roles.items() if role in (*LABEL_KINDS, "year", "part")]
    if len({roles[c] for c in axes} & {"offence", "age", "sex", "platform"}) < 2:
        return False
    dated = any(roles[c] in ("year", "part") for c in axes)
    # One with a blank has the label above it.
    rows = [tuple(r.cells[c] for c in axes) for r in table.body if r.cells.keys() >= {*axes}]
    return dated and (len({*rows}) < len(rows) or any(map(partial(_names_rows, table), roles)))


def is_of_references(heading: str, texts: list[str]) -> bool:
    """Numbers as long as each other, no two alike, below the name of one thing: “Crime”."""
    long = {len(text) for text in texts if text.isdigit()}
    alone = bool(_ONE.fullmatch(heading.strip(" :"))) and len({*texts}) == len(texts) > 2
    return alone and len(long) == 1 and min(long) > 3 and all(map(str.isdigit, texts))


def is_number_of_each_crime(table: Table, kinds: dict[str, list[int]]) -> bool:
    """Whether the only column of counts numbers the crimes, or is 1 for each of them.

    One whose heading says counts numbers nothing: 1, 2 and 3 below “Count” are asked about.
    """
    (column,) = kinds["data"]
    texts, heading = table.texts(column), table.heading(column).strip(" .:")
    if {*texts} == {"1"} and len(texts) == len(table.body):
        return True
    return are_row_numbers(texts) and bool(NUMBER.fullmatch(heading) or _ONE.fullmatch(heading))


def numbers_one(heading: str) -> bool:
    """Whether numbers below a heading are of one person or crime: “Victim No”, “Offence no.”."""
    return bool(_OF_ONE.fullmatch(plain_text(heading).strip(" .:?")))


def are_ages(table: Table, numbers: Sequence[int]) -> bool:
    """Whether numbers may be ages, if a few are 999 for one that is not known.

    In a list of crimes no number below “Age” is a count, however it was typed.
    """
    odd = [n for n in numbers if n >= _OLDEST]
    if len(odd) * 2 > len(numbers) or not odd:
        return not odd
    unknown = all({*str(n)} == {"9"} for n in odd)
    return unknown or is_of_single_crimes(table) or repeats_labels(table)


def _names_rows(table: Table, column: int) -> bool:
    """Whether a column has a reference of its own for each row, and no running number."""
    heading, texts = table.heading(column), table.texts(column)
    named = heading_role(heading) == "reference" or is_of_references(heading, texts)
    return named and len({*texts}) == len(table.body) > 2 and not is_series(texts)
