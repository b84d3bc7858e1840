"""The kinds of rows and columns: headings, lines of words, labels, counts."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby, pairwise

from offences.returns.labels.cell_counts import (
    is_fraction,
    is_pair,
    parse_count,
    plain_text,
    remembered,
    remembered_years,
)
from offences.returns.labels.label_words import (
    content_role,
    heading_role,
    is_generic,
    is_no_count,
    is_total,
    is_unknown,
)
from offences.returns.labels.years import parse_day, parse_short_pair, parse_year
from offences.returns.sheet import LABEL_KINDS, SheetRow, Table

EARLIEST, LATEST = 1990, 2040


@remembered
def parse_number(text: str) -> int | None:
    """The whole number a cell holds, written in digits."""
    count = parse_count(text)
    if count is None or count.value is None or not any(map(str.isdigit, text)):
        return None
    return count.value


@remembered_years
def names_year(text: str) -> bool:
    """A year written so that it can be no count: 2018/19, Apr 18 - Mar 19, Q1, a date."""
    if plain_text(text).isdigit():
        return False
    found = parse_year(text)
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
    ages = [n for n in map(_first_age, texts) if n is not None]  # 16+ goes on from 14, 15
    numbers = [n for n, _ in groupby(ages)]  # each may be written over several columns
    steps = [b - a for a, b in pairwise(numbers)]
    restarts = [b for a, b in pairwise(numbers) if b - a != 1]
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


NOT_READ = {
    "code": "in a column of codes",
    "reference": "a reference or serial number",
    "remark": "in a column of remarks",
}
FRACTIONS = "in a column of percentages or other fractions"
OF_NO_COUNT = "a label with no count beside it"
NO_COUNTS = (*NOT_READ.values(), FRACTIONS)


@dataclass(frozen=True)
class TableColumns:
    """The columns of a table by their contents."""

    labels: tuple[int, ...]
    data: tuple[int, ...]


def classify_columns(table: Table) -> TableColumns:
    kinds: dict[str, list[int]] = defaultdict(list)
    of_crimes = _is_of_single_crimes(table)
    for column in table.columns():
        kind = _kind(table, column)
        if kind == "data" and of_crimes and _is_no_count(table.heading(column)):
            kind = NOT_READ["code"]  # outcome 16, beat 4 of the crime of this row
        kinds[kind].append(column)
    words, data = kinds["label"], kinds["data"]
    table.excluded = {c: why for why in NO_COUNTS for c in kinds[why]}
    if data:  # beside counts, a column of nothing but markers holds counts that are not there
        data = sorted(data + [c for c in kinds["markers"] if c > data[0] or c - 1 in words])
    else:  # a table of which every count is suppressed is no list of crimes
        data = [c for c in kinds["markers"] if _heads_numbers(table, c)]
    first = min(data, default=1 << 20)
    labels = [c for c in words if c < first or _is_label_text(table, c)]
    first = min(data, default=0)
    if len(data) > 1 and not any(c < first for c in labels) and _heads_labels(table, first, labels):
        labels, data = [first, *labels], data[1:]
    if not data:
        axes = (
            c for c in labels if heading_role(table.heading(c)) in (*LABEL_KINDS, "year", "part")
        )
        table.excluded |= dict.fromkeys(axes, OF_NO_COUNT)
    return TableColumns(tuple(labels), tuple(data))


def _heads_labels(table: Table, column: int, labels: list[int]) -> bool:
    """Whether the first column of all, or one of words alone, holds the labels it has none of.

    Its heading may be the year: the table's, in its corner behind a code.
    """
    texts, first = table.texts(column), column == table.columns()[0]
    if not any(map(is_value, texts)):
        return True
    return first and not labels and not _heads_counts(*map(table.heading, table.columns()[:2]))


def _heads_counts(heading: str, beside: str) -> bool:
    """Whether a first heading is over counts: it names them, or is of one kind with the second."""
    if heading_role(heading) in ("count", "offence") and _heading_kind(beside) != "year":
        return True
    return _heading_kind(heading) == _heading_kind(beside) != ""


def _heading_kind(heading: str) -> str:
    dated = names_year(heading) or is_year_number(heading)
    return "year" if dated else "total" if is_total(heading) else content_role(heading)


def _kind(table: Table, column: int) -> str:
    heading, texts = table.heading(column), table.texts(column)
    role = heading_role(heading)
    if not texts:
        return "data" if heading and not role else ""  # every cell was left blank
    if role in NOT_READ and not _is_number_heading(table, column):
        return NOT_READ[role]
    dated = names_year(heading) or _is_year(table, heading)
    may_be_codes = not dated and role not in ("year", "date", "part")
    if may_be_codes and _is_of_codes(texts) and not _is_behind_counts(table, column):
        return NOT_READ["code"]
    if _is_axis(role, heading, texts):
        return "label"
    first = column == table.columns()[0]
    values = sum(is_value(text) for text in texts)
    figures = values or any(map(is_pair, texts))
    if dated and not is_no_count(heading) and (figures or not (first or _has_more_words(heading))):
        return "data"
    serial = [*range(1, len(texts) + 1)] if len(texts) > 2 else None  # 1, 2, 3…
    if heading and not role and first and [*map(parse_number, texts)] == serial:
        return NOT_READ["reference"]
    numbers = any(parse_number(text) is not None for text in texts)
    if values * 2 < len(texts) or (values * 2 == len(texts) and (first or not numbers)):
        return "label"
    if sum(is_fraction(text) for text in texts) * 2 > values:
        return FRACTIONS
    if not numbers:
        if first and (not heading or is_generic(heading)) and _are_bands(texts, once=False):
            return "label"
        return "markers" if values == len(texts) else "label"
    if not heading and first and (not table.header or is_series(texts) or _are_bands(texts)):
        return "label"
    if not heading and all(len(text) == 1 and text.isalpha() for text in texts):
        return ""  # letters for a revision
    return "data"


_OF_COUNTS = re.compile(
    r"\b(?:numbers?|no|counts?|totals?|offences?|crimes?|victims?|incidents?|reports?|records?"
    r"|volume|quantity|qty|frequency|sum|girls|boys|females?|males?)\b",
    re.IGNORECASE,
)


def _is_no_count(heading: str) -> bool:
    if not heading or names_year(heading) or is_year_number(heading):
        return False
    return heading_role(heading) not in ("count", "offence") and not _OF_COUNTS.search(heading)


def _is_of_single_crimes(table: Table) -> bool:
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


def _is_of_codes(texts: list[str]) -> bool:
    """Digits of one width, of which some begin with 0, or 49/01: no count is written so."""
    parts = [text for text in texts if re.fullmatch(r"\d{1,3}[A-Z]?[/.]\d{1,3}[A-Z]?", text)]
    if len(parts) == len(texts) > 1 and not any(map(names_year, texts)):
        return not all(map(is_fraction, texts))
    widths = {len(text) for text in texts}
    return len(widths) == 1 and any(map(is_padded, texts)) and all(map(str.isdigit, texts))


def _is_behind_counts(table: Table, column: int) -> bool:
    """Whether a column before it has numbers that are not in a row, as serial numbers are."""
    before = (table.texts(c) for c in table.columns() if c < column)
    return any(
        sum(parse_number(text) is not None for text in texts) * 2 > len(texts)
        for texts in before
        if not (is_series(texts) or _is_of_codes(texts))
    )


def is_padded(text: str) -> bool:
    """Digits that begin with 0, as no count does."""
    return len(text) > 1 and text.isdigit() and text.startswith("0")


def _has_more_words(heading: str) -> bool:
    """Whether a heading has words beside its year: “Area 2018/19”."""
    year = parse_year(heading)
    return year is not None and bool(year.rest) and not is_generic(year.rest)


def _is_year(table: Table, heading: str) -> bool:
    """A number over a column, in a row of headings in which most are years."""
    if not is_year_number(heading):
        return False
    row = next(h for h in reversed(table.header) if heading in h.cells.values())
    return sum(map(is_year_number, row.cells.values())) * 2 > len(row.cells)


def _is_number_heading(table: Table, column: int) -> bool:
    """Whether a column is a serial number: “No.” and “Number” head counts too, unless first."""
    phrase = table.heading(column).strip(" .:").casefold()
    if phrase not in ("no", "number", "nr", "#"):
        return False
    return column != table.columns()[0] or not is_series(table.texts(column))


def _heads_numbers(table: Table, column: int) -> bool:
    role = heading_role(table.heading(column))
    return role in ("count", "offence") or _is_number_heading(table, column)


def is_series(texts: list[str]) -> bool:
    """Numbers that rise or fall by one: a serial number, ages, years."""
    numbers = [n for n in map(parse_number, texts) if n is not None]
    if len(numbers) * 2 < len(texts) or len(numbers) < 2:
        return False
    steps = [b - a for a, b in pairwise(numbers)]
    return all(s == 1 for s in steps) or (
        all(s == -1 for s in steps) and all(EARLIEST <= n <= LATEST for n in numbers)
    )


def _are_bands(texts: list[str], *, once: bool = True) -> bool:
    """Ages, most of them bands, perhaps each once: labels of rows, though no heading says so."""
    bands = [t for t in texts if content_role(t) == "age" and parse_number(t) is None]
    return len(bands) * 2 > len(texts) and (not once or len(set(texts)) == len(texts))


def _is_axis(role: str, heading: str, texts: list[str]) -> bool:
    """Whether a column under a heading that names an axis really holds its labels."""
    if role not in (*LABEL_KINDS, "year", "part", "date") or is_unknown(heading):
        return False
    numbers = [n for n in map(parse_number, texts) if n is not None]
    if role == "year":
        years = sum(EARLIEST <= n <= LATEST for n in numbers)
        return years + sum(names_year(t) or names_years(t) for t in texts) > 0.6 * len(texts)
    if role in ("date", "part"):
        return sum(map(names_year, texts)) + len(numbers) * (role == "part") > 0.5 * len(texts)
    if role == "age":
        return not any(map(str.isdigit, heading)) and all(n < 125 for n in numbers)
    return not numbers and not (role == "offence" and all(map(_is_suppressed, texts)))


def _is_suppressed(text: str) -> bool:
    count = parse_count(text)
    return count is not None and count.marker == "suppressed"


def _is_label_text(table: Table, column: int) -> bool:
    """A column of words behind the counts: labels where its heading or its words name an axis."""
    role = heading_role(table.heading(column))
    if role in (*LABEL_KINDS, "year", "part"):
        return True
    texts = table.texts(column)
    known = sum(bool(content_role(text)) or names_year(text) for text in texts)
    return bool(texts) and len(texts) == len(table.body) and known > 0.8 * len(texts)
