"""The most or the fewest before a year: "the previous high of 110"."""

import re
from collections.abc import Iterator

from offences.statistics.years import Year
from offences.tracing.binding.landmarks import only_year
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.clauses import Passage, year_of
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import YEAR, any_of, compiled

_ITS = r"(?:the|its|our|their|a|that|this|[\w-]+[’']s?)"
_END = (
    r"(?:(?P<least>lowest|fewest|smallest|low(?:\s+point)?|trough)|highest|most|biggest|largest|worst|record|peak|high(?:\s+point)?)"
    r"(?:\s+(?:annual|yearly)?\s*(?:number|total|figure|count|tally|level|high|recorded))?(?:\s+of\s+(?:offences|crimes|cases))?"
)
_EARLIER = any_of("previous", "old", "earlier", "existing", "prior", "former", "standing")
# The number that it is, unless that says its own year: "a previous high of 110 in 2018/19"
_IS = (
    r"(?:\s+(?:of|was|is|at|stood\s+at|had\s+been|being|came\s+to)(?:\s+(?:just|only|the))?|,|:|\s*\(|\s[–—-])\s*"
    rf"(?=(?!{YEAR}){NUMBER}(?!\s*%|\s+per\s+cent|\s+(?:forces|years)\b|\s+(?:offences\s+|crimes\s+|cases\s+)?(?:in|for|of|from)\s+(?:the\s+)?(?:year\s+)?(?:{YEAR}|\d)"
    rf"|,?\s+(?:set|recorded|seen|reached)?\s*(?:in\s+|\()?{YEAR}|\)?\s*\({YEAR}))"
)
_THEN = any_of("then", "that", "now", "last year", "this year", "the latest year")
_FORMS = (
    compiled(
        rf"\b(?P<end>{_ITS}\s+{_EARLIER}\s+(?:(?:annual|yearly|local|all-time|force)\s+)?{_END}{_IS})"
    ),
    compiled(
        rf"\b(?:until|till|before|up\s+to|prior\s+to)\s+(?:{_THEN}),?\s+(?P<end>{_ITS}\s+{_END}(?:\s+[\w’'-]+){{0,4}}?{_IS})"
    ),
    compiled(
        rf"\b(?P<end>{_ITS}\s+{_END}(?:\s+[\w’'-]+){{0,4}}?\s+(?:until|till|before|prior\s+to)\s+(?:{_THEN}|(?:the\s+year\s+)?(?P<year>{YEAR})){_IS})"
    ),
)
_SAYS_ITS_YEAR = compiled(
    rf"\b(?P<end>(?:the|its|our|their)\s+{_EARLIER}\s+{_END})(?:\s+of|,|\s+was)?\s+(?:(?:just|only)\s+)?{NUMBER}"
    rf"(?:\s+(?:offences|crimes|cases))?(?:,\s+(?:set|recorded|seen|reached))?\s+(?:in\s+|\()(?P<year>{YEAR})"
)
_NO_PAIR = compiled(r"\b(?:rise|fall|increase|decrease|drop|jump|change|growth)\w*\b")


def earlier_ends(passage: Passage, of: Evidence) -> Iterator[tuple[Span, frozenset[Year]]]:
    """Each such phrase up to its number, and the one year before the one spoken of that has it."""
    for match in (m for form in _FORMS for m in form.finditer(passage.text)):
        if _NO_PAIR.search(match["end"]):
            continue
        said = match.groupdict().get("year")
        year = year_of(said) if said else _spoken_of(passage, match.start(), of.facts.latest)
        if year and (years := _year_before(of, year, match)):
            yield match.span("end"), years


def named_ends(passage: Passage) -> Iterator[re.Match[str]]:
    """Each "previous high of 95 in 2017/18": its words are `end`, the year that it names `year`."""
    for match in _SAYS_ITS_YEAR.finditer(passage.text):
        if not _NO_PAIR.search(match[0]):
            yield match


def is_of_another_year(passage: Passage, match: re.Match[str], of: Evidence) -> bool:
    """Whether another year before the one spoken of has that highest or lowest number."""
    said, spoken = year_of(match["year"]), _spoken_of(passage, match.start(), of.facts.latest)
    years = _year_before(of, spoken, match) if spoken else ()
    return bool(said and years) and said not in years


def _spoken_of(passage: Passage, at: int, latest: Year) -> Year | None:
    """The year up to which a number was the most: the one that is named before it, the latest."""
    start, _ = passage.sentence_bounds(at)
    named = {each.first for each in passage.labels_between(start, at)}
    return latest if not named else Year(named.pop()) if len(named) == 1 else None


def _year_before(of: Evidence, year: Year, match: re.Match[str]) -> frozenset[Year]:
    return only_year(of, min if match["least"] else max, to=year.previous)
