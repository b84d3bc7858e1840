"""Cells of which a person sees something else than they hold, or more."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from offences.returns.formats.cell_looks import (
    CHANGED,
    COMMENT,
    COVERED,
    FAINT,
    MONTH,
    NESTED,
    PARTLY_STRUCK,
    STRUCK,
    UNCERTAIN,
    UNSEEN,
)
from offences.returns.labels.cell_counts import (
    RAISED,
    counted_part,
    parse_count,
    plain_text,
    without_footnotes,
)
from offences.returns.labels.label_words import content_role, is_unknown
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
    NESTED: "A table is within this cell, and was read by itself. Is “{}” all that the cell says?",
    COVERED: "“{}” is merged over cells with something else, which nobody sees. Is that right?",
    FAINT: "“{}” is in letters that nobody sees: white, tiny or on black. Does it count?",
    MONTH: "A person sees the month of “{}” and no day. Are the counts of the month or of a year?",
    UNSEEN: "This cell looks empty, but its format hides a number. Was it meant to be blank?",
}

_RAISED = re.compile(rf"[{RAISED}]+")
_MARKED = re.compile(  # “2019/20 (p)”, “57*”, “22¹”
    r"(.+?)[ ,]*(?:[(\[](?:notes? )?(\d{1,2}|[a-z]{1,2}|[ivx]{1,4})[)\]]|([*†‡§^#~]+)"
    rf"|([{RAISED}]+))",
    re.IGNORECASE,
)
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
    for sheet in sheets:
        beside = _lone_marks(sheet, roles[sheet.name])
        for at, text in sorted(sheet.cells.items()):
            mark = beside.get(at) or _mark_of(text, roles[sheet.name].get(at, ""))
            if mark and (sheet.name, mark) not in found:
                what = "is a mark" if at in beside else "has a mark"
                why = f"“{text[:60]}” {what} that no note explains. What does it say?"
                new = Problem(sheet.name, sheet.address(*at), why, stops=True)
                found[sheet.name, mark] = new
    texts = [text for sheet in sheets for text in _notes(sheet)] if found else []
    for (_, mark), problem in found.items():
        if not any(_explains(mark, text) for text in texts):
            yield problem


def _lone_marks(sheet: Sheet, roles: Mapping[Position, str]) -> dict[Position, str]:
    """The cells with nothing but a mark, in a row of counts and below no heading of their own."""
    found = {
        at: _lowered(mark[1]).casefold()
        for at, text in sheet.cells.items()
        if (roles.get(at) not in _READ or _may_be_no_label(text, roles[at]))
        and (mark := _ALONE.fullmatch(plain_text(text)))
    }
    rows = {row for (row, _), role in roles.items() if role in _COUNTS} if found else set()
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


def _mark_of(text: str, role: str) -> str:
    """The footnote mark behind a year, a label or a count; empty without one."""
    phrase = plain_text(text)
    found = None if text.isdecimal() or role not in _READ else _MARKED.fullmatch(phrase)
    if not found:
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
    mark: str = found[2] or found[3] or _lowered(found[4])
    return mark.casefold() if known else ""


def _say_the_same(part: str, mark: str) -> bool:
    """Whether a mark is the sign for what it is behind: “<5*”, “<5 [c]”."""
    both = [parse_count(part), parse_count(mark)]
    return [each.marker for each in both if each and each.marker] == ["suppressed"] * 2


def _notes(sheet: Sheet) -> Iterator[str]:
    """Every text of a sheet that may be a note, without the marks behind it; two cells as one."""
    rows: dict[int, list[str]] = defaultdict(list)
    for at, text in sorted(sheet.cells.items()):
        rows[at[0]].append(text)
    for texts in rows.values():
        pair = [" = ".join(texts)] if len(texts) == 2 else []
        words = (text for text in texts if not _ALONE.fullmatch(plain_text(text)))
        for text in (*words, *pair):
            yield _MARKED.sub(r"\1", text) if _MARKED.fullmatch(text) else text
    yield from (*sheet.lines_above, *sheet.lines_below)


def _explains(mark: str, text: str) -> bool:
    """Whether a text begins with a mark, says what it equals, or names it in brackets."""
    raised = _RAISED.match(text.strip())
    if raised and _lowered(raised[0]) == mark:
        return True
    phrase = _lowered(plain_text(text)).casefold()
    if not mark.isalnum():
        return mark in phrase and any(map(str.isalpha, phrase))
    own = re.escape(mark)
    named = rf"[(\[](?:notes? )?{own}[)\]]|\b{own} ?="
    named += rf"|(?:^|[;:,.] ?)(?:notes? )?{own} ?(?:[=:)]|[.–-](?! ?\d))"  # no “1-4”
    return bool(re.search(named, phrase)) or bool(re.match(rf"{own} [a-z]+ \w+ \w", phrase))


def _lowered(text: str) -> str:
    """A text whose raised figures and letters are written as any other: “¹” is 1."""
    return _RAISED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def _month(text: str) -> int:
    day = parse_day(text)
    return day.month if day else 0


def marked_cells(sheet: Sheet, roles: Mapping[Position, str]) -> Iterator[Problem]:
    """Ask about the cells of tables that are struck out, have a comment or look empty."""
    kinds: dict[str, list[Position]] = defaultdict(list)
    for place, mark in sorted(sheet.marks.items()):
        if roles.get(place) in ("value", "marker", "total", "label", "year"):
            kinds[mark].append(place)
    if len({_month(sheet.cells.get(place, "")) for place in kinds[MONTH]}) > 1:
        del kinds[MONTH]  # beside other months, April is no year
    for mark, places in kinds.items():
        more = f" So it is with {len(places) - MOST} more." * (len(places) > MOST)
        for place in places[:MOST]:
            why = _QUESTIONS[mark].format(sheet.cells.get(place, "")[:60])
            yield Problem(sheet.name, sheet.address(*place), f"{why}{more}", stops=True)
