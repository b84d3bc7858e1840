"""What explains a number of a text: a released one, a sum, a share, a part that is shown."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from offences.tracing.binding.categories import KNOWN_WORDS, attribute_kind
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import KNOWN, UNKNOWN, Statement
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import SHARES, Candidate, split_modifier
from offences.tracing.finding.clauses import DIRECTION
from offences.tracing.finding.numbers import numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.computable import (
    AVERAGE,
    Computable,
    made_of,
    numbers_with_detail,
)
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Hiding
from offences.tracing.hidden_numbers.hidden_years import is_count, years_named
from offences.tracing.hidden_numbers.nouns import HIDING
from offences.tracing.hidden_numbers.phrases import clause_around
from offences.tracing.hidden_numbers.quantified import QuantifiedText
from offences.tracing.hidden_numbers.rounded_shares import is_rounded_count, is_rounded_share
from offences.tracing.hidden_numbers.shares_in_words import is_of_the_next_sentence
from offences.tracing.hidden_numbers.those_with_a_sex import is_of_those_with_a_sex
from offences.tracing.judging.judge import judge

_COMPARED = compiled(
    r"\b(?:compar\w+|against|versus|next\s+to|beside|where(?:as)?|while|opposed\s+to|to|than|for\s+every)\b"
)
_IT = compiled(
    r"\b(?:its?|they|them)\b(?!\s+(?:is|was|are|were)\s+(?:not\s+)?(?:known|noted|recorded|said|stated)\b)"
    r"|\b(?:this|that)\s+(?:one|was|is|had)\b"
)
SMALL = 9
"""Up to it, a number may be a hidden one by chance."""
FEW_LEFT = 20
"""Up to so many may be what the hidden parts of a breakdown have together."""
_BACK = 3
"""How many sentences without a category "it" may point back across."""


_PER_HEAD = "per_head"
"""The kind of "97 girls in every hundred"."""
_IN_EVERY_HUNDRED = compiled(
    r"\s+(?:in|of|out\s+of)\s+(?:every|each)\s+(?:hundred|thousand|ten|100|1,?000|10)\b"
)


class ExplainedText(QuantifiedText):
    """A text whose numbers are compared with what a reader has already."""

    def bound(self, figure: Candidate) -> Statement:
        """A share that stands alone is of what the next sentence says: "That is the share of"."""
        statement = super().bound(figure)
        _, end = self.passage.sentence_bounds(figure.start)
        if statement.categories or not is_of_the_next_sentence(self.passage, figure.start):
            return statement
        named, latest = self.categories_in(end), self.documents.local.facts.latest
        of_years = within(self.binder.scene.years, self.passage.sentence_bounds(end))
        is_latest = all(m.slot.years <= {latest} for m in of_years)
        return replace(statement, categories=named) if is_latest and len(named) == 1 else statement

    @cached_property
    def _computables(self) -> dict[int, Computable]:
        return {}

    def _named_near(self, at: int) -> frozenset[NamedCategory]:
        """The categories of a sentence, and of the one before where it points there."""
        bounds = start, end = self.passage.sentence_bounds(at)
        said = within(self.binder.scene.categories, bounds)
        if start and quantities.POINTS_THERE.search(self.passage.text, start, end):
            said = [*within(self.binder.scene.categories, self._before(start)), *said]
        return frozenset(m.slot for m in said)

    def is_placed(self, statement: Statement) -> bool:
        """Whether a number has a part of its own, or its clause names one, and compares none.

        "A single report, compared with 19 for Facebook" may be of what was named before.
        """
        figure, categories = statement.figure, self.binder.scene.categories
        first, last = clause_around(self.passage, (figure.start, figure.end))
        named = within(categories, self.passage.sentence_bounds(figure.start))
        far = [m for m in named if _COMPARED.search(self.passage.text, figure.end, m.start)]
        own = [m for m in named if m not in far and m.start in range(first, last)]
        return bool(own or statement.categories - {m.slot for m in far})

    def _is_all_but_a_shown_rest(self, statement: Statement) -> bool:
        """Whether what is left is released: "Recorded the sex in all but nine"."""
        but = quantities.ALL_BUT.match(self.passage.text, statement.figure.start)
        rests = {
            c.value
            for c in self.documents.local.counts
            if c.role == UNKNOWN and c.known_of == statement.known_of
        }
        return but is not None and numbers_in(but["n"])[0].value in rests

    def _gives_a_number_with_detail(self, statement: Statement) -> bool:
        """Whether a number is of those with a detail: "The age was known of 161"."""
        if statement.role == KNOWN:
            return not self._is_all_but_a_shown_rest(statement)
        bounds = self.passage.sentence_bounds(statement.figure.start)
        written = KNOWN_WORDS.search(self.passage.text, *bounds)
        of = attribute_kind(written[0]) if written and not statement.categories else ""
        if of and all(c.known_of != of for c in self.documents.local.counts if c.role):
            return True  # "all bar three give an age", where that is hidden
        is_share = statement.figure.kind in SHARES and not statement.categories
        wholes = {c.value for c in self.documents.local.counts}
        is_of_whole = statement.figure.kind in ("fraction", "maybe_coverage")
        is_part = is_of_whole and statement.figure.of in wholes and not statement.categories
        is_rest = is_part or (
            statement.figure.kind in ("count", "exempt")
            and quantities.LEAVES.search(self.passage.text, *bounds)
        )  # "filled in the sex on all but three", "for 77 out of 79"
        said = quantities.AN_ATTRIBUTE.search(self.passage.text, *bounds) or written
        if not (said and (is_share or is_rest)):
            return False
        of = attribute_kind(said[0])
        released = {c.value for c in self.documents.local.counts if c.role and c.known_of == of}
        if is_rest:
            return statement.figure.value not in numbers_with_detail(self.documents, {})
        return not Computable(self.documents, {}).gives_share(statement, released)

    def is_of_those_with_a_detail(self, statement: Statement) -> bool:
        """Whether a number is of those with an age or a sex, of which a hidden number has none.

        The shown ages may be added up; that no other was known tells the hidden ones.
        """
        if self._is_share_of_those_with_a_sex(statement):
            return True
        of = statement.known_of
        if statement.role != KNOWN or statement.categories or of not in ("age", "sex"):
            return False
        own = self.documents.local.counts
        are_given = any((c.role, c.known_of) == (UNKNOWN, of) for c in own)
        return not are_given and is_count(statement, VALUES)

    def is_of_what_comes_next(self, statement: Statement) -> bool:
        """Whether a difference is of what has no name: "next up, with six fewer, is the top"."""
        figure, text = statement.figure, self.passage.text
        start, end = self.passage.sentence_bounds(figure.start)
        named = within(self.binder.scene.categories, (start, end))
        is_next = quantities.NEXT_WITHOUT_A_NAME.search(text, start, end)
        is_of_it = is_next and all(m.end <= figure.start for m in named)
        is_added = named and quantities.ON_TOP_OF.search(text, start, end)
        return figure.kind == "difference" and bool(is_of_it or is_added)

    def _is_share_of_those_with_a_sex(self, statement: Statement) -> bool:
        """Whether a share of a sex is of those with one: "93 per cent of those known were girls".

        It tells how many they are, unless their number, or that of the rest, is released.
        """
        figure, own = statement.figure, self._shown.get(statement.categories)
        said = (
            self.categories_in(figure.start) if figure.kind == _PER_HEAD else statement.categories
        )
        is_share = figure.kind in (*SHARES, "maybe_coverage", _PER_HEAD)
        is_share = is_share or _IN_EVERY_HUNDRED.match(self.passage.text, figure.end) is not None
        if {c.kind for c in said} != {"sex"} or "sex" in self.details or not is_share:
            return False
        bounds = self.passage.sentence_bounds(figure.start)
        national = self.documents.national
        named = {m.slot.evidence for m in within(self.binder.scene.bodies, bounds)}
        if national not in named and is_of_those_with_a_sex(self.passage.text[slice(*bounds)]):
            return True
        if not own or figure.kind not in SHARES or not self._leaves_a_few(figure, own):
            return False
        totals = {c.value for c in self.documents.local.totals}
        return not is_rounded_share(self.passage.text, figure, own, totals)

    def _leaves_a_few(self, figure: Candidate, numbers: Iterable[int]) -> bool:
        """Whether a share of all with a detail leaves but a few without: 88 as 96 per cent of 92.

        A reader who has the released number of the part divides it by the share.
        """
        own = self.documents.local
        totals = {c.value for c in own.totals if c.year == own.facts.latest}
        low = high = figure.value / (100 if figure.kind == "percent" else figure.of)
        if figure.kind == "percent":
            (written, *_) = numbers_in(self.passage.text[figure.start : figure.end])
            half = Fraction(1, 200 * 10**written.decimals)
            low, high = low - half, high + half
        return any(
            max(ceil(n / high), total - FEW_LEFT) <= min(floor(n / low), total - 1)
            for n in numbers
            for total in totals
        )

    def is_released(self, statement: Statement) -> bool:
        figure = statement.figure
        if figure.kind == "exempt":  # "eight in all"
            statement = statement.as_count()
        return judge(statement, self.documents).verdict in ("traced", "rounded")

    def _is_explained(self, statement: Statement, hiding: Hiding) -> bool:
        """A number of shown parts, or of those where something is known, beside no hidden part."""
        figure = statement.figure
        said = self._named_near(figure.start)
        known = numbers_with_detail(self.documents, hiding.shown)
        hides_unknown = hiding.touches(NOT_KNOWN) and not self._is_of_a_released_detail(
            figure.start
        )
        is_rest = said == NOT_KNOWN >= statement.categories and not hides_unknown
        if is_rest and figure.value in known:
            return True
        if hiding.touches(said):
            return False
        if figure.word == "quantity" or not figure.value:
            return self._is_explained_amount(statement, hiding, said)
        if self._is_of_released_alone(statement, hiding):
            return True
        own = said | statement.categories
        of_parts = made_of(own, hiding.shown)
        is_count = figure.kind in (*VALUES, "exempt")
        if is_count and figure.value in of_parts - {0}:
            return True
        is_of_hidden = HIDING.search(self.passage.sentence(figure.start))
        if is_count and is_rounded_count(figure, of_parts) and not is_of_hidden:
            return True
        if figure.kind == "maybe_coverage" and figure.of in self._computable(hiding).wholes:
            return figure.value in of_parts - {0}  # "that is 34 out of 48"
        is_of_it = self._is_of_hidden_before(figure.start, hiding)
        is_known = not (hides_unknown or is_of_it) and (
            statement.categories == NOT_KNOWN == said
            or statement.role in (KNOWN, UNKNOWN)
            or self._has_detail(figure.start)
        )
        if figure.kind in SHARES:
            numbers = of_parts | (known if is_known else set())
            return self._is_explained_share(statement, hiding, said, numbers)
        is_of_all = figure.kind in VALUES and not statement.categories
        return is_known and is_of_all and figure.value in known

    def _is_of_hidden_before(self, at: int, hiding: Hiding) -> bool:
        """Whether "it" is a hidden part: "Kik is for chat. It has 5 per cent of those known"."""
        start, end = self.passage.sentence_bounds(at)
        is_of_it = (
            start and not self.categories_in(at) and _IT.search(self.passage.text, start, end)
        )
        return bool(is_of_it and self._mentioned(*self._before(start), hiding))

    def _is_of_a_released_detail(self, at: int) -> bool:
        """Whether a sentence is of details alone whose number known is released."""
        bounds = self.passage.sentence_bounds(at)
        said = {
            kind for kind, words in quantities.KINDS if words.search(self.passage.text, *bounds)
        }
        return bool(said - {"year"}) and said - {"year"} <= self.details

    def _has_detail(self, at: int) -> bool:
        """Whether a sentence has words for what is known: "the age was recorded"."""
        return KNOWN_WORDS.search(self.passage.text, *self.passage.sentence_bounds(at)) is not None

    def _is_explained_amount(
        self, statement: Statement, hiding: Hiding, said: frozenset[NamedCategory]
    ) -> bool:
        """Whether words for a quantity, or a zero, are of shown parts, or of what is known."""
        at = statement.figure.start
        start, end = self.passage.sentence_bounds(at)
        if said:
            # "We had a couple, and Snapchat gave us 34": said of what was named before.
            is_loose = self.categories_in(at) and not self.is_placed(statement)
            are_shown = not is_loose and said <= {c for of in hiding.shown for c in of}
            return are_shown and not quantities.REST.search(self.passage.text, start, end)
        if hiding.touches(NOT_KNOWN) or statement.years or not self._has_detail(at):
            return False
        return not self._mentioned(*self._before(start), hiding)

    def _is_explained_share(
        self,
        statement: Statement,
        hiding: Hiding,
        said: frozenset[NamedCategory],
        numbers: Collection[int],
    ) -> bool:
        """Whether a share is one of these numbers, or of shown ones where the total is named."""
        of = quantities.OF_N.match(self.passage.text, statement.figure.end)
        whole = numbers_in(of["n"])[0].value if of else 0
        computable = self._computable(hiding)
        if not said and whole in computable.wholes and not hiding.touches(NOT_KNOWN):
            _, years = years_named(statement, self.binder.scene, self.documents)
            start, _ = self.passage.sentence_bounds(statement.figure.start)
            is_of_that = start and self._mentioned(*self._before(start), hiding)
            if not (years & hiding.years or is_of_that):
                of_shown = set().union(*hiding.shown.values())  # "44% of the 318 offences"
                of_shown |= {c.value for c in self.documents.local.totals}
                return computable.gives_share(statement, of_shown, [int(whole)])
        return computable.gives_share(statement, numbers)

    def _is_of_released_alone(self, statement: Statement, hiding: Hiding) -> bool:
        """A released number in no hidden range, where nothing hidden is spoken of.

        Neither in its sentence nor in those before it that it may point to; and no change.
        """
        figure, text = statement.figure, self.passage.text
        start, end = bounds = self.passage.sentence_bounds(figure.start)
        named = within(self.binder.scene.categories, bounds)
        if DIRECTION.search(text, start, end) or hiding.touches(NOT_KNOWN):
            return False
        if hiding.years and AVERAGE.search(text, start, end):
            return False  # of which years it is the mean is judged by itself
        years = {y for m in self.binder.scene.years for y in m.slot.years | m.slot.first}
        if years & hiding.years or self.documents.local.facts.latest in hiding.years:
            return False
        if start and not named and self._mentioned(*self._before(start), hiding):
            return False
        if figure.kind in ("percent", "fraction"):
            return self._is_share_of_released(statement, hiding)
        is_value = figure.kind in (*VALUES, "exempt")
        return is_value and self._is_released_elsewhere(statement, hiding)

    def _is_share_of_released(self, statement: Statement, hiding: Hiding) -> bool:
        """The share that a shown part has: one named just before, or one too large to be hidden.

        Of a small number it may be the share of a hidden one; what its sentence names has another.
        """
        figure, start = statement.figure, self.passage.sentence_bounds(statement.figure.start)[0]
        is_open = is_of_the_next_sentence(self.passage, figure.start)  # "One in four. That is …"
        is_vague = figure.kind == "fraction" and 3 * figure.value < figure.of
        if hiding.years or is_open or is_vague or self.categories_in(start):
            return False  # "every fourth offence was on an app that nobody names"
        before = self.named_before(start) if start else set()
        numbers = {n for of in hiding.shown.values() for n in of if n > SMALL}
        numbers |= made_of(before, hiding.shown) - {0}
        return is_rounded_share(self.passage.text, figure, numbers, self._wholes_of_the_year)

    @cached_property
    def _wholes_of_the_year(self) -> set[int]:
        """The latest total, and of how many of its offences a detail is known."""
        own = self.documents.local
        latest = (c for c in own.counts if c.year == own.facts.latest and not c.categories)
        return {c.value for c in latest if c.role != UNKNOWN}

    def _is_released_elsewhere(self, statement: Statement, hiding: Hiding) -> bool:
        """The number of a shown part or of a whole, and in no hidden range."""
        value = statement.figure.value
        released = self._computable(hiding).wholes.union(*hiding.shown.values())
        ranges = {*hiding.ranges.values(), *hiding.year_ranges.values()}
        return value in released and not any(low <= value <= high for low, high in ranges)

    def _is_of_what_is_shown(self, statement: Statement, hiding: Hiding) -> bool:
        """A number of a part that is shown, and of no other and nothing that is left."""
        bounds = self.passage.sentence_bounds(statement.figure.start)
        said = self._named_near(statement.figure.start)
        if statement.categories != said or said not in hiding.shown:
            return False
        start, end = statement.figure.start, statement.figure.end
        before, _ = split_modifier(self.passage.text[bounds[0] : start])
        return not (
            quantities.LEAVES.search(before)
            or quantities.LEAVES.search(self.passage.text, end, bounds[1])
        )

    def _computable(self, hiding: Hiding) -> Computable:
        if id(hiding) not in self._computables:
            self._computables[id(hiding)] = Computable(self.documents, hiding.shown)
        return self._computables[id(hiding)]

    def _before(self, start: int) -> tuple[int, int]:
        """The last of the few sentences before that names a category."""
        before = self.passage.sentence_bounds(start - 1)
        for _ in range(_BACK):
            if not before[0] or within(self.binder.scene.categories, before):
                break
            before = self.passage.sentence_bounds(before[0] - 1)
        return before

    def named_before(self, start: int) -> set[NamedCategory]:
        """The categories of the last of the few sentences before that names one."""
        return {m.slot for m in within(self.binder.scene.categories, self._before(start))}

    def _mentioned(self, start: int, end: int, hiding: Hiding) -> str:
        inside: list[Mention[NamedCategory]] = within(self.binder.scene.categories, (start, end))
        said = frozenset(mention.slot for mention in inside)
        for each in dict.fromkeys(mention.slot for mention in inside):
            if hiding.touches(frozenset({each})):
                return str(each)
        return names_of(said) if hiding.touches(said) else ""


def names_of(categories: Iterable[NamedCategory]) -> str:
    return ", ".join(sorted(str(each) for each in categories))
