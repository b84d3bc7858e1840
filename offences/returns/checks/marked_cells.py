"""Cells of which a person sees something else than they hold, or more."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from offences.returns.formats.cell_looks import (
    ADDED,
    CHANGED,
    COMMENT,
    COVERED,
    FAINT,
    MONTH,
    NESTED,
    NUMBERED,
    PARTLY_STRUCK,
    STRUCK,
    UNCERTAIN,
    UNSEEN,
)
from offences.returns.labels.cell_counts import (
    NOTE_MARKS,
    RAISED,
    SURE_MARKS,
    counted_part,
    parse_count,
    plain_text,
    without_footnotes,
)
from offences.returns.labels.label_words import (
    content_role,
    heading_role,
    is_generic,
    is_total,
    is_unknown,
)
from offences.returns.labels.note_marks import explains, lowered
from offences.returns.labels.offence_classes import is_with_class
from offences.returns.labels.years import parse_day, parse_year
from offences.returns.sheet import Position, Problem, Sheet
from offences.returns.tables.cell_kinds import is_year_number

MOST = 5  # cells of one kind that are reported one by one
_COUNTS = ("value", "total")
_READ = (*_COUNTS, "marker", "label", "year")
_QUESTIONS = {
    STRUCK: "“{}” is struck out. Does it still count?",
    PARTLY_STRUCK: "A part of this cell is struck out, and “{}” was read. Is that right?",
    COMMENT: "“{}” has a comment, which was not read. Does it change the figure?",
    UNCERTAIN: (
        "A rule or a number format may show something else than “{}”. What does a person see?"
    ),
    CHANGED: "Tracked changes deleted something here, and “{}” was read. Is that right?",
    ADDED: "“{}” was added here with tracked changes, and was read. Is that right?",
    NUMBERED: "Word puts a number into this cell by itself, as in a list. What is seen?",
    NESTED: "A table is within this cell, and was read by itself. Is “{}” all that the cell says?",
    COVERED: "“{}” is merged over cells with something else, which nobody sees. Is that right?",
    FAINT: "“{}” is in letters that nobody sees: white, tiny or on black. Does it count?",
    MONTH: "A person sees the month of “{}” and no day. Are the counts of the month or of a year?",
    UNSEEN: "This cell looks empty, but its format hides a number. Was it meant to be blank?",
}

_ON_EMPTY = "This cell has a comment, which was not read. Does it change the figures beside it?"
_MARKED = re.compile(  # “2019/20 (p)”, “57*”, “22¹”
    r"(.+?)[ ,]*(?:[(\[](?:notes? )?(\d{1,2}|[a-z]{1,2}|[ivx]{1,4})[)\]]"
    rf"|([{NOTE_MARKS}]+|(?<=\d)[pr])|([{RAISED}]+))",
    re.IGNORECASE,
)
_BEFORE_LABEL = re.compile(rf"([{SURE_MARKS}#]+) ?([A-Z].*)", re.IGNORECASE)
_LONGEST = 100
_DIGIT = re.compile(r"(.*\w) ?[(\[](\d)[)\]]")
_ALONE = re.compile(
    rf"[(\[]?(?:notes? )?([a-z]|[ivx]{{1,4}}|[{RAISED}]+|[^\w\s.,:;\'\"=/|()\[\]-])[)\]]?",
    re.IGNORECASE,
)
_OF_MARKS = re.compile(r"(?:foot ?)?notes?|refs?|marks?|symbols?", re.IGNORECASE)


def marks_without_note(
    sheets: Sequence[Sheet], roles: Mapping[str, Mapping[Position, str]]
) -> Iterator[Problem]:
    """Ask about a mark behind or beside a year, label or count that no note explains.

    Of numbers in brackets behind counts and markers, `rest_of_cells` asks.
    """
    found: dict[tuple[str, str], Problem] = {}
    also: dict[tuple[str, str], list[str]] = defaultdict(list)
    marked: set[str] = set()  # the labels with a mark before them, which explain none
    for sheet in sheets:
        beside = _lone_marks(sheet, roles[sheet.name])
        for at, text in sorted(sheet.cells.items()):
            role = roles[sheet.name].get(at, "")
            marked |= {text} if _before_label(text, role) else set()
            before = _mark_before(text, role)
            mark = beside.get(at) or before or _mark_of(text, role) or _digit_of_title(text, role)
            if not mark:
                continue
            place, key = sheet.address(*at), (sheet.name, mark)
            if key in found:
                also[key].append(place)
            else:
                what = "is a mark" if at in beside else "has a mark"
                found[key] = _unexplained(sheet, place, text, what)
        for text in (*sheet.lines_above, *sheet.lines_below):
            if (mark := _digit_of_title(text, "note")) and (sheet.name, mark) not in found:
                found[sheet.name, mark] = _unexplained(sheet, None, text, "has a mark")
    texts = [text for sheet in sheets for text in _notes(sheet)] if found else []
    texts = [text for text in texts if text.partition(" = ")[0] not in marked]
    for key, problem in found.items():
        if not any(explains(key[1], text) for text in texts):
            yield replace(problem, also=tuple(also[key]))


def _unexplained(sheet: Sheet, place: str | None, text: str, what: str) -> Problem:
    why = f"“{text[:60]}” {what} that no note explains. What does it say?"
    return Problem(sheet.name, place, why, stops=True)


def _lone_marks(sheet: Sheet, roles: Mapping[Position, str]) -> dict[Position, str]:
    """The cells with nothing but a mark, in a row of counts and below no heading of their own."""
    found = {
        at: lowered(mark[1]).casefold()
        for at, text in sheet.cells.items()
        if (roles.get(at) not in _READ or _may_be_no_label(text, roles[at]))
        and (mark := _ALONE.fullmatch(plain_text(text)))
    }
    counts = (at for at, role in roles.items() if role in _COUNTS) if found else ()
    rows = {at[0] for at in counts if parse_count(sheet.cells.get(at, ""))}  # no heading “Total”
    in_row = Counter(row for row, _ in sheet.cells)
    headed = {
        column
        for (row, column), text in sheet.cells.items()
        if in_row[row] > 1 and row not in rows and not _OF_MARKS.fullmatch(plain_text(text))
    }
    return {at: mark for at, mark in found.items() if at[0] in rows and at[1] not in headed}


def _may_be_no_label(text: str, role: str) -> bool:
    """Whether a text that was read as a label is none that is known, as “F” is."""
    return role == "label" and not (content_role(text) or is_unknown(text))


def _before_label(text: str, role: str) -> re.Match[str] | None:
    return _BEFORE_LABEL.fullmatch(plain_text(text)) if role in ("label", "total") else None


def _mark_before(text: str, role: str) -> str:
    """The mark before a label: “#Grooming” may be a row that somebody took out."""
    found = _before_label(text, role)
    idle = found is None or heading_role(found[2]) or is_generic(found[2])  # “# offences”
    return "" if idle or found is None else found[1]


