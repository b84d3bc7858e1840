"""How much of the forces asked gave figures, as a share: "three-quarters of those it asked"."""

import re
from collections.abc import Sequence
from fractions import Fraction

from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.vocabulary import compiled, words_before
from offences.tracing.judging.forces_in_role import clause_of_forces, first_role
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.shares import fits_share
from offences.words import verdicts

_ASKED = r"(?:asked|approached|contacted|surveyed|polled|(?:wrote|written)\s+to)\b"
_REPLIED = (
    r"(?:answered|replied|responded|complied|gave|sent|supplied|provided|took\s+part|came\s+back)\b"
)
_FORCES = r"(?:police\s+)?(?:forces|constabularies)"
# "Of those it asked", "of the forces approached", "of forces replied"
_OF_ASKED = compiled(
    rf"\s+of\s+(?:(?:the|all|those)\s+)*(?:{_FORCES}\s+)?(?:(?:that|which)\s+)?(?:(?:it|we|they|were|had|been"
    rf"|the\s+[\w’'-]+)\s+){{0,2}}{_ASKED}|\s+(?:of\s+)?(?:(?:the|all)\s+)*{_FORCES}\s+(?:had\s+|have\s+)?{_REPLIED}"
)
# "Half the forces are silent", "half of the forces did not reply"
_SILENT = compiled(
    rf"\s+(?:of\s+)?(?:(?:the|all|those|these)\s+)*(?:{_FORCES}|them)\s+(?:(?:are|were|stayed|remain(?:ed)?|fell|went)\s+(?:still\s+)?"
    r"(?:silent|quiet|missing)|(?:did|have|had)(?:\s+not|n[’']t)\s+(?:yet\s+)?(?:answer|repl|respond)\w*"
    r"|failed\s+to\s+(?:answer|reply|respond)|never\s+(?:answered|replied|responded))\b"
)
# "It asked 15 forces. Half responded"
_DID = compiled(
    r"\s+(?:of\s+them\s+)?(?:ha(?:ve|d)\s+)?(?P<not>(?:did|have|had)(?:\s+not|n[’']t)\s+)?(?:answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?)(?=\s*(?:[.,;:!?)]|\Z))"
)
_ASKED_FORCES = compiled(
    rf"{_ASKED}[^.;\d]{{0,30}}\d[^.;]{{0,30}}?{_FORCES}|{_FORCES}[^.;]{{0,60}}?{_ASKED}"
)
_RATE_OF_REPLY = compiled(
    r"\b(?:response|reply|answer)\s+rate(?::|\s+(?:of|was|is|stood\s+at|came\s+to))\s+(?:\w+\s+){0,2}?\Z"
)
_A_RATE = compiled(r"\s+(?:response|reply)\s+rate\b")
_ASIDE = re.compile(r"\s*\([^)]*\)")


_HOW_MANY = (
    rf"\bhow\s+many\s+(?:of\s+them\s+|(?P<forces>(?:of\s+(?:the|these|those)\s+)?(?:police\s+)?{_FORCES})|(?=\w))"
    r"(?:\s+(?:in|across)\s+(?:the\s+)?(?P<place>[^.;:,\d?]{1,40}?))?\s*"
)
# "How many forces did we ask?", "how many forces replied?", and nothing of rises, years or refusals
_WERE_ASKED, _DID_ANSWER = (
    compiled(
        rf"{_HOW_MANY}(?:did|have|had|were)\s+(?:(?:we|it|they|you|the\s+(?:charity|campaign(?:ers)?|researchers))\s+)?"
        r"(?:ask(?:ed)?|approach(?:ed)?|contact(?:ed)?|survey(?:ed)?|(?:write|written)\s+to)\s*\?"
    ),
    compiled(
        rf"{_HOW_MANY}(?:(?:have|had|did)\s+)?(?:repl(?:y|ied)|answer(?:ed)?|respond(?:ed)?"
        r"|(?:g[ai]ven?|sen[dt]|suppl(?:y|ied)|provided?)\s+(?:(?:us|it|them|the\s+charity)\s+)?(?:their\s+)?(?:figures|data|an\s+answer))\s*\?"
    ),
)
_OF_FORCES = compiled(rf"\b{_FORCES}\b")
_OPENS = compiled(r"\W*(?:(?:only|just|in\s+all|all)\s+)?\Z")
_ENDS = compiled(
    r"\s*(?:[.,;:)]|\Z|\s[–—-]\s)|\s+(?:of\s+them|did|were|have|had|in\s+(?:all|total)|forces)\b"
)


def answered(statement: Statement, documents: Sequence[Evidence]) -> Judgement | None:
    """The verdict on a number that answers how many forces were asked or replied; else None."""
    figure, passage = statement.figure, statement.passage
    if figure.kind not in ("count", "exempt") or statement.categories:
        return None
    start, end = passage.sentence_bounds(figure.start)
    asked_before = passage.text.rfind("?", start, figure.start) + 1  # "How many did it ask? 15"
    bounds = (start, asked_before) if asked_before else passage.question(figure.start)
    if bounds is None:
        return None
    question = passage.text[slice(*bounds)]
    of_asked = _WERE_ASKED.search(question)
    said = of_asked or _DID_ANSWER.search(question)
    is_first = _OPENS.match(passage.text[: figure.start], asked_before or start)
    if not (said and is_first and _ENDS.match(passage.text[:end], figure.end)):
        return None
    if not (said["forces"] or _OF_FORCES.search(words_before(passage.text, bounds[0]))):
        return None  # "How many replied?", of forces spoken of before
    for evidence in documents:
        if said["place"] and said["place"].casefold() != evidence.facts.area.casefold():
            continue  # "How many forces in Wales replied?"
        for given, asked in evidence.coverage_in(None):
            if figure.value == (asked if of_asked else given):
                return Judgement("traced", verdicts.fact("coverage", n=given, asked=asked))
    return None


def of_asked(statement: Statement, documents: Sequence[Evidence]) -> Judgement | None:
    """The verdict on the share of the forces asked that gave figures, if right; else None."""
    figure, passage = statement.figure, statement.passage
    if figure.kind not in SHARES or statement.categories:
        return None
    after, before = passage.after(figure.end), passage.before(figure.start)
    is_rate = _RATE_OF_REPLY.search(before) or _A_RATE.match(after)
    of_asked, silent = _OF_ASKED.match(after), _SILENT.match(after)
    if did := _did(statement):
        silent = did if did["not"] else None
    if not (is_rate or of_asked or silent or did):
        return None
    rest = _ASIDE.sub("", after[of_asked.end() :]) if of_asked else ""
    is_of_rest = silent or first_role(clause_of_forces(rest)) == "missing"
    for evidence in documents:
        year = min(statement.years) if statement.years else None
        for given, asked in evidence.coverage_in(year):
            part = asked - given if is_of_rest else given
            verdict = fits_share(figure, Fraction(part, asked))
            if verdict in ("traced", "rounded"):
                return Judgement(verdict, verdicts.fact("coverage", n=given, asked=asked))
    return None


def _did(statement: Statement) -> re.Match[str] | None:
    """What a share did, that its sentence or the one before lets be of the forces asked."""
    passage, figure = statement.passage, statement.figure
    start, _ = passage.with_sentence_before(figure.start)
    asked = _ASKED_FORCES.search(passage.text, start, figure.start)
    return _DID.match(passage.text, figure.end) if asked else None
