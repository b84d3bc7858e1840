"""Lines and notes that make every year of a table a part of one, or another twelve months."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from offences.returns.checks.part_year_notes import EACH, Place, ask_of_cells
from offences.returns.labels.label_words import clean_label, is_note
from offences.returns.labels.months import names_other_months, parse_months, without_fractions
from offences.returns.labels.part_year_words import (
    YearPart,
    is_whole_year,
    part_named_last,
    part_of_every_year,
)
from offences.returns.labels.year_kinds import month_of_kind
from offences.returns.sheet import Observation, Problem, ReadTable, Table, parse_address
from offences.statistics.years import MONTHS


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
    return read, [*problems, *_months_of_another_year(read)]


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
