"""Counts of a charge that a court heard of one person: "denied two counts of grooming".

They are no recorded offences of a year, unless words of the data are near.
"""

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled


def is_of_a_charge(passage: Passage, figure: Candidate) -> bool:
    """Whether it says how many counts one person was tried for."""
    text, (first, _) = passage.text, passage.sentence_bounds(figure.start)
    if not (_COUNTS_OF.match(text, figure.end) and _TRIED.search(text, first, figure.start)):
        return False
    start, _ = passage.with_sentence_before(figure.start)
    _, end = passage.with_sentence_after(figure.start)
    words = f"{text[start : figure.start]} {text[figure.end : end]}"
    return not _OF_DATA.search(_COUNTS.sub(" ", words))


_COUNTS_OF = compiled(r"\s+(?:\w+\s+)?(?:counts|charges)\s+of\b")
_COUNTS = compiled(
    r"\b(?:counts|charges)\s+of\b|\bbefore\s+(?:these|the|those)\s+figures\s+begin\b"
)
_TRIED = compiled(
    r"\b(?:an?|the|(?-i:[A-Z][\w’'-]+),|s?he|who|defendant)\b[^.;]{0,80}?\b(?:appeared|denied|denies|admitted|admits|faces|faced|jailed|convicted|cleared|acquitted"
    r"|charged|pleaded|sentenced|guilty)(?:\s+(?:on|of|for|with|to|guilty|not|in\s+court|on\s+\w+day|at\s+[\w\s]{2,30}))*\s+\Z"
)
_OF_DATA = compiled(
    r"\b(?:record(?:s|ed)|logged|figures?|numbers?|totals?|only|all|every|each|both|(?:last|that|this|the)\s+year|statistics|data|tables?|lists?|rows?|stars?|hid\w*|withh\w+"
    r"|more|others?|no\s+one|nobody|offences|cases|crimes)\b"
)
