"""How a text writes an age: "aged ten", "under-13s", "12 to 15", "babies under one"."""

import re
from functools import lru_cache

from offences.tracing.binding.loose_ages import SPELT, WHO, M, N
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import any_of, compiled

_PLURAL = r"(?P<a>\d\d?)"
_AGED = r"\b(?:aged|ages?|age\s+of|ages\s+of)(?:\s+|[-‐‑])(?:just\s+|only\s+|exactly\s+)?"
_JOIN = r"(?:\s?[-–]\s?|[-‐‑]?\s+(?:to|and|or)\s+)"
_DOWN = r"(?:under|younger|below)\b"
_COUNTED = (  # "12 for age 11 and 8 for age ten"
    r"\s+(?:against|an?\s+(?:child|girl|boy|victim)|(?:were\s+)?(?:(?:for|at|of)\s+)?aged?"
    r"|(?:\w+\s+)?(?:offences|crimes|cases))\b"
)
_UP = r"(?:over|older|above|up|upwards)\b"
_CHILD_WAS = r"(?:child(?:ren)?|victims?|who|girls?|boys?)\s+(?:was|were)"
_AFTER_AGE = any_of(
    r"\s*(?:[.,;:!?)]|$)|[ \t]*\n",
    r"\s(?:in|on|were|was|who|across|at|by|from|and|against|rose|fell|have|had|came|made|stood|reached"
    r"|(?:come|make|stand|total|account|amount)s?|(?:totall|account|amount|number)ed)\b",
)
_NO_COUNT = r"(?!,?\d|\s?%|\s+(?:per\s+cent|offences|crimes|cases|years|months|weeks|forces)\b)"
_HELD = (
    r"(?:(?<!from )(?<!rose )(?<!up )|(?<=\bage, from )|(?<=\bages from ))\b(?P<a>LOW)"
    rf"(?:\s+(?:to|and)\s+|\s?[-–]\s?)(?P<b>HIGH)(?:[’']?s)?\b{_NO_COUNT}"
)
_OLDS = r"[-‐‑\s]years?[-‐‑\s]olds?\b"
AGES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, compiled(pattern))
    for name, pattern in (
        (
            "below",
            r"\b(?:bab(?:y|ies)|infants?)\s+(?:under|younger\s+than)"
            rf"\s+(?:the\s+age\s+of\s+)?{N}",
        ),
        ("to", rf"{_AGED}{N}[-‐‑\s]+(?:and|or)[-‐‑\s]+{_DOWN}"),
        ("from", rf"{_AGED}{N}\s+(?:and|or)\s+{_UP}"),
        ("band", rf"{_AGED}{N}(?:,\s+{NUMBER})+,?\s+(?:and|or)\s+{M}(?!{_COUNTED})"),
        (
            "band",
            rf"{_AGED}(?:between\s+)?{N}{_JOIN}{M}(?![-‐‑\s]years?\s+(?:later|ago)"
            rf"|{_COUNTED})",
        ),
        (
            "band",
            rf"\bage\s+(?:groups?|bands?)\s+(?:(?:from|of|between)\s+)?{N}\s+(?:to|and)\s+{M}",
        ),
        ("below", rf"{_AGED}(?:under|below)\s+(?:the\s+age\s+of\s+)?{N}"),
        (
            "below",
            rf"\b(?<!\band )(?<!\bor )(?:under|below)\s+(?:the\s+age\s+of\s+)?{N}(?={_AFTER_AGE})",
        ),
        # "Children under ten targeted in 22 offences"
        (
            "below",
            r"\b(?:child(?:ren)?|victims|girls|boys|kids|pupils|youngsters)\s+(?:under|below)"
            rf"\s+(?:the\s+age\s+of\s+)?{N}{_NO_COUNT}(?!\s+(?:and|or|to)\s+{NUMBER})",
        ),
        ("below", rf"\bunder[-‐‑\s]{_PLURAL}[’']?s\b"),
        ("below", rf"\bunder[-‐‑\s](?P<a>{SPELT})(?<!i)e?s\b"),
        ("band", rf"\bbetween\s+{N}\s+and\s+{M}\s+years?\s+(?:old|of\s+age)\b"),
        (
            "band",
            rf"\b{N}(?:{_JOIN}|[-‐‑](?:to|and)[-‐‑]){M}"
            rf"(?:{_OLDS}|(?=\s+age\s+(?:groups?|bands?|brackets?|range)\b))",
        ),
        (
            "band",
            rf"\bthe\s+{N}(?:{_JOIN}|[-‐‑](?:to|and|or)[-‐‑]){M}\s+(?:group|band|bracket|range)\b",
        ),
        ("to", rf"\b{N}[-‐‑\s](?:and|or)[-‐‑\s]unders?\b"),
        (
            "to",
            r"\b(?:age\s+(?:group|band|range|bracket)|group|bracket)\s+(?:of\s+)?up\s+to"
            rf"(?:\s+and\s+including)?\s+(?:age\s+)?{N}(?={_AFTER_AGE})",
        ),
        (
            "below",
            r"\b(?:had|has|have)\s+(?:not\s+(?:yet\s+)?(?:turned|reached)|yet\s+to\s+(?:turn|reach|be))\s+"
            rf"(?:the\s+age\s+of\s+)?{N}(?={_AFTER_AGE})",
        ),
        (
            "below",
            r"\bnot\s+(?:yet\s+)?(?:reached|had|celebrated)\s+(?:their|his|her|an?|the)\s+"
            r"(?P<a>\d\d?(?=st|nd|rd|th)|(?:six|seven|ten|eleven|(?:thir|four|fif|six|seven)teen)(?=th))"
            r"\w\w\s+birthday\b",
        ),
        ("to", rf"{_AGED}up\s+to(?:\s+and\s+including)?\s+{N}(?={_AFTER_AGE})"),
        ("to", rf"\bup\s+to\s+and\s+including\s+(?:the\s+age\s+of\s+)?{N}(?={_AFTER_AGE})"),
        ("to", rf"\bno\s+older\s+than\s+{N}(?!,?\d|\s+(?:days|weeks|months)\b)"),
        ("to", rf"\b(?:no\s+more\s+than|at\s+most)\s+{N}\s+years?\s+(?:old|of\s+age)\b"),
        ("to", rf"\b{_CHILD_WAS}\s+(?:no\s+more\s+than|at\s+most)\s+{N}(?={_AFTER_AGE})"),
        # "At 14, the figure is 104", "At 13, a child is …"
        (
            "one",
            rf"(?:\A|(?<=\n)|(?<=[.!?”\"’]\s))At\s+(?:just\s+|only\s+)?(?P<own>{N})(?=(?:,\s+(?:the|my|her|his)\s+(?:\w+\s+)?age\b[^.;:,\d]{{0,50}})?,?\s+(?:(?:an?|the)\s+(?:child"
            rf"|victim|girl|boy)\b|(?:there|the\s+(?:number|figure|count|total))\s+(?:is|was|were|stands\s+at)"
            rf"\s+(?:just\s+|only\s+)?{NUMBER}))",
        ),
        ("to", rf"\b(?:aged|{WHO}\s+of|{_CHILD_WAS})\s+{N}\s+(?:and|or)\s+less\b"),
        (
            "to",
            rf"\b{N}(?:\s+(?:years?\s+(?:of\s+age\s+)?)?(?:and|or)\s+"
            rf"|{_OLDS}\s+(?:and|or)\s+(?:(?:those|children|anyone)\s+)?){_DOWN}",
        ),
        ("from", rf"\b{N}\s+(?:years?\s+(?:of\s+age\s+)?)?(?:(?:and|or)\s+)(?:over|older)\b"),
        ("above", rf"\b(?:over|above)\s+the\s+age\s+of\s+{N}"),
        ("above", rf"\bover[-‐‑\s]{_PLURAL}[’']?s\b"),
        # "Children from 12 to 15 were the victims in 118 of them"
        (
            "band",
            rf"\b{WHO}\s+from\s+{N}\s+to\s+{M}"
            r"(?=\s+(?:were|was|are|had|made|account(?:s|ed)?|feature(?:s|d)?|suffered)\b)",
        ),
        (
            "band",
            rf"\b{WHO}\s+(?P<own>(?:of\s+{N}(?:\s+(?:to|and|or)\s+|\s?[-–]\s?)"
            rf"|between\s+(?P<c>{NUMBER})\s+and\s+)"
            rf"{M})(?!\s?%|{_COUNTED})",
        ),
        ("band", rf"\b{WHO}\s+(?:was|were)\s+{N}\s+(?:or|and|to)\s+{M}(?=\s*(?:[.,;:!?)]|$))"),
        ("band", rf"\b{WHO}\s+of\s+{N}(?:,\s+{NUMBER})+,?\s+(?:and|or)\s+{M}(?!{_COUNTED})"),
        (
            "one",
            rf"\b{WHO}\s+(?P<own>of\s+(?:exactly\s+|just\s+|only\s+)?{N})"
            r"(?=\s*(?:[.,;:!?)]|$)|[ \t]*\n|\s+(?:as|is|are|was|were|there|came|come"
            r"|comes|who|in|on|had|have|made?|bore|bear|faced?|saw|took|more\s+(?:often\s+)?than|\w{3,}ed)\b"
            rf"|\s+and\s+(?:an?\s+(?:further|additional)\s+|another\s+)?{NUMBER}\s+(?:against|aged|were|involv"
            r"|an?\s+(?:child|girl|boy|victim)\b))",
        ),
        (
            "one",
            r"(?:(?<=\bthe )|(?<=\ba )|(?<=\bevery ))(?:(?:child|victim)(?:,\s"
            r"(?![^,]*\b(?:\w*boys?|\w*girls?|on|via|through|over|users?)\b)[^,.;:\d]{1,40},)?|girl|boy)\s+(?:was|is)\s+"
            rf"(?:only\s+|just\s+|exactly\s+)?{N}(?:\s+(?:exactly|only))?(?=\s*(?:[.,;:!?)\n]|$)|\s+(?:and\s+)?in\s+{NUMBER})",
        ),
        (
            "one",
            rf"\b{WHO}\s+(?P<own>who\s+(?:was|were|is|are)\s+(?:only\s+|just\s+|themselves\s+)?{N})"
            r"(?=\s*(?:[.,;:!?)\n]|$)|\s+(?:in|at|was|were)\b)",
        ),
        (
            "one",
            rf"(?<=[Hh]ow\smany\s)[^.;:?\d]{{0,60}}?\bwere\s+(?:only\s+|just\s+)?(?P<own>{N})(?=\?)",
        ),
        # "Aged 13 in 25 cases and 14 in 27"
        (
            "one",
            rf"{_AGED}{NUMBER}\s+in\s+{NUMBER}(?:\s+(?:cases|offences|crimes))?,?\s+and\s+(?P<own>{N})(?=\s+in\s+{NUMBER})",
        ),
        ("one", rf"\b{N}{_OLDS}"),
        ("one", rf"\b{N}\s+years?\s+of\s+age\b"),
        # "Officers put the age at 13", "gave the child's age as 12"
        (
            "one",
            r"\b(?:put|puts|putting|g[ai]ve[ns]?|record(?:s|ed)?|noted|logged|listed|entered|set)\s+(?:(?:the|an|their|its|that)\s+)?"
            rf"(?:[\w-]+[’']s\s+)?age\s+(?:was\s+)?(?:down\s+)?(?:at|as)\s+(?P<own>{N})(?!\s?%|\s+(?:or|to)\b)",
        ),
        ("one", rf"{_AGED}{N}(?!,?\d|\s?%|\s+(?:times|offences|crimes|cases|victims|records)\b)"),
    )
)  # fmt: skip
AGES_IN_A_TEXT = (
    ("above", compiled(rf"(?<!\bno )(?<!\bnot )\bolder\s+than\s+{N}(?={_AFTER_AGE})")),
    (
        "below",
        compiled(
            rf"\b(?:younger\s+than|{WHO}(?:\s+who)?(?:\s+(?:is|are|was|were))?\s+not\s+yet)\s+"
            rf"{N}(?:\s+years(?:\s+old)?\b)?(?={_AFTER_AGE})"
        ),
    ),
    # "62 against those aged 13 and 49 against 14s"
    (
        "one",
        compiled(
            r"\b(?:against|involv(?:ed|ing)|target(?:ed|ing)|concern(?:ed|ing)|among)\s+(?:the\s+)?"
            r"(?P<own>(?P<a>1?\d|eleven|twelve|(?:thir|four|fif|six|seven)teen)[’']?s)\b(?!\s+(?:and|or)\s+(?:under|over))"
        ),
    ),
    *AGES,
)
"""With what the gate has in looser words, among `LOOSE_AGES`."""


