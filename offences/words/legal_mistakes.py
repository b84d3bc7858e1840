"""Mistakes of the statutory clock in words: what happened, on which day, and what to do."""

import datetime as dt

from offences.english import counted
from offences.foi_clock import LegalMistake, bare_section
from offences.statistics.dates import Precision, in_words
from offences.words import text_table

_MISTAKES = text_table("legal_mistakes")


def mistake_in_words(mistake: LegalMistake) -> str:
    """What happened, its day, and what to do."""
    return _MISTAKES[mistake.code].format(
        on=_day(mistake.on),
        due=_day(mistake.due) or "the due date",
        since=_day(mistake.since),
        section=f"section {bare_section(mistake.section)}",
        days=counted(mistake.working_days, "working days"),
    )


def _day(day: dt.date | None) -> str:
    return in_words(day, Precision.DAY) if day else ""
