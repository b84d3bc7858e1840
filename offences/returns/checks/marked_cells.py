"""Cells of which a person sees something else than they hold, or more."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from offences.returns.formats.cell_looks import (
    CHANGED,
    COMMENT,
    NESTED,
    PARTLY_STRUCK,
    STRUCK,
    UNCERTAIN,
    UNSEEN,
)
from offences.returns.labels.cell_counts import parse_count, plain_text
from offences.returns.sheet import Position, Problem, Sheet

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
    UNSEEN: "This cell looks empty, but its format hides a number. Was it meant to be blank?",
}

_BRACKETED = re.compile(r"(.+?)[ ,]*[(\[](\d{1,2})[)\]]")  # “28 (31)”
_NOTE = re.compile(  # “(1) Includes…”, “Note 1”, “1. Includes…”, “1 Includes one crime”
    r"(?:[(\[](?:notes? ?)?|notes? ?)(\d{1,2})\b|(\d{1,2}) ?[.):=–-] ?[a-z].{9}"
    r"|(\d{1,2}) [a-z]+ \w+ \w+ \w",
    re.IGNORECASE,
)


def unexplained_marks(
    sheet: Sheet, roles: Mapping[Position, str], notes: Iterable[Position]
) -> Iterator[Problem]:
    """Ask about a number in brackets behind a count, of which the sheet has no note.

    `notes` are the cells with nothing but the number of the note beside them.
    """
    texts = [*(t for at, t in sheet.cells.items() if roles.get(at) not in _READ)]
    found = filter(None, map(_NOTE.match, [*texts, *sheet.lines_above, *sheet.lines_below]))
    known = {next(filter(None, each.groups())) for each in found}
    known |= {sheet.cells[at] for at in notes if at in sheet.cells}
    for place, text in sorted(sheet.cells.items()):
        mark = _BRACKETED.fullmatch(plain_text(text)) if roles.get(place) in _COUNTS else None
        if mark and mark[2] not in known and (count := parse_count(mark[1])):
            why = (
                f"“{text[:60]}” has a number in brackets that no note explains. Which is the count?"
            )
            if count.value is not None:
                yield Problem(sheet.name, sheet.address(*place), why, stops=True)


def marked_cells(sheet: Sheet, roles: Mapping[Position, str]) -> Iterator[Problem]:
    """Ask about the cells of tables that are struck out, have a comment or look empty."""
    kinds: dict[str, list[Position]] = defaultdict(list)
    for place, mark in sorted(sheet.marks.items()):
        if roles.get(place) in ("value", "marker", "total", "label", "year"):
            kinds[mark].append(place)
    for mark, places in kinds.items():
        more = f" So it is with {len(places) - MOST} more." * (len(places) > MOST)
        for place in places[:MOST]:
            why = _QUESTIONS[mark].format(sheet.cells.get(place, "")[:60])
            yield Problem(sheet.name, sheet.address(*place), f"{why}{more}", stops=True)
