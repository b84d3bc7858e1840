"""Readers of parts and multiples: n of N forces, percentages, one in five, so many times."""

import re

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.context import Context
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.numbers_of_forces import ANSWERED, GAVE
from offences.tracing.finding.vocabulary import (
    ASKED,
    MANY,
    OFFENCE,
    OFTEN,
    WORD,
    YEAR,
    any_of,
    compiled,
)

_WHOSE = any_of(
    *("the ", "all ", "those ", "these ", "its ", "their ", "our ", r"(?:the )?\w+[’']s? ")
)
_OF = compiled(any_of(rf"\s+(?:out )?of {_WHOSE}?(?:total of )?"))
# "8,224 offences logged by forces" counts no forces.
FORCES = compiled(
    rf"\s+(?:(?!(?:{OFFENCE}|is|was|by|from|to|in|at|across|that|which"
    rf"|who|where|when|whose|if|the\s+same)\b){WORD}\s+){{0,5}}?(?:forces?|constabular(?:y|ies)|police\s+areas)\b(?![’']s)"
)
# "Some forces gave no figure (four of 14)"
_MOST_FORCES = 60  # that can have been asked
_FORCES_IN_BRACKETS = compiled(r"\b(?:forces|constabularies)\b[^.;:()\d]*\($")
_FORCES_OF = compiled(
    rf"\s+(?:police\s+)?forces(?:\s+(?:which|that|who)\s+\w+)?,?\s+(?:out\s+)?of\s+{_WHOSE}?"
)
_ASKED = compiled(
    rf"\s+(?:(?:that\s+were\s+|(?:(?:that|which)\s+)?(?:it|we|they)\s+(?:had\s+)?)?{ASKED}"
    rf"|{GAVE}\s+(?:\w+\s+)?(?:figures?|data|answers?|it|them|one|theirs)"
    rf"|(?:have\s+|had\s+|did\s+)?(?:not\s+)?{ANSWERED}"
    r"|(?:were|are)\s+(?:not\s+|un)?able\s+to\s+(?:answer|reply|say|tell|give|provide|supply)"
    r"|(?:did|had|have)(?:\s+(?:so|not))?(?=\s*(?:[.,;:]|$)))\b"
)
_ENDS = compiled(r"\s*(?:[.,;)]|$)|\s[–—-]\s")
# "Requests to all 44 forces" says how many were asked, not that all answered.
_ASKED_ALL = compiled(r"\b(?:to|asked|contacted|approached)\s+all\s+(?:of\s+)?(?:the\s+|our\s+)?$")
_ALL = compiled(r"\ball\s+(?:of\s+)?(?:the\s+|our\s+)?$")


_WERE_ASKED = compiled(
    rf"(?:\s+(?:in|across|of)\s+[^.;:,\d]{{1,40}}?)?\s+(?:were|had\s+been|have\s+been)\s+{ASKED}\b"
)
# "All ten forces that replied" says no word of those that did not.
_THAT_DID = compiled(
    r"\s+(?:(?:that|which|who)\s+(?:had\s+|have\s+)?(?:repl\w+|answer\w*|respond\w*|g[ai]ve\w*|sent"
    r"|suppl\w+|provid\w+|could|can)|with\s+(?:(?:usable|full|complete|valid|comparable)\s+(?:figures|data|numbers"
    r"|returns|answers)|two\s+years\s+of\s+\w+|(?:(?:figures|data|numbers)\s+(?:for|in)\s+)?both\b)|whose\s+(?:figures|data|numbers|returns|answers)"
    r"|(?:in|on)\s+(?:the|our|its|this)\s+(?:survey|list|study|panel|table))\b"
)


