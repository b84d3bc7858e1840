"""Totals one after the other, over several sentences: each of the year whose turn it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from offences.statistics.years import Year
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.units import OFFENCES
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import MONTH, compiled
from offences.tracing.judging.rows_of_years import OF_NOW

_LEADS_ON = compiled(
    r"\b(?:then|next|later|followed|after(?:wards|\s+that)?|again|back|before|went|gone|climb\w*|through"
    r"|reach\w*|jump\w*|ris(?:e|es|ing)|rose|fell|dipped|dropped|grew|came|comes|stood)\b"
)
_FOR = compiled(r",\s+(?:for|in)\s+")
_ALONE = re.compile(r"(?:\W|\b(?:and|to)\b)*")
# "In April it was 58. In May it rose to 81."
_PART_OF_YEAR = compiled(rf"\b(?:{MONTH}|days?|weeks?|fortnight|months?|quarters?|term)\b")
_APART = 300
"""How many characters there may be between two numbers that follow each other."""
_LEAST, _MANY = 3, 5


def as_totals_in_turn(
    statement: Statement, statements: Sequence[Statement], documents: Documents, scene: Scene
) -> Iterator[Statement]:
    """A total beside which no year stands, as that of its turn among three or more.

    "In 2014/15 it was 61. It went to 84 the next year, then came back at 118." Only where the
    body has just these numbers one after the other, up or down the years; those without a figure
    are left out. "Dorset recorded 84" does not go on with anything: that is said of the latest.
    """
    own = statement.own_facts(documents)
    if own is None or not _is_total(statement) or not _follows_one(statement, scene):
        return
    told = [each for each in statements if _is_total(each) and each.own_facts(documents) is own]
    cells = sorted(own.values.items())
    for in_turn in (cells, cells[::-1]):
        row = _Row(told, in_turn, scene)
        at = told.index(statement)
        years = [year for n, (year, _) in enumerate(in_turn) if row.is_in_turn(at, n)]
        if len(years) == 1:
            yield replace(statement, years=frozenset(years), is_base=False, bases=None)


def _is_total(statement: Statement) -> bool:
    of_a_part = statement.categories or statement.role or statement.forces
    of_another_thing = statement.unit != OFFENCES or statement.subject
    is_plain = statement.figure.kind == "count" and not statement.figure.modifier
    return is_plain and not (of_a_part or of_another_thing)


def _follows_one(statement: Statement, scene: Scene) -> bool:
    """Whether words lead from a number before to this one, or it stands alone; of no year."""
    figure, text = statement.figure, scene.passage.text
    start, end = _spoken_of(figure, scene)
    first, _ = scene.passage.sentence_bounds(figure.start)
    if _own_years(statement, scene) or OF_NOW.search(text, first, end):
        return False
    around = text[start : figure.start], text[figure.end : end]
    return all(map(_ALONE.fullmatch, around)) or any(map(_LEADS_ON.search, around))


def _own_years(statement: Statement, scene: Scene) -> frozenset[Year]:
    """The years that a word beside a total names; none, where it stands in a row without one."""
    figure, text = statement.figure, scene.passage.text
    beside = within(scene.years, _spoken_of(figure, scene)) or [
        m for m in scene.years if m.start > figure.end and _FOR.fullmatch(text, figure.end, m.start)
    ]
    return statement.years if statement.years and beside else frozenset()


def _spoken_of(figure: Candidate, scene: Scene) -> tuple[int, int]:
    """The words that speak of a number: what stands right behind the one before is said of that."""
    start, _ = scene.passage.sentence_bounds(figure.start)
    before = [each for each in scene.figures_in(start, figure.start) if each.kind == "count"]
    if before:
        start = max(before[-1].end, min(scene.zones(before[-1]).own[1], figure.start))
    return start, scene.zones(figure).own[1]


@dataclass
class _Row:
    """Totals in the order of a text, held against the years of a body in theirs."""

    told: Sequence[Statement]
    cells: Sequence[tuple[Year, int]]
    scene: Scene

    def is_in_turn(self, at: int, place: int) -> bool:
        """Whether totals around one are, in turn, those of the years around a place.

        One of them is to have its year said, or they are many: three without a year may be of
        months, and of "the last three years brought 52, 71 and 88" the words say which they are.
        """
        if not self._fits(at, place) or self._skips_one(at, place):
            return False
        row = self.told[at - self._steps(at, place, -1) : at + self._steps(at, place, 1) + 1]
        is_dated = any(_own_years(each, self.scene) for each in row)
        return len(row) >= (_LEAST if is_dated else _MANY) and not any(map(self._is_short, row))

    def _skips_one(self, at: int, place: int) -> bool:
        """Whether the total before it in its sentence is not the one before it: "71, then 96"."""
        passage, here = self.scene.passage, self.told[at].figure
        is_beside = (
            at > 0 and self.told[at - 1].figure.start > passage.sentence_bounds(here.start)[0]
        )
        return is_beside and not self._fits(at - 1, place - 1)

    def _is_short(self, total: Statement) -> bool:
        """Whether a sentence speaks of parts of a year."""
        passage = self.scene.passage
        bounds = passage.sentence_bounds(total.figure.start)
        return _PART_OF_YEAR.search(passage.text, *bounds) is not None

    def _steps(self, at: int, place: int, by: int) -> int:
        steps = 0
        while self._fits(at + by, place + by) and self._is_near(at, at + by):
            steps, at, place = steps + 1, at + by, place + by
        return steps

    def _fits(self, at: int, place: int) -> bool:
        if not (at in range(len(self.told)) and place in range(len(self.cells))):
            return False
        here, (year, value) = self.told[at], self.cells[place]
        said = _own_years(here, self.scene)
        return here.figure.value == value and (not said or year in said)

    def _is_near(self, at: int, other: int) -> bool:
        first, second = (self.told[n].figure for n in sorted((at, other)))
        return second.start - first.end < _APART
