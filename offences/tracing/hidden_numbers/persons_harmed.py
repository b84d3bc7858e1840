"""Ages of persons who are said to have been harmed: "Jacob, six, was groomed"."""

import re
from collections.abc import Iterator

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.ages import OLDEST
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled


def persons_harmed(text: str) -> Iterator[Mention[NamedCategory]]:
    """The age behind a name in a sentence on harm; not that of one who was harmed at another."""
    for match in (*_BEHIND_A_NAME.finditer(text), *_ONE_S_OWN.finditer(text)):
        start = max(each.end() for each in _START.finditer(text, 0, match.start()))
        stop = _END.search(text, match.end())
        rest = text[start : stop.start() if stop else len(text)]
        if not _HARMED.search(rest) or _AT_ANOTHER_AGE.search(rest):
            continue
        for number in numbers_in(match["age"]):
            age, at = int(number.value), match.start("age")
            if age <= OLDEST:
                yield Mention(at + number.start, at + number.end, age_category(age))


_BEHIND_A_NAME = re.compile(
    rf"\b[A-Z][a-z’'-]+(?:,\s+|\s+\()(?:aged\s+)?(?P<age>(?i:{NUMBER}))(?=\s*[,)]|\s+and\s+from\b)"
)
_ONE_S_OWN = compiled(
    r"\b(?:my|his|her|our|their|whose)\s+(?:\w+\s+)?(?:sons?|daughters?|child(?:ren)?|boys?|girls?|kids?|twins?|nephews?|nieces?|brothers?|sisters?)"
    rf"\s+(?:is|was|are|were)\s+(?:only\s+|just\s+)?(?P<age>{NUMBER}(?:\s+and\s+{NUMBER})?)(?=\s*(?:[,.]|and\b))"
)
_START, _END = re.compile(r"\A|[.!?]\s|\n\n"), re.compile(r"[.!?](?=\s|\Z)|\n\n")
_DONE = (
    r"(?:groomed|abused|targeted|blackmailed|raped|assaulted|exploited|contacted|approached|lured"
    r"|coerced|attacked|threatened|tricked|sextorted|harmed|hurt|a\s+victim|(?:one|among)\s+(?:of\s+)?(?:the|those|these|its|our))"
)
_HARMED = compiled(
    rf"\b(?:was|were|been|being|got|had)\s+(?:\w+\s+){{0,2}}?{_DONE}\b|\bcounted\s+(?:in|among)\b|\bvictims?\b"
    r"|\b(?:was|were|been|got|had)\s+(?:sent|shown|asked|offered|messages?|pictures?)\b[^.;]{0,60}?\b(?:pictures?|images?|photos?|videos?|naked|undress|by\s+(?:an?\s+)?(?:\w+\s+)?(?:m[ae]n|strangers?|adults?)|from\s+(?:an?\s+)?(?:\w+\s+)?(?:m[ae]n|strangers?|adults?))\b"
    r"|\b(?:is|are|was|were)\s+(?:\w+\s+)?in\s+(?:the|its|these|those)\s+(?:[\w’'-]+\s+){0,2}?(?:figures|numbers|statistics|total)\b"
)
_AT_ANOTHER_AGE = compiled(
    rf"\b{_DONE}\s+(?:online\s+)?(?:at|aged|when\s+(?:s?he|they)\s+(?:was|were))\s+{NUMBER}"
)
