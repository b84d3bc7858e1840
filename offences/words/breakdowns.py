"""The words on a breakdown: how many of its parts are known, and why some are not shown."""

from collections.abc import Sequence

from offences.english import counted, number, quantity
from offences.statistics.cells import Cell, Range
from offences.statistics.years import Year
from offences.words.charity import charity

WHAT = {"age": "age", "sex": "sex", "platform": "platform", "offence": "offence"}
"""What is known or not of a case, by the kind of a breakdown."""
STATED_TOTAL = "Total as the answers state it"


def of_how_many(
    kind: str, year: Year, total: Cell, unknown: Cell, parts: Sequence[Cell], phrase: str
) -> str:
    """The number of a year's offences whose age (sex, platform) is known, if it can be given.

    `total` is that of the same forces. The total less those *not known*, where both are plain
    numbers; else the sum of the parts, which is all that is said where the total is of others too.
    """
    what, all_of_them = WHAT.get(kind, "part"), total.low or 0
    if total.is_exact and unknown.is_exact:
        known = Range.exactly(all_of_them - (unknown.low or 0))
    elif all(cell.is_exact for cell in parts) and parts:
        known = Range.sum(cell.range for cell in parts if cell.range)
    else:
        of = f"For how many of the offences of {year} the {what} is known"
        return f"{of} is not given: small numbers are hidden."
    if not total.is_exact:
        return f"The {what} is known for {quantity(known)} of the offences of {year}."
    if known == Range.exactly(all_of_them):
        return f"The {what} is known for all {counted(known.low, phrase)} of {year}."
    if known.low > all_of_them:
        more = f"{quantity(known)}, more than the {number(all_of_them)} {phrase}"
        return f"The parts for {year} come to {more}: one offence can stand in two of them."
    of = f"{quantity(known)} of the {counted(all_of_them, phrase)}"
    return f"The {what} is known for {of} of {year}."


def of_which_forces(with_figures: int, asked: int, year: Year) -> str:
    """Over which forces the parts of a year are added up."""
    return (
        f"For {year} the parts are added up over the {number(with_figures)} of "
        f"{counted(asked, 'forces')} asked that gave them all."
    )


def why_hidden(threshold: int) -> str:
    """What [c] means in a table of parts."""
    return (
        f"[c]: hidden. A count under {number(threshold)} is not shown, nor are others from which "
        "it could be worked out. It may be zero."
    )


def only_nationally(under: int) -> str:
    """Why the youngest children are in no force's table."""
    return (
        f"Counts for {charity().victims} aged {number(under - 1)} and under are given only for all "
        f"forces together, so that no {charity().person} can be recognised."
    )
