"""Where a text binds a number to a category that is withheld: in digits, in words, in a table."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from offences.tracing.binding.bind import Binder
from offences.tracing.binding.categories import CategoryWords
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.trace import judge

type Categories = frozenset[NamedCategory]
"""One category, or several that together make a crossing: girls aged 10."""


@dataclass(frozen=True)
class Withheld:
    """The categories of one force that a release hides, and those that it shows."""

    hidden: frozenset[Categories]
    shown: frozenset[Categories]

    def touches(self, said: Categories) -> bool:
        """What is said is hidden, or is made of ages of which one is hidden."""
        return any(_is_said(each, said, self.shown) for each in self.hidden)


def _is_said(hidden: Categories, said: Categories, shown: frozenset[Categories]) -> bool:
    return all(
        any(
            part == each or (_overlap(part, each) and frozenset({each}) not in shown)
            for each in said
        )
        for part in hidden
    )


def _overlap(one: NamedCategory, other: NamedCategory) -> bool:
    is_age = one.kind == other.kind == "age"
    return is_age and one.low <= other.high and other.low <= one.high


_COUNTED = (
    r"(?:offences?|cases?|crimes?|incidents?|reports?|victims?|children|child|girls?|boys?|them"
    r"|these|those|\d{1,2}[-\s]year[-\s]olds?)"
)
_QUANTITY = compiled(
    rf"\bno\b(?=\s+(?:\w+\s+){{0,3}}?{_COUNTED}\b)"
    rf"|\b(?:all|most|every|each|several)\b(?=\s+(?:but\s|one\b|(?:of\s+)?(?:the\s+|these\s+|those\s+|our\s+)?{_COUNTED}\b))"
    r"|\b(?:none|nobody|nil|neither|both|half|majority|minority|handful|couple|pair|dozens?|trio"
    r"|a\s+(?:single|lone|sole|few)|(?:only|just)\s+(?:a|an|one)|the\s+(?:only|sole)|once|twice"
    r"|double|treble|triple|more\s+than\s+(?:any|all|half)|outnumber\w*|as\s+many)\b"
    r"|\b(?:zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\b|\b\d[\d,]*\b"
)
"""A quantity that no reader of figures takes for one: "a single offence", "no girls"."""

_HARMLESS = {"year", "since", "from_year", "coverage", "forces", "span", "data_years", "months"}
_NO_REASON = ("", "phrase with one")
_POINTS_BACK = compiled(
    r"\W*(?:all|both|each|every|they|these|those|it|that|this|half|most|none|neither|one\s+of"
    r"|of\s+(?:these|those|them))\b"
)
_ROW = re.compile(
    r"(?m)(?:^[\s|*•–-]*|[,;(]\s*|\b(?:and|ages?:?|aged)\s+)(?P<age>\d{1,2})"
    r"(?:\s*(?:years?(?:\s+old)?|yrs?))?\s*(?:[|:=–—]|-(?!\s?year)|\t|\s{2,}|\()\s*"
    r"(?P<n>\d[\d,]*|no(?:ne|ught)?\b|zero\b|one\b|two\b|three\b|four\b|five\b)"
)
_OF_AGES = compiled(r"\bage[ds]?\b|\byears?[-\s]olds?\b")

type Names = Callable[[str], bool]
type Forces = Sequence[tuple[Names, Withheld, bool]]
"""Whether a name is a force's, what is withheld of it, and whether the text is about it."""


def disclosures(
    text: str, documents: Sequence[Evidence], forces: Forces, names: Iterable[str]
) -> Iterator[tuple[int, int, str]]:
    """Each number that a text binds to a withheld category: its place, and the category.

    `names` are those of all categories of the release. It errs towards finding one: a number that
    is no released figure, in one sentence with such a category or beside it, is found as well.
    """
    reading = _Reading(text, documents, names)
    for candidate in reading.candidates:
        statement = reading.binder.bind(candidate)
        for withheld in _of_bodies(statement, forces):
            if named := reading.tells(statement, withheld):
                yield candidate.start, candidate.end, named
                break
    for match in _ROW.finditer(text):
        said = frozenset({NamedCategory("age", "", int(match["age"]), int(match["age"]))})
        is_table = _OF_AGES.search(text, max(0, match.start() - 400), match.end())
        for _, withheld, is_own in forces:
            if is_own and is_table and withheld.touches(said):
                yield *match.span("n"), str(next(iter(said)))


