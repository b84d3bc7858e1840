"""Cells of which a person sees something else than they hold, or more."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from offences.returns.formats.cell_looks import (
    CHANGED,
    COMMENT,
    NESTED,
    PARTLY_STRUCK,
    STRUCK,
    UNCERTAIN,
    UNSEEN,
)
from offences.returns.sheet import Position, Problem, Sheet

MOST = 5  # cells of one kind that are reported one by one
_QUESTIONS = {
    STRUCK: "“{}” is struck out. Does it still count?",
    PARTLY_STRUCK: "A part of this cell is struck out, and “{}” was read. Is that right?",
    COMMENT: "“{}” has a comment, which was not read. Does it change the figure?",
    UNCERTAIN: "A rule of this sheet may show something else than “{}”. What does a person see?",
    CHANGED: "Tracked changes deleted something here, and “{}” was read. Is that right?",
    NESTED: "A table is within this cell, and was read by itself. Is “{}” all that the cell says?",
    UNSEEN: "This cell looks empty, but its format hides a number. Was it meant to be blank?",
}


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
