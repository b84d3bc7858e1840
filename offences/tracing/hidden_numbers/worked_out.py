"""Numbers that are worked out of others written near: sums, shares, rates, runs of totals.

Nothing hidden may be spoken of there. What a number is worked out of is written in the text and
released, or is the released number of a part that is named, so a reader learns no other.
"""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.computable import BY, Computable, made_of
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Forces, Hiding, names_own
from offences.tracing.hidden_numbers.nouns import HIDING
from offences.tracing.hidden_numbers.only_body import is_fact
from offences.tracing.hidden_numbers.rates_of_totals import (
    is_one_in_so_many_days,
    is_rate_of_a_total,
)
from offences.tracing.hidden_numbers.rounded_shares import is_rounded_share
from offences.tracing.hidden_numbers.totals import SMALL, TotalsText
from offences.tracing.hidden_numbers.totals_compared import totals_compared

_BACK = 3
"""So many sentences with its own may hold what a multiple is of."""


class WorkedOutText(TotalsText):
    """A text whose numbers are held against what those beside them make."""

    def _is_of_all(self, statement: Statement, hiding: Hiding) -> bool:
        if super()._is_of_all(statement, hiding) or self._is_times_our_total(statement):
            return True
        return not self._may_speak_of_hidden(statement, hiding) and (
            self._is_part_of_a_whole(statement, hiding)
            or self._is_percentage_too(statement, hiding)
            or self._is_ratio_of_two(statement, hiding)
            or self._is_share_of_that(statement, hiding)
            or self._is_one_of_a_part(statement, hiding)
            or self._is_change_behind_a_part(statement)
            or self._is_in_a_run(statement)
            or self._is_rate_of_a_total(statement)
        )

    def is_part_of_another_whole(self, statement: Statement, forces: Forces) -> bool:
        """Whether it is of another body by the whole behind it: "54 of 360 nationally"."""
        figure = statement.figure
        of = quantities.OF_N.match(self.passage.text, figure.end)
        if of is None:
            return False
        whole = next((self.bound(c) for c in self.candidates if c.start == of.start("n")), None)
        if whole is None or names_own((b.name for b in whole.bodies), forces):
            return False
        evidence = [b.evidence for b in whole.bodies if b.evidence]
        wholes = {c.value for each in evidence for c in each.counts if not c.categories}
        if whole.figure.value not in wholes:
            return False
        start, _ = self.passage.sentence_bounds(figure.start)
        said = statement.categories or self.categories_in(figure.start)
        said = said or frozenset(self.named_before(start) if start else ())
        return any(is_fact(replace(statement, categories=frozenset({c})), evidence) for c in said)

    def is_share_of_it(self, statement: Statement) -> bool:
        """Whether it is what another body's number is of its whole: "England had 36. That is 2%".

        Our own number is not spoken of, or said not to be given.
        """
        figure, passage = statement.figure, self.passage
        bounds = start, end = passage.sentence_bounds(figure.start)
        if self._is_share_elsewhere(statement):
            return True
        before = self._candidates_in(passage.sentence_bounds(start - 1)) if start else []
        is_led = quantities.IT_IS.search(passage.text, start, figure.start)
        if figure.kind != "percent" or len(before) != 1 or not is_led:
            return False
        given = _HOW_MANY_IS_NOT_GIVEN.search(passage.text, figure.end, end)
        last = given.start() if given else end
        own, of = self.documents.local, self.bound(before[0])
        if any(m.start < last for m in within(self.binder.scene.bodies, bounds)):
            return False
        evidence = [b.evidence for b in of.bodies if b.evidence and b.evidence is not own]
        wholes = [c.value for each in evidence for c in each.counts if not c.categories]
        return is_fact(of, evidence) and is_rounded_share(
            passage.text, figure, [int(of.figure.value)], wholes
        )

    def _is_share_elsewhere(self, statement: Statement) -> bool:
        """Whether it is another body's share, beside one of ours: "54% here and 53% in England".

        The sentence names no part of the figures, so that it may be of none that is hidden.
        """
        figure, text = statement.figure, self.passage.text
        bounds = self.passage.sentence_bounds(figure.start)
        before = [c for c in self._candidates_in(bounds) if c.end <= figure.start][-1:]
        if figure.kind != "percent" or not before or before[0].kind != "percent":
            return False
        link = before[0].end, figure.start
        if not (_AND_ANOTHER.fullmatch(text, *link) or _BELOW_ANOTHER.fullmatch(text, *link)):
            return False
        asked = self.passage.question(bounds[0])
        evidence = [b.evidence for b in statement.bodies]
        if not evidence or None in evidence or self.documents.local in evidence:
            return False
        if asked and self._named(asked):
            return False  # "And Kik? In England it was 8%, above the 3%"
        counts = [c for each in evidence if each for c in each.counts]
        parts = [
            c.value
            for c in counts
            if c.categories and {each.kind for each in c.categories} <= {"part", "sex"}
        ]
        wholes = [c.value for c in counts if not c.categories and c.role in ("known", "of")]
        return not self._named(bounds) and is_rounded_share(text, figure, parts, wholes)

    def times_that_of_hidden(self, statement: Statement, hiding: Hiding) -> str:
        """The hidden part whose number "that" is: "Kik? Not given. Snapchat? Ten times that"."""
        figure, passage = statement.figure, self.passage
        if figure.kind not in ("multiple", "fraction", "percent") or not _THAT.search(
            passage.text, figure.start, figure.end + len(" of that")
        ):
            return ""
        first, last = passage.sentence_bounds(figure.start)[0], figure.start
        for _ in range(_BACK + 1):
            if passage.numbers_between(first, last):
                return ""
            if named := self._mentioned(first, last, hiding):
                return named
            first, last = passage.with_sentence_before(first)[0], first
        return ""

    def _may_speak_of_hidden(self, statement: Statement, hiding: Hiding) -> bool:
        """Whether what is hidden, or a year whose total is, is named near a number."""
        if hiding.touches(NOT_KNOWN) or self._speaks_of_hidden(statement, hiding):
            return True
        near = self._near(statement.figure.start)
        years = {y for m in within(self.binder.scene.years, near) for y in m.slot.years}
        years |= {y.previous for y in years}
        return bool(years & hiding.years or hiding.touches(self._named(near)))

    def _named(self, bounds: tuple[int, int]) -> frozenset[NamedCategory]:
        return frozenset(m.slot for m in within(self.binder.scene.categories, bounds))

    def _sums(self, at: int, hiding: Hiding) -> set[int]:
        """What the shown parts of a sentence, or of the one before it, are together."""
        bounds = self.passage.sentence_bounds(at)
        said = self._named(bounds) or (self.named_before(bounds[0]) if bounds[0] else set())
        return made_of(said, hiding.shown) - {0}

    def _is_part_of_a_whole(self, statement: Statement, hiding: Hiding) -> bool:
        """Whether it is so many of so many: "12, 13 or 14. That makes 36 out of 72"."""
        figure = statement.figure
        wholes = self._computable(hiding).wholes
        is_pair = figure.kind == "maybe_coverage" and figure.of in wholes
        return is_pair and figure.value in self._sums(figure.start, hiding)

    def _is_percentage_too(self, statement: Statement, hiding: Hiding) -> bool:
        """Whether it is a share behind one: "was 40 per cent nationally, and here it was 45"."""
        figure, text = statement.figure, self.passage.text
        bounds = self.passage.sentence_bounds(figure.start)
        before = [c for c in self._candidates_in(bounds) if c.end <= figure.start]
        if figure.kind not in ("count", "exempt") or not before:
            return False
        if _PER_CENT_TO.search(text, bounds[0], figure.start):
            return before[-1].value + figure.value == _ALL
        share = self.bound(before[-1])
        goes_on = _AND_IT_WAS.fullmatch(text, share.figure.end, figure.start)
        numbers = hiding.shown.get(share.categories, ())
        said = replace(statement, figure=replace(figure, kind="percent"))
        if share.figure.kind != "percent":
            return False
        if goes_on and figure.value > SMALL:
            return Computable(self.documents, {}).gives_share(said, numbers)
        return self._is_next_share(said, share, hiding)

    def _is_next_share(self, said: Statement, share: Statement, hiding: Hiding) -> bool:
        """Whether it is the share of another part, or in another place: "and 33 in England"."""
        text, figure = self.passage.text, said.figure
        if not _AND_ANOTHER.fullmatch(text, share.figure.end, figure.start):
            return False
        others = [b.evidence for b in said.bodies if b.evidence is not self.documents.local]
        if not others:
            own = hiding.shown.get(said.categories, ())
            return is_rounded_share(text, figure, own, self._wholes_of_the_year)
        of = said.categories or share.categories
        counts = [c for each in others if each for c in each.counts]
        parts = [c.value for c in counts if c.categories == of]
        wholes = [c.value for c in counts if not c.categories]
        return is_rounded_share(text, figure, parts, wholes)

    def _of_one_kind(
        self, value: Fraction, named: frozenset[NamedCategory], hiding: Hiding
    ) -> bool:
        """Whether it is the released number of a part of the kind that is named."""
        kinds = {c.kind for c in named}
        shown = (n for of, n in hiding.shown.items() if len(of) == 1 and {min(of).kind} == kinds)
        return any(value in numbers for numbers in shown)

    def _is_ratio_of_two(self, statement: Statement, hiding: Hiding) -> bool:
        """Whether a multiple is of two numbers beside it: "double, 16 to eight", "twice that"."""
        figure, passage = statement.figure, self.passage
        if figure.kind != "multiple":
            return False
        bounds = first, last = passage.sentence_bounds(figure.start)
        for _ in range(_BACK):
            first, _ = passage.with_sentence_before(first)
        named = self._named((first, last))
        if hiding.touches(named):
            return False
        shown = set[int]().union(*(hiding.shown.get(frozenset({c}), ()) for c in named))
        after = last, passage.with_sentence_after(figure.start)[1]
        known = shown | {n for of in hiding.shown.values() for n in of if n > SMALL}
        if its_own := _ITS_NUMBER.match(passage.text, figure.end):
            value = numbers_in(its_own["n"])[0].value  # "half as many, eight, were on Snapchat"
            whole = value * figure.of / figure.value
            return value in shown and whole > SMALL and self._of_one_kind(whole, named, hiding)
        for span in ((figure.end, last), after):
            beside = [n.value for n in passage.numbers_between(*span)][-2:]
            are_two = len(beside) == 2 and {*beside} <= known
            if are_two and self._is_of_two(statement, max(beside), min(beside)):
                return True
        if not _THAT.search(passage.text, figure.start, figure.end + len(" that")):
            return False
        asked = self._named(passage.sentence_bounds(max(0, bounds[0] - 1)))
        own = hiding.shown.get(asked, ())
        written = [
            n.value for n in passage.numbers_between(first, figure.start) if n.value in shown
        ]
        return any(n == written[-1] * figure.value / figure.of for n in own if written)

    def _is_share_of_that(self, statement: Statement, hiding: Hiding) -> bool:
        """Whether two numbers that are known make a share: "by 63. Over half of that, 33, …"."""
        figure, passage = statement.figure, self.passage
        start, _ = passage.sentence_bounds(figure.start)
        if figure.kind not in ("percent", "fraction") or not start:
            return False
        before = passage.numbers_between(*passage.sentence_bounds(start - 1))
        whole = quantities.OF_N.match(passage.text, figure.end)
        behind = _OF_THAT.match(passage.text, figure.end)
        if whole:
            wholes = [numbers_in(whole["n"])[0].value]
            parts = [n.value for n in before if n.value in self._sums(start - 1, hiding)]
            wholes = [n for n in wholes if n in self._computable(hiding).wholes]
        elif behind:
            known = self._gaps()
            wholes = [n.value for n in before if n.value in known]
            parts = [n.value for n in numbers_in(behind["n"])]
        else:
            return False
        said = figure.value / (100 if figure.kind == "percent" else figure.of)
        low, high = _SHARE_ROUNDED.get(figure.modifier, (_NEAR, _NEAR))
        ratios = (Fraction(int(n), int(whole)) for n in parts for whole in wholes)
        return any(-low <= ratio - said <= high for ratio in ratios)

    def _gaps(self) -> set[int]:
        """By how much the total changed from one released year to a later one."""
        totals = [c.value for c in self.documents.local.totals]
        return {n for one in totals for other in totals if (n := abs(one - other)) > SMALL}

    def _is_change_behind_a_part(self, statement: Statement) -> bool:
        """Whether it is a change of the total behind what it is of another: "half of that, 48"."""
        figure, passage = statement.figure, self.passage
        start, _ = passage.sentence_bounds(figure.start)
        led = _BEHIND_A_SHARE.search(passage.text, start, figure.start)
        is_of_time = led and _OF_SOME_YEARS.match(passage.text, figure.end)
        return bool(is_of_time and figure.kind == "count" and figure.value in self._gaps())

    def _is_one_of_a_part(self, statement: Statement, hiding: Hiding) -> bool:
        """Whether it is one of all those of a shown part: "behind one of the six aged nine"."""
        figure, bounds = statement.figure, self.passage.sentence_bounds(statement.figure.start)
        of = _ONE_OF_THE.match(self.passage.text, figure.start)
        if figure.word != "phrase with one" or not of:
            return False
        return any(
            each.start == of.start("n")
            and each.value in hiding.shown.get(self.bound(each).categories, ())
            for each in self._candidates_in(bounds)
        )

    def _is_in_a_run(self, statement: Statement) -> bool:
        """Whether it is in a run of totals, year after year: "from 43 to 39, then up to 57"."""
        figure, scene = statement.figure, self.binder.scene
        bounds = self.passage.sentence_bounds(figure.start)
        if figure.kind not in VALUES or within(scene.categories, bounds):
            return False
        is_change = BY.search(self.passage.before(figure.start))
        is_of_others = any(
            m.slot.evidence is not self.documents.local for m in within(scene.bodies, bounds)
        )
        if is_change or is_of_others:
            return False
        said = [c.value for c in self._candidates_in(bounds) if c.kind in VALUES]
        own = sorted({(c.year, c.value) for c in self.documents.local.totals})
        following = {(a, b) for (_, a), (_, b) in pairwise(own)}
        return len(said) > 1 and min(said) > SMALL and {*pairwise(said)} <= following

    def _is_rate_of_a_total(self, statement: Statement) -> bool:
        own = self.documents.local
        return is_one_in_so_many_days(statement, self.binder.scene, own) or is_rate_of_a_total(
            statement.figure, self.candidates, self.binder.scene, own
        )

    def _is_times_our_total(self, statement: Statement) -> bool:
        """Whether it says how another body's total is to ours: "its 163, twice the number here"."""
        pairs = totals_compared(self.binder.scene, statement.figure, self.documents.local)
        return any(self._is_of_two(statement, *pair) for pair in pairs)


