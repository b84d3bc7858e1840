"""Words that say nothing of their own in a column of answers: “Number” below “Yes”."""

import re
from collections.abc import Iterator

from offences.returns.labels.label_words import is_generic, is_total
from offences.returns.sheet import Position, Table

_YES = re.compile(r"\W*(?:y|yes|true)\W*", re.IGNORECASE)
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
