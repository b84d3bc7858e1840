"""The latest change as the biggest or smallest of all: "the sharpest rise since 2015/16"."""

import re
from collections.abc import Iterator

from offences.statistics.years import Year
from offences.tracing.binding.bind import Binder
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage, year_of
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import FALL_NOUN, RISE_NOUN, YEAR, any_of, compiled

_MOST = any_of("biggest", "largest", "sharpest", "steepest", "greatest", "fastest")
_LEAST = any_of("smallest", "slowest", "slightest")
_CHANGE = rf"(?:(?P<rise>{RISE_NOUN}|climb)|(?P<fall>{FALL_NOUN}))s?"
_KIND = any_of("annual", "yearly", "year-on-year", "percentage", "single", "one-year")
_THE = r"(?:(?:the|its|our|their)\s+)?(?:(?:whole|entire)\s+)?"
_SINCE = (
    rf"(?:since\s+(?:(?P<year>{YEAR})|(?:[\w’']+\s+){{1,4}}?(?:began|started|begins|starts)\b)"
    rf"|(?:in|of|over)\s+{_THE}(?:series|period|{NUMBER}\s+years)\b"
    rf"|(?:of|in)\s+any\s+(?:single\s+|one\s+)?year\b)"
)
_END = rf"(?P<end>(?P<most>{_MOST})|{_LEAST})"
# "Made for the biggest yearly rise since 2015/16"
_NAMED = compiled(rf"\b(?:the|its|our|their)\s+{_END}\s+(?:{_KIND}\s+)*{_CHANGE}\s+{_SINCE}")
# "The increase on the previous year was 16 per cent, the sharpest since the series began"
_NAMED_BEFORE = compiled(
    rf"\b{_CHANGE}\b[^.;\n]{{0,90}}?(?:,|\s[–—-]|\bis|\bwas)\s+(?:the|its)\s+{_END}\s+{_SINCE}"
)


def change_ranks(binder: Binder, documents: Documents) -> Iterator[Span]:
    """The places of words for the most or the least of all changes where the latest is not it."""
    passage = binder.scene.passage
    for match in (m for each in (_NAMED, _NAMED_BEFORE) for m in each.finditer(passage.text)):
        of = binder.bind(Candidate("vivid", *match.span("end")))
        own = None if of.subject or of.categories else of.own_facts(documents)
        if own is None or _is_of_then(match, passage, own.facts.latest):
            continue
        first = year_of(match["year"]) if match["year"] else None
        values, latest = own.values, own.facts.latest
        years = [y for y in values if y.previous in values and (first is None or first < y)]
        if latest in years and not _is_end(match, values, years, latest):
            yield match.span("end")


def _is_of_then(match: re.Match[str], passage: Passage, latest: Year) -> bool:
    """Whether the sentence names an earlier year that the change may be of."""
    labels = passage.labels_between(*passage.sentence_bounds(match.start()))
    others = [each for each in labels if each.start != match.start("year")]
    return any(each.first != latest.start for each in others)


def _is_end(match: re.Match[str], values: dict[Year, int], years: list[Year], latest: Year) -> bool:
    """Whether the latest change is the most, or the least, by its number or in parts."""
    sign = 1 if match["rise"] else -1
    gaps = {y: sign * (values[y] - values[y.previous]) for y in years}
    parts = {y: gap / max(1, values[y.previous]) for y, gap in gaps.items()}
    for of in (gaps, parts):
        same_way = [each for each in of.values() if each > 0]
        if of[latest] > 0 and of[latest] == (max if match["most"] else min)(same_way):
            return True
    return False
