"""Why a published figure changed: beside it, and in the list of what a release changed."""

from offences.statistics.years import Year
from offences.words.charity import charity

_HIDDEN = "small numbers are hidden"
_HIDDEN_UNTIL_1_2 = "small numbers are withheld"  # in the rows of releases made before
PARTS_CORRECTED = "the parts of the force’s answer were corrected"
SUM_CHANGED = "figures of the forces behind it changed"
NO_LONGER_CARRIED = "no longer carried"
NO_LONGER_ADDED = "no longer added up: not every answer is known"


def hidden() -> str:
    """Why a figure that was published before is hidden now."""
    return f"{_HIDDEN}, so that no {charity().person} can be recognised"


def says_hidden(why: str) -> bool:
    return why.startswith((_HIDDEN, _HIDDEN_UNTIL_1_2))


def corrected_unshown(year: Year, release: int) -> str:
    """That a force's answer was corrected, where none of its shown numbers says so."""
    return f"{year}: the answer was corrected in release {release}, in numbers that are not shown."


def restated_by(source: str, when: str) -> str:
    return f"another publication restated it: {source}{f', {when}' if when else ''}"


def restated_in(round_: str) -> str:
    return f"restated in the force’s answer to {round_}"


def added_up(with_figures: int | None, asked: int | None) -> str:
    return f"added up from {with_figures} of {asked} forces"
