"""“2024 Q2” in a file that does not say whether 2024 is a calendar or a financial year."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from offences.returns.labels.years import find_dates
from offences.returns.sheet import Observation, Problem, ReadTable, Sheet

_NUMBERED = re.compile(
    r"\bq(?:uarters?|tr)?\W?[1-4]\b|\bh(?:alf)?\W?[12]\b"
    r"|\b(?:[1-4](?:st|nd|rd|th)|first|second|third|fourth) (?:quarter|qtr|half)",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    r"\bcalendar\b|\bcy\b|\bjan(?:uary)?\.?(?: ?[-–—/&] ?| to | until | and )"
    r"(?:mar(?:ch)?|june?|dec(?:ember)?)\b",
    re.IGNORECASE,
)


def plain_quarters(sheets: Iterable[Sheet], tables: Sequence[ReadTable]) -> Iterator[Problem]:
    """One question for each sheet with numbered quarters or halves of years that may be either."""
    found: dict[str, list[Observation]] = defaultdict(list)
    for table in tables:
        found[table.sheet] += [each for each in table.observations if _is_unclear(each)]
    if not any(found.values()) or any(_CALENDAR.search(text) for text in _texts(sheets)):
        return
    for sheet, (first, *others) in ((name, each) for name, each in found.items() if each):
        part = first.part_words[:60]
        named = part if str(first.year) in part else f"{part} {first.year}"
        why = f"“{named}” is a part of {first.year}, which may be a calendar or a financial year."
        also = tuple(each.cell for each in others if each.cell)
        yield Problem(sheet, first.cell, f"{why} Which is it?", stops=True, also=also)


def _is_unclear(each: Observation) -> bool:
    is_part = each.year_kind == "calendar" and _NUMBERED.search(each.part_words)
    return bool(is_part) and not find_dates(each.part_words)


def _texts(sheets: Iterable[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        yield from (sheet.name, *sheet.lines_above, *sheet.lines_below, *sheet.cells.values())