def coverage(here: Context) -> Candidate | None:
    """How many forces of how many: "40 of 44 forces", "40 out of 44", "all 44 forces"."""
    if here.number.in_words and here.number.value == 1:
        return None  # "one of the 44 forces" is any of them
    asked = here.joined(_OF)
    if asked and "\n\n" in here.passage.text[here.number.end : asked.start]:
        asked = None  # "up to 76", and in the next paragraph "Of the 44 forces asked"
    if asked is None and (asked := here.joined(_FORCES_OF)):
        return here.found("coverage", asked.end, of=asked.value)
    after = here.passage.after(asked.end) if asked else ""
    if asked and FORCES.match(after):
        return here.found("coverage", asked.end, of=asked.value)
    if asked and asked.value <= _MOST_FORCES and here.precedes(_FORCES_IN_BRACKETS):
        return here.found("coverage", asked.end, of=asked.value)
    is_whole = asked is not None and asked.value >= here.number.value
    is_asked = _ASKED.match(after) or (_ENDS.match(after) and not here.number.is_small_word)
    if asked and is_whole and is_asked:
        return here.found("maybe_coverage", asked.end, of=asked.value)
    if (match := here.follows(FORCES)) and here.precedes(_ALL):
        is_asked = here.precedes(_ASKED_ALL) or _WERE_ASKED.match(here.after, match.end())
        if is_asked or _THAT_DID.match(here.after, match.end()):
            return here.found("forces")
        return here.found("coverage", of=here.number.value)
    return None


_PERCENT = compiled(r"\s?(?:%|(?:per\s?-?cent|pc)\b)|[-‐‑]per[-‐‑\s]?cent\b")
# "Snapchat 45 per cent, Instagram 30 and Kik 18", "girls were 80 per cent and boys 20"
_A_PART = r"(?:[A-Z]\w+|[Gg]irls|[Bb]oys)"
_WITH = r"(?:\s+(?:on|at|in|with|had|was|were|made\s+up|accounted\s+for))?"
_NEXT = r"(?:,\s+(?:and\s+|then\s+|with\s+)*|\s+and\s+(?:then\s+)?)"
# "For Wales as a whole, those shares were 45 and 25"
_SHARES_WERE = compiled(
    r"\b(?:shares|percentages|proportions)\s+(?:were|are|stand\s+at|stood\s+at)\s+"
    rf"(?:{NUMBER}(?:,\s+|,?\s+and\s+))*$"
)
_AFTER_PERCENT = re.compile(
    rf"\b{_A_PART}{_WITH}\s+(?i:{NUMBER})\s?(?:%|per\s?cent)(?:\s+of\s+(?:those|these|them|the)\b[^,;:.\d]{{0,40}})?"
    rf"(?:{_NEXT}{_A_PART}{_WITH}\s+(?i:{NUMBER}))*"
    rf"{_NEXT}{_A_PART}{_WITH}\s+$"
)
# "Up 18 per cent in a year here; nationally, up 10"
_UP_AFTER_PERCENT = compiled(
    rf"\b(?:up|down)\s+(?:by\s+)?{NUMBER}\s?(?:%|per\s?cent\b)[^.\d]*?[;,–—][^.\d;]*"
    r"\b(?:up|down)\s+(?:by\s+)?$"
)
BARE = "a bare share"
"""The word of a percentage that only the one before it tells from a number."""
_ITEM_ENDS = compiled(r"\s*(?:[,;.)]|$|and\b)")
# "Instagram has 34 per cent there. Here it's 48", "a rise of 27 per cent, where Tarn's own is 35",
# "its share is 45 per cent, and Instagram follows with 25"
_PLACE = (
    r"(?:(?:in|across|for|over)\s+(?:the\s+)?[A-Z][^.;:,\d]{1,50}?|here|locally|nationally|there)"
)
_OWN = r"(?:own|share|proportion|percentage|one)"
_GOES_ON = compiled(
    r"(?:^|[.;:,!?–—]\s+|\b(?:and|but|where|while|whereas)\s+)\W*(?:(?:and|but|where|while)\s+)?"
    rf"(?:(?:{_PLACE},?\s+it|(?:{_PLACE},?\s+)?(?:(?-i:[A-Z])[\w-]+[’']s|girls[’']|boys[’']"
    rf"|(?:its|their|our|the\s+(?:local|national)|[\w-]+[’']s?)\s+{_OWN}(?:\s+{_PLACE})?|ours|theirs))"
    r"(?:[’']s|\s+(?:is|was|stands\s+at|stood\s+at))"
    rf"|(?-i:{_A_PART})\s+(?:follow(?:s|ed)|trail(?:s|ed)|(?:is|was|c[ao]mes?)\s+(?:next|second|third)),?\s+(?:with|on|at))"
    r"\s+(?:(?:just|only|about|nearly|almost|over|some)\s+)?$"
)
# "80 per cent in Tarn, 81 for the UK"
_NEXT_PLACE = compiled(rf"(?:%|per\s?cent)\s+{_PLACE}(?:,\s+(?:and\s+|but\s+)?|\s+(?:and|but)\s+)$")
_FOR_PLACE = compiled(rf"\s+{_PLACE}(?=\s*[.,;)]|$)")
_POINTS = compiled(r"\s?(?:%|per\s?-?cent|percentage)[\s‐‑-]+points?\b")


