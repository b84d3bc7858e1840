"""What a quantity of a text says of a withheld number, and what clears it."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from itertools import permutations

from offences.tracing import quantities
from offences.tracing.binding.categories import KNOWN_WORDS, attribute_kind
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import KNOWN, UNKNOWN, Statement
from offences.tracing.computable import Computable, is_sum_of_years, made_of, numbers_with_detail
from offences.tracing.counted import follows_a_thing
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate, split_modifier
from offences.tracing.finding.clauses import DIRECTION
from offences.tracing.finding.numbers import numbers_in
from offences.tracing.hidden import NOT_KNOWN, Withheld
from offences.tracing.hidden_years import (
    OF_COUNTS,
    is_count,
    may_be_of,
    starts_from_hidden,
    starts_hidden,
    years_named,
)
from offences.tracing.inherited import question_before
from offences.tracing.quantified import QuantifiedText
from offences.tracing.rows import is_in_a_table
from offences.tracing.trace import judge


class GatedText(QuantifiedText):
    """A text whose quantities are held against what a release hides and shows."""

    @cached_property
    def _computables(self) -> dict[int, Computable]:
        return {}

    def withheld_category(self, statement: Statement, withheld: Withheld) -> str:
        """The withheld category that a statement gives a number of; empty if none."""
        figure, scene = statement.figure, self.binder.scene
        readings = (statement, *statement.alternatives)
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
            if points_back and (named := self._hidden_sibling(statement, before, withheld)):
                return named
        return self._hidden_sibling(statement, (start, end), withheld) or self._points_to_it(
            statement, withheld
        )

    def _names_a_year(self, statement: Statement) -> bool:
        named, _ = years_named(statement, self.binder.scene)
        return any(not each.is_distance for each in named)

    def hidden_near(self, statement: Statement, withheld: Withheld) -> set[NamedCategory]:
        """The hidden parts in the sentence of a number and in the question that it answers."""
        at = statement.figure.start
        bounds = [self.passage.sentence_bounds(at), question_before(self.passage, at)]
        said = [
            m.slot for each in bounds if each for m in within(self.binder.scene.categories, each)
        ]
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

    def _is_a_shown_rest(self, statement: Statement) -> bool:
        """ "In nine the sex was not recorded", where that is released and the age is hidden."""
        if statement.categories != NOT_KNOWN:
            return False
        bounds = self.passage.sentence_bounds(statement.figure.start)
        said = [m for m in within(self.binder.scene.categories, bounds) if {m.slot} == NOT_KNOWN]
        of = {attribute_kind(self.passage.text[m.start : m.end]) for m in said}
        rests = [c for c in self.documents[0].counts if c.role == UNKNOWN and {c.known_of} == of]
        return statement.figure.value in {c.value for c in rests}

    def _is_all_but_a_shown_rest(self, statement: Statement) -> bool:
        """ "Recorded the sex in all but nine", where those nine are released."""
        but = quantities.ALL_BUT.match(self.passage.text, statement.figure.start)
        rests = {
            c.value
            for c in self.documents[0].counts
            if c.role == UNKNOWN and c.known_of == statement.known_of
        }
        return but is not None and numbers_in(but["n"])[0].value in rests

    def _gives_a_number_with_detail(self, statement: Statement) -> bool:
        """ "The age was known of 161", "an age could be put to 98% of them"."""
        if statement.role == KNOWN:
            return not self._is_all_but_a_shown_rest(statement)
        bounds = self.passage.sentence_bounds(statement.figure.start)
        written = KNOWN_WORDS.search(self.passage.text, *bounds)
        of = attribute_kind(written[0]) if written and not statement.categories else ""
        if of and all(c.known_of != of for c in self.documents[0].counts if c.role):
            return True  # "all bar three give an age", where that is hidden
        is_share = statement.figure.kind in ("percent", "fraction") and not statement.categories
        said = quantities.AN_ATTRIBUTE.search(self.passage.text, *bounds) if is_share else None
        if not said:
            return False
        of = attribute_kind(said[0])
        released = {c.value for c in self.documents[0].counts if c.role and c.known_of == of}
        return not Computable(self.documents, {}).gives_share(statement, released)

    def _is_released(self, statement: Statement) -> bool:
        figure = statement.figure
        if figure.kind == "exempt":  # "eight in all"
            statement = replace(statement, figure=replace(figure, kind="count"))
        return judge(statement, self.documents).verdict in ("traced", "rounded")

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

    def left_unexplained(self, statement: Statement, withheld: Withheld) -> str:
        """A number of offences that nobody can work out of the released ones tells a hidden one."""
        figure, text = statement.figure, self.passage.text
        shown = withheld.shown.get(statement.categories, ())
        if figure.value in shown or self._is_released(statement):
            return ""
        if self._is_explained(statement, withheld):
            return ""
        if is_sum_of_years(statement, self.documents):
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

    def _is_explained(self, statement: Statement, withheld: Withheld) -> bool:
        """A number of shown parts, or of those where something is known, beside no hidden part."""
        figure = statement.figure
        bounds = start, end = self.passage.sentence_bounds(figure.start)
        said = frozenset(m.slot for m in within(self.binder.scene.categories, bounds))
        is_near = any(withheld.touches(frozenset({each})) for each in said)
        if is_near:
            return False
        if figure.word == "quantity" or not figure.value:
            if not said:
                has_detail = KNOWN_WORDS.search(self.passage.text, start, end) is not None
                return has_detail and not (withheld.touches(NOT_KNOWN) or statement.years)
            are_shown = said <= {c for of in withheld.shown for c in of}
            return are_shown and not quantities.REST.search(self.passage.text, start, end)
        own = said | statement.categories
        if self._is_of_released_alone(statement, withheld):
            return True
        if self._is_ratio(statement, made_of(own, withheld.shown)):
            return True
        if figure.kind == "multiple" and self._is_of_two_shown(statement, said, withheld):
            return True
        if figure.kind in VALUES and figure.value in made_of(own, withheld.shown) - {0}:
            return True
        if figure.kind == "difference" and figure.value in made_of(said, withheld.shown) - {0}:
            return True
        is_known = statement.role in (KNOWN, UNKNOWN) or KNOWN_WORDS.search(
            self.passage.text, start, end
        )
        is_of_all = figure.kind in VALUES and not statement.categories
        known = numbers_with_detail(self.documents, withheld.shown)
        if figure.kind in ("percent", "fraction"):
            of = quantities.OF_N.match(self.passage.text, figure.end)
            whole = numbers_in(of["n"])[0].value if of else 0
            is_of_total = not said and whole in self._computable(withheld).wholes
            _, years = years_named(statement, self.binder.scene, self.documents)
            if is_of_total and not (years & withheld.years or withheld.touches(NOT_KNOWN)):
                of_shown = set().union(*withheld.shown.values())  # "44% of the 318 offences"
                return self._computable(withheld).gives_share(statement, of_shown)
            of_all = known if is_known and not withheld.touches(NOT_KNOWN) else set()
            numbers = made_of(own, withheld.shown) | of_all
            return self._computable(withheld).gives_share(statement, numbers)
        return bool(is_known and is_of_all and not withheld.touches(NOT_KNOWN)) and (
            figure.value in known
        )

    def _is_of_released_alone(self, statement: Statement, withheld: Withheld) -> bool:
        """A released number in no hidden range, where nothing hidden is spoken of.

        Neither in its sentence nor in those before it that it may point to; and no change.
        """
        figure, text = statement.figure, self.passage.text
        start, end = bounds = self.passage.sentence_bounds(figure.start)
        named = within(self.binder.scene.categories, bounds)
        if statement.way or DIRECTION.search(text, start, end) or withheld.touches(NOT_KNOWN):
            return False
        years = {y for m in self.binder.scene.years for y in m.slot.years | m.slot.first}
        if years & withheld.years or self.documents[0].facts.latest in withheld.years:
            return False
        if start and not named and self._mentioned(*self._before(start), withheld):
            return False
        is_value = figure.kind in (*VALUES, "exempt")
        return is_value and self._is_released_elsewhere(statement, withheld)

    def _is_released_elsewhere(self, statement: Statement, withheld: Withheld) -> bool:
        """The number of a shown part or of a whole, and in no hidden range."""
        value = statement.figure.value
        released = self._computable(withheld).wholes.union(*withheld.shown.values())
        ranges = {*withheld.ranges.values(), *withheld.year_ranges.values()}
        if not withheld.year_ranges and withheld.years:
            ranges.add((0, 9))
        return value in released and not any(low <= value <= high for low, high in ranges)

    def _is_ratio(self, statement: Statement, numbers: set[int]) -> bool:
        """ "More than four to one", where both are released."""
        found = quantities.TO_ONE.search(self.passage.sentence(statement.figure.start))
        if not found:
            return False
        times = numbers_in(found["n"])[0].value
        ratios = (Fraction(a, b) for a, b in permutations(numbers - {0}, 2))
        return any(7 * times / 8 <= each < times + 1 for each in ratios)

    def _is_of_two_shown(
        self, statement: Statement, said: Iterable[NamedCategory], withheld: Withheld
    ) -> bool:
        """ "Half as many as Snapchat": both are released, and no hidden year is named."""
        _, years = years_named(statement, self.binder.scene, self.documents)
        shown = [withheld.shown.get(frozenset({each}), frozenset({0})) for each in said]
        if len(shown) != 2 or years & withheld.years:
            return False
        by = statement.figure.value / statement.figure.of
        pairs = [(a, b) for one, other in permutations(shown) for a in one for b in other if b]
        return any(abs(Fraction(a, b) - by) <= by / 20 for a, b in pairs)

    def _is_of_what_is_shown(self, statement: Statement, withheld: Withheld) -> bool:
        """A number of a part that is shown, and of no other and nothing that is left."""
        bounds = self.passage.sentence_bounds(statement.figure.start)
        said = frozenset(m.slot for m in within(self.binder.scene.categories, bounds))
        if statement.categories != said or said not in withheld.shown:
            return False
        start, end = statement.figure.start, statement.figure.end
        before, _ = split_modifier(self.passage.text[bounds[0] : start])
        return not (
            quantities.LEAVES.search(before)
            or quantities.LEAVES.search(self.passage.text, end, bounds[1])
        )

    def _computable(self, withheld: Withheld) -> Computable:
        if id(withheld) not in self._computables:
            self._computables[id(withheld)] = Computable(self.documents, withheld.shown)
        return self._computables[id(withheld)]

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

    def _before(self, start: int) -> tuple[int, int]:
        """The sentence before, or the one before that where it names no category."""
        before = self.passage.sentence_bounds(start - 1)
        if before[0] and not within(self.binder.scene.categories, before):
            return self.passage.sentence_bounds(before[0] - 1)
        return before

    def _mentioned(
        self, start: int, end: int, withheld: Withheld, but: Candidate | None = None
    ) -> str:
        inside: list[Mention[NamedCategory]] = within(self.binder.scene.categories, (start, end))
        if but:
            inside = [m for m in inside if m.end <= but.start or but.end <= m.start]
        said = frozenset(mention.slot for mention in inside)
        for each in inside:
            if withheld.touches(frozenset({each.slot})):
                return str(each.slot)
        return names_of(said) if withheld.touches(said) else ""


def names_of(categories: Iterable[NamedCategory]) -> str:
    return ", ".join(sorted(str(each) for each in categories))
