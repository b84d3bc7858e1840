"""What a quantity of a text says of a hidden number, and what clears it."""

from dataclasses import replace

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import age_category
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.numbers import numbers_in
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.bare_numbers import is_alone_in_its_sentence
from offences.tracing.hidden_numbers.computable import (
    left_by_shown_parts,
    made_of,
    numbers_without_detail,
)
from offences.tracing.hidden_numbers.explained import FEW_LEFT, names_of
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Forces, Hiding, are_inside, names_own
from offences.tracing.hidden_numbers.hidden_years import (
    OF_COUNTS,
    averages_hidden,
    is_count,
    may_be_of,
    starts_from_hidden,
    starts_hidden,
    years_named,
)
from offences.tracing.hidden_numbers.inherited import question_before
from offences.tracing.hidden_numbers.nouns import DECLINING, is_ours
from offences.tracing.hidden_numbers.only_body import is_fact, is_of_the_only_body
from offences.tracing.hidden_numbers.phrases import words_led
from offences.tracing.hidden_numbers.plain_sentences import is_but_a_name
from offences.tracing.hidden_numbers.remainder import is_the_rest_of_some
from offences.tracing.hidden_numbers.shown_numbers import own_clause
from offences.tracing.hidden_numbers.totals import SMALL
from offences.tracing.hidden_numbers.worked_out import WorkedOutText


