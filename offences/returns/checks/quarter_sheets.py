"""“Q1” to “Q4” as the name of a sheet, a line or a corner, over counts of whole years.

They are of a quarter, or the answer to a question with that number.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.label_words import content_role, is_total
from offences.returns.labels.years import find_dates
from offences.returns.sheet import (
    Observation,
    Problem,
    ReadTable,
    Sheet,
    is_list,
    parse_address,
    rows_of,
)

_QUARTER = re.compile(
    r"\W*q(?:t?r)?\W*(?P<number>[1-4])(?:\W+(?:data|figures|counts|return|sheet|tab|final|v?\d))*\W*",
    re.I,
)
_QUESTION = re.compile(  # of more than there are quarters, or with a letter: “Q5”, “Q2b”
    r"\W*(?:question\W*\d|q\W*(?:[5-9]|[1-9]\d|\d ?[a-z]\b)"
    r"|q\W*\d\W+(?:and|&|,|to)\W*q?\W*[5-9]).*",
    re.IGNORECASE,
)
_WHOLE_YEARS = re.compile(r"\W*(?:financial|fiscal|calendar) years?\W*", re.IGNORECASE)
_ASK = "Are they of that quarter, or the answer to a question with that number?"
_NUMBER = re.compile(r"(?:q(?:uestion)?\.? ?)[1-9]\d?[a-z]?\W+(?=[a-z]{3})", re.IGNORECASE)


def quarter_sheets(sheets: Sequence[Sheet], tables: Sequence[ReadTable]) -> Iterator[Problem]:
    """Ask about each such sheet, unless its file numbers questions or each has axes of its own."""
    read = {each.name: _QUARTER.fullmatch(each.name) for each in sheets if not each.in_page}
    numbers = {name: found["number"] for name, found in read.items() if found}
    named = [each for each in sheets if each.name in numbers]
    whole: dict[str, list[ReadTable]] = {each.name: [] for each in named}
    for table in tables:
        if table.sheet in whole and any(o.year and not o.part_words for o in table.observations):
            whole[table.sheet].append(table)
    if any(_QUESTION.fullmatch(plain_text(each.name)) for each in sheets) or _differ(whole):
        return
    if [*numbers.values()] == ["1"]:
        return  # the first question, and there was no other
    for sheet in named:
        if len(named) == 1 and any(map(_WHOLE_YEARS.fullmatch, sheet.cells.values())):
            return  # “Financial year” over its years, and no other quarter
        asked = any(_NUMBER.match(plain_text(text)) for text in sheet.cells.values())
        if whole[sheet.name] and not asked:
            why = f"The counts of “{sheet.name}” were read as of whole years."
            yield Problem(sheet.name, None, f"{why} {_ASK}", stops=True)


_MARK = re.compile(r"\W*q(?:t?r)?\W?(?P<number>[1-4])\W*", re.IGNORECASE)


def quarter_lines(
    sheets: Sequence[Sheet], tables: Sequence[ReadTable], problems: Sequence[Problem]
) -> Iterator[Problem]:
    """Ask about each table with such a line over it or such a corner, unless it was asked about.

    “Q1” alone is the first question, and there was no other.
    """
    named = {sheet.name: (sheet, _marks_on(sheet)) for sheet in sheets}
    ends: dict[str, int] = {}
    marked: dict[str, list[ReadTable]] = {}
    asked: list[Problem] = []
    for table in tables:
        text = _mark_of(*named[table.sheet], table, ends.get(table.sheet, 0))
        ends[table.sheet] = rows_of(table)[-1]
        found = _MARK.fullmatch(plain_text(text))
        if found and not is_list(table):
            marked.setdefault(found["number"], []).append(table)
            first = next(o.cell for o in table.observations if o.cell)
            why = f"“{text}” is over these counts, which were read as of whole years."
            asked.append(Problem(table.sheet, first, f"{why} {_ASK}", stops=True))
    numbered = any(map(_numbers_question, _texts(sheets))) if marked else True
    shown = " ".join(each.message for each in problems if each.stops)
    if not (numbered or _differ(marked) or [*marked] == ["1"]):
        yield from (each for each in asked if each.message.partition("” ")[0] not in shown)


def _marks_on(sheet: Sheet) -> list[tuple[int, int, str, bool]]:
    """The row, the column and the text of each such cell, and whether it is alone in its row."""
    found = [(at, t) for at, t in sheet.cells.items() if _MARK.fullmatch(plain_text(t))]
    cells = Counter(row for row, _ in sheet.cells) if found else Counter[int]()
    return [(row, column, text, cells[row] == 1) for (row, column), text in sorted(found)]


def _mark_of(
    sheet: Sheet, marks: Iterable[tuple[int, int, str, bool]], table: ReadTable, end: int
) -> str:
    """The text that is such a line above a table of whole years, or its corner; none if empty."""
    counts = [parse_address(each.cell) for each in table.observations if each.cell]
    if not counts or not any(o.cell and o.year and not o.part_words for o in table.observations):
        return ""
    first, left = min(row for row, _ in counts), min(column for _, column in counts)
    lines = [text for text in sheet.lines_above if _MARK.fullmatch(plain_text(text))]
    above = [
        text for row, column, text, alone in marks if end < row < first and (alone or column < left)
    ]
    return ["", *lines, *above][-1]


def _numbers_question(text: str) -> bool:
    phrase = plain_text(text)
    is_number = _QUESTION.fullmatch(phrase) or _NUMBER.match(phrase)
    return bool(is_number) and not find_dates(phrase)


def _texts(sheets: Iterable[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        yield from (sheet.name, *sheet.lines_above, *sheet.lines_below, *sheet.cells.values())


def _differ(tables: Mapping[str, Sequence[ReadTable]]) -> bool:
    """Whether each of several sheets has other axes or labels, as answers to questions do.

    Quarters of one count would have the same: offences in the one, and offences by age in the next.
    """
    sheets = [[o for table in each for o in table.observations] for each in tables.values()]
    own = [(_axes(each), _kinds(each)) for each in sheets if each]
    return len(own) > 1 and not any(
        axes == others and (kinds & more or not (kinds or more))
        for (axes, kinds), (others, more) in combinations(own, 2)
    )


def _axes(counts: Iterable[Observation]) -> set[str]:
    return {role for each in counts for role in each.labels} - {"force"}


def _kinds(counts: Sequence[Observation]) -> set[str]:
    """What the labels of a sheet are of, or their words; a line over all its counts is none."""
    over = set(counts[0].other).intersection(*(each.other for each in counts))
    known = {text for each in counts for role, text in each.labels.items() if role != "force"}
    others = {text for each in counts for text in each.other if not is_total(text)}
    return {_kind(text) for text in known | (others - over)}


def _kind(text: str) -> str:
    return content_role(text) or text.casefold()
