"""What a number says of released totals, whatever part is named beside it."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, combinations, pairwise

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import SHARES, Candidate
from offences.tracing.finding.clauses import DIRECTION
from offences.tracing.finding.numbers import NUMBER, Number, numbers_in
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.computable import MEAN
from offences.tracing.hidden_numbers.explained import SMALL, ExplainedText
from offences.tracing.hidden_numbers.hidden import Hiding
from offences.tracing.hidden_numbers.nouns import HIDING, OF_OFFENCES
from offences.tracing.hidden_numbers.phrases import narrow_clause_around

_NOTHING = Hiding(frozenset(), {})


_FAR_BACK = 2
"""So many sentences before may hold what a sum is of."""
_ROW = 3
"""So many numbers in a row are no chance."""
_TOTAL = compiled(r"\btotal\b")
_A_SHARE = compiled(rf"\s+the\s+(?:[\w-]+\s+)?{NUMBER}(?:\s+per\s+cent|\s?%)")
_ADDED = compiled(r"\s+(?:(?:had|has|also|then)\s+)*(?:added|adds|gained|gains|lost|shed)\s+\Z")
_FROM = compiled(r"\bfrom\s+\Z")
_TO = compiled(rf"(?:\s+[\w-]+){{0,4}}?\s+to\s+(?P<n>{NUMBER})\b")
_IN_A_LINE = compiled(r"[\s|:=–—-]*")


class TotalsText(ExplainedText):
    """A text whose numbers are held against the totals that a reader knows."""

    def _is_of_all(self, statement: Statement, hiding: Hiding) -> bool:
        """A number that is of released totals alone, whatever part is named beside it."""
        return (
            self.is_too_many(statement, hiding)
            or self._is_computed(statement, hiding)
            or self._is_of_a_series(statement)
            or self._is_total_of_clause(statement, hiding)
            or self._is_change_of_total(statement)
            or self._is_of_a_run_of_ages(statement, hiding)
            or self._is_of_its_line(statement, hiding)
            or self._is_passed(statement, hiding)
        )

    def _is_passed(self, statement: Statement, hiding: Hiding) -> bool:
        """Whether a released total went past it: "having passed 50 in 2018/19"."""
        figure, passage, years = statement.figure, self.passage, statement.years or frozenset()
        start, _ = passage.sentence_bounds(figure.start)
        if figure.kind != "count" or figure.value <= SMALL or self.categories_in(figure.start):
            return False
        totals = {c.year: c.value for c in self.documents.local.totals}
        are_released = len(years) == 1 and not years & hiding.years and years <= totals.keys()
        is_led = quantities.PASSED.search(passage.text, start, figure.start)
        return bool(is_led and are_released) and all(
            figure.value <= totals[y] < 2 * figure.value for y in years
        )

    def _is_change_of_total(self, statement: Statement) -> bool:
        """Whether a clause gives the change of the total: "when its total had gone up by 32"."""
        figure, passage, own = statement.figure, self.passage, self.documents.local
        clause = narrow_clause_around(passage, (figure.start, figure.end))
        is_added = figure.kind == "count" and self._is_added_by_the_force(figure)
        is_change = figure.kind == "difference" or is_added
        if not is_change or within(self.binder.scene.categories, clause):
            return False
        if within(self.binder.scene.years, (clause[0], figure.start)):
            return False
        now = own.facts.latest
        totals = {c.year: c.value for c in own.totals}
        both = [totals[year] for year in (now, now.previous) if year in totals]
        is_total = _TOTAL.search(passage.text, *clause) and DIRECTION.search(passage.text, *clause)
        is_said = is_total or is_added
        return bool(is_said and len(both) == 2 and abs(both[0] - both[1]) == figure.value)

    def _is_added_by_the_force(self, figure: Candidate) -> bool:
        """Whether the force itself had so many more, and no part is near: "Kent added 13"."""
        near = self._near(figure.start)
        led = _ADDED.search(self.passage.text, near[0], figure.start)
        own = self.documents.local
        bodies = within(self.binder.scene.bodies, near)
        is_own = led and any(m.slot.evidence is own for m in bodies)
        return bool(is_own) and not within(self.binder.scene.categories, near)

    def _is_of_a_run_of_ages(self, statement: Statement, hiding: Hiding) -> bool:
        """Whether a number is in a row of those of released ages: "12 to 15: 19, 28, 24 and 17"."""
        at = statement.figure.start
        bounds = self.passage.sentence_bounds(at)
        run = next((r for r in self._runs(bounds) if r[0].start <= at <= r[-1].start), [])
        if len(run) < _ROW or statement.figure.kind not in VALUES:
            return False
        bands = [m.slot for m in within(self.binder.scene.categories, (bounds[0], run[0].start))]
        ages = [(min(of).low, of) for of in hiding.shown if len(of) == 1 and min(of).kind == "age"]
        shown = {low: hiding.shown[of] for low, of in ages}
        return any(
            all(n.value in shown.get(band.low + i, ()) for i, n in enumerate(run))
            for band in bands
            if band.kind == "age"
        )

    def _is_of_its_line(self, statement: Statement, hiding: Hiding) -> bool:
        """Whether a line is but a shown part and its number: "Girls 74"."""
        text, figure = self.passage.text, statement.figure
        start = text.rfind("\n", 0, figure.start) + 1
        end = text.find("\n", figure.end)
        end = len(text) if end < 0 else end
        named = within(self.binder.scene.categories, (start, end))
        if len(named) != 1 or not _IN_A_LINE.fullmatch(text, named[0].end, figure.start):
            return False
        rest = text[start : named[0].start] + text[figure.end : end]
        return not rest.strip(" -•*|,;.") and figure.value in hiding.shown.get(
            frozenset({named[0].slot}), ()
        )

    def _is_total_of_clause(self, statement: Statement, hiding: Hiding = _NOTHING) -> bool:
        """Whether it is a released total in a clause of its own: "The force recorded 96".

        Or said to be the total: "Kik is hidden; the total, 75, is public".
        """
        figure, passage = statement.figure, self.passage
        bounds = passage.sentence_bounds(figure.start)
        if figure.kind not in VALUES or figure.value <= SMALL:
            return False
        named_years = within(self.binder.scene.years, bounds)
        latest = self.documents.local.facts.latest
        years = {y for m in named_years for y in m.slot.years}
        if all(m.slot.is_distance for m in named_years):
            if not hiding.years:
                years.add(latest)  # "76 such crimes in twelve months"
            years |= {latest, latest.previous} if self._leads_to_the_latest(figure) else set()
        clause = narrow_clause_around(passage, (figure.start, figure.end))
        of_clause = {y for m in within(self.binder.scene.years, clause) for y in m.slot.years}
        if len(of_clause) > 1 and MEAN.search(passage.text, *clause):
            return False  # an average of 17 over 2016/17 and 2017/18, the first of which is hidden
        years = years or {latest}
        totals = self.documents.local.totals
        if not any(c.year in years and c.value == figure.value for c in totals):
            return False
        is_total = quantities.THE_TOTAL.search(passage.before(figure.start))
        named = within(self.binder.scene.categories, clause)
        if named and not self._are_counted(named, hiding):
            is_hiding = HIDING.search(passage.text, *bounds)
            has_some = quantities.OF_SOME.search(passage.text, *clause)
            return bool(is_hiding and is_total and not has_some)
        if self._refers_back_or_leaves_out(clause):
            return False  # "Facebook is hidden. Its total is 75", "without it there were 75"
        is_of_body = within(self.binder.scene.bodies, clause)
        is_of_offences = OF_OFFENCES.search(passage.text, *clause)
        return bool(is_total or is_of_body or is_of_offences)

    def _leads_to_the_latest(self, figure: Candidate) -> bool:
        """Whether the total of the latest year follows: "had gone from 13 such crimes to 38"."""
        text, own = self.passage.text, self.documents.local
        to = _TO.match(text, figure.end) if _FROM.search(text, 0, figure.start) else None
        latest = {c.value for c in own.totals if c.year == own.facts.latest}
        return to is not None and numbers_in(to["n"])[0].value in latest

    def _are_counted(self, named: Sequence[Mention[NamedCategory]], hiding: Hiding) -> bool:
        """Whether each part has its released number in its sentence: "46, including 13 of rape"."""
        return all(
            any(
                self.bound(c).categories == {m.slot}
                and c.value in hiding.shown.get(frozenset({m.slot}), ())
                for c in self._candidates_in(self.passage.sentence_bounds(m.start))
            )
            for m in named
        )

    def _candidates_in(self, bounds: tuple[int, int]) -> list[Candidate]:
        return [c for c in self.candidates if c.start in range(*bounds)]

    def _refers_back_or_leaves_out(self, clause: tuple[int, int]) -> bool:
        """Whether a clause speaks of what was named before, or of what is left of it."""
        text = self.passage.text
        is_led = quantities.POINTS_BACK.match(text, clause[0])
        is_after_colon = text[: clause[0]].rstrip().endswith(":")  # "Facebook: it recorded 75"
        is_of_publisher = not is_after_colon and quantities.PUBLISHER.match(text, clause[0])
        return bool((is_led and not is_of_publisher) or quantities.LEAVES_OUT.search(text, *clause))

    def is_of_the_total(self, at: int) -> bool:
        """Whether a clause names no part and gives a total: "urged to talk, after 96 offences"."""
        first, last = narrow_clause_around(self.passage, (at, at))
        return not within(self.binder.scene.categories, (first, last)) and any(
            self._is_total_of_clause(self.bound(each))
            for each in self.candidates
            if each.start in range(first, last)
        )

    def _is_computed(self, statement: Statement, hiding: Hiding) -> bool:
        """Whether a number is of two released ones beside it: "Doubled, from 19 to 42"."""
        figure = statement.figure
        bounds = self.passage.sentence_bounds(figure.start)
        labels = [
            m
            for m in within(self.binder.scene.years, bounds)
            if any(map(str.isdigit, self.passage.text[m.start : m.end]))
        ]
        years = {y for m in labels for y in m.slot.years}
        if len(labels) == 1:
            years |= {y.previous for y in years}
        if years & hiding.years or self._speaks_of_hidden(statement, hiding):
            return False  # "21 in 2016/17, three times the year before"
        known = self._released_near(figure, hiding)
        if figure.kind == "maybe_coverage":  # "61 out of 299"
            return {int(figure.value), int(figure.of)} <= known
        if figure.kind == "count" and figure.value > SMALL and self._is_added_up(figure, hiding):
            return True
        if quantities.FOR_EVERY.search(self.passage.before(figure.start)):
            return self._is_for_every(figure, hiding)
        if quantities.FOR_EVERY_NEXT.match(self.passage.text, figure.end):
            return self._is_for_every(figure, hiding, is_next=True)
        of_two = combinations(sorted(known - {0}, reverse=True), 2)
        pairs = [(Fraction(more), Fraction(fewer)) for more, fewer in of_two]
        pairs += self._released_shares(figure)
        return any(self._is_of_two(statement, *pair) for pair in pairs)

    def _released_shares(self, figure: Candidate) -> list[tuple[Fraction, Fraction]]:
        """The changes that a multiple compares: "by 28 per cent, double the 12 per cent of"."""
        if figure.kind != "multiple" or not _A_SHARE.match(self.passage.text, figure.end):
            return []
        inside = self._candidates_in(self.passage.sentence_bounds(figure.start))
        shares = [c for c in inside if c.kind == "percent" and self.is_released(self.bound(c))]
        return [(max(a.value, b.value), min(a.value, b.value)) for a, b in pairwise(shares)]

    def _is_added_up(self, figure: Candidate, hiding: Hiding) -> bool:
        """Whether it is the sum of released numbers before it: "21, 38 and 47, that makes 106".

        In its sentence or those before: "Facebook: 29. WhatsApp: 11. Add Skype’s seven …".
        """
        near = start, end = self.passage.with_sentence_before(figure.start)[0], figure.end
        for _ in range(_FAR_BACK):
            start, _ = self.passage.with_sentence_before(start)
        for first in (near[0], *(() if self._mentioned(start, end, hiding) else (start,))):
            parts = within(self.binder.scene.categories, (first, end))
            known = self._released_near(figure, hiding)
            known = known.union(*(hiding.shown.get(frozenset({m.slot}), ()) for m in parts))
            listed = [
                n.value
                for n in reversed(self.passage.numbers_between(first, figure.start))
                if n.value in known and not is_taken((n.start, n.end), self.binder.scene.categories)
            ]
            if figure.value in {*accumulate(listed)} - {*listed[:1]}:
                return True
        return False

    def _is_for_every(self, figure: Candidate, hiding: Hiding, *, is_next: bool = False) -> bool:
        """Whether it is of two shown parts that are named: "For every boy there are four girls".

        Where `is_next`, the one that it is for stands behind: "four girls for every boy".
        """
        bounds = self.passage.sentence_bounds(figure.start)
        behind = quantities.FOR_EVERY_NEXT.match(self.passage.text, figure.end) if is_next else None
        bounds = behind.span() if behind else bounds
        named = within(self.binder.scene.categories, bounds)
        numbers = [hiding.shown.get(frozenset({m.slot}), ()) for m in named]
        if len(named) != 2 or not all(numbers):
            return False
        one, other = map(min, numbers[:: -1 if is_next else 1])
        return abs(Fraction(other, one) - figure.value) <= Fraction(1, 2)

    def _is_of_two(self, statement: Statement, more: Fraction, fewer: Fraction) -> bool:
        """Whether a number is the sum, the difference, the ratio or the share of two."""
        figure = statement.figure
        is_multiple = figure.kind == "multiple"
        if is_multiple and figure.value < figure.of:  # "half as many as Instagram"
            return abs(fewer / more - figure.value / figure.of) <= Fraction(1, 20)
        if is_multiple and figure.value.denominator == figure.of.denominator == 1:
            times = int(figure.value / figure.of)
            return Fraction(7, 8) * times <= more / fewer < times + 1
        if figure.kind in SHARES:
            said = figure.value / (100 if figure.kind == "percent" else figure.of)
            is_change = statement.way or DIRECTION.search(self.passage.sentence(figure.start))
            ratio = (more - fewer) / (more if is_change == "fall" else fewer)
            return abs((ratio if is_change else fewer / more) - said) <= Fraction(1, 100)
        is_gap = figure.kind == "difference" or quantities.AHEAD.match(
            self.passage.text, figure.end
        )
        is_sum = figure.kind == "count" and more + fewer == figure.value > SMALL
        return bool(is_sum or (is_gap and more - fewer == figure.value))

    def _speaks_of_hidden(self, statement: Statement, hiding: Hiding) -> bool:
        """Whether a sentence names what is hidden, or may go on with what the one before names."""
        start, end = self.passage.sentence_bounds(statement.figure.start)
        if self._mentioned(start, end, hiding):
            return True
        is_new = within(self.binder.scene.categories, (start, end)) and not (
            quantities.POINTS_BACK.match(self.passage.text, start)
            or quantities.POINTS_THERE.search(self.passage.text, start, end)
        )
        return bool(start and not is_new and self._mentioned(*self._before(start), hiding))

    def _released_near(self, figure: Candidate, hiding: Hiding) -> set[int]:
        """The released totals that are written near a number, and numbers of parts named there."""
        parts = [
            hiding.shown.get(frozenset({m.slot}), frozenset())
            for m in within(self.binder.scene.categories, self._near(figure.start))
        ]
        totals = self._totals_near(figure.start, of_any_year=True)
        return (self._written_near(figure.start) & totals).union(*parts)

    def _is_of_a_series(self, statement: Statement) -> bool:
        """Whether a number is in a series of released totals: "The last two years: 47 and 68"."""
        at = statement.figure.start
        runs = self._runs(self.passage.sentence_bounds(at))
        run = next((each for each in runs if each[0].start <= at <= each[-1].start), [])
        own = self.documents.local.totals
        totals = [value for _, value in sorted({(c.year, c.value) for c in own})]
        return len(run) > 1 and [n.value for n in run] == totals[-len(run) :]

    @cached_property
    def _written(self) -> dict[tuple[int, int], set[int]]:
        return {}

    @cached_property
    def _found(self) -> dict[tuple[int, int], list[list[Number]]]:
        return {}

    def _runs(self, sentence: tuple[int, int]) -> list[list[Number]]:
        """The numbers of a sentence, those that stand in a row together: "47 and 68"."""
        if sentence not in self._found:
            runs: list[list[Number]] = []
            for each in self.passage.numbers_between(*sentence):
                if runs and quantities.THEN.fullmatch(
                    self.passage.text, runs[-1][-1].end, each.start
                ):
                    runs[-1].append(each)
                else:
                    runs.append([each])
            self._found[sentence] = runs
        return self._found[sentence]

    def _near(self, at: int) -> tuple[int, int]:
        """The sentence of a place and the one before."""
        return self.passage.with_sentence_before(at)

    def _written_near(self, at: int) -> set[int]:
        near = self._near(at)
        if near not in self._written:
            numbers = self.passage.numbers_between(*near)
            self._written[near] = {int(n.value) for n in numbers if n.is_whole}
        return self._written[near]

    def _totals_near(self, at: int, *, of_any_year: bool = False) -> set[int]:
        """The totals of the force and of the bodies that are named near a place."""
        bodies = within(self.binder.scene.bodies, self._near(at))
        known = [self.documents.local, *(m.slot.evidence for m in bodies if m.slot.evidence)]
        return {
            c.value for of in known for c in of.totals if of_any_year or c.year == of.facts.latest
        }

    def _has_a_source(self, figure: Candidate) -> bool:
        """Whether a number, a part or a year to work another out of is named near a number."""
        near, scene = self._near(figure.start), self.binder.scene
        numbers = self.passage.numbers_between(*near)
        return len(numbers) > 1 or bool(within(scene.categories, near) or within(scene.years, near))

    def _is_of_a_total(self, figure: Candidate) -> bool:
        """Whether a number is of a total that is named: "three of Northshire's 75"."""
        if of := quantities.OF_N.match(self.passage.text, figure.end):
            return numbers_in(of["n"])[0].value in self._totals_near(figure.start)
        return False

    def _leads_to_a_total(self, figure: Candidate) -> bool:
        """Whether a number stands in a row that ends with the total: "Three then, 58 now"."""
        runs = self._runs(self.passage.sentence_bounds(figure.start))
        run = next((r for r in runs if any(n.start == figure.start for n in r[:-1])), [])
        return bool(run) and run[-1].value in self._totals_near(figure.start)
