"""What the next sentence may be of behind one that declines to give a number.

The publisher, its rule, the figures or the readers: "That is its policy", "Parents can call us".
"""

from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.nouns import PERSON, SEVERAL


def may_follow(sentence: str) -> bool:
    """Whether a sentence is of the publisher, the rule or the readers, and names no person."""
    words = _MANY_BY_ONE.sub(" ", sentence)
    is_allowed = not words.strip(_STOPS) or any(p.search(words) for p in (_OF_OTHERS, _REACTS))
    return is_allowed and not names_somebody(sentence)


def names_somebody(sentence: str) -> bool:
    """Whether it says who it was, or that it was so; not what could be of anybody."""
    return _SOMEBODY.search(sentence) is not None and not _OPEN.search(sentence)


_STOPS = ' \n.,;:!?”"’'
_MANY_BY_ONE = compiled(
    r"\b(?:one|a\s+single)\s+(?:person|offender|man|suspect|adult)\s+(?:may|can|could|might)\s+"
    r"(?:be\s+(?:behind|responsible\s+for)|have\s+committed|commit|account\s+for)\s+"
    r"(?:several|many|more\s+than\s+one)(?:\s+(?:offences|crimes))?(?=\s*[.!?])"
)
"""What a count of offences leaves open: "one man may be behind several", and no more."""
_OF_OTHERS = compiled(
    r"\b(?:figures?|numbers?|data|statistics|tables?|charts?|lists?|maps?|counts?(?!\s+(?:the|your|his|her|on|up)\b)|recorded|records|release[sd]?|rules?|polic(?:y|ies)|practice|guidance|approach|method\w*|reasons?"
    r"|ranges?|stars?|asterisks?|dash(?:es)?|blanks?|columns?|rows?|cells?|totals?|publish\w*|publication|withh\w+|hidden|hid(?:es?|ing)|held\s+back|kept\s+back"
    r"|suppress\w*|print\w*|show[ns]?|disclos\w+|refus\w+|declin\w+|discuss|comment\w*|confiden\w+|priva(?:te|cy)|identif\w+|recogni[sz]\w+"
    r"|police|force|officers?|detectives?|charit(?:y|ies)|council\w*|spokes\w+|campaign\w*|ministers?|commissioner|government|parliament|MPs?|laws?|bill|regulator"
    r"|committee|panel|appeal\w*|reports?|reporters?|request\w*|editors?|website|page|press\s+office|please|you|your|anyone|parents?|carers?|schools?|teachers?|lessons?|helpline|advice|guide"
    r"|support|apps?|platforms?|firms|settings|online|questions?|quer(?:y|ies)|answer\w*|asked|asks|said|says|told|added|replied|thanks?|nor\s+(?:should|would|will|can|could)\s+(?:it|we|they))\b"
    r"|\A\W*(?-i:[A-Z])\W*\Z|\A\W*(?:(?-i:[A-Z])[\w’.-]*\s+)*(?-i:[A-Z])[\w’-]+,(?:\s+(?-i:[A-Z])[\w’-]+)+\W*\Z"
)
"""What such sentences may be of: those who publish, their rule, their readers."""
_REACTS = compiled(
    r"\A\W*(?:I|we)\s+(?:(?:have|had|can|do|did|also|then|now|still)\s+)?(?:understand|agree|accept|tr(?:y|ied)|r[au]ng|wrote|phoned|waited|wait|hope|regret|respect|welcome|believe|think)\b"
    r"|\b(?:surpris\w+|disappoint\w+|astonish\w+|polite(?:ly)?|helpful|sorry)\b|\bnot\s+(?:every|all)\b|\buntil\s+then\b|\bnothing\s+changes\b"
    r"|\bif\s+(?:only\s+)?(?:one|any|either)\s+(?:of\s+them\s+)?(?:were|was|is)\s+(?:dropped|left\s+out|removed|taken\s+out)\b|\b(?:think|thinking)\s+of\s+(?:the\s+)?children\b"
    r"|(?:\bnot|n[’']t)\s+(?:assume|guess|conclude|infer|speculate)\b"
    r"|\b(?:crimes|offences)(?:\s+against\s+(?:them|children))?\s+are\s+(?:as\s+|so\s+|very\s+)?(?:grave|serious|harmful|vile)\b"
)
"""What people say of a number that they are not given."""
_CHILD = rf"(?:{PERSON}|(?:class|school|team)mate|pal|teen)"
_ADULT = (
    r"(?:mother|father|mum|dad|parents?|famil(?:y|ies)|caretaker|coach|man|teacher|abuser|groomer"
    r"|attacker|culprit|suspect)"
)
_SOMEBODY = compiled(
    rf"\b(?:the|that|this|its|our|her|his|their|which|what|an?|one|another|each|every|either|both|two|three)\s+(?!same\b)(?:[\w-]+\s+)?{_CHILD}s?\b(?![’']?s?[’']?\s+(?:protection|safety|charity|services?|commissioner|welfare|society|privacy|identit\w+))"
    rf"|\b(?:the|that|this|her|his|their|both|each|either|one|two|three)\s+(?:\w+[’']s?\s+)?{_ADULT}\b|\b{SEVERAL}\b"
    r"|\b(?:everybody|everyone|(?:the\s+)?(?:neighbours?|locals?))\s+(?:here\s+)?(?:already\s+)?(?:knows?|guess\w*)\b"
    rf"|(?-i:[A-Z])\w+[’']s\s+{_ADULT}\b|\bhers|\bher\b|\bliteral\w*|\bexactly\s+(?:so|that|such)\b|\bso\s+here\b|\b(?:he|she)\s+(?:was|is|did)\b|\bclassmates\b"
)
"""Who it may have been, or that it was so: "Her classmates know", "We mean it literally"."""
_OPEN = compiled(
    r"\b(?:could|can|might|may|would|should|must|so\s+that|in\s+case|if|whether|any|no|never|nobody|every\s+(?:number|figure|statistic))\b"
)
