"""A cell in words: its markers, its figure alone and in a sentence, and where it is from."""

from itertools import pairwise

from offences.english import counted, is_one, months, number
from offences.statistics.cells import Cell, State
from offences.statistics.notation import MONTHS, Entry, published
from offences.statistics.years import Year
from offences.words import reasons
from offences.words.charity import our

MARKERS: dict[str, str] = {
    "c": "Confidential: the force withheld the number, or we hide it to protect {our people}.",
    "x": "Not available; see the reason alongside.",
    "p": "Provisional: the force may still change the number.",
    "r": "Revised: an earlier release had another number.",
    "e": "Estimated by the force.",
    "u": "Uncertain: the number, its year or its area may be wrong. See the note; do not compare.",
    "b": "Break: counted in another way from this year on; do not compare with earlier years.",
}


def markers() -> dict[str, str]:
    """Every marker with its meaning."""
    return {code: our(words) for code, words in MARKERS.items()}


def described(year: Year, cell: Cell | None) -> str:
    """A year in a reason: "2016/17 covers 6 months only", "2015/16 is missing (no answer yet)"."""
    if cell is None:
        return f"{year} has no figure that compares"
    if cell.is_missing:
        return f"{year} is missing ({reasons.short(cell.why)})"
    if cell.state is State.PART_YEAR:
        return f"{year} covers {counted(cell.months or 0, 'months')} only"
    if cell.doubt:
        return f"{year} is in doubt ({cell.doubt.rstrip('.')})"
    if cell.state is State.SUPPRESSED:
        if cell.is_wholly_hidden:
            return f"{year} is withheld or hidden"
        limits = "without limits" if cell.high is None else f"as {published(cell)}"
        return f"{year} is withheld {limits}"
    if cell.is_revised:
        return f"{year} was revised: {revision(cell)}"
    return f"{year} is {published(cell)}"


def revision(cell: Cell) -> str:
    """What releases said of a figure: “170 in release 1, 98 since release 2”.

    Without the releases' own numbers: “170 was published before”.
    """
    if not cell.history:
        return f"{number(cell.was or 0)} was published before"
    words = [
        f"{number(n)} {'in' if after == first + 1 else 'from'} release {first}"
        for (first, n), (after, _) in pairwise(cell.history)
    ]
    first, n = cell.history[-1]
    if n == cell.low == cell.high:
        return ", ".join([*words, f"{number(n)} since release {first}"])
    now = [] if cell.is_missing else [f"now {published(cell)}"]
    return ", ".join([*words, f"{number(n)} in release {first}", *now])


def entry_in_words(entry: Entry) -> str:
    """The entry, repeated to the officer who typed it; nothing for a plain number."""
    if entry.state == "value":
        parts = ["zero, for the checker to confirm"] if entry.value == 0 else []
        if entry.period is not None:
            parts.append(period_in_words(entry.period))
        if entry.estimated:
            parts.append("estimated by the force")
        if entry.provisional:
            parts.append("provisional")
        return ", ".join(parts)
    if entry.state == "suppressed":
        if entry.high is None:
            return "at least 1, withheld by the force, no limits given"
        return f"{entry.low:,} to {entry.high:,}, withheld by the force"
    if entry.state == "refused":
        return f"refused under {entry.section}" if entry.section else "refused by the force"
    return {
        "not_held": "not held by the force",
        "not_available": "not available",
        "blank": "left blank by the force",
    }[entry.state]


def period_in_words(period: tuple[int, int]) -> str:
    """The months of a part year: "April to September only", or "April only"."""
    first, last = (MONTHS[month - 1] for month in period)
    return f"{first} only" if first == last else f"{first} to {last} only"


def shown(cell: Cell) -> str:
    """A figure as a page's one large figure: “68”, “1 to 4”, “at least 1”."""
    if cell.is_wholly_hidden:
        return "a hidden number"
    if cell.state is State.SUPPRESSED and cell.high is None:
        return f"at least {number(cell.low or 0)}"
    return published(cell)


def in_sentence(cell: Cell, phrase: str = "") -> str:
    """A figure in a sentence, with what it counts: “an estimated 98”, “98 (provisional)”."""
    words = f"an estimated {shown(cell)}" if cell.estimated else shown(cell)
    words = f"{words} (provisional)" if cell.provisional else words
    if not phrase:
        return words
    return f"{words} of {phrase}" if cell.is_wholly_hidden else f"{words} {phrase}"


def is_single(cell: Cell) -> bool:
    """Its noun is singular: “1 offence”, “at least 1 offence”."""
    return cell.range is not None and is_one(cell.range)


def softness(cell: Cell, subject: str) -> list[str]:
    """The remark that a figure may still change, or was never counted exactly."""
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
        words = f"withheld, {number(cell.low)} or more" if cell.low else "withheld or hidden"
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
