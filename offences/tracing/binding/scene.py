"""A text with its figures and with everything in it that names a slot."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from offences.statistics.years import Year
from offences.tracing.binding.bodies import Body
from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.landmarks import FIRST_YEAR_IS
from offences.tracing.binding.mentions import Breaks, Mention, Zones, breaks_in, within, zones
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import YEAR, compiled

NO_BOUNDARY = {
    *("exempt", "year", "since", "from_year", "band", "mode", "youngest"),
    *("months", "data_years", "span"),
}
"""Kinds of figures that stand inside what is said of another: "68 in six months of 2017/18"."""
VALUES = ("count", "range", "malformed", "maybe_coverage", "maybe_forces")
"""Kinds of figures that are a number of something."""
CHANGES = ("percent", "fraction", "difference", "multiple")
"""Kinds of figures that may be a change from one year to another."""

_BRACKET = compiled(r"(?:\s+[\w-]+){0,2}\s*\((?:in|on|for|aged|by|during)?\s*(?:the\s+)?")
_HAS_ITS_OWN = compiled(r"\s?[:=–]\s*\d")  # "345 (2017/18: 230)"
_FORMER = compiled(r"\bthe\s+(?:former|first|(?P<last>latter|second))\b[^.;]{0,40}\Z")
# "110 in the first of those years and 149 in the second"
_IN_FORMER = compiled(
    r"(?:\s+(?:offences|crimes|cases))?\s+(?:in|during|for|against|on|involving|at)\s+the\s+(?:former|first|earlier|(?P<last>latter|second|later))"
    r"(?:\s+(?:year|one)|\s+of\s+(?:those|these|the)(?:\s+two)?(?:\s+years)?)?(?=\s*[.,;:)!?”\"]|\s+and\b|\s*\Z)"
    rf"(?!,?\s+\(?(?:in\s+)?{YEAR})"  # but "77 in the first year, 2016/17"
)
# "Snapchat, Kik and Roblox were the platforms named, with 13, 10 and eight offences"
_WITH_LIST = compiled(
    rf",?\s+(?:with|at|in|had|(?<=together\s)on|(?<=close\s)on|(?<=next\s)on|(?<=next,\s)on"
    rf"|accounting\s+for)\s+(?P<list>{NUMBER}(?:,\s+{NUMBER})*,?\s+and\s+{NUMBER})"
)
_COMMA_AND = compiled(r"\s*(?:,|,?\s+and|&)\s*")
# "The number of each in 2018/19, followed by that of the year before:" and lines like "402 (323)"
_FOLLOWED_BY = compiled(
    r"\b(?:(?:followed\s+by|then)\s+(?:that|those|the\s+(?:number|figure|total|count)s?)|(?:with|and)\s+(?:that|those))\s+"
    r"(?:(?:for|of|in|from)\s+)?\Z"
)
_ENDS_A_LINE = compiled(r"\s*[.:]?\s*?\n[^\n]*\n?[^\n]*\d\s+\(\d")
_LIST_IN_BRACKETS = compiled(rf"\(\s*(?P<list>{NUMBER}(?:,\s+{NUMBER})*,?\s+and\s+{NUMBER})\s*\)")
# "Girls and boys: 219 and 42"
_SHARE = rf"{NUMBER}(?:\s?%|\s+per\s+cent)?"
_LIST_BEHIND_COLON = compiled(rf":\s+(?P<list>{_SHARE}(?:,\s+{_SHARE})*,?\s+and\s+{_SHARE})")
# "Twice as many in 2019/20 as in 2016/17 (154 against 77)", "more girls than boys: 60 to 20"
_SIDE_BY_SIDE = compiled(
    rf"(?:\s?[:(–—-]|,|;)\s*(?P<list>{NUMBER}(?:\s+(?:offences|crimes|cases))?,?\s+"
    rf"(?:(?:as\s+)?(?:compared|set|measured|opposed)\s+(?:with|to|against)|against|versus|vs?\.?|to|(?:up|down)\s+(?:from|on))\s+{NUMBER})"
    r"(?=\s*(?:[).;,!?”\"]|\Z)|\s+(?:offences|crimes|cases)\b)"
)
_THAN = compiled(r"\b(?:than|as|outnumber(?:s|ed|ing)?)\b")
_RESPECTIVELY = compiled(r"\brespectively\b|\boutnumber(?:s|ed|ing)?\b")


def age_of_mode(figure: Candidate, text: str) -> NamedCategory | None:
    """The age, or the band, that a figure says is the most common, or the youngest."""
    if figure.kind not in ("mode", "band", "youngest") or figure.value.denominator != 1:
        return None
    if figure.kind == "youngest" and "old" in text[figure.start : figure.end]:
        return None  # "nine-year-olds" are a part
    last = figure.of if figure.kind == "band" else figure.value
    return age_category(int(figure.value), int(last))


# "A greater concern than Kik", "unlike Kik", "boys as much as girls"
_HELD_AGAINST = compiled(
    r"\b(?:than|(?:un)?like|behind|ahead\s+of|instead\s+of|as\s+(?:\w+\s+)?\w+\s+as)\s+\Z"
)


@dataclass
class Scene:
    """What the binders look at; `taken` are mentions that one figure has for its own.

    `rows_of_years` are the numbers in a row of each sentence, found once for all of them;
    `is_checked`: its figures are judged, and not asked what they give away.
    """

    passage: Passage
    latest: Year
    figures: Sequence[Candidate]
    bodies: Sequence[Mention[Body]]
    categories: Sequence[Mention[NamedCategory]]
    years: Sequence[Mention[YearsNamed]]
    is_checked: bool = True
    taken: set[Mention[YearsNamed] | Mention[NamedCategory]] = field(default_factory=set)
    rows_of_years: dict[tuple[int, int], list[list[Candidate]]] = field(default_factory=dict)
    _zones: dict[tuple[str, int, int], Zones] = field(default_factory=dict)
    _found_breaks: dict[tuple[int, int], Breaks] = field(default_factory=dict)

    def __post_init__(self) -> None:
        of_ages = (f for f in self.figures if self.is_checked or f.kind != "youngest")
        modes = ((f.end, age_of_mode(f, self.passage.text)) for f in of_ages)
        self.modes = {end: age for end, age in modes if age}
        of_brackets = [m for m in self.years if self._is_of_brackets(m)]
        self.years = [m for m in self.years if m not in of_brackets]
        self.of_brackets = of_brackets[:1]
        self.figures = [each for each in self.figures if each.kind not in NO_BOUNDARY]
        self.starts = [figure.start for figure in self.figures]
        self.in_turn = self._in_turn()

    def _is_of_brackets(self, mention: Mention[YearsNamed]) -> bool:
        """Whether a year is that of the numbers in brackets: "2017/18 in brackets"."""
        is_second = _FOLLOWED_BY.search(self.passage.before(mention.start))
        return bool(is_second and _ENDS_A_LINE.match(self.passage.text, mention.end))

    def zones(self, figure: Candidate) -> Zones:
        """The zones of a figure, found once: each binder asks for them."""
        key = figure.kind, figure.start, figure.end
        if key not in self._zones:
            breaks = self._breaks(self.passage.sentence_bounds(figure.start))
            self._zones[key] = zones(self.passage, figure, self.figures, self.starts, breaks)
        return self._zones[key]

    def clause(self, figure: Candidate) -> tuple[int, int]:
        """The part of its sentence around a figure, up to a semicolon, a "while" or a "but"."""
        sentence = start, end = self.passage.sentence_bounds(figure.start)
        stops = self._breaks(sentence).stops
        start = max((last for _, last in stops if last <= figure.start), default=start)
        return start, min((first for first, _ in stops if first >= figure.end), default=end)

    def _breaks(self, sentence: tuple[int, int]) -> Breaks:
        if sentence not in self._found_breaks:
            named = (*self.categories, *self.bodies, *self.years)
            self._found_breaks[sentence] = breaks_in(self.passage.text, sentence, named)
        return self._found_breaks[sentence]

    def in_brackets[Slot](
        self, figure: Candidate, mentions: Sequence[Mention[Slot]]
    ) -> list[Mention[Slot]]:
        """The mention that brackets after a figure give: "654 (2018/19)", "96 (Snapchat)"."""
        text = self.passage.text
        if not _BRACKET.match(text, figure.end):
            return []
        return [
            m
            for m in mentions
            if m.start > figure.end
            and _BRACKET.fullmatch(text, figure.end, m.start)
            and not _HAS_ITS_OWN.match(text, m.end)
        ][:1]

    def parts_spoken_of(self, zone: tuple[int, int]) -> list[Mention[NamedCategory]]:
        """The parts that a stretch names, without those that others are held against."""
        named = within(self.categories, zone)
        return [m for m in named if not _HELD_AGAINST.search(self.passage.text, zone[0], m.start)]

    def only_kind(self, start: int, end: int) -> str:
        """What the categories that a stretch names are of, if of one thing; else empty."""
        kinds = {m.slot.kind for m in within(self.categories, (start, end))}
        return min(kinds) if len(kinds) == 1 else ""

    def _in_turn(self) -> list[Sequence[Candidate]]:
        """The figures of each sentence that gives them in turn: "98 and 264 respectively"."""
        found = []
        for match in _RESPECTIVELY.finditer(self.passage.text):
            start, end = self.passage.sentence_bounds(match.start())
            found.append(self.figures_in(start, end))
        text = self.passage.text
        lists = _WITH_LIST, _LIST_IN_BRACKETS, _LIST_BEHIND_COLON
        for match in (m for pattern in lists for m in pattern.finditer(text)):
            start, _ = self.passage.sentence_bounds(match.start())
            listed = self.figures_in(*match.span("list"))
            named = within(self.categories, (start, match.start()))
            is_led = match[0][0] != ":" or any(m.end == match.start() for m in named)
            if is_led and self._lists(named, len(listed)):
                found.append(listed)
        for match in _SIDE_BY_SIDE.finditer(text):
            if self._compares_two(self.passage.sentence_bounds(match.start())[0], match.start()):
                found.append(self.figures_in(*match.span("list")))
        return found

    def _compares_two(self, start: int, end: int) -> bool:
        """Whether a stretch compares two years, two parts or two bodies, and no two of another."""
        named = [within(each, (start, end)) for each in (self.years, self.categories, self.bodies)]
        pairs = [each for each in named if len(each) == 2]
        if len(pairs) != 1 or any(f.kind in VALUES for f in self.figures_in(start, end)):
            return False
        one, other = pairs[0]
        return bool(_THAN.search(self.passage.text, one.end, other.start))

    def _lists(self, named: Sequence[Mention[NamedCategory]], length: int) -> bool:
        """Whether so many names follow each other with nothing but commas and "and" between."""
        gaps = pairwise(named)
        return len(named) == length > 1 and all(
            _COMMA_AND.fullmatch(self.passage.text, a.end, b.start) for a, b in gaps
        )

    def figures_in(self, start: int, end: int) -> Sequence[Candidate]:
        """The figures that begin between two places."""
        return self.figures[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def turn[Slot](
        self, figure: Candidate, mentions: Sequence[Mention[Slot]]
    ) -> Mention[Slot] | None:
        """The mention that is a figure's in turn, where there are as many of both.

        Or that of two which "the former" or "the latter" before or behind the figure stands for.
        """
        sentence, _ = self.passage.sentence_bounds(figure.start)
        if FIRST_YEAR_IS.search(self.passage.text, sentence, figure.start):
            return None  # "77 in the first year, 2016/17, and 95 in the second"
        if figure.kind in VALUES and (word := _IN_FORMER.match(self.passage.text, figure.end)):
            start, _ = self.passage.sentence_bounds(figure.start)
            others = self.figures_in(start, figure.start)
            first = next((f for f in others if _IN_FORMER.match(self.passage.text, f.end)), figure)
            both = within(mentions, (start, first.start))
            if not both and "\n\n" not in self.passage.text[start - 2 : start]:
                both = within(mentions, self.passage.bounds_before(start))
            return _one_of(both, word)
        if word := _FORMER.search(self.passage.text, *self.zones(figure).before):
            start, _ = self.passage.sentence_bounds(word.start())
            both = within(mentions, (start, word.start()))
            named = (start, word.start())
            of_others = len(within(self.bodies, named)), len(within(self.categories, named))
            if not both and start and 2 not in of_others:
                both = within(mentions, self.passage.sentence_bounds(start - 1))
            return _one_of(both, word)
        for figures in self.in_turn:
            if len(figures) < 2 or not figures[0].start <= figure.start <= figures[-1].start:
                continue
            if figure in figures:
                start, end = self.passage.sentence_bounds(figure.start)
                inside = within(mentions, (start, end))
                if len(inside) > len(figures):
                    inside = within(mentions, (start, figures[0].start))
                # "… 13 and 14. In Kent the numbers were 9 and 8 …", in one paragraph
                if not inside and start > self.passage.line_start(start):
                    inside = within(mentions, self.passage.bounds_before(start))
                if len(inside) == len(figures):
                    return inside[figures.index(figure)]
        return None


def _one_of[Slot](both: Sequence[Mention[Slot]], word: re.Match[str]) -> Mention[Slot] | None:
    return both[word["last"] is not None] if len(both) == 2 else None