def _mark_of(text: str, role: str) -> str:
    """The footnote mark behind a year, a label or a count; empty without one."""
    phrase = plain_text(text)
    found = None if text.isdecimal() or role not in _READ else _MARKED.fullmatch(phrase)
    if not found or (role == "label" and is_with_class(text)):
        return ""
    if role == "year":
        year = parse_year(found[1])
        known = bool(year and year.label) or is_year_number(found[1])
    elif role == "marker" or (role in _COUNTS and counted_part(found[1])):
        part, is_number = counted_part(found[1]), (found[2] or "").isdecimal()
        known = bool(part) and counted_part(text) != phrase.casefold() and not is_number
        known &= not _say_the_same(part, phrase[len(found[1]) :])
    else:  # “victim(s)” are one or more
        known = without_footnotes(phrase) != phrase and not phrase.endswith("(s)")
    mark: str = found[2] or found[3] or lowered(found[4])
    return mark.casefold() if known else ""


def _digit_of_title(text: str, role: str) -> str:
    """The digit behind a line that only says that counts follow: “Offences (6)” may be a count."""
    short = role == "note" and len(text) < _LONGEST
    found = _DIGIT.fullmatch(plain_text(text)) if short else None
    return found[2] if found and (is_generic(found[1]) or is_total(found[1])) else ""


def _say_the_same(part: str, mark: str) -> bool:
    """Whether a mark is the sign for what it is behind: “<5*”, “<5 [c]”."""
    both = [parse_count(part), parse_count(mark)]
    return [each.marker for each in both if each and each.marker] == ["suppressed"] * 2


def _notes(sheet: Sheet) -> Iterator[str]:
    """Every text of a sheet that may be a note, without the marks behind it; two cells as one."""
    rows: dict[int, list[str]] = defaultdict(list)
    for at, text in sorted(sheet.cells.items()):
        rows[at[0]].append(text)
    lines = [*sheet.lines_above, *sheet.lines_below]
    for texts in rows.values():
        pair = [" = ".join(texts)] if len(texts) == 2 else []
        lines += (text for text in texts if not _ALONE.fullmatch(plain_text(text)))
        lines += pair
    for text in lines:
        yield _MARKED.sub(r"\1", text) if _MARKED.fullmatch(text) else text


def _month(text: str) -> int:
    day = parse_day(text)
    return day.month if day else 0


def marked_cells(sheet: Sheet, roles: Mapping[Position, str]) -> Iterator[Problem]:
    """Ask about the cells of tables that are struck out, have a comment or look empty.

    A comment on any other cell of a row or a column with counts may be of them.
    """
    kinds: dict[str, list[Position]] = defaultdict(list)
    counted = [at for at, role in roles.items() if role in (*_COUNTS, "marker")]
    rows, columns = {row for row, _ in counted}, {column for _, column in counted}
    for place, mark in sorted(sheet.marks.items()):
        is_beside = place[0] in rows or place[1] in columns
        if roles.get(place) in _READ or (mark == COMMENT and is_beside):
            kinds[mark].append(place)
    if len({_month(sheet.cells.get(place, "")) for place in kinds[MONTH]}) > 1:
        del kinds[MONTH]  # beside other months, April is no year
    for mark, places in kinds.items():
        more = f" So it is with {len(places) - MOST} more." * (len(places) > MOST)
        for place in places[:MOST]:
            text = sheet.cells.get(place, "")[:60]
            why = _QUESTIONS[mark].format(text) if text or mark != COMMENT else _ON_EMPTY
            yield Problem(sheet.name, sheet.address(*place), f"{why}{more}", stops=True)
