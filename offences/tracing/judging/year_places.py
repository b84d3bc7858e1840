"""The place of a year among others by its number: "the third highest total so far"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from offences.statistics.years import Year
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.clauses import Passage, year_of
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.ordinals import NTH, number_of
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import YEAR, any_of, compiled

_NUMBER_OF_OFFENCES = any_of("totals?", "numbers?", "figures?", "counts?", "tall(?:y|ies)")
_PERIOD = any_of("period", "series", "run", "records?", "figures", "survey")
_ALL_THE = r"(?:(?:the|these|those|our|its|all|last|past|whole|entire)\s+)*"
_SOME_YEARS = (
    rf"{_ALL_THE}(?:(?-i:[A-Z])[\w-]+[’']s?\s+)?(?:(?P<many>{NUMBER})(?:\s+years\b|(?=\s+since\s+{YEAR}))|years\b|{_PERIOD}\b)"
    r"(?P<are_held>\s+(?:available|with\s+figures|on\s+record)\b)?"
)
# "The third highest it has recorded"
_EVER_RECORDED = (
    rf"(?:{_NUMBER_OF_OFFENCES}\s+)?(?:(?:that|which)\s+)?(?:(?:the|our|this)\s+(?:force|county|area)|it|police|officers|we|they)"
    r"\s+(?:has|have|had)\s+(?:ever\s+)?(?:recorded|logged|seen|counted|had)\b"
)
_STOP = r"(?=\s*(?:[.,;:)]|\Z))"
_SO_FAR = rf"(?:{_NUMBER_OF_OFFENCES}\s+)?(?:so\s+far|to\s+date|yet){_STOP}"
_NTH_END = (
    rf"(?P<nth>{NTH})[\s‐‑-]+(?P<end>(?P<most>highest|largest|biggest|greatest)|lowest|smallest)"
)
_PLACE = rf"{_NTH_END}\s+"
_TOTAL = (
    rf"(?:(?:annual|yearly)\s+)?(?:{_NUMBER_OF_OFFENCES}|year)"
    r"(?:\s+of\s+(?:offences|crimes|cases))?"
)
_FOR_BODY = (
    r"(?:\s+(?:for|at|in|by|from)\s+(?P<body>(?-i:[A-Z])[\w’'-]*(?:\s+(?-i:[A-Z])[\w’'-]*)?))?"
)
_AMONG = (
    r"(?:\s+(?:in|of|among)\s+(?:the|our|its|those|these)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:figures|totals|years|series)(?:\s+(?:available|with\s+figures))?)?"
)
_LEAST_FIRST = r"(?:from|lowest|smallest|fewest|least)\b"
_RANKS = (
    # "The third highest total in the five years", "our second lowest number on record"
    compiled(
        rf"\b(?:the|its|our|their|[\w-]+[’']s)\s+{_PLACE}(?:(?:{_TOTAL}\s+)?(?:in|of|over|across|during|for|on)\s+{_SOME_YEARS}"
        rf"|{_EVER_RECORDED}|{_SO_FAR})"
    ),
    # "The force's second highest figure, after the 467 of 2021/22": of its own years
    compiled(
        r"\b(?:its|our|their|(?!(?:country|nation|region|charity|survey|list|table|UK|England|Wales|Britain)\b)[\w-]+[’']s)\s+"
        rf"{_PLACE}{_TOTAL}(?:{_STOP}|\s+(?:after|since)\s+(?:the\s+{NUMBER}\s+(?:of|in)\s+)?{YEAR})"
    ),
    # "Of the six years available, 2021/22 had the third highest total, with 467"
    compiled(
        rf"(?:^|[.!?]\s)\W*(?:of|in|over|across)\s+{_SOME_YEARS}(?:\s+(?:up\s+)?to\s+(?P<to>{YEAR}))?,?\s+"
        r"(?P<year>(?:19|20)\d\d/\d\d)\s+(?:(?:had|has|saw|brought|was|is)\s+(?:the|its|our|their)"
        rf"|(?:ranks|ranked|comes|came)(?:\s+as)?(?:\s+the)?)\s+{_NTH_END}"
        rf"(?:\s+{_TOTAL})?{_FOR_BODY}(?:{_STOP}|\s+(?:and|but|when|with|at)\b)"
    ),
    # "Of the six years from 2016/17, 2021/22 comes third for the number of offences"
    compiled(
        rf"(?:^|[.!?]\s)\W*(?:of|in|over|across|among)\s+{_SOME_YEARS}(?:\s+(?:from|since)\s+{YEAR}|\s+(?:up\s+)?to\s+(?P<to>{YEAR}))?,?\s+"
        rf"(?P<year>(?:19|20)\d\d/\d\d)\s+(?:ranks|ranked|comes|came|is|was)\s+(?:(?:in|as|only)\s+)*(?P<end>(?P<most>(?P<nth>{NTH})))(?:\s+place)?"
        rf"(?:\s+(?:for|by|in\s+terms\s+of|on)\s+(?:the\s+|its\s+)?(?:{_NUMBER_OF_OFFENCES}|size|volume)\b|{_STOP})"
        r"(?![^.;:]*\b(?:lowest|smallest|fewest)\s+first\b)"
    ),
    # "The second highest total was 467, in 2021/22", "the third highest for Kent was 2019/20"
    compiled(
        rf"\b(?:the|its|our|their|[\w-]+[’']s)\s+{_NTH_END}(?:\s+{_TOTAL})?{_AMONG}{_FOR_BODY}"
        rf"(?:,?\s+(?:(?:was|is|of|at|being)\s+)?\(?(?:just\s+)?(?!{YEAR}){NUMBER}(?:\s+(?:offences|crimes|cases))?[),]*)?"
        r"(?:,?\s+(?:was|is|came|fell|recorded|seen))?(?:\s+(?:recorded|seen))?(?:\s+(?:in|for))?\s+"
        r"(?P<year>(?:19|20)\d\d/\d\d)(?=\s*(?:[.,;:()]|\Z)|\s+(?:and|but|when|with)\b)"
    ),
    # "Ranked by size, 2021/22 comes third among the force's six years"
    compiled(
        rf"(?:(?:\branked\b|\bby\s+(?:size|number|volume|total)\b|\bin\s+order\b)(?:\s+(?!{_LEAST_FIRST})[\w’'-]+){{0,5}},\s+"
        r"|(?=[\d/]+\s+(?:rank|com|came)))(?P<year>(?:19|20)\d\d/\d\d)\s+"
        r"(?:is|was|comes?|came|ranks?|ranked|stands|stood|finish(?:es|ed))\s+(?:(?:only|as|in|the)\s+)*"
        rf"(?P<end>(?P<most>(?P<nth>{NTH})))(?:\s+place)?\s+(?:among|of|in|out\s+of)\s+{_SOME_YEARS}"
    ),
)


@dataclass(frozen=True)
class RankOfYear:
    """The place that a year is given, and where its words and that for the end stand."""

    words: Span
    end: Span
    nth: int
    is_most: bool
    many: int
    year: Year | None = None
    are_held: bool = False
    body: str = ""
    to: Year | None = None

    def is_true(self, passage: Passage, own: Evidence) -> bool | None:
        """Whether the year that the sentence names, else the latest, has the place; or unknown."""
        start, _ = passage.sentence_bounds(self.words[0])
        labels = passage.labels_between(start, self.words[0])
        year = self.year or (Year(labels[-1].first) if labels else own.facts.latest)
        many = self.many or len(own.all_years)
        if self.are_held and many not in (len(own.values), len(own.all_years)):
            return False  # "of the ten years available", where there are four
        if many > len(own.all_years) or (self.body and not is_named(self.body, own)):
            return None
        if many == len(own.values):  # "of the six years with figures"
            many = len(own.all_years)
        last = self.to or year
        among = {y: n for y, n in own.values.items() if y.start > last.start - many}
        if year not in among:
            return None
        return _is_nth(year, self.nth, among, is_most=self.is_most)


def ranks_of_years(passage: Passage, start: int, end: int) -> Iterator[RankOfYear]:
    """The places among the years that a stretch of a text gives one."""
    for match in (m for each in _RANKS for m in each.finditer(passage.text, start, end)):
        groups = match.groupdict("")
        many, said = numbers_in(groups.get("many", "")), groups.get("year")
        yield RankOfYear(
            match.span("nth"),
            match.span("end"),
            number_of(match["nth"]),
            bool(match["most"]),
            int(many[0].value) if many else 0,
            year_of(said) if said else None,
            bool(groups.get("are_held")),
            groups.get("body", ""),
            year_of(groups["to"]) if groups.get("to") else None,
        )


def is_named(words: str, own: Evidence) -> bool:
    """Whether a name is that of the body that the facts are of: "in Kent", not "for Snapchat"."""
    names = {*own.facts.place.casefold().split()}
    return any(word in names for word in words.casefold().split())


def _is_nth(year: Year, nth: int, values: Mapping[Year, int], *, is_most: bool) -> bool:
    """Whether a year has this place by its number; of some that are level, any of theirs."""
    own = values[year]
    ahead = sum((n > own) if is_most else (n < own) for n in values.values())
    level = sum(n == own for n in values.values())
    return ahead < nth <= ahead + level
