"""Lines that may change what all the numbers of a sheet are, shown once and in one place."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from offences.english import and_list
from offences.returns.labels.label_words import clean_label
from offences.returns.labels.scope_words import (
    has_unread_words,
    is_heading,
    is_reference,
    may_change_counts,
    name_may_change_counts,
    remark_may_change_counts,
)
from offences.returns.labels.years import parse_day, parse_year
from offences.returns.sheet import Position, Problem, ReadTable, Sheet, parse_address

MOST = 6  # sentences of one sheet
ASKED = "Are they still the counts that were asked for?"
_SHOWN = 120
_SHORT = 20  # characters
_SENTENCE = re.compile(r"(?<=[a-z)\d]{3}[.!?;]) (?=[A-Z])|\n")
_READ = ("label", "year", "value", "total", "marker")


def scope_notes(
    sheet: Sheet,
    roles: Mapping[Position, str],
    tables: Sequence[ReadTable],
    asked: Iterable[Problem],
    seen: set[str],
    *,
    beside_others: bool = False,
) -> Iterator[Problem]:
    """A question that shows the sentences nobody was asked about yet; `seen` are those shown.

    `beside_others` says that other sheets of the file have figures, too.
    """
    messages = " ".join(each.message for each in asked)
    labels = {
        text for t in tables for o in t.observations for text in (*o.labels.values(), *o.other)
    }
    parts = {text for at, text in sheet.cells.items() if roles.get(at) == "year" and _is_part(text)}
    if not any(each.cell for table in tables for each in table.observations):
        parts = set()  # in a list each crime has its own day; its years are asked about elsewhere
    found: dict[str, list[str]] = {}  # each with the cells beside a count
    if _is_named(sheet, tables, labels, beside_others) and f"“{sheet.name}" not in messages:
        found[sheet.name] = []
    for text, alone in _lines(sheet, roles, {row for t in tables for row in _rows_of_list(t)}):
        pieces = _SENTENCE.split(text) if clean_label(text) not in labels else ()
        for sentence in map(str.strip, pieces):
            idle = sentence in seen or is_heading(sentence, alone=alone)
            idle = idle or _is_quoted(sentence, messages)
            unread = alone and (has_unread_words(sentence) or text in parts)
            if not idle and (unread or may_change_counts(sentence)):
                found[sentence] = []
    for at, text in _remarks(sheet, roles, tables):
        if not _is_quoted(text, messages) and remark_may_change_counts(text):
            found.setdefault(text, []).append(sheet.address(*at))
    if found:
        first = [*found][:MOST]
        seen.update(first)
        shown = [f"“{each[:_SHOWN]}”{_in_cells(found[each])}" for each in first]
        more = f" Read {len(found) - MOST} more on the sheet." if len(found) > MOST else ""
        what = "These lines" if len(found) > 1 else "This line"
        why = f"{what} may change what the numbers are: {and_list(shown)}.{more}"
        yield Problem(sheet.name, None, f"{why} {ASKED}")


def _in_cells(cells: Sequence[str]) -> str:
    """The first cells of a remark that is beside counts: “ (D2, D5)”."""
    more = ["…"] * (len(cells) > MOST)
    return f" ({', '.join([*cells[:MOST], *more])})" if cells else ""


def _remarks(
    sheet: Sheet, roles: Mapping[Position, str], tables: Iterable[ReadTable]
) -> Iterator[tuple[Position, str]]:
    """The texts beside a count that were read as nothing."""
    rows = {parse_address(o.cell)[0] for t in tables for o in t.observations if o.cell}
    for at, text in sorted(sheet.cells.items()):
        if at[0] in rows and roles.get(at, "note") not in _READ:
            yield at, text


def _is_quoted(sentence: str, messages: str) -> bool:
    """Whether a question shows all of a sentence; one of a few letters may be there by chance."""
    return f"“{sentence}" in messages or (len(sentence) > _SHORT and sentence in messages)


def _is_named(
    sheet: Sheet, tables: Sequence[ReadTable], labels: Collection[str], beside_others: bool
) -> bool:
    """Whether the name of a sheet with figures, which labels none of them, may change them."""
    named = not sheet.in_page and clean_label(sheet.name) not in labels
    of_other = beside_others and is_reference(sheet.name)
    return bool(tables) and named and (of_other or name_may_change_counts(sheet.name))


def _is_part(text: str) -> bool:
    """Whether a line names a part of one year: “2019/20 to December”."""
    year = parse_year(text)
    return bool(year and year.label and year.part and not (year.several or parse_day(year.part)))


def _rows_of_list(table: ReadTable) -> range:
    """The rows of a list of crimes, whose words are about single crimes."""
    if any(each.cell for each in table.observations):
        return range(0)
    first, last = (parse_address(place)[0] for place in table.range.split(":"))
    return range(first, last + 1)


def _lines(
    sheet: Sheet, roles: Mapping[Position, str], listed: set[int]
) -> Iterator[tuple[str, bool]]:
    """The texts of a sheet that were read as nothing, and whether each is alone in its row.

    None of a list of crimes, whose rows have words of their own.
    """
    in_row = Counter(row for row, _ in sheet.cells)
    for at, text in sorted(sheet.cells.items()):
        alone, role = in_row[at[0]] == 1, roles.get(at, "note")
        part = alone and role == "year" and _is_part(text)
        if (role not in _READ or part) and at[0] not in listed:
            yield text, alone
    yield from ((text, True) for text in (*sheet.lines_above, *sheet.lines_below))
