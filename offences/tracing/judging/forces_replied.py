"""How much of the forces asked gave figures, as a share: "half of the forces did not reply"."""

import re
from collections.abc import Sequence
from fractions import Fraction

from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.vocabulary import ASKED, compiled
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.shares import fits_share
from offences.words import verdicts

_ASKED = rf"{ASKED}\b"
_FORCES = r"(?:police\s+)?(?:forces|constabularies)"
# "Half the forces are silent", "half of the forces did not reply"
_SILENT = compiled(
    rf"\s+(?:of\s+)?(?:(?:the|all|those|these)\s+)*(?:{_FORCES}|them)\s+(?:(?:are|were|stayed|remain(?:ed)?|fell|went)\s+(?:still\s+)?"
    r"(?:silent|quiet|missing)|(?:did|have|had)(?:\s+not|n[’']t)\s+(?:yet\s+)?(?:answer|repl|respond)\w*"
    r"|failed\s+to\s+(?:answer|reply|respond)|never\s+(?:answered|replied|responded))\b"
)
# "It asked 15 forces. Half responded", "four-fifths of the forces asked replied"
_DID = compiled(
    rf"\s+(?:of\s+(?:them|(?:(?:the|all|those)\s+)*(?:\d+\s+)?{_FORCES}(?:\s+(?:it\s+|that\s+were\s+|we\s+)?{ASKED})?)\s+)?"
    r"(?:ha(?:ve|d)\s+)?(?P<not>(?:did|have|had)(?:\s+not|n[’']t)\s+)?(?:answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?)(?=\s*(?:[.,;:!?)]|\Z))"
)
_ASKED_FORCES = compiled(
    rf"{_ASKED}[^.;\d]{{0,30}}\d[^.;]{{0,30}}?{_FORCES}|{_FORCES}[^.;]{{0,60}}?{_ASKED}"
)
_NAMES_FORCES = compiled(_FORCES)


def of_asked(statement: Statement, documents: Sequence[Evidence]) -> Judgement | None:
    """The verdict on the share of the forces asked that gave figures, if right; else None."""
    figure, passage = statement.figure, statement.passage
    if figure.kind not in SHARES or statement.categories:
        return None
    silent = _SILENT.match(passage.after(figure.end))
    if did := _did(statement):
        silent = did if did["not"] else None
    if not (silent or did):
        return None
    for evidence in documents:
        year = min(statement.years) if statement.years else None
        for given, asked in evidence.coverage_in(year):
            part = asked - given if silent else given
            verdict = fits_share(figure, Fraction(part, asked))
            if verdict in ("traced", "rounded"):
                return Judgement(verdict, verdicts.fact("coverage", n=given, asked=asked))
    return None


def _did(statement: Statement) -> re.Match[str] | None:
    """What a share did, that its sentence or the one before lets be of the forces asked."""
    passage, figure = statement.passage, statement.figure
    start, _ = passage.with_sentence_before(figure.start)
    asked = _ASKED_FORCES.search(passage.text, start, figure.start)
    did = _DID.match(passage.text, figure.end)
    return did if did and (asked or _NAMES_FORCES.search(did[0])) else None
