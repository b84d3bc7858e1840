"""The place that a year is given among others: "the third highest total of the five years"."""

from collections.abc import Iterator

from offences.tracing.binding.bind import Binder
from offences.tracing.binding.earlier_ends import is_of_another_year, named_ends
from offences.tracing.binding.mentions import within
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import numbers_in
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging.first_passed import FOR_THE_FIRST_TIME, PASSED, is_passed
from offences.tracing.judging.year_places import ranks_of_years

_OF = r"(?:\s+(?:in|of|for|by|from)\s+[\w’'-]+(?:\s+(?:Police|offences|crimes|cases))?){0,2}"
# "The first time it has gone past 1,000", "it passed 1,000 for the first time"
_FIRST_TIMES = (
    compiled(
        rf"\b(?P<first>the\s+first\s+time)\s+(?:that\s+)?(?:it|they|the\s+[\w-]+{_OF})\s+(?:(?:has|have|had|ever)\s+)*"
        rf"{PASSED}"
    ),
    compiled(
        rf"\b{PASSED},?\s+(?P<first>{FOR_THE_FIRST_TIME})(?!\s+(?:since\b|in\s+(?:\w+\s+)?years\b))"
    ),
)


def year_ranks(binder: Binder, documents: Documents) -> Iterator[Span]:
    """The places of words for a rank among the years that the numbers do not have."""
    passage = binder.scene.passage
    for rank in ranks_of_years(passage, 0, len(passage.text)):
        of = binder.bind(Candidate("vivid", *rank.words))
        own = None if of.subject or _is_of_a_part(of, binder) else of.own_facts(documents)
        if own is not None and rank.is_true(passage, own) is False:
            yield rank.words


def first_times(binder: Binder, documents: Documents) -> Iterator[Span]:
    """The places of "for the first time" of a number that an earlier year had passed as well."""
    for match in (m for each in _FIRST_TIMES for m in each.finditer(binder.scene.passage.text)):
        of = binder.bind(Candidate("count", *match.span("n"), numbers_in(match["n"])[0].value))
        own = None if of.subject or _is_of_a_part(of, binder) else of.own_facts(documents)
        if own is None:
            continue
        year = min(of.years or (own.facts.latest,))
        if any(is_passed(match, n) for y, n in own.values.items() if y < year):
            yield match.span("first")


def ends_of_another_year(binder: Binder, documents: Documents) -> Iterator[Span]:
    """The places of "the previous high" of a year where another one before had it, of one body."""
    passage = binder.scene.passage
    for match in named_ends(passage):
        of = binder.bind(Candidate("vivid", *match.span("end")))
        own = None if of.subject or _is_of_a_part(of, binder) else of.own_facts(documents)
        if own is not None and is_of_another_year(passage, match, own):
            yield match.span("end")


def _is_of_a_part(of: Statement, binder: Binder) -> bool:
    """Whether words are of a part: its own, or one named before them, which a number may have."""
    start, _ = binder.scene.passage.sentence_bounds(of.figure.start)
    return bool(of.categories or within(binder.scene.categories, (start, of.figure.start)))
