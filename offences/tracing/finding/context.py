"""A number in its sentence, as each reader sees it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from offences.tracing.finding.candidates import Candidate, Kind, split_modifier
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import Number
from offences.tracing.finding.vocabulary import OFFENCE, compiled

# "Six or more a day", "6+ a day": at least six.
_OR_MORE = compiled(rf"\s+or\s+more\b(?!\s+than\b)|\+(?=\s+(?:[\w’'-]+\s+){{0,4}}?{OFFENCE}\b)")


@dataclass(frozen=True)
class Context:
    """A number, and the words of its sentence before and after it, the modifier taken off."""

    passage: Passage
    place: int
    number: Number
    before: str
    after: str
    modifier: str

    @classmethod
    def at(cls, passage: Passage, place: int) -> Context:
        number = passage.numbers[place]
        before, modifier = split_modifier(passage.before(number.start))
        if not modifier and (more := _OR_MORE.match(passage.text, number.end)):
            modifier, number = "at_least", replace(number, end=more.end())
        return cls(passage, place, number, before, passage.after(number.end), modifier)

    @property
    def next(self) -> Number | None:
        numbers = self.passage.numbers
        return numbers[self.place + 1] if self.place + 1 < len(numbers) else None

    @property
    def span(self) -> tuple[int, int]:
        """Where the number stands, without its modifier."""
        return self.number.start, self.number.end

    @property
    def all_before(self) -> str:
        """The words before the number with its modifier still there."""
        return self.passage.before(self.number.start)

    def follows(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self.after)

    def precedes(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.search(self.before)

    def joined(self, pattern: re.Pattern[str]) -> Number | None:
        """The next number, if only this pattern stands between."""
        following = self.next
        if following is None:
            return None
        between = self.passage.text[self.number.end : following.start]
        return following if pattern.fullmatch(between) else None

    def has_number_within(self, length: int) -> bool:
        """Another number begins within so many characters."""
        following = self.next
        return following is not None and following.start < self.number.end + length

    def found(self, kind: Kind, end: int | None = None, **more: object) -> Candidate:
        """A figure that begins with this number; `end` counts in the text."""
        n = self.number
        as_written = {"modifier": self.modifier, "value": n.value, "decimals": n.decimals}
        values: dict[str, Any] = as_written | more
        return Candidate(kind, n.start, n.end if end is None else end, **values)


Reader = Callable[[Context], Candidate | None]
"""A function that finds what one number is, or nothing."""
