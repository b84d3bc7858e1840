"""Hidden ages in a sentence of numbers and plain words: "Eight: two.".

And "Eight and nine tied". Nothing in it says what is counted, so that a number that is a hidden
age is that age.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, Number
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.age_rows import Shown
from offences.tracing.hidden_numbers.bare_numbers import WORD, names_things
from offences.tracing.hidden_numbers.phrases import Span
from offences.tracing.hidden_numbers.plain_sentences import (
    COMPARES,
    are_plain,
    leads_persons,
    says_who_they_are,
)
from offences.tracing.hidden_numbers.shares_in_words import THAT_IS

_FEW = 10
"""A number that is said of a hidden age, or what it lacks of another, is below it."""


def ages_alone(
    text: str, hidden: Collection[NamedCategory], shown: Shown, places: Collection[str]
) -> Iterator[Mention[NamedCategory]]:
    """Each number that is a hidden age, beside another one or a word that compares."""
    ages = {each.low for each in hidden if each.low == each.high}
    if not ages:
        return
    passage = Passage(text)
    parts = [m.span() for m in _PART_OF.finditer(text)]
    found = [
        n
        for n in passage.numbers
        if n.value in ages
        and not (_is_joined(text, n) or any(n.start in range(*each) for each in parts))
    ]
    for number in found:
        for bounds in _around(passage, number):
            beside = passage.numbers_between(*bounds)
            is_compared = _IS_LOWER.match(text, number.end)  # "eleven is low but ten is lower"
            if not is_compared and _is_of_a_shown_age(beside, number, shown):
                break
            if _says_a_number(passage, bounds, number, places):
                yield Mention(number.start, number.end, age_category(int(number.value)))
                break


def _is_of_a_shown_age(beside: Sequence[Number], number: Number, shown: Shown) -> bool:
    """Whether it is the released number of an age beside it: "Ten had eight"."""
    return any(
        number.value in shown.get(frozenset({age_category(int(n.value))}), ())
        for n in beside
        if n != number and n.is_whole
    )


def _around(passage: Passage, number: Number) -> Iterator[Span]:
    """The quotation, the sentence, and the sentence with the next one, that a number is in."""
    first, last = passage.sentence_bounds(number.start)
    quoted = _QUOTED.finditer(passage.text, first - 1, last + 1)
    yield from (m.span("said") for m in quoted if number.start in range(*m.span()))
    yield first, last
    after = passage.with_sentence_after(number.start)[1]
    if "\n\n" not in passage.text[first:after].strip():
        yield first, after


def _says_a_number(passage: Passage, bounds: Span, age: Number, places: Collection[str]) -> bool:
    """Whether nothing stands there but numbers, places and words that say of none what it is."""
    text, (first, last) = passage.text, bounds
    others = [n for n in passage.numbers_between(first, last) if n != age]
    is_few = any(n.value < _FEW and not _is_joined(text, n) for n in others)
    rest = _OF_THE_AGES.sub(" ", text[first:last])
    is_of_persons = says_who_they_are(rest) and not leads_persons(text, age)
    is_told = is_of_persons or COMPARES.search(rest) is not None
    if not (is_few or is_told) or not are_plain(rest, places, with_persons=is_told):
        return False
    return not names_things(passage, first)


def words_of(names: Collection[str]) -> set[str]:
    """The words of the names of places, as they stand in a text."""
    return {*chain.from_iterable(map(WORD.findall, names))} | {"Police", "Q", "A"}


def _is_joined(text: str, number: Number) -> bool:
    """Whether it is part of a time, a date, a score or a year: "8:30", "3-2", "2016/17"."""
    before, after = text[: number.start][-2:], text[number.end : number.end + 2]
    return bool(_JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after))


_OF_THE_AGES = compiled(
    r"\b(?:of|among)\s+(?:all\s+)?(?:the|those)\s+ages\b[^,.;:\d]{0,60},|\bis\s+among\s+(?=the\b)"
)
"""What says that the numbers behind it are ages, and of none how many it has."""
_IS_LOWER = compiled(
    r"(?:-year-olds)?\s+(?:is|are|was|were|has|had|comes?|came)\s+(?:(?:even|still|yet|one|far|much|a\s+little)\s+)?(?:lower|fewer|less|higher|more|smaller|bigger)\b"
)
_QUOTED = re.compile(r"[\"“](?P<said>[^\"“”\n]{1,80})[\"”]")
_PART_OF = compiled(
    rf"\b{NUMBER}\s+(?:in|out\s+of)\s+(?:every\s+)?{NUMBER}(?:\s+(?:was|were|is|are)\s+(?:against\s+)?(?:an?\s+)?(?:girls?|boys?)\b|(?=\.{THAT_IS.pattern}))"
    rf"|(?:\A|(?<=[.!?]\s))all\s+{NUMBER}\s+(?:together|combined)\b(?=[^.;!?\n]{{0,60}}?\b\d[\d,]+)"
)
"""A share or a whole, and no age: "one in seven was a boy", "all nine together came to 1,260"."""
_JOINED_BEFORE = re.compile(r"[\w£$€#/–-]\Z|\d[:.,]\Z")
_JOINED_AFTER = re.compile(r"[\w%/–-]|[:.,]\d|\s%")
