"""How many years a series has, as words for one of them say: "the worst of its four years"."""

import re

from offences.english import counted
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.clauses import year_from
from offences.tracing.finding.data_years import LISTED
from offences.tracing.finding.vocabulary import YEAR, compiled
from offences.tracing.judging.judgement import Judgement
from offences.words import verdicts

_FROM = compiled(
    rf"[^.;:,\d]{{0,30}}?\b(?:(?P<after>since|after)|from|starting(?:\s+(?:in|with))?|beg[ia]n(?:ning)?(?:\s+(?:in|with))?)"
    rf"\s+(?P<year>{YEAR})(?!\s*(?:to|until|and|[–-])\s*\d)"
)
_UP_TO = compiled(
    rf"[^.;:,\d]{{0,20}}?\b(?:(?:up\s+)?to|until|ending(?:\s+in)?)\s+(?P<year>{YEAR})"
)

_BEHIND = compiled(
    r"\s+(?:(?:first|earliest|last|latest|most\s+recent)\s+years|years\s+(?:on|of|in)\s+(?:[\w’'-]+\s+){1,4}?(?:list|series|table|run|record|figures))"
    rf"{LISTED}"
)
_LABEL = compiled(YEAR)


def years_of_series(statement: Statement, evidence: Evidence) -> Judgement:
    """Judge "the worst of its four years": as many as are held, or as its words begin or end."""
    value, passage = int(statement.figure.value), statement.passage
    after = passage.after(statement.figure.end, 120)
    if found := _BEHIND.match(after):
        many = _many(found)
        if value == many:
            return Judgement("traced", found["named"])
        return Judgement("mismatch", found["named"], str(many))
    first, latest = evidence.all_years[0], evidence.facts.latest
    if found := _FROM.match(after):
        first = year_from(found["year"])
        many = latest.start - first.start + 1
        is_right = value == many or (found["after"] and value == many - 1)
    elif found := _UP_TO.match(after):
        latest = year_from(found["year"])
        many = latest.start - first.start + 1
        is_right = value <= many
    else:
        many = latest.start - first.start + 1
        is_right = value in (many, len(evidence.values)) or value == _listed(statement)
    words = verdicts.fact("years_from_to", n=many, first=first, last=latest)
    if is_right:
        return Judgement("traced", words if value == many else counted(value, "years"))
    return Judgement("mismatch", words, str(many))


def _many(listed: re.Match[str]) -> int:
    """How many years a list of them names, or there are from its first to its last."""
    named = [year_from(label) for label in _LABEL.findall(listed["named"])]
    is_each = " and " in listed["named"]
    return len(named) if is_each else named[-1].start - named[0].start + 1


def _listed(statement: Statement) -> int:
    """How many years this sentence and the one before it name one by one."""
    passage = statement.passage
    start, end = passage.with_sentence_before(statement.figure.start)
    return len({label.first for label in passage.labels_between(start, end)})
