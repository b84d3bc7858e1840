"""Advice on an app whose number is hidden: "If your child uses Kik, check the settings".

Such a sentence says what to do on it, and nothing of what happened there.
"""

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.data_words import OF_DATA
from offences.tracing.hidden_numbers.harm import says_harm
from offences.tracing.hidden_numbers.nouns import PERSON, SEVERAL
from offences.tracing.hidden_numbers.plain_sentences import COMPARES

_PHONE = 100
"""From it on, a number may be one to call."""


def is_in_advice(passage: Passage, part: Mention[NamedCategory]) -> bool:
    """Whether a sentence advises on an app, and says nothing that happened."""
    text, (first, last) = passage.text, passage.sentence_bounds(part.start)
    if part.slot.kind != "part":
        return False
    after = text[last : passage.with_sentence_after(part.start)[1]]
    if _SAYS_WHO.match(after) or not _says_nothing_done(after):
        return False
    is_headline = _KNOW_ABOUT.match(text, part.end, last) is not None
    if is_headline and _NAMES_ALONE.fullmatch(text, first, part.start):
        return True
    for led, word in _ADVICE:
        before, behind = led.search(text, first, part.start), word.match(text, part.end, last)
        if before and behind:
            rest = f"{text[first : before.start()]} {text[behind.end() : last]}"
            return _says_nothing_done(rest) and all(
                n.value > _PHONE for n in passage.numbers_between(first, last)
            )
    return False


def _says_nothing_done(rest: str) -> bool:
    said = (OF_DATA, COMPARES, _DONE, _WHO)
    return not any(p.search(rest) for p in said) and not says_harm(rest)


_NAMES = r"(?:(?-i:[A-Z])[\w’-]+(?:,\s+(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+))*"
_NAMES_ALONE = compiled(rf"\W*{_NAMES}")
_AND_NAMES = r"(?:(?:,|,?\s+(?:and|or))\s+(?-i:[A-Z])[\w’-]+)*"
_KNOW_ABOUT = compiled(
    rf"{_AND_NAMES}\s*[:–—]\s*what\s+(?:(?:every|all|our|local|most|(?-i:[A-Z])[\w’-]+)\s+){{0,3}}?"
    r"(?:parents?|you|teachers?|famil(?:y|ies)|carers?|grandparents|schools)\s+(?:needs?\s+to|should|must|ought\s+to)\s+know\W*\Z"
)
_CHILD = r"(?:child(?:ren)?|sons?|daughters?|teenagers?|teens?|kids?|pupils?|grandchild(?:ren)?)"
_DO = (
    r"(?:check|talk|ask|switch|turn|set|make|look|sit|go|report|block|keep|learn|read|show|help|speak|visit|use|review|agree"
    r"|find\s+out)"
)
_ADVICE = (
    (
        compiled(
            rf"(?:\A|(?<=[.!?:]\s)|(?<=\n))\W*(?:if|when|where)\s+(?:your|a|their|the)\s+{_CHILD}\s+(?:uses?|has|have|is\s+on|are\s+on|joins?|wants?(?:\s+to\s+(?:use|join))?)\s+{_NAMES}\Z"
        ),
        compiled(rf"{_AND_NAMES},\s+(?:please\s+|always\s+)?{_DO}\b"),
    ),
    (
        compiled(
            r"\b(?:look(?:ing)?\s+at|check(?:ing)?|review(?:ing)?|chang(?:e|ing)|go(?:ing)?\s+through|tighten(?:ing)?|set(?:ting)?(?:\s+up)?)\s+"
            rf"(?:the|their|its|your|a\s+child[’']s)\s+(?:\w+\s+){{0,2}}?(?:settings|controls)\s+(?:on|of|in|for)\s+{_NAMES}\Z"
        ),
        compiled(
            rf"{_AND_NAMES}(?=\s*[.,;!?]|\s+(?:as\s+well\s+as|and\s+(?:other|similar)|together|with|before)\b|\s*\Z)"
        ),
    ),
    (
        compiled(
            r"\b(?:look(?:ing)?\s+at|check(?:ing)?|review(?:ing)?|chang(?:e|ing)|(?:go|going)\s+through|tighten(?:ing)?)\s+\Z"
        ),
        compiled(r"[’']s\s+(?:\w+\s+)?(?:settings|controls)\b"),
    ),
    (
        compiled(
            r"\b(?:anyone|anybody|any\s+(?:child|parent|young\s+person))\s+(?:in\s+(?-i:[A-Z])\w+\s+)?(?:who\s+(?:has\s+been|is)\s+)?"
            r"(?:contacted|approached|messaged|pestered|bothered)(?:\s+by\s+(?:an?\s+)?(?:strangers?|adults?|someone\s+they\s+do\s+not\s+know))?"
            rf"\s+(?:on|over|through|via)\s+{_NAMES}\Z"
        ),
        compiled(
            rf"{_AND_NAMES}\s+(?:can|should|is\s+(?:asked|urged|advised)\s+to|may|must)\s+(?:report|call|ring|contact|speak|talk|tell|ask)\b"
        ),
    ),
)
"""What stands before an app, and behind it, where somebody is advised."""
_DONE = compiled(
    r"\b(?:was|were|had|did|has|have|been|got|saw|met|lost|happen\w*|here|local\w*|again|too|since|because|after|like|as\s+(?:an?|the|one)|why|how\s+(?:many|often)|someone|somebody|one|two"
    r"|in\s+(?:that|this)\s+order|respectively|in\s+turn|victims?|girls?|boys?|twins?|sisters?|brothers?|famil(?:y|ies)|famous)\b"
)
"""What may say that something happened: "as a girl here did"."""
_WHO = compiled(
    rf"\b(?:{PERSON}s?|mums?|mothers?|fathers?|m[ae]n|wom[ae]n|caretakers?|teachers?|predators?|homes?|jail\w*|remand|verdicts?|trials?"
    r"|cases?|calls?\s+from|hardly|barely|scarcely|few(?:er)?|some|else|also|other\s+than|came|the\s+(?:first|last|second))\b"
)
"""Who it may have been, or how many: "the letter from a schoolgirl"."""
_SAYS_WHO = compiled(
    rf"\W*(?:(?:so\s+far|here|in\s+(?-i:[A-Z])\w+),?\s+)?(?:(?:it|they|he|she)\s+(?:was|were|had|did)\b|(?:an?|one|another|our|both|each)\s+(?:\w+\s+)?{PERSON}\b|{SEVERAL}\b)"
)
"""Where the next sentence may say who it was: "So far, a boy"."""
