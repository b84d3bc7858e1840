"""What a number says of released totals, whatever part is named beside it."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations, product

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import Number
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.explained import ExplainedText
from offences.tracing.hidden_numbers.hidden import Withheld
from offences.tracing.hidden_numbers.nouns import HIDING, OF_OFFENCES
from offences.tracing.hidden_numbers.phrases import narrow_clause_around

_SMALL = 9
"""Up to it, a number may be a hidden one by chance."""


class TotalsText(ExplainedText):
    """A text whose numbers are held against the totals that a reader knows."""

    def _is_of_all(self, statement: Statement, withheld: Withheld) -> bool:
        """A number that is of released totals alone, whatever part is named beside it."""
        return (
            self.is_too_many(statement, withheld)
            or self._is_of_two_totals(statement, withheld)
            or self._is_of_a_series(statement)
            or self._is_total_of_clause(statement)
        )

    def _is_total_of_clause(self, statement: Statement) -> bool:
        """ "“Kik is popular,” she said, as the force recorded 96": a clause of its own.

        Or said to be the total: "Kik is hidden; the total, 75, is public".
        """
        figure, passage = statement.figure, self.passage
        bounds = passage.sentence_bounds(figure.start)
        if figure.kind not in VALUES or figure.value <= _SMALL:
            return False
        years = {y for m in within(self.binder.scene.years, bounds) for y in m.slot.years}
        years = years or {self.documents[0].facts.latest}
        totals = (c for c in self.documents[0].counts if not (c.categories or c.role))
        if not any(c.year in years and c.value == figure.value for c in totals):
            return False
        clause = narrow_clause_around(passage, (figure.start, figure.end))
        if self._gives_a_part_some(bounds, clause):
            return False
        before, after = passage.before(figure.start), passage.text[figure.end : bounds[1]]
        is_said = quantities.THE_TOTAL.search(before) or quantities.IN_ALL.match(after)
        if within(self.binder.scene.categories, clause):
            is_hiding = HIDING.search(passage.text, *bounds)
            has_some = quantities.OF_SOME.search(passage.text, *clause)
            return bool(is_hiding and quantities.THE_TOTAL.search(before) and not has_some)
        if quantities.POINTS_BACK.match(passage.text, clause[0]):
            return False  # "Facebook is hidden. Its total is 75"
        is_of_offences = OF_OFFENCES.search(passage.text, *clause)
        return bool(is_said or (is_of_offences and clause != bounds))

    def _gives_a_part_some(self, sentence: tuple[int, int], clause: tuple[int, int]) -> bool:
        """Whether a sentence says outside one clause what a part it names there had: "a share"."""
        text, around = self.passage.text, ((sentence[0], clause[0]), (clause[1], sentence[1]))
        named = [m for each in around for m in within(self.binder.scene.categories, each)]
        if any(quantities.THEN_WHICH.fullmatch(text, m.end, clause[0]) for m in named):
            return True
        if not named or quantities.IF_ANYONE.search(text, *sentence):
            return False
        said = (each for span in around for each in quantities.OF_SOME.finditer(text, *span))
        return any(not any(m.start <= s.start() < m.end for m in named) for s in said)

    def is_of_the_total(self, at: int) -> bool:
        """Whether a clause names no part and gives a total: "urged to talk, after 96 offences"."""
        first, last = narrow_clause_around(self.passage, (at, at))
        return not within(self.binder.scene.categories, (first, last)) and any(
            self._is_total_of_clause(self.bound(each))
            for each in self.candidates
            if first <= each.start < last
        )

    def _is_of_two_totals(self, statement: Statement, withheld: Withheld) -> bool:
        """ "Doubled, from 19 to 42": of released totals that stand beside it."""
        figure = statement.figure
        word = self.passage.text[figure.start : figure.end]
        times = next((n for n, p in quantities.TIMES_OVER if p.fullmatch(word)), 0)
        if figure.kind == "multiple" and figure.value.denominator == figure.of.denominator == 1:
            times = times or int(figure.value / figure.of)
        is_of_all = bool(times) and not statement.categories
        bounds = self.passage.sentence_bounds(figure.start)
        labels = [
            m
            for m in within(self.binder.scene.years, bounds)
            if any(map(str.isdigit, self.passage.text[m.start : m.end]))
        ]
        years = {y for m in labels for y in m.slot.years}
        if len(labels) == 1 or quantities.YEAR_BEFORE.match(self.passage.text, figure.end):
            years |= {y.previous for y in years}
        if years & withheld.years:
            return False  # "21 in 2016/17, three times the year before"
        if is_of_all and self._is_between_totals(figure.start, times):
            return True
        if named := within(self.binder.scene.categories, bounds):
            return self._is_gap_of_parts(figure, named, withheld)
        if figure.kind == "maybe_coverage":  # "61 out of 299"
            return {int(figure.value), int(figure.of)} <= self._totals_near(figure.start)
        return figure.kind in ("count", "difference") and bool(
            quantities.AHEAD.match(self.passage.text, figure.end) and self._is_gap_of_totals(figure)
        )

    def _is_gap_of_parts(
        self, figure: Candidate, named: Sequence[Mention[NamedCategory]], withheld: Withheld
    ) -> bool:
        """ "Snapchat had three more than Facebook, nine against six": of parts that are shown."""
        numbers = [withheld.shown.get(frozenset({m.slot}), frozenset()) for m in named]
        said = self.passage.numbers_between(*self.passage.sentence_bounds(figure.start))
        if len(numbers) != 2 or not quantities.AHEAD.match(self.passage.text, figure.end):
            return False
        written = {int(n.value) for n in said if n.start != figure.start}
        return any({a, b} <= written and a - b == figure.value for a, b in product(*numbers))

    def _is_of_a_series(self, statement: Statement) -> bool:
        """ "The last two years: 47 and 68": the released totals of years in a row."""
        sentence = self.passage.sentence_bounds(statement.figure.start)
        run: list[Number] = []
        for each in self.passage.numbers_between(*sentence):
            if run and not quantities.THEN.fullmatch(self.passage.text, run[-1].end, each.start):
                if run[0].start <= statement.figure.start <= run[-1].start:
                    break
                run = []
            run.append(each)
        if not (run and run[0].start <= statement.figure.start <= run[-1].start):
            return False
        own = (c for c in self.documents[0].counts if not (c.categories or c.role))
        totals = [value for _, value in sorted({(c.year, c.value) for c in own})]
        return len(run) > 1 and [n.value for n in run] == totals[-len(run) :]

    def _is_gap_of_totals(self, figure: Candidate) -> bool:
        """ "151 to 149. Brackenshaw, with 163, is only 14 ahead of it"."""
        said = self._written_near(figure.start) & self._totals_near(figure.start)
        return any(a - b == figure.value for a, b in permutations(said, 2))

    def _is_between_totals(self, at: int, times: int) -> bool:
        """ "Doubled, from 19 to 42": both are written here or in the sentence before."""
        said = self._written_near(at) & self._totals_near(at, of_any_year=True)
        pairs = permutations(said - {0}, 2)
        return any(7 * times / 8 <= Fraction(a) / b < times + 1 for a, b in pairs)

    def _near(self, at: int) -> tuple[int, int]:
        """The sentence of a place and the one before."""
        start, end = self.passage.sentence_bounds(at)
        return self.passage.sentence_bounds(start - 1)[0] if start else 0, end

    def _written_near(self, at: int) -> set[int]:
        return {int(n.value) for n in self.passage.numbers_between(*self._near(at)) if n.is_whole}

    def _totals_near(self, at: int, *, of_any_year: bool = False) -> set[int]:
        """The totals of the force and of the bodies that are named near a place."""
        bodies = within(self.binder.scene.bodies, self._near(at))
        documents = [self.documents[0], *(each for m in bodies for each in m.slot.documents)]
        return {
            c.value
            for of in documents
            for c in of.counts
            if not (c.categories or c.role) and (of_any_year or c.year == of.facts.latest)
        }
