"""Sentences on what a force said of its figures, the outcome, and later revisions."""

import datetime as dt

from offences.english import ended, sentence, small_number
from offences.statistics.dates import Precision, in_words

WITHDRAWN = "Its figures were withdrawn."


def remark(
    kind: str,
    by: str,
    on: dt.date,
    years: str = "",
    words: str = "",
    decision: str = "",
    corrected_in: int | None = None,
    *,
    is_open: bool = False,
) -> str:
    """What a force said of its figures, or what came of its dispute.

    A dispute: which figures, since when and why; and that it is looked into, while it is.
    """
    day, many = in_words(on, Precision.DAY), " and " in years
    match kind:
        case "confirmed":
            return f"{by} confirmed these figures on {day}."
        case "corrected":
            return f"{by} corrected its figures on {day}. {words}".strip()
        case "disputed":
            figures = f"the figure{'s' * many} for {years} ({day})"
            looking = " We are looking into it." if is_open else ""
            return f"{by} disputes {figures}: {ended(words)}{looking}"
    stands, is_ = ("figures stand", "are") if many else ("figure stands", "is")
    what = {
        "stands": f"the {stands}",
        "corrected": f"the figure{'s' * many} {is_} corrected in release {corrected_in}",
        "withdrawn": "the release was withdrawn",
    }[decision]
    return f"Decided on {day}: {what}. {sentence(ended(words))}"


def changed_since(revised: int, of: int, release: int) -> str:
    """The changes to figures since they were published; empty if there are none."""
    if not of:
        return ""
    if not revised:
        still = "All of these figures still stand" if of > 1 else "This figure still stands"
        return f"{still} in release {release}."
    which = "This figure"
    if of > 1:
        which = f"{sentence(small_number(revised))} of these figures"
    has = "has" if revised == 1 else "have"
    return f"{which} {has} been revised since: see release {release}."


def revised(of: str, before: str, after: str, release: int, why: str = "") -> str:
    """A revised figure: “Northshire, 2018/19: 68 is now 71 (release 5).” And why, if given."""
    because = f" {sentence(ended(why))}" if why else ""
    return f"{of}: {before} is now {after} (release {release}).{because}"


def no_longer(figure: str) -> str:
    """A figure of an issued text that no newer one replaces."""
    return f"[{figure}: no longer so]"


def all_forces_of(areas: str) -> str:
    """Whose figure a national total is, in the note on an issued text."""
    return f"All forces asked in {areas}"
