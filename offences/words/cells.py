"""A cell in words: what its markers mean, and what a force gave."""

from offences import english
from offences.statistics.cells import Cell, State
from offences.statistics.notation import MONTHS, Entry, published
from offences.statistics.years import Year
from offences.words import reasons

MARKERS: dict[str, str] = {
    "c": "Confidential: the force withheld the number, or it is withheld to protect children.",
    "x": "Not available; see the reason alongside.",
    "b": "Break in the series: figures before and after it do not compare.",
    "p": "Provisional: the force may still change the number.",
    "r": "Revised: the number differs from the one in the release before.",
    "e": "Estimated by the force.",
}


def described(year: Year, cell: Cell | None) -> str:
    """A year in a reason: "2016/17 covers 6 months only", "2015/16 is missing (no answer yet)"."""
    if cell is None:
        return f"{year} has no figure that compares"
    if cell.is_missing:
        return f"{year} is missing ({reasons.short(cell.why)})"
    if cell.state is State.PART_YEAR:
        return f"{year} covers {english.counted(cell.months or 0, 'months')} only"
    if cell.doubt:
        return f"{year} is in doubt ({cell.doubt.rstrip('.')})"
    if cell.state is State.SUPPRESSED:
        limits = "without limits" if cell.high is None else f"as {published(cell)}"
        return f"{year} is withheld {limits}"
    return f"{year} is {published(cell)}"


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
            return "withheld by the force, no limits given"
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
