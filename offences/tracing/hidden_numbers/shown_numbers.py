"""Released numbers of parts in short: "fourteen on 25", "a dozen at ten", "Kik’s seven"."""

from collections.abc import Collection, Mapping, Sequence

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.ages import OLDEST
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.declined import DECLINES
from offences.tracing.hidden_numbers.hidden import Categories
from offences.tracing.hidden_numbers.phrases import Span, clause_around
from offences.tracing.hidden_numbers.plain_sentences import COMPARES
from offences.tracing.hidden_numbers.quantities import NARROWS

type Shown = Mapping[Categories, Collection[int]]


def is_shown_number(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]], shown: Shown
) -> bool:
    """Whether it is a shown age with its released number, or one that is said not to be split."""
    if figure.value != int(figure.value):
        return False
    return _is_with_its_age(passage, figure, shown) or _is_not_split(passage, figure, named, shown)


def _is_with_its_age(passage: Passage, figure: Candidate, shown: Shown) -> bool:
    """Whether a number stands right before or behind its age: "26 at eleven", "fourteen on 25"."""
    text, value = passage.text, int(figure.value)
    first, last = passage.sentence_bounds(figure.start)
    for number in passage.numbers_between(first, last):
        if number.value != int(number.value):
            continue
        other = int(number.value)
        if figure.end < number.start:
            link, left, right = text[figure.end : number.start], value, other
        elif number.end < figure.start:
            link, left, right = text[number.end : figure.start], other, value
        else:
            continue
        if not _ENDS.match(text, max(number.end, figure.end)):
            continue
        if _AT.fullmatch(link) and _is_of_age(left, right, shown):
            return True
        if _ON.fullmatch(link) and _is_of_age(right, left, shown):
            return True
    return False


def _is_of_age(number: int, age: int, shown: Shown) -> bool:
    if not 0 < age <= OLDEST:
        return False
    return number in shown.get(frozenset({age_category(age)}), ())


def _is_not_split(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]], shown: Shown
) -> bool:
    """Whether it is the whole of a shown part: "Kik’s seven are not split into girls and boys"."""
    text = passage.text
    own = [m for m in named if _ITS.fullmatch(text, m.end, figure.start)] or [
        m for m in named if _ITS.fullmatch(text, m.end - 2, figure.start)
    ]
    if not own or not _NOT_SPLIT.match(text, figure.end):
        return False
    return int(figure.value) in shown.get(frozenset({own[-1].slot}), ())


def own_clause(passage: Passage, figure: Candidate) -> Span | None:
    """The clause of a number where the rest of its sentence says that another is not given.

    "Girls (85) are printed; those for boys are not". Nothing is compared, nor in the next sentence.
    """
    bounds = passage.sentence_bounds(figure.start)
    first, last = clause_around(passage, (figure.start, figure.end))
    rest = f"{passage.text[bounds[0] : first]} {passage.text[last : bounds[1]]}"
    after = passage.text[bounds[1] : passage.with_sentence_after(figure.start)[1]]
    words = _AT_A_LEVEL.sub(" ", f"{passage.text[slice(*bounds)]} {after}")
    is_declined = DECLINES.search(rest) or _NOT_HERE.search(rest)
    is_compared = COMPARES.search(words) or NARROWS.search(words)
    return (first, last) if is_declined and not is_compared else None


_AT_A_LEVEL = compiled(r"\b(?:UK|national|regional|county|force|local|country)\s+levels?\b")
_NOT_HERE = compiled(
    r"\b(?:given|published|shown|available|released|printed)\s+only\s+(?:at|for|in)\b|\bnothing\s+(?:about|on|for)\b"
)
_AT = compiled(r"\s+(?:at|aged)\s+(?:age\s+)?")
_ON = compiled(r"\s+(?:on|with|had|has)\s+")
_ENDS = compiled(r"(?:\s+years?\s+old)?(?:\s*[.,;!?]|\s*\Z|\s+(?:and|to|but)\b)")
_ITS = compiled(r"[’']s?\s+")
_NOT_SPLIT = compiled(
    r"\s+(?:(?:are|were|is|was)(?:n[’']t|\s+not)|(?:have|has)(?:n[’']t|\s+not)\s+been|cannot\s+be)\s+"
    r"(?:split|divided|broken\s+down|separated)\b"
)
