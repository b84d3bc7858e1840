"""“Q1” to “Q4” that may number questions: alone in a file, or unlike quarters."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from offences.returns.labels.label_words import is_total
from offences.returns.sheet import Observation, Problem, ReadTable, Sheet

_QUARTER = re.compile(r"\W*q ?[1-4]\W*", re.IGNORECASE)
_NUMBER = re.compile(r"\bq ?([1-4])\b", re.IGNORECASE)
_OF_YEAR = re.compile(r"\W*(?:q ?[1-4]|(?:fy ?)?[\d/–-]{4,9}|\W)+", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:quarter(?:s|ly)?|qtrs?)\b", re.IGNORECASE)
_WHY = (
    "“{}” may be a quarter or the number of a question, and no other quarter is in this file. Type "
    "each count with its months: “31 Apr-Jun”, or “31 Apr-Mar” for a whole year."
)
_WHY_OF_SEVERAL = (
    "“{}” may be a quarter or the number of a question: {}. Type each count with its months: “31 "
    "Apr-Jun”, or “31 Apr-Mar” for a whole year."
)
_OWN_LABELS = "most of the labels are in one of these alone"
_A_SUM = "the counts of one add up to those of others"
_FAR_APART = "the counts of one are many times those of another"
TIMES = 3
LEAST = 10  # between two quarters: fewer are chance

type _Labels = tuple[object, ...]
type _Quarters = dict[str, int]  # the count of each, by its digit


def with_quarters_or_questions(
    sheets: Iterable[Sheet], tables: Sequence[ReadTable]
) -> tuple[list[ReadTable], list[Problem]]:
    """The tables without the months of quarters that may number questions, and what to ask."""
    words = {each.part_words for table in tables for each in table.observations} - {""}
    if not words or not all(map(_OF_YEAR.fullmatch, words)):
        return [*tables], []
    if len(words) == 1 and _QUARTER.fullmatch(next(iter(words))):
        whys = [_WHY.format(*words)] * len(tables)
    elif any(_NAMED.search(text) for text in _texts(sheets)):
        return [*tables], []
    else:
        whys = [_why_of_several(table) for table in tables]
    both = [*zip(tables, whys, strict=True)]
    asked = [problem for table, why in both if why for problem in _asked(table, why)]
    return [_without_months(table) if why else table for table, why in both], asked


def _without_months(table: ReadTable) -> ReadTable:
    counts = (replace(o, months=None) if o.part_words else o for o in table.observations)
    return replace(table, observations=tuple(counts))


def _asked(table: ReadTable, why: str) -> Iterator[Problem]:
    """One question about all counts of the quarters."""
    own = [each for each in table.observations if each.part_words]
    cells = [each.cell for each in own if each.cell]
    if own:
        first, also = (cells[0], tuple(cells[1:])) if cells else (None, ())
        yield Problem(table.sheet, first, why, stops=True, also=also)


def _why_of_several(table: ReadTable) -> str:
    """Why the quarters of a table may be questions; nothing if they are like quarters."""
    own = [each for each in table.observations if each.part_words]
    wholes = [each for each in table.observations if each.year and not each.part_words]
    sign = _OWN_LABELS if _have_own_labels(own) else _sign_of_counts(own, wholes)
    return _WHY_OF_SEVERAL.format(own[0].part_words, sign) if sign else ""


def _have_own_labels(counts: Iterable[Observation]) -> bool:
    """Whether most labels are in one quarter alone, and not all of them in the same.

    Questions are of all victims, of their sex and of their ages, with a total each; the quarters
    of a count have the same labels.
    """
    found: dict[tuple[bool, _Labels], set[str]] = defaultdict(set)
    for each in counts:
        found[each.total, _labels(each)].add(_number(each))
    alone = [numbers for numbers in found.values() if len(numbers) == 1]
    several = [numbers for (total, _), numbers in found.items() if len(numbers) > 1 and not total]
    return len(alone) > len(several) and len(set().union(*alone)) > 1


def _sign_of_counts(counts: Sequence[Observation], wholes: Iterable[Observation]) -> str:
    """What makes the counts of four quarters unlike those of quarters; nothing if they are.

    Quarters add up to a count of their year; answers do not.
    """
    counts = [each for each in counts if not each.total] or counts
    lines: dict[_Labels, _Quarters] = defaultdict(dict)
    years: dict[str | None, _Quarters] = defaultdict(lambda: defaultdict(int))
    for each in counts:
        if each.value is not None:
            lines[each.year, *_labels(each)][_number(each)] = each.value
            years[each.year][_number(each)] += each.value
    whole = {labels: line for labels, line in lines.items() if len(line) == 4}
    sums = {labels: sum(line.values()) for labels, line in whole.items()}
    if any(each.value and each.value == sums.get((each.year, *_labels(each))) for each in wholes):
        return ""
    if _is_one_a_sum([line for line in whole.values() if any(line.values())]):
        return _A_SUM
    return _FAR_APART if _vary_too_much([*years.values()]) else ""


def _is_one_a_sum(lines: Collection[_Quarters]) -> bool:
    """Whether the same quarter is the sum of all others in each line, or of two of them."""
    for one in "1234":
        others = [number for number in "1234" if number != one]
        ways = [others, *(combinations(others, 2) if len(lines) > 1 else ())]
        for way in ways:
            if lines and all(line[one] == sum(line[each] for each in way) for line in lines):
                return True
    return False


def _vary_too_much(years: Sequence[Mapping[str, int]]) -> bool:
    """Whether one quarter of every year is many times the same other one."""
    return any(
        all(
            len(year) == 4 and year[more] >= TIMES * year[less] and year[more] - year[less] >= LEAST
            for year in years
        )
        for more in "1234"
        for less in "1234"
        if years and more != less
    )


def _labels(each: Observation) -> _Labels:
    others = (text for text in each.other if text != each.part_words and not is_total(text))
    return (*sorted(each.labels.items()), *others)


def _number(each: Observation) -> str:
    found = _NUMBER.search(each.part_words)
    return found[1] if found else ""


def _texts(sheets: Iterable[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        yield from (sheet.name, *sheet.lines_above, *sheet.lines_below, *sheet.cells.values())
