"""Numbers that stand for something else, by a note: “999 = not available”, “shown as 5”."""

import re
from collections.abc import Iterator, Mapping, Sequence

from offences.returns.checks.legends import unread_texts
from offences.returns.sheet import Observation, Position, Problem, ReadTable, Sheet

# Of zero it is asked elsewhere whether it is one.
_NUMBER = r"[\"'“‘]?(?P<number>[1-9]\d{0,5})[\"'”’]?(?![\d/%.,-]*\d)"
_MEANS = (  # no colon: “1: provisional” is a footnote
    r"(?:=|means?\b|denotes?\b|stands? for\b|indicates?\b|represents?\b|signifies\b"
    r"|(?:is|was|has been) (?:used|entered|put|shown|given|recorded|typed)\b)"
)
_SHOWN = (
    r"\b(?:shown|given|recorded|displayed|entered|replaced|marked|coded|reported|rounded|changed|set"
    r"|represented|denoted|indicated)\s+(?:as|by|with|up to|to)\s+(?:an?\s+)?"
)
_BEGINS = r"(?:^|[;|(]\s*|\bwhere\s+|\ba\s+(?:value|figure|count|number) of\s+)"
_IS_MARK = [
    re.compile(rf"{_BEGINS}{_NUMBER}\s*{_MEANS}", re.IGNORECASE),
    re.compile(rf"{_SHOWN}{_NUMBER}(?!\s*\w)", re.IGNORECASE),
]


def numbers_as_marks(
    sheets: Sequence[Sheet],
    roles: Mapping[str, Mapping[Position, str]],
    tables: Sequence[ReadTable],
    asked: Sequence[Problem],
) -> Iterator[Problem]:
    """Ask about the first count that is a number of which a note says what it stands for."""
    first = {each.value: (table.sheet, each) for table, each in reversed([*_counts(tables)])}
    known = " ".join(each.message for each in asked if each.stops)
    texts = [text for sheet in sheets for text in unread_texts(sheet, roles[sheet.name])]
    texts += [text for table in tables for text in table.titles]
    for text in dict.fromkeys(texts):
        for number in {int(found["number"]) for p in _IS_MARK for found in p.finditer(text)}:
            if number in first and text[:60] not in known:
                name, count = first[number]
                why = f"A note says “{text[:100]}”. Is the {number} here a count?"
                yield Problem(name, count.cell, why, stops=True)


def _counts(tables: Sequence[ReadTable]) -> Iterator[tuple[ReadTable, Observation]]:
    return ((t, o) for t in tables for o in t.observations if o.cell and o.value is not None)
