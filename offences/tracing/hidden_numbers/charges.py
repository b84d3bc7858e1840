"""Counts and years of a court: "denied two counts of grooming", "For grooming it's ten".

They are no recorded offences of a year, unless words of the data are near.
"""

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled


def is_of_a_charge(passage: Passage, figure: Candidate) -> bool:
    """Whether it says how many counts one person was tried for, or how long one may be jailed."""
    text, (first, _) = passage.text, passage.sentence_bounds(figure.start)
    if _is_of_years_of_prison(passage, figure, first):
        return True
    if figure.value in _YEARS and _A_LAW_OF.search(text, first, figure.start):
        return True  # "a crime under a law of 2015"
    if not (_COUNTS_OF.match(text, figure.end) and _TRIED.search(text, first, figure.start)):
        return False
    start, _ = passage.with_sentence_before(figure.start)
    _, end = passage.with_sentence_after(figure.start)
    words = f"{text[start : figure.start]} {text[figure.end : end]}"
    return not _OF_DATA.search(_COUNTS.sub(" ", words))


def _is_of_years_of_prison(passage: Passage, figure: Candidate, first: int) -> bool:
    """Whether it goes on with what a law allows: "The maximum is two years. For rape it is ten"."""
    text, before = passage.text, passage.bounds_before(first) if first else (0, 0)
    if _EARLIER_CONVICTIONS.match(text, figure.end) and _HE_HAS.search(text, first, figure.start):
        return True
    is_law = _MOST_YEARS.search(text, *before) and not _OF_DATA.search(text, *before)
    is_next = _FOR_THAT_IT_IS.fullmatch(text, first, figure.start)
    return bool(is_law and is_next) and _ENDS.match(text, figure.end) is not None


_YEARS = range(1900, 2100)
_A_LAW_OF = compiled(r"\b(?:laws?|acts?|statutes?|code|order|bill)\s+(?:of|from|in)\s+\Z")
_MOST_YEARS = compiled(
    rf"\b(?:maximum|longest|heaviest|top)\s+(?:\w+\s+)?(?:sentence|penalty|term)\b[^.;]*?\s(?:is|of)\s+{NUMBER}\s+years\b"
)
_FOR_THAT_IT_IS = compiled(
    r"\W*for\s+(?![^.;]*(?-i:[A-Z]|\b(?:years?|aged?|children|girls?|boys?|cases?|victims?|users?)\b))"
    r"[^.,;\d]{3,80}?\s*(?:it[’']s|it\s+is|that\s+is|that[’']s)\s+"
)
_ENDS = compiled(r"(?:\s+years)?\s*[.;!]")
_HE_HAS = compiled(r"\b(?:he|she|who|they)\s+(?:has|had|have)\s+\Z")
_EARLIER_CONVICTIONS = compiled(r"\s+(?:earlier|previous|prior|past)\s+convictions\b")
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
