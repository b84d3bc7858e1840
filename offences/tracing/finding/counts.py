"""Readers of counts: money, ranges, and how many there were."""

import re
from collections.abc import Iterator
from fractions import Fraction

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage, is_bare_year
from offences.tracing.finding.context import Context
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import ALL_BUT, COUNTED, OFFENCE, WORD, compiled

_MONEY_BEFORE = re.compile(r"[£$€]\s?$")
_MONEY_AFTER = compiled(r"\s?(?:pounds|euros|pence)\b")


def money(here: Context) -> Candidate | None:
    """A sum of money: "£3,150"."""
    is_money = here.precedes(_MONEY_BEFORE) or here.follows(_MONEY_AFTER)
    return here.found("money") if is_money else None


_ZERO_FIRST = re.compile(r"0\d")


def malformed(here: Context) -> Candidate | None:
    """No number that anybody writes: "087"."""
    is_odd = _ZERO_FIRST.match(here.passage.text, here.number.start)
    return here.found("malformed") if is_odd else None


_GROUPS = re.compile(r"(?<![\w/.,£$€])\d{1,15}(?:,\d{1,15}){1,9}(?![\w/]|[.,]\d)")
_WELL_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")


def ill_grouped(passage: Passage) -> Iterator[Candidate]:
    """Digits with their commas in the wrong place: "82,24", "0,824"."""
    for match in _GROUPS.finditer(passage.text):
        if not _WELL_GROUPED.fullmatch(match[0]):
            value = Fraction(match[0].replace(",", ""))
            yield Candidate("malformed", match.start(), match.end(), value)


_HYPHEN = compiled(r"[-‐‑](?=[A-Za-z])[\w‐‑-]+")


def hyphenated(here: Context) -> Candidate | None:
    """A number in an adjective: "a two-day event", "a 12-month pilot"."""
    match = here.follows(_HYPHEN)
    return here.found("exempt", here.number.end + match.end()) if match else None


_TOGETHER = compiled(r"\s+(?:between\s+them|together|in\s+all|in\s+total|altogether)\b")
_BETWEEN = compiled(r"\bbetween\s+$")
_AND = compiled(r"\s+and\s+")
_TO = compiled(r"\s+to\s+|\s?–\s?")
# "Leapt by 15 to 19" goes up to 19, "from 58 to 83 to 131" to each in turn
_FROM = compiled(rf"\b(?:from|by)\s+(?:{NUMBER}\s+to\s+)?$")

_BY_AGE, _OLDEST = compiled(r"\bages?\b[^.\n]*[:;,]\s+$"), 17
_AFTER_A_PAIR, _BEFORE_A_PAIR = (
    compiled(r"\d\s?[–-]\s?\d+[;,]\s+$"),
    compiled(r"[;,]\s+\d+\s?[–-]\s?\d"),
)


_OF_OFFENCES = compiled(rf"\s+(?:\w+\s+){{0,5}}?{OFFENCE}")


def range_of_counts(here: Context) -> Candidate | None:
    """A number known only by its ends: "between 1 and 4 offences", "1 to 4 offences"."""
    high = here.joined(_AND) if here.precedes(_BETWEEN) else None
    if high is None and not here.precedes(_FROM):
        high = here.joined(_TO)
        # "rose 20 to 68" is no range, "down to 1 to 4 offences" is one.
        if high and here.passage.direction(here.number.start, high.end):
            is_range = _OF_OFFENCES.match(here.passage.after(high.end))
            high = high if is_range else None
    is_age = high and here.number.value <= _OLDEST < high.value
    is_in_list = here.precedes(_AFTER_A_PAIR) or (
        high and _BEFORE_A_PAIR.match(here.passage.after(high.end))
    )
    if here.precedes(_BY_AGE) and (is_age or (is_in_list and here.number.value <= _OLDEST)):
        return None  # "By age: 12 – 67; 13 – 96", "11 – 12; 12 – 20"
    text = here.passage.text
    is_apart = high and text[here.number.end : high.start] == " – "
    if high and is_apart:
        is_mixed = here.number.in_words != high.in_words
        if is_age or is_mixed or _TOGETHER.match(text, high.end):
            return None  # "Most were 13 – 65 offences", "some were ten – 58", "13 – 65 together"
    if high and is_bare_year(text, here.number.start) and is_bare_year(text, high.start):
        return here.found("exempt", high.end)
    if high and high.value > here.number.value and high.is_whole:
        return here.found("range", high.end, of=high.value)
    return None


