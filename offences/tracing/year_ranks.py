"""The place that a year is given among others: "the third highest total of the five years"."""

from collections.abc import Iterator, Mapping

from offences.statistics.years import Year
from offences.tracing.binding.bind import Binder
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.ordinals import NTH, number_of
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import any_of, compiled
from offences.tracing.judging.first_passed import FOR_THE_FIRST_TIME, PASSED

_NUMBER_OF_OFFENCES = any_of("totals?", "numbers?", "figures?", "counts?", "tall(?:y|ies)")
_PERIOD = any_of("period", "series", "run", "records?", "figures", "survey")
_ALL_THE = r"(?:(?:the|these|those|our|its|all|last|past|whole|entire)\s+)*"
_SOME_YEARS = rf"{_ALL_THE}(?:(?P<many>{NUMBER})\s+years\b|years\b|{_PERIOD}\b)"
# "The third highest it has recorded"
_EVER_RECORDED = (
    rf"(?:{_NUMBER_OF_OFFENCES}\s+)?(?:(?:that|which)\s+)?(?:(?:the|our|this)\s+(?:force|county|area)|it|police|officers|we|they)"
    r"\s+(?:has|have|had)\s+(?:ever\s+)?(?:recorded|logged|seen|counted|had)\b"
)
_SO_FAR = rf"(?:{_NUMBER_OF_OFFENCES}\s+)?(?:so\s+far|to\s+date|yet)(?=\s*(?:[.,;:)]|\Z))"
# "The third highest total in the five years", "our second lowest number on record"
_NTH_OF_YEARS = compiled(
    rf"\b(?:the|its|our|their)\s+(?P<nth>{NTH})[\s‐‑-]+(?:(?P<most>highest|largest|biggest|greatest)|lowest|smallest)\s+"
    rf"(?:(?:(?:annual|yearly)\s+)?{_NUMBER_OF_OFFENCES}(?:\s+of\s+(?:offences|crimes|cases))?"
    rf"\s+(?:in|of|over|across|during|for|on)\s+{_SOME_YEARS}|{_EVER_RECORDED}|{_SO_FAR})"
)

# "The first time it has gone past 1,000", "it passed 1,000 for the first time"
_FIRST_TIMES = (
    compiled(
        r"\b(?P<first>the\s+first\s+time)\s+(?:that\s+)?(?:it|they|the\s+[\w-]+)\s+(?:(?:has|have|had|ever)\s+)*"
        rf"{PASSED}"
    ),
    compiled(
        rf"\b{PASSED},?\s+(?P<first>{FOR_THE_FIRST_TIME})(?!\s+(?:since\b|in\s+(?:\w+\s+)?years\b))"
    ),
)


def year_ranks(binder: Binder, documents: Documents) -> Iterator[Span]:
    """The places of words for a rank among the years that the numbers do not have."""
    for match in _NTH_OF_YEARS.finditer(binder.scene.passage.text):
        of = binder.bind(Candidate("vivid", *match.span("nth")))
        own = None if of.subject or of.categories else of.own_facts(documents)
        if own is None:
            continue
        passage = binder.scene.passage
        labels = passage.labels_between(passage.sentence_bounds(match.start())[0], match.start())
        year = Year(labels[-1].first) if labels else own.facts.latest
        many = numbers_in(match["many"])[0].value if match["many"] else len(own.all_years)
        among = {y: n for y, n in own.values.items() if year.start - many < y.start}
        if year in among and not _is_nth(year, number_of(match["nth"]), among, match["most"]):
            yield match.span("nth")


def first_times(binder: Binder, documents: Documents) -> Iterator[Span]:
    """The places of "for the first time" of a number that an earlier year had passed as well."""
    for match in (m for each in _FIRST_TIMES for m in each.finditer(binder.scene.passage.text)):
        of = binder.bind(Candidate("count", *match.span("n"), numbers_in(match["n"])[0].value))
        own = None if of.subject or of.categories else of.own_facts(documents)
        if own is None:
            continue
        year, limit = min(of.years or (own.facts.latest,)), of.figure.value
        earlier = [n for y, n in own.values.items() if y < year]
        if any(n >= limit if match["above"] else n < limit for n in earlier):
            yield match.span("first")


def _is_nth(year: Year, nth: int, values: Mapping[Year, int], most: str | None) -> bool:
    """Whether a year has this place by its number; of some that are level, any of theirs."""
    own = values[year]
    ahead = sum((n > own) if most else (n < own) for n in values.values())
    level = sum(n == own for n in values.values())
    return ahead < nth <= ahead + level
