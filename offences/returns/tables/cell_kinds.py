"""The kinds of cells and rows: years, counts, headings, lines of words."""

import re
from itertools import groupby, pairwise

from offences.returns.labels.age_spans import are_ages_that_meet
from offences.returns.labels.cell_counts import (
    is_fraction,
    parse_count,
    plain_text,
    remembered,
    remembered_years,
)
from offences.returns.labels.label_words import (
    content_role,
    heading_role,
    is_generic,
    is_total,
    is_unknown,
)
from offences.returns.labels.years import parse_day, parse_short_pair, parse_year
from offences.returns.sheet import SheetRow

EARLIEST, LATEST = 1990, 2040
_OF_YEAR = 4  # digits of 2019, which may be a count as well


@remembered
def parse_number(text: str) -> int | None:
    """The whole number a cell holds, written in digits; the year 201920 is none."""
    count = parse_count(text)
    if count is None or count.value is None or not any(map(str.isdigit, text)):
        return None
    return None if count.value > LATEST and names_year(text) else count.value


@remembered_years
def names_year(text: str) -> bool:
    """A year written so that it can be no count: 2018/19, Apr 18 - Mar 19, Q1, a date."""
    found = parse_year(text)
    if plain_text(text).isdigit() and not (found and len(plain_text(text)) > _OF_YEAR):
        return False
    if found is None:
        return parse_short_pair(text) is not None
    return bool(found.label or found.part) and len(found.rest) < 40


@remembered_years
def dated_number(text: str) -> str:
    """The number that a year alone is followed by: “2016/17 - 134”."""
    year = parse_year(text)
    if year is None or not year.label or parse_day(year.part) or parse_number(year.rest) is None:
        return ""
    return year.rest if plain_text(text).endswith(year.rest) else ""


@remembered_years
def names_years(text: str) -> bool:
    """Several years: “2011 to 2016”."""
    found = parse_year(text)
    return found is not None and found.several and not found.rest


@remembered
def is_year_number(text: str) -> bool:
    """A number that may be a year as well as a count."""
    number = parse_number(text)
    return number is not None and EARLIEST <= number <= LATEST


@remembered_years
def is_value(text: str) -> bool:
    """Whether a text may be in a number's place: a count, fraction or marker, not a year."""
    return not names_year(text) and (parse_count(text) is not None or is_fraction(text))


def is_line(row: SheetRow) -> bool:
    """One cell of words alone: a title, a note, a line over what follows."""
    if len(row.cells) != 1:
        return False
    text = next(iter(row.cells.values()))
    return not is_figure(text) or is_year_number(text)


def is_figure(text: str) -> bool:
    """A value that is no heading either, as “0-4” (an age band) and “Not recorded” are."""
    return is_value(text) and content_role(text) != "age" and not is_unknown(text)


@remembered_years
def axis_role(text: str) -> str:
    """The role of a heading, which may have its table's year beside it: “Outcome 2018/19”."""
    year = parse_year(text)
    return heading_role(year.rest if year and year.label and year.rest else text)


def is_heading(row: SheetRow, first_column: int, at_start: bool) -> bool:
    """A row of words and years over columns, rather than of figures.

    Calendar years and single ages are numbers: a run of them is a heading, at the start of a
    table, where nothing but words comes before it.
    """
    beyond = [text for column, text in sorted(row.cells.items()) if column != first_column]
    corner = row.cells.get(first_column, "")
    if any(is_fraction(text) for text in beyond) or not beyond:
        return False
    if any(parse_number(text) is not None for text in beyond):
        return at_start and parse_number(corner) is None and is_run(beyond, corner)
    words = sum(not is_value(text) for text in beyond)
    if sum(map(is_figure, beyond)) > words:
        return False
    lows = [low for text in beyond if (low := _band_start(text)) is not None]
    return _is_ascending(lows) if len(lows) > 1 else words > 0


def _band_start(text: str) -> int | None:
    """The youngest of an age band: 1-4, under 10, 16+."""
    count = parse_count(text) if content_role(text) == "age" else None
    return count.low if count is not None and count.high is not None else _first_age(text)


def _is_ascending(lows: list[int]) -> bool:
    """Age bands (1-4, 5-9) from the youngest to the oldest; they may begin again, under a year."""
    falls = [b for a, b in pairwise(lows) if b < a]
    if len(set(lows)) == 1:
        return True
    rises = sum(b > a for a, b in pairwise(lows))
    return rises > len(falls) and all(low == min(lows) for low in falls)


def is_run(texts: list[str], corner: str) -> bool:
    """Numbers that name columns: years, or ages that rise by one; a run may begin again."""
    numbers = [n for n in map(parse_number, texts) if n is not None]
    others = [text for text in texts if parse_number(text) is None]
    if any(map(is_figure, others)):
        return False
    if all(EARLIEST <= n <= LATEST for n in numbers):
        named = heading_role(corner) or not corner or (is_generic(corner) and not is_total(corner))
        if len(numbers) == 1:
            return bool(named)
        steps = [b - a for a, b in pairwise(numbers)]
        begun = sum(b == numbers[0] for a, b in pairwise(numbers) if abs(b - a) > 0)
        ahead = sum(0 < s <= 3 for s in steps) + begun
        back = sum(-3 <= s < 0 for s in steps) + begun
        same = sum(s == 0 for s in steps)
        return max(ahead, back) + same >= len(steps) * 0.6 and (same < len(steps) or bool(named))
    if are_ages_that_meet(texts):
        return True
    ages = [n for n in map(_first_age, texts) if n is not None]  # 16+ goes on from 14, 15
    numbers = [n for n, _ in groupby(ages)]  # each may be written over several columns
    steps = [b - a for a, b in pairwise(numbers)]
    restarts = [b for a, b in pairwise(numbers) if b - a != 1 and (a, b) != (12, 1)]  # of months
    rising = sum(s == 1 for s in steps) >= len(steps) * 0.6
    again = all(n == numbers[0] for n in restarts)
    return len(numbers) >= 3 and max(numbers) < 100 and rising and again


def _first_age(text: str) -> int | None:
    """14 and “14+” are 14, though only the first is a number."""
    found = re.match(r"\d+", text) if content_role(text) == "age" else None
    return int(found[0]) if found else parse_number(text)


def is_axis_row(row: SheetRow) -> bool:
    """A row of headings by its words: years, sexes, ages, or names of axes."""
    texts = list(row.cells.values())
    known = sum(names_year(t) or bool(heading_role(t)) or bool(content_role(t)) for t in texts)
    return known >= 2 and known * 2 >= len(texts)


def is_padded(text: str) -> bool:
    """Digits that begin with 0, as no count does."""
    return len(text) > 1 and text.isdigit() and text.startswith("0")


def is_series(texts: list[str]) -> bool:
    """Numbers that rise or fall by one: a serial number, ages, years."""
    numbers = [n for n in map(parse_number, texts) if n is not None]
    if len(numbers) * 2 < len(texts) or len(numbers) < 2:
        return False
    steps = [b - a for a, b in pairwise(numbers)]
    return all(s == 1 for s in steps) or (
        all(s == -1 for s in steps) and all(EARLIEST <= n <= LATEST for n in numbers)
    )


def are_row_numbers(texts: list[str]) -> bool:
    """Numbers that rise by one from 1, as those of rows do."""
    numbers = [*map(parse_number, texts)]
    return len(numbers) > 2 and numbers == [*range(1, len(numbers) + 1)]
