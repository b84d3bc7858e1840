"""Words that point to a year through the facts: the peak, the first count, the new rules."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from offences.statistics.years import Year
from offences.tracing.binding.time_words import OUTBREAK, YEARS_OF_COUNT, of_lockdown
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.clauses import Passage, year_of
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.recording import COUNTING_CHANGED
from offences.tracing.finding.vocabulary import YEAR, any_of, compiled

_ITS = r"(?:the|its|our|their|that|this)\s+(?:very\s+|series\s+|all-time\s+|previous\s+|recent\s+)*"
_TIME = any_of(
    *("year", "count", "survey", "edition", "report", "figures?", "total", "number", "row"),
    *("round", "return", "release", "data", "one", "entry", "records?", "wave"),
)
_OF_SERIES = r"(?:\s+(?:of|in|on)\s+(?:the|its|our)\s+(?:series|record|list|table|data|figures))?"
# "From a peak of 310 in 2020/21" says itself which year that is.
_NO_YEAR = rf"(?!\s+(?:of\s+(?:just\s+)?|in\s+|,\s+)?(?:{YEAR}|{NUMBER}))"
_NO_YEAR_OF_ITS = rf"(?!(?:\s+(?:of\s+)?{NUMBER})?,?\s+(?:(?:in|from|set\s+in)\s+)?{YEAR})"
_FIRST = compiled(
    rf"\b{_ITS}(?:first|earliest|oldest|opening)\s+(?:(?!(?:pandemic|covid|lockdown|coronavirus)\b)\w+\s+)?{_TIME}\b(?!\s+(?:after|since|of\s+(?:its|(?:the\s+)?(?:pandemic|covid|lockdown))))"
    rf"{_OF_SERIES}{_NO_YEAR}"
    rf"|\bthe\s+earliest(?:\s+(?:of\s+(?:them|these|all)|one))?(?=\s*(?:[.,;:)]|\Z))"
    rf"|\b(?:where\s+)?(?:the|its|our|these)\s+(?:series|figures|data|counts?|survey)\s+(?:began|begins?|started"
    rf"|starts?)\b{_NO_YEAR}"
    rf"|\bwhere\s+(?:we|they|it|the\s+(?:charity|survey|count|force))\s+(?:first\s+)?(?:started|began)\b{_NO_YEAR}"
    r"|\bthe\s+(?:start|beginning|outset)\s+of\s+(?:the|its|our|this)\s+(?:series|records?|figures|data"
    rf"|survey|period|run|count|study)\b{_NO_YEAR}"
)
# "Over the whole period", "than at the start", "since the beginning"
_WHOLE_TIME = compiled(
    r"\b(?:over|across|throughout|during)\s+(?:the\s+|this\s+|our\s+)?(?:whole|entire|full)\s+(?:of\s+the\s+)?(?:[\w-]+\s+)?"
    r"(?:period|series|run|time|stretch|span)\b(?!\s+(?:of|from|between|since|to)\b)"
    # "Over the four years of the charity's count", "in the years that we have counted"
    rf"|\b(?:over|across|throughout|during|in)\s+(?:the\s+|all\s+)*(?:{NUMBER}\s+)?{YEARS_OF_COUNT}"
    r"|\b(?:over|across|in|during)\s+the\s+(?:period|years|time)\s+(?:covered\s+by|of)\s+(?:the|its|our|this)\s+(?:data|figures|survey"
    r"|series|count)\b|\bbetween\s+the\s+first\s+(?:year|survey|count|set)?(?:\s+of\s+figures)?\s*and\s+the\s+(?:latest|last)\b"
    r"|\bover\s+the\s+period(?=\s*(?:[.,;:!?)]|\Z))"
    r"|\b(?:at|since|from)\s+(?:the|its)\s+(?:very\s+)?(?:start|beginning|outset)"
    r"(?=\s*(?:[.,;:!?)]|\Z)|\s+(?:it\s+was|there\s+were|and|but)\b)"
)
# "The starting point was 184", "it began with 184 offences"
_START = compiled(
    r"\b(?<!\bas\s)(?:(?:the|its|their|our|a|that)\s+starting\s+(?:point|figure|number|total|level)\b"
    r"|(?:beg[aiu]n|beginning|start(?:ed|ing)?)\s+(?:out\s+)?(?:at|with|on|from)\s+(?:(?:just|only|a\s+total\s+of)\s+)?"
    rf"(?={NUMBER})(?!{YEAR}))"
)
_PEAK = compiled(
    rf"\b{_ITS}(?:(?:high|highest)\s+(?:point|level|mark)|(?:highest|record|peak|worst)"
    rf"\s+year|peak|high(?!\s+(?:point|level|mark)\b)|highest)\b(?!\s+\w+\s+(?:since|ever)\b){_OF_SERIES}{_NO_YEAR}(?=\s*(?:[.,;:!?)”]|$)|\s+\w+)"
)
# "It beats the previous high of 209"
_EARLIER_PEAK = compiled(
    rf"\b(?:the|its|our|their)\s+(?:previous|old|earlier|existing)\s+(?:high(?:\s+point)?|peak|record|highest(?:\s+(?:total|figure|number))?)\b{_NO_YEAR_OF_ITS}"
)
_LOW = compiled(
    rf"\b{_ITS}(?:(?:low|lowest)\s+(?:point|ebb|level|mark)|(?:lowest|best)\s+year"
    rf"|trough|low(?!\s+(?:point|ebb|level|mark)\b)|lowest)\b{_OF_SERIES}{_NO_YEAR}"
)
_CHANGED = compiled(
    rf"\b(?:(?:the\s+)?first\s+year\s+(?:of|under|after|since)\s+)?(?:the\s+)?(?:{COUNTING_CHANGED})\b{_NO_YEAR}"
    r"|(?<=since\s)(?:the|that|this)\s+(?:change|switch)\b(?!\s+(?:on|from|of|in)\b)"
)
# "52 offences in the first year, 71 in the second", "the middle one of the three years"
_FIRST_ASKED = compiled(
    r"(?<!,\s)\bwhen\s+(?:(?:records|counting)\s+(?:first\s+)?began|(?:we|they|it|(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?)(?:,\s+[^.,;:\d]{1,40},)?\s+first\s+"
    r"(?:asked|counted|published|collected|gathered|looked)"
    r"|(?:we|they|it|the\s+(?:charity|survey|count(?:ing)?|records?|series|figures))\s+(?:first\s+)?(?:started|began)(?![^\S\n]+(?!(?:(?:the|our|its|their|this|these|to)\s+)*"
    r"(?:ask|count|collect|record|survey|gather|publish|keep|track|monitor|look|series|figures|data|research|study|it\b|there\b|police\b|in\b|with\b|and\b|but\b))))\b"
    rf"{_NO_YEAR}|(?:\bwhen\s+|(?<=\bsince\s))(?:the|these|such|its)\s+(?:figures|data|numbers|records|counts)\s+were\s+first\s+"
    rf"(?:collected|gathered|published|compiled|kept|requested|asked\s+for)\b{_NO_YEAR}"
)
_SURVEY = any_of("survey", "count(?:ing)?", "series", "records", "research", "study", "figures")
_WHO_BEGAN = compiled(
    r"\bwhen\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?\s+(?:first\s+)?(?:started|began|launched)\s+"
    rf"(?:(?:its|the|their|our|this|to|with)\s+)?(?:(?:annual|yearly|own)\s+)?(?:{_SURVEY}|count|ask(?:ing)?|collect(?:ing)?|record(?:ing)?|survey(?:ing)?)\b"
    rf"{_NO_YEAR}"
)
# "Against the baseline": of the year that the text gives it, else the first
_BASELINE = compiled(
    rf"\b(?:the|its|our|a)\s+baseline(?:\s+(?:year|figure|value|total|number))?\b{_NO_YEAR}"
)
_IS_BASELINE = compiled(rf"\bbaseline\b[^.;\n]{{0,40}}?\b(?P<year>{YEAR})")
_BEGAN = (
    r"(?:\s+(?:had\s+)?(?:(?:even|ever|so\s+much\s+as)\s+)?"
    r"(?:beg[au]n|started|struck|hit|arrived|br(?:oke|oken)\s+out))?"
)
_AHEAD_OF = any_of(
    *(
        "before",
        "prior to",
        "ahead of",
        r"on\s+the\s+eve\s+of",
        r"in\s+the\s+run-up\s+to",
        "leading up to",
    ),
    "(?:going|heading|coming|went) into",
)
_PANDEMIC = compiled(
    r"\b(?:(?P<in>(?:the\s+)?(?:first\s+)?(?:pandemic|lockdown|covid(?:-19)?|coronavirus)\s+year\b"
    r"|(?:(?<=\bin\s)|the\s+)(?:first\s+)?(?:full\s+)?year\s+(?:of|(?:that|which)\s+took\s+in)\s+(?:most\s+of\s+)?"
    rf"{OUTBREAK}|(?:pandemic|lockdown|covid|coronavirus)[’']s\s+(?:first|opening)\s+(?:full\s+)?year)|(?<=since\s)(?:before\s+)?{OUTBREAK}{_BEGAN}|{_AHEAD_OF}\s+{OUTBREAK}{_BEGAN}"
    rf"|by\s+the\s+time\s+{OUTBREAK}{_BEGAN}|(?P<second>the\s+second\s+year\s+of\s+{OUTBREAK})"
    rf"|the\s+(?:(?:last|final|full|whole)\s+)*year\s+(?:(?:just|right|immediately)\s+)?before\s+{OUTBREAK}{_BEGAN}){_NO_YEAR}"
)
# "Until 2021/22 the highest number it had recorded was 233"
_END_UNTIL = compiled(
    rf"\b(?P<how>until|till|before|prior\s+to|up\s+to)\s+(?:the\s+year\s+)?(?P<year>{YEAR}|last\s+year|this\s+year|now)\b,?\s+"
    r"(?P<end>(?:the|its|their|our)\s+(?:previous\s+|old\s+)?"
    r"(?:highest|most|biggest|largest|record|peak|(?P<least>lowest|fewest|smallest)))\b"
)
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth")
_IN_ORDER = compiled(
    rf"\bthe\s+(?P<nth>{'|'.join(_NTH)}|middle|last|final|earliest)\b"
    rf"(?:(?:\s+(?:year|one))?\s+of\s+(?:the|these|those|our|its)\s+(?:last\s+|past\s+)?"
    rf"(?:{NUMBER}|years)(?:\s+years)?\b"
    r"|\s+of\s+(?:them|these|those)(?=\s*(?:[.,;:)]|\Z)|\s+(?:and|it|there|to|is|was)\b)"
    r"|\s+year\b(?!\s+(?:of|running|in\s+a\s+row|after|since|that|to)\b)"
    r"|(?=\s*(?:[.,;:)]|\Z)|\s+(?:and|it|there|saw|had|was|police|\d)))"
    rf"(?!\s+(?:in\s+|,\s+|\()?{YEAR})"
)
_OF_ALL_YEARS = compiled(
    r"\bfirst\s+(?:year|of\s+(?:the|these|those|our|its))\b|\bin\s+the\s+(?:second|third|fourth|fifth|sixth)\s+year\b"
    rf"|\b(?P<n>{NUMBER})\s+years\b"
    rf"|\bof\s+(?:the|these|those|our|its)\s+(?P<m>{NUMBER})(?!\s+(?:offences|crimes|cases|forces)\b)"
)
# "By 7% in the first year and 12% in the second"
_CHANGE_IN = compiled(
    rf"(?:%|\bper\s+cent|\b(?:by|of|up|down)\s+{NUMBER}(?:\s+(?:offences|crimes|cases))?)\s+in\s+(?:the\s+)?\Z"
)
_SAW = compiled(r"\s+(?:saw|had|brought)\b")
# A landmark is a year to compare with, or the year of a number: not "a new high", "the first time".
_LEADS = compiled(
    r"\b(?:(?:since|from|than(?:\s+(?:in|at|on|for))?|below|above|on|off|at|in|against|with|to|after"
    r"|before|under|between|as|double|twice|times|beats?|topped|tops|past|passed|broke|exceed(?:s|ed))\s+(?:that\s+(?:of|in|for)\s+)?"
    r"|(?:double|twice|treble|triple|times)\s+the\s+(?:number|figure|total)\s+(?:in|for|of)\s+)$"
)


@dataclass(frozen=True)
class Landmarks:
    """The years that such words may mean, by the facts of each body; none where it is not one."""

    first: frozenset[Year]
    peak: frozenset[Year]
    earlier_peak: frozenset[Year]
    low: frozenset[Year]
    change: frozenset[Year]
    in_order: tuple[Year, ...]
    local: Evidence

    @classmethod
    def of(cls, documents: Documents) -> "Landmarks":
        return cls(
            frozenset(map(first_year, documents)),
            only_year(documents.local, max),
            only_year(documents.local, max, to=documents.local.facts.latest.previous),
            only_year(documents.local, min),
            frozenset(each.year for each in documents.local.facts.breaks),
            _in_order(documents.local),
            documents.local,
        )

    def named(self, passage: Passage) -> Iterator[tuple[re.Match[str], frozenset[Year]]]:
        """Each phrase that points to a year, and the years that it may be."""
        for match in _IN_ORDER.finditer(passage.text):
            of_those = _of_those(passage, match) or _from_the_first(passage, match)
            if of_those:
                yield match, frozenset({of_those})
                continue
            of = self._all_years(passage, match)
            is_led = _LEADS.search(passage.before(match.start()))
            if of == () and match["nth"].casefold() == "first":
                continue  # it is known though another year is not
            if of is not None and (is_led or _SAW.match(passage.text, match.end())):
                yield match, frozenset(_nth(match["nth"], of))
        for pattern, years in (
            (_CHANGED, self.change if len(self.change) == 1 else frozenset()),
            (_FIRST, self.first),
            (_EARLIER_PEAK, self.earlier_peak),
            (_PEAK, self.peak),
            (_LOW, self.low),
        ):
            for match in pattern.finditer(passage.text) if years else ():
                if _LEADS.search(passage.before(match.start())):
                    yield match, years
        for pattern in (_FIRST_ASKED, _WHO_BEGAN):
            yield from ((match, self.first) for match in pattern.finditer(passage.text))
        yield from self._baseline(passage)
        for match in _PANDEMIC.finditer(passage.text):
            apart = 0 if match["in"] else 1 if match["second"] else -1
            yield match, frozenset({Year(of_lockdown().start + apart)})

    def _baseline(self, passage: Passage) -> Iterator[tuple[re.Match[str], frozenset[Year]]]:
        """Each "baseline" that is compared with, of the year that the text gives it."""
        for match in _BASELINE.finditer(passage.text):
            if _LEADS.search(passage.before(match.start())):
                said = _IS_BASELINE.search(passage.text)
                year = year_of(said["year"]) if said else None
                yield match, frozenset({year}) if year else self.first

    def whole_time(self, text: str) -> Iterator[tuple[re.Match[str], frozenset[Year]]]:
        """Each phrase for all the time that there are figures of, or its start: its first year."""
        for pattern in (_WHOLE_TIME, _START):
            yield from ((match, self.first) for match in pattern.finditer(text))

    def ends_until(self, text: str) -> Iterator[tuple[re.Match[str], frozenset[Year]]]:
        """Each highest or lowest number up to a year, of the year that has it."""
        latest = self.local.facts.latest
        for match in _END_UNTIL.finditer(text):
            is_dated = match["year"][0].isdigit()
            year = year_of(match["year"]) if is_dated else latest
            if year:
                to = year if match["how"].casefold() == "up to" else year.previous
                yield match, only_year(self.local, min if match["least"] else max, to=to)

    def _all_years(self, passage: Passage, match: re.Match[str]) -> tuple[Year, ...] | None:
        """The years that an order is of; None where it may be one of other things."""
        start, _ = passage.with_sentence_before(match.start())
        said = [*_OF_ALL_YEARS.finditer(passage.text, start, match.end())]
        numbers = [numbers_in(m["n"] or m["m"] or "") for m in said]
        many = max((int(found[0].value) for found in numbers if found), default=0)
        first = (m for m in said if m[0].casefold().startswith("first"))
        if not many and any(_CHANGE_IN.search(passage.before(m.start())) for m in first):
            return self.in_order[1:]  # a change in the first year ends in the next
        return self.in_order[-many:] if said else None


_THAN = compiled(
    r"\b(?:(?:than|below|above)\s+(?:in\s+)?|(?:up|down|more|fewer|rise|increase|fall|drop)\s+(?:of\s+\S+\s+)?on\s+)\Z"
)


def _of_those(passage: Passage, match: re.Match[str]) -> Year | None:
    """The first or last of the years that the sentences before name: "than the first of them"."""
    words, before = match[0].casefold().split(), passage.before(match.start())
    is_first = words[:2] == ["the", "first"] and _THAN.search(before)
    is_last = words[:3] == ["the", "last", "of"] and not before.strip()
    if not (is_first or is_last) or words[2:] not in (
        [],
        ["of", "those"],
        ["of", "them"],
        ["of", "these"],
    ):
        return None
    start, _ = passage.with_sentence_before(passage.with_sentence_before(match.start())[0])
    named = [each.first for each in passage.labels_between(start, match.start())]
    is_in_order = named and named == sorted({*named})
    return Year(named[-1 if is_last else 0]) if is_in_order else None


# "77 in the first year, 2016/17, and 95 in the second"
FIRST_YEAR_IS = compiled(rf"\bthe\s+first\s+year,?\s+\(?(?:in\s+)?(?P<year>{YEAR})")


def _from_the_first(passage: Passage, match: re.Match[str]) -> Year | None:
    """The second or a later year from the one that the sentence says is the first."""
    start, _ = passage.sentence_bounds(match.start())
    said = FIRST_YEAR_IS.search(passage.text, start, match.start())
    first = year_of(said["year"]) if said else None
    word = match["nth"].casefold()
    return Year(first.start + _NTH.index(word)) if first and word in _NTH[1:] else None


def _nth(word: str, years: tuple[Year, ...]) -> tuple[Year, ...]:
    """The year that a word of order means; none where there are not so many."""
    word = word.casefold()
    at = len(years) - 1 if word in ("last", "final") else len(years) // 2
    at = _NTH.index(word) if word in _NTH else 0 if word == "earliest" else at
    is_there = word != "middle" or len(years) % 2
    return years[at : at + 1] if is_there else ()


def _in_order(evidence: Evidence) -> tuple[Year, ...]:
    """Every year from the first that compares; none where one of them has no number."""
    years = tuple(year for year in evidence.all_years if year >= first_year(evidence))
    cells = evidence.cells
    is_whole = all(year in cells and cells[year].value is not None for year in years)
    return years if is_whole or not cells else ()


def first_year(evidence: Evidence) -> Year:
    """The first year that compares with the latest, or that there is at all."""
    compared = [each.pair.old_year for each in evidence.changes]
    return min(compared, default=evidence.years[0])


def only_year(
    evidence: Evidence, most: Callable[[Iterable[int]], int], to: Year | None = None
) -> frozenset[Year]:
    """The one year of a body's own figures, up to one, that has the highest or the lowest."""
    cells = {year: cell for year, cell in evidence.cells.items() if to is None or year <= to}
    of = {year: cell.value for year, cell in cells.items() if cell.value is not None}
    years = [year for year, value in of.items() if value == most(of.values())]
    return frozenset(years if len(years) == 1 else ())
