"""The numbers of a cell beside what was read of it, whatever it holds: each is asked about."""

import re
from collections.abc import Iterable, Iterator, Mapping

from offences.returns.labels.cell_counts import counted_part, parse_count, plain_text
from offences.returns.labels.note_marks import BEGINS_NOTE, lowered
from offences.returns.labels.open_counts import leaves_count
from offences.returns.sheet import Position, Problem, Sheet

_COUNTS = ("value", "total", "marker")
_READ = (*_COUNTS, "label", "year")
_IN_BRACKETS = re.compile(r"[(\[](\d{1,2})[)\]]")  # “28 (31)”
_NOTE = re.compile(  # “(1) Includes…”, “Note 1”, “1. Includes…”, “1 Includes one crime”
    r"(?:[(\[](?:notes? ?)?|notes? ?)(\d{1,2})\b|(\d{1,2}) ?[.):=–-] ?[a-z].{9}"
    rf"|(\d{{1,2}}) (?:[a-z]+ \w+ \w+|{BEGINS_NOTE}) \w",
    re.IGNORECASE,
)
_OF_LAW = re.compile(  # “section 40(2) and 31(1)(a)”; no section has ten subsections
    r"\b(?:sections?|sec|sect|ss?)\.? ?\d{1,3}[a-z]?(?: ?\((?:\d[a-z]?|[a-z]{1,3})\))*"
    r"(?:(?: ?[/,&+]| and| or)+ ?(?:ss?\.? ?)?\d{1,2}(?: ?\((?:\d[a-z]?|[a-z]{1,3})\))*)*"
)


def rest_of_cells(
    sheet: Sheet, roles: Mapping[Position, str], notes: Iterable[Position]
) -> Iterator[Problem]:
    """Ask about a number that is left of a cell, and that is no note's and no law's.

    `notes` are the cells with nothing but the number of the note beside them.
    """
    texts = [*(t for at, t in sheet.cells.items() if roles.get(at) not in _READ)]
    texts += [*sheet.lines_above, *sheet.lines_below]
    found = filter(None, map(_NOTE.match, map(lowered, texts)))
    known = {next(filter(None, each.groups())) for each in found}
    known |= {sheet.cells[at] for at in notes if at in sheet.cells}
    for place, text in sorted(sheet.cells.items()):
        if text.isdecimal() or roles.get(place) not in _COUNTS or not (part := counted_part(text)):
            continue
        why = ""
        before, _, behind = plain_text(text).casefold().partition(part)
        if {*_IN_BRACKETS.findall("" if before else behind)} - known:
            why = "has a number in brackets that no note explains. Which is the count?"
        elif _has_number_in_words(part):
            why = "says why there is no count, and has a number. Is it a count?"
        if why:
            why = f"“{text[:60]}” {why}"
            yield Problem(sheet.name, sheet.address(*place), why, stops=True)


def _has_number_in_words(part: str) -> bool:
    """Whether words in a count's place have a number besides their limit: “not held for 12”."""
    count = parse_count(part)
    if count is None or count.value is not None or count.high is not None:
        return False
    return leaves_count(_OF_LAW.sub("~", part))
