"""A list of one row per crime, which the reader counts."""

import re
from collections import Counter, defaultdict
from datetime import date

from offences.returns.labels.label_words import content_role, heading_role, is_title, is_unknown
from offences.returns.labels.year_kinds import own_kind
from offences.returns.labels.years import ReadYear, Year, parse_day, parse_year
from offences.returns.sheet import LABEL_KINDS, Observation, Problem, SheetRow, Table
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.label_levels import LabelMeaning
from offences.returns.tables.listing_axes import (
    keep_one_column,
    rows_of_totals,
    without_accused,
    wrong_totals,
)
from offences.returns.tables.listing_columns import DECIDES, rows_in_doubt
from offences.returns.tables.listing_dates import (
    RECORDED,
    date_column_of,
    of_other_date,
    with_years_of_record,
    years_in,
)
from offences.returns.tables.listing_lines import lines_in_doubt
from offences.returns.tables.row_meanings import row_meanings


def is_listing(table: Table, columns: TableColumns, context: LabelMeaning) -> bool:
    """Headings name a year or date and what kind of crime each row is; nothing is a count.

    The words above may give the year, if each row has its number or the victim's age.
    """
    roles = _roles(table, columns)
    dated = any(role in ("year", "date", "part") for role in roles.values())
    classified = any(role in LABEL_KINDS and _is_of_crimes(table, c) for c, role in roles.items())
    titled = _is_of_one_year(context) and not any(_has_days(table, c) for c in columns.labels)
    titled = titled and _looks_like_crimes(table, roles) and _has_numbers_of_rows(table, roles)
    dated = dated or titled
    return bool(table.header) and dated and classified


def _is_of_one_year(context: LabelMeaning) -> bool:
    return bool(context.year and context.year.label and not context.year.part)


def _has_days(table: Table, column: int) -> bool:
    """Whether a column is of days, which may be of other years than the title's, but no births."""
    days = any(parse_day(text) is not None for text in table.texts(column))
    return days and not _BIRTH.search(table.heading(column))


def _has_numbers_of_rows(table: Table, roles: dict[int, str]) -> bool:
    """Whether each row is one crime: it has a number of its own, or the age of a victim."""
    ages = [table.texts(c) for c, role in roles.items() if role == "age"]
    references = [table.texts(c) for c in table.columns() if _heads(table, c, "reference")]
    single = any(len({*texts}) == len(texts) == len(table.body) for texts in references)
    return single or any(texts and all(map(str.isdigit, texts)) for texts in ages)


_BIRTH = re.compile(r"\bbirth(?!day)|\bborn\b|\bd\.?o\.?b\b", re.IGNORECASE)


def _roles(table: Table, columns: TableColumns) -> dict[int, str]:
    """What each column holds: “Recorded” over days or years is when, not what."""
    roles = {column: heading_role(table.heading(column)) for column in columns.labels}
    for column, role in roles.items():
        if role in ("", "offence") and RECORDED.search(table.heading(column)):
            texts = table.texts(column)
            days = sum(parse_day(text) is not None for text in texts)
            dated = sum(bool((year := parse_year(text)) and year.label) for text in texts)
            if dated * 2 > len(texts):
                roles[column] = "date" if days * 2 > len(texts) else "year"
        elif not role and "platform" not in roles.values() and _names_platforms(table, column):
            roles[column] = "platform"
    births = {c: "" for c in roles if _BIRTH.search(table.heading(c))}
    return without_accused(table, with_years_of_record(table, roles | births))


def _names_platforms(table: Table, column: int) -> bool:
    """Whether each cell that says something names a platform: Snapchat under “Method”."""
    named = [text for text in table.texts(column) if text and not is_unknown(text)]
    if DECIDES.fullmatch(table.heading(column)) and len(named) < len(table.body):
        return False  # “None” under “Keyword” may make a row no crime online
    return bool(named) and all(content_role(text) == "platform" for text in named)


