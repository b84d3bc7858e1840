"""Words over one column of a table, which may be of it alone, or name no counts."""

import re
from collections.abc import Iterator, Sequence

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.label_words import content_role, heading_role
from offences.returns.labels.names_of_codes import may_name_codes
from offences.returns.labels.no_counts import may_be_work
from offences.returns.sheet import LABEL_KINDS, Problem, SheetRow, Table
from offences.returns.tables.columns import TableColumns

_FEW = 4  # words
_NEAR = 2  # rows
_SOME = re.compile(  # “Partial” and “incomplete” are asked about with the parts of a year
    r"\W*(?:committed|reported|flagged|on-?line|off-?line|cyber\w*|internet|provisional|revised"
    r"|estimated?|draft|partly|not complete"
    r"|(?:partial|incomplete)(?= years))"
    r"(?: (?:only|data|figures|numbers|years?))?\W*",
    re.IGNORECASE,
)


def column_words(
    table: Table, columns: TableColumns, lines: Sequence[SheetRow]
) -> Iterator[Problem]:
    """Ask about a line right above the headings that is over the second of its columns or later.

    A title begins at the left, and so do words over all columns that are not merged.
    """
    top = min(row.number for row in (*table.header, *table.body))
    for row in lines:
        if top - row.number > _NEAR or len(row.cells) > 1 or len(columns.data) < 2:
            continue
        (at,) = row.cells
        is_over_one = at in columns.data[1:] and (row.number, at) not in table.sheet.spans
        if is_over_one and _is_of_some(row.text):
            where = table.sheet.address(row.number, at)
            why = f"“{row.text[:60]}” is over one column of this table."
            ask = "Is that column of it, or are all of them?"
            yield Problem(table.sheet.name, where, f"{why} {ask}", stops=True)


def _is_of_some(text: str) -> bool:
    """Whether a few words name a label or which crimes are counted."""
    phrase = plain_text(text)
    if _SOME.fullmatch(phrase):
        return True
    is_few = phrase.count(" ") < _FEW and not heading_role(phrase)
    return is_few and content_role(phrase) in {*LABEL_KINDS} - {"force"}


def maybe_codes(table: Table, columns: TableColumns) -> Iterator[Problem]:
    """Ask about numbers below “Category” or “Beat” beside other counts: they may be codes."""
    counted = table.columns_of_counts()
    named = [c for c in columns.data if c in counted and may_name_codes(table.heading(c))]
    top = table.body[0].number
    for column in named if len(named) < len(counted) else ():
        why = f"The numbers below “{table.heading(column)[:60]}” may be codes."
        where = table.sheet.address(top, column)
        yield Problem(table.sheet.name, where, f"{why} Are they counts of crimes?", stops=True)


def maybe_work(table: Table, columns: TableColumns) -> Iterator[Problem]:
    """Ask once about counts that may be of visits, of hits of a search or of names of apps."""
    counts = [at for at, role in table.roles.items() if role in ("value", "total", "marker")]
    left, top = table.exclusions(), table.body[0].number
    rows = {row for row, _ in counts}
    own = [((top, c), table.heading(c)) for c in sorted({c for _, c in counts})]
    own += [
        ((row.number, c), row.cells[c])
        for row in table.body
        for c in columns.labels
        if row.number in rows and c in row.cells
    ]
    at, text = next(((at, t) for at, t in own if at not in left and may_be_work(t)), (None, ""))
    if at:
        why = f"“{text[:60]}” may be no number of offences. Are these the counts of crimes?"
        yield Problem(table.sheet.name, table.sheet.address(*at), why, stops=True)
