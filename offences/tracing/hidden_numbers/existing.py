"""Words that reveal whether a hidden number is zero: "boys were not spared"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from offences.tracing.binding.categories import KNOWN_WORDS
from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.ages import OLDEST
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import MONTH, compiled
from offences.tracing.hidden_numbers.nouns import DECLINING, HIDING
from offences.tracing.hidden_numbers.phrases import clause_around


def existences(passage: Passage) -> Iterator[tuple[int, int]]:
    """Each word that says that there were some, which tells where there may have been none.

    Any sentence on offences that happened does; not one on what may be, nor on the number itself.
    """
    for pattern, needs in ((_EVENT, _PAST), (_SOME, _OF_OFFENCES)):
        for match in pattern.finditer(passage.text):
            part = _part(passage, match.start())
            needed = part if pattern is _EVENT else passage.sentence(match.start())
            if needs.search(needed) and not (_OPEN.search(part) or HIDING.search(part)):
                yield match.span()
    for match in _OF_A_CASE.finditer(passage.text):
        part = _part(passage, match.start())
        if not (HIDING.search(part) or _OPEN.search(part) or _NO_FACT.search(part)):
            yield match.span()
    for pattern in (_AT_TIMES, _IN_DATA):
        for match in pattern.finditer(passage.text):
            rest = _part(passage, match.start()).replace(match[0], "")  # "in May" is no "may"
            if not (HIDING.search(rest) or _NO_FACT.search(rest)):
                yield match.span()


def is_hidden_elsewhere(passage: Passage, at: int, other: int) -> bool:
    """Whether another part of the sentence says of what it names that it is hidden."""
    beside = _bounds(passage, other)
    return _bounds(passage, at) != beside and _declines(passage, beside)


@lru_cache(maxsize=512)
def _declines(passage: Passage, bounds: tuple[int, int]) -> bool:
    return DECLINING.search(_ASIDE.sub(",", passage.text[slice(*bounds)])) is not None


def names_a_part(passage: Passage, at: int, named: Sequence[Mention[NamedCategory]]) -> bool:
    """Whether the part of a sentence around a place says itself what occurred, by no pronoun."""
    first, last = _bounds(passage, at)
    part = passage.text[first:last]
    if _POINTS.search(part):
        return False  # "but girls were groomed on it"
    if _OF_ALL_OFFENCES.search(part):
        return True  # "but most cases were against children"
    return any(first <= m.start < last for m in named)


def _bounds(passage: Passage, at: int) -> tuple[int, int]:
    """The part of a sentence up to the next "but" or end of a quote, from the one before."""
    start, end = passage.sentence_bounds(at)
    cuts = _cuts(passage, start, end)
    after = bisect_left(cuts, (at, at))
    first = cuts[after - 1][1] if after else start
    return first, cuts[after][0] if after < len(cuts) else end


@lru_cache(maxsize=16)
def _cuts(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """Found once for all words of a sentence."""
    return [m.span() for m in _YET.finditer(passage.text, start, end)]


def _part(passage: Passage, at: int) -> str:
    return _ASIDE.sub(",", passage.text[slice(*_bounds(passage, at))])


_ASIDE = compiled(
    r",\s+(?:which|whose|where)\b[^,.;]*,|\A\s*(?:(?:it|they)\s+(?:is|are)\s+)?(?:hidden|withheld|not\s+\w+),"
)
"""“Kik, which is not given, came up”: it came up all the same."""
_YET = compiled(
    r"[,.?!][\"”’]\s|;(?=\s+(?:the|its|their)\s+(?:number|figure|count)s?\s+(?:is|are)\b)|\b(?:although|though|but|while|whereas|yet)\b"
)


def extremes(
    passage: Passage, named: Sequence[Mention[NamedCategory]]
) -> Iterator[tuple[int, int, NamedCategory]]:
    """The ages of which it is said that nobody was younger, or older: "The youngest was ten"."""
    for mention in named:
        start, _ = passage.with_sentence_before(mention.start)
        words = _EXTREME.search(passage.text, start, mention.end)
        if words is None or words.end() < mention.start:
            words = _IS_AN_EXTREME.match(passage.text, mention.end)
        if mention.slot.kind == "age" and words:
            low, high = (0, mention.slot.high) if words["young"] else (mention.slot.low, OLDEST)
            yield mention.start, mention.end, age_category(low, high)


def of_every_record(passage: Passage) -> Iterator[tuple[int, int]]:
    """The words by which none lacks a detail: "Every record states the sex"."""
    for pattern in (_NONE_LACKS, _OF_EACH):
        yield from (match.span() for match in pattern.finditer(passage.text))
    for match in (*KNOWN_WORDS.finditer(passage.text), *_STATES.finditer(passage.text)):
        said = passage.text[slice(*clause_around(passage, match.span()))]
        others = said.replace(match[0], "")  # "states whether the child was a boy"
        if _EVERY.search(said) and not _OPEN.search(others) and not _NOT.search(said):
            yield match.span()


def marks(passage: Passage) -> Iterator[tuple[int, int]]:
    """The number that a note gives a marker of hidden cells: "[c] = 3"; not "[c]: 1 to 4"."""
    for match in (*_MARK.finditer(passage.text), *_OF_VALUES.finditer(passage.text)):
        yield match.span(match.lastgroup or 0)


_POINTS = compiled(
    r"\b(?:on|via|through|over|of|with)\s+(?:it|that|there)\b"
    r"|\bthere\b(?!\s+(?:was|were|is|are|had|has)\b)"
    r"|\bit\s+(?:was|is|has|had|did)\b(?!\s+(?:told|recorded|logged|counted)\b)"
)
_OF_ALL_OFFENCES = compiled(
    r"\b(?:all|most)\s+(?:of\s+)?(?:the\s+|its\s+)?(?:offences|cases|crimes|victims)\b"
    r"|\bof\s+this\s+kind\b|\boverall\b|\b(?:offences|cases|crimes)\s+"
    r"(?:(?:recorded\s+by\s+\w+(?:\s+\w+)?\s+)?(?:rose|fell|are\s+recorded)|(?:were|are)\s+(?:up|down))\b"
)
ON_IT = compiled(
    r"\s+(?:on|from|via|through|over|of)\s+(?:it|them|that)\b|\s+there\b"
    r"|(?:\s+[\w’'-]+){1,3}?\s+(?:on|via|through)\s+(?:it|them)\b"
)
"""What is said to have happened on something that was named before."""
OF_THOSE = compiled(r"\b(?:each|every\s+one|all|both|any|some)\s+of\s+(?:those|these|them)\b")
IT_OCCURRED = compiled(
    r"\W*(?:it|they)\s+(?:(?:was|were|(?:has|had|have)\s+been)\s+(?:also\s+|\w+ly\s+)?"
    r"(?:used|named|involved|mentioned|present|seen|found)"
    r"|(?:came|turned|cropped|showed)\s+up|featured|appeared|figured)\b"
)
"""A sentence on what was named before: "Kik is hidden. It was used in offences"."""
_EXTREME = compiled(
    r"\b(?:(?P<young>youngest)|oldest)\s+(?:\w+\s+)?(?:victim|child|girl|boy|pupil)\b[^.;?]{0,90}?"
    r"(?:\?[\"”’]?\s+(?:[A-Z]\w*:\s*)?[\"“‘]?|\b(?:is|was|being)\s+)"
    r"(?:only\s+|just\s+)?(?:aged\s+)?(?:[\w-]+\s*)?\Z"
)
_IS_AN_EXTREME = compiled(
    r"\s+(?:is|was|are|were|becomes?|became)\s+(?:\w+\s+)?(?:(?P<young>youngest)|oldest)\s+"
    r"(?:\w+\s+){0,2}?(?:victim|child|girl|boy|pupil)"
)
_NONE_LACKS = compiled(
    r"\bno\s+(?:[\w’'-]+\s+)?(?:sex|gender|age|platform|app)\s+(?:\w+\s+){0,2}?un(?:recorded|known|noted|stated|named)\b"
    r"|\bno\s+(?:records?|cases?|offences?|crimes?|forms?|files?)\b[^.;,]{0,40}?\b(?:without|lack(?:s|ed|ing)?|missing)\s+"
    r"(?:(?:the|an?|its)\s+)?(?:\w+[’']s\s+)?(?:sex|gender|age|platform|app)\b"
)
_OF_EACH = compiled(
    r"\b(?:sex|gender|age|platform|app)s?\s+of\s+(?:each|every|all)\b[^.;]{0,60}?\b(?:is|are|was|were)\s+(?:\w+\s+)?"
    r"(?:known|recorded|noted|stated|given|written\s+down)\b"
    r"|\b(?:every|each|all(?:\s+the)?)\s+(?:sex|gender|age|platform|app)(?:e?s)?\s+(?:is|are|was|were)\s+(?:known|recorded|noted|stated)\b"
)
_STATES = compiled(
    r"\b(?:stated?s?|has|have|had|gives?|gave|show(?:s|ed)?|contain(?:s|ed)?|include[sd]?|c[ao]mes?\s+with|carrie[sd])\s+(?:the|an?|its)\s+(?:[\w’']+\s+)?"
    r"(?:sex|gender|age|platform|app)\b"
    r"|\b(?:states?|stated|says?|said|shows?|tells?|told|gives?|gave|records?|notes?)\s+whether\b[^.;\d]{0,40}?\b(?:boys?|girls?|(?:fe)?males?)\b"
)
_EVERY = compiled(
    rf"\b(?:every|each|all)\s+(?:one\s+)?(?:of\s+)?(?:{NUMBER}\s+(?:of\s+)?)?(?:the\s+(?:\d+\s+)?(?:[A-Z]\w+\s+){{0,3}}|its\s+|these\s+|those\s+|our\s+|their\s+|[\w-]+[’']s\s+)?(?:single\s+|\w+\s+)?"
    r"(?:records?|offences?|cases?|crimes?|entr(?:y|ies)|reports?|returns?|incidents?|files?|forms?|victims?|child|children)\b|\bwithout\s+exception\b|\balways\b"
)
_NOT = compiled(r"\b(?:not|never|unknown|missing|should|must|asks?|asked|wants?)\b|n[’']t\b")
_IN_DATA = compiled(
    r"\b(?:in|among|amongst|on|within|into|from|off|out\s+of)\s+(?:[^\W\d][\w-]+(?:[’']s?)?\s+){1,8}?(?:20[\d/]+\s+)?"
    r"(?:figures|numbers|data|statistics|stats|records|files?|list|breakdown|tally|logs?|books|victims|offences|cases|crimes)\b"
)
_AT_TIMES = compiled(
    r"\b(?:(?:was|were|been)\s+(?:\w+ly\s+)?(?:used|named|seen|found|recorded|involved)|(?:came|turned|cropped|showed|popped)\s+up|featured|appeared)"
    rf"\s+(?:again\s+|only\s+|just\s+)?(?:in|on|during)\s+(?:only\s+|just\s+)?(?:{NUMBER}\s+(?:months?|weeks?|days?|dates?|quarters?)\b|{MONTH}\b(?!\s+\d))"
)
"""What is spread over a year: "Kik was used in one month only", "turned up in May and June"."""
_OF_A_CASE = compiled(
    r"(?:[’']s|\bthe)\s+(?:[\w-]+\s+){1,3}?(?:victims?|cases?|offenders?)(?:,\s+\w+,)?\s+(?:is|are|has|have)\b(?!\s+too\b)"
    r"(?!(?<=\bare)\s+not\s+(?:in|on|part|shown|listed|included|counted)\b)"
)
"""What is spoken of as known to be there: "Northshire's Kik victim is safe now"."""
_NO_FACT = compiled(
    r"\b(?:how\s+many|whether|if|can|cannot|may|might|could|would|should|must|ask\w*|no\s+(?:\w+\s+)?(?:figures?|numbers?)|stars?|asterisk\w*|dash\w*|ranges?|markers?|gaps?)\b|\[\w\]|\?"
)
_EVENT = compiled(
    r"\b(?:had|has|have|saw|got|found|were|are|recorded|logged)\s+(?:also\s+)?some\s+(?=(?:[\w-]+\s+)?(?:\S*olds?|girls|boys|lads|children|of\s+(?:them|those|these))\b)|"
    r"\b(?:figures|numbers|records|data|returns?)\s+(?:(?:do|does|did)\s+)?(?:includ|contain|show|featur)\w*"
    r"|\bthere\s+(?:was|were|had\s+been|has\s+been)\s+(?:also\s+)?an?\s+(?:\w+[-‐‑]years?[-‐‑]old|girl|boy)\b"
    r"|\bsome\s+(?:of\s+(?:them|these|those)\s+)?(?:was|were)\s+(?:only|just|as\s+young\s+as)\b"
    r"|\b(?:was|were)\s+(?:sent|shown|asked|offered|made|forced|tricked|persuaded|bribed|pressed)\b[^.;]{0,40}?\b(?:pictures?|images?|photos?|videos?|undress|naked|by\s+(?:an?\s+)?(?:\w+\s+)?(?:m[ae]n|strangers?|adults?)\b)"
    r"|\b(?:got|had|received)\s+(?:\w+\s+){0,2}?(?:messages?|pictures?|images?|photos?|videos?)\s+from\s+(?:an?\s+)?(?:\w+\s+)?(?:m[ae]n|strangers?|adults?)\b"
    r"|\b(?:somebody|someone)\s+(?:did|was|has|had|got|met|came|went|[a-z]+ed)\b"
    r"|\b(?:offences?|crimes?|cases?|incidents?|victims?|targeted|abused|raped|assaulted|groom(?:ed|s)?|exploited|preyed|contacted|harmed|blackmailed|lured|coerced|sextorted|offenders|abusers|groomers|(?:among|one\s+of)\s+(?:the|those|these)\s+(?:counted|recorded))\b"
)
_PAST = compiled(
    r"\b(?:was|were|had|has|have|got|received|(?:holds?|there\s+are)(?=\s+(?:[\w-]+\s+){0,3}?(?:offences?|crimes?|cases?|incidents?|victims?)\b)|did|saw|dealt|came|took|include[sd]?|involve[sd]?|used|"
    r"(?<!\bbe )(?!(?:need|indeed|speed|exceed|feed|seed|breed|agreed)\b)[a-z]+ed)\b"
)
_SOME = compiled(
    r"\b(?:not|never|\w+n[’']t)\s+(?:\w+\s+)?(?:spared|immune|exempt|untouched|unaffected|unscathed|free|safe|escape|without)\b"
    r"|\b(?:no|without)\s+exceptions?\b|\b(?:as\s+well|too)\b(?=\s*(?:[.,;:!?)]|$|in\b|at\b|last\b|and\b))|\balso\b(?!\s+be\b)|\beven\b|\binclud(?:ing|es?|ed(?!\s*[.,;]))\b"
    r"|\b(?:is|are|was|were|been)\s+(?:also\s+|among\s+(?:the\s+|its\s+|those\s+)?|\w+ly\s+)?"
    r"(?:affected|involved|hit|represented|named|used|present)\b"
    r"|\bamong\s+the\s+(?:apps|platforms|sites)\s+(?:used|named|recorded|seen|involved)\b"
    r"|\bamong\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}?victims\b"
    r"|\b(?:featured|appeared|cropped\s+up|turned\s+up|came\s+up|played\s+a\s+part)\b"
    r"|\bthere(?:[’']s|\s+(?:is|was|has|had))\s+(?:also\s+)?(?:been\s+)?an?\s+(?:[\w-]+\s+)?(?:case|offence|crime|incident|victim|report)\b"
)
_OF_OFFENCES = compiled(
    r"\bamong\s+the\s+(?:apps|platforms|sites)\b|\b(?:offences?|crimes?|cases|a\s+case|incidents?|victims?|records?|recorded|logged|targeted|abused|raped|assaulted|groomed|police|officers)\b"
    r"|\b(?:some|any|most|many|one|part)\s+of\s+(?:them|these|those|it)\b"
)
_OPEN = compiled(
    r"\b(?:can|may)\s+be\s+the\s+victim\b|\bhow\s+many\b|\bwhether\b|\bif\s+anyone\b|\bsection\b|\bActs?\b|\bprison\b|\[\w\]|<|\?|\bno(?:ne)?\s"
    r"|\b(?:numbers?|figures?)\s+(?:of|for|against|by)\b"
)
_OF_VALUES = compiled(
    r"\b(?:is|are|was|were|be|of|hides?|mostly|all|both|each|cover)\s+(?:(?:all|both|just|only|an?)\s+)?(?P<n>ones|twos|threes|fours|zeros|noughts)\b"
    r"|\b(?:stars?|asterisks?|dash(?:es)?|blanks?|markers?|cells?)\b[^.;,]{0,60}?(?:\s(?:is|was|are|were|hides?|stands?\s+for)|:)\s+an?\s+(?P<one>one|two|three|four)\b(?!-|\s+(?!and\b|or\b)[a-z])"
    r"|\ban?\s+(?P<behind>one|two|three|four)\s+(?:is|was|lies|lay|stands|stood|sits|sat)?\s*(?:behind|under|beneath)\s+(?:the|that|this|its|an?)\s+(?:star|asterisk|dash|blank|marker)\b"
    r"|\b(?:hides?|covers?|stands?\s+for)\s+an?\s+(?P<a>zero|nought|one|two|three|four)\b(?=\s*[.,;!?\"”’)])"
    rf"|\b(?:star|asterisk|dash|blank|marker)s?\b[^.;,]{{0,40}}[;,.]\s+(?:it|that|which|this)\s+(?:stands\s+for|means|hides|covers)\s+(?P<it>{NUMBER})\b(?!\s+(?:to|or)\b)"
)
"""What cells hold, by their values: "Two of the stars are twos"."""
_MARK = compiled(
    r"(?:\[\w{1,3}\]|(?<!\w)[*†‡§~]+|(?<!\w)(?:the\s+)?(?:stars?|asterisks?|daggers?|markers?|dashe?s?|c|x|k|z)(?!\w))[\"”’]?\s*"
    r"(?:(?:together|all|both|combined)\s+)?(?:=|:|means?|stands?\s+(?:here\s+)?for|hides?|covers?|conceals?|represents?|is|equals?|replaces?|adds?\s+up\s+to|comes?\s+to)\s*"
    r"[\"“‘]?(?:(?:just|only|exactly|here|an?|the\s+same\s+number,)\s+)?"
    rf"(?P<n>{NUMBER})(?!\s*(?:to\b|or\b|and\b|[-–]|%|(?:[\w-]+\s+)?(?:bands?|platforms?|sexes|apps?|ages|cells?|rows?|figures?|numbers?|different|things?|groups?)\b))(?![,.]?\d)"
)