_NEAR, _FAR = Fraction(1, 100), Fraction(1, 10)
_SHARE_ROUNDED: dict[str, tuple[Fraction, Fraction]] = {
    "over": (_NEAR, _FAR),
    "at_least": (_NEAR, _FAR),
    "under": (_FAR, _NEAR),
    "near": (_FAR, _NEAR),
    "about": (_FAR / 2, _FAR / 2),
}
"""How much smaller or larger than it says the share may be."""
_AND_IT_WAS = compiled(
    r"[^.;]*?(?:,|\b(?:and|while|but|to|against))[^.;\d]*\b(?:it|that|this|ours|the\s+(?:share|figure))\s+(?:is|was|stood\s+at|stands\s+at)\s+"
)
_AND_ANOTHER = compiled(r"[^.;\d]*\b(?:and|against|but|to|while|with)\b[^.;\d]*")
_BELOW_ANOTHER = compiled(r"[^.;\d]*\b(?:below|above|under|over|behind|than|from)\s+(?:the\s+)?")
_PER_CENT_TO, _ALL = compiled(r"(?:\bper\s+cent|%)\s+to\s+\Z"), 100
"""Before what a share leaves: "82 per cent to 18"."""
_THAT = compiled(r"\bthat\b")
_HOW_MANY_IS_NOT_GIVEN = compiled(
    rf"[,;–—]\s+(?:(?:and|but|though|while)\s+)?how\s+many\b[^.;,]*?{HIDING.pattern}(?=\s*[.,;]|\Z)"
)
_OF_THAT = compiled(
    rf"\s+of\s+(?:that|those|them|it|this),?\s+(?:or\s+)?(?P<n>{NUMBER})(?=\s*[,.;)])"
)
_BEHIND_A_SHARE = compiled(
    r"(?:\b(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?|\bper\s+cent|%)"
    r"\s+of\s+(?:that|those|them|it|this),?\s+(?:or\s+)?\Z"
)
_OF_SOME_YEARS = compiled(
    r"(?:\s+offences)?,?\s+(?:(?:came|happened|fell|arose|(?:was|were)\s+added|(?:is|are|was|were)\s+of)\s+)?"
    r"(?:in|over|within|between|since|during|last|this)\s+(?:(?:one|the|a|just|single|first|last|latest|past)\s+){0,3}"
    r"(?:years?|12\s+months|twelve\s+months|\d{4})\b"
)
"""What follows a change of a time, and no number of a part."""
_ONE_OF_THE = compiled(rf"one\s+of\s+(?:the|those|these)\s+(?P<n>{NUMBER})\b")
_ITS_NUMBER = compiled(rf",\s+(?P<n>{NUMBER}),\s")
"""The number that a multiple makes, right behind it."""
