"""What is said of each part of a breakdown, or of all: "every app", "all were over nine".

A hidden part is spoken of without its name: there were some of it, or none.
"""

import re
from collections.abc import Iterator

from offences.tracing.finding.ages import OLDEST
from offences.tracing.finding.numbers import NUMBER, numbers_in
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


def ends_of_all(reading: ExplainedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """The words by which all are of some ages, so that of a hidden one beyond there was none."""
    passage = reading.passage
    for match in _ALL_WERE.finditer(passage.text):
        sentence = passage.sentence(match.start())
        if _OF_A_MEETING.search(sentence) or not (
            _OF_KNOWN_AGE.search(sentence) or OF_OFFENCES.search(sentence)
        ):
            continue
        low, high = _ages_of(match)
        for hiding in reading.of_sentence(match.start(), forces):
            beyond = [
                of
                for of in hiding.hidden - {NOT_KNOWN}
                if {c.kind for c in of} == {"age"} and all(c.high < low or high < c.low for c in of)
            ]
            if named := min(map(names_of, beyond), default=""):
                yield *match.span(), named
                break


def _ages_of(match: re.Match[str]) -> tuple[int, int]:
    """The ages that all have, by their lower and upper end: "over nine" is (10, 17)."""
    ends = [int(numbers_in(match[n])[0].value) for n in ("n", "to") if match[n]]
    if match["to"]:
        return ends[0], ends[1]
    if match["over"] or match["under"]:
        return (ends[0] + 1, OLDEST) if match["over"] else (0, ends[0] - 1)
    is_top = match["most"] or (match["or"] or "").startswith(("young", "under"))
    is_end = is_top or match["least"] or match["or"]
    if not is_end:
        return 0, OLDEST  # "all 21 were 13" is judged by its number
    return (0, ends[0]) if is_top else (ends[0], OLDEST)


_ALL_WERE = compiled(
    rf"(?:\b(?:(?:all|every(?:\s+one)?|each)\s+(?:of\s+)?(?:(?:the|its|our|those)\s+)?(?!(?:figures|numbers|counts|totals)\b)(?:{NUMBER}\b)?|every(?:one|body)\b)[^.;:?\d]{{0,60}}?"
    rf"\s(?:was|were|is|are|being|had\s+been)\s+(?:all\s+)?(?:aged\s+)?|\b(?:the|those|these)\s+{NUMBER}\b[^.;:?\d]{{0,60}}?\s(?:was|were|are)\s+all\s+(?:aged\s+)?)"
    r"(?:(?:(?P<over>over|above|older\s+than)|(?P<under>under|below|younger\s+than)|(?P<least>at\s+least|no\s+younger\s+than)|(?P<most>at\s+most|no\s+older\s+than)|between|from)\s+(?:the\s+age\s+of\s+)?)?"
    rf"(?P<n>{NUMBER})(?:\s+(?:years?\s+(?:old|of\s+age)\s+)?(?:(?:or|and)\s+(?P<or>older|over|above|up|younger|under)\b|(?:to|and|[-–])\s+(?P<to>{NUMBER})))?"
    r"(?!\w|\s*(?:%|per\s+cent|offences|crimes|cases))"
)
_OF_KNOWN_AGE = compiled(
    r"\bages?\b|\b(?:figures|data|record\w*)\b|\b(?:victims?|child|children|girls?|boys?)\b"
)
_OF_A_MEETING = compiled(
    r"\b(?:meeting|talk|session|workshop|class|club|asked|survey\w*|poll\w*|respond\w*|pupils|volunteers?|officers?|parents?)\b"
)
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