# "The local one by more than half" counts nothing.
_COUNTS_AFTER = compiled(
    rf"[\s‐‑-]+{COUNTED}\b|\s+of\s+(?:the|these|those|its|our)\s+(?:\w+\s+)?{COUNTED}\b"
    rf"|(?:[\s‐‑-]+{WORD}){{1,2}}?[\s‐‑-]+{COUNTED}\b(?!\s+(?:than|likely)\b)"
)
_COUNTS_BEFORE = compiled(r"\b(?:from|to|than|with|by|recorded|of)\s+(?:an?\s+estimated\s+)?$")
_ONE_THAT = compiled(r"\s+(?:that|who|which|where)\b")  # "than one that does not"
# "A child can be the victim of more than one offence"
_MAY_BE_MORE_THAN = compiled(r"\b(?:can|could|may|might)\b[^.;:\d]{0,60}\bmore\s+than\s+$")
_NO_ZERO = compiled(r"\b(?:not|never|neither|nor)\b[^.,;]{0,30}$")


# "Instagram in 24 and Kik in nine."
_PART_IN = re.compile(
    r"\b(?:[A-Z]\w+|[Gg]irls|[Bb]oys)\s+(?:(?:was\s+)?(?:named|used)\s+)?in\s+(?:just\s+|only\s+)?$"
)
# "26 involved Snapchat, 13 Instagram and seven TikTok"
_AFTER_A_PART = re.compile(
    rf"(?i:{NUMBER})\s+(?:(?:was|were|on|via|involved|over|using|against"
    rf"|of)\s+){{0,2}}(?:[A-Z]\w+|girls|boys)(?:,|,?\s+and)\s+$"
)
_A_PART = re.compile(
    r"\s+(?:(?:on|via|involved|over|using|against)\s+)?(?:[A-Z]\w+|girls|boys)\s*(?:[.,;()]|$"
    r"|and\b)"
)
# "Snapchat 21 times, Instagram 12, Facebook four times"
_NAMED_AFTER_A_PART = re.compile(
    rf"\b[A-Z]\w+(?:\s+(?:on|in|with|(?:was|is)\s+(?:named|used|noted)|c[ao]mes?\s+up|appear(?:s|ed)|feature[sd]))?"
    rf"\s+(?i:{NUMBER})(?:\s+times)?(?:,|,?\s+and)\s+(?:[A-Z]\w+|girls|boys)"
    r"\s+(?:(?:just|only|on|in|with)\s+)*$"
)
_TIMES_ENDS = compiled(r"(?:\s+times)?\s*(?:[.,;()]|$|(?:and|in\s+the)\b)")
# "The sex not being known in the other nine"
_UNKNOWN_IN_THE_OTHER = compiled(
    # "Not stated in six", "in all but six"
    r"(?:^\W*|[.;:,?]\s+)(?:it\s+(?:is|was)\s+)?(?:not\s+(?:stated|known|recorded|given|noted|logged)|unknown|unrecorded|missing|blank)\s+"
    r"(?:in|for)\s+(?:(?:just|only)\s+)?$|"
    r"\b(?:not|n[’']t|never|nobody|no\s+one)\b[^.;:,\d]{0,30}?\b(?:known|recorded|given|stated|noted|logged)\s+"
    r"(?:in|for|of|with)\s+(?:the\s+)?(?:other|remaining|rest,?)\s+$"
)
# "In nine nobody put down the sex", "for six of them no age was given"
_IN, _NOTHING_KNOWN = (
    compiled(r"\b(?:in|for|with)\s+(?:(?:just|only|another|a\s+further)\s+)?$"),
    compiled(
        r"(?:\s+(?:of\s+(?:them|these|those)|more|others|cases))?,?\s+(?:nobody|no\s+one"
        r"|no\s+(?:age|sex|gender|platform|app|site)|(?:the|its|their)\s+(?:[\w-]+[’']s\s+)?(?:age|sex|gender|platform|app)\s+"
        r"(?:was|is|had|has)(?:n[’']t|\s+(?:not|never|un(?!der|til|less|it)\w+|missing|blank|left))"
        r"|(?:police|officers|they|we|it)\s+(?:(?:(?:did|do|does|could|had|have)(?:n[’']t|\s+not)|never|cannot)"
        r"\s+(?:know|knew|known|say|sa(?:y|id)|record|not(?:e|ed)|g[ai]ve|put|log|enter|writ(?:e|ten)|learn(?:ed|t)?|f(?:i|ou)nd)))\b"
    ),
)
_IT_IS_KNOWN = compiled(
    r"(?:\s+(?:of\s+(?:them|these|those)|cases))?,?\s+(?:the|its|their|an?)\s+(?:[\w-]+[’']s\s+)?(?:age|sex|gender|platform|app)\b"
)
# "Nine against those aged 16 to 17", "nine were against girls"
_OF_A_CATEGORY = compiled(
    r"\s+(?:(?:were|was)\s+)?(?:against|involving|targeting)\s+(?:the\s+)?(?:those|children|girls"
    r"|boys|victims)\b"
    # "28 had a female victim and nine a male one"
    r"|\s+(?:had\s+|involved\s+|named\s+)?an?\s+(?:(?:fe)?male|girl|boy)\b"
)
# "Nine were aged ten", "six at age 11"; one of an age is somebody
_OF_AN_AGE = compiled(rf"\s+(?:(?:were\s+)?aged|(?:at|for)\s+age)\s+{NUMBER}\b")
# "Snapchat, Kik and Roblox were named, with 70, eight and 28"
_FIRST_OF_LIST = compiled(rf"\bwith\s+(?:{NUMBER},\s+)*$")
_REST_OF_LIST = compiled(rf"(?:,\s+{NUMBER})*,?\s+and\s+{NUMBER}\b")
_LAST_OF_LIST = compiled(rf"\bwith\s+{NUMBER}(?:,\s+{NUMBER})*,?\s+and\s+$")
_PART_ENDS = compiled(
    r"\s*(?:[.,;()]|$|and\b|of\b(?!\s+(?:the|its|those|these|our)\s+(?:\w+\s+){0,2}?years\b))"
)


