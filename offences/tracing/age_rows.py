"""Ages that a text names by their numbers alone: "twelve (31), then fourteen (24)"."""

import re
from collections.abc import Collection, Iterator, Mapping

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden import Categories

type Shown = Mapping[Categories, Collection[int]]
_FAR = 80
"""How far behind one row of a list the next may begin."""


def bare_ages(
    text: str, ages: Collection[NamedCategory], shown: Shown
) -> Iterator[Mention[NamedCategory]]:
    """Each number that is an age, by its released number behind it or by what is said of it.

    Of a list of two such rows or more, the labels of the rows that are hidden as well.
    """
    rows = [*_found(_ROW, text, ages)]
    right = [
        label
        for label, match in rows
        if numbers_in(match["n"])[0].value in shown.get(frozenset({label.slot}), ())
    ]
    is_of_ages = right and _AGE.search(text, max(0, right[0].start - _FAR), right[0].start)
    if len(right) > 1 or is_of_ages:
        yield from right
        first, last = max(0, right[0].start - _FAR), right[-1].end + _FAR
        for label, match in _found(_HIDDEN_ROW, text, ages):
            is_hidden = not any(frozenset({c}) in shown for c in _ages_in(label.slot, ages))
            if first <= match.start() < last and is_hidden:
                yield label
    for pattern in (_WAS_THE_AGE, _IN_A_LIST):
        for label, _ in _found(pattern, text, ages):
            if all(frozenset({c}) in shown for c in _ages_in(label.slot, ages)):
                yield label


def _found(
    pattern: re.Pattern[str], text: str, ages: Collection[NamedCategory]
) -> Iterator[tuple[Mention[NamedCategory], re.Match[str]]]:
    """Each match whose first number, or range of two, is an age or a band of the release."""
    for match in pattern.finditer(text):
        last = "high" if match["high"] else "low"
        low, high = (int(numbers_in(match[n])[0].value) for n in ("low", last))
        age = NamedCategory("age", "", low, high)
        inside = _ages_in(age, ages)
        if sum(c.high - c.low + 1 for c in inside) == high - low + 1:
            yield Mention(match.start("low"), match.end(last), age), match


def _ages_in(band: NamedCategory, ages: Collection[NamedCategory]) -> list[NamedCategory]:
    """The band itself where the release has it, or all that are inside it."""
    if band in ages:
        return [band]
    return [each for each in ages if band.low <= each.low and each.high <= band.high]


_AGE = compiled(r"\bage[ds]?\b|\byear-olds?\b")
_LABEL = rf"(?<![\w/–-])(?P<low>{NUMBER})(?:(?:\s?[-–]\s?|\s+to\s+)(?P<high>{NUMBER}))?"
_NEXT = r"(?:\s*(?:\.{2,}|…|[:=|(–—])\s*|\s+-\s+|\s*[,(]?\s+(?:with|at)\s+|,\s+)"
_ROW = compiled(rf"{_LABEL}{_NEXT}(?P<n>{NUMBER})(?!\w|[-–/%])(?!\s+(?:to|in|and|or|out)\b)")
_HIDDEN_ROW = compiled(
    rf"{_LABEL}(?:{_NEXT}|\s+)(?=(?:is\s+|are\s+)?(?:not\s+(?:shown|given|published|released)|withheld|hidden|suppressed"
    rf"|\[\w\]|[*†‡–—](?=\s|$)|{NUMBER}\s?(?:to|[-–])\s?{NUMBER}))"
)
_WAS_THE_AGE = compiled(
    rf"{_LABEL}\s+(?:was|is)\s+the\s+(?:"
    r"(?:(?:peak|top|youngest|oldest|commonest|most\s+common|likeliest|worst)\s+(?:\w+\s+)?)?age\b"
    r"(?!\s+(?:\w+\s+)?(?:limit|rating))"
    r"|(?:highest|peak|top|commonest)\s+(?:\w+\s+)?of\s+(?:all\s+)?(?:the\s+)?ages\b)"
)
_IN_A_LIST = compiled(
    rf"(?<![\w/–-])(?P<low>{NUMBER})(?P<high>(?!))?-?(?=(?:,\s+{NUMBER}-?){{0,6}},?\s+(?:and|or)\s+{NUMBER}[\s-]years?[\s-]olds?\b)"
)
