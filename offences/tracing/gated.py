"""What a quantity of a text says of a withheld number, and what clears it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import permutations, product

from offences.tracing import quantities
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import Statement
from offences.tracing.computable import is_sum_of_years, made_of
from offences.tracing.counting import follows_a_thing
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.evidence.document import Evidence
from offences.tracing.explained import ExplainedText, names_of
from offences.tracing.finding.clauses import DIRECTION
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
from offences.tracing.rows import is_in_a_table

_SMALL = 9
"""Up to it, a gap between two totals may be a hidden number by chance."""


class GatedText(ExplainedText):
    """A text whose quantities are held against what a release hides and shows."""

    def withheld_category(self, statement: Statement, withheld: Withheld) -> str:
        """The withheld category that a statement gives a number of; empty if none."""
        figure, scene = statement.figure, self.binder.scene
        readings = (statement, *statement.alternatives)
        bounds = self.passage.sentence_bounds(figure.start)
        if self.is_too_many(statement, withheld) or self._is_of_two_totals(
            statement, withheld, bounds
        ):
            return ""
        if self._is_the_released_total(statement, withheld):
            return ""
        if hidden := next((r for r in readings if withheld.touches(r.categories)), None):
            return "" if self._is_a_shown_rest(hidden) else names_of(hidden.categories)
        if figure.kind in ("youngest", "mode"):
            if quantities.OF_ALL.search(self.passage.sentence(figure.start)) and (
                self._is_released(statement)
            ):
                return ""
            age = frozenset({NamedCategory("age", "", int(figure.value), int(figure.value))})
            return names_of(age) if withheld.touches(age) else ""
        if figure.value in withheld.shown.get(statement.categories, ()):
            return ""
        if withheld.years and starts_hidden(statement, self.documents):
            return "the total"
        if starts_from_hidden(statement, withheld.years, scene, self.documents) and not (
            self._names_a_year(statement) and self._is_released(statement)
        ):
            return "the total"
        if named := self._asked(statement, withheld):
            return named
        if self._answers_with_another(statement, withheld):
            return ""
        if figure.word != "quantity" and self._is_released(statement):
            return self._points_to_it(statement, withheld)
        if self._is_of_the_hidden_year_before(statement, withheld):
            return "the total"
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

    def _is_the_released_total(self, statement: Statement, withheld: Withheld) -> bool:
        """ "The total, 75, is public": said to be the total, with no part beside it."""
        figure, passage = statement.figure, self.passage
        bounds = passage.sentence_bounds(figure.start)
        if figure.kind not in VALUES or within(self.binder.scene.categories, bounds):
            return False
        before, after = passage.before(figure.start), passage.text[figure.end : bounds[1]]
        is_said = quantities.THE_TOTAL.search(before) or quantities.IN_ALL.match(after)
        years = {y for m in within(self.binder.scene.years, bounds) for y in m.slot.years}
        return bool(is_said and not years & withheld.years) and figure.value in {
            c.value for c in self.documents[0].counts if not (c.categories or c.role) and c.value
        }

    def is_of_another_body(self, statement: Statement, forces: Forces) -> bool:
        """A released number of a body that is said, and is not the one that the text is about."""
        figure, bodies = statement.figure, statement.bodies
        own = [is_named for is_named, _, is_own in forces if is_own]
        if not bodies or any(is_named(body.name) for body in bodies for is_named in own):
            return False
        counts = {c.value for body in bodies for e in body.documents for c in e.counts}
        if figure.kind == "maybe_coverage":
            return {int(figure.value), int(figure.of)} <= counts
        if figure.kind != "percent" or statement.way:
            return False
        return self._follows_its_body(statement) and any(
            whole and abs(Fraction(100 * part, whole) - figure.value) <= 1
            for part, whole in product(counts, repeat=2)
        )

    def is_a_released_whole(self, statement: Statement, withheld: Withheld) -> bool:
        """ "How many of the 37 victims aged 10 were girls?", or a total, with no year beside it.

        Where parts of a breakdown are shown, no other part of it can be as many as the total.
        """
        figure, passage = statement.figure, self.passage
        if figure.kind not in VALUES or figure.value.denominator != 1 or withheld.years:
            return self._is_asked_of(statement, withheld)
        kinds = {c.kind for c in statement.categories}
        shown = {c.kind for of in withheld.shown for c in of if withheld.shown[of] != {0}}
        now = self.documents[0].facts.latest
        totals = {
            c.value
            for c in self.documents[0].counts
            if c.year == now and not (c.categories or c.role)
        }
        is_total = bool(kinds) and kinds <= shown and figure.value in totals
        is_change = statement.way or DIRECTION.search(passage.sentence(figure.start))
        return bool(is_total and is_change) or self._is_asked_of(statement, withheld)

    def _is_asked_of(self, statement: Statement, withheld: Withheld) -> bool:
        figure, passage = statement.figure, self.passage
        if not quantities.HOW_MANY_OF.search(passage.before(figure.start)):
            return False
        _, end = passage.sentence_bounds(figure.start)
        after = within(self.binder.scene.categories, (figure.end, end))[:1]
        shown = withheld.shown.get(frozenset(m.slot for m in after), frozenset())
        return figure.value in shown | self._computable(withheld).wholes

    def _follows_its_body(self, statement: Statement) -> bool:
        """ "78 per cent across England", where no other body is between."""
        after = self.passage.text[statement.figure.end :]
        found = quantities.ACROSS.match(after)
        at = statement.figure.end + found.end() if found else -1
        return any(m.start <= at <= m.end for m in self.binder.scene.bodies)

    def hidden_near(self, statement: Statement, withheld: Withheld) -> set[NamedCategory]:
        """The hidden parts in the sentence of a number and in the question that it answers."""
        at = statement.figure.start
        asked = question_before(self.passage, at)
        said = [*self._named_near(at)]
        said += [m.slot for m in within(self.binder.scene.categories, asked)] if asked else []
        return {each for each in said if withheld.touches(frozenset({each}))}

    def _asked(self, statement: Statement, withheld: Withheld) -> str:
        """What is hidden in the question that a number answers, unless it is clearly of another."""
        figure = statement.figure
        asked = question_before(self.passage, figure.start)
        if not asked or statement.categories or self._is_of_released_alone(statement, withheld):
            return ""
        if self._answers_with_another(statement, withheld):
            return ""
        if not is_count(statement, {*OF_COUNTS, "exempt"}):
            return ""
        if named := self._mentioned(*asked, withheld):
            return named
        years = {y for m in within(self.binder.scene.years, asked) for y in m.slot.years}
        return "the total" if years & withheld.years and not statement.years else ""

    def _answers_with_another(self, statement: Statement, withheld: Withheld) -> bool:
        """ "Why is Kik hidden? There were 64 in all": a released number, in no hidden range."""
        figure = statement.figure
        is_plain = figure.kind in (*VALUES, "exempt") and figure.word != "quantity"
        has_ranges = bool(withheld.ranges or withheld.year_ranges)
        return (
            is_plain
            and has_ranges
            and question_before(self.passage, figure.start) is not None
            and self._is_released_elsewhere(statement, withheld)
        )

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

    def _is_of_two_totals(
        self, statement: Statement, withheld: Withheld, bounds: tuple[int, int]
    ) -> bool:
        """ "Nine times as many as Kent", "doubled": of released totals, no part beside it."""
        figure, scene = statement.figure, self.binder.scene
        word = self.passage.text[figure.start : figure.end]
        times = next((n for n, p in quantities.TIMES_OVER if p.fullmatch(word)), 0)
        if times and not statement.categories and self._is_between_totals(figure.start, times):
            return True
        if within(scene.categories, bounds):
            return False
        if not withheld.years and quantities.CHANGED.fullmatch(word):
            return True
        _, years = years_named(statement, scene, self.documents)
        of_all = {c.value for e in self.documents for c in e.counts if not c.categories}
        if figure.kind == "maybe_coverage" and not years & withheld.years:
            return {int(figure.value), int(figure.of)} <= of_all  # "61 out of 299"
        start = self.passage.sentence_bounds(max(0, bounds[0] - 1))[0]
        near = {m.slot.name: m.slot.documents for m in within(scene.bodies, (start, bounds[1]))}
        if figure.kind in ("count", "difference") and len(near) > 1 and not years & withheld.years:
            return self._differ_by(figure.value, near.values())
        named = {m.slot.name: m.slot.documents for m in within(scene.bodies, bounds)}
        totals = [
            {c.value for e in of for c in e.counts if c.value and not c.categories}
            for of in named.values()
        ]
        by = figure.value / figure.of
        pairs = (each for one, other in permutations(totals, 2) for each in product(one, other))
        is_known = any(abs(Fraction(a, b) - by) <= by / 10 for a, b in pairs)
        return figure.kind == "multiple" and is_known and not years & withheld.years

    def _differ_by(self, value: Fraction, bodies: Iterable[Sequence[Evidence]]) -> bool:
        """ "Only 14 ahead of it": so much apart are the latest totals of two bodies."""
        latest = [
            {c.value for e in of for c in e.counts if c.year == e.facts.latest and not c.categories}
            for of in bodies
        ]
        pairs = (each for a, b in permutations(latest, 2) for each in product(a, b))
        return value > _SMALL and any(a - b == value for a, b in pairs)

    def _is_between_totals(self, at: int, times: int) -> bool:
        """ "Doubled, from 19 to 42": both are written here or in the sentence before."""
        start, end = self.passage.sentence_bounds(at)
        first = self.passage.sentence_bounds(start - 1)[0] if start else 0
        totals = {c.value for c in self.documents[0].counts if not (c.categories or c.role)}
        said = {n.value for n in self.passage.numbers if first <= n.start < end} & totals
        pairs = permutations(said - {0}, 2)
        return any(7 * times / 8 <= Fraction(a) / b < times + 1 for a, b in pairs)

    def _is_of_no_part(self, statement: Statement, withheld: Withheld) -> bool:
        """The total of a released year, said to be one; the number of another body; too many."""
        figure, passage = statement.figure, self.passage
        bounds = passage.sentence_bounds(figure.start)
        if self._is_of_two_totals(statement, withheld, bounds):
            return True
        is_plain = figure.kind == "count" and figure.word != "quantity"
        if not is_plain or (statement.years or frozenset()) & withheld.years:
            return False
        bodies = [m.slot for m in within(self.binder.scene.bodies, bounds)]
        facts = (c for body in bodies for e in body.documents for c in e.counts)
        if any((c.value, c.categories) == (figure.value, statement.categories) for c in facts):
            return True
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
        if quantities.OF_THEM.match(text, figure.end) and follows_a_thing(self.passage, figure):
            return ""  # "six apps, three of them"
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
        if self._is_of_what_is_shown(statement, withheld) or is_in_a_table(
            figure, self.passage.text
        ):
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
            return self._mentioned(*self._before(start), withheld)
        return ""