def small_word(here: Context) -> Candidate | None:
    """A word from zero to nine that counts nothing: "zero tolerance", "the other three"."""
    if not here.number.is_small_word:
        return None
    if here.number.value == 1 and here.follows(_ONE_THAT):
        return here.found("exempt")
    if here.number.value == 0 and here.precedes(_NO_ZERO):
        return here.found("exempt")
    if here.number.value == 1 and _MAY_BE_MORE_THAN.search(here.all_before):
        return here.found("exempt", word="one of any")
    counts = (
        (here.precedes(_PART_IN) and here.follows(_PART_ENDS))
        or (here.precedes(_AFTER_A_PART) and here.follows(_A_PART))
        or (here.precedes(_NAMED_AFTER_A_PART) and here.follows(_TIMES_ENDS))
        or here.precedes(_UNKNOWN_IN_THE_OTHER)
        or (here.precedes(_IN) and here.follows(_NOTHING_KNOWN))
        or (
            here.number.value > 1 and ALL_BUT.search(here.all_before) and here.follows(_IT_IS_KNOWN)
        )
        or here.follows(_OF_A_CATEGORY)
        or (here.number.value > 1 and here.follows(_OF_AN_AGE))
        or here.precedes(_LAST_OF_LIST)
        or (here.precedes(_FIRST_OF_LIST) and here.follows(_REST_OF_LIST))
        or here.follows(_COUNTS_AFTER)
        or here.precedes(_COUNTS_BEFORE)
        or _COUNTS_BEFORE.search(here.all_before)
    )
    return None if counts else here.found("exempt")


def count(here: Context) -> Candidate | None:
    """Any other number: how many there were."""
    return here.found("count")


_CRIMES = (
    r"\s+(?!(?:more|fewer|less|other|further|new|additional)\b)(?:[\w’'-]+\s+){0,4}?"
    r"(?:offences|crimes|cases|incidents)\b"
)
_NONE = compiled(
    rf"\bno(?={_CRIMES}(?:\s+(?:against|involving|on)\s+[\w\s-]{{1,30}}?)?\s+(?:were|have\s+been)"
    r"\s+(?:recorded|logged)\b(?!\s+(?:as|before|until|after|under|twice)\b))"
    rf"|(?:(?<=\brecorded\s)|(?<=\blogged\s)|(?<=\bthere\swere\s))no(?={_CRIMES})"
)


def none_recorded(passage: Passage) -> Iterator[Candidate]:
    """The number 0 in words, which a missing figure is not: "No offences were recorded"."""
    for match in _NONE.finditer(passage.text):
        yield Candidate("count", match.start(), match.end())
