"""The kinds of columns: labels, counts, codes and other numbers that are no counts."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from offences.returns.labels.age_spans import are_whole_ages, is_last_of_ages
from offences.returns.labels.cell_counts import are_stacked, is_fraction, is_pair, parse_count
from offences.returns.labels.label_words import (
    clean_label,
    content_role,
    heading_role,
    is_generic,
    is_total,
    is_unknown,
)
from offences.returns.labels.lengths_of_time import units_of_year
from offences.returns.labels.no_counts import (
    is_no_count,
    is_of_one_crime,
    is_plainly_no_count,
    names_part_of_date,
)
from offences.returns.labels.numbered_times import (
    names_school_year,
    numbered_parts,
    unit_of_numbers,
)
from offences.returns.labels.rough_counts import are_rough_counts
from offences.returns.labels.some_ages import is_of_all_ages
from offences.returns.labels.years import parse_year
from offences.returns.sheet import LABEL_KINDS, Table
from offences.returns.tables.ages_or_counts import are_counts, may_be_ages, names_more_than_axis
from offences.returns.tables.cell_kinds import (
    EARLIEST,
    LATEST,
    are_row_numbers,
    is_padded,
    is_series,
    is_value,
    is_year_number,
    names_year,
    names_years,
    parse_number,
)
from offences.returns.tables.codes_of_labels import columns_of_codes
from offences.returns.tables.heading_rows import headings_above
from offences.returns.tables.rows_of_crimes import (
    NUMBER,
    are_ages,
    is_number_of_each_crime,
    is_of_references,
    is_of_single_crimes,
    numbers_one,
    repeats_labels,
)

NOT_READ = {
    "code": "in a column of codes",
    "reference": "a reference or serial number",
    "remark": "in a column of remarks",
    "time": "a week, day, month or hour",
}
FRACTIONS = "in a column of percentages or other fractions"
UNNAMED = "in a column of fractions, of which no heading says what they are"
OF_NO_COUNT = "a label with no count beside it"
NO_COUNTS = (*NOT_READ.values(), FRACTIONS, UNNAMED)


@dataclass(frozen=True)
class TableColumns:
    """The columns of a table by their contents."""

    labels: tuple[int, ...]
    data: tuple[int, ...]
    asked: tuple[int, ...] = ()  # of the labels, those whose numbers may be counts: “Age known”


def classify_columns(table: Table) -> TableColumns:
    kinds: dict[str, list[int]] = defaultdict(list)
    of_crimes, of_repeats = is_of_single_crimes(table), repeats_labels(table)
    asked = tuple(c for c in table.columns() if may_be_ages(table.heading(c), table.texts(c)))
    for column in table.columns():
        kind, heading = _kind(table, column), table.heading(column)
        if column in asked and kind == "data":
            continue
        of_one = (of_crimes and _is_no_count(heading)) or (of_repeats and is_of_one_crime(heading))
        if kind == "data" and of_one:
            kind = NOT_READ["code"]  # outcome 16, beat 4 of the crime of this row
        if kind == "data" and (of_crimes or of_repeats) and numbers_one(heading):
            kind = NOT_READ["reference"]
        kinds[kind].append(column)
    alone = len(kinds["data"]) == 1 and (of_crimes or of_repeats)
    if alone and is_number_of_each_crime(table, kinds):
        kinds[NOT_READ["reference"]] += kinds.pop("data")
    counts = [c for c in asked if are_counts(table, c, kinds["data"])]
    kinds["data"] = sorted(kinds["data"] + counts)
    asked = tuple(c for c in asked if c not in counts)
    kinds["label"] = sorted(kinds["label"] + [*asked])
    codes = columns_of_codes(table, kinds)
    kinds[NOT_READ["code"]] += codes
    words, data = kinds["label"], [c for c in kinds["data"] if c not in codes]
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
        axes = (c for c in labels if heading_role(table.heading(c)) in _AXES)
        table.excluded |= dict.fromkeys(axes, OF_NO_COUNT)
    return TableColumns(tuple(labels), tuple(data), asked)


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
    role, first = heading_role(heading), column == table.columns()[0]
    if not texts:
        return "data" if heading and not role else ""  # every cell was left blank
    named = _holds_names(table, column, role)
    timed = first and unit_of_numbers(heading)
    if (timed or names_school_year(heading)) and numbered_parts(texts, heading):
        return "label"
    if _is_last_of_ages(table, column):
        return "label"
    if role in NOT_READ and not (named or _is_number_heading(table, column)):
        return NOT_READ[role]
    is_coded = _CODE.search(heading) and role not in ("age", "year", "date")
    numbered = sum(parse_number(text) is not None for text in texts) * 2 >= len(texts)
    if (is_coded and numbered) or _is_sub_code(table, column):
        return NOT_READ["code"]  # “Platform code”: 1, 2
    dated = names_year(heading) or _is_year(table, heading)
    may_be_codes = not (dated or role in ("year", "date", "part"))
    may_be_codes &= not (role == "age" and are_whole_ages(texts))
    if may_be_codes and are_codes(texts) and not _is_behind_counts(table, column):
        return NOT_READ["code"]
    if is_of_references(heading, texts):
        return NOT_READ["reference"]
    if role in ("", "reference") and _is_question_number(table, column):
        return NOT_READ["reference"]
    if _is_part_of_date(table, column):
        return NOT_READ["time"]
    headed = dated or role in ("count", "offence") or content_role(heading) not in ("", "age")
    rough = not first and are_rough_counts(texts, headed=headed)
    if role not in _NUMBERED_AXES and (rough or sum(map(are_stacked, texts)) * 2 >= len(texts)):
        return "data"  # none is exact, or each cell has the counts of several rows
    if _is_axis(table, column) and not (role == "age" and _is_one_of_bands(table, column)):
        return "label"
    values = sum(is_value(text) for text in texts)
    figures = values or any(map(is_pair, texts))
    if dated and not is_no_count(heading) and (figures or not (first or _has_more_words(heading))):
        return "data"
    if heading and not role and first and are_row_numbers(texts):
        return NOT_READ["reference"]
    return _kind_of_contents(table, column, values)


def _is_last_of_ages(table: Table, column: int) -> bool:
    left = max((c for c in table.columns() if c < column), default=0)
    return bool(left) and is_last_of_ages(table.heading(left), table.heading(column))


def _kind_of_contents(table: Table, column: int, values: int) -> str:
    """The kind of a column whose heading leaves it open; `values` of its texts may be counts."""
    heading, texts = table.heading(column), table.texts(column)
    first = column == table.columns()[0]
    numbers = any(parse_number(text) is not None for text in texts)
    if values * 2 < len(texts) or (values * 2 == len(texts) and (first or not numbers)):
        return "label"
    if sum(is_fraction(text) for text in texts) * 2 > values:
        over = [headings_above(row, [column])[column] for row in table.header]
        whole = sum(parse_number(text) is not None for text in texts)
        return UNNAMED if whole > 1 and not any(map(is_no_count, over)) else FRACTIONS
    if not numbers:
        if all(map(is_of_all_ages, texts)):
            return "label"  # “Under 18” beside every row is no count below 18
        if first and (not heading or is_generic(heading)) and _are_bands(texts, once=False):
            return "label"
        return "markers" if values == len(texts) else "label"
    if not heading and first and (not table.header or is_series(texts) or _are_bands(texts)):
        return "label"
    if not heading and all(len(text) == 1 and text.isalpha() for text in texts):
        return ""  # letters for a revision
    return "data"


_AXES = (*LABEL_KINDS, "year", "part")
_NUMBERED_AXES = ("age", "year", "part", "date")
_CODE = re.compile(r"\bcodes?\b(?!\W{0,2}\d)", re.IGNORECASE)  # “Code 71” is one itself
_QUESTION = re.compile(r"(?:q(?:uestion)?\.? ?)?(\d{1,2})[a-z]?[.):]?", re.IGNORECASE)
_OF_COUNTS = re.compile(
    r"\b(?:numbers?|no|counts?|totals?|offences?|crimes?|victims?|incidents?|reports?|records?"
    r"|volume|quantity|qty|frequency|sum|values?|figures?|amount|girls|boys|females?|males?)\b",
    re.IGNORECASE,
)


def _is_no_count(heading: str) -> bool:
    if not heading or names_year(heading) or is_year_number(heading):
        return False
    return heading_role(heading) not in ("count", "offence") and not _OF_COUNTS.search(heading)


def _is_question_number(table: Table, column: int) -> bool:
    """Whether a first column counts up beside words of which no two are alike: “Q1”."""
    if column != table.columns()[0] or len(table.columns()) < 3:
        return False
    numbers = [_QUESTION.fullmatch(text) for text in table.texts(column)]
    beside = table.texts(table.columns()[1])
    worded = all(" " in text and not is_value(text) for text in beside)
    if not (worded and len({*beside}) == len(beside) == len(table.body) == len(numbers) > 1):
        return _numbers_rows(table, column)
    found = [int(each[1]) for each in numbers if each]
    steps = [b - a for a, b in pairwise(found)]
    if len(found) < len(numbers) or found[0] != 1:
        return _numbers_rows(table, column)
    lettered = not all(text.isdigit() for text in table.texts(column))  # “2c” counts nothing
    return all(step in (0, 1) or (lettered and step > 1) for step in steps)


def _numbers_rows(table: Table, column: int) -> bool:
    """Whether a column without a heading counts up beside the words of all rows but totals.

    It may begin again below a line. Ages do so beside the words of each group, or beside none.
    """
    beside, numbers = table.columns()[1], list[int]()
    words = [
        row.cells.get(beside, "") for row in table.body if not is_total(row.cells.get(beside, ""))
    ]
    for row in table.body:
        number, text = parse_number(row.cells.get(column, "")), row.cells.get(beside, "")
        if is_total(text) and number is None:
            continue
        if number is None or not text or is_value(text) or names_year(text):
            return False
        begun = not numbers or (number == 1 and row.number in table.sections)
        if not (begun or number == numbers[-1] + 1):
            return False
        numbers.append(number)
    alike = len({*words}) < len(words)
    return not table.heading(column) and len({*words}) > 1 and (numbers[:1] == [1] or not alike)


def are_codes(texts: list[str]) -> bool:
    """Digits of one width, of which some begin with 0, or 49/01: no count is written so.

    22/23 is one beside 20/5 and 88/10, which fall as no years and ages do.
    """
    parts = [re.fullmatch(r"(\d{1,3})[A-Z]?[/.](\d{1,3})[A-Z]?", text) for text in texts]
    fall = sum(int(each[1]) > int(each[2]) for each in parts if each)
    if all(parts) and len(texts) > 1 and (fall * 2 > len(texts) or not any(map(names_year, texts))):
        return sum(map(is_fraction, texts)) * 2 < len(texts)
    widths = {len(text) for text in texts}
    return len(widths) == 1 and any(map(is_padded, texts)) and all(map(str.isdigit, texts))


def _holds_names(table: Table, column: int, role: str) -> bool:
    """Whether labels are below “HO Class” in place of codes, or below “Ref” and nowhere else."""
    others = (table.texts(c) for c in table.columns() if c != column and role == "reference")
    named = role in ("code", "reference") and _are_names(table.texts(column))
    return named and not any(map(_are_names, others))


_NAME = re.compile(r"[^\W\d_]{3,} [^\W\d_]{2,}|^[A-Z]?[a-z]{3,}(?![\w/.-]*\d)")


def _are_names(texts: list[str]) -> bool:
    """Whether most are names, as offences below “HO code” are: no code is a word alone."""
    return sum(bool(_NAME.search(text)) for text in texts) * 2 > len(texts)


_BRACKETS = re.compile(r" ?\([^)]*\)$")
_SUB = re.compile(r"sub(?:[ -]?(?:class|no|number))?", re.IGNORECASE)


def _is_sub_code(table: Table, column: int) -> bool:
    """Whether a column headed “Sub” is right behind one of codes, whose second half it has."""
    before = [c for c in table.columns() if c < column]
    named = _SUB.fullmatch(table.heading(column).strip(" .:"))
    return bool(named and before) and heading_role(table.heading(before[-1])) == "code"


def _is_behind_counts(table: Table, column: int) -> bool:
    """Whether a column before it has numbers that are not in a row, as serial numbers are."""
    before = (table.texts(c) for c in table.columns() if c < column)
    return any(
        sum(parse_number(text) is not None for text in texts) * 2 > len(texts)
        for texts in before
        if not (is_series(texts) or are_codes(texts))
    )


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
    if not NUMBER.fullmatch(clean_label(_BRACKETS.sub("", table.heading(column))).strip(" .:")):
        return False
    return column != table.columns()[0] or not is_series(table.texts(column))


def _heads_numbers(table: Table, column: int) -> bool:
    role = heading_role(table.heading(column))
    return role in ("count", "offence") or _is_number_heading(table, column)


def _are_bands(texts: list[str], *, once: bool = True) -> bool:
    """Ages, most of them bands, perhaps each once: labels of rows, though no heading says so."""
    bands = [t for t in texts if content_role(t) == "age" and parse_number(t) is None]
    return len(bands) * 2 > len(texts) and (not once or len(set(texts)) == len(texts))


def _is_axis(table: Table, column: int) -> bool:
    """Whether a column under a heading that names an axis really holds its labels."""
    heading, texts = table.heading(column), table.texts(column)
    role = heading_role(heading)
    if role not in (*_AXES, "date") or is_unknown(heading) or is_plainly_no_count(heading):
        return False
    numbers = [n for n in map(parse_number, texts) if n is not None]
    if numbers and role in ("age", "part") and names_more_than_axis(heading):
        return False  # they are counts
    if role == "year":
        years = sum(EARLIEST <= n <= LATEST for n in numbers)
        return years + sum(names_year(t) or names_years(t) for t in texts) > 0.6 * len(texts)
    if role in ("date", "part"):
        return sum(map(names_year, texts)) + len(numbers) * (role == "part") > 0.5 * len(texts)
    if role == "age":
        return not any(map(str.isdigit, heading)) and are_ages(table, numbers)
    return not numbers and not (role == "offence" and all(map(_is_suppressed, texts)))


def _is_one_of_bands(table: Table, column: int) -> bool:
    """Whether the heading right before it is one of the ages: so is this, as “Age” of the rest."""
    before = [c for c in table.columns() if c < column]
    heading = table.heading(before[-1]) if before else ""
    return content_role(heading) == "age" and any(map(str.isdigit, heading))


def _is_part_of_date(table: Table, column: int) -> bool:
    """Whether a column behind others has numbers of the calendar or lengths of time: “Week no.”."""
    heading = table.heading(column)
    numbers = [*map(parse_number, table.texts(column))]
    of_time = names_part_of_date(heading) or units_of_year(heading) is not None
    named = of_time and column != table.columns()[0]
    return named and all(n is not None and n <= 366 for n in numbers)


def _is_suppressed(text: str) -> bool:
    count = parse_count(text)
    return count is not None and count.marker == "suppressed"


def _is_label_text(table: Table, column: int) -> bool:
    """A column of words behind the counts: labels where its heading or its words name an axis."""
    role = heading_role(table.heading(column))
    if role in _AXES:
        return True
    texts = table.texts(column)
    known = sum(bool(content_role(text)) or names_year(text) for text in texts)
    return bool(texts) and len(texts) == len(table.body) and known > 0.8 * len(texts)
