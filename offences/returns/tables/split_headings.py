"""Headings written over two rows of cells: “2018/” above “2019”, “10 to” above “12”."""

import re
from dataclasses import replace

from offences.returns.labels.label_words import content_role, heading_role
from offences.returns.labels.years import parse_year
from offences.returns.sheet import Sheet
from offences.returns.tables.cell_kinds import is_year_number, names_year

_GOES_ON = re.compile(r".*\w ?(?:/|-|\N{EN DASH}|&| to| and)", re.IGNORECASE)
_BEGUN = re.compile(r"[/\N{EN DASH}-] ?\d{2}(?:\d\d)?")  # “/21” below “2020”
_AGE = re.compile(r"\d+")


def join_split_headings(sheet: Sheet) -> Sheet:
    """The sheet with such headings in the lower of their cells.

    A row goes on in the next if each of its open headings does, and the next has little else; what
    comes of it has to be a year or a band of ages. A row with a label of its own is one of counts.
    """
    rows: dict[int, dict[int, str]] = {}
    for (row, column), text in sheet.cells.items():
        rows.setdefault(row, {})[column] = text
    cells = dict(sheet.cells)
    for number, upper in rows.items():
        lower = rows.get(number + 1, {})
        is_open = {c for c, text in upper.items() if _is_open(text, lower.get(c, ""))}
        is_merged = any((number, column) in sheet.spans for column in upper)
        if is_merged or not (is_open and is_open <= lower.keys() <= upper.keys()):
            continue
        whole = [text for column, text in lower.items() if column not in is_open]
        if any(content_role(text) and not heading_role(text) for text in whole):
            continue
        # Below headings of its own, the upper row stays, so that there is no gap.
        moved = is_open if len(rows.get(number - 1, {})) > 1 else upper.keys()
        joined = {c: _join(upper[c], lower[c]) if c in lower else upper[c] for c in moved}
        if len(is_open) * 2 >= len(lower) and all(_is_whole(joined[c]) for c in is_open):
            cells |= {(number + 1, column): text for column, text in joined.items()}
            for column in joined:
                del cells[number, column]
    return replace(sheet, cells=cells) if cells != sheet.cells else sheet


def _is_open(upper: str, lower: str) -> bool:
    dated = is_year_number(upper) and bool(_BEGUN.fullmatch(lower))
    return dated or bool(_GOES_ON.fullmatch(upper))


def _join(upper: str, lower: str) -> str:
    whole = upper.endswith("/") or _BEGUN.fullmatch(lower)
    return upper + lower if whole else f"{upper} {lower}"


def _is_whole(text: str) -> bool:
    """Whether a joined heading is a year, or ages that rise: “18- 13” is no band."""
    year = parse_year(text)
    rest = year.rest if year and year.label else text
    if content_role(rest) == "age":
        ages = [int(age) for age in _AGE.findall(rest)[-2:]]
        return ages == sorted(ages)
    return names_year(text)
