"""What is said of each part of a breakdown, or of no other: "every app", "the only ages".

A hidden part is spoken of without its name: there were some of it, or none.
"""

from collections.abc import Iterator

from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.explained import ExplainedText, names_of
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Forces
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES


def parts_as_a_whole(reading: ExplainedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """The words by which each part of a kind had some, or no other, with a hidden part of it.

    Not where only those are meant whose numbers are shown: "the only age that has a figure".
    """
    text, passage = reading.passage.text, reading.passage
    found = ((m, p is _EACH) for p in (_EACH, _ALONE) for m in p.finditer(text))
    of_offences = (
        match
        for match in _BY_AGE.finditer(text)
        if OF_OFFENCES.search(text, *passage.sentence_bounds(match.start()))
    )
    for match in of_offences:
        for hiding in reading.of_sentence(match.start(), forces):
            of_ages = (of for of in hiding.hidden if {c.kind for c in of} == {"age"})
            if named := min(map(names_of, of_ages), default=""):
                yield *match.span(), named
                break
    for match, is_each in found:
        _, end = passage.sentence_bounds(match.start())
        rest = text[match.end() : end]
        occurred = is_each or OF_OFFENCES.search(rest) or _IN_DATA.search(rest)
        if _OF_THE_SHOWN.search(rest) or not occurred:
            continue
        kinds = {kind for kind, words in quantities.KINDS if words.search(match[0])}
        for hiding in reading.of_sentence(match.start(), forces):
            of_kind = (of for of in hiding.hidden - {NOT_KNOWN} if {c.kind for c in of} <= kinds)
            if named := min(map(names_of, of_kind), default=""):
                yield *match.span(), named
                break


_KIND = r"(?:platforms?|apps?|sites?|ages?|age\s+(?:groups?|bands?)|bands?|sex(?:es)?)"
_EACH = compiled(
    rf"\b(?:every|each|all(?:\s+of)?|both(?:\s+of)?|not\s+one\s+of|none\s+of)\s+(?:single\s+|other\s+)?(?:(?:the|its|these|those|our|[\w-]+[’']s)\s+)?(?:{NUMBER}\s+)?(?:(?!of\b)[\w-]+\s+)??{_KIND}\b"
    r"(?!\s+(?:that|which|whose|where|with|we|it|you|is|are)\b)[^.;:?,]{0,40}?\s"
    r"(?:(?:was|were|been)\s+(?:(?:[a-z]+ly|also|all)\s+)?(?:used|named|involved|affected|hit|represented|recorded|targeted|present|unused|untouched|spared|immune)\b"
    r"|(?:had|saw|recorded|logged)\s+(?:at\s+least|some|an?\s|one\b|offences|cases|victims|its|their)"
    r"|featured|(?:came|turned|cropped)\s+up|(?:was|were)\s+(?:in|among)\s+the\s+(?:[\w’']+\s+){0,2}?(?:figures|data|numbers|returns?|table)\b)"
    rf"|\b{NUMBER}\s+of\s+(?:(?:the|its|our)\s+)?{NUMBER}\s+(?:platforms|apps|sites|ages|age\s+(?:groups|bands)|bands)\s+(?:had|saw|recorded|logged|came\s+up|were\s+(?:used|named|involved))\b"
    rf"|\bno\s+(?:single\s+)?{_KIND}\s+(?:was|were)\s+(?:\w+\s+)?(?:unused|untouched|spared|immune|without)\b"
)
_ALONE = compiled(
    rf"\bthe\s+only\s+(?:{NUMBER}\s+)?(?:(?!of\b)[\w-]+\s+)??{_KIND}\b|\bno\s+(?:other|further)\s+(?:[\w-]+\s+)??{_KIND}\b"
)
_BY_AGE = compiled(
    r"\b(?:ris(?:es?|ing)|rose|falls?|fell|falling|grows?|grew|growing|climb\w*|increas\w+|decreas\w+|drop\w*|more|fewer)\b"
    r"[^.;:?\d]{0,30}?\b(?:with|at|for|by)\s+(?:every|each)\s+(?:\w+\s+)?(?:birthday|age|year\s+of\s+(?:age|life))\b"
)
"""That each age has more than the one before: an order of the hidden ones, too."""
_IN_DATA = compiled(
    r"\b(?:in|of|among)\s+(?:the\s+|its\s+|our\s+)?(?:[\w’'-]+\s+){0,3}?(?:figures|data|returns?|statistics)\b"
)
_OF_THE_SHOWN = compiled(
    r"\b(?:shown|given|printed|published|released|not\s+hidden|(?:has|have|had|with)\s+an?\s+(?:[\w-]+\s+)?(?:figure|number|count)"
    r"|(?:we|release|charity|table|force|chart)\s+(?:can\s+)?(?:gives?|shows?|prints?|names?|publish(?:es)?|lists?)"
    rf"|(?:more|fewer|less)\s+than|over|above|under|below|at\s+least)\b(?!\s+(?:one|once)\b)|\btop\s+{NUMBER}"
)
"""Said of those parts alone whose numbers a reader has."""
