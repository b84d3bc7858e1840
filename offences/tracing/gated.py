"""What a quantity of a text says of a withheld number, and what clears it."""

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from offences.tracing import quantities
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import Statement
from offences.tracing.computable import is_sum_of_years, made_of
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.explained import ExplainedText, names_of
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import numbers_in
from offences.tracing.hidden import NOT_KNOWN, Forces, Withheld
from offences.tracing.hidden_years import (
    OF_COUNTS,
    is_count,
    may_be_of,
    starts_from_hidden,
    starts_hidden,
    years_named,
)
from offences.tracing.inherited import question_before
from offences.tracing.nouns import HIDING, OF_OFFENCES
from offences.tracing.phrases import narrow_clause_around

_SMALL = 9
"""Up to it, a number may be a hidden one by chance."""


class GatedText(ExplainedText):
    """A text whose quantities are held against what a release hides and shows."""

    def withheld_category(self, statement: Statement, withheld: Withheld) -> str:
        """The withheld category that a statement gives a number of; empty if none."""
        figure, scene = statement.figure, self.binder.scene
        readings = (statement, *statement.alternatives)
        if self.is_too_many(statement, withheld) or self._is_of_two_totals(statement, withheld):
            return ""
        if self._is_total_of_clause(statement):
            return ""
        if hidden := next((r for r in readings if withheld.touches(r.categories)), None):
            return names_of(hidden.categories)
        if figure.kind in ("youngest", "mode"):
            age = frozenset({NamedCategory("age", "", int(figure.value), int(figure.value))})
            return names_of(age) if withheld.touches(age) else ""
        if self._is_of_a_shown_part(statement, withheld):
            return ""
        if withheld.years and starts_hidden(statement, self.documents):
            return "the total"
        if starts_from_hidden(statement, withheld.years, scene, self.documents) and not (
            self._names_a_year(statement) and self._is_released(statement)
        ):
            return "the total"
        if named := self._asked(statement, withheld):
            return named
        if figure.word != "quantity" and self._is_released(statement):
            compared = statement.categories and self._may_be_compared(statement, withheld)
            return compared or self._points_to_it(statement, withheld)
        if self._is_of_the_hidden_year_before(statement, withheld):
            return "the total"
        if named := self._part_of_another(statement, withheld):
            return named
        if self._is_explained(statement, withheld):
            return ""
        if any(may_be_of(r, withheld.years, scene, self.documents) for r in readings):
            return "the total"
        if self._gives_a_number_with_detail(statement) and withheld.touches(NOT_KNOWN):
            return names_of(NOT_KNOWN)
        start, end = self.passage.sentence_bounds(figure.start)
        if named := self._mentioned(start, end, withheld):
            return named
        points_back = quantities.POINTS_BACK.match(
            self.passage.text, start
        ) or quantities.POINTS_THERE.search(self.passage.text, start, end)
        if start and (points_back or not within(scene.categories, (start, end))):
            before = self._before(start)
            if named := self._mentioned(*before, withheld):
                return named
            if points_back and withheld.touches(said := self._named_near(figure.start)):
                return names_of(said)
            if points_back and (named := self._hidden_sibling(statement, before, withheld)):
                return named
        return self._hidden_sibling(statement, (start, end), withheld) or self._points_to_it(
            statement, withheld
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
            self._is_total_of_clause(self.binder.bind(each))
            for each in self.candidates
            if first <= each.start < last
        )

    def _is_of_a_shown_part(self, statement: Statement, withheld: Withheld) -> bool:
        """ "Nine were 13", of the nine aged 13: alone it is of no hidden part named beside it."""
        if statement.figure.value not in withheld.shown.get(statement.categories, ()):
            return False
        return not self._may_be_compared(statement, withheld)

    def _part_of_another(self, statement: Statement, withheld: Withheld) -> str:
        """ "Kik is hidden. It is a third of the Facebook number": what "it" stands for."""
        figure, passage = statement.figure, self.passage
        start, _ = passage.sentence_bounds(figure.start)
        is_part = figure.kind in ("fraction", "multiple", "percent") and statement.categories
        if not (start and is_part and quantities.IT_IS.search(passage.text, start, figure.start)):
            return ""
        return self._mentioned(*passage.sentence_bounds(start - 1), withheld)

    def _may_be_compared(self, statement: Statement, withheld: Withheld) -> str:
        """A hidden part beside the only number of a sentence: it may compare them."""
        figure, passage = statement.figure, self.passage
        start, end = passage.sentence_bounds(figure.start)
        if HIDING.search(passage.text, start, end) or any(
            start <= c.start < end and c.start != figure.start for c in self.candidates
        ):
            return ""
        is_asked = quantities.HOW_MANY_OF.search(passage.before(figure.start))
        return "" if is_asked else self._mentioned(start, end, withheld)

    def is_of_another_body(self, statement: Statement, forces: Forces) -> bool:
        """A released number of a body that is said, and is not the one that the text is about."""
        own = [is_named for is_named, _, is_own in forces if is_own]
        figure, bodies = statement.figure, statement.bodies
        if not bodies or any(is_named(body.name) for body in bodies for is_named in own):
            return False
        if figure.kind == "maybe_coverage":  # "61 out of 299"
            counts = {c.value for body in bodies for e in body.documents for c in e.counts}
            return {int(figure.value), int(figure.of)} <= counts
        return self._is_released(statement) or self._is_of_a_part_nearby(statement)

    def _is_of_a_part_nearby(self, statement: Statement) -> bool:
        """ "Northshire's number for Kik is hidden. England's is 16": of the part named before."""
        figure = statement.figure
        start, end = self.passage.sentence_bounds(figure.start)
        if figure.kind not in VALUES or statement.categories:
            return False
        if quantities.ELSEWHERE.search(self.passage.text, start, end):
            return False  # "of England's 14 eight-year-olds, 12 lived outside Northshire"
        near = {m.slot for m in within(self.binder.scene.categories, self._near(figure.start))}
        counts = (c for body in statement.bodies for each in body.documents for c in each.counts)
        return any(
            c.value == figure.value and c.categories and c.categories <= near for c in counts
        )

    def _asked(self, statement: Statement, withheld: Withheld) -> str:
        """What is hidden in the question that a number answers, unless it is clearly of another."""
        figure = statement.figure
        asked = question_before(self.passage, figure.start)
        if not asked or statement.categories or self._is_of_released_alone(statement, withheld):
            return ""
        if not is_count(statement, {*OF_COUNTS, "exempt"}):
            return ""
        if named := self._mentioned(*asked, withheld):
            return named
        years = {y for m in within(self.binder.scene.years, asked) for y in m.slot.years}
        return "the total" if years & withheld.years and not statement.years else ""

    def _hidden_sibling(
        self, statement: Statement, bounds: tuple[int, int], withheld: Withheld
    ) -> str:
        """A number that is no released figure, said of parts of which another is hidden.

        What is left tells that one. The parts named there may be added up, or one taken of another.
        """
        if not is_count(statement, VALUES):
            return ""
        said = frozenset(m.slot for m in within(self.binder.scene.categories, bounds))
        if self._is_of_what_is_shown(statement, withheld):
            return ""
        kinds = {each.kind for each in said}
        hidden = [
            of for of in sorted(withheld.hidden, key=names_of) if kinds & {c.kind for c in of}
        ]
        value, categories = statement.figure.value, statement.categories
        is_of_another = any(
            (fact.value, fact.categories) == (value, categories)
            for evidence in self.documents
            for fact in evidence.counts
        )
        if not hidden or is_of_another or value in made_of(said, withheld.shown):
            return ""
        return names_of(hidden[0])

    def _is_of_the_hidden_year_before(self, statement: Statement, withheld: Withheld) -> bool:
        """ "The total of 2016/17 is kept back. It was a tenth of the 35 a year later"."""
        start, end = self.passage.sentence_bounds(statement.figure.start)
        if not start or not quantities.IT_WAS.match(self.passage.text, start, end):
            return False
        before = within(self.binder.scene.years, self.passage.sentence_bounds(start - 1))
        named = {year for m in before for year in m.slot.years}
        return bool(named & withheld.years) and is_count(statement, OF_COUNTS)

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
        if within(self.binder.scene.categories, bounds):
            return False
        if figure.kind == "maybe_coverage":  # "61 out of 299"
            return {int(figure.value), int(figure.of)} <= self._totals_near(figure.start)
        return figure.kind in ("count", "difference") and bool(
            quantities.AHEAD.match(self.passage.text, figure.end) and self._is_gap_of_totals(figure)
        )

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

    def _is_of_no_part(self, statement: Statement, withheld: Withheld) -> bool:
        """The total of a released year, said to be one; of two totals; too many for a part."""
        figure, passage = statement.figure, self.passage
        if self._is_of_two_totals(statement, withheld):
            return True
        is_plain = figure.kind == "count" and figure.word != "quantity"
        if not is_plain or (statement.years or frozenset()) & withheld.years:
            return False
        if self.is_too_many(statement, withheld):
            return True
        released = {c.year for c in self.documents[0].counts if not (c.categories or c.role)}
        is_total = quantities.A_TOTAL.search(passage.before(figure.start))
        return bool(is_total and statement.years and statement.years <= released)

    def left_unexplained(self, statement: Statement, withheld: Withheld) -> str:
        """A number of offences that nobody can work out of the released ones tells a hidden one."""
        figure, text = statement.figure, self.passage.text
        shown = withheld.shown.get(statement.categories, ())
        if figure.value in shown or self._is_released(statement):
            return ""
        if self._is_explained(statement, withheld):
            return ""
        if is_sum_of_years(statement, self.documents) or self._is_of_no_part(statement, withheld):
            return ""
        is_few = quantities.FEW.fullmatch(text, figure.start, figure.end)
        if figure.word == "quantity" or figure.kind == "exempt":
            written = numbers_in(text[figure.start : figure.end])
            is_counted = quantities.THEN_COUNTED.match(
                text, figure.end
            ) or quantities.THERE_WERE.search(text, 0, figure.start)
            if not (is_few or written) or not is_counted:
                return ""
            value = written[0].value if written else figure.value
            statement = replace(statement, figure=replace(figure, kind="count", value=value))
        if not is_count(statement, OF_COUNTS):
            return ""
        named, years = years_named(statement, self.binder.scene, self.documents)
        if not withheld.hidden and years and not all(each.is_distance for each in named):
            return ""  # of other years alone
        if self._is_of_what_is_shown(statement, withheld):
            return ""
        if not is_few and self._computable(withheld).gives(statement):
            return ""
        return "the total" if withheld.years else min(map(names_of, withheld.hidden), default="")

    def _points_to_it(self, statement: Statement, withheld: Withheld) -> str:
        """ "There were three. All were girls": the next sentence names them."""
        _, end = self.passage.sentence_bounds(statement.figure.start)
        if statement.categories or not quantities.POINTS_BACK.match(self.passage.text, end):
            return ""
        return self._mentioned(*self.passage.sentence_bounds(end), withheld)

    def named_with(self, statement: Statement, withheld: Withheld) -> str:
        """What is withheld and named in the sentence of an amount that is no number."""
        start, end = self.passage.sentence_bounds(statement.figure.start)
        if named := self._mentioned(start, end, withheld, but=statement.figure):
            return named
        _, years = years_named(statement, self.binder.scene, self.documents)
        if any(each in withheld.years for each in years):
            return "the total"
        is_of_another = within(self.binder.scene.categories, (start, end))
        points_back = quantities.POINTS_BACK.match(
            self.passage.text, start
        ) or quantities.POINTS_THERE.search(self.passage.text, start, end)
        if start and (points_back or not is_of_another):
            before = within(self.binder.scene.years, self.passage.sentence_bounds(start - 1))
            if any(year in withheld.years for m in before for year in m.slot.years):
                return "the total"
            return self._mentioned(*self._before(start), withheld)
        return ""
