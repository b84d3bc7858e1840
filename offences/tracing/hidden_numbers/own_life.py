"""Numbers of a speaker’s own life: their children; no victims.

The words of the sentence, and of the next one, must leave no doubt of it.
"""

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.harm import were_harmed
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES
from offences.tracing.hidden_numbers.own_children import are_in_the_figures

_NEAR = 300
"""How far before a number the words may be that say whose it is."""


def is_of_own_life(passage: Passage, figure: Candidate) -> bool:
    """Whether it counts the children of who speaks: "my two, who are ten and 16"."""
    text = passage.text
    before = text[max(0, figure.start - _NEAR) : figure.start]
    is_of_mine = _MY.search(before) and _MY_OWN.match(text, figure.end)
    return bool(
        (is_of_mine and not were_harmed(passage, figure.end))
        or (_I_HAVE.search(before) and _is_of_own_children(passage, figure))
    )


def _is_of_own_children(passage: Passage, figure: Candidate) -> bool:
    """Whether it is of children whom a parent has, and of nothing that befell them."""
    said = _OWN_CHILDREN.match(passage.text, figure.end)
    if said is None:
        return False
    _, last = passage.sentence_bounds(figure.start)
    rest, after = passage.text[said.end() : last], (last, passage.with_sentence_after(last - 1)[1])
    is_of_data = _DATA.search(rest)
    many = any(n.value > _OLDEST for n in passage.numbers_between(figure.end, last))
    is_told = _says_more_of_them(passage, after) or were_harmed(passage, figure.end)
    is_told = is_told or are_in_the_figures(passage, said.end())
    return not (is_of_data or many or is_told)


def _says_more_of_them(passage: Passage, bounds: tuple[int, int]) -> bool:
    """Whether a sentence says of those of the one before that they are in the data."""
    text = passage.text
    points = _GOES_ON.match(text, *bounds) or _POINTS.search(text, *bounds)
    many = any(n.value > _OLDEST for n in passage.numbers_between(*bounds))
    return bool(points and (many or _DATA.search(text, *bounds)))


_OLDEST = 18
"""No number above it is a child's age."""
_GOES_ON = compiled(
    r"\W*(?:(?:and|but)\s+)?(?:all|both|each|every|they|them|these|those|that|this|it|most|some|none|half|of|on|via|from"
    rf"|through|by|aged?|{NUMBER})\b"
)
"""A sentence that says more of what the one before counted: "All were on Kik"."""
_DATA = compiled(
    rf"{OF_OFFENCES.pattern}"
    r"|\b(?:figures?|numbers?|lists?|tables?|records?|totals?|police|officers?|detectives?|courts?)\b"
)
_I_HAVE = compiled(
    r"(?:\A|[.!?:,;–—\n]|\b(?:and|but|as|because))\s*[\"“‘]?I(?:\s+have|[’']ve(?:\s+got)?)\s+\Z"
    r"|\b(?:who|s?he)(?:\s+has|[’']s\s+got)\s+\Z"
)
_OWN_CHILDREN = compiled(
    r"\s+(?:young\s+|small\s+)?(?:boys|girls|kids|children|sons|daughters|grand\w+)(?=[,.;!?]|\s+(?:of\s+my|myself|at\s+(?:home|school)|and)\b"
    r"|\s+at\s+(?:(?-i:[A-Z])[\w’'-]+\s+){1,4}?(?:schools?|primary|academy|college|high|juniors?|infants?)\b)"
    rf"(?![^.;]*(?:{OF_OFFENCES.pattern}|\b(?:cases?|figures?|caseload|books|records?|courts?|waiting|here)\b))"
)
_POINTS = compiled(
    r"\b(?:both|all|each|every|either|neither|none|they|them|these|those|whom|my|our)\b"
)
_MY = compiled(r"\bmy\s+\Z")
_MY_OWN = compiled(r",?\s+(?:who\s+)?(?:are|were|have|do|don[’']t)\b")
"""One's own children: "my two, who are ten and 16"."""
