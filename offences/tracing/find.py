"""Every figure of a text, in order, with what it says; and what is exempt."""

from offences.tracing import (
    find_records,
    find_trends,
    read_ages,
    read_counts,
    read_shares,
    read_times,
)
from offences.tracing.candidates import Candidate
from offences.tracing.clauses import Passage
from offences.tracing.context import Context, Reader
from offences.tracing.exempt import ALWAYS, UNLESS_READ, Exempt, spans
from offences.tracing.numbers import Number

FIRST: tuple[Reader, ...] = (
    read_counts.money,
    read_counts.malformed,
    read_shares.coverage,
    read_shares.percentage,
    read_shares.one_in_five,
    read_shares.times_as_many,
    read_times.one_every,
    read_times.interval,
    read_times.times_a_day,
    read_ages.band,
    read_ages.mode,
    read_ages.youngest,
    read_times.years_of_data,
    read_times.span,
    read_times.months_of_year,
)
"""Asked of each number before the exemptions that give way; the first answer counts."""

THEN: tuple[Reader, ...] = (
    read_counts.hyphenated,
    read_times.rate,
    read_counts.forces,
    read_counts.difference,
    read_counts.range_of_counts,
    read_times.bare_year,
    read_counts.small_word,
    read_counts.count,
)
"""Asked of what is left."""


def find(passage: Passage) -> list[Candidate]:
    """The figures of a passage. None overlap: what is read first keeps its place."""
    taken = _Taken()
    for exempt in spans(passage.text, ALWAYS):
        if not _is_inside_label(passage, exempt):
            taken.exempt(exempt)
    for found in read_counts.ill_grouped(passage):
        taken.add(found)
    gives_way = spans(passage.text, UNLESS_READ)
    for read in (find_trends.year_labels, find_trends.multiples, find_trends.fractions):
        for found in read(passage):
            taken.add(found)
    for place, number in enumerate(passage.numbers):
        if not taken.is_free(number.start, number.end):
            continue
        taken.add_first(Context.at(passage, place), gives_way, number)
    for read in (find_records.records, find_trends.every_hour):
        for found in read(passage):
            taken.add(found)
    return sorted(taken.figures, key=lambda found: found.start)


class _Taken:
    """The figures so far, and the stretches of text they take up."""

    def __init__(self) -> None:
        self.figures: list[Candidate] = []

    def is_free(self, start: int, end: int) -> bool:
        return not any(found.overlaps(start, end) for found in self.figures)

    def add(self, found: Candidate) -> None:
        if self.is_free(found.start, found.end):
            self.figures.append(found)

    def exempt(self, exempt: Exempt) -> None:
        self.add(Candidate("exempt", exempt.start, exempt.end, word=exempt.what))

    def add_first(self, here: Context, gives_way: list[Exempt], number: Number) -> None:
        """The first reader that knows the number; between the two rounds, the exemptions."""
        for read in FIRST:
            if found := read(here):
                self.add(found)
                return
        for exempt in gives_way:
            if exempt.start <= number.start and number.end <= exempt.end:
                self.exempt(exempt)
                return
        for read in THEN:
            if found := read(here):
                self.add(found)
                return


def _is_inside_label(passage: Passage, exempt: Exempt) -> bool:
    """A pattern for codes also fits the half of a year label; the label is the whole."""
    if exempt.what in ("date", "address", "reference"):
        return False
    return any(a.start < exempt.end and exempt.start < a.end for a in passage.labels)
