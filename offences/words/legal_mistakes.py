"""Mistakes of the statutory clock in words: what happened, on which day, and what to do."""

import datetime as dt

from offences.english import counted
from offences.foi_clock import ACT_OF_2000, FoiLaw, LegalMistake, bare_section
from offences.statistics.dates import Precision, in_words
from offences.words import text_table

_MISTAKES = text_table("legal_mistakes")
_TO_FORCES = text_table("mistakes_to_forces")


def mistake_in_words(
    mistake: LegalMistake, law: FoiLaw = ACT_OF_2000, *, is_open: bool = True
) -> str:
    """What happened, its day, and what to do; less of it once nothing can be done."""
    words = _MISTAKES.get(f"{law.nation}.{mistake.code}") or _MISTAKES[mistake.code]
    fact, _, while_open = words.partition(" | ")
    return _filled_in(f"{fact} {while_open}" if while_open and is_open else fact, mistake, law)


def is_for_letter(mistake: LegalMistake) -> bool:
    """Whether we tell the force of it in a letter."""
    return mistake.code in _TO_FORCES


def mistake_to_force(mistake: LegalMistake, law: FoiLaw = ACT_OF_2000) -> str:
    """What happened and what follows, in words for the force."""
    words = _TO_FORCES.get(f"{law.nation}.{mistake.code}") or _TO_FORCES[mistake.code]
    return _filled_in(words, mistake, law)


def _filled_in(words: str, mistake: LegalMistake, law: FoiLaw) -> str:
    return words.format(
        on=_day(mistake.on),
        due=_day(mistake.due) or "the due date",
        since=_day(mistake.since),
        section=f"section {bare_section(mistake.section)}",
        days=counted(mistake.working_days, "working days"),
        commissioner=law.commissioner,
    )


def _day(day: dt.date | None) -> str:
    return in_words(day, Precision.DAY) if day else ""
