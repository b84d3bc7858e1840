"""Lines and notes that make every year of a table a part of one, or another twelve months."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from offences.returns.checks.part_year_notes import ask_of_cells
from offences.returns.labels.label_words import clean_label, is_note
from offences.returns.labels.months import parse_months
from offences.returns.labels.part_year_words import (
    YearPart,
    is_whole_year,
    part_named_last,
    part_of_every_year,
)
from offences.returns.sheet import Observation, Problem, ReadTable, Table


def with_parts(
    read: ReadTable, table: Table, lines: Iterable[str]
) -> tuple[ReadTable, list[Problem]]:
    """A table whose counts are of the part that a line over it names, or a question about it."""
    headings = (
        text
        for row in table.header
        for at, text in row.cells.items()
        if table.roles.get((row.number, at)) == "label"
    )
    texts, what = [*dict.fromkeys([*lines, *headings])], "Words above this table say"
    read, problems = _apply(read, texts, what)
    for text in (each for each in texts if not part_of_every_year(each)):
        part = part_named_last(text)
        problems += _questions(read, part, what) if part else ()
    return read, problems


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


def _questions(read: ReadTable, part: YearPart, what: str) -> Iterator[Problem]:
    places = [
        (read.sheet, str(each.cell))
        for each in read.observations
        if _is_whole(each) and not is_whole_year(part.words, each.year_kind or "")
    ]
    why = f"{what} “{part.words[:100]}”."
    yield from ask_of_cells(places, why, "Is this count of a whole year?")


def _is_whole(each: Observation) -> bool:
    """Whether a count was read as of a whole year; a list has the days of its crimes."""
    return bool(each.cell and each.year and not each.part_words)
