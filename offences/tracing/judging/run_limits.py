"""A number that years in turn are beyond: "the third year running with more than 100"."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from offences.english import number
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.ordinals import IN_TURN, NTH, RUNNING, number_of
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import FALL, RISE, any_of, compiled
from offences.tracing.judging.judgement import Judgement

_RUN = (
    rf"(?P<run>(?:(?P<nth>{NTH})\s+year|(?P<many>{NUMBER})\s+years)\s+{RUNNING}"
    rf"|(?:(?P<nth_of>{NTH})|(?P<many_of>{NUMBER}))\s+{IN_TURN}\s+years?)\b"
)
_MORE_THAN = any_of(
    "more than", "over", "above", "beyond", "in excess of", "past", "surpass(?:ed|es)"
)
_AT_LEAST = any_of(
    *("at least", "no fewer than", "pass(?:ed|es|ing)", "top(?:s|ped|ping)", "reach(?:ed|es|ing)"),
    "hit",
)
_LESS_THAN = any_of("fewer than", "less than", "under", "below")
LIMIT = (
    rf"(?:(?P<over>{_MORE_THAN}|exceed(?:ed|ing|s))|(?P<least>{_AT_LEAST})|{_LESS_THAN})\s+"
    rf"(?:the\s+)?(?P<limit>{NUMBER})(?!\s*(?:%|per\b|pc\b|years?\b|forces?\b)|[/–-]\d)"
)
# "The third year running with more than 100", "above 100 for the third year in a row"
_IN_A_RUN = compiled(rf"\b(?:{RUNNING}|{IN_TURN})\b")
_CHANGED = rf"(?:{RISE}|{FALL})"
_RUNS_BEYOND = (
    compiled(rf"\b{_RUN}(?:(?!\b{_CHANGED}\b)[^.;\d]){{0,60}}?\b{LIMIT}"),
    compiled(rf"\b{LIMIT}[^.;\d]{{0,30}}?\b(?:for|in)\s+(?:(?:the|its|last|past)\s+)*{_RUN}"),
)
# "It rose for the third year in a row, reaching 149": so many rises, and no limit
_ROSE_FOR = compiled(
    rf"\b{_CHANGED}(?:\s+(?!than\b)[\w’'-]+){{0,4}}?,?\s+(?:for|in)\s+(?:(?:the|its|a)\s+)?\Z"
)


@dataclass(frozen=True)
class LimitOfRun:
    """So many years in turn that are said to be beyond a number, and where the words stand.

    `is_nth`: the latest is said to be the last of just so many. `over` and `least` are the words
    for numbers beyond it upwards, without or with itself.
    """

    words: Span
    limit: Span
    value: Fraction
    many: int
    is_nth: bool
    over: bool
    least: bool

    def is_passed(self, n: int) -> bool:
        """Whether a number is beyond the limit."""
        return n > self.value if self.over else n >= self.value if self.least else n < self.value


def limits_of_runs(passage: Passage, start: int, end: int) -> Iterator[LimitOfRun]:
    """The numbers between two places that years in turn are said to be beyond."""
    if not _IN_A_RUN.search(passage.text, start, end):
        return
    for match in (m for each in _RUNS_BEYOND for m in each.finditer(passage.text, start, end)):
        if _ROSE_FOR.search(passage.before(match.start())):
            continue
        nth, many = match["nth"] or match["nth_of"], match["many"] or match["many_of"]
        yield LimitOfRun(
            match.span("run"),
            match.span("limit"),
            numbers_in(match["limit"])[0].value,
            number_of(nth) if nth else int(numbers_in(many)[0].value),
            bool(nth),
            bool(match["over"]),
            bool(match["least"]),
        )


def limit_of_run(statement: Statement, evidence: Evidence) -> Judgement | None:
    """That a number is such a limit, and the latest year beyond it; how many are is for `runs`."""
    figure, passage, latest = statement.figure, statement.passage, evidence.facts.latest
    if statement.categories or statement.role or latest not in evidence.values:
        return None
    bounds = passage.sentence_bounds(figure.start)
    for run in limits_of_runs(passage, *bounds):
        n = evidence.values[latest]
        if run.limit[0] == figure.start and run.is_passed(n):
            return Judgement("traced", f"{number(n)} in {latest}")
    return None
