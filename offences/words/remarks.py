"""Sentences on what a force said of its figures, the outcome, and later revisions."""

import datetime as dt

from offences.english import ended, sentence, small_number
from offences.statistics.dates import Precision, in_words

WITHDRAWN = "Its figures were withdrawn."


def _day(on: dt.date) -> str:
    return in_words(on, Precision.DAY)


def _figures(years: str) -> str:
    """“the figure for 2018/19”, “the figures for 2017/18 and 2018/19”."""
    return f"the figure{'s' if ' and ' in years else ''} for {years}"


def confirmed(by: str, on: dt.date) -> str:
    """“Northshire Police confirmed these figures on 3 June 2019.”"""
    return f"{by} confirmed these figures on {_day(on)}."


def corrected(by: str, on: dt.date, words: str) -> str:
    """“Northshire corrected its figures on 3 June 2019. These are the corrected figures.”"""
    return f"{by} corrected its figures on {_day(on)}. {words}".strip()


def disputed(by: str, on: dt.date, years: str, words: str, *, is_open: bool) -> str:
    """Who disputes which figure, since when, and why; and that it is looked into, while it is."""
    looking = " We are looking into it." if is_open else ""
    return f"{by} disputes {_figures(years)} ({_day(on)}): {ended(words)}{looking}"


def decided(on: dt.date, years: str, decision: str, corrected_in: int | None, words: str) -> str:
    """“Decided on 10 July 2019: the figure stands. …”"""
    many = " and " in years
    stands, is_ = ("figures stand", "are") if many else ("figure stands", "is")
    what = {
        "stands": f"the {stands}",
        "corrected": f"the figure{'s' * many} {is_} corrected in release {corrected_in}",
        "withdrawn": "the release was withdrawn",
    }[decision]
    return f"Decided on {_day(on)}: {what}. {sentence(ended(words))}"


def since(revised: int, of: int, release: int) -> str:
    """What became of figures since they were published; nothing where there were none."""
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
    """“Northshire, 2018/19: 68 is now 71 (release 5).”, and why, where a reason is given."""
    because = f" {sentence(ended(why))}" if why else ""
    return f"{of}: {before} is now {after} (release {release}).{because}"


def no_longer(figure: str) -> str:
    """A figure of an issued text that no newer one replaces."""
    return f"[{figure}: no longer so]"


def all_forces_of(areas: str) -> str:
    """Whose figure a national total is, in the note on an issued text."""
    return f"All forces asked in {areas}"