def _of_bodies(statement: Statement, forces: Forces) -> Iterator[Withheld]:
    """What is withheld of the bodies that a statement is about; of the text's own by default."""
    for is_named, withheld, is_own in forces:
        if not statement.bodies:
            if is_own:
                yield withheld
        elif any(is_named(body.name) for body in statement.bodies):
            yield withheld
        elif is_own and any(
            _is_unknown(body.name, body.documents, forces) for body in statement.bodies
        ):
            yield withheld  # a town of the force, for all we know


def _is_unknown(name: str, documents: Sequence[Evidence], forces: Forces) -> bool:
    return not documents and name != "all forces" and not any(f[0](name) for f in forces)


class _Reading:
    """A text as the gate reads it: every quantity is a candidate."""

    def __init__(self, text: str, documents: Sequence[Evidence], names: Iterable[str]) -> None:
        self.documents, self.passage = documents, Passage(text)
        found = find(self.passage)
        words = CategoryWords([each.facts for each in documents], names)
        self.candidates = [
            f
            for f in found
            if f.kind not in _HARMLESS and (f.kind != "exempt" or f.word in _NO_REASON)
        ]
        mentions = words.find(text)
        for match in _QUANTITY.finditer(text):
            start, end = match.span()
            is_taken = any(f.start < end and start < f.end for f in found)
            if not is_taken and not any(m.start < end and start < m.end for m in mentions):
                self.candidates.append(Candidate("count", start, end, word="quantity"))
        self.candidates.sort(key=lambda each: each.start)
        others = [f for f in found if f not in self.candidates]
        plain = [
            *others,
            *(
                Candidate("count", c.start, c.end) if c.kind == "exempt" else c
                for c in self.candidates
            ),
        ]
        self.binder = Binder(self.passage, plain, documents, words=words)

    def tells(self, statement: Statement, withheld: Withheld) -> str:
        """The withheld category that a statement gives a number of; empty if none."""
        readings = (statement, *statement.alternatives)
        if named := next((r for r in readings if withheld.touches(r.categories)), None):
            return _names(named.categories)
        is_figure = statement.figure.word != "quantity" and statement.figure.kind != "exempt"
        if is_figure and judge(statement, self.documents).verdict in ("traced", "rounded"):
            return self._points_to_it(statement, withheld)
        start, end = self.passage.sentence_bounds(statement.figure.start)
        if named := self._mentioned(start, end, withheld):
            return named
        if statement.categories or start == 0:
            return ""
        before = self.passage.sentence_bounds(start - 1)
        named = self._mentioned(*before, withheld)
        return named or self._points_to_it(statement, withheld)

    def _points_to_it(self, statement: Statement, withheld: Withheld) -> str:
        """ "There were three. All were girls": the next sentence says of whom."""
        _, end = self.passage.sentence_bounds(statement.figure.start)
        if statement.categories or not _POINTS_BACK.match(self.passage.text, end):
            return ""
        return self._mentioned(*self.passage.sentence_bounds(end), withheld)

    def _mentioned(self, start: int, end: int, withheld: Withheld) -> str:
        inside: list[Mention[NamedCategory]] = within(self.binder.scene.categories, (start, end))
        said = frozenset(mention.slot for mention in inside)
        for each in inside:
            if withheld.touches(frozenset({each.slot})):
                return str(each.slot)
        return _names(said) if withheld.touches(said) else ""


def _names(categories: Iterable[NamedCategory]) -> str:
    return ", ".join(sorted(str(each) for each in categories))