def _is_next_share(here: Context) -> bool:
    """Whether a bare number is the next share, after one that is the last number before it."""
    passage, number = here.passage, here.number
    if not here.place or number.value > 100:
        return False
    last = passage.numbers[here.place - 1]
    first, _ = passage.with_sentence_before(number.start)
    if last.start < first or not _PERCENT.match(passage.text, last.end):
        return False
    if here.follows(_ITEM_ENDS):
        return bool(_GOES_ON.search(here.all_before))
    return bool(_NEXT_PLACE.search(here.all_before) and here.follows(_FOR_PLACE))


def percentage(here: Context) -> Candidate | None:
    """A percentage, or percentage points, which are no fact of ours: "42%", "42 per cent"."""
    if match := here.follows(_POINTS):
        return here.found("points", here.number.end + match.end())
    match = here.follows(_PERCENT)
    if match is None:
        before = here.all_before
        is_next = _AFTER_PERCENT.search(before) or _UP_AFTER_PERCENT.search(before)
        is_listed = here.number.value <= 100 and _SHARES_WERE.search(before)
        is_share = (is_next or is_listed) and here.follows(_ITEM_ENDS)
        if is_share:
            return here.found("percent")
        return here.found("percent", word=BARE) if _is_next_share(here) else None
    return here.found("percent", here.number.end + match.end())


_IN = compiled(
    r"(?:\s+(?:times|(?:[\w’'-]+\s+)?(?:case|offence|crime|victim)))?[\s‐‑-]+(?:in|out\s+of)[\s‐‑-]+(?:every\s+)?"
    # "Eight offences in every ten", but "eight offences in ten forces"
    r"|\s+(?:[\w’'-]+\s+)?(?:cases|offences|crimes)\s+(?:in|out\s+of)\s+every\s+"
)
_TIME = compiled(r"\s+(?:years?|months?|weeks?|days?|hours?|minutes?)\b|[/,.]?\d|%")


def one_in_five(here: Context) -> Candidate | None:
    """A fraction as people say it: "one in five", "two out of three"."""
    whole = here.joined(_IN)
    if whole is None and (every := _of_every(here)):
        return every
    if whole is None or not here.number.is_whole or not whole.is_whole:
        return None
    if not 0 < here.number.value < whole.value <= 100:
        return None
    if here.precedes(_NO_PART):
        return None  # "those aged 11 in 58", "police noted one in 96 offences"
    after = here.passage.after(whole.end)
    if _TIME.match(after) or _PERCENT.match(after):
        return None  # "13 in 39 per cent of them"
    if _is_figure_of_speech(here, whole.end):
        return here.found("exempt", whole.end, word="figure of speech")
    use = "change" if re.search(r"\bby\s+$", here.before, re.IGNORECASE) else ""
    use = use or ("share" if _OF_THE_COUNTED.match(after) else "")
    return here.found("fraction", whole.end, of=whole.value, word=use)


# "Nine times out of ten it starts with a message": no share of what is counted
_TIMES_IN_TEN = compiled(r"\s+times\s+(?:in|out\s+of)\s+ten\Z")
_WHO_SAYS = re.compile(
    r"\b(?:says?|said|adds?|added|warns?|warned)\s+(?:[A-Z][\w’'-]+\s?){1,4}|“|”"
)
_OF_CASES = compiled(
    rf"\b(?:victims?|child(?:ren)?|girls?|boys?|apps?|platforms?|{OFFENCE}|offenders?|ages?|aged|online|\d+)\b"
)
_WILL_DO = compiled(r"\b(?:will|would)\s+(?:\w+ly\s+)?(?!be\b|have\b)\w+")
_A_NAME = re.compile(r"(?<=[\w,;:’] )[A-Z]\w*[a-z]")


def _is_figure_of_speech(here: Context, end: int) -> bool:
    """Whether so many times out of ten are said of nothing that is counted or has a name."""
    start = here.number.start
    if not _TIMES_IN_TEN.search(here.passage.text[start:end]):
        return False
    first, last = here.passage.sentence_bounds(start)
    text = here.passage.text
    if _WILL_DO.search(text, first, last):
        return True  # "girls will tell a friend nine times out of ten"
    others = _WHO_SAYS.sub(" ", f"{text[first:start]} {text[end:last]}")
    return not (_OF_CASES.search(others) or _A_NAME.search(others))


