"""How many of the forces are said to have replied, in words: "every force", "the other two"."""

import re
from collections.abc import Iterator

from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import ASKED, compiled

_FORCES = r"(?:police\s+)?(?:forces?|constabular(?:y|ies))"
_REPLIED = (
    r"(?:replied|responded|answered|complied|took\s+part"
    r"|(?:gave|supplied|provided|sent|released)\s+(?:(?:us|it|the\s+charity)\s+)?(?:(?:their|its|some)\s+)?(?:figures|data|numbers)(?!\s+(?:for|in|on|of|from)\b))\b"
)
_SILENT = (
    r"(?:(?:did|have|had|has)(?:\s+not|n[’']t)\s+(?:yet\s+)?(?:repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?|complied)"
    r"|failed\s+to\s+(?:reply|respond|answer)|never\s+(?:replied|responded|answered)|ignored)\b"
)
_GOT = (
    r"(?:(?:heard|got\s+something)(?:\s+back)?\s+from|(?:got|had|received|obtained|gathered)\s+"
    r"(?:(?:figures|data|numbers|answers?|(?:a\s+)?repl(?:y|ies)|responses?)\s+)?"
    r"(?:back\s+)?(?:from|out\s+of))"
)
_OF_WHERE = (
    rf"(?:\s+(?:that\s+(?:was|were)\s+|we\s+|it\s+)?{ASKED}|\s+(?:in|across)\s+(?:the\s+)?(?:country|nation|UK|(?-i:[A-Z])[\w’'-]+"
    r"(?:(?:\s+and|,)\s+(?-i:[A-Z])[\w’'-]+)*))?\s+(?:have\s+|has\s+|had\s+)?"
)
_THE = r"(?:of\s+)?(?:(?:the|those|these|its|our)\s+)?"
_ALL = compiled(
    rf"(?<!\bnot\s)(?<!nearly\s)(?<!almost\s)\b(?P<all>all|every(?:\s+(?:single|one\s+of\s+the))?|each)\s+{_THE}{_FORCES}{_OF_WHERE}{_REPLIED}"
    rf"|\b{ASKED}\b[,;.]?\s+(?:and\s+)?(?P<each>every\s+(?:single\s+)?one|each|each\s+one)(?:\s+of\s+them)?\s+{_REPLIED}"
    # "Put the same question to nine forces and heard back from all of them"
    rf"|\b{_FORCES}\b[^.;:\d]{{0,60}}?\s(?:and|which|who)\s+(?:(?:has|have|had)\s+)?{_GOT}\s+(?P<from>all|each|every\s+(?:single\s+)?one)(?:\s+of\s+them)?\b(?!\s+but\b)"
    rf"|\b(?P<none>none|not\s+one)\s+{_THE}{_FORCES}{_OF_WHERE}(?:failed\s+to\s+(?:reply|respond|answer)|ignored)\b"
    rf"|\bno\s+{_FORCES}\s+(?:failed\s+to\s+(?:reply|respond|answer)|ignored)\b"
)
_FEW = compiled(
    rf"\b(?:few|only\s+a\s+(?:few|handful|minority)(?:\s+of)?|a\s+(?:minority|handful)\s+of|fewer\s+than\s+half(?:\s+of)?)\s+{_THE}{_FORCES}{_OF_WHERE}{_REPLIED}"
    rf"|\b(?:most|the\s+majority\s+of)\s+{_THE}{_FORCES}{_OF_WHERE}{_SILENT}"
)
_MOST = compiled(
    rf"\b(?:most|the\s+(?:vast\s+)?majority\s+of)\s+{_THE}{_FORCES}{_OF_WHERE}{_REPLIED}"
    rf"|\b(?:few|only\s+a\s+(?:few|handful)(?:\s+of)?)\s+{_THE}{_FORCES}{_OF_WHERE}{_SILENT}"
)
# "Twelve of the 15 forces replied. The other two did not"
_REST = compiled(
    rf"\b(?P<n>{NUMBER})\s+(?:out\s+)?of\s+(?:the\s+)?(?P<of>{NUMBER})\s+{_FORCES}{_OF_WHERE}{_REPLIED}[^.;]{{0,60}}?[.;,]\s+(?:but\s+|and\s+|while\s+)?"
    rf"(?:the\s+(?:other|remaining)\s+(?P<rest>{NUMBER})|the\s+(?:rest|others),\s+(?P<others>{NUMBER})\s+of\s+them)\b(?!\s+(?:years|offences|cases|crimes|per\b)|\s?%)"
)


def replies_of_forces(passage: Passage, documents: Documents) -> Iterator[Span]:
    """The places of words for more or fewer replies than there were."""
    given = [pair for each in documents for pair in each.coverage]
    if given:
        yield from _unless(any(n == asked for n, asked in given), _ALL, passage.text)
        yield from _unless(any(2 * n < asked for n, asked in given), _FEW, passage.text)
        yield from _unless(any(2 * n > asked for n, asked in given), _MOST, passage.text)
    for match in _REST.finditer(passage.text):
        name = "rest" if match["rest"] else "others"
        replied, asked, rest = (numbers_in(match[each])[0].value for each in ("n", "of", name))
        if rest != asked - replied:
            yield match.span(name)


def _unless(is_so: bool, words: re.Pattern[str], text: str) -> Iterator[Span]:
    if not is_so:
        yield from (match.span() for match in words.finditer(text))