def _of_further_offences(table: Table, roles: dict[int, str]) -> list[Problem]:
    """Columns that name offences beside the one by which each row was counted, once."""
    found = []
    for column, role in roles.items():
        heading, texts = table.heading(column), table.texts(column)
        offences = sum(content_role(t) == "offence" for t in texts if not is_unknown(t))
        if not role and _OF_CRIMES.search(heading) and offences * 2 > len(texts):
            place = next(row.number for row in table.body if column in row.cells)
            why = f"“{heading}” names offences too, and each row was counted once, without it."
            more = "Are they further offences, to be counted?"
            address = table.sheet.address(place, column)
            found.append(Problem(table.sheet.name, address, f"{why} {more}", stops=True))
    return found


def unread_list(table: Table, columns: TableColumns) -> list[Problem]:
    """The question about rows that look like crimes, of which nothing says when."""
    roles = _roles(table, columns)
    if not _looks_like_crimes(table, roles):
        return []
    place = table.range().partition(":")[0]
    why = "These rows look like a list of crimes, but no column says when each was recorded."
    more = f"The {len(table.body)} rows were not counted."
    stops = not _is_look_up(table, roles)
    return [Problem(table.sheet.name, place, f"{why} {more}", stops=stops)]


def _looks_like_crimes(table: Table, roles: dict[int, str]) -> bool:
    named = {r for c, r in roles.items() if r in LABEL_KINDS and _is_of_crimes(table, c)}
    offences = [table.texts(c) for c, role in roles.items() if role == "offence"]
    several = len(table.columns()) > 2 or any(len({*texts}) < len(texts) for texts in offences)
    return len(named) > 1 and len(table.body) > 1 and several


def _is_look_up(table: Table, roles: dict[int, str]) -> bool:
    """Whether the rows explain codes, each once, and have no number or age of a crime."""
    columns = table.columns()
    codes = [table.texts(c) for c in columns if _heads(table, c, "code")]
    own = "age" in roles.values() or any(_heads(table, c, "reference") for c in columns)
    each_once = any(len({*texts}) == len(texts) == len(table.body) > 2 for texts in codes)
    return each_once and not own


def _heads(table: Table, column: int, role: str) -> bool:
    return heading_role(table.heading(column)) == role


_OF_CRIMES = re.compile(r"offen[cs]e|crime|\bh\.?o\b|home office|classif", re.IGNORECASE)


def _is_of_crimes(table: Table, column: int) -> bool:
    """A sex, an age, an offence; not the titles in a list of the file's own tables."""
    heading = table.heading(column)
    if heading_role(heading) != "offence" or _OF_CRIMES.search(heading):
        return True
    texts = table.texts(column)
    return sum(content_role(t) == "offence" and not is_title(t) for t in texts) * 2 > len(texts)


def read_listing(
    table: Table, columns: TableColumns, context: LabelMeaning
) -> tuple[list[Observation], list[Problem]]:
    roles = _roles(table, columns)
    problems = keep_one_column(table, roles)
    used = tuple(c for c, role in roles.items() if role in LABEL_KINDS or role == "year")
    date_column = None if "year" in roles.values() else date_column_of(table, roles)
    beside = row_meanings(table, TableColumns(used, ()))
    dated = {date_column} if date_column is not None else set()
    for row in table.header:
        table.roles |= {(row.number, c): "label" for c in row.cells if c in used or c in dated}
    counts: Counter[tuple[str, str, tuple[tuple[str, str], ...]]] = Counter()
    when = next(iter(years_in(roles)), date_column)
    problems += [*_of_further_offences(table, roles), *of_other_date(table, roles, when)]
    problems += rows_in_doubt(table, roles, when, TableColumns(used, ()))
    problems += wrong_totals(table)
    years = _YearsOfRows(table, date_column)
    totals, labels = rows_of_totals(table), dict[int, str]()
    for row in (row for row in table.body if row.number not in totals):
        meaning = context.and_then(beside[row.number])
        label, kind = years.of(row, meaning)
        labels[row.number] = label
        counts[label, kind, meaning.labels] += 1
    problems += lines_in_doubt(table, roles, labels, context)
    problems += [*years.problems, *_of_parts(table, years.parts)]
    problems += _of_quiet_months(table, years.days)
    problems += _undated(table, sum(n for (label, *_), n in counts.items() if not label))
    if date_column is None and "year" not in roles.values():
        problems += _of_title(table, context)
    return [
        Observation(
            None,
            label or None,
            kind or None,
            {role: text for role, text in labels if role in LABEL_KINDS},
            tuple(dict.fromkeys(text for role, text in labels if role not in LABEL_KINDS)),
            count,
        )
        for (label, kind, labels), count in counts.items()
    ], problems


