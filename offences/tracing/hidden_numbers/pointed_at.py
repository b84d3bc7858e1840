"""Hidden parts that a text points at: by how many they are, or by an end of the ages.

"The three apps had seven", "the nine bar of the chart", "it starts at eight", "outside that range".
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory, age_category, category_of_part
from offences.tracing.finding.ages import OLDEST
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.age_limits import ages_by_their_ends
from offences.tracing.hidden_numbers.hidden import Categories
from offences.tracing.hidden_numbers.persons_harmed import persons_harmed

type OfKind = Mapping[str, Sequence[NamedCategory]]
"""The hidden parts of each kind."""
type Shown = Mapping[Categories, Collection[int]]


def parts_pointed_at(text: str, hidden: OfKind, shown: Shown) -> Iterator[Mention[NamedCategory]]:
    """Each hidden part that is pointed at, where the words that do it stand."""
    yield from (*persons_harmed(text), *ages_by_their_ends(text))
    for match in _THE_TOP.finditer(text):
        kinds = [kind for kind, words in quantities.KINDS if words.search(match["of"] or "apps")]
        told = [of for of in shown if len(of) == 1 and min(of).kind in kinds]
        if 0 < len(told) < numbers_in(match["n"])[0].value:  # so many are not shown
            of_kinds = (each for kind in kinds for each in hidden.get(kind, ()))
            yield from (Mention(*match.span("said"), each) for each in of_kinds)
    for match in _SO_MANY.finditer(text):
        many = numbers_in(match["n"])[0].value
        kinds = [kind for kind, words in quantities.KINDS if words.search(match["of"])]
        for parts in (hidden.get(kind, ()) for kind in kinds):
            if len(parts) == many:
                yield from (Mention(*match.span("said"), each) for each in parts)
    for match in (m for p in (_BAR, _BEGINS, _SO_YOUNG) for m in p.finditer(text)):
        age = int(numbers_in(match["age"])[0].value)
        if match.groupdict().get("asked") and any(
            each.low <= age <= each.high for each in hidden.get("age", ())
        ):
            continue  # of a child of one's own: nothing is said of those in the figures
        if _AT_SCHOOL <= age <= OLDEST:  # "it began with three": no child's age
            yield Mention(*match.span("age"), age_category(age))
    for match in _BEYOND_AN_AGE.finditer(text):
        age = int(numbers_in(match["age"])[0].value)
        low, high = (0, age - 1) if match["young"] else (age + 1, OLDEST)
        if 0 < age < OLDEST:
            yield Mention(*match.span("said"), age_category(low, high))
    ages = [min(of) for of in shown if len(of) == 1 and min(of).kind == "age"]
    for match in _AT_AN_END.finditer(text):
        hidden_ages = hidden.get("age", ())
        for each in _ages_at_an_end(match, [*ages, *hidden_ages]):
            if each in hidden_ages:
                yield Mention(*match.span("said"), each)
    for match in _OUTSIDE.finditer(text):
        yield from (Mention(*match.span(), each) for each in hidden.get("age", ())[:1])


def is_of_shown_parts(
    text: str,
    mention: Mention[NamedCategory],
    named: Iterable[Mention[NamedCategory]],
    shown: Shown,
) -> bool:
    """Whether "the three ages" are released ones just named, whose sum stands behind them."""
    if _are_shown_at_an_end(text, mention, shown):
        return True
    match = _SO_MANY.match(text, mention.start)
    if match is None:
        return False
    many = int(numbers_in(match["many"])[0].value)
    start = max(text.rfind("\n\n", 0, match.start()), match.start() - _NEAR)
    near = {m.slot for m in named if start < m.start < match.start()}
    inside = [
        of for of in shown if len(of) == 1 and any(_is_inside(c, each) for c in of for each in near)
    ]
    is_so_many = len(inside) == numbers_in(match["n"])[0].value
    return is_so_many and sum(min(shown[of]) for of in inside) == many


def _ages_at_an_end(match: re.Match[str], ages: Iterable[NamedCategory]) -> list[NamedCategory]:
    """The youngest or oldest of some ages, as many as the words say: "the two younger bands"."""
    many = int(numbers_in(match["n"] or match["m"])[0].value)
    in_order = sorted(set(ages), key=attrgetter("low"))
    return in_order[:many] if match["young"] or match["young_ones"] else in_order[-many:]


def _are_shown_at_an_end(text: str, mention: Mention[NamedCategory], shown: Shown) -> bool:
    """Whether "the two older bands" are released ones, whose sum stands behind them."""
    match = _AT_AN_END.match(text, mention.start)
    given = match and _GIVES.match(text, match.end("said"))
    if not (match and given):
        return False
    numbers = {min(of): min(told) for of, told in shown.items() if len(of) == 1}
    ages = _ages_at_an_end(match, (c for c in numbers if c.kind == "age"))
    is_old = not (match["young"] or match["young_ones"])  # the youngest may be hidden
    return is_old and sum(numbers[c] for c in ages) == numbers_in(given["many"])[0].value


def _is_inside(one: NamedCategory, band: NamedCategory) -> bool:
    is_age = one.kind == band.kind == "age"
    return one == band or (is_age and band.low <= one.low and one.high <= band.high)


def ages_beyond(
    text: str, named: Iterable[Mention[NamedCategory]]
) -> Iterator[Mention[NamedCategory]]:
    """The ages beyond those just named: "Most were ten or eleven, with a few younger"."""
    ages = [m for m in named if m.slot.kind == "age"]
    for match in (m for p in (_BEYOND, _BEYOND_THEM) for m in p.finditer(text)):
        near = [m.slot for m in ages if match.start() - _NEAR < m.start < match.start()]
        if not near:
            continue
        low, high = min(c.low for c in near), max(c.high for c in near)
        first, last = (0, low - 1) if match["young"] else (high + 1, OLDEST)
        if first <= last:
            yield Mention(*match.span("said"), age_category(first, last))


def of_the_other_sex(text: str) -> Iterator[Mention[NamedCategory]]:
    """The sex that is left: "Seven of the victims were not girls"."""
    for match in _NOT_OF_A_SEX.finditer(text):
        if _NONE_AT_ALL.match(text, match.start()):
            continue  # "Not a boy among them"
        other = "boys" if match["girls"] else "girls"
        yield Mention(*match.span(), category_of_part(other))


_NEAR, _AT_SCHOOL = 120, 4
_BEYOND = compiled(
    rf"\b(?:few|some|several|others?|rest|any|none|nobody|nothing|no\s+one|anyone|all|them|child(?:ren)?|victims?|girls?|boys?|{NUMBER})\s+(?:(?:was|were|is|are|who\s+were)\s+)?(?:even\s+|much\s+|(?:either|a\s+(?:bit|little))\s+)?"
    r"(?P<said>(?P<young>younger|(?:below|under|beneath)(?=\s+(?:that|this|it|them|those)\b)|underneath)|older|(?:above|over|past|beyond)(?=\s+(?:that|this|it|them|those)\b))\b"
    r"(?:\s+or\s+(?:older|younger)\b|\s+(?:that|this|it|them|those)\b)?(?=\s*[.,;:!?)\"”]|\s+(?:than\s+(?:that|this|those)|in|and|still|last|at\s+all)\b)"
)
_BEYOND_THEM = compiled(
    r"\b(?P<said>(?:(?P<young>below|beneath|under(?:neath)?|younger\s+than)|above|beyond|older\s+than)\s+(?:them|these|those))\b"
    r"(?=\s+(?:there|it|they|we|comes?|came|is|are|was|were)\b|\s*,)"
)
"""The ages beyond those named in the sentence before: "Below them there were four"."""
_NOT_OF_A_SEX = compiled(
    r"(?:\bnot|n[’']t)\s+(?:(?:recorded|listed|noted|logged|(?:put|set)\s+down)\s+as\s+)?(?:an?\s+)?(?:(?P<girls>girls?|female)|boys?|male)\b(?![’'-]|,?\s+(?:n?or|and|only|alone)\b)"
)
_NONE_AT_ALL = compiled(
    r"not\s+a\s+(?:girl|boy)\b\s*(?:[.,;!]|among|in\b|on\b|was\b)|n[’']t\s+an?\s+(?:\w+\s+)?(?:girl|boy)\s+(?:among|in|on)\b"
)
_HAD = (
    r"(?:had|have|has|hold|held|ma[dk]e|saw|shared?|total(?:led)?|c[ao]me\s+to"
    r"|add(?:ed)?\s+up\s+to|account\w*\s+for|recorded|got|took)"
)
_YOUNG, _OLD = r"(?:young|low)(?:er|est)|bottom", r"(?:old|upp|high)(?:er|est|ermost)|top"
_AT_AN_END = compiled(
    rf"\b(?P<said>(?:(?:the|its|our|their)\s+)?(?P<n>{NUMBER})\s+(?:(?P<young>{_YOUNG})|{_OLD})\s+(?:age\s+)?(?:bands|groups|brackets|ages)"
    rf"|(?:the|its|our|their)\s+(?:(?P<young_ones>{_YOUNG})|{_OLD})\s+(?P<m>two|three|four|five)(?=\s+{_HAD}\b|\s+(?:age\s+)?(?:bands|groups|brackets|ages)\b))\b"
)
"""Ages by their end of the table: "the two younger bands", "the oldest three had"."""
_GIVES = compiled(
    r"\s+(?:(?:together|combined|between\s+them)\s+)?(?:account(?:s|ed)?\s+for|ma[dk]e(?:\s+up)?|c[ao]me\s+to|total(?:led)?|had|have|add\s+up\s+to|were|are)\s+"
    rf"(?P<many>{NUMBER})\b(?!\s*(?:%|per\s+cent|percent))"
)
_SO_MANY = compiled(
    rf"\b(?P<said>(?:the|those|these|its|our)\s+(?:other\s+)?(?P<n>{NUMBER})\s+(?:[\w-]+\s+)?(?P<of>apps|platforms|sites|ages|age\s+groups|bands))"
    rf"\s+(?:\w+\s+){{0,2}}?{_HAD}\s+(?:(?:just|only|about|around|between\s+them|exactly|fewer|more|less|than|at|least|most)\s+){{0,3}}?(?P<many>{NUMBER})\b"
)
_THE_TOP = compiled(
    rf"\b(?P<said>(?:the|its|our)\s+(?:top|biggest|largest|main|leading|first)\s+(?P<n>{NUMBER})(?:\s+(?P<of>apps|platforms|sites|ages|age\s+groups)"
    rf"|(?=\s+(?:(?:in|of|for)\s+[\w’'-]+\s+)?{_HAD}\b)))"
    rf"\s(?=[^.;:\d]{{0,40}}?\b(?:{_HAD}|in|for|of)\s+(?:(?:just|only|about|exactly)\s+)?{NUMBER}\b)"
)
"""More parts than are released, with a number: "the top five apps were named in 43"."""
_BAR = compiled(
    rf"\b(?:the|its|our|[\w-]+[’']s)\s+(?:age\s+)?(?P<age>{NUMBER})[\s-]+(?:bar|column|slice|segment|wedge)(?!\s+(?:charts?|graphs?)\b)\b"
)
_BEGINS = compiled(
    r"\b(?:it|they|abuse|grooming|offending|offences|victims|children|(?:the\s+|its\s+)?(?:figures|numbers|data|list|ages))\s+(?:all\s+)?(?:starts?|started|begins?|began|goes?\s+down|runs?\s+down)\s+(?:at|from|with|to)\s+"
    rf"(?:just\s+|only\s+)?(?:age\s+)?(?P<age>{NUMBER})(?![\d:/%]|\.\d|\s*(?:am|pm|a\.m|p\.m|o[’']clock|sharp|prompt|in\s+the|tonight|every|offences|cases|per|on\s+\w+day)\b)"
)
_SO_YOUNG = compiled(
    rf"\b(?:(?:young\w*|how\s+old)\s*[.!?]|(?P<asked>how\s+old)(?:[’']s|\s+(?:is|are))\s[^.!?,\d–—]{{1,30}}(?:[?,]|\s[–—-]))[\s\"”’“]{{1,4}}(?:just\s+|only\s+)?(?P<age>{NUMBER})(?=\s*[,.;!?])"
)
"""A number that says how young: "They start young. Nine, in our patch", "How old is he, ten?"."""
_BEYOND_AN_AGE = compiled(
    rf"\b(?P<said>(?P<young>below|beneath|younger\s+than)|above|older\s+than)\s+(?:the\s+)?(?P<age>{NUMBER})[\s-]years?[\s-]olds\b"
)
"""The ages beyond children of one: "those below the ten-year-olds"."""
_OUTSIDE = compiled(
    r"\b(?:outside|beyond|not\s+(?:with)?in|above\s+(?:and|or)\s+below)\s+(?:of\s+)?(?:that|this|those|these)\s+(?:\w+\s+)?(?:ranges?|bands?|ages|brackets?|age\s+groups?)\b"
)
