"""Ages that a text names by their numbers alone: "twelve (31), then fourteen (24)"."""

import re
from collections.abc import Collection, Iterator, Mapping

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.hidden import Categories

type Shown = Mapping[Categories, Collection[int]]
_FAR = 80
"""How far from a row with its released number those of its list may stand."""


def rows_of_ages(
    text: str, ages: Collection[NamedCategory], shown: Shown
) -> tuple[list[Mention[NamedCategory]], set[int]]:
    """The labels of a list of ages, known by released numbers, and where its numbers begin.

    Those of its hidden rows as well.
    """
    rows = [*_found(_ROW, text, ages)]
    pairs = [
        (label, match)
        for label, match in (*rows, *_found(_WERE, text, ages))
        if match["n"] and numbers_in(match["n"])[0].value in shown.get(frozenset({label.slot}), ())
    ]
    right, counts = [label for label, _ in pairs], {match.start("n") for _, match in pairs}
    is_of_ages = right and _AGE.search(text, max(0, right[0].start - _FAR), right[0].start)
    is_band = any(label.slot.low < label.slot.high for label in right)
    if not (len(right) > 1 or is_of_ages or is_band):
        return [], set()
    first, last = right[0].start - _FAR, right[-1].end + _FAR
    near = [
        (label, match)
        for label, match in (*rows, *_found(_AT, text, ages))
        if first <= label.start < last and label.start not in counts
    ]
    hidden = [
        label
        for label, _ in near
        if not any(frozenset({c}) in shown for c in _ages_in(label.slot, ages))
    ]
    return [*right, *hidden], {match.start("n") for _, match in near if match["n"]}


def bare_ages(
    text: str, ages: Collection[NamedCategory], shown: Shown
) -> Iterator[Mention[NamedCategory]]:
    """Each number that is a released age by what is said of it: "thirteen was the peak age"."""
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
_NEXT = r"(?:\s*(?:\.{2,}|…|[:=(–—])\s*|\s+-\s+|\s*[,(]?\s+(?:with|at)\s+|,\s+|(?<=[a-z])\s(?=\d))"
_MARK = (
    r"(?:is\s+|are\s+)?(?:not\s+(?:shown|given|published|released)|withheld|hidden|suppressed"
    r"|no(?:ne)?\b|nil\b|a\b|an\b|\[\w\]|[*†‡–—](?=\s|$))"
)
_ROW = compiled(
    rf"{_LABEL}(?:(?:{_NEXT}|\s+(?:had|has|was|were|is|are)\s+)[\"“‘<≤]?(?:(?:just|only|about|exactly|around|fewer\s+than)\s+)?"
    rf"(?P<n>{NUMBER})(?!\w|[-–/%])(?!\s+(?:to|in|out)\b)"
    rf"|(?:{_NEXT}|\s+)(?={_MARK}|{NUMBER}\s?(?:to|[-–])\s?{NUMBER}))"
)
_WERE = compiled(
    rf"(?<![\w/–-])(?P<n>{NUMBER})\s[^.,;:\d]{{0,60}}?\b(?:was|were|at)\s+(?:aged?\s+)?(?P<low>{NUMBER})(?:\s+(?:or|to)\s+(?P<high>{NUMBER}))?"
    r"(?=\s*(?:[.,;]|\band\b))"
)
_AT = compiled(
    rf"\bat\s+(?P<low>{NUMBER})(?:\s+(?:or|to)\s+(?P<high>{NUMBER}))?(?P<n>(?!))?"
    r"(?=\s*(?:[.,;]|\b(?:and|there|the|it)\b))"
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
