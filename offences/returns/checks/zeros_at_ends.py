"""Months or quarters of 0 at an end of a year of others: perhaps they were not recorded yet."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from offences.english import small_number
from offences.returns.checks.years_in_parts import months_in_words
from offences.returns.labels.year_kinds import month_of_kind
from offences.returns.sheet import Observation, Problem, ReadTable

_LEAST = 6  # crimes that the months of 0 would have as the others: by chance one time in 400

type Span = tuple[int, int]  # of months


def zeros_at_ends(table: ReadTable) -> Iterator[Problem]:
    """Ask of the first or last months of a year that are 0, beside those that are far from it."""
    years: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for each in table.observations:
        if each.cell and each.year and each.year_kind and each.part_words and each.months:
            years[each.year, each.year_kind].append(each)
    for (year, kind), cells in years.items():
        by_span: dict[Span, list[Observation]] = defaultdict(list)
        for each in cells:
            by_span[each.months or (0, 0)].append(each)
        begins = month_of_kind(kind) or 1
        spans = sorted(by_span, key=lambda span: (span[0] - begins) % 12)
        counts = [by_span[span] for span in spans]
        for end, order in (("last", counts[::-1]), ("first", counts)):
            if zeros := _zeros(order):
                yield _problem(table.sheet, end, year, zeros)


def _zeros(order: Sequence[list[Observation]]) -> list[Observation]:
    """The cells of 0 from one end on, if the others make it unlikely that nothing was recorded."""
    many = next((at for at, cells in enumerate(order) if any(c.value != 0 for c in cells)), 0)
    zeros = [each for cells in order[:many] for each in cells]
    others = [each for cells in order[many:] for each in cells]
    lines: dict[object, list[Observation]] = defaultdict(list)
    for each in others if zeros else ():
        lines[_line(each)].append(each)
    usual = max(
        (sum(c.value or 0 for c in own) / _months(own) for own in lines.values()), default=0
    )
    return zeros if usual * _months(zeros) >= _LEAST else []


def _line(each: Observation) -> object:
    """What a count is of, but for its months."""
    others = (word for word in each.other if word != each.part_words)
    return (*sorted(each.labels.items()), *others)


def _months(cells: Sequence[Observation]) -> int:
    spans = {each.months for each in cells if each.months}
    return sum((last - first) % 12 + 1 for first, last in spans)


def _problem(sheet: str, end: str, year: str, zeros: Sequence[Observation]) -> Problem:
    many = _months(zeros)
    which = f"{small_number(many)} months of {year} are 0" if many > 1 else f"month of {year} is 0"
    had = "Had they been recorded when this answer was made?"
    if end == "first":
        had = "Had recording begun by then?"
    first, *others = (str(each.cell) for each in zeros)
    why = f"The {end} {which}{months_in_words(zeros)}, and the others are not. {had}"
    return Problem(sheet, first, why, also=tuple(others))
