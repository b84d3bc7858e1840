"""Lines between tables that may be of the table above each, as one is below the last."""

import re
from collections.abc import Iterator, Sequence

from offences.returns.sheet import Problem, Table
from offences.returns.tables.line_years import year_of_line
from offences.returns.tables.lines_above import TableLines, subject_roles
from offences.returns.tables.years_below import line_below, year_alone

_NUMBERED = re.compile(r"(?:table|figure|fig|chart)\b\.? ?(?:\d{1,2}|[a-z])\b", re.IGNORECASE)
_MOST_SPACES = 14


def captions_below(stack: Sequence[tuple[Table, TableLines]]) -> Iterator[Problem]:
    """Ask of which table each line is, where the first table has none, and a last line is below.

    The lines are alike: each names a year, an offence, a sex, or the number of a table. Of a year
    alone it is asked elsewhere.
    """
    last = line_below([table for table, _ in stack])
    if len(stack) < 2 or last is None or year_alone(last.text) or _is_sentence(last.text):
        return
    (_, first), *others = stack
    alike = _kinds(last.text) - {kind for text in first.texts for kind in _kinds(text)}
    for _, lines in others:
        alike &= {kind for text in lines.texts for kind in _kinds(text)}
    for table, lines in others if alike else ():
        line = next(text for text in lines.texts if _kinds(text) & alike)
        why = (
            f"“{line[:60]}” is between two tables. The first of all has no such line above it, and "
            f"“{last.text[:60]}” is below the last. Is it of the table above it, or below?"
        )
        place = table.range().partition(":")[0]
        yield Problem(table.sheet.name, place, why, stops=True)


def _is_sentence(line: str) -> bool:
    return line.endswith(".") or line.count(" ") > _MOST_SPACES


def _kinds(line: str) -> set[str]:
    """What a line is about: the kinds of its labels, a year, the number of a table."""
    year = year_of_line(line)
    kinds = subject_roles(line)
    kinds |= {"year"} if year and year.label else set()
    return kinds | ({"caption"} if _NUMBERED.match(line) else set())
