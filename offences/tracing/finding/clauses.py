"""The place of a figure: its sentence and clause, the years named beside it, up or down."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from offences.statistics.years import JANUARY, Year, first_month
from offences.tracing.finding.lists import BoxLine, rows_in
from offences.tracing.finding.numbers import NUMBER, Number, numbers_in
from offences.tracing.finding.table_cells import TableCell, lines_and_cells
from offences.tracing.finding.vocabulary import (
    COUNTS_UP,
    FALL,
    FELL_IN_NEWS,
    RISE,
    ROSE_IN_NEWS,
    YEAR,
)

# A question and its short answer are one: "How many were there? The answer is 310."
_ANSWER = r"\s+(?:The\s+answer|Yes|No|Just|Only|Exactly|About|It\s+(?:was|is)|\d[\d,]*)\b"
_STOP = re.compile(
    r"(?=[.!?])(?<!\nA)(?<!\nQ)(?:(?<!\b[Nn]o)|(?!\.\s*\d))(?<!\bs)(?<!\bss)(?<!\be\.g)(?<!\bi\.e)(?<!\bDr)(?<!\bMr)(?<!\bSt)"
    rf"(?:[.!]|\?(?!{_ANSWER}))+[\"”’')\]]*(?=\s|$)"
    r"|\n[ \t\r]*\n|\n(?=[ \t]*(?:(?:[-–—•●▪◦‣■◆★☆✔✓✅►▶▸➤👉🔹🔸*>|]|\(?\d{1,2}[.)])[ \t]"
    r"|\d[\d,/]*%?(?:\s?[:–—]|\xa0)))"
    r"|\n(?=[ \t]*[A-Z][^\n:.]{0,40}:[ \t]\d)"
)

YEAR_LABEL = re.compile(
    r"(?<![\w/])((?:19|20)\d\d|\d{4}(?=/))(\s?[/–-]\s?)((?:19|20)\d\d|\d\d|(?<=-)\d)(?![\w/]"
    r"|[-–]\d)"
)
_CALENDAR = re.compile(
    r"(?:\b(?<!published )(?<!released )(?<!obtained )"
    r"(?:in|during|for|since|from|on|than|with|to|between|and|until|of|by|over|against|or"
    r"|year)\s+|^|\()(?P<year>(?:19|20)\d\d)"
    r"(?![\w/%]|[,.]\d|[-–]\d|\s+(?:offen[cs]es|crimes|cases|incidents|more|fewer|Act|Order|Bill)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_BARE_YEAR = re.compile(r"(?<![\w/,.£$€])(?:19|20)\d\d(?![\w/%]|[,.]\d|[-–]\d)")
_SINCE = re.compile(
    rf"[^.,;:()!?]{{0,90}}?\b(?:since\s+(?:at\s+least\s+|[^.,;:()!?\d]{{0,60}}?\b(?:in|with|from)\s+)?"
    rf"|years\s+from\s+)(?P<year>{YEAR})",
    re.IGNORECASE,
)
# "A 16% increase, to 2,172 from 1,868": the end of a change before its beginning
_TO_NUMBER = (
    rf"\bto\s+(?:(?:just|only|a\s+total\s+of)\s+)?{NUMBER}(?:\s+(?:offences|crimes|cases))?"
    r"(?:\s+in\s+\d{4}[/–-]\d\d)?,?\s+"
)
_BASE = re.compile(
    rf"(?:[^.,;:()\d]{{0,60}}?,?\s{{0,9}}(?:{_TO_NUMBER})?\b(?:from|having\s+(?:been|stood\s+at)|(?:on|as|than|above|below)\s+the|(?:above|below|on|than|as)\s+(?:the|its|a)\s+(?:figure|total|number|level|count|tally)\s+of)\s+(?:the\s+|just\s+|only\s+"
    rf"|between\s+)?|\s+the\s+|\s+since\s+{YEAR},?\s+when\s+(?:it|there|the\s+\w+)\s+(?:was|were|stood\s+at)\s+)"
    rf"(?P<base>{NUMBER})(?!\s?%)",
    re.IGNORECASE,
)

DIRECTION = re.compile(
    rf"\b(?:(?P<rise>(?!more\s+than\b|up\s+to\s+[£$€])(?<!made )(?<!make )(?<!makes )(?<!making )"
    r"(?<!came )(?<!come )(?<!comes )(?<!turned )(?<!turns )(?<!cropped )(?<!crops )(?<!showed )"
    r"(?<!shows )"
    rf"{RISE})"
    rf"|(?P<fall>(?!fewer\s+than\b)(?<!\bjaw[-‐‑\s]){FALL})\b)(?!\w)",
    re.IGNORECASE,
)
_DIRECTION_IN_NEWS = re.compile(
    rf"{DIRECTION.pattern}|\b(?:(?P<up>{ROSE_IN_NEWS})|{FELL_IN_NEWS})\b", re.IGNORECASE
)
# "14% more than in 2017/18", "a third below last year's"; "more than 30" and "more than halved" are
# no direction.
_OF_TIME = (
    rf"(?:(?={NUMBER}\s+(?:years?\b|(?:the|a)\s+year))|(?:in|at|for|during|that|those|the|its|last"
    r"|what|where|it|they|a\s+year)\b|(?:19|20)\d\d(?:[/–-]|\b))"
)
_THAN_AFTER = re.compile(
    r"\s+(?:offences?\s+|crimes?\s+|cases?\s+)?"
    r"(?:(?:(?P<rise>more|higher|greater)|(?P<fall>fewer|less|lower|smaller))\s+than|(?P<above>above)"
    rf"|(?P<below>below))\s+{_OF_TIME}"
    # "35% less", "a third lighter last year"
    r"|\s+(?:less|lighter)(?=\s*(?:[.;:!?)]|\Z)|\s+(?:last|in|on)\b)",
    re.IGNORECASE,
)

# "+4%", "(-12%)", "change: −3": a sign says which way; the dash of a list or a range is none
_MINUS = re.compile(r"(?:[:(|\t]\s*|\A|\n)[-–−]\Z")
_NOTED = re.compile(
    r"\b(?:(?:wr(?:ote|itten|ite|ites)|tak(?:en|e)|took|noted|put|jot(?:s|ted|ting)?|scribbl(?:e|es|ed)|mark(?:s|ed)?|pin(?:s|ned)?|key(?:ed)?|set|got|add(?:s|ed|ing)?|ma(?:de|kes?|king))\s+(?:(?!an?\s|the\s)\w+\s+)?"
    rf"|(?:{'|'.join(COUNTS_UP)})\s+)\Z",
    re.IGNORECASE,
)
_BREAK, _BREAK_OR_COMMA = re.compile(r"[;:]"), re.compile(r"[,;:)]")


@dataclass(frozen=True)
class YearLabel:
    """A financial year as it is written: "2018/19", "2018-19"; possible if it is one year."""

    start: int
    end: int
    first: int
    is_possible: bool


def labels_in(text: str) -> list[YearLabel]:
    """Every year label; two years with a dash that are not neighbours are a range of years.

    "2518/19" is a label with a slip in its century; "1234/56" is some other code.
    """
    found = []
    for match in YEAR_LABEL.finditer(text):
        first, last = int(match[1]), int(match[3])
        is_neighbour = match[3] in (str(first + 1), str(first + 1)[2:], str(first + 1)[3:])
        is_century = first // 100 in (19, 20)
        is_range = "/" not in match[2] and last > first % 10 ** len(match[3])
        if is_neighbour or (is_century and not is_range):
            possible = is_neighbour and is_century and first_month() != JANUARY
            could_be = min(max(first, 1000), 9998)  # "0018/19": no year that can be made
            found.append(YearLabel(match.start(), match.end(), could_be, possible))
    if first_month() == JANUARY:  # "in 2018"
        found += [
            YearLabel(*m.span("year"), int(m["year"]), True) for m in _CALENDAR.finditer(text)
        ]
    return sorted(found, key=lambda each: each.start)


def year_of(label: str) -> Year | None:
    """The financial year a label or a bare year names: 2015 is the one that starts in it."""
    first = int(label[:4])
    match = YEAR_LABEL.fullmatch(label)
    if match:
        made = labels_in(label)
        return Year(first) if made and made[0].is_possible else None
    return Year(first)


def year_from(label: str) -> Year:
    """The year that a label begins with, also where there is none such: "2016/18"."""
    return Year(int(label[:4]))


# "Children of 13" and, on the next line, "- 17 offences" are no ages of 13 to 17.
_DASH_OF_LIST = re.compile(r"(?<=\d\n)([ \t]*)[-–—](?=[ \t])")
# A line of a fact box, "- 84: offences against children of 13", is read without its colon.
_OF_BOX = re.compile(
    r"^([ \t]*(?:[-–—•*·]\s+[\d,]*\d%?|[\d,]*\d(?:\d|%)))(?: ?:| [-–—])"
    r"(?= (?:the |a |an )?(?=[a-z])[^\n]*?"
    r"\b(?:offences|crimes|cases|children|girls|boys|forces)\b)",
    re.MULTILINE,
)
_SPACE = "\u00a0"
"""In the place of a dash behind a number: several other spaces make columns of a table."""
# "2,706. The offences against girls.": a number by itself, and then what it is
_BY_ITSELF = re.compile(
    r"^(?!(?:19|20)\d\d\.)(\d[\d,]{2,}|\d[\d.,]*(?:%| per cent))(?:\.| –)"
    r"(?= (?!That|This|These|It|They)[A-Z])",
    re.MULTILINE,
)

# "149. That's the number of offences in Kent", "48 per cent: that is the share of the cases on Kik"
_SAID_NEXT = re.compile(
    rf"((?:^|[.!?:–—“\"]\s+|^[“\"])\W{{0,3}}(?:It(?:[’']s|\s+(?:is|was))\s+)?(?<!\d,)(?<!\d\.){NUMBER}(?:\s?%|\s+per\s?cent)?)"
    r"(?:[.!…]+|\s[–—]|[:;,])\s+(?:And\s+)?(?:That|This|It)(?:[’']s|\s+(?:is|was))\s+"
    r"(?:exactly\s+)?(?:how\s+many|the\s+(?:\w+\s+)?(?:number|total|count|tally)(?:\s+of)?(?=\s+[a-zA-Z])|(?:how\s+much|the\s+(?:share|proportion|percentage))(?=\s+of\b))",
    re.IGNORECASE | re.MULTILINE,
)


class Passage:
    """A text with its sentences, clauses, year labels and numbers found once."""

    def __init__(self, text: str) -> None:
        text = _DASH_OF_LIST.sub(r"\1•", text)
        for before_it in (_OF_BOX, _BY_ITSELF, _SAID_NEXT):
            text = before_it.sub(lambda m: m[1] + _SPACE * (len(m[0]) - len(m[1])), text)
        self.text = text
        self.labels = labels_in(text)
        inside = [(each.start, each.end) for each in self.labels]
        self.numbers: list[Number] = [
            n for n in numbers_in(text) if not any(n.start in range(*each) for each in inside)
        ]
        self.rows = rows_in(text)
        lines, self.cells = lines_and_cells(text)
        stops = {0, len(text), *(match.end() for match in _STOP.finditer(text))}
        stops |= {row.start for row in self.rows}
        stops |= {min(row.end + 1, len(text)) for row in self.rows}
        stops |= {at for line in lines for at in (line.start, min(line.end + 1, len(text)))}
        self._stops = sorted(stops)
        self._last_sentence = 0, 0
        self._before: dict[tuple[int, int], str] = {}  # a dozen rules ask of each figure
        self._after: dict[tuple[int, int], str] = {}

    def numbers_between(self, start: int, end: int) -> list[Number]:
        return [n for n in self.numbers if start <= n.start < end]

    def labels_between(self, start: int, end: int) -> list[YearLabel]:
        return [each for each in self.labels if start <= each.start < end]

    def two_labels(self, at: int) -> tuple[int, ...]:
        """The two years that a sentence names, perhaps one of them or both just before it."""
        start, end = self.sentence_bounds(at)
        labels = self.labels_between(start, end)
        if len(labels) < 2:
            labels = self.labels_between(*self.bounds_before(start)) + labels
        return tuple(each.first for each in labels) if len(labels) == 2 else ()

    def sentence_bounds(self, at: int) -> tuple[int, int]:
        start, end = self._last_sentence
        if not start <= at < end:  # most questions are about the sentence of the last one
            self._last_sentence = start, end = _around(self._stops, at)
        return start, end

    def with_sentence_before(self, at: int) -> tuple[int, int]:
        """The bounds of a sentence and of the one before it."""
        start, end = self.sentence_bounds(at)
        return (self.sentence_bounds(start - 1)[0] if start else 0), end

    def with_sentence_after(self, at: int) -> tuple[int, int]:
        """The bounds of a sentence and of the one after it."""
        start, end = self.sentence_bounds(at)
        return start, (self.sentence_bounds(end)[1] if end < len(self.text) else end)

    def bounds_before(self, start: int) -> tuple[int, int]:
        """The sentence before a place, of whatever paragraph; empty if there is none."""
        end = len(self.text[:start].rstrip())
        return self.sentence_bounds(end - 1) if end else (0, 0)

    def question(self, at: int) -> tuple[int, int] | None:
        """The question that the sentence of a place answers: the one right before it."""
        before = self.bounds_before(self.sentence_bounds(at)[0])
        words = self.text[slice(*before)].rstrip("\"”’') \n")
        return before if words.endswith("?") else None

    def sentence(self, at: int) -> str:
        start, end = self.sentence_bounds(at)
        return self.text[start:end]

    def before(self, at: int, length: int = 90) -> str:
        """The sentence up to a place."""
        words = self._before.get((at, length))
        if words is None:
            start, _ = self.sentence_bounds(at)
            words = self._before[at, length] = self.text[max(start, at - length) : at]
        return words

    def after(self, at: int, length: int = 90) -> str:
        """The sentence from a place on; `at` is the end of something, so in its sentence."""
        words = self._after.get((at, length))
        if words is None:
            _, end = self.sentence_bounds(at - 1)
            words = self._after[at, length] = self.text[at : min(end, at + length)]
        return words

    def line_start(self, at: int) -> int:
        """Where the line of a place begins."""
        return self.text.rfind("\n", 0, at) + 1

    def row(self, at: int) -> BoxLine | None:
        """The line of a list that a place stands in."""
        place = bisect_right(self.rows, at, key=attrgetter("start"))
        return self.rows[place - 1] if place and at <= self.rows[place - 1].end else None

    def cell(self, at: int) -> TableCell | None:
        """The cell of a table that a place stands in."""
        place = bisect_right(self.cells, at, key=attrgetter("start"))
        return self.cells[place - 1] if place and at < self.cells[place - 1].end else None

    def heading(self, at: int) -> tuple[int, int] | None:
        """The line above a list, where a place stands in it."""
        return next((r.heading for r in self.rows if at in range(*r.heading)), None)

    def only_year(self, at: int) -> Year | None:
        """The year of a sentence that names no other."""
        start, end = self.sentence_bounds(at)
        named = {each.first for each in self.labels_between(start, end)}
        return Year(named.pop()) if len(named) == 1 else None

    def year_since(self, end: int) -> Year | None:
        """The year of "the highest number since 2015/16", with no stop between."""
        match = _SINCE.match(self.after(end, 120))
        return year_of(match["year"]) if match else None

    def base(self, end: int) -> int | None:
        """The number that a change is said to start from: "doubled from 30", "up 42%, from 50"."""
        match = _BASE.match(self.after(end))
        numbers = numbers_in(match["base"]) if match else []
        return int(numbers[0].value) if numbers and numbers[0].is_whole else None

    def last_direction(self, at: int) -> str:
        """The last word for a rise or a fall in the sentence up to a place."""
        found = list(DIRECTION.finditer(self.before(at)))
        return "" if not found else "rise" if found[-1]["rise"] else "fall"

    def sign(self, start: int) -> str:
        """What the sign right before a number says: "rise", "fall", or nothing."""
        if self.text[:start].endswith("+"):
            return "rise"
        return "fall" if _MINUS.search(self.text, start - 9, start) else ""

    def direction(self, start: int, end: int, *, is_checked: bool = False) -> str:
        """The nearest word for a rise or a fall: "rise", "fall", or nothing.

        Up to 40 characters before the figure or 18 after it, not across a stop, a semicolon or a
        colon, and after it not across a comma. `is_checked`: what is "written down" does not fall.
        """
        if sign := self.sign(start):
            return sign
        if than := _THAN_AFTER.match(self.after(end)):
            return "rise" if than["rise"] or than["above"] else "fall"
        before = _BREAK.split(self.before(start))[-1]
        after = _BREAK_OR_COMMA.split(self.after(end))[0]
        words = _DIRECTION_IN_NEWS if is_checked else DIRECTION
        near = (
            m
            for m in words.finditer(before)
            if len(before) - m.start() <= 40
            and not (is_checked and _NOTED.search(before, 0, m.start()))
        )
        found = [(len(before) - m.end(), m) for m in near]
        found += [(m.start(), m) for m in words.finditer(after) if m.end() <= 18]
        if not found:
            return ""
        nearest = min(found, key=lambda each: each[0])[1]
        return "rise" if nearest["rise"] or nearest.groupdict().get("up") else "fall"


def is_bare_year(text: str, start: int) -> bool:
    return bool(_BARE_YEAR.match(text, start))


def _around(bounds: list[int], at: int) -> tuple[int, int]:
    """The two bounds, the first of them 0, between which a character, or the end, stands."""
    place = min(bisect_right(bounds, at), len(bounds) - 1)
    return bounds[place - 1], bounds[place]
