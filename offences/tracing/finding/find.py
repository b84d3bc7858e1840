"""Every figure of a text, in order, with what it says; and what is exempt."""

from offences.tracing.finding import (
    ages,
    counts,
    data_years,
    differences,
    forces,
    intervals,
    records,
    shares,
    times,
    trends,
)
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.context import Context, Reader
from offences.tracing.finding.exempt import ALWAYS, UNLESS_READ, Exempt, post_numbers, spans
from offences.tracing.finding.numbers import Number
from offences.tracing.finding.spans import is_taken

FIRST: tuple[Reader, ...] = (
    counts.money,
    counts.malformed,
    shares.coverage,
    shares.percentage,
    shares.one_in_five,
    shares.times_as_many,
    times.one_every,
    times.interval,
    intervals.days_between,
    times.times_a_day,
    ages.band,
    ages.mode,
    ages.youngest,
    times.year_high,
    times.years_ago,
    times.per_head,
    data_years.years_of_data,
    times.span,
    data_years.years_of_series,
    times.months_of_year,
)
"""Asked of each number before the exemptions that give way; the first answer counts."""

THEN: tuple[Reader, ...] = (
    counts.hyphenated,
    times.rate,
    forces.forces,
    differences.difference,
    counts.range_of_counts,
    times.bare_year,
    counts.small_word,
    counts.count,
)
"""Asked of what is left."""


def find(passage: Passage) -> list[Candidate]:
    """The figures of a passage. None overlap: what is read first keeps its place."""
    taken = _Taken(len(passage.text))
    for exempt in (*spans(passage.text, ALWAYS), *post_numbers(passage.text)):
        is_count = exempt.what == "time" and passage.cell(exempt.start)  # "Kent | 1204"
        if not (is_count or _is_inside_label(passage, exempt)):
            taken.exempt(exempt)
    for found in counts.ill_grouped(passage):
        taken.add(found)
    gives_way = spans(passage.text, UNLESS_READ)
    for read in (trends.year_labels, trends.multiples, trends.fractions):
        for found in read(passage):
            taken.add(found)
    for place, number in enumerate(passage.numbers):
        if not taken.is_free(number.start, number.end):
            continue
        taken.add_first(Context.at(passage, place), gives_way, number)
    for read in (records.records, trends.every_hour, counts.none_recorded):
        for found in read(passage):
            taken.add(found)
    return sorted(taken.figures, key=lambda found: found.start)


class _Taken:
    """The figures so far, and the stretches of text they take up."""

    def __init__(self, length: int) -> None:
        self.figures: list[Candidate] = []
        self._occupied = bytearray(length)

    def is_free(self, start: int, end: int) -> bool:
        return not any(self._occupied[start:end])

    def add(self, found: Candidate) -> None:
        if self.is_free(found.start, found.end):
            self.figures.append(found)
            self._occupied[found.start : found.end] = b"1" * (found.end - found.start)

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
    return is_taken((exempt.start, exempt.end), passage.labels)
