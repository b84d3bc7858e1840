"""Words that say that the way of counting changed, and the year that they are said of."""

from collections.abc import Sequence

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import any_of, compiled

_CHANGED = any_of(
    *("changed", "widened", "altered", "broadened", "extended", "expanded", "tightened"),
    *("narrowed", "replaced", "overhauled", "redrawn", "switched"),
)
_HOW = any_of(
    "counting", "recording", "definition", "rules?", "method", "practice", "count", "basis"
)
_WAY = r"ways?\s+(?:[\w’'-]+\s+){1,6}?(?:counted|recorded|defined|flagged|counting|recording)"
_WHAT = r"what\s+(?:counts|is\s+counted|is\s+recorded)(?:\s+[\w’'-]+){0,5}?"
_RULES = rf"(?:{_WAY}|{_WHAT}|{_HOW}(?:\s+(?:of|for)\s+(?:[\w’'-]+\s*){{1,4}}?)?)"
_WAS = r"(?:was|were|has|have|had|is|are)\s+(?:been\s+)?(?:since\s+)?"
_KIND = r"(?:kinds?|types?|sorts?|offences|crimes)"
COUNTING_CHANGED = (
    rf"{_RULES}\s+(?:{_WAS})?(?:{_CHANGED}|different)"
    rf"|(?:new|wider|broader|present|current)\s+(?:\w+\s+)?(?:rules|{_HOW})"
    r"(?:\s+(?:came\s+(?:in|into\s+(?:force|use))|took\s+effect|began|(?:were\s+)?introduced"
    r"|applied|apply))?"
    rf"|(?:change|switch|widening|broadening)\s+(?:in|to|of)\s+(?:\w+\s+){{0,3}}?(?:{_WAY}|{_HOW})"
    rf"|(?:began|started|has|have|had|been)\s+(?:to\s+)?(?:count|record)(?:ed|ing)?\s+(?:an?\s+)?"
    rf"(?:(?:more|other|further|wider|broader)\s+(?:range\s+of\s+)?{_KIND}|wider\s+range|differently"
    r"|(?:in\s+)?another\s+way)"
    r"|counted\s+in\s+another\s+way(?=\s+since)|(?:was|were)\s+(?:added\s+to\s+the\s+count"
    r"|counted\s+(?:differently|in\s+(?:another|a\s+different)\s+way))"
)
_SAID = compiled(rf"\b(?:{COUNTING_CHANGED})\b")
_UP_TO = (
    r"(?:(?!\b(?:and|but|so|because|after|before|despite|since|rose|fell|not|never|no)\b)[^.;:,\d])"
)
_TO_YEAR = compiled(
    rf"{_UP_TO}{{0,40}}?\s*(?:\s|\b)(?:in|from|since|during|as\s+of)\s+(?:the\s+year\s+)?"
)
_LEADS = compiled(r"(?:^|\b)(?:in|since|from|before|until|the)\s+$")
_FROM_YEAR = compiled(rf"(?:,\s+(?:when\s+)?|\s+(?:when\s+)?)(?:the\s+|an?\s+)?{_UP_TO}{{0,40}}?")


def changes_in_counting(text: str) -> list[tuple[int, int]]:
    """Where a text says that the way of counting changed."""
    return [m.span() for m in _SAID.finditer(text)]


def is_year_of_change(
    passage: Passage, start: int, end: int, said: Sequence[tuple[int, int]]
) -> bool:
    """Whether counting changed in a year: "The rules changed in 2018/19"."""
    text = passage.text
    if any(_TO_YEAR.fullmatch(text, last, start) for _, last in said):
        return True
    leads = _LEADS.search(passage.before(start))
    return bool(leads) and any(_FROM_YEAR.fullmatch(text, end, first) for first, _ in said)
