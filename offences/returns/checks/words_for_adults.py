"""“Women” and “Men” over counts of children: words for adults, or for everybody of a sex."""

import re
from collections.abc import Iterator, Sequence

from offences.english import and_list
from offences.returns.checks.other_totals import says_young
from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.label_words import sex_of
from offences.returns.sheet import Problem, ReadTable

_ADULT = re.compile(r"\b(?:wo)?m[ae]n\b|\b(?:ladies|gentlemen)\b", re.IGNORECASE)


def words_for_adults(tables: Sequence[ReadTable]) -> Iterator[Problem]:
    """One question for each table with such words, unless a line says that all are young.

    Beside girls or boys they are others than these, whatever it says.
    """
    for table in tables:
        sexes = {each.labels.get("sex", ""): None for each in table.observations}
        adults = [text for text in sexes if _ADULT.search(plain_text(text))]
        beside = any(sex_of(text) for text in sexes if text not in adults)
        if not adults or (says_young(table.titles) and not beside):
            continue
        named = and_list([f"“{text[:60]}”" for text in adults])
        own = (each.cell for each in table.observations if each.labels.get("sex") in adults)
        cells = tuple(cell for cell in own if cell)  # a list has none
        why = f"{named} may be adults. Are these counts of victims under 18?"
        first = cells[0] if cells else None
        yield Problem(table.sheet, first, why, stops=True, also=cells[1:])
