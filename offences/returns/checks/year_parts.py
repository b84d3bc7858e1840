"""Lines and notes that make every year of a table a part of one, or another twelve months."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from offences.returns.checks.part_year_notes import EACH, Place, ask_of_cells
from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.label_words import clean_label, is_note
from offences.returns.labels.months import names_other_months, parse_months, without_fractions
from offences.returns.labels.part_year_words import (
    YearPart,
    is_whole_year,
    months_of_part,
    names_part_alone,
    part_named_last,
    part_of_every_year,
)
from offences.returns.labels.year_kinds import month_of_kind
from offences.returns.labels.years import parse_day, parse_year
from offences.returns.sheet import Observation, Problem, ReadTable, SheetRow, Table, parse_address
from offences.statistics.years import MONTHS

_DAY = re.compile(r"(?<![hq])(?<![hq] )(?<!quarter )(?<!half )\d", re.IGNORECASE)
_QUARTER = re.compile(r"q ?[1-4]", re.IGNORECASE)
_ONLY = re.compile(r" (?:only|data|figures|numbers|counts)", re.IGNORECASE)
_FEW = 6  # words


def with_parts(
    read: ReadTable, table: Table, lines: Iterable[str], above: Iterable[SheetRow]
) -> tuple[ReadTable, list[Problem], set[str]]:
    """A table whose counts are of the part that a line over it names, or a question about it.

    A line of the rows `above` that stands over some of the columns is of those: it is given back.
    """
    headings = (
        text
        for row in table.header
        for at, text in row.cells.items()
        if table.roles.get((row.number, at)) == "label"
    )
    columns = {parse_address(each.cell)[1] for each in read.observations if each.cell}
    placed = [*_parts_in_columns(table, above, columns)]
    of_columns = {text for text, _ in placed}
    texts = [each for each in dict.fromkeys([*lines, *headings]) if each not in of_columns]
    what = "Words above this table say"
    read, problems = _apply(read, texts, what)
    for text in (each for each in texts if not part_of_every_year(each)):
        is_part = text != table.sheet.name and _names_months(text)
        part = YearPart(text, certain=False) if is_part else part_named_last(text)
        problems += _questions(read, part, what) if part else ()
    for text, own in placed:
        year, part = parse_year(text), YearPart(text, certain=False)
        # A month of another year may be the date of a letter.
        known = {each.year for each in read.observations}
        most = EACH if not (year and year.label) or year.label in known else 0
        # Over the first column it may be of that one, of all of them, or of no year.
        most = most if own.start > min(columns) else 0
        problems += _questions(read, part, "The line over this column says", own, most)
    return read, [*problems, *_months_of_another_year(read)], of_columns


def _names_months(text: str) -> bool:
    """Whether a text is a part of a year alone: “Apr”, “(Q1)”, “YTD”; “Q1” may be a question’s.

    “July 2019” may be the date of a letter, and “06-Oct” an age.
    """
    phrase, year = _bare(text), parse_year(text)
    if (year and year.label) or _QUARTER.match(text) or _DAY.search(text):
        return False
    months = months_of_part(phrase, "", "financial") is not None
    return phrase.casefold() == "ytd" or (months and not is_whole_year(phrase, "financial"))


def _bare(text: str) -> str:
    return plain_text(text).strip(" ()[]:.*")


def _parts_in_columns(
    table: Table, above: Iterable[SheetRow], columns: Collection[int]
) -> Iterator[tuple[str, range]]:
    """Each part of a year in a cell over the columns of counts, with the columns it is over.

    “Q1” over the labels is a question’s number, and over the first counts a quarter.
    """
    first = min(columns, default=0)
    for row in above:
        for at, text in row.cells.items():
            # Over the first column, words of every year are of all; a date may be a letter’s.
            year = parse_year(text)
            of_all = at == first and (part_of_every_year(text) or (year and year.label))
            if min(table.columns()) < first <= at and not of_all and _names_part_of_column(text):
                spans = table.sheet.spans.get((row.number, at))
                behind = min((c for c in row.cells if c > at), default=max(columns) + 1)
                yield text, range(at, spans[1] + 1 if spans else behind)


def _names_part_of_column(text: str) -> bool:
    """Whether a text over a column is a part of a year: “Q1 only”, “Apr-Sep 2018”, “part year”."""
    phrase, year = _ONLY.sub("", _bare(text)), parse_year(text)
    if _QUARTER.fullmatch(phrase) or _names_months(text):
        return True
    is_part = names_part_alone(phrase) or part_of_every_year(text) or (year and year.part)
    return bool(is_part) and phrase.count(" ") < _FEW and not parse_day(phrase)


def _months_of_another_year(read: ReadTable) -> Iterator[Problem]:
    """Ask about months that go on past the end of the year that they are under: Jan to Dec.

    So of a quarter with the months of another: “Q1 (Jan-Mar)” under 2018/19.
    """
    lines: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    others: dict[str, list[Place]] = defaultdict(list)
    for each in read.observations:
        own = without_fractions(each.part_words).replace(each.year or "", "")
        if each.cell and each.months and each.year and not any(map(str.isdigit, own)):
            if names_other_months(each.part_words, each.months, each.year_kind or ""):
                why = f"“{each.part_words[:60]}” is no such part of {each.year}."
                others[why].append((read.sheet, each.cell))
                continue
            row, column = parse_address(each.cell)
            size = (each.months[1] - each.months[0]) % 12
            for way, line in (("across", row), ("down", column)):
                lines[way, line, each.year, each.year_kind, size].append(each)
    most = EACH if sum(map(len, others.values())) <= EACH else 1
    ask = "Of which year are its counts?"
    for why, places in others.items():
        yield from ask_of_cells(places, why, ask, ask, most)
    yield from _months_past_end(read, lines.values())


def _months_past_end(read: ReadTable, lines: Iterable[list[Observation]]) -> Iterator[Problem]:
    """One question about each year whose months are in another order than its own."""
    asked: dict[str, None] = {}
    for found in lines:
        parts = [*dict.fromkeys(each.months for each in found if each.months)]
        begins = month_of_kind(found[0].year_kind or "")
        if begins and _go_past_end([first for first, _ in parts], begins):
            months = f"{MONTHS[parts[0][0] - 1]} to {MONTHS[parts[-1][1] - 1]}"
            why = f"The months under {found[0].year} are in the order of {months}."
            ask = f"Are they of {found[0].year}, which begins in {MONTHS[begins - 1]}?"
            asked[f"{why} {ask}"] = None
    for why in asked:
        yield Problem(read.sheet, None, why, stops=True)


def _go_past_end(firsts: Sequence[int], begins: int) -> bool:
    """Whether months that follow each other have the first of a year behind its last."""
    steps = [(after - before) % 12 for before, after in pairwise(firsts)]
    places = [(month - begins) % 12 for month in firsts]
    return sum(steps) < 12 and any(after < before for before, after in pairwise(places))


def with_noted_parts(
    found: list[ReadTable], notes: Iterable[str]
) -> tuple[list[ReadTable], list[Problem]]:
    """The tables of a sheet whose notes, of no table alone, name a part of every year."""
    texts = [*notes]
    both = [_apply(read, texts, "A note says") for read in found]
    return [read for read, _ in both], [each for _, asked in both for each in asked]


def of_notes_elsewhere(tables: Iterable[ReadTable], notes: Iterable[str]) -> Iterator[Problem]:
    """Ask whether a part that a sheet of notes gives to every year is that of other sheets."""
    parts = [*filter(None, map(part_of_every_year, notes))]
    for read in tables:
        for part in parts:
            yield from _questions(read, part, "A note says")


def of_table_before(read: ReadTable, lines: Iterable[str]) -> Iterator[Problem]:
    """Ask whether notes between two tables are of the first, too."""
    for text in lines:
        if is_note(text) and (part := part_of_every_year(text)):
            yield from _questions(read, part, "A note below says")


def _apply(read: ReadTable, texts: list[str], what: str) -> tuple[ReadTable, list[Problem]]:
    problems: list[Problem] = []
    for part in filter(None, map(part_of_every_year, texts)):
        if part.certain:
            read = replace(read, observations=tuple(_of_part(o, part) for o in read.observations))
        else:
            problems += _questions(read, part, what)
    return read, problems


def _of_part(each: Observation, part: YearPart) -> Observation:
    if not _is_whole(each):
        return each
    kind = each.year_kind or ""
    if is_whole_year(part.words, kind):
        return each
    months = parse_months(part.words, kind)
    words = clean_label(part.words)
    other = tuple(dict.fromkeys([*each.other, words]))
    return replace(each, months=months, part_words=words, other=other)


def _questions(
    read: ReadTable,
    part: YearPart,
    what: str,
    columns: Collection[int] | None = None,
    most: int = EACH,
) -> Iterator[Problem]:
    """Ask whether the counts, of all columns or of some, are of a whole year."""
    places = [
        (read.sheet, str(each.cell))
        for each in read.observations
        if _is_whole(each) and not is_whole_year(part.words, each.year_kind or "")
        if columns is None or parse_address(str(each.cell))[1] in columns
    ]
    why = f"{what} “{part.words[:100]}”."
    yield from ask_of_cells(places, why, "Is this count of a whole year?", most=most)


def _is_whole(each: Observation) -> bool:
    """Whether a count was read as of a whole year; a list has the days of its crimes."""
    return bool(each.cell and each.year and not each.part_words)
