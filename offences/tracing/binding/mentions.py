"""Places of a text that name a slot, and which of them a figure is said of."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from operator import attrgetter
from typing import Any

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.spans import overlap


@dataclass(frozen=True)
class Mention[Slot]:
    """A stretch of text that names a body, a year or a category."""

    start: int
    end: int
    slot: Slot


_CUT = re.compile(
    r"[,:](?!\d)|\n(?=\s*(?:19|20)\d\d(?:[/–-]\d\d)?\s*[|:\t–-])|[;()–—|•·]|\s-\s|\s/\s(?!\d)|\s(?:and|while"
    r"|whilst|whereas|but|then|when(?=\s+the\s+(?:country|nation|national|overall|rest)\b)|compared|up\s+(?:from|on)"
    r"|down\s+(?:from|on)|more\s+than|fewer\s+than|against(?=\s+\d[\d,]*(?![\d,‐‑-]|[’']?s\b|\s+years?\b"
    r"|\s+(?:and|or|to)\s+\d+[\s‐‑-]+years?[\s‐‑-]+old)))\s",
    re.IGNORECASE,
)
# "In 8 offences (14%) the child was aged 10 or under"
_SHARE_IN_BRACKETS = re.compile(
    r"\(\d[\d.]*\s?(?:%|per\s+cent)\)(?=\s+(?:the|was|were|had|involved)\b)"
)
# "In 25 of the offences recorded in 2019/20, the victim was aged 13"
_LED_IN = re.compile(
    r"\W*in\s[^.;:,\n]{1,60}?\b(?:offences|crimes|cases)\b[^.;:,\n]{0,80}(?P<comma>,)\s+"
    r"(?:the\s+(?:victim|child|app|platform|site|age|sex)|police|officers|it)\b",
    re.IGNORECASE,
)
# "In 40 it was Snapchat. In 28, Instagram, and in 15, Kik"
_NUMBER_FIRST = re.compile(
    r"(?:\W*(?:(?:and|but|then|while)\s+)?|(?:[,;]|\s[–—-])?\s+(?:and\s+|then\s+|while\s+)?)(?:in|for)\s+"
    rf"(?:(?:just|only|another|a\s+further|some|about)\s+)*(?!(?:19|20)\d\d\b){NUMBER}"
    r"(?:\s+(?:offences|crimes|cases|of\s+(?:them|these|those)))?(?P<comma>,)\s+(?:it\s+was\s+)?(?:an?\s+|the\s+)?",
    re.IGNORECASE,
)
_IS_THE_PART = re.compile(
    r"(?:\s+(?:was|were)\b|\s+and\s+(?:in|for)\b|\s*(?:[.,;:!?)]|\Z|\s[–—-]\s))", re.IGNORECASE
)
_OF_LINE = re.compile(r"\s*(?:[-•*>–][ \t]*)?")
_LEAD = re.compile(r":|\s[–—]\s|\s-\s")
_STOP = re.compile(
    r";|\s(?:while|whilst|whereas|but|when(?=\s+the\s+(?:country|nation|national|overall|rest)\b))\s",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\s*(?:(?!and\b)\w+\s+){0,3}?(?:(?:out\s+)?of|among)\s+(?:(?:the|all|these|those|its|their|our"
    r"|remaining|other|about"
    r"|some)\s+)*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Zones:
    """The text around a figure that speaks of it: what follows, and what leads to it.

    Each is a pair of character positions. `own` ends at the next figure, a comma or an "and";
    `near_after` does so behind the whole that the figure is a part of ("240 of the 300 …");
    `after` at the next figure or a semicolon; `before` begins behind the figure before.
    """

    own: tuple[int, int]
    near_after: tuple[int, int]
    after: tuple[int, int]
    before: tuple[int, int]
    sentence: tuple[int, int]


@dataclass(frozen=True)
class Breaks:
    """Where the words of a sentence break off: at a comma or an "and", or at a semicolon."""

    cuts: Sequence[int]
    stops: Sequence[tuple[int, int]]


def breaks_in(text: str, sentence: tuple[int, int], named: Iterable[Mention[Any]]) -> Breaks:
    """The breaks of a sentence; a name ("aged 10 and under") is not cut."""
    start, end = sentence
    covered = [(m.start, m.end) for m in named if overlap((m.start, m.end), sentence)]
    covered += [each.span() for each in _SHARE_IN_BRACKETS.finditer(text, start, end)]
    if led_in := _LED_IN.match(text, start, end):
        covered.append(led_in.span("comma"))
    covered += _numbers_first(text, sentence, named)
    cuts = [
        c.start()
        for c in _CUT.finditer(text, start, end)
        if not any(overlap(c.span(), each) for each in covered)
    ]
    return Breaks(cuts, [stop.span() for stop in _STOP.finditer(text, start, end)])


def _numbers_first(
    text: str, sentence: tuple[int, int], named: Iterable[Mention[Any]]
) -> Iterator[tuple[int, int]]:
    """The commas between a number that opens a clause and what it is of: "In 28, Instagram"."""
    at = sentence[0]
    for each in sorted((m for m in named if overlap((m.start, m.end), sentence)), key=_START):
        lead = _NUMBER_FIRST.fullmatch(text, at, each.start)
        if lead is None or not _IS_THE_PART.match(text[: sentence[1]], each.end):
            return
        yield lead.span("comma")
        at = each.end


def zones(
    passage: Passage,
    figure: Candidate,
    figures: Sequence[Candidate],
    starts: Sequence[int],
    breaks: Breaks,
) -> Zones:
    """The zones of a figure in a sentence with these breaks."""
    text = passage.text
    start, end = passage.sentence_bounds(figure.start)
    place = bisect_left(starts, figure.start)
    previous = max(start, figures[place - 1].end if place else start)
    later = (f for f in islice(figures, bisect_left(starts, figure.end), None))
    following = list(
        islice(
            (f for f in takewhile(lambda f: f.start < end, later) if not is_in_brackets(text, f)), 2
        )
    )

    def cut(begin: int, place: int) -> int:
        stop = following[place].start if len(following) > place else end
        at = bisect_left(breaks.cuts, begin)
        return min((stop, *breaks.cuts[at : at + 1]))

    # "- 176: offences against girls": the colon leads on.
    lead = _OF_LINE.fullmatch(text, start, figure.start) and _LEAD.match(text, figure.end)
    own = near = cut(lead.end() if lead else figure.end, 0)
    limit = following[0].start if following else end
    # "240 of the 300 offences were against girls": what follows the whole is said of the part,
    # and in "a record 240 girls" of the record.
    if following and _leads_to(figure, text[figure.end : following[0].start]):
        near = cut(following[0].end, 1)
        limit = following[1].start if len(following) > 1 else end
    before = max(
        (b for a, b in breaks.stops if previous <= a and b <= figure.start), default=previous
    )
    stop = min((a for a, b in breaks.stops if figure.end <= a and b <= limit), default=limit)
    return Zones(
        (figure.end, own),
        (figure.end, near),
        (figure.end, stop),
        (before, figure.start),
        (start, end),
    )


def _leads_to(figure: Candidate, between: str) -> bool:
    is_part = _PART_OF.fullmatch(between)
    return bool(is_part) or (figure.kind == "record" and between.isspace())


_CLOSES = re.compile(r"(?:\s+(?:offences|crimes|cases))?\)", re.IGNORECASE)


def is_in_brackets(text: str, figure: Candidate) -> bool:
    """A number alone in brackets, beside what it explains: "2% (1) of the 50", "(28 offences)"."""
    is_first = text[figure.start - 1 : figure.start] == "("
    return is_first and _CLOSES.match(text, figure.end) is not None


_START = attrgetter("start")


def within[Slot](mentions: Sequence[Mention[Slot]], zone: tuple[int, int]) -> list[Mention[Slot]]:
    """The mentions inside a zone, both in the order of the text."""
    first = bisect_left(mentions, zone[0], key=_START)
    last = bisect_right(mentions, zone[1], key=_START)
    return [each for each in mentions[first:last] if each.end <= zone[1]]