def _in_words(*rows: tuple[int, int, str]) -> tuple[tuple[int, int, re.Pattern[str]], ...]:
    return tuple((low, high, compiled(rf"\b(?:{words})\b")) for low, high, words in rows)


LIFE = _in_words(
    (0, 1, r"bab(?:y|ies)|infants?"),
    (1, 4, r"toddlers?|pre-?schoolers?"),
    (5, 11, r"primary[-\s]school(?:[-\s](?:aged?|pupils?|children))?"),
    (9, 12, r"pre-?teens?|tweens?"),
    (11, 17, r"secondary[-\s]school(?:[-\s](?:aged?|pupils?|children))?"),
    (13, 17, r"teenagers?|teens?"),
)
"""Words for ages, with the ages they stand for."""
SCHOOL = _in_words(
    (0, 4, r"nursery(?=[-\s](?:school|age|class|child|pupil)|\s+and\b)|kindergartens?"),
    (4, 5, r"reception(?=[-\s](?:class|age|year|child|pupil)|\s*(?:[.,;:!?)]|$|and\b|or\b))"),
    (5, 7, r"infant[-\s]schools?|key\s+stage\s+(?:1|one)|KS1"),
    (7, 11, r"junior[-\s]schools?|key\s+stage\s+(?:2|two)|KS2"),
    (11, 14, r"key\s+stage\s+(?:3|three)|KS3"),
    (14, 16, r"key\s+stage\s+(?:4|four)|KS4"),
    (16, 17, r"sixth[-\s]form(?:ers?)?|(?:lower|upper)[-\s]sixth"),
)
"""Words of schools for ages, as a loose reading takes them."""


@lru_cache(64)
def band_of_facts(low: int, high: int) -> re.Pattern[str]:
    pattern = _HELD.replace("(?:to|and)", "(?:to|and|or)") if high == low + 1 else _HELD
    return compiled(pattern.replace("LOW", _either_way(low)).replace("HIGH", _either_way(high)))


def _either_way(age: int) -> str:
    """An age in digits, or in words where it has some: "10" or "ten"."""
    words = SPELT.split("|")
    return rf"(?:{age}|{words[age - 5]})" if 0 <= age - 5 < len(words) else str(age)


@lru_cache(256)
def whole_number(written: str) -> int | None:
    numbers = numbers_in(written)
    return int(numbers[0].value) if numbers[0].is_whole else None
