"""What a number counts by its own noun: "three guests", "a single paragraph".

Persons in a role, places, papers and their parts, times, money, animals and things are no case,
where their clause says nothing of harm, of the data, or of a hidden part but that it is what
somebody asks about. Left out of the words in `nouns.txt` are those that may stand for each case:
what is lit or sung for a child, who treats or speaks for one, homes, phones and messages.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from offences.tracing.binding.mentions import within
from offences.tracing.finding.candidates import SHARES, Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.bounds import Named
from offences.tracing.hidden_numbers.data_words import OF_FIGURES
from offences.tracing.hidden_numbers.harm import says_harm
from offences.tracing.hidden_numbers.nouns import NO_HEAD, OF_OFFENCES, is_ours
from offences.tracing.hidden_numbers.phrases import clause_around, hides_before, words_led

NOUNS = Path(__file__).with_name("nouns.txt")


def counts_its_noun(passage: Passage, figure: Candidate, named: Sequence[Named]) -> bool:
    """Whether a number leads a noun of no case, in a clause that says nothing of cases."""
    text = passage.text
    if figure.kind in (*SHARES, "multiple"):
        return False
    if _is_the_number_of(text, figure) or _is_of_which(text, figure, named):
        return True
    if _counts_the_noun_before(passage, figure, named):
        return True
    if _A_TEXT_OF.search(text, 0, figure.start) and _LINES.match(text, figure.end):
        return True
    noun = noun_counted(text, figure)
    if not noun:
        return False
    first, last = clause_around(passage, (figure.start, figure.end))
    behind = text.find(noun, figure.end) + len(noun)
    if _OF_CASES.match(text, behind, last):
        return False
    asked = _ASKED.search(text, behind, last)
    end = asked.start() if asked else last
    led = _ABOUT.search(text, first, figure.start)
    start = led.end() if led else first
    words = _ON_A_PAGE.sub(" ", f"{text[start : figure.start]} {text[behind:end]}")
    if OF_OFFENCES.search(words) or OF_FIGURES.search(words) or says_harm(text[first:last]):
        return False
    is_of_them = _POINTS.search(text, behind, end)
    return not (within(named, (start, end)) or is_of_them)


def _is_the_number_of(text: str, figure: Candidate) -> bool:
    """Whether it is called the number of things: "Nine was the number of questions"."""
    called = _THE_NUMBER_OF.match(text, figure.end)
    return called is not None and called["noun"] in _PLURAL


def _is_of_which(text: str, figure: Candidate, parts: Sequence[Named]) -> bool:
    """Whether it is of things just named: "posters, three of which", "councillors. Two of them".

    The words before name nobody who may be a victim, and those behind tell of no harm or data.
    """
    led = _OF_WHICH.match(text, figure.end)
    named = _JUST_NAMED.search(text, 0, figure.start) if led else None
    if led is None or named is None or named["noun"] not in _PLURAL:
        return False
    if within(parts, led.span()) or any(map(is_ours, _WORD.findall(named["before"]))):
        return False
    rest = led["rest"]
    is_told = OF_OFFENCES.search(f"{named['before']} {rest}") or OF_FIGURES.search(rest)
    return not (is_told or says_harm(rest))


def _counts_the_noun_before(passage: Passage, figure: Candidate, parts: Sequence[Named]) -> bool:
    """Whether it goes on counting things: "She saw nine plays. Four of those were in Welsh".

    It begins its sentence. Neither that one nor the one before tells of cases, harm or data, or
    names a part but as what somebody asks or speaks about.
    """
    text, (first, last) = passage.text, passage.sentence_bounds(figure.start)
    before = passage.bounds_before(first) if first else (0, 0)
    is_led = text[first : figure.start].strip(" \n“\"‘'")
    if not first or is_led or not _ON_WITH_THEM.match(text, figure.end, last):
        return False
    words = text[before[0] : last]
    if OF_OFFENCES.search(words) or OF_FIGURES.search(words) or says_harm(words):
        return False
    if _POINTS_TO_A_PART.search(text, before[0], last) or hides_before(passage, before[0]):
        return False  # "Kik is hidden. We met two officers. Three were in it, they said"
    earlier = passage.bounds_before(before[0]) if before[0] else before
    if before[0] and within(parts, earlier):
        return False  # "I asked about Kik. She laid out 132 cards. Three were mine"
    near = within(parts, (before[0], last))
    if not all(_AS_A_TOPIC.search(text, before[0], m.start) for m in near):
        return False
    counted = [
        (number.value, leads["noun"].casefold())
        for number in passage.numbers_between(*before)
        if (leads := _LEADS.match(text, number.end))
    ]
    if not all(figure.value < number for number, _ in counted):
        return False  # "I asked two officers. Three came, they said"
    return bool(counted) and all(noun in _PLURAL or noun in _TIMES for _, noun in counted)


def noun_counted(text: str, figure: Candidate) -> str:
    """The noun of the words that a number leads, as it is written, if it is of no case."""
    words = words_led(text, figure.end)
    is_one = figure.value == 1 or _SINGLE.fullmatch(text, figure.start, figure.end)
    nouns = _SINGULAR if is_one else _PLURAL
    for word, following in pairwise((*words, "")):
        if NO_HEAD.fullmatch(word) or (is_ours(word) and following not in nouns):
            return ""
        if word in nouns and not (following in nouns or is_ours(following)):
            return word
    return ""


def _plurals(noun: str) -> tuple[str, ...]:
    """How a noun may be written in the plural."""
    if noun.endswith("man"):
        return (f"{noun[:-3]}men",)
    if re.search(r"[^aeiou]y\Z", noun):
        return (f"{noun[:-1]}ies",)
    if noun.endswith("fe") or noun in _IN_VES:
        return (f"{noun.removesuffix('e')[:-1]}ves",)
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return (f"{noun}es", noun)
    return (f"{noun}s", f"{noun}es") if noun.endswith("o") else (f"{noun}s",)


_IN_VES = ("calf", "elf", "half", "leaf", "loaf", "scarf", "shelf", "thief", "wolf")
_UNCHANGED = (
    "deer",
    "fish",
    "folk",
    "geese",
    "mice",
    "people",
    "pence",
    "police",
    "sheep",
    "staff",
)
_SINGULAR = frozenset(NOUNS.read_text(encoding="utf-8").split())
_PLURAL = frozenset(each for noun in _SINGULAR for each in _plurals(noun)) | {*_UNCHANGED}
_SINGLE = compiled(r"one|1|(?:a\s+|the\s+|not\s+a\s+)?(?:single|lone|sole|solitary|only)")
_OF_CASES = compiled(
    r"\s+of\s+(?:[\w’'-]+\s+){0,3}?(?:girls?|boys?|child\w*|victims?|offences?|crimes?|cases?|abuse|them|it)\b"
)
"""What makes of things so many cases: "three pages of victims"."""
_WORD = compiled(r"[a-z’'-]+")
_THE_NUMBER_OF = compiled(r"\s+(?:is|was)\s+the\s+number\s+of\s+(?:\w+\s+)??(?P<noun>[a-z]+)\b")
_OF_WHICH = compiled(r"\s+of\s+(?:which|whom|them)\b(?P<rest>[^.;]{0,120})")
_JUST_NAMED = compiled(
    r"(?:\A|[.!?]\s)(?P<before>[^.!?;]{0,200}?)\b(?P<noun>[a-z]+)(?:,\s+(?:and\s+)?|[.!?]\s+)\Z"
)
_ON_A_PAGE = compiled(
    r"\b(?:in|on|under|below|above|behind|beneath|beside|of|to)\s+(?:the|our|its|this|that)\s+(?:\w+\s+)?(?:charts?|tables?|graphs?|lists?|figures|data|numbers)\b"
    r"|\bat\s+(?:the\s+)?last\s+count\b"
)
"""Where a line or a page is: "a footnote under the chart"."""
_ASKED = compiled(
    r"\b(?:why|whether|about|explains?|explained|how\s+(?:many|to|often)|(?:asked|wanted)\s+for|heard\s+of|that)\b"
)
"""From here on it is what somebody asks or says: "one reader asks whether …"."""
_ABOUT = compiled(r"\A\W*(?:about|as\s+(?:to|for)|asked\s+about)\b[^.;]*,\s")
_ON_WITH_THEM = compiled(
    r"\s+(?:of\s+(?:them|these|those)\s+)?(?:were|was|are|had|have|came|went|took|sent|said|told|left|stood|sat|sang|wrote|rang|gave|thought|knew|heard|brought|won|(?!need|record|report|log|involv|concern|name|use)[a-z]+ed)\b"
)
_POINTS_TO_A_PART = compiled(
    r"\b(?:in|on|of|with|from|among|over|through|by|about)\s+(?:it|that|there)\b|\b(?:hit|hidden|used)\b"
)
_AS_A_TOPIC = compiled(
    r"\b(?:ask(?:s|ed)?\s+(?:\w+\s+)?(?:about|why|how|whether)|(?:talks?|lessons?|sessions?|leaflets?|posters?|assembl(?:y|ies)|workshops?|advice|films?)\s+(?:about|on|for|aimed\s+at))\s+(?:the\s+)?\Z"
)
_LEADS = compiled(
    r"\s+(?:[a-z-]+\s+)?(?P<noun>[a-z]+s|people|staff|men|women)\b(?!\s+(?:old|of\s+age)\b)"
)
_TIMES = ("years", "months", "weeks", "days", "hours", "minutes", "evenings", "mornings", "nights")
_A_TEXT_OF = compiled(
    r"\b(?:statement|letter|reply|answer|response|e-?mail|note|speech|poem|apology|press\s+release)\s+of\s+(?:just\s+|only\s+)?\Z"
)
_LINES = compiled(r"\s+(?:lines?|words?|sentences?|pages?|paragraphs?|sides?)\b")
_POINTS = compiled(r"\b(?:it|its|they|their|them|these|those|this)\b")