_OF_THE_COUNTED = compiled(rf"\s+(?:of\s+(?:the\s+|all\s+|its\s+)*)?(?:{OFFENCE}|victims)\b")
# "Of every five victims whose sex is known, four are girls"
_OF_EVERY = compiled(r"\b(?:(?:out\s+)?of|for|in)\s+(?:every|each)\s+\Z")
_THEN_SO_MANY = compiled(
    rf"\s+(?:{OFFENCE}|victims|children)\b[^.;:\d]{{0,60}}?,\s+(?:about\s+|some\s+)?"
)
_ARE = compiled(
    r"\s+(?:of\s+them\s+)?(?:are|were|is|was|involved?|happen(?:ed)?|took|take|had|have|concern(?:ed)?|came)\b"
)


def _of_every(here: Context) -> Candidate | None:
    """A fraction with its whole first: "of every five victims, four are girls"."""
    part = here.joined(_THEN_SO_MANY)
    if part is None or not here.precedes(_OF_EVERY) or not 0 < part.value < here.number.value:
        return None
    if here.number.value > 100 or not _ARE.match(here.passage.after(part.end)):
        return None
    return here.found("fraction", part.end, value=part.value, of=here.number.value)


_NO_PART = compiled(
    r"\b(?:aged?|not(?:ed?|ing)|record(?:ed)?|named?|log(?:ged)?|identif(?:y|ied)|g[ai]ve|say|find|state|enter(?:ed)?|(?:wrote|put|took)\s+down|(?:younger|older)\s+than)\s+$"
    r"|\b(?:child|victim|girl|boy)\s+was\s+$"
    r"|\b(?:those|children|girls|boys|victims|child|girl|boy|victim|one)\s+of\s+$"
    # "Aged 13 in 25 cases and 14 in 27"
    rf"|\b(?:aged?|was|were)\s+{NUMBER}(?:\s+in\s+{NUMBER}(?:\s+(?:of\s+(?:(?:the|those|these)\s+)?)?(?:cases|offences|crimes|them))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:{NUMBER}(?=\s+in\b))?)+$"
)
# "It is 233 times that somebody set out to harm a child" is as many offences
_WHO_DID = (
    r"\s+(?:an?|the|some(?:one|body)|any(?:one|body)|we|they|he|she|it|you|police|officers"
    r"|children)\s"
)
_TIMES = compiled(
    rf"(?:\s+times|-times)\s+(?:{MANY}|{OFTEN}|"
    rf"(?:the|more(?!\s+likely)|higher|what|that(?!{_WHO_DID})|greater|larger|its|their)\b)"
    r"|[\s‐‑-]?fold\b"
)
# "For every offence in 2016/17 there were two in 2019/20", "… there are two now"
_FOR_EVERY_ONE = compiled(
    rf"\bfor\s+(?:every|each)\s+(?:[\w’'-]+\s+){{0,3}}?(?P<of>{OFFENCE})\b(?!\s+(?:charged|solved|tried|closed)\b)[^.;:\d]*?{YEAR}"
    r"(?P<now>[^.;:\d]*?\b(?:now|today)\b)?[^.;:\d]{0,80}$"
)
_OF_PERSONS = compiled(r"(?:child|girl|boy|victim)")
_BY_THEN = compiled(
    rf"\s+(?:(?:more|such|of\s+them|{OFFENCE}|[a-z]+ed)\s+)*(?:(?:in|by|for|during)\s+(?:{YEAR}|the\s+(?:latest|last))"
    r"|now\b|today\b|(?:last|this)\s+year\b)"
)
_BY_NAME = {2: "doubled", 3: "tripled", 4: "quadrupled"}


def times_as_many(here: Context) -> Candidate | None:
    """A multiple with a number: "five times as many", "for every one then there are three now"."""
    match = here.follows(_TIMES)
    every = None if match else here.precedes(_FOR_EVERY_ONE)
    if not (match or (every and (every["now"] or here.follows(_BY_THEN)))):
        return None
    if every and _OF_PERSONS.match(every["of"]):
        return here.found("count")
    word = _BY_NAME.get(int(here.number.value), "times") if here.number.is_whole else "times"
    return here.found("multiple", here.number.end + (match.end() if match else 0), word=word)
