"""Ages and bands that a text names by the labels of a table, and thresholds that are none."""

import re
from collections.abc import Container, Iterable, Iterator

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled


def ages_by_label(
    text: str, labels: re.Pattern[str] | None, single: Container[int]
) -> Iterator[Mention[NamedCategory]]:
    """The bands and ages of a table by its labels alone: "the bands 0 to 5 and 6 to 10"."""
    for match in labels.finditer(text) if labels else ():
        if _OF_AN_AGE.search(text, max(0, match.start() - 120), match.start()) or (
            _IN_A_TABLE.match(text, match.end())
            and text.rfind("\n", 0, match.start()) + 3 > match.start()
        ):
            low, high = (int(n) for n in re.findall(r"\d+", match[0]))
            yield Mention(*match.span(), NamedCategory("age", "", low, high))
    for match in _LISTED.finditer(text):
        start = match.start("list")
        listed = numbers_in(match["list"])
        if all(each.is_whole and int(each.value) in single for each in listed):
            for each in listed:
                age = NamedCategory("age", "", int(each.value), int(each.value))
                yield Mention(start + each.start, start + each.end, age)


def labels_of(groups: Iterable[tuple[int, int]]) -> re.Pattern[str] | None:
    bands = "|".join(rf"{a}(?:\s?[-–]\s?|\s+to\s+){b}" for a, b in sorted(groups) if a < b)
    return compiled(rf"(?<![\w/.,-])(?:{bands})(?![\w/%-]|[.,]\d)") if bands else None


_OF_AN_AGE = compiled(r"\b(?:ages?|aged|bands?|age\s+groups?|rows?|lines?)\b[^.;!?]*\Z")
_IN_A_TABLE = compiled(r"\s*(?:\||\t|:)")
_LISTED = compiled(
    rf"\b(?:ages?|years?)\b[^.;\d]{{0,80}}?(?:[:,–(]|\b(?:are|were))\s*(?P<list>{NUMBER}(?:,\s+{NUMBER})*,?\s+and\s+{NUMBER})"
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:are|were|is|was|have|has|carry|bear|stay|remain)\b)"
)

_BELOW = compiled(r"(?:under|below)\b")
_THRESHOLD = compiled(
    r"\b(?:totals?|numbers?|figures?|counts?|tall(?:y|ies)|cells?|it)\b[^.;:!?]{0,60}\b(?:is|are|was|were|be|stays?"
    r"|stayed|remains?|at|to)\s+(?:just\s+|well\s+)?\Z|\b(?:totals?|numbers?|figures?|counts?|cells?|anything)\s+\Z"
)


def is_threshold(text: str, match: re.Match[str]) -> bool:
    """ "The figure is below five", "numbers under five": of any age."""
    start = match.start()
    return bool(_BELOW.match(match[0]) and _THRESHOLD.search(text, max(0, start - 120), start))
