"""One figure in words: alone, in a sentence, and how far it may still change."""

from offences.english import is_one, number
from offences.statistics.cells import Cell, State
from offences.statistics.notation import published


def shown(cell: Cell) -> str:
    """A figure as a page's one large figure: “68”, “1 to 4”, “at least 1”."""
    if cell.state is State.SUPPRESSED and cell.high is None:
        return f"at least {number(cell.low or 0)}"
    return published(cell)


def in_sentence(cell: Cell, phrase: str = "") -> str:
    """A figure in a sentence, with what it counts: “an estimated 98”, “98 (provisional)”."""
    words = f"an estimated {shown(cell)}" if cell.estimated else shown(cell)
    words = f"{words} (provisional)" if cell.provisional else words
    return f"{words} {phrase}" if phrase else words


def is_single(cell: Cell) -> bool:
    """Its noun is singular: “1 offence”, “at least 1 offence”."""
    return cell.range is not None and is_one(cell.range)


def softness(cell: Cell, subject: str) -> list[str]:
    """That a figure may still change, or was never counted exactly."""
    said = [f"{subject} is provisional."] if cell.provisional else []
    return [*said, f"{subject} is the force’s own estimate."] if cell.estimated else said
