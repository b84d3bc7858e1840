"""Years counted from the one named before them: the year after, that year, then."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from offences.statistics.years import Year
from offences.tracing.binding.dated_years import COMPARES, YearsNamed
from offences.tracing.binding.mentions import Mention
from offences.tracing.binding.time_words import (
    BEFORE_THAT,
    NEXT,
    ON_THAT,
    THEN,
    is_of_a_base,
    is_other_time,
)
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import FALL, RISE, compiled

_SAME_YEAR = compiled(
    r"\b(?:in\s+)?(?:(?:the\s+same|that(?:\s+(?:first|very|particular|previous))?)\s+year\b|the\s+year(?=[’']s\b))"
)
# "149, against 77 in that earlier year": of those that the text named, and not the latest. "Forces
# without figures for the earlier year" says which forces.
_EARLIER_YEAR = compiled(
    r"(?<!figure for )(?<!figures for )(?<!data for )(?<!numbers for )"
    r"\b(?:in\s+)?(?:the|that)\s+(?:earlier|starting)\s+year\b"
)
_THAT_YEAR = compiled(r"\bthat\s+(?:\w+\s+)?year\Z")
_SAME_TIME = compiled(
    r"\b(?:the\s+(?:same\s+(?!year\b)|(?:\w+\s+)?period\b)|(?:start|beginning)\s+of\s+th(?:at|e)\b"
    r"|(?:those|these)\s+(?:same\s+(?:\w+\s+)?)?years\b|that\s+(?:\w+\s+)?(?:stretch|period|time|span)\b)"
)
_FAR = 400  # characters
_LONGER = compiled(r"\bthat\b|\byears\b")  # than the one year since the year before


@dataclass(frozen=True)
class _Step:
    """Words for a year by the one named before them: "The year after", "that year", "then".

    `way`: 1 where it is later, -1 where it is earlier, 0 where it is the same.
    """

    match: re.Match[str]
    way: int
    is_then: bool

    @classmethod
    def each_of(cls, text: str) -> list[Self]:
        then = {m.start() for m in THEN.finditer(text)}
        ways = (
            (NEXT, 1),
            (BEFORE_THAT, -1),
            (ON_THAT, 0),
            (_SAME_YEAR, 0),
            (_EARLIER_YEAR, 0),
            (THEN, 0),
        )
        found = [
            cls(m, way, m.start() in then) for pattern, way in ways for m in pattern.finditer(text)
        ]
        return sorted(found, key=lambda each: each.start)

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def words(self) -> str:
        return self.match[0].casefold()

    @cached_property
    def is_same_time(self) -> bool:
        return bool(_SAME_TIME.search(self.match[0]))

    @property
    def is_time_spoken_of(self) -> bool:
        return self.is_then or self.is_same_time

    @property
    def is_same(self) -> bool:
        return self.is_time_spoken_of or bool(_THAT_YEAR.search(self.match[0]))

    @property
    def is_earlier(self) -> bool:
        return bool(_EARLIER_YEAR.match(self.match[0]))

    @property
    def distance(self) -> int:
        number = numbers_in(self.match["n"] or "") if self.way == 1 else []
        return self.way * (int(number[0].value) if number else 1)


@dataclass(frozen=True)
class FromTheOneBefore:
    """Finds years from the one named last: "The year after", "two years later".

    `named` grows with each that is found. `pointed`: those that words point to, after which there
    may be a next: "152 in the first year of the pandemic, but 203 in the next".
    """

    passage: Passage
    latest: Year
    named: list[Mention[YearsNamed]]
    pointed: Sequence[Mention[YearsNamed]]

    def each(self) -> Iterator[Mention[YearsNamed]]:
        for step in _Step.each_of(self.passage.text):
            before = self._counted_from(step)
            if before or step.way == -1:
                last = max(before, key=lambda m: m.start, default=None)
                from_year = max(last.slot.years) if last else self.latest
                if is_other_time(step.match, self.latest.start - from_year.start):
                    continue
                years = frozenset({Year(from_year.start + step.distance)})
                is_base = self._is_compared_with(step, before)
                mention = Mention(*step.match.span(), YearsNamed(years, is_base))
                self.named.append(mention)
                yield mention

    def _counted_from(self, step: _Step) -> list[Mention[YearsNamed]]:
        """The years named before a step, of which the last is the one that it is from."""
        if step.is_earlier:
            return self._only_earlier(step)
        meant = self._possible_years(step)
        before = self._named_before(step, self._first_place(step, meant))
        if step.is_time_spoken_of:
            older = [m for m in before if self.latest not in m.slot.years and m in meant]
            is_of_all = step.is_same_time and not step.is_then and "same" not in step.words
            return [*_first_of_row(older)] if is_of_all else older
        if step.way == 0 and ("same" in step.words or step.words == "the year"):
            # "7,493, 13% more than a year earlier. In the same year …": not the year earlier.
            return [m for m in before if not m.slot.is_base]
        if step.way == 1:
            # "147 in 2018/19, 29 more than the 118 of 2017/18. The next year …": after the first
            return [m for m in before if not self._is_of_a_base(m)] or before
        if step.way == 0 and "since" in step.words:
            return self._without_where_it_began(before)
        return before

    def _without_where_it_began(
        self, named: list[Mention[YearsNamed]]
    ) -> list[Mention[YearsNamed]]:
        """Years without one that the last number is up from: "110 in 2018/19, up from 95 in"."""
        last = max(named, key=lambda m: m.start, default=None)
        if last is None or not _UP_FROM.search(self.passage.before(last.start)):
            return named
        start, _ = self.passage.sentence_bounds(last.start)
        others = [m for m in named if m is not last and not m.slot.is_base]
        return others if any(m.start >= start for m in others) else named

    def _only_earlier(self, step: _Step) -> list[Mention[YearsNamed]]:
        """The earliest year named near "the earlier year"; further away the only one, if any.

        One that its own sentence names goes before those of the sentence before.
        """
        own, _ = self.passage.sentence_bounds(step.start)
        before = self._sentence_before(own)
        older = [
            Mention(m.start, m.end, YearsNamed(frozenset({year})))
            for m in self.named
            if m.end <= step.start
            for year in m.slot.years | m.slot.first
            if year < self.latest
        ]
        for start in (own, before):
            if near := [m for m in older if m.start >= start]:
                return [min(near, key=lambda m: min(m.slot.years))]
        return older if len({m.slot.years for m in older}) == 1 else []

    def _is_of_a_base(self, year: Mention[YearsNamed]) -> bool:
        return is_of_a_base(self.passage.before(year.start), "", is_base=True)

    def _possible_years(self, step: _Step) -> list[Mention[YearsNamed]]:
        """The years that words may mean: "the same period" one compared with, "that year" any."""
        meant = self.named
        if step.is_then or (step.is_same_time and _LONGER.search(step.match[0])):
            newest = {self.latest, self.latest.previous}
            meant = [m for m in self.named if not newest & m.slot.years]
        elif step.is_same_time:
            meant = [m for m in self.named if m.slot.is_base]
        return meant if any(m.end <= step.start for m in meant) else self.named

    def _first_place(self, step: _Step, meant: Sequence[Mention[YearsNamed]]) -> int:
        """Where the text begins that a step looks back to: the sentence before, or further."""
        start = self._sentence_before(self.passage.sentence_bounds(step.start)[0])
        while (
            step.is_same and start and not any(m.start in range(start, step.start) for m in meant)
        ):
            if self.passage.text[start - 1] == "\n" and not step.is_time_spoken_of:
                break
            start = self._sentence_before(start)
        return start

    def _sentence_before(self, start: int) -> int:
        return self.passage.sentence_bounds(start - 1)[0] if start else start

    def _named_before(self, step: _Step, start: int) -> list[Mention[YearsNamed]]:
        """The years named between a place and a step; for a next year perhaps those before it."""
        named = (*self.named, *self.pointed) if step.way == 1 else self.named
        before = [m for m in named if start <= m.start and m.end <= step.start and m.slot.years]
        if before or step.way != 1:
            return before
        if "followed" in step.match[0]:
            first = self._sentence_before(start)
            return [m for m in self.named if m.start in range(first, start) and m.slot.years]
        return self._last_before(step, start)

    def _last_before(self, step: _Step, start: int) -> list[Mention[YearsNamed]]:
        """The year named last, with no number since: "… 2018/19. A blip? The next year 126"."""
        own, _ = self.passage.sentence_bounds(step.start)
        named = [m for m in self.named if start - _FAR < m.start < start and m.slot.years]
        last = max(named, key=lambda m: m.start, default=None)
        if last is None or len(self.passage.numbers_between(own, step.start)) > 1:
            return []
        _, end = self.passage.sentence_bounds(last.start)
        return [] if self.passage.numbers_between(end, start) else [last]

    def _is_compared_with(self, step: _Step, before: Sequence[Mention[YearsNamed]]) -> bool:
        """Whether the year of a step is one to compare with: "since then", "on that"."""
        if step.is_then or step.words.startswith("at "):
            # "77 at the start of the period", "62% more than it was back then"
            lead = self.passage.before(step.start)
            return bool(COMPARES.search(lead))
        is_year = step.match[0].endswith("year")
        is_within = step.is_same_time and _is_of_a_change(self.passage, before, step.start)
        return step.way == 0 and not (is_year or is_within)


_UP_FROM = compiled(
    rf"(?:\b(?:up|down)\s+(?:from|on)|,\s+(?:from|after|against|compared\s+with))\s+(?:(?:just|only|the)\s+)*{NUMBER}\s+"
    r"(?:(?:offences|crimes|cases)\s+)?(?:(?:in|for|of)\s+)?\Z"
)


def _first_of_row(named: Sequence[Mention[YearsNamed]]) -> Sequence[Mention[YearsNamed]]:
    """The first of some years in turn: "77, 95 and 110 in 2016/17, …. Over the period"."""
    in_turn = [min(m.slot.years) for m in sorted(named, key=lambda m: m.start)]
    is_row = len({*in_turn}) > 1 and in_turn == sorted(in_turn)
    return [min(named, key=lambda m: m.start)] if is_row else named


_MOVED_BY = compiled(
    rf"(?<!\bhas\s)(?<!\bhave\s)\b(?:{RISE}|{FALL})(?:\s+\w+ly)?(?:\s+(?:by|of))?\s+(?:(?:just|only)\s+)?\Z"
)


def _is_of_a_change(passage: Passage, named: Sequence[Mention[YearsNamed]], at: int) -> bool:
    """Whether all that the sentence of a year has up to a place is one change within that year.

    "In 2020/21 our count fell by seven, and over the same period the national count rose": the
    same period is the year, and not the time since it.
    """
    last = max(named, key=lambda m: m.start)
    if last.slot.is_base or last.slot.is_distance:
        return False
    start, _ = passage.sentence_bounds(last.start)
    numbers = passage.numbers_between(start, at)
    return len(numbers) == 1 and bool(_MOVED_BY.search(passage.text[start : numbers[0].start]))
