"""Labels that are answers, yes and no, and words of no meaning of their own among them."""

import re
from collections.abc import Iterator

from offences.returns.labels.label_words import is_generic, is_total
from offences.returns.sheet import Position, Table

_YES = re.compile(r"\W*(?:y|yes|true)\W*", re.IGNORECASE)
_NOT_ONLINE = re.compile(  # “Grooming, online: N”, “Cyber flag = No 2018/19”
    r".*\b(?:on-?line|cyber\w*|internet|digital|flag\w*|marker)\b[^:=\-–(]*[:=\-–( ]\W*"
    r"(?:n|no|false)\b(?! [a-z])[\W\d]*",
    re.IGNORECASE,
)
_NO = re.compile(r"\W*(?:n|no|false)\W*", re.IGNORECASE)


def plain_words(table: Table) -> Iterator[tuple[Position, str]]:
    """The first such word of each column of labels in which others are yes or no.

    Below both of them “Total” is their sum, and below “Yes” alone it may be of all offences.
    """
    # A label may be a “total”, as a count may.
    counted = {at[1] for at, role in table.roles.items() if role in ("value", "marker")}
    for column in table.columns() if counted else ():
        if column in counted or column in table.excluded:
            continue
        texts = {row.number: row.cells[column] for row in table.body if column in row.cells}
        yes, no = (any(map(each.fullmatch, texts.values())) for each in (_YES, _NO))
        for number, text in texts.items() if yes or no else ():
            plain = is_total(text) and not (yes and no)
            if plain or (is_generic(text) and not is_total(text)):
                yield (number, column), f"“{text[:60]}” is in a column of yes and no. Which is it?"
                break


def counts_of_no(table: Table) -> Iterator[tuple[Position, str]]:
    """The first “No” of each column of labels, and of each row of headings with a “Yes”.

    Nothing of “Online flag” is in such a label: its counts may be of what was not asked for. So may
    those of “Online: N”, also in a list of crimes.
    """
    counted = {at for at, role in table.roles.items() if role in ("value", "marker", "total")}
    rows, columns = {row for row, _ in counted}, {column for _, column in counted}
    for column in table.columns():
        for number, text in ((r.number, r.cells.get(column, "")) for r in table.body):
            label = table.roles.get((number, column)) == "label"
            if not label or (counted and column in table.excluded):
                continue
            if (number in rows and _NO.fullmatch(text)) or _NOT_ONLINE.fullmatch(text):
                yield (number, column), _asked(text, table.heading(column))
                break
    for row in table.header:
        texts = {c: text for c, text in row.cells.items() if c in columns}
        yes = any(map(_YES.fullmatch, texts.values()))
        for column, text in texts.items():
            if (yes and _NO.fullmatch(text)) or _NOT_ONLINE.fullmatch(text):
                above = [each for each in table.header if each.number < row.number]
                over = [t for each in above for c, t in each.cells.items() if c <= column]
                yield (row.number, column), _asked(text, over[-1] if over else "")
                break


def _asked(text: str, heading: str) -> str:
    of = f" to “{heading[:60]}”" if heading else ""
    return f"“{text}” is an answer{of}, and its counts were read. Were they asked for?"
