"""Months that a number is said of: "In April 2018 there were 310", "since April 2018"."""

import re

from offences.statistics.years import MONTHS, Year, first_month, last_month
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import MONTH, compiled

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


# "The five years to March 2020", "since April 2016"
_BY_MONTH = compiled(
    rf"\b(?P<to>(?:to|ending|ended|until|since|from)\s+(?:in\s+)?)(?:the\s+(?:end|start|beginning)\s+of\s+)?(?:\d\d?(?:st)?\s+)?(?P<month>{MONTH})\s+(?P<year>20\d\d)\b"
)


def with_labels(words: str) -> str:
    """Words with the first or the last month of a year as its label: "to 2019/20"."""
    return _BY_MONTH.sub(_in_label, words)


def _in_label(said: re.Match[str]) -> str:
    month = said["month"].capitalize()
    ends = said["to"].split()[0].casefold() not in ("since", "from")
    if month != MONTHS[(last_month() if ends else first_month()) - 1]:
        return said[0]
    return f"{said['to']}{Year.of_month(MONTHS.index(month) + 1, int(said['year']))}"
