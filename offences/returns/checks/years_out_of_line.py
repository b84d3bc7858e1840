"""Years of counts that have not begun, or are years apart from all others in the file."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from offences.returns.checks.years_of_lists import today
from offences.returns.sheet import Observation, Problem, ReadTable, is_list
from offences.statistics.years import first_month

_APART = 4  # years from the next one that has a count
_ASK = "{} is read as the year of these counts, {}. Is that right?"


def years_out_of_line(tables: Sequence[ReadTable]) -> Iterator[Problem]:
    """Ask once about each year that has not begun, or is out of line with those beside it."""
    counted = [table for table in tables if not is_list(table)]
    far = _isolated_year({_start(o) for table in counted for o in table.observations if o.year})
    asked: set[str | None] = set()
    for table in counted:
        first: dict[int, Observation] = {}
        for each in (o for o in table.observations if o.year and o.cell):
            first.setdefault(_start(each), each)
        between = _year_between([*first])
        for start, each in first.items():
            why = ""
            if date(start, 1 if each.year_kind == "calendar" else first_month(), 1) > today():
                why = "which has not begun"
            elif start == far:
                why = "and is years apart from all others in this file"
            elif between and start == between[1]:
                before, after = (first[at].year for at in between[::2])
                why = f"and stands between {before} and {after}"
            if why and each.year not in asked:
                asked.add(each.year)
                yield Problem(table.sheet, each.cell, _ASK.format(each.year, why), stops=True)


def _start(each: Observation) -> int:
    return int((each.year or "0")[:4])


def _isolated_year(starts: set[int]) -> int:
    """The one year that is far from two or more that follow each other; 0 where there is none."""
    runs: list[list[int]] = []
    for before, start in pairwise([-_APART, *sorted(starts)]):
        if start - before >= _APART:
            runs.append([])
        runs[-1].append(start)
    alone = [run[0] for run in runs if len(run) == 1]
    return alone[0] if len(alone) == 1 and len(runs) == 2 else 0


def _year_between(starts: Sequence[int]) -> tuple[int, int, int] | None:
    """The one year in the place of a missing one: 2011 of “2020, 2011, 2022”, and those beside."""
    for before, at, after in zip(starts, starts[1:], starts[2:], strict=False):
        rest = [start for start in starts if start != at]
        steps = [b - a for a, b in pairwise(rest)]
        gap, way = after - before, 1 if after > before else -1
        in_order = all(step in (way, 2 * way) for step in steps) and steps.count(2 * way) == 1
        if gap == 2 * way and in_order and at != before + way:
            return before, at, after
    return None
