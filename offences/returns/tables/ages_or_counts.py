"""Columns of numbers that may be ages as well as counts: “Victim age where known”."""

import re
from collections.abc import Iterable, Iterator

from offences.returns.labels.label_words import heading_role, is_total, is_unknown
from offences.returns.labels.no_counts import is_of_one_crime
from offences.returns.sheet import Problem, Table
from offences.returns.tables.cell_kinds import parse_number

_MORE_THAN_AXIS = re.compile(  # “Age known”, “Previous 12 months”
    r"\b(?:all|any|known|given|provided|available|missing|with|where|whose|offences|crimes|cases"
    r"|previous|prior|past|same|next|current|this|last(?! birthday)|\d+)\b",
    re.IGNORECASE,
)
_AGE_AT = re.compile(r"\bage at\b", re.IGNORECASE)  # a moment: of one crime
_OF_COUNTS = re.compile(
    r"(?:numbers?|no|counts?|totals?|all|any|missing"
    r"|(?:offences|crimes|cases|victims|records|incidents|children)(?= (?:with|where|whose)))\b",
    re.IGNORECASE,
)
_OLDEST = 99


def names_more_than_axis(heading: str) -> bool:
    """Whether a heading that mentions an age or a month is of counts, or may be."""
    words = heading.partition("(")[0]
    return bool(_MORE_THAN_AXIS.search(words)) and not _AGE_AT.search(words)


def may_be_ages(heading: str, texts: list[str]) -> bool:
    """Whether numbers may be ages as well as counts: 12 and 14 under “Victim age where known”.

    Most of them are, where one is 999 for an age that is not known.
    """
    if heading_role(heading) != "age" or not names_more_than_axis(heading):
        return False
    if is_total(heading) or is_unknown(heading) or _OF_COUNTS.match(heading.strip()):
        return False
    numbers = [n for n in map(parse_number, texts) if n is not None]
    return sum(n <= _OLDEST for n in numbers) * 2 > len(numbers)


def are_counts(table: Table, column: int, data: list[int]) -> bool:
    """Whether numbers that may be ages are beside counts, and are a part of those before them.

    “Age known” never counts more than the offences; under “Outcome” there are none.
    """
    if any(is_unknown(table.heading(c)) for c in data):
        return True
    before = [c for c in data if c < column and not is_of_one_crime(table.heading(c))]
    parts = [
        number <= max(wholes)
        for row in table.body
        if (number := parse_number(row.cells.get(column, ""))) is not None
        if (wholes := [n for c in before if (n := parse_number(row.cells.get(c, ""))) is not None])
    ]
    return bool(parts) and all(parts)


def ages_or_counts(table: Table, columns: Iterable[int]) -> Iterator[Problem]:
    """The questions about such columns, which were read as ages."""
    for column in columns:
        why = f"Are the numbers under “{table.heading(column)[:60]}” ages or counts?"
        place = table.sheet.address(table.header[-1].number, column)
        yield Problem(table.sheet.name, place, f"{why} They were read as ages.", stops=True)
