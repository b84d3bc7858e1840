"""So many of some years in which a number changed or was beyond another: "in four of six"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from offences.english import number
from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.time_words import number_of_years
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.clauses import Passage, year_of
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import YEAR, compiled
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.run_limits import LIMIT
from offences.words import verdicts

OF_SOME_YEARS = (
    r"(?:out\s+)?of\s+(?:the|its|these|those|our)\s+(?:last\s+|past\s+|latest\s+|(?P<previous>(?:previous|preceding|prior)\s+))?"
    rf"(?:(?P<many>{NUMBER})(?:\s+years)?|years)\b"
    rf"(?:,?\s+(?:(?:(?:that|which)\s+)?(?:since|after|follow(?:ing|ed|s?))\s+(?P<after>{YEAR})|(?:(?:up\s+)?to|ending(?:\s+in)?)\s+(?P<to>{YEAR})"
    rf"|(?:from\s+|between\s+|of\s+|\()?(?P<first>{YEAR})\s*(?:to|and|until|[–-])\s*(?P<last>{YEAR})))?"
)
"""The years of which some are meant: "of the six years from 2016/17 to 2021/22"."""
_TIMES = rf"(?P<n>{NUMBER}|each|every\s+one|all)"
_IN_THEM = rf"\bin\s+(?:(?:only|just|all)\s+)*{_TIMES}\s+{OF_SOME_YEARS}"
_BEYOND = (
    compiled(rf"\b{LIMIT}[^.;:\d]{{0,40}}?{_IN_THEM}"),
    compiled(rf"{_IN_THEM}[^.;:\d]{{0,60}}?\b{LIMIT}"),
)


_MOST_YEARS = 50


def named_years(match: re.Match[str], evidence: Evidence) -> tuple[Year, ...]:
    """The years that the words of `OF_SOME_YEARS` mean; those after one, or up to one."""
    named = {name: year_of(match[name]) for name in ("after", "to", "first", "last") if match[name]}
    if after := named.get("after"):
        return tuple(year for year in evidence.all_years if year > after)
    first, last = named.get("first"), named.get("last") or named.get("to")
    latest = evidence.facts.latest
    last = last or (latest.previous if match["previous"] else latest)
    if first is None:
        many = number_of_years(f"{match['many']} years") if match["many"] else 0
        if not many:
            return ()
        first = Year(last.start - min(many, _MOST_YEARS) + 1)
    first = max(first, Year(last.start - _MOST_YEARS))
    return tuple(Year(n) for n in range(first.start, last.start + 1))


def so_many_of(match: re.Match[str], years: tuple[Year, ...]) -> int:
    """How many of these years are meant: "in each of the four" are all."""
    written = numbers_in(match["n"])
    return int(written[0].value) if written else len(years)


@dataclass(frozen=True)
class BeyondInSomeYears:
    """A number that so many of some years are said to be beyond, and where the words stand."""

    words: Span
    limit: Span
    value: Fraction
    match: re.Match[str]

    def is_true(self, evidence: Evidence) -> bool | None:
        """Whether so many of the years were beyond it; None where one of them has no number."""
        years, values = named_years(self.match, evidence), evidence.values
        if not years or any(year not in values for year in years):
            return None
        passed = sum(self._is_passed(values[year]) for year in years)
        return passed == so_many_of(self.match, years)

    def _is_passed(self, n: int) -> bool:
        if self.match["over"]:
            return n > self.value
        return n >= self.value if self.match["least"] else n < self.value


def beyond_in_some_years(passage: Passage, start: int, end: int) -> Iterator[BeyondInSomeYears]:
    """The numbers between two places that so many of some years are said to be beyond."""
    for match in (m for each in _BEYOND for m in each.finditer(passage.text, start, end)):
        value = numbers_in(match["limit"])[0].value
        yield BeyondInSomeYears(match.span("n"), match.span("limit"), value, match)


def is_beyond_in_some_years(statement: Statement) -> bool:
    """Whether a number is one that so many of some years are said to be beyond."""
    return _limit(statement) is not None


def limit_in_some_years(statement: Statement, evidence: Evidence) -> Judgement | None:
    """That a number is such a limit; in how many of the years it was passed is for `runs`."""
    each = _limit(statement)
    if each is None or each.is_true(evidence) is None:
        return None
    return Judgement("traced", verdicts.fact("limit", n=number(int(each.value))))


def _limit(statement: Statement) -> BeyondInSomeYears | None:
    figure, passage = statement.figure, statement.passage
    if figure.kind != "count" or statement.categories or statement.role:
        return None
    found = beyond_in_some_years(passage, *passage.sentence_bounds(figure.start))
    return next((each for each in found if each.limit[0] == figure.start), None)
