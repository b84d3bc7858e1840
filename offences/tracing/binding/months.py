"""Months that a number is said of, which is of no year then: "In April 2018 there were 310"."""

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled

_IN_MONTH = compiled(r"\b(?:in|during)\s+(?:early\s+|late\s+|mid-?\s*)?$")
_THEN_COUNT = compiled(
    rf",?\s+(?:there\s+were|(?:(?!(?:that|said|had|which|who|and)\b)[\w’'-]+\s+){{1,5}}?(?:recorded"
    rf"|logged|saw))\s+(?:an?\s+total\s+of\s+|just\s+|only\s+)?{NUMBER}"
)
_AFTER_COUNT = compiled(
    rf"{NUMBER}\s+(?:[\w’'-]+\s+){{0,5}}?(?:offences|crimes|cases|incidents)\s+(?:were\s+)?"
    r"(?:recorded\s+|logged\s+)?(?:(?:in|by)\s+[\w’'-]+\s+(?:police\s+)?)?$"
)


def is_month_of_count(passage: Passage, start: int, end: int) -> bool:
    """Whether a month is one of a count, which has no figure: "In April 2018 there were 310"."""
    before = passage.before(start)
    lead = _IN_MONTH.search(before)
    if not lead:
        return False
    is_month = _THEN_COUNT.match(passage.after(end)) or _AFTER_COUNT.search(before[: lead.start()])
    return bool(is_month)
