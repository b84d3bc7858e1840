"""The opening sentence of a force, as values: a page and a release print the same one."""

from dataclasses import dataclass

from offences.claims.claim import Claims
from offences.english import months
from offences.statistics.cells import Cell
from offences.statistics.years import Year
from offences.words.change import change
from offences.words.figure import in_sentence, is_single


@dataclass(frozen=True)
class Subject:
    """Whose figures, and of what, in the words that sentences need."""

    name: str  # at the start of a sentence: “Cambridgeshire Constabulary”
    short_name: str  # in the middle of one: “the Metropolitan Police”
    area: str  # the place: “Cambridgeshire”
    phrase: str  # “online sexual offences against under-18s”
    phrase_singular: str


@dataclass(frozen=True)
class Opening:
    """“Cambridgeshire Constabulary recorded 68 offences in 2018/19, up from 48 in 2017/18”."""

    name: str
    figure: str  # “68 online sexual offences against under-18s”
    when: str  # “2018/19”, “six months of 2018/19”
    change: str  # “up from 48 in 2017/18”; empty if none may be said
    short_change: str  # “up from 48”, of the year before


def opening(subject: Subject, cell: Cell, year: Year, may: Claims) -> Opening:
    return Opening(
        subject.name,
        in_sentence(cell, subject.phrase_singular if is_single(cell) else subject.phrase),
        period(cell, year),
        change(may),
        change(may, short=True),
    )


def period(cell: Cell, year: Year) -> str:
    """What time a figure is for: “2018/19”, “six months of 2018/19”."""
    return f"{months(cell.months)} of {year}" if cell.months else year.label
