"""One figure in words: alone, in a sentence, and how far it may still change."""

from offences.english import is_one, months, number
from offences.statistics.cells import Cell, State
from offences.statistics.notation import published
from offences.words import reasons


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
    sentences = [f"{subject} is provisional."] if cell.provisional else []
    return [*sentences, f"{subject} is the force’s own estimate."] if cell.estimated else sentences


def in_line(cell: Cell, section: str = "", note: str = "") -> str:
    """A figure in one line, with all that is known of it: “68 (six months; provisional)”."""
    if cell.why:
        return reasons.short(cell.why, section)
    remarks = [
        months(cell.months) if cell.months else "",
        "provisional" if cell.provisional else "",
        "estimated" if cell.estimated else "",
        f"in doubt: {cell.doubt}" if cell.doubt else "",
        note,
    ]
    words = published(cell)
    if words == "[c]":  # a code is explained in a table of figures, not here
        words = f"withheld, {number(cell.low)} or more" if cell.low else "withheld"
    added = "; ".join(filter(None, remarks))
    return f"{words} ({added})" if added else words


def round_in_words(name: str) -> str:
    """A round at the end of “Who answered in”: “2019”, “February 2018”, “the spring round”."""
    lower = name[:1].lower() + name[1:]
    return lower.removeprefix("round ") if lower.startswith("round ") else f"the {lower}"


def the_round(name: str) -> str:
    """A round in the middle of a sentence: “the 2020 round”, “the spring round”."""
    words = round_in_words(name)
    return words if words.startswith("the ") else f"the {words} round"


def where_from(
    source: str, published_when: str, *, sum_of: tuple[int, int] | None = None, round_name: str = ""
) -> str:
    """Where a figure is from and when it was published: “Annual report, June 2019”.

    `sum_of` is how many forces it was added up from, of how many; `round_name` is of an answer.
    """
    where = source or "Source not known"
    if sum_of:
        where = f"Added up from {sum_of[0]} of {sum_of[1]} forces"
    elif round_name:
        where = f"The force’s answer to {the_round(round_name)}"
    return ", ".join(filter(None, (where, published_when)))
