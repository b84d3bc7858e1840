"""Ages and bands that a text names by the labels of a table, and thresholds that are none."""

import re
from collections.abc import Callable, Container, Iterable, Iterator

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled, words_before


def ages_by_label(
    text: str, labels: re.Pattern[str] | None, single: Container[int]
) -> Iterator[Mention[NamedCategory]]:
    """The bands and ages of a table by its labels alone: "the bands 0 to 5 and 6 to 10"."""
    for match in labels.finditer(text) if labels else ():
        if _OF_AN_AGE.search(words_before(text, match.start())) or (
            _IN_A_TABLE.match(text, match.end())
            and text.rfind("\n", 0, match.start()) + 3 > match.start()
        ):
            low, high = (int(n) for n in re.findall(r"\d+", match[0]))
            yield Mention(*match.span(), age_category(low, high))
    for match in _NUMBER_FOR.finditer(text):
        years = numbers_in(match["age"])[0].value
        if years in single:
            yield Mention(*match.span("age"), age_category(int(years)))
    for match in (*_LISTED.finditer(text), *_TOGETHER.finditer(text), *_BIGGEST.finditer(text)):
        group = "last" if match.groupdict().get("last") else "list"
        start = match.start(group)
        listed = numbers_in(match[group])
        if all(each.value in single for each in listed):
            for each in listed:
                age = age_category(int(each.value))
                yield Mention(start + each.start, start + each.end, age)


def labels_of(groups: Iterable[tuple[int, int]]) -> re.Pattern[str] | None:
    bands = "|".join(rf"{a}(?:\s?[-–]\s?|\s+to\s+){b}" for a, b in sorted(groups) if a < b)
    return compiled(rf"(?<![\w/.,-])(?:{bands})(?![\w/%-]|[.,]\d)") if bands else None


def plurals_of(
    names: Iterable[str], brands: Container[str]
) -> Callable[[str], Iterator[tuple[int, int, str]]]:
    """Where a text names the parts in the plural: "three rapes", "sexual assaults on children".

    Of a name, its head alone will do: "rapes" are the part "rape of a child".
    """
    heads: dict[str, set[str]] = {}
    for name in names:
        if name not in brands and name[-1:].isalpha():
            head, *rest = _BEHIND.split(name)
            for one in {name, head} if rest else {name}:
                heads.setdefault(one.casefold(), set()).add(name)
    one_of = {form: min(of) for head, of in heads.items() if len(of) == 1 for form in _forms(head)}
    listed = sorted(one_of, key=len, reverse=True)
    words = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in listed)
    pattern = compiled(rf"\b(?:{words})\b") if words else None

    def find(text: str) -> Iterator[tuple[int, int, str]]:
        for match in pattern.finditer(text) if pattern else ():
            yield *match.span(), one_of[" ".join(match[0].casefold().split())]

    return find


def _forms(name: str) -> Iterator[str]:
    """A name in its singular and plural: "rape of a child", "rapes of a child"."""
    head, *rest = _BEHIND.split(name)
    if head.endswith("s"):
        yield name
        others = [f"{head}es" if head.endswith("ss") else head[:-1]]
    else:
        others = [f"{head[:-1]}ies" if re.search(r"[^aeiou]y$", head) else f"{head}s"]
    yield from ("".join((each, *rest)) for each in others)


_BEHIND = re.compile(r"(?=\s+(?:with|of|against|following|towards|on)\s)")
_OF_AN_AGE = compiled(r"\b(?:ages?|aged|bands?|age\s+groups?|rows?|lines?)\b[^.;!?]*\Z")
_IN_A_TABLE = compiled(r"\s*(?:\||\t|:)")
_LISTED = compiled(
    rf"\b(?:ages?|years?)\b[^.;\d]{{0,80}}?(?:[:,–(]|\b(?:are|were|namely))\s*(?:namely\s+)?(?P<list>{NUMBER}(?:,\s+{NUMBER})*,?\s+and\s+{NUMBER})"
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:are|were|is|was|have|has|carry|bear|stay|remain)\b)"
)
# "The figure for nine is four", "the one for eight"
_NUMBER_FOR = compiled(
    rf"\b(?:figure|number|count|total|row|entry|line|cell|one|blank|gap)\s+(?:for|at|against|beside)\s+(?:age\s+)?(?P<age>{NUMBER})"
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:is|was|are|were|has|had|comes?|came|stands?|should|in)\b)"
)
# "Nine and ten together: five", "ten is the biggest"
_TOGETHER = compiled(
    rf"(?:(?m:^)[\s|*•–-]*|\bages?\b[^;]{{0,200}}?[.:,–—-]\s+|[.:;,]\s+)\b(?P<list>{NUMBER}(?:,\s+{NUMBER}){{0,5}},?\s*(?:\b(?:and|plus)\b|[+&])\s*{NUMBER})"
    r"(?=,?\s*\(?(?:(?:added|put|taken|counted|lumped)\s+)?(?:together|combined|jointly|as\s+one)\b|,?\s+between\s+them\b)"
)
_MOST = (
    r"(?:biggest|largest|smallest|highest|lowest|greatest|fewest|commonest|rarest|most|least|worst|bigger|larger"
    r"|smaller|higher|lower|greater)\b"
)
_BIGGEST = compiled(
    rf"\bage[sd]?\b[^.;]{{0,200}}?\b(?P<list>{NUMBER})(?=\s+(?:is|was|has|had|comes?|came|being|makes?|made)\s+(?:\w+\s+){{0,2}}?the\s+{_MOST})"
    rf"|\bage[sd]?\b[^.;]{{0,200}}?\bthe\s+{_MOST}[^.;\d]{{0,40}}?\b(?:is|was|being|at)\s+(?P<last>{NUMBER})(?=\s*(?:[.,;:!?)]|$))"
)

_BELOW = compiled(r"(?:under|below)\b")
_THRESHOLD = compiled(
    r"\b(?:totals?|numbers?|figures?|counts?|tall(?:y|ies)|cells?|it)\b[^.;:!?]{0,60}\b(?:is|are|was|were|be|stays?"
    r"|stayed|remains?|at|to)\s+(?:just\s+|well\s+)?\Z|\b(?:totals?|numbers?|figures?|counts?|cells?|values?|amounts?|anything)\s+\Z"
)


def is_threshold(text: str, match: re.Match[str]) -> bool:
    """Whether "below five" is a threshold for any age: "The figure is below five"."""
    before = words_before(text, match.start())
    return bool(_BELOW.match(match[0]) and _THRESHOLD.search(before))
