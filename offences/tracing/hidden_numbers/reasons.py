"""Why figures are not given: "if only one were dropped", "a low count can name a child".

Such words say of no part how many it has: they hold for any that is hidden.
"""

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled


def is_of_a_reason(passage: Passage, figure: Candidate) -> bool:
    """Whether a word counts figures that might be left out, or who might be recognised."""
    text, at = passage.text, figure.start
    first, last = passage.sentence_bounds(at)
    return any(
        word.match(text, at, last) and before.search(text, first, at) for before, word in _BEHIND
    ) or bool(_NO_SPLIT.match(text, at, last))


def is_of_a_rule(text: str, first: int, span: tuple[int, int], last: int) -> bool:
    """Whether "low" or "subtract" is in the reason for a rule: "a low count can name a child"."""
    start, end = span
    if _NOBODY_CAN.search(text, first, start):
        return True
    return bool(_A.search(text, first, start) and _COUNT_CAN.match(text, end, last))


_GONE = (
    r"(?:dropped|hidden|left\s+out|removed|taken\s+(?:out|away)|withheld|blanked(?:\s+out)?|published|printed"
    r"|released|struck\s+out|cut)"
)
_BEHIND = (
    (
        compiled(r"\bif\s+(?:only|just)?\s*\Z"),
        compiled(rf"one\s+(?:of\s+(?:them|these|those)\s+)?(?:is|was|were|had\s+been)\s+{_GONE}\b"),
    ),
    (
        compiled(
            r"(?:\A|[.!?:]\s+)\W*(?:hide|drop|remove|withhold|print|publish|leave\s+out|take\s+out|cut)\s+(?:(?:only|just)\s+)?\Z"
        ),
        compiled(
            r"(?:only\s+|just\s+)?one(?:\s+of\s+(?:them|these|those|the\s+two))?\s+and\b[^.;]*\b(?:subtract\w*|could|would|can)\b"
        ),
    ),
    (
        compiled(r"\b(?:in\s+case|lest|for\s+fear(?:\s+that)?)\s+\Z"),
        compiled(
            r"(?:any\s?one|one|a\s+single\s+one|any)(?:\s+(?:of\s+(?:the|these|those)\s+)?(?:child(?:ren)?|girls?|boys?|victims?|famil(?:y|ies)|them))?\s+"
            r"(?:might|could|may|would|can|should)\s+be\s+(?:recognised|recognized|identified|traced|named|singled\s+out|picked\s+out|found\s+out)\b"
        ),
    ),
)
"""What stands before a word, and the word with what it says."""
_NO_SPLIT = compiled(
    r"no\s+(?:(?:boys|girls)[’']\s+)?(?:split|breakdown|division|row|line|column|bar|figure|number|count)\s+"
    r"(?:(?:of|between|into|for|by|on)\s+[^.;,]{1,60}?\s+)?(?:is|are|was|were|has\s+been|appears?)\s*"
    r"(?:(?:given|published|printed|shown|released|provided|available|possible)\b|(?:in|on)\s+the\s+(?:table|chart|page|list)\b)"
    r"(?![^.;]*\b(?:as|because|since)\s+(?:there|nothing|none|it\s+is|they\s+are)\b)"
)
_NOBODY_CAN = compiled(
    r"\b(?:nobody|no\s+one|readers?\s+cannot|none)\s+(?:can|could|may|is\s+able\s+to|will)\s+(?:simply\s+|just\s+)?\Z"
)
_A = compiled(r"\b(?:an?|any|such\s+an?|(?:very|so|really)|because|that)\s+\Z")
_COUNT_CAN = compiled(
    r"\s+(?:numbers?|counts?|figures?|totals?)\s+(?:(?:[\w’-]+\s+){0,6}?(?:can|could|might|may|would)\s+(?:easily\s+|still\s+)?(?:point|lead|identify|give|reveal|expose|name|betray|mean)\b|and\s+[^.;]{1,40}\s(?:are|is)\s+(?:all|what)\s+it\s+takes|and\s+[^.;]{1,40}\sare\s+all\s+they\s+need)"
)