class GatedText(WorkedOutText):
    """A text whose quantities are compared with what a release hides and shows."""

    def hidden_category(self, statement: Statement, hiding: Hiding) -> str:
        """The hidden category that a statement gives a number of; empty if none."""
        figure = statement.figure
        if left := self._leaves_hidden(statement, hiding):
            return left
        if left := self._leaves_ages(statement, hiding):
            return left
        if named := self.times_that_of_hidden(statement, hiding):
            return named
        if hiding.touches(NOT_KNOWN) and self.is_of_those_with_a_detail(statement):
            return names_of(NOT_KNOWN)
        if named := self._equals_what_follows(statement, hiding):
            return named
        if self._is_of_all(statement, hiding):
            return self._points_to_it(statement, hiding)
        readings = (statement, *statement.alternatives)
        if hidden := next((r for r in readings if hiding.touches(r.categories)), None):
            return names_of(hidden.categories)
        if named := self._of_those_before(statement, hiding):
            return named
        if figure.kind in ("youngest", "mode"):
            age = frozenset({age_category(int(figure.value))})
            return names_of(age) if hiding.touches(age) else ""
        if self._is_of_a_shown_part(statement, hiding):
            return ""
        if self._starts_in_a_hidden_year(statement, hiding):
            return "the total"
        if named := self._asked(statement, hiding):
            return named
        if figure.word != "quantity" and self.is_released(statement):
            compared = statement.categories and self._may_be_compared(statement, hiding)
            return compared or self._points_to_it(statement, hiding)
        return self._of_no_released(statement, hiding)

    def _equals_what_follows(self, statement: Statement, hiding: Hiding) -> str:
        """The hidden part before a number that is but equal to a released one: "as many as"."""
        figure, passage = statement.figure, self.passage
        first, _ = passage.sentence_bounds(figure.start)
        if not (first and quantities.THE_SAME_AS.match(passage.text, figure.end)):
            return ""
        own = within(self.binder.scene.categories, (first, figure.start))
        return "" if own else self._mentioned(*self._before(first), hiding)

    def _of_those_before(self, statement: Statement, hiding: Hiding) -> str:
        """The hidden crossing of two sentences: "11 against ten-year-olds. Eight were girls"."""
        start, _ = self.passage.sentence_bounds(statement.figure.start)
        if not (start and statement.categories - NOT_KNOWN):
            return ""
        if statement.figure.value in hiding.shown.get(statement.categories, ()):
            return ""
        kinds = {c.kind for c in self.categories_in(start)}
        before = {c for c in self.categories_in(start - 1) if c.kind not in kinds}
        both = statement.categories | before
        return names_of(both) if before and hiding.crosses(statement.categories, before) else ""

    def _starts_in_a_hidden_year(self, statement: Statement, hiding: Hiding) -> bool:
        """A change that leads back to a hidden total."""
        scene, years = self.binder.scene, hiding.years
        if years and starts_hidden(statement, self.documents):
            return True
        return any(
            tells(statement, years, scene, self.documents)
            for tells in (starts_from_hidden, averages_hidden)
        )

    def _of_no_released(self, statement: Statement, hiding: Hiding) -> str:
        """What a number tells that is no released figure of what it is said of."""
        if self._is_of_the_hidden_year_before(statement, hiding):
            return "the total"
        if named := self._part_of_another(statement, hiding):
            return named
        if self._is_explained(statement, hiding):
            return ""
        readings, years = (statement, *statement.alternatives), hiding.years
        if any(may_be_of(r, years, self.binder.scene, self.documents) for r in readings):
            return "the total"
        if self._gives_a_number_with_detail(statement) and hiding.touches(NOT_KNOWN):
            return names_of(NOT_KNOWN)
        bounds = self.passage.sentence_bounds(statement.figure.start)
        return (
            self._mentioned(*bounds, hiding)
            or self._mentioned_before(statement, hiding)
            or self._hidden_sibling(statement, bounds, hiding)
            or self._points_to_it(statement, hiding)
        )

    def _mentioned_before(self, statement: Statement, hiding: Hiding) -> str:
        """What is hidden in the sentences that the one of a number may point back to."""
        start, end = self.passage.sentence_bounds(statement.figure.start)
        is_shown = quantities.FINGERS_BEHIND.match(self.passage.text, statement.figure.end)
        points_back = self._points_back(start, end) or is_shown is not None
        if not start or (self.is_placed(statement) and not points_back):
            return ""
        before = self._before(start)
        if named := self._mentioned(*before, hiding):
            return named
        if points_back and hiding.touches(said := self._named_near(statement.figure.start)):
            return names_of(said)
        return self._hidden_sibling(statement, before, hiding) if points_back else ""

    def _points_back(self, start: int, end: int) -> bool:
        """Whether a sentence goes on with what the one before spoke of: "of these", "the rest"."""
        return bool(
            quantities.POINTS_BACK.match(self.passage.text, start)
            or quantities.POINTS_THERE.search(self.passage.text, start, end)
        )

    def _is_of_a_shown_part(self, statement: Statement, hiding: Hiding) -> bool:
        """Whether a number is a shown part's, compared with none: "Nine were 13"."""
        if statement.figure.value not in hiding.shown.get(statement.categories, ()):
            return False
        return not self._may_be_compared(statement, hiding)

    def _part_of_another(self, statement: Statement, hiding: Hiding) -> str:
        """The hidden part that "it" is: "Kik is hidden. It is a third of the Facebook number"."""
        figure, passage = statement.figure, self.passage
        start, _ = passage.sentence_bounds(figure.start)
        is_multiple = quantities.TIMES.match(passage.text, figure.start)
        is_part = is_multiple or figure.kind in (*SHARES, "multiple")
        is_of_a_part = is_part and statement.categories
        if not (
            start and is_of_a_part and quantities.IT_IS.search(passage.text, start, figure.start)
        ):
            return ""
        return self._mentioned(*passage.sentence_bounds(start - 1), hiding)

    def _may_be_compared(self, statement: Statement, hiding: Hiding) -> str:
        """A hidden part beside the only number of a sentence: it may compare them."""
        figure, passage = statement.figure, self.passage
        start, end = passage.sentence_bounds(figure.start)
        is_declined = any(
            each.search(passage.text, start, end) for each in (DECLINING, quantities.MARKED_PARTS)
        ) and not quantities.COMPARED_WITH.search(passage.before(figure.start))
        if is_declined or any(
            c.start in range(start, end) and c.start != figure.start for c in self.candidates
        ):
            return ""
        is_asked = quantities.HOW_MANY_OF.search(passage.before(figure.start))
        is_own = figure.value in hiding.shown.get(statement.categories, ())
        apart = own_clause(passage, figure) if is_own else None
        if is_asked or (apart and not self._mentioned(*apart, hiding)):
            return ""
        return self._mentioned(start, end, hiding)

    def is_of_another_body(self, statement: Statement, forces: Forces) -> bool:
        """A released number of a body that is said, and is not the one that the text is about."""
        figure, bodies = statement.figure, statement.bodies
        if self.is_part_of_another_whole(statement, forces) or self.is_share_of_it(statement):
            return True
        if not bodies:
            return is_of_the_only_body(statement, self.binder.scene, forces)
        if names_own((body.name for body in bodies), forces):
            return False
        if figure.kind == "maybe_coverage":  # "61 out of 299"
            counts = {c.value for each in statement.evidence for c in each.counts}
            return {int(figure.value), int(figure.of)} <= counts
        is_of_part = figure.kind in VALUES and bool(statement.categories)
        if is_of_part and is_fact(statement, statement.evidence):
            return True  # "11 of England's victims were nine"
        return self.is_released(statement) or self._is_of_a_part_nearby(statement)

    def is_of_another_named_before(self, at: int, forces: Forces) -> bool:
        """Whether a sentence goes on with a body's numbers: "Wales had 90. Kik was used in 24".

        With those alone: not "and we had one", nor "in every force", nor "Ours adds to that" next.
        """
        passage, bodies = self.passage, self.binder.scene.bodies
        bounds, end = passage.sentence_bounds(at), passage.with_sentence_after(at)[1]
        after = (m.slot.name for m in within(bodies, (bounds[1], end)))
        is_told = within(bodies, bounds)[1:] or names_own(after, forces)
        if is_told or quantities.SOME_OF_OURS.search(passage.text, bounds[0], end):
            return False
        numbers = self._candidates_in(bounds)
        return bool(numbers) and all(
            self.is_of_another_body(self.bound(each), forces) for each in numbers
        )

    def _is_of_a_part_nearby(self, statement: Statement) -> bool:
        """Whether it is another body's number of a part: "Kik is hidden. England's is 16"."""
        figure = statement.figure
        start, end = self.passage.sentence_bounds(figure.start)
        if figure.kind not in VALUES or any(c.low == c.high for c in statement.categories):
            return False  # of a band it may be one age's: "it has the two at 14 and 27"
        if quantities.ELSEWHERE.search(self.passage.text, start, end):
            return False  # "of England's 14 eight-year-olds, 12 lived outside Northshire"
        near = {m.slot for m in within(self.binder.scene.categories, self._near(figure.start))}
        counts = (c for each in statement.evidence for c in each.counts)
        of_value = (c.categories for c in counts if c.value == figure.value)
        return any(of and (of <= near or are_inside(of, near)) for of in of_value)

    def _asked(self, statement: Statement, hiding: Hiding) -> str:
        """What is hidden in the question that a number answers, unless it is clearly of another."""
        asked = question_before(self.passage, statement.figure.start)
        is_ratio = quantities.PART_OF_A_NUMBER.match(self.passage.text, statement.figure.start)
        if not asked or (statement.categories and not is_ratio):
            return ""
        own = self.categories_in(statement.figure.start)
        start, end = self.passage.sentence_bounds(statement.figure.start)
        if not own and start and quantities.IT_WAS.match(self.passage.text, start, end):
            before = within(self.binder.scene.categories, self._before(start))
            own = frozenset(m.slot for m in before[-1:])
        if any(statement.figure.value in hiding.shown.get(frozenset({c}), ()) for c in own):
            return ""  # "Kik? That is hidden. What I can tell you is that Snapchat was used in 21"
        return self._mentioned(*asked, hiding)

    def _hidden_sibling(self, statement: Statement, bounds: tuple[int, int], hiding: Hiding) -> str:
        """A number that is no released figure, said of parts of which another is hidden.

        What is left tells that one. The parts named there may be added up, or one taken of another.
        """
        if not is_count(statement, VALUES):
            return ""
        said = frozenset(m.slot for m in within(self.binder.scene.categories, bounds))
        if self._is_of_what_is_shown(statement, hiding):
            return ""
        kinds = {each.kind for each in said}
        hidden = [of for of in sorted(hiding.hidden, key=names_of) if kinds & {c.kind for c in of}]
        value, is_of_another = statement.figure.value, is_fact(statement, self.documents)
        if bounds[0] and not statement.categories:  # "Snapchat leads. It was used in 48"
            said |= self.named_before(bounds[0])
        if not hidden or is_of_another or value in made_of(said, hiding.shown):
            return ""
        return names_of(hidden[0])

    def _leaves_hidden(self, statement: Statement, hiding: Hiding) -> str:
        """What shown parts leave over, which the hidden ones are: "others 7", "all but six"."""
        figure, text = statement.figure, self.passage.text
        first, _ = self.passage.sentence_bounds(figure.start)
        if figure.kind not in (*VALUES, "exempt", "difference") or figure.value > FEW_LEFT:
            return ""
        if not is_the_rest_of_some(self.passage, figure):
            return ""
        if figure.value in hiding.shown.get(statement.categories, ()):
            return ""
        near = self.passage.with_sentence_before(figure.start)
        kinds = {m.slot.kind for m in within(self.binder.scene.categories, near)}
        kinds |= {kind for kind, words in quantities.KINDS if words.search(text, *near)}
        if quantities.THE_TOP.search(text, first, figure.start) and not kinds & {"age", "sex"}:
            kinds.add("part")  # "apart from the big three there were seven"
        rests = numbers_without_detail(self.documents, kinds)
        if figure.value and figure.value in rests - left_by_shown_parts(self.documents, hiding):
            return ""
        hidden = (of for of in hiding.hidden if {c.kind for c in of} <= kinds)
        return min(map(names_of, hidden), default="")

    def _leaves_ages(self, statement: Statement, hiding: Hiding) -> str:
        """The few hidden ages that all shown ones leave: "125 of 131 were nine to 16"."""
        figure, said = statement.figure, statement.categories
        hidden = [of for of in hiding.hidden if {c.kind for c in of} == {"age"}]
        shown = [of for of in hiding.shown if {c.kind for c in of} == {"age"}]
        if not (hidden and len(shown) > 1 and len(said) == 1) or hiding.touches(said):
            return ""
        band = min(said)
        inside = (band.low <= c.low and c.high <= band.high for of in shown for c in of)
        if band.kind != "age" or not all(inside):
            return ""
        numbers = self.passage.numbers_between(*self.passage.sentence_bounds(figure.start))
        totals = self._totals_near(figure.start)
        is_share = figure.kind in (*SHARES, "maybe_coverage")
        is_beside = is_share or any(n.value in totals for n in numbers if n.start != figure.start)
        told = sum(min(hiding.shown[of]) for of in shown)
        is_few = any(0 < total - told <= SMALL for total in totals)
        return min(map(names_of, hidden)) if is_beside and is_few else ""

    def _is_of_the_hidden_year_before(self, statement: Statement, hiding: Hiding) -> bool:
        """Whether "it" is a hidden year: "2016/17 is kept back. It was a tenth of the 35"."""
        start, end = self.passage.sentence_bounds(statement.figure.start)
        if not start or not quantities.IT_WAS.match(self.passage.text, start, end):
            return False
        before = within(self.binder.scene.years, self.passage.sentence_bounds(start - 1))
        named = {year for m in before for year in m.slot.years}
        return bool(named & hiding.years) and is_count(statement, OF_COUNTS)

    def _is_called_a_total(self, statement: Statement) -> bool:
        """Whether a number is given as a released year's total: "the total of 2017/18 as 121"."""
        released = {c.year for c in self.documents.local.totals}
        is_total = quantities.A_TOTAL.search(self.passage.before(statement.figure.start))
        return bool(is_total and statement.years and statement.years <= released)

    def left_unexplained(self, statement: Statement, hiding: Hiding) -> str:
        """A number of offences that nobody can work out of the released ones tells a hidden one."""
        figure, text = statement.figure, self.passage.text
        shown = hiding.shown.get(statement.categories, ())
        if figure.value in shown or self.is_released(statement):
            return ""
        if self._is_explained(statement, hiding):
            return ""
        if self._is_of_all(statement, hiding) or self._is_called_a_total(statement):
            return ""
        is_few = quantities.FEW.fullmatch(text, figure.start, figure.end)
        if figure.word == "quantity" or figure.kind == "exempt":
            written = numbers_in(text[figure.start : figure.end])
            is_counted = (
                quantities.THEN_COUNTED.match(text, figure.end)
                or any(map(_is_counted, words_led(text, figure.end)))
                or is_alone_in_its_sentence(self.passage, figure, self.binder.scene.bodies)
                or self._is_of_a_total(figure)
                or (hiding.years and self._leads_to_a_total(figure))
            )
            if not (is_few or written) or not is_counted:
                return ""
            value = written[0].value if written else figure.value
            statement = replace(statement, figure=replace(figure, kind="count", value=value))
        if not is_count(statement, OF_COUNTS):
            return ""
        named, years = years_named(statement, self.binder.scene, self.documents)
        if not hiding.hidden and years and not all(each.is_distance for each in named):
            return ""  # of other years alone
        if figure.value > SMALL and figure.value in self._totals_near(figure.start):
            return ""  # "two more than Southshire, 33 against 31"
        if self.is_of_what_comes_next(statement):
            return min(map(names_of, hiding.hidden), default="")
        if self._is_of_what_is_shown(statement, hiding):
            return ""
        is_alone = (
            figure.kind == "count" and figure.value <= SMALL and not self._has_a_source(figure)
        )
        beside = self._written_near(figure.start)
        if not (is_few or is_alone) and self._computable(hiding).gives(statement, beside):
            return ""
        return "the total" if hiding.years else min(map(names_of, hiding.hidden), default="")

    def _points_to_it(self, statement: Statement, hiding: Hiding) -> str:
        """The hidden part that the next sentence names: "There were three. All were girls"."""
        _, end = self.passage.sentence_bounds(statement.figure.start)
        figure = statement.figure
        after = self.passage.sentence_bounds(end)
        points = quantities.POINTS_BACK.match(self.passage.text, end)
        if statement.categories or not (
            points
            or (
                figure.value <= FEW_LEFT
                and is_but_a_name(self.passage, after, self.binder.scene.categories)
            )
        ):
            return ""
        return self._mentioned(*after, hiding)

    def named_with(self, statement: Statement, hiding: Hiding) -> str:
        """What is hidden and named in the sentence of an amount that is no number."""
        start, end = self.passage.sentence_bounds(statement.figure.start)
        if named := self._mentioned(start, end, hiding):
            return named
        _, years = years_named(statement, self.binder.scene, self.documents)
        if any(each in hiding.years for each in years):
            return "the total"
        is_of_another = within(self.binder.scene.categories, (start, end))
        if start and (self._points_back(start, end) or not is_of_another):
            before = within(self.binder.scene.years, self.passage.sentence_bounds(start - 1))
            if any(year in hiding.years for m in before for year in m.slot.years):
                return "the total"
            return self._mentioned(*self._before(start), hiding)
        return ""


def _is_counted(word: str) -> bool:
    return is_ours(word) and word not in ("times", "occasions")
