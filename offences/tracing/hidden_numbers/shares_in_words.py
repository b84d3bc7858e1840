"""Shares in words that no reader of figures takes for one, and what they are of.

"One victim in five", "every eighth offence"; and a share that the next sentence explains: "One in
five. That is the share of those aged 14".
"""

from collections.abc import Iterator
from fractions import Fraction

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.phrases import Span
from offences.tracing.hidden_numbers.quantities import COUNTED, ORDINALS

_A_YEAR = 1900
"""As what a share is of, a number that is a year."""


def shares_of_one(text: str) -> Iterator[tuple[Span, Fraction]]:
    """Each share of one in so many, with the words for those it is of."""
    for match in _ONE_IN.finditer(text):
        of = numbers_in(match["of"])[0].value
        if 1 < of < _A_YEAR:  # not "one in one force", "the last one left in 2015"
            yield match.span(), of
    for match in _EVERY_NTH.finditer(text):
        yield match.span(), Fraction(_ORDINALS[match["of"].casefold()])


def is_of_the_next_sentence(passage: Passage, at: int) -> bool:
    """Whether a sentence is but a share, and the next one says what it is of."""
    start, end = passage.sentence_bounds(at)
    is_alone = _BUT_A_SHARE.fullmatch(passage.text, start, end)
    return bool(is_alone and THAT_IS.match(passage.text, end))


_ONE_IN = compiled(
    rf"(?<![\w-])one\s+(?:(?!(?:in|of|and|or|out)\b)[\w’'-]+\s+){{1,3}}(?:in|out\s+of)\s+(?:every\s+|each\s+)?(?P<of>{NUMBER})(?![\w/-]|\s+(?:years?|months|weeks|days)\b)"
)
"""A share with what it is of inside: "one victim in five"."""
_ORDINALS = {"third": 3, "fourth": 4, **ORDINALS, "twentieth": 20}
_EVERY_NTH = compiled(
    rf"\bevery\s+(?P<of>{'|'.join(_ORDINALS)})(?=\s+(?:(?!(?:year|month|week|day)s?\b)[\w’'-]+\s+)?{COUNTED}\b)"
)
"""A share as a step through all: "every eighth offence"; not "every third year"."""
_BUT_A_SHARE = compiled(
    rf"\W*(?:(?:about|around|roughly|nearly|almost|just\s+(?:over|under)|over|more\s+than)\s+)?(?:{NUMBER}\s+(?:in|out\s+of)\s+(?:every\s+)?{NUMBER}|{NUMBER}\s?(?:%|per\s?cent))\W*"
)
THAT_IS = compiled(
    r"\W*(?:(?:that|this|it)(?:[’']s|\s+(?:is|was)))\s+(?:(?:roughly|about|exactly)\s+)?(?:the\s+(?:share|proportion|fraction|rate|ratio)\s+of|how\s+many\s+of|(?-i:[A-Z])[\w-]*[’']s\s+(?:share|part|portion|proportion|slice))\s"
)
"""What says that the sentence before is a share: "That is how many of the offences"."""
