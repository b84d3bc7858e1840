"""The year that a figure is said of, and the one that it is compared with."""

from dataclasses import dataclass, replace
from itertools import pairwise

from offences.statistics.years import Year
from offences.tracing.binding.base_of_change import (
    from_two_numbers,
    year_behind_colon,
    year_of_base_number,
    year_of_that,
    year_started_from,
)
from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.mentions import Mention, Zones, is_in_brackets, within
from offences.tracing.binding.rate_slot import of_the_year_before
from offences.tracing.binding.scene import CHANGES, VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.year_of_change import (
    asked_between,
    base_before,
    is_from_one_of_two,
    is_next_to_latest,
    is_of_then,
    is_of_year_before,
    is_within,
    of_other_form,
    then_more_than_now,
    turned_round,
    up_to_the_next,
    year_before_that,
)
from offences.tracing.binding.year_of_number import (
    NumberYears,
    is_of_figures_for,
    opens_its_sentence,
)
from offences.tracing.binding.years_in_asides import years_of_row_with_brackets
from offences.tracing.binding.years_of_forces import between_years_of_forces
from offences.tracing.finding.candidates import SHARES, Candidate
from offences.tracing.finding.differences import PART
from offences.tracing.finding.vocabulary import FALL, FALL_NOUN, OFFENCE, RISE, RISE_NOUN, compiled

_IN = compiled(r",?\s+\(?(?:in\s+)?")
_TO = compiled(r"\s+to\s+|\s?[–-]\s?")
_BOTH_LAST = compiled(r"\b(?:both|each)\s+of\s+the\s+(?:last|past|latest)\s+(?:two|2)\s+years\b")
_BOTH, _AND = (
    compiled(r"\b(?:figures?|data|numbers?|totals?)\s+(?:for|in|from)\s+both\s+\Z"),
    compiled(r"\s+and\s+(?:for\s+|in\s+)?"),
)
_FOLLOWS = compiled(
    rf"\b(?:follow(?:s|ed|ing)?|(?:came|comes|coming)\s+after|reverse[sd]?)\s+(?:one\s+of\b|(?:an?|the|two|three)\s+(?:\w+\s+)?(?:{RISE}|{FALL})\b)|\bafter\s+(?:an?|the)\s+(?:\w+\s+)?(?:{RISE}|{FALL})\s+(?:of|by)\b"
    rf"|,\s+(?:the|its|their)\s+(?:first|only|\w+est)\s+(?:[\w-]+\s+)?(?:{RISE}|{FALL})\b"
)
_AND_IN = compiled(
    r",\s+(?:and|but|while|whereas)\s+(?:(?:back\s+)?in\s+|the\s+(?:earliest|oldest|first)\s+of\s+(?:those|these|them),\s+)?\Z"
)
# "It is the first drop in a series that began in 2016/17"
_SERIES_BEGAN = compiled(
    r"\b(?:series|records?|figures|data)\s+(?:that\s+|which\s+)?(?:beg[ai]ns?|beginning|start(?:s|ed|ing)|go(?:es|ing)?\s+back)\s+(?:(?:in|with|to)\s+)?\Z"
)
_AND_BY = compiled(r"[^.;]*?,?\s+(?:and|but|then)\s+(?:\w+\s+)?(?:by|of)\s+")
# "A rise of 56% in three years, although growth slowed to 8% in 2023/24"
_BUT_THEN = compiled(
    r"[^.;]{0,40}?,?\s+(?:although|though|but|yet|while|and)\s+[^.;:,\d]{0,40}?"
    rf"\b(?:slow(?:ed|ing|s)?|eas(?:ed|ing|es)|cool(?:ed|ing|s)?|taper(?:ed|ing)|quicken(?:ed|ing)|accelerat(?:ed|ing)|pace|{RISE}|{FALL}|{RISE_NOUN}|{FALL_NOUN})\b[^.;:,\d]{{0,25}}"
)
_IN_YEAR = compiled(r"\s+(?:in|during|over)\s+")
# "Set 2018/19 beside 2014/15, and the twelve forces are up by 21%"
_SET_BESIDE = compiled(
    r"\W*(?:set|put|plac|hold|lay|stand|measur|compar|tak|match)\w*\s+[^.;:]{0,60}?\d\s+(?:beside|alongside|next\s+to|against|with|to)\s+(?:the\s+[a-z]+\s+(?:of|for|in)\s+)?"
)
# "If you go back to 2016/17, it is 50% up", "for every offence in 2016/17 there are two now"
_GO_BACK_TO = compiled(
    r"\b(?:go|look)(?:ing|es)?\s+(?:\w+\s+)?back\s+to\s+(?:the\s+year\s+)?\Z"
    rf"|\bfor\s+(?:every|each)\s+(?:[\w’'-]+\s+){{0,3}}?{OFFENCE}\b[^.;:\d]*\Z"
)
_FIGURE_FOR = compiled(r"\b(?:figure|total|number|count)\s+(?:for|of|in)\s+(?:the\s+year\s+)?\Z")
# "It follows a rise the year before, when the number went up by 25"
_WHEN_IT = compiled(
    r",?\s+when\s+(?:it|they|there|(?:the|its|their)\s+\w+|offences|crimes)\b[^.;:,\d]*"
)
_WHILE = compiled(
    r"\b(?:while|whilst|whereas)\b(?:[^.;:\d]|\d+(?=\s+(?:\w+\s+)?(?:forces|constabularies)\b)){0,90}$"
)


