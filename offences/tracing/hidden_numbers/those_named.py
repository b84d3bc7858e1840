"""A number that points at parts just named by how many they are: "those two are hidden"."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.hidden import Categories
from offences.tracing.hidden_numbers.nouns import HIDING
from offences.tracing.hidden_numbers.phrases import NEAR, head_led


def is_of_those_named(
    passage: Passage,
    figure: Candidate,
    named: Sequence[Mention[NamedCategory]],
    told: Collection[int],
) -> bool:
    """Whether "those two" are the parts just named, whose figures are spoken of; none released."""
    text, many = passage.text, int(figure.value)
    first, last = passage.sentence_bounds(figure.start)
    first, last = max(first, figure.start - NEAR), min(last, figure.end + NEAR)
    if not _THOSE.search(text, first, figure.start) or not _OF_FIGURES.search(text, first, last):
        return False
    if _OF_PERSONS.search(text, first, last) or not _GOES_ON.match(text, figure.end):
        return False  # "those two go to her school and are not to be published"
    comma = text.find(",", figure.end, last)
    if head_led(text, figure.end) or within(named, (figure.end, last if comma < 0 else comma)):
        return False
    earlier = passage.with_sentence_before(figure.start)[0]
    earlier = max(earlier, first - NEAR)
    spans = ((first, figure.start), (earlier, first))
    own, before = ([m.slot for m in within(named, span)] for span in spans)
    counted = {len({*own[-many:]}), len({*own})}
    start = first if many in counted else earlier
    if any(n.value in told for n in passage.numbers_between(start, figure.start)):
        return False  # "41 were Snapchat and Kik. They aren’t public, so don’t print the two"
    return 1 < many in counted | {len({*before})}


def is_one_more_hidden_age(
    passage: Passage,
    figure: Candidate,
    named: Sequence[Mention[NamedCategory]],
    hidden: Collection[Categories],
) -> bool:
    """Whether it is one more hidden age: "The nines are hidden. Sixteen is also hidden".

    Not "Kik is hidden. So is three", nor any number that is no hidden age.
    """
    text, at = passage.text, figure.start
    whole = figure.value == int(figure.value)
    if not whole or frozenset({age_category(int(figure.value))}) not in hidden:
        return False
    first, _ = passage.with_sentence_before(at)
    near = within(named, (first, at))
    is_too = _IS_HIDDEN_TOO.match(text, figure.end) is not None
    return is_too and {m.slot.kind for m in near} == {"age"}


def is_of_a_ratio_of_shown_parts(
    passage: Passage,
    figure: Candidate,
    named: Sequence[Mention[NamedCategory]],
    shown: Mapping[Categories, Collection[int]],
) -> bool:
    """Whether it is in a ratio of two shown parts: "outnumbered four to one by girls".

    Nothing else may be named there or in the sentence before, of which they may be a part.
    """
    text, (first, last) = passage.text, passage.sentence_bounds(figure.start)
    ratio = next((m for m in _TO_ONE.finditer(text, first, last) if m.end() >= figure.end), None)
    if ratio is None or figure.start < ratio.start():
        return False
    if _AT_AN_AGE.search(text, first, last):
        return False  # "at 13 the girls outnumber the boys by 16 to three"
    parts = {m.slot for m in within(named, (passage.with_sentence_before(first)[0], last))}
    numbers = [min(shown.get(frozenset({c}), (0,))) for c in parts]
    if len(numbers) != 2 or not all(numbers):
        return False
    exact = Fraction(max(numbers), min(numbers))
    ends = {"over": (floor(exact),), "nearly": (ceil(exact),)}
    side = next((name for name in ends if ratio[name]), "")
    more, to = (numbers_in(ratio[n])[0].value for n in ("n", "to"))
    if to == 1:
        return more in ends.get(side, (round(exact),))
    return to > 1 and abs(more / to - exact) <= _NEAR_ENOUGH


_TO_ONE = compiled(
    r"(?:(?P<over>more\s+than|over|better\s+than)\s+|(?P<nearly>nearly|almost|just\s+under)\s+|(?:about|around|roughly|some)\s+)?"
    rf"(?P<n>{NUMBER})(?:\s+|-)to(?:\s+|-)(?P<to>{NUMBER})\b(?!%|\s*per\b)"
)
_AT_AN_AGE = compiled(
    rf"\b(?:at|among|for|of|those)\s+(?:the\s+)?(?:age\s+of\s+)?{NUMBER}(?!\s*(?:%|to\b|per\b|offences|cases|crimes|of\b|\d))[\s,]"
)
_NEAR_ENOUGH = Fraction(1, 8)
_THOSE = compiled(r"\b(?:those|these|(?:(?:each|all|both)\s+of\s+)?the)\s+\Z")
_OF_FIGURES = compiled(
    rf"{HIDING.pattern}|\b(?:publish|print|releas|withh[eo]ld|hid|hides?|overlap)\w*\b|\bgive\s+you\b"
    r"|\bkeeps?\b[^.;]*\bback\b"
)
_GOES_ON = compiled(
    rf"\s*(?:[.,;:!?)—–]|\Z|back\b|(?:(?!\b(?:and|so|as|because|since|hence|who)\b)[^.,;]){{0,40}}?(?:{_OF_FIGURES.pattern}))"
)
"""What "those two" are subject of, or their end: no "those two play here and it is hidden"."""
_OF_PERSONS = compiled(
    r"\b(?:child(?:ren)?|girls?|boys?|kids?|twins|pair|brothers?|sisters?|siblings|cousins|friends|lambs|mothers?|parents?|famil\w+|schools?|class(?:es)?|street"
    r"|(?:live|lived|want|wanted|wish|know|knew|go|went|came|suffer\w*|ask|asked|beg|begged|hurt)|poor|dears?|souls?|names?|named|identit\w+|victims?|neighbours?|details|taught|teach|met|he|she|her|him|his)\b"
)
"""Words of persons: those two are children, each of a part."""
_IS_HIDDEN_TOO = compiled(
    r"\s+is\s+(?:likewise|also|too|equally|similarly)\s+(?:hidden|withheld|suppressed|blank|missing|left\s+out|held\s+back)\s*[.;!]"
)
