"""Shares as a newspaper rounds them: "just under nine per cent", of 18 in 206."""

from collections.abc import Iterable
from fractions import Fraction

from offences.tracing.binding.statement import Statement
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import numbers_in
from offences.tracing.finding.vocabulary import compiled

_PERCENT = Fraction(1, 100)
_ROUND = 20
"""From it on, a number without units is a round one."""
_SIDES: dict[str, tuple[int, int]] = {
    "over": (0, 1),
    "at_least": (0, 1),
    "under": (-1, 0),
    "at_most": (-1, 0),
    "near": (-1, 0),
    "about": (-1, 1),
}
"""On which sides of what is said the exact share may be."""


def is_rounded_share(
    text: str, figure: Candidate, numbers: Iterable[int], wholes: Iterable[int]
) -> bool:
    """Whether a share is what one of these numbers is of a whole, as closely as it is written."""
    if figure.kind == "fraction":
        said = figure.value / figure.of
        step = min(said / 5, _PERCENT * 5 / 2)
        far = _PERCENT * 10 if said == Fraction(1, 2) else step  # "more than half", of 59 per cent
    else:
        written = numbers_in(text[figure.start : figure.end])
        said = figure.value / 100
        step = far = _PERCENT / 10 ** (written[0].decimals if written else 0)
    low, high = _SIDES.get(figure.modifier, (0, 0))
    if figure.modifier in _SIDES:
        ends = said + low * far, said + high * far
    else:
        ends = said - step / 2, said + step / 2
    shares = (Fraction(n, whole) for n in numbers for whole in wholes if n < whole)
    return any(ends[0] <= each <= ends[1] for each in shares)


def is_rounded_count(figure: Candidate, numbers: Iterable[int]) -> bool:
    """Whether it is a round number near one of these: "more than a hundred", of 103."""
    said = figure.value
    if figure.modifier not in _SIDES or said < _ROUND or said % 10:
        return False
    low, high = _SIDES[figure.modifier]
    return any(said + low * said / 10 <= each <= said + high * said / 10 for each in numbers)


def is_share_of_number_before(statement: Statement) -> bool:
    """Whether it is what a number just given is of a whole of its body: "41. That is 8%"."""
    passage, figure = statement.passage, statement.figure
    if not _IT.search(passage.text, passage.sentence_bounds(figure.start)[0], figure.start):
        return False  # "England had 41. About a tenth were in the marshes"
    start, _ = passage.with_sentence_before(figure.start)
    numbers = passage.numbers_between(start, figure.start)
    counts = (c for each in statement.evidence for c in each.counts)
    wholes = [c.value for c in counts if not c.categories]
    written = [int(n.value) for n in numbers if not _PER_CENT.match(passage.text, n.end)]
    return is_rounded_share(passage.text, figure, written, wholes)


_IT = compiled(r"\b(?:it|that|this|they|these|which)\b")
_PER_CENT = compiled(r"\s?(?:%|per\s?cent\b|percent\b)")