@dataclass(frozen=True)
class _YearsAround:
    """The years behind a change, those before it up to the last figure, and in its sentence."""

    near: list[Mention[YearsNamed]]
    earlier: list[Mention[YearsNamed]]
    opening: list[Mention[YearsNamed]]


class YearBinder:
    """Finds the years of a figure, or the base of a change."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._last: tuple[list[Mention[YearsNamed]], int] = ([], 0)
        self.number = NumberYears(scene)

    def with_years(self, statement: Statement, zone: Zones) -> Statement:
        figure = statement.figure
        if of_brackets := self._of_brackets(figure, zone):
            return replace(statement, years=of_brackets.slot.years)
        in_row = years_of_row_with_brackets(self.scene, figure) if figure.kind in VALUES else ()
        if in_row:
            return replace(statement, years=in_row[0])
        opening = within(self.scene.years, (zone.sentence[0], figure.start))
        in_turn = self.scene.turn(figure, self.scene.years)
        # "Compared with the first of those years, it is 36% higher": where the change starts
        starts = [m.slot.years for m in opening if m.slot.is_base and figure.kind in CHANGES]
        if in_turn and in_turn.slot.years not in starts:
            return replace(statement, years=in_turn.slot.years)
        before = within(self.scene.years, zone.before)
        earlier = [m for m in before if m not in self.scene.taken]
        if figure.kind in VALUES:
            return replace(statement, years=self.number.years_of(statement, zone, earlier, opening))
        if base := base_before(self.scene, figure, opening):
            to = frozenset({Year(base.start + 1)})
            return replace(statement, bases=frozenset({base}), years=to)
        if figure.kind == "rate" and (of_then := of_the_year_before(self.scene, figure)):
            return replace(statement, years=of_then)
        return self._with_years_of_change(statement, zone, self._around(figure, zone, earlier))

    def _of_brackets(self, figure: Candidate, zone: Zones) -> Mention[YearsNamed] | None:
        """The year of all numbers in brackets, if it is given before them or in their sentence."""
        is_in_them = is_in_brackets(self.scene.passage.text, figure)
        of_brackets = self.scene.of_brackets if figure.kind in VALUES and is_in_them else ()
        return next(iter(of_brackets), None)

    def _around(
        self, figure: Candidate, zone: Zones, earlier: list[Mention[YearsNamed]]
    ) -> _YearsAround:
        opening = within(self.scene.years, (zone.sentence[0], figure.start))
        if figure.kind in CHANGES:
            earlier, opening = (self._as_starts(earlier), self._as_starts(opening))
        near = up_to_the_next(self.scene, figure, within(self.scene.years, zone.after))
        near = self._up_to_another_change(figure, near)
        return _YearsAround(near or of_other_form(self.scene, figure), earlier, opening)

    def _with_years_of_change(
        self, statement: Statement, zone: Zones, around: _YearsAround
    ) -> Statement:
        figure = statement.figure
        if ends := self._from_one_to_another(figure, around.near):
            return replace(statement, bases=ends[0], years=ends[1])
        if then := year_before_that(self.scene, figure, around.near):
            before = frozenset(each.previous for each in then)
            return replace(statement, years=then, bases=before)
        bases = self._bases(statement, around)
        if not bases and (of_both := from_two_numbers(self.scene, statement)):
            return of_both
        if of_forces := between_years_of_forces(self.scene, statement):
            pair = (of_forces.bases or frozenset()) | (of_forces.years or frozenset())
            if not bases or bases[0].slot.years <= pair:  # "2016/17 as well as 2019/20"
                return of_forces
        if self._is_change_of_then(figure, bases):
            to = bases[0].slot.years
            return replace(statement, years=to, bases=frozenset(each.previous for each in to))
        if of_year := self._of_one_year_of_several(figure, around, bases):
            before = frozenset(each.previous for each in of_year)
            return replace(statement, years=of_year, bases=before)
        if self._is_part_of_a_longer_change(figure, around, bases):
            bases = []
        if not (bases or around.near) and (ends := self._of_both(figure, around.opening)):
            return replace(statement, bases=ends[0], years=ends[1])
        if is_from_one_of_two(self.scene, figure, bases):
            return replace(
                statement, bases=bases[0].slot.years, years=frozenset({self.scene.latest})
            )
        own = self._own_of_change(figure, around, bases)
        own = own or self._after_the_base(around.opening, bases)
        return self._from_bases_to_own(statement, zone, around.opening, bases, own)

    def _of_both(
        self, figure: Candidate, opening: list[Mention[YearsNamed]]
    ) -> tuple[frozenset[Year], frozenset[Year]] | None:
        """The two years that forces have figures for: "For both 2017/18 and 2018/19, it rose"."""
        if figure.kind not in CHANGES:
            return None
        start, _ = self.scene.passage.sentence_bounds(figure.start)
        if _BOTH_LAST.search(self.scene.passage.text, start, figure.start):
            latest = self.scene.latest
            return frozenset({latest.previous}), frozenset({latest})
        if len(opening) != 2:
            return None
        first, last = opening
        is_of_both = _BOTH.search(self.scene.passage.before(first.start))
        is_joined = _AND.fullmatch(self.scene.passage.text, first.end, last.start)
        return (first.slot.years, last.slot.years) if is_of_both and is_joined else None

    def _from_one_to_another(
        self, figure: Candidate, near: list[Mention[YearsNamed]]
    ) -> tuple[frozenset[Year], frozenset[Year]] | None:
        """The two years right behind a change: "Up 42% in a year: Kent, 2018/19 to 2019/20"."""
        for first, last in pairwise(near if figure.kind in CHANGES else ()):
            is_range = _TO.fullmatch(self.scene.passage.text, first.end, last.start)
            old, new = first.slot.years, last.slot.years
            if is_range and len(old) == len(new) == 1 and max(old) < max(new):
                return old, new
        return None

    def _is_change_of_then(self, figure: Candidate, bases: list[Mention[YearsNamed]]) -> bool:
        """Whether a change leads to an earlier year, and not from it: "rose by 12% the year"."""
        if not (bases and bases[0].slot.is_distance and not bases[0].slot.is_base):
            return False
        return bool(
            is_of_then(self.scene.passage.before(figure.start))
            or is_next_to_latest(self.scene, figure, bases[0])
            or is_of_year_before(self.scene, figure, bases[0])
            or _WHEN_IT.fullmatch(self.scene.passage.text, bases[0].end, figure.start)
        )

    def _is_part_of_a_longer_change(
        self, figure: Candidate, around: _YearsAround, bases: list[Mention[YearsNamed]]
    ) -> bool:
        """Whether another change starts from the bases: "By 103% in four years, then 7"."""
        is_part = figure.word == PART or any(self._is_of_clause_before(m, figure) for m in bases)
        return is_part and any(not m.slot.is_base for m in around.near)

    def _of_one_year_of_several(
        self, figure: Candidate, around: _YearsAround, bases: list[Mention[YearsNamed]]
    ) -> frozenset[Year] | None:
        """The year right behind a change, where what goes before is one of several years."""
        near, text = around.near[:1], self.scene.passage.text
        # "Doubled in four years, and the jump in the last of them was 44%"
        near = [m for m in around.earlier if is_within(self.scene, figure, m)] or near
        if figure.kind not in CHANGES or not (near and bases) or near[0].slot.is_base:
            return None
        base = bases[0]
        is_other = base.end <= figure.start and _BUT_THEN.fullmatch(text, base.end, figure.start)
        is_in_it = near[0].end <= figure.start or _IN_YEAR.fullmatch(
            text, figure.end, near[0].start
        )
        return near[0].slot.years if is_other and is_in_it else None

    def _from_bases_to_own(
        self,
        statement: Statement,
        zone: Zones,
        opening: list[Mention[YearsNamed]],
        bases: list[Mention[YearsNamed]],
        own: list[Mention[YearsNamed]],
    ) -> Statement:
        """A change from these bases to its own year; without bases, those that its words imply."""
        figure = statement.figure
        if not (bases or own) and (ends := asked_between(self.scene, figure)):
            named = YearsNamed(ends[0], is_base=True, is_distance=True)
            self._last = [Mention(ends[2].start, ends[2].end, named)], figure.end
            way = statement.way or ends[3]
            return replace(statement, bases=ends[0], years=ends[1], way=way)
        asked: list[Mention[YearsNamed]] = []
        if not bases and any(m.slot.is_time or is_within(self.scene, figure, m) for m in own):
            asked = own
        if not (bases or asked) and figure.kind in (*SHARES, "difference"):
            bases = year_started_from(self.scene, figure, opening)
        if asked:
            year_before = frozenset({self.scene.latest.previous})
            named = YearsNamed(year_before, is_base=True, is_distance=True)
            self._last = [Mention(asked[0].start, asked[0].end, named)], figure.end
            return replace(statement, bases=year_before)
        if not bases and figure.kind == "forces":
            # "Among the 28 forces, the number rose by 9% on the previous year"
            bases = [m for m in within(self.scene.years, zone.sentence) if m.slot.is_base][:1]
        if of_then := then_more_than_now(statement, bases, opening, self.scene.latest):
            return of_then
        return self._with_bases(statement, self._inherited(figure, bases), own)

    def _as_starts(self, mentions: list[Mention[YearsNamed]]) -> list[Mention[YearsNamed]]:
        """Years, where a change starts from one gone back to: "If you go back to 2018/19, it's"."""
        return [
            replace(m, slot=replace(m.slot, is_base=True))
            if _GO_BACK_TO.search(self.scene.passage.before(m.start))
            else m
            for m in mentions
        ]

    def _up_to_another_change(
        self, figure: Candidate, near: list[Mention[YearsNamed]]
    ) -> list[Mention[YearsNamed]]:
        """The years behind a change, up to another that it follows: "follows a fall in 2019/20"."""
        if not near:
            return near
        other = _FOLLOWS.search(self.scene.passage.text, figure.end, near[-1].start)
        return [m for m in near if m.end <= other.start()] if other else near

    def _bases(self, statement: Statement, around: _YearsAround) -> list[Mention[YearsNamed]]:
        """The year that a change starts from: beside it, before it or at its sentence's start."""
        of_number = year_of_base_number(self.scene, statement, around.near)
        if of_number := of_number or year_of_that(self.scene, statement.figure):
            return of_number
        bases = [m for m in around.near if m.slot.is_base or m.slot.is_distance]
        bases = [m for m in bases if not self._is_of_number_behind(statement.figure, m)]
        behind = [m for m in around.near if year_behind_colon(self.scene, statement.figure, m)]
        bases = [*behind, *bases]
        opens = [m for m in around.opening if m.slot.is_base and self._opens(m)]
        before = [m for m in around.earlier if m.slot.is_base or m.slot.is_distance]
        return bases[:1] or before[-1:] or opens

    def _opens(self, base: Mention[YearsNamed]) -> bool:
        """Whether the changes of a sentence start from a year: "Set 2018/19 beside 2014/15 and"."""
        text, (start, _) = self.scene.passage.text, self.scene.passage.sentence_bounds(base.start)
        is_beside = _SET_BESIDE.fullmatch(text, start, base.start)
        return bool(is_beside) or opens_its_sentence(self.scene, base)

    def _after_the_base(
        self, opening: list[Mention[YearsNamed]], bases: list[Mention[YearsNamed]]
    ) -> list[Mention[YearsNamed]]:
        """The year that a base is one before: "The 95 of 2017/18 was 23% up on the year before"."""
        if not bases or not bases[0].slot.is_distance or bases[0].slot.is_one_year:
            return []
        to = {Year(year.start + 1) for year in bases[0].slot.years}
        return [m for m in opening if m.slot.years == to and not m.slot.is_base][-1:]

    def _own_of_change(
        self, figure: Candidate, around: _YearsAround, bases: list[Mention[YearsNamed]]
    ) -> list[Mention[YearsNamed]]:
        """The years that a change leads to."""
        passage = self.scene.passage
        own = [
            m
            for m in (*around.near, *reversed(around.earlier))
            if not (
                m.slot.is_base
                or m.slot.is_distance
                or (figure.kind != "record" and (m in bases or m in self._last[0]))
                or _SERIES_BEGAN.search(passage.before(m.start))
                or self._explains(m, bases)
                or _FIGURE_FOR.search(passage.text, figure.end, m.start)
                or is_of_figures_for(self.scene, m)
            )
        ]
        if figure.kind in CHANGES:
            own = [m for m in own if not self._is_of_number_behind(figure, m)]
            own = [m for m in own if not year_behind_colon(self.scene, figure, m)]
        if figure.kind != "record":
            return own
        since = passage.year_since(figure.end)
        return [
            m
            for m in own
            if not (since in m.slot.years and m.start > figure.end)
            and not _AND_IN.search(passage.text, figure.end, m.start)
        ]

    def _is_of_number_behind(self, figure: Candidate, year: Mention[YearsNamed]) -> bool:
        """Whether a year is of a number of its own: "It was 49, 12 more, and in 2014/15 it was 18".

        Not where the change is the first number: "It rose by 37, and in 2021/22 it was 168".
        """
        text, (start, _) = self.scene.passage.text, self.scene.zones(figure).sentence
        if not self.scene.figures_in(start, figure.start):
            return False
        return bool(_AND_IN.search(text, figure.end, year.start))

    def _with_bases(
        self, statement: Statement, bases: list[Mention[YearsNamed]], own: list[Mention[YearsNamed]]
    ) -> Statement:
        of_own = own[0].slot.years if own else None
        if not bases:
            return statement if of_own is None else replace(statement, years=of_own)
        said = bases[0].slot
        statement = turned_round(statement, said)
        if said.first:
            return replace(statement, bases=said.first, years=said.years)
        if not own and said.is_one_year:
            # "In 2021/22 there were 47, which means 17 more in one year": before it, or since.
            of_latest = replace(statement, bases=frozenset({self.scene.latest.previous}))
            to = frozenset({Year(max(said.years).start + 1)})
            if to != {self.scene.latest}:
                return replace(statement, bases=said.years, years=to, alternatives=(of_latest,))
        if said.is_one_year and of_own and max(of_own) <= max(said.years):
            bases_of_own = frozenset(each.previous for each in of_own)
            return replace(statement, bases=bases_of_own, years=of_own)  # "a one-year rise in …"
        return replace(statement, bases=said.years, years=of_own)

    def _is_of_clause_before(self, base: Mention[YearsNamed], figure: Candidate) -> bool:
        """Whether another change starts from a base: "up 103% in four years, and by 7 in"."""
        return bool(_AND_BY.fullmatch(self.scene.passage.text, base.end, figure.start))

    def _inherited(
        self, figure: Candidate, bases: list[Mention[YearsNamed]]
    ) -> list[Mention[YearsNamed]]:
        """The time of the change before it: "Rose 15% in a year, while across the UK by 26%"."""
        last, end = self._last
        if not bases and last and _WHILE.search(self.scene.passage.text, end, figure.start):
            start, _ = self.scene.passage.sentence_bounds(figure.start)
            bases = last if last[0].start >= start else []
        if figure.kind in CHANGES:  # not the number of forces that it is a change among
            self._last = (bases, figure.end)
        return bases

    def _explains(self, mention: Mention[YearsNamed], bases: list[Mention[YearsNamed]]) -> bool:
        """Whether a label names the year of the words: "Two years earlier in 2016/17"."""
        text = self.scene.passage.text
        return any(_IN.fullmatch(text, base.end, mention.start) for base in bases)
