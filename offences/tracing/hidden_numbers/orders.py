"""Comparisons without a number that narrow a hidden one: "fewer on Kik than on Discord"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from operator import attrgetter

from offences.statistics.years import Year
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.clauses import DIRECTION
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.hidden import Hiding
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES
from offences.tracing.hidden_numbers.phrases import clause_around

type Ends = tuple[int, int]
_NO_END = 10**9


def orders(scene: Scene, hiding: Hiding, documents: Documents) -> Iterator[tuple[int, int, str]]:
    """Each word that puts a hidden number before or behind another, where no range does so."""
    limits = _Limits(hiding, documents.local)
    of_sentence: dict[Ends, list[str]] = {}  # one sentence may have many such words
    for match in _BEHIND.finditer(scene.passage.text):
        bounds = scene.passage.sentence_bounds(match.start())
        if bounds[0] and _points_before(scene, match, bounds):
            bounds = scene.passage.sentence_bounds(bounds[0] - 1)[0], bounds[1]
        if bounds not in of_sentence:
            of_sentence[bounds] = list(_in_order(scene, hiding, limits, bounds))
        for what in of_sentence[bounds]:
            yield *match.span(), what
    yield from _changed_since(scene, hiding)
    yield from _ranked(scene, hiding)


def _in_order(scene: Scene, hiding: Hiding, limits: "_Limits", bounds: Ends) -> Iterator[str]:
    """What is hidden of the parts and the years that are put in an order within these bounds."""
    mentions = within(scene.categories, bounds)
    kinds = {m.slot.kind for m in mentions}
    earlier = within(scene.categories, scene.passage.with_sentence_before(bounds[0]))
    before = {m.slot for m in earlier if m.slot.kind not in kinds}
    said = dict.fromkeys(each for m in mentions for each in _single(m.slot, hiding))
    for one, other in combinations(said, 2):
        if before and hiding.crosses({one, other}, before):
            yield f"{one}, {other}"  # "Six were eight. As many boys as girls"
            break
        is_hidden = any(_is_hidden(each, hiding) for each in (one, other))
        if is_hidden and one.kind == other.kind and limits.may_cross(one, other):
            yield f"{one}, {other}"
    years = {y for m in within(scene.years, bounds) for y in m.slot.years | m.slot.first}
    for first, last in combinations(sorted(years & limits.years.keys()), 2):
        is_hidden = bool({first, last} & hiding.years)
        if is_hidden and _cross(limits.years[first], limits.years[last]):
            yield "the total"


def _changed_since(scene: Scene, hiding: Hiding) -> Iterator[tuple[int, int, str]]:
    """The hidden year that a rise or fall begins in: "has gone up every year since 2016/17"."""
    text = scene.passage.text
    for mention in scene.years:
        clause = clause_around(scene.passage, (mention.start, mention.end))
        is_base = _SINCE.search(text, clause[0], mention.start)
        begins = mention.slot.first or (mention.slot.years if is_base else frozenset())
        is_told = begins & hiding.years and DIRECTION.search(text, *clause)
        if is_told and _OF_DATA.search(text, *clause):
            yield mention.start, mention.end, "the total"


def _ranked(scene: Scene, hiding: Hiding) -> Iterator[tuple[int, int, str]]:
    """The words that put parts in the order of their numbers: "from most to fewest: Kik, Yubo"."""
    text = scene.passage.text
    for match in _BY_SIZE.finditer(text):
        start, end = scene.passage.sentence_bounds(match.start())
        if text[match.end() : end].rstrip().endswith(":"):
            end = text.find("\n\n", end) if "\n\n" in text[end:] else len(text)
        listed = {m.slot for m in within(scene.categories, (start, end))}
        hidden = [each for each in sorted(listed, key=str) if _is_hidden(each, hiding)]
        if hidden and len(listed) > 1:
            yield *match.span(), str(hidden[0])


def _points_before(scene: Scene, match: re.Match[str], bounds: tuple[int, int]) -> bool:
    """Whether one of the two is named in the sentence before: "In Kent it tied with Kik"."""
    text = scene.passage.text
    are_two = len({m.slot for m in within(scene.categories, bounds)}) > 1
    is_pronoun = _IT.search(text, max(bounds[0], match.start() - 40), match.start())
    return not are_two and bool(is_pronoun or _NEARLY.fullmatch(match[0]))


def _single(said: NamedCategory, hiding: Hiding) -> Sequence[NamedCategory]:
    """The hidden ages of "eight and nine", which are one band of a text."""
    alone = [min(of) for of in hiding.hidden if len(of) == 1]
    ages = [c for c in alone if said.kind == c.kind == "age" and said.low <= c.low <= said.high]
    return sorted(ages, key=attrgetter("low")) if len(ages) > 1 else [said]


def _is_hidden(category: NamedCategory, hiding: Hiding) -> bool:
    return frozenset({category}) in hiding.hidden


class _Limits:
    """The least and the most that each part and each year may be, for all that a reader knows."""

    def __init__(self, hiding: Hiding, own: "Evidence") -> None:
        self._hiding = hiding
        totals = {c.year: c.value for c in own.totals}
        self._total = totals.get(own.facts.latest, _NO_END)
        hidden = {y: hiding.year_ranges.get(y, (0, _NO_END)) for y in hiding.years}
        self.years: dict[Year, Ends] = {y: (n, n) for y, n in totals.items()} | hidden

    def may_cross(self, one: NamedCategory, other: NamedCategory) -> bool:
        return _cross(self._ends(one), self._ends(other))

    def _ends(self, category: NamedCategory) -> Ends:
        said = frozenset({category})
        if numbers := self._hiding.shown.get(said):
            return min(numbers), max(numbers)
        return self._hiding.ranges.get(said, (0, self._room(category.kind)))

    def _room(self, kind: str) -> int:
        """What the shown parts of a breakdown leave of the total."""
        shown = self._hiding.shown.items()
        left = self._total - sum(min(n) for of, n in shown if {c.kind for c in of} == {kind})
        return left if left >= 0 else _NO_END  # of several breakdowns


def _cross(one: Ends, other: Ends) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


_SINCE = compiled(
    r"\b(?:since|from|compared\s+(?:with|to)|(?:up|down)\s+on)\s+(?:[\w’'-]+,?\s+){0,4}\Z"
)
_OF_DATA = compiled(
    rf"{OF_OFFENCES.pattern}|\b(?:figures?|numbers?|totals?|counts?|tally|it|they)\b"
)
_IT = compiled(r"\b(?:it|they|that)\s+(?:\w+\s+)?\Z")
_NEAR = (
    r"not\s+(?:so\s+|too\s+|very\s+)?far\s+(?:short\s+of|short|off|behind|from|below|ahead\s+of)|(?:close|just|right)\s+behind"
    r"|hot\s+on\s+(?:its|their|the)\s+heels|(?:much|about|almost|nearly|roughly|just)\s+the\s+same|just\s+(?:short|shy)\s+of"
    r"|a\s+(?:shade|touch|whisker)\s+(?:under|below|over|above|behind|ahead)|not\s+much\s+(?:behind|below|lower|higher|above)"
)
_NEARLY = compiled(_NEAR)
_BEHIND = compiled(
    r"\b(?:more|fewer|less|higher|lower|larger|smaller|bigger|greater|commoner|rarer)\b"
    rf"(?!\s+than\s+(?:\w+\s+)?(?:(?!(?:19|20)\d\d[/–-]){NUMBER}|half|once|twice|double|treble|a\s|an\s))[^.;:!?]{{0,90}}?\bthan\b(?!\s+(?:(?!(?:19|20)\d\d[/–-]){NUMBER}(?![\s‐‑-]years?[\s‐‑-]olds?)|half|a\s+\w+\s+of))"
    r"|\b(?:behind(?!\s+\d|\s+(?:the|those|these)\s+(?:stars?|asterisks?|ones|marks?|blanks?|gaps?)\b)|ahead\s+of|outnumber\w*|outstripp?\w*|overt(?:ook|ake\w*)|exceed\w*|surpass\w*|outranks?"
    r"|(?:push|edg|mov|pull|nos|creep|slip|climb)\w*\s+(?:past|ahead\s+of)|(?:crept|went|gone)\s+past"
    r"|ti(?:e[sd]?|ed\s+with)|edge[sd]?|pip(?:s|ped)|tops|topped|beats?|trail(?:s|ed)|rival(?:s|led)|dwarf(?:s|ed)|on\s+a\s+par"
    r"|neck\s+and\s+neck|dr(?:ew|aws?)\s+with)\b"
    r"|\b(?:as\s+(?:many|often|common)|(?:equally|just\s+as|every\s+bit\s+as|exactly\s+as|no\s+(?:more|less))\s+(?:often|many|common\w*|likely|frequent\w*)|evenly|(?:shar|split|divid)\w*\s+(?:[\w-]+\s+){0,4}?(?:equally|evenly|in\s+half)|(?:in\s+)?equal\s+(?:numbers?|measure|parts|shares)|fifty-fifty|alike|the\s+same\s+(?:tally|score|number|total|figure|count|as)|(?:matche[sd]|match(?=\s)|equals)|level\s+with|(?:was|were|are|is|finish\w*|end\w*|dr[ae]w\w*|ran|pegged)\s+(?:\w+\s+)?level|equal(?:led|s)?)\b"
    r"|\b(?:figure|number|count|total)s\b[^.;]{0,60}?\b(?:are|were)\s+(?:exactly\s+|both\s+)?(?:the\s+same|identical|equal)\b"
    rf"|\b(?:{_NEAR})\b"
    r"|\bsame\s+as\b|(?<=\w)\s?[<>=≈]\s?(?=[A-Z])"
    r"|\b(?:after|before|above|below|over|under)(?=\s+[A-Z][\w-]+\s+(?:in\s+the\s+(?:table|list|ranking)|but\b))"
)
_BY_SIZE = compiled(
    r"\bfrom\s+(?:the\s+)?(?:most|highest|biggest|largest|worst|top)\b[^.;:\n]{0,40}?\bto\s+(?:the\s+)?"
    r"(?:fewest|least|lowest|smallest|bottom)\b"
    r"|\b(?:descending|ascending|rank(?:ing)?)\s+order\b|\border\s+of\s+(?:size|number|how\s+many)\b"
    r"|\b(?:most|highest|biggest|largest|fewest|lowest|smallest)(?:\s+\w+)?\s+first\b"
)
