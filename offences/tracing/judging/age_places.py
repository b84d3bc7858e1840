"""The place of an age or a group of ages by its number: "the second largest age group"."""

from collections.abc import Iterator

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.ordinals import NTH, number_of
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import any_of, compiled

_GROUP = r"(?:(?:age\s+)?(?:groups?|bands?|brackets?|ranges?)|ages?)\b"
_LARGEST = any_of(
    *("largest", "biggest", "highest", "(?:hardest|worst)[\\s‐‑-]hit", "commonest"),
    "most[\\s‐‑-](?:common|affected|targeted|frequent|hit)",
)
_COMMON = compiled(r"common")
_STOPS = r"(?=\s*(?:[.,;:!?)]|\Z))"
_WAS = (
    r"(?:was|were|is|are|came|comes?|made\s+up|ma[dk]es?\s+up|formed|rank(?:s|ed)?|stood|stands?)"
)
_THE = r"(?:(?:the|its|their|our|(?-i:[A-Z])[\w-]+[’']s?)\s+)?"
# "The 14 to 15s were the second largest age group", "the age group 14 to 15 was the third largest"
_IS_NTH = compiled(
    rf"(?:\s+(?:age\s+)?(?:group|band|bracket|range))?,?\s+{_WAS}\s+(?:by\s+far\s+)?{_THE}(?:(?P<nth>{NTH})[\s‐‑-]+)?(?P<largest>{_LARGEST})"
    rf"(?:\s+(?:of\s+(?:all\s+)?(?:the\s+)?)?(?:\w+\s+)?{_GROUP}|{_STOPS})"
)
# "The second largest age group in Kent was 12 to 13"
_NTH_IS = compiled(
    rf"\b{_THE}(?P<nth>{NTH})[\s‐‑-]+{_LARGEST}\s+{_GROUP}(?:[^.;:\d]|\d{{4}}/\d\d){{0,40}}?(?:\b(?:was|were|is|are)|:)\s+"
    r"(?:(?:that\s+of|those|children|the|aged|of)\s+)*\Z"
)
# "In the league of victims' ages, 13-year-olds come first"
_LEAGUE = compiled(
    r"\b(?:league|order|ranking|table|list)s?\s+(?:table\s+)?(?:of|by)\s+(?:[\w’']+\s+){0,2}?ages?\b|\bby\s+age\b"
)
_IN_LEAGUE = compiled(
    rf",?\s+{_WAS}\s+(?:in\s+)?(?P<nth>first|top|{NTH})(?:\s+(?:place|by\s+age))?"
    rf"(?:{_STOPS}|\s+(?:in|on|for|across|here|locally|nationally)\b)"
)


def places_of_age(age: Span, passage: Passage) -> Iterator[tuple[Span, int]]:
    """The places that an age is given among the ages, with where the words for them stand."""
    text, (start, end) = passage.text, passage.sentence_bounds(age[0])
    if match := _IS_NTH.match(text[:end], age[1]):
        name = "nth" if match["nth"] else "largest"
        if match["nth"] or not _COMMON.search(match["largest"]):  # of which a figure speaks
            yield match.span(name), number_of(match["nth"] or "first")
    is_league = _LEAGUE.search(text, start, end)
    if is_league and (match := _IN_LEAGUE.match(text[:end], age[1])):
        yield match.span("nth"), number_of(match["nth"])
    if match := _NTH_IS.search(text[start : age[0]]):
        place = start + match.start("nth"), start + match.end("nth")
        yield place, number_of(match["nth"])