class _YearsOfRows:
    """The year of each crime of a listing, and what its rows show of each year."""

    def __init__(self, table: Table, date_column: int | None) -> None:
        self._table, self._date_column = table, date_column
        self.parts: dict[str, list[str]] = defaultdict(list)  # year → its parts that rows name
        self.days: dict[str, list[date]] = defaultdict(list)  # year → the days of record in it
        self.problems: list[Problem] = []

    def of(self, row: SheetRow, meaning: LabelMeaning) -> tuple[str, str]:
        """The year of a row, by its date if there is a column of dates, and the year's kind."""
        if self._date_column is not None:
            return self._of_date(row, self._date_column)
        if meaning.year is None:
            return "", ""
        if meaning.year.part:
            self.parts[meaning.year.label].append(meaning.year.part)
        return meaning.year.label, meaning.year.kind

    def _of_date(self, row: SheetRow, column: int) -> tuple[str, str]:
        table, text = self._table, row.cells.get(column, "")
        day, month = parse_day(text), parse_year(text) or ReadYear()
        label, kind = (Year.containing(day).label, own_kind()) if day else _of_month(month)
        if column in row.cells:
            table.roles[row.number, column] = "year" if label else "ignored"
        if day is not None:
            self.days[label].append(day)
        elif label:
            self.parts[label].append(month.part)
        else:
            place = table.sheet.address(row.number, column)
            why = "This row has no date of record."
            self.problems.append(Problem(table.sheet.name, place, why))
        return label, kind


def _of_month(month: ReadYear) -> tuple[str, str]:
    """The year of “Apr-22”, and its kind; of more words, nothing."""
    return (month.label, month.kind) if month.part and not month.rest else ("", "")


def _of_title(table: Table, context: LabelMeaning) -> list[Problem]:
    label = context.year.label if context.year else ""
    why = "No column says when each crime was recorded."
    more = f"All were counted in {label}, which words above them name."
    return [Problem(table.sheet.name, table.range().partition(":")[0], f"{why} {more}")]


def _of_parts(table: Table, parts: dict[str, list[str]]) -> list[Problem]:
    """Rows of a quarter or a month are counted with their year, which may not be all there."""
    why = (
        "The rows of {} name parts of it (“{}”): they were counted with the year. Make sure that "
        "the whole year is there."
    )
    named = (why.format(label or "one year", words[0]) for label, words in parts.items())
    return [Problem(table.sheet.name, None, message) for message in named]


def _undated(table: Table, rows: int) -> list[Problem]:
    named = "1 row of this list has" if rows == 1 else f"{rows:,} rows of this list have"
    why = f"{named} no year and cannot be counted. Of which year are they?"
    start = table.range().partition(":")[0]
    return [Problem(table.sheet.name, start, why, stops=True)] if rows else []


_QUIET, _ENOUGH = 3, 12  # so many months without a row, in a year of so many rows


def _of_quiet_months(table: Table, days: dict[str, list[date]]) -> list[Problem]:
    """Years without rows in their first or last months, which may have been sent in part."""
    found = []
    for label, those in sorted(days.items()):
        months = [(day.month - 4) % 12 for day in those]
        quiet = min(months) >= _QUIET or max(months) <= 11 - _QUIET
        if quiet and len(those) >= _ENOUGH:
            span = f"{min(those):%-d %B %Y} to {max(those):%-d %B %Y}"
            message = f"The rows of {label} are only of {span}. Check that the whole year is there."
            found.append(Problem(table.sheet.name, None, message))
    return found
