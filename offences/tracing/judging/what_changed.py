"""What a change is said to be in: "a rise of 35 per cent in arrests" is of no offences."""

from collections.abc import Callable

from offences.tracing.binding.scene import CHANGES
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.units import OFFENCES, unit_of
from offences.tracing.finding.candidates import split_modifier
from offences.tracing.finding.vocabulary import (
    FALL_NOUN,
    FELL_IN_NEWS,
    RISE_NOUN,
    ROSE_IN_NEWS,
    any_of,
    compiled,
)

CHANGE = any_of(RISE_NOUN, FALL_NOUN, ROSE_IN_NEWS, FELL_IN_NEWS)
_STOP = any_of(
    *("in", "at", "across", "by", "over", "since", "between", "from", "among", "to", "on", "for"),
    *("last", "this", "during", "with", "where", "which", "who", "that", "being", "against"),
    *("committed", "recorded", "logged", "compared", "as", "after", "when", "while", "and", "or"),
    *("but", "is", "was", "were", "has", "have", "had", "under", "within", "of", "up", "involving"),
)
_IN_IT = (
    r"\s+in\s+(?:(?:the|its|their|our|these|those|such|all)\s+)?(?:(?:overall|total|recorded|annual)\s+)*(?:(?:numbers?|volume|amount)\s+of\s+)?"
    rf"(?:recorded\s+|reported\s+)?(?P<what>(?:(?!{_STOP}\b)(?-i:[a-z])[\w’'-]*\s+){{0,4}}?(?!{_STOP}\b)(?-i:[a-z])[\w’'-]*)"
    rf"(?=\s*(?:[.,;:!?)”\"–—]|\Z)|\s+(?:{_STOP}\b|(?-i:[A-Z])|\d))"
)
_OF, _BEHIND, _WITH_NOUN = (
    compiled(rf"\b{CHANGE}\s+(?:of|by)\s+\Z"),
    compiled(_IN_IT),
    compiled(rf"\s+(?:\w+\s+)?{CHANGE}{_IN_IT}"),
)
_IS_A_TIME = compiled(
    r"\b(?:years?|months?|weeks?|days?|decades?|period|time|space|span|course|stretch|twelvemonth|survey|forces?|areas?)\b"
)
# "In online child abuse", "in the toll": the offences in other words
_THE_OFFENCES = compiled(
    r"\b(?:(?:cyber|web|online)?[-‐‑]?(?:abuse|grooming|offending)|exploitation|tolls?|tall(?:y|ies)|levels?|cyber)\b"
)


def what_changed(statement: Statement, is_plain: Callable[[str], bool]) -> str:
    """The words for what a change is in, where that is not the offences; else nothing."""
    figure, passage = statement.figure, statement.passage
    if figure.kind not in CHANGES:
        return ""
    before, _ = split_modifier(passage.before(figure.start))
    found = (_BEHIND if _OF.search(before) else _WITH_NOUN).match(passage.after(figure.end))
    if found is None or _IS_A_TIME.search(found["what"]):
        return ""
    what = found["what"]
    measures = " ".join(each.facts.measure for each in statement.evidence)
    if unit_of("", f" {what}", measures) == OFFENCES and is_plain(_THE_OFFENCES.sub(" ", what)):
        return ""
    return what
